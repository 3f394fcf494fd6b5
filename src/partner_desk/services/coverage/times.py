"""At which times of need a resource is open."""

from collections import defaultdict
from datetime import time
from typing import Any

from partner_desk.services.coverage.bits import bits_of
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

_SCHOOL_DAYS = {"MO", "TU", "WE", "TH", "FR"}
_WEEKEND = {"SA", "SU"}
_HOURS = {
    "before_school": (time(6), time(8)),
    "school_day": (time(8), time(15)),
    "after_school": (time(15), time(18)),
    "evening": (time(18), time(22)),
}
"""From when until when a time of need lasts on a school day."""
_ALL = frozenset((*_HOURS, "weekend", "summer"))

Row = tuple[Any, ...]


def open_times(reader: Reader, places: dict[str, int]) -> dict[str, int]:
    """For each time of need the bits of the services that are open then.

    ``places`` numbers the services. One of which no hours are known may be open at any time.
    """
    known = _times_by_service(reader)
    found: dict[str, list[int]] = {each: [] for each in _ALL}
    for service_id, number in places.items():
        for each in known.get(service_id, _ALL):
            found[each].append(number)
    return {each: bits_of(numbers) for each, numbers in found.items()}


def times_of(byday: str, opens_at: time | None, closes_at: time | None) -> frozenset[str]:
    """The times of need that opening hours touch; hours or days that are not told touch all."""
    days = {each.strip().upper()[-2:] for each in byday.split(",") if each.strip()}
    on_school_days = not days or bool(days & _SCHOOL_DAYS)
    found = {"summer"}  # Hours of the year are hours of the summer too.
    if not days or days & _WEEKEND:
        found.add("weekend")
    if on_school_days:
        found |= {
            each for each, (first, last) in _HOURS.items()
            if (opens_at is None or opens_at < last) and (closes_at is None or closes_at > first)
        }
    return frozenset(found)


def _times_by_service(reader: Reader) -> dict[str, set[str]]:
    """What the services' own hours say, else those of where they are offered."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    offers: defaultdict[str, set[str]] = defaultdict(set)
    sites: defaultdict[str, set[str]] = defaultdict(set)
    names = ("service_id", "service_at_location_id", "location_id", "byday", "opens_at",
             "closes_at")
    seen: dict[tuple[Any, ...], frozenset[str]] = {}
    for service_id, offer_id, location_id, *hours in columns(reader, "schedule", names):
        key = tuple(hours)
        if key not in seen:
            seen[key] = times_of(*key)
        for table, record_id in ((own, service_id), (offers, offer_id), (sites, location_id)):
            if record_id:
                table[record_id] |= seen[key]
    found = dict(own)
    for offer_id, service_id, location_id in columns(
        reader, "service_at_location", ("id", "service_id", "location_id")
    ):
        if service_id and service_id not in own:
            there = offers.get(offer_id) or sites.get(location_id or "")
            found[service_id] = found.get(service_id, set()) | (there or _ALL)
    return found
