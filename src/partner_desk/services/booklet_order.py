"""Which resource stands where in a booklet: once in full, elsewhere as a pointer to that page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from partner_desk.files.booklet import BookletChapter, BookletSection
from partner_desk.files.directory_entries import Resource
from partner_desk.files.typeset.description import Words
from partner_desk.files.typeset.saying import Saying
from partner_desk.model.categories import Category
from partner_desk.model.folding import fold
from partner_desk.model.texts import N_

_MANY = 40
"""So many resources under one heading are parted by the first letters of their names."""


def chapters(
    resources: Sequence[Resource], categories: Iterable[Category], saying: Saying
) -> tuple[BookletChapter, ...]:
    """The chapters of a booklet: the uppermost categories in the order of the tree."""
    tree = _Tree(categories, saying)
    full: dict[str, list[Resource]] = defaultdict(list)
    elsewhere: dict[str, list[Resource]] = defaultdict(list)
    for each in sorted(resources, key=lambda each: (fold(each.name), each.name, each.id)):
        first, *others = tree.places(each.categories) or [""]
        full[first].append(each)
        for place in others:
            elsewhere[place].append(each)
    found = []
    for top in tree.children(None):
        sections = tuple(
            BookletSection(tree.path(each, top), tuple(full[each]), tuple(elsewhere[each]))
            for each in tree.under(top)
            if each in full or each in elsewhere
        )
        if sections:
            found.append(BookletChapter(tree.name(top), sections))
    if full[""]:
        title = N_("Other resources") if found else N_("Resources")
        found.append(BookletChapter(saying.say(title), _by_letter(full[""])))
    return tuple(found)


class _Tree:
    """Categories by their parents, in order."""

    def __init__(self, categories: Iterable[Category], saying: Saying) -> None:
        self._of = {each.id: each for each in categories}
        self._name: Callable[[Category], Words] = lambda each: saying.of(
            lambda _, code: (each.name_es or each.name) if code == "es" else each.name
        )
        self._children: dict[str | None, list[str]] = defaultdict(list)
        main = saying.languages[0]
        for each in sorted(self._of.values(), key=lambda each: _place(each, main)):
            self._children[self._parent(each)].append(each.id)
        self._order = {each: n for n, each in enumerate(
            each for top in self._children[None] for each in self.under(top)
        )}

    def name(self, category_id: str) -> Words:
        """What a category is called in the booklet."""
        return self._name(self._of[category_id])

    def children(self, category_id: str | None) -> Sequence[str]:
        """The categories right under one."""
        return self._children[category_id]

    def under(self, category_id: str) -> list[str]:
        """A category and all under it, in the order of the tree."""
        found, waiting = [], [category_id]
        while waiting:
            each = waiting.pop()
            found.append(each)
            waiting.extend(reversed(self._children.get(each, [])))
        return found

    def places(self, ids: Iterable[str]) -> list[str]:
        """The categories to file under, in order; not those that lie above another of them."""
        known = {each for each in ids if each in self._order}
        above = {parent for each in known for parent in self._ancestors(each)}
        return sorted(known - above, key=lambda each: self._order[each])

    def path(self, category_id: str, top: str) -> Words:
        """The heading of a section: its names from below the chapter on; "" for the chapter."""
        if category_id == top:
            return ""
        steps = [category_id]
        for each in self._ancestors(category_id):
            if each == top:
                break
            steps.insert(0, each)
        return _joined([self.name(each) for each in steps])

    def _parent(self, category: Category) -> str | None:
        """The parent; none where it is gone or goes round in a circle."""
        parent = category.parent_id if category.parent_id in self._of else None
        seen, each = {category.id}, parent
        while each:
            if each in seen:
                return None
            seen.add(each)
            each = self._of[each].parent_id if self._of[each].parent_id in self._of else None
        return parent

    def _ancestors(self, category_id: str) -> list[str]:
        found: list[str] = []
        each = self._parent(self._of[category_id])
        while each:
            found.append(each)
            each = self._parent(self._of[each])
        return found


def _place(category: Category, language: str) -> tuple[int, str, str]:
    """Numbered terms by their numbers, others by their names."""
    if category.code[:1].isdigit():
        return 0, category.code, category.id
    name = category.name_es if language == "es" and category.name_es else category.name
    return 1, fold(name), category.id


def _joined(names: Sequence[Words]) -> Words:
    from partner_desk.files.pdf.document import Twin

    arrow = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
    if all(isinstance(each, str) for each in names):
        return arrow.join(each for each in names if isinstance(each, str))
    first, second = (
        arrow.join(each if isinstance(each, str) else getattr(each, side) for each in names)
        for side in ("first", "second")
    )
    return Twin(first, second)


def _by_letter(resources: Sequence[Resource]) -> tuple[BookletSection, ...]:
    """Resources that no category parts, under the first letters of their names."""
    if len(resources) <= _MANY:
        return (BookletSection("", tuple(resources)),)
    letters: Mapping[str, list[Resource]] = defaultdict(list)
    for each in resources:
        first = fold(each.name)[:1].upper()
        letters["0\N{EN DASH}9" if first.isdigit() or not first else first].append(each)
    return tuple(BookletSection(letter, tuple(found)) for letter, found in letters.items())
