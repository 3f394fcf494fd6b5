"""The tree of categories by which resources, needs and partnerships are found.

The office's own terms and those of imported directories stand in one tree of ``Category``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from partner_desk.model.categories import Category
from partner_desk.model.folding import fold
from partner_desk.model.origins import Source
from partner_desk.model.queries import Condition, Refers
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

PATH = " › "
"""Stands between the names of a category and what it is under."""

_ACTIVE = Refers("service_id", (Condition("status", "active"),))


@dataclass(frozen=True, slots=True)
class Node:
    """A category at its place in the tree.

    ``resources`` counts the active resources of it and of all under it, each once; ``own`` those
    of it alone. ``source`` is the directory that it came with, "" for a term of the office.
    """

    id: str
    name: str
    name_es: str
    parent_id: str | None
    code: str
    taxonomy: str
    source: str
    own: int
    resources: int
    needs: int
    partnerships: int
    children: tuple["Node", ...]

    def called(self, language: str) -> str:
        """Its name in a language; the other one where that is missing."""
        return self.name_es or self.name if language == "es" else self.name


def tree(reader: Reader, language: str = "en") -> tuple[Node, ...]:
    """The categories that stand under no other, with all that stand under them.

    The office's own come first, then those of imported directories, each by name.
    """
    found = reader.find(Category)
    known = {each.id: each for each in found}
    tops, children = _arranged(known)
    sources = {each.id: each.name for each in reader.find(Source)}
    resources: defaultdict[str | None, set[str]] = defaultdict(set)
    for category_id, service_id in columns(
        reader, "service_category", ("category_id", "service_id"), (_ACTIVE,)
    ):
        resources[category_id].add(service_id)
    needs = _counted(reader, "need")
    partnerships = _counted(reader, "partnership_category")

    def node(category: Category) -> tuple[Node, set[str]]:
        under = [node(each) for each in _by_name(children[category.id], language)]
        own = resources[category.id]
        whole = own.union(*(each for _, each in under))
        return Node(
            category.id, category.name, category.name_es, category.parent_id, category.code,
            category.taxonomy, sources.get(category.source_id or "", ""), len(own), len(whole),
            needs[category.id], partnerships[category.id], tuple(each for each, _ in under),
        ), whole

    return tuple(node(each)[0] for each in _by_name(tops, language))


def name_in(category: Category, language: str) -> str:
    """What a category is called in a language; the other name where that is missing."""
    return category.name_es or category.name if language == "es" else category.name


def paths(reader: Reader, ids: Iterable[str], language: str) -> dict[str, str]:
    """Categories by id with all they stand under, such as "Food › Food pantries"."""
    known = {each.id: each for each in reader.find(Category)}
    return {
        each: PATH.join(name_in(known[step], language) for step in reversed(_way_up(known, each)))
        for each in ids if each in known
    }


def subtree_ids(reader: Reader, ids: Iterable[str]) -> frozenset[str]:
    """``ids`` and all live categories under them, however deep; a circle ends by itself."""
    return subtree_of(parents_of(reader), ids)


def parents_of(reader: Reader) -> dict[str, str | None]:
    """The parent of each live category by its id."""
    return dict(columns(reader, "category", ("id", "parent_id")))


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


def way_up(parents: Mapping[str, str | None], category_id: str) -> list[str]:
    """A category and what it stands under, the topmost last; a circle ends by itself."""
    found: list[str] = []
    step: str | None = category_id
    while step is not None and step in parents and step not in found:
        found.append(step)
        step = parents[step]
    return found


def related(parents: Mapping[str, str | None], category_id: str) -> frozenset[str]:
    """A category with all that stand above it and all under it."""
    return subtree_of(parents, [category_id]) | frozenset(way_up(parents, category_id))


def _way_up(known: Mapping[str, Category], category_id: str) -> list[str]:
    return way_up({each: category.parent_id for each, category in known.items()}, category_id)


def _arranged(
    known: Mapping[str, Category],
) -> tuple[list[Category], dict[str | None, list[Category]]]:
    """Those on top and the others by what they stand under; of a circle one stands on top."""
    parents = {each: category.parent_id for each, category in known.items()}
    children: defaultdict[str | None, list[Category]] = defaultdict(list)
    tops = [each for each in known.values() if each.parent_id not in known]
    reached = set(subtree_of(parents, (each.id for each in tops)))
    for each in known.values():
        if each.id not in reached:
            tops.append(each)
            reached |= subtree_of(parents, (each.id,))
    on_top = {each.id for each in tops}
    for each in known.values():
        if each.id not in on_top:
            children[each.parent_id].append(each)
    return tops, children


def _by_name(found: Sequence[Category], language: str) -> list[Category]:
    """The office's own before the hundreds that a directory may have brought."""
    return sorted(found, key=lambda each: (
        each.source_id is not None, fold(name_in(each, language)), each.id
    ))


def _counted(reader: Reader, kind: str) -> Counter[str | None]:
    return Counter(each for (each,) in columns(reader, kind, ("category_id",)))
