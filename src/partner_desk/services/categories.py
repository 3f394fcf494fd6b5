"""The tree of categories by which resources, needs and partnerships are found.

The office's own terms and those of imported directories stand in one tree of ``Category``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from partner_desk.model.directory import Category
from partner_desk.store.reader import Reader


def subtree_ids(reader: Reader, ids: Iterable[str]) -> frozenset[str]:
    """``ids`` and all live categories under them, however deep; a circle ends by itself."""
    return subtree_of(parents_of(reader), ids)


def parents_of(reader: Reader) -> dict[str, str | None]:
    """The parent of each live category by its id."""
    return {each.id: each.parent_id for each in reader.find(Category)}


def subtree_of(parents: Mapping[str, str | None], ids: Iterable[str]) -> frozenset[str]:
    """``ids`` and all that stand under them by ``parents``."""
    children = defaultdict(list)
    for child, parent in parents.items():
        children[parent].append(child)
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(children[each])
    return frozenset(found)
