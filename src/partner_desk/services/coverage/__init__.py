"""Coverage: the needs of schools beside the partnerships and resources that could answer them.

A need is *met* by a partnership at work that serves the school with its category (or one under
it) at its time; *overlapping* where more than one does. It *could be met* where only resources of
the directory fit. Where nothing fits, it is a *gap*.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from partner_desk.model.categories import Category
from partner_desk.model.folding import fold
from partner_desk.model.partners import GRADE_BANDS, TIMES_OF_NEED, Need, School
from partner_desk.services.categories import name_in, way_up
from partner_desk.services.coverage.bits import members
from partner_desk.services.coverage.facts import (
    NEAR_MILES,
    Facts,
    Watch,
    facts_of,
    nobody_watches,
)
from partner_desk.services.needs import years
from partner_desk.store.reader import Reader

GAP, NEARBY, MET, OVERLAP = "gap", "nearby", "met", "overlap"
LEVELS = (GAP, NEARBY, MET, OVERLAP)
"""What becomes of a need, the worst first."""
SIDES = ("school", "grade", "time")
"""What the columns of the map may be."""
PRIORITY_ORDER = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which needs, and how they are arranged.

    ``year`` and ``priority`` "" mean all; needs that tell no year are of every year. ``side`` is
    one of SIDES; ``depth`` 1 makes rows of the topmost categories, 2 of those right under them;
    a place is near within ``miles``. Rows stand by their names in ``language``.
    """

    year: str = ""
    priority: str = ""
    side: str = "school"
    depth: int = 1
    miles: float = NEAR_MILES
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Standing:
    """A need and what there is for it: a level, ids of partnerships, how many resources."""

    need: Need
    level: str
    partnerships: tuple[str, ...]
    resources: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What is needed of one category at one column; the level is that of its worst need."""

    level: str
    standings: tuple[Standing, ...]

    @property
    def students(self) -> int:
        """How many students all its needs are about."""
        return sum(each.need.students or 0 for each in self.standings)

    @property
    def priority(self) -> str:
        """The highest priority of its needs."""
        return min((each.need.priority for each in self.standings), key=_rank)


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or a column; ``id`` is "" for needs that name no category, grade band or time.

    ``name`` is what a school or category is called, in ``name_es`` in Spanish; the label of a
    grade band or a time is to be looked up in the language at hand.
    """

    id: str
    name: str
    name_es: str = ""
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """Rows of categories, columns, and the cells that hold needs by the ids of both.

    ``facts`` is what there was when the map was made; what could fill a gap follows from it.
    """

    choice: Choice
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: dict[tuple[str, str], Cell]
    facts: Facts = field(repr=False)

    @property
    def standings(self) -> list[Standing]:
        """All needs of the map, each once."""
        return [each for cell in self.cells.values() for each in cell.standings]

    def count(self, level: str) -> int:
        """How many needs are of a level."""
        return sum(each.level == level for each in self.standings)


def coverage(
    reader: Reader, choice: Choice, known: Facts | None = None, watch: Watch = nobody_watches
) -> Map:
    """The map of all needs that fit ``choice``; see ``facts_of``."""
    found = standings(reader, choice, known, watch)
    parents = found.facts.parents
    cells: defaultdict[tuple[str, str], list[Standing]] = defaultdict(list)
    for each in found.all:
        row = _row_of(parents, each.need.category_id, choice.depth)
        cells[row, _column_of(each.need, choice.side)].append(each)
    made = {key: Cell(_worst(each), tuple(in_urgency(each))) for key, each in cells.items()}
    return Map(
        choice,
        _rows(reader, {row for row, _ in made}, parents, choice.language),
        _columns(reader, choice.side, {column for _, column in made}),
        made,
        found.facts,
    )


@dataclass(frozen=True, slots=True)
class Standings:
    """Needs with what there is for them, and the facts that this follows from."""

    facts: Facts
    all: tuple[Standing, ...]


def standings(
    reader: Reader, choice: Choice, known: Facts | None = None, watch: Watch = nobody_watches
) -> Standings:
    """What there is for each need that fits ``choice``, unordered; see ``facts_of``."""
    facts = facts_of(reader, choice.miles, watch, known)
    watch()
    return Standings(facts, tuple(standing_of(facts, each) for each in _needs(reader, choice)))


def standing_of(facts: Facts, need: Need) -> Standing:
    """What there is for one need."""
    partnerships = tuple(members(facts.partners_for(need), facts.partnerships))
    resources = facts.resources_for(need).bit_count()
    if partnerships:
        level = OVERLAP if len(partnerships) > 1 else MET
    else:
        level = NEARBY if resources else GAP
    return Standing(need, level, partnerships, resources)


def gaps(reader: Reader, choice: Choice) -> list[Standing]:
    """The needs that nobody meets, the most urgent first: gaps before those that could be met."""
    found = [each for each in standings(reader, choice).all if each.level in (GAP, NEARBY)]
    return in_urgency(found)


def in_urgency(found: Iterable[Standing]) -> list[Standing]:
    """By level, then by priority, then by how many students."""
    return sorted(found, key=lambda each: (
        LEVELS.index(each.level), _rank(each.need.priority), -(each.need.students or 0),
        each.need.description, each.need.id,
    ))


def latest_year(reader: Reader) -> str:
    """The latest school year that has needs; "" where none has."""
    return next(iter(years(reader)), "")


def _needs(reader: Reader, choice: Choice) -> Sequence[Need]:
    schools = {each.id for each in reader.find(School)}
    return [
        each for each in reader.find(Need)
        if each.school_id in schools
        and (not choice.year or each.school_year in (choice.year, ""))
        and choice.priority in ("", each.priority)
    ]


def _rank(priority: str) -> int:
    return PRIORITY_ORDER.get(priority, len(PRIORITY_ORDER))


def _worst(found: Iterable[Standing]) -> str:
    return min((each.level for each in found), key=LEVELS.index)


def _row_of(parents: dict[str, str | None], category_id: str | None, depth: int) -> str:
    """The category of a row: what a need's category stands under at this depth, or itself."""
    steps = way_up(parents, category_id) if category_id else []
    return steps[max(len(steps) - depth, 0)] if steps else ""


def _column_of(need: Need, side: str) -> str:
    return {"school": need.school_id or "", "grade": need.grade_band, "time": need.time}[side]


def _rows(
    reader: Reader, ids: set[str], parents: dict[str, str | None], language: str
) -> tuple[Heading, ...]:
    tops = {each: way_up(parents, each)[-1] for each in ids if each}
    known = {each.id: each for each in reader.get_many(Category, [*{*tops, *tops.values()}])}
    names = {each: fold(name_in(category, language)) for each, category in known.items()}
    order = sorted(tops, key=lambda each: (
        names[tops[each]], tops[each], each != tops[each], names[each], each
    ))
    found = [Heading(each, known[each].name, known[each].name_es) for each in order]
    return (*found, Heading("", "")) if "" in ids else tuple(found)


def _columns(reader: Reader, side: str, ids: set[str]) -> tuple[Heading, ...]:
    if side == "school":
        return tuple(
            Heading(each.id, each.name) for each in reader.find(School) if each.id in ids
        )
    options = GRADE_BANDS if side == "grade" else TIMES_OF_NEED
    found = [
        Heading(each.value, each.label, is_label=True) for each in options if each.value in ids
    ]
    return (Heading("", ""), *found) if "" in ids else tuple(found)
