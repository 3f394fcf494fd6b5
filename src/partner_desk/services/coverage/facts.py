"""What there is to answer the needs of schools, read in one pass over a few columns.

Sets of resources and of partnerships are whole numbers whose bits stand for them: what hundreds
of needs have in common with thousands of resources is found by a few bit operations each.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from partner_desk.model.partners import Need
from partner_desk.model.queries import Condition, OneOf
from partner_desk.services.categories import parents_of, subtree_of
from partner_desk.services.coverage.bits import Bits, bits_of
from partner_desk.services.coverage.places import Places
from partner_desk.services.coverage.times import open_times
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


@dataclass(slots=True)
class Facts:
    """What there is, with everything by id; ``-1`` as bits means all of them."""

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
            _any(self.partners_by_category, self.subtree(need.category_id))
            & self.partners_by_school.get(need.school_id or "", 0)
            & self.partners_by_time.get(need.time, -1)
        )

    def resources_for(self, need: Need) -> Bits:
        """The active resources that could answer a need: category, ages, time and place fit."""
        if need.category_id is None:
            return 0
        fitting = (
            _any(self.by_category, self.subtree(need.category_id))
            & self.by_band.get(need.grade_band, -1)
            & self.by_time.get(need.time, -1)
        )
        return fitting & self.places.within_reach(need.school_id or "") if fitting else 0


def facts_of(reader: Reader, miles: float = NEAR_MILES) -> Facts:
    """Read what there is; a place is near a school within ``miles``."""
    services = columns(
        reader, "service", ("id", "minimum_age", "maximum_age"), (Condition("status", "active"),)
    )
    place = {row[0]: number for number, row in enumerate(services)}
    partnerships = columns(
        reader, "partnership", ("id", "schedule"), (OneOf("stage", AT_WORK),)
    )
    seat = {row[0]: number for number, row in enumerate(partnerships)}
    return Facts(
        services=list(place),
        partnerships=list(seat),
        parents=parents_of(reader),
        by_category=_links(reader, "service_category", "category_id", "service_id", place),
        by_band={band: bits_of(_of_ages(services, *ages)) for band, ages in AGES.items()},
        by_time=open_times(reader, place),
        places=Places(reader, place, miles),
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
        if value and record_id in numbers:
            found[value].append(numbers[record_id])
    return {value: bits_of(each) for value, each in found.items()}


def _any(bits: dict[str, Bits], keys: Iterable[str]) -> Bits:
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
    return found


def _of_ages(services: list[tuple[Any, ...]], first: int, last: int) -> Iterable[int]:
    """The places in the list of those for somebody between two ages."""
    return (
        number for number, (_, youngest, oldest) in enumerate(services)
        if (youngest is None or youngest <= last) and (oldest is None or oldest >= first)
    )


def _by_schedule(partnerships: list[tuple[Any, ...]]) -> dict[str, Bits]:
    times = {each for answered in TIMES_OF_SCHEDULE.values() for each in answered}
    return {
        time: bits_of(
            number for number, (_, schedule) in enumerate(partnerships)
            if time in TIMES_OF_SCHEDULE.get(schedule, times)
        )
        for time in times
    }
