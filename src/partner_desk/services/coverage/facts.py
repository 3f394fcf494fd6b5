"""What there is to answer the needs of schools, read in one pass over a few columns.

Sets of resources and of partnerships are whole numbers whose bits stand for them: what hundreds
of needs have in common with thousands of resources is found by a few bit operations each.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from partner_desk.model.partners import Need
from partner_desk.model.queries import Condition, ListQuery, OneOf
from partner_desk.services.categories import parents_of, subtree_of
from partner_desk.services.coverage.bits import Bits, bits_of, union
from partner_desk.services.coverage.places import Places
from partner_desk.services.coverage.sites import offers_of
from partner_desk.services.coverage.times import open_times
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

AT_WORK = ("active", "renewal")
"""Stages of partnerships that bring help now."""
NEAR_MILES = 2.0
AGES = {"prek": (0, 5), "k2": (5, 8), "3_5": (8, 11), "6_8": (11, 14), "9_12": (14, 19)}
"""First and last age of the students of a grade band; families may be of any age."""
TIMES_OF_SCHEDULE = {
    "in_school": ("school_day",),
    "out_of_school": ("before_school", "after_school", "evening", "weekend", "summer"),
}
"""The times of need that a partnership's schedule answers; without one it answers all."""

STEPS = 5
"""In how many steps a map is made; the last one is that of the needs."""
_ACTIVE = Condition("status", "active")
Watch = Callable[[], None]


def nobody_watches() -> None:
    """Nobody wants to know how far it is."""


@dataclass(slots=True)
class Facts:
    """What there is, with everything by id; ``-1`` as bits means all of them.

    ``version`` is that of the office when it was read.
    """

    version: int
    miles: float
    services: list[str]
    partnerships: list[str]
    parents: dict[str, str | None]
    by_category: dict[str, Bits]
    by_band: dict[str, Bits]
    by_time: dict[str, Bits]
    places: Places
    partners_by_category: dict[str, Bits]
    partners_by_school: dict[str, Bits]
    partners_by_time: dict[str, Bits]
    _subtrees: dict[str, frozenset[str]] = field(default_factory=dict)

    def subtree(self, category_id: str) -> frozenset[str]:
        """A category and all under it."""
        if category_id not in self._subtrees:
            self._subtrees[category_id] = subtree_of(self.parents, [category_id])
        return self._subtrees[category_id]

    def partners_for(self, need: Need) -> Bits:
        """The partnerships at work that serve a need's school with its category at its time."""
        if need.category_id is None:
            return 0
        return (
            union(self.partners_by_category, self.subtree(need.category_id))
            & self.partners_by_school.get(need.school_id or "", 0)
            & self.partners_by_time.get(need.time, -1)
        )

    def resources_for(self, need: Need) -> Bits:
        """The active resources that could answer a need: category, ages, time and place fit."""
        if need.category_id is None:
            return 0
        fitting = (
            union(self.by_category, self.subtree(need.category_id))
            & self.by_band.get(need.grade_band, -1)
            & self.by_time.get(need.time, -1)
        )
        return fitting & self.places.within_reach(need.school_id or "") if fitting else 0


def facts_of(
    reader: Reader, miles: float = NEAR_MILES, watch: Watch = nobody_watches,
    known: Facts | None = None,
) -> Facts:
    """Read what there is; a place is near a school within ``miles``.

    ``watch`` hears of each of STEPS; what it raises ends the reading. What is ``known`` is not
    read anew while nothing was written since.
    """
    if known and known.miles == miles and known.version == version_of(reader):
        return known
    with nothing_to_collect():
        return _read(reader, miles, watch)


def version_of(reader: Reader) -> int:
    """A number that is another one as soon as anything was written to the office."""
    return next((each.sequence for each in reader.change_sets(1)), 0)


def _read(reader: Reader, miles: float, watch: Watch) -> Facts:
    watch()
    # Numbered in the order of their names: of two that are as near that order decides.
    services = reader.ids(ListQuery("service", where=(_ACTIVE,)))
    place = {service_id: number for number, service_id in enumerate(services)}
    by_band = _by_band(reader, place)
    watch()
    offers = offers_of(reader)
    by_time = open_times(reader, place, offers)
    watch()
    places = Places(reader, place, offers, miles)
    watch()
    by_category = _links(reader, "service_category", "category_id", "service_id", place)
    partnerships = columns(
        reader, "partnership", ("id", "schedule"), (OneOf("stage", AT_WORK),)
    )
    seat = {row[0]: number for number, row in enumerate(partnerships)}
    return Facts(
        version=version_of(reader),
        miles=miles,
        services=list(place),
        partnerships=list(seat),
        parents=parents_of(reader),
        by_category=by_category,
        by_band=by_band,
        by_time=by_time,
        places=places,
        partners_by_category=_links(
            reader, "partnership_category", "category_id", "partnership_id", seat
        ),
        partners_by_school=_links(
            reader, "partnership_school", "school_id", "partnership_id", seat
        ),
        partners_by_time=_by_schedule(partnerships),
    )


def _links(
    reader: Reader, kind: str, key: str, member: str, numbers: dict[str, int]
) -> dict[str, Bits]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for value, record_id in columns(reader, kind, (key, member)):
        number = numbers.get(record_id)
        if value and number is not None:
            found[value].append(number)
    return {value: bits_of(each) for value, each in found.items()}


def _by_band(reader: Reader, numbers: dict[str, int]) -> dict[str, Bits]:
    """For each grade band the services for somebody of its ages."""
    alike: defaultdict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    names = ("id", "minimum_age", "maximum_age")
    for service_id, youngest, oldest in columns(reader, "service", names, (_ACTIVE,)):
        alike[youngest, oldest].append(numbers[service_id])
    found = dict.fromkeys(AGES, 0)
    for (youngest, oldest), those in alike.items():
        services = bits_of(those)
        for band, (first, last) in AGES.items():
            if (youngest is None or youngest <= last) and (oldest is None or oldest >= first):
                found[band] |= services
    return found


def _by_schedule(partnerships: list[tuple[Any, ...]]) -> dict[str, Bits]:
    times = {each for answered in TIMES_OF_SCHEDULE.values() for each in answered}
    return {
        time: bits_of(
            number for number, (_, schedule) in enumerate(partnerships)
            if time in TIMES_OF_SCHEDULE.get(schedule, times)
        )
        for time in times
    }
