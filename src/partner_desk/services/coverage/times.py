"""At which times of need a resource is open."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import time
from functools import cache

from partner_desk.services.coverage.bits import Bits, bits_of
from partner_desk.services.coverage.sites import Offer
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
_TIMES = (*_HOURS, "weekend", "summer")
_ALL = (1 << len(_TIMES)) - 1
"""Times of need as a set of bits: bit n stands for _TIMES[n]."""


def open_times(
    reader: Reader, places: dict[str, int], offers: Sequence[Offer]
) -> dict[str, Bits]:
    """For each time of need the bits of the services that are open then.

    ``places`` numbers the services. One of which no hours are known may be open at any time.
    """
    known = _times_by_service(reader, offers)
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for service_id, number in places.items():
        alike[known.get(service_id, _ALL)].append(number)
    found = dict.fromkeys(_TIMES, 0)
    for times, numbers in alike.items():
        services = bits_of(numbers)
        for place, each in enumerate(_TIMES):
            if times >> place & 1:
                found[each] |= services
    return found


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


@cache
def _bits_of_hours(byday: str, opens_at: time | None, closes_at: time | None) -> int:
    touched = times_of(byday, opens_at, closes_at)
    return bits_of(place for place, each in enumerate(_TIMES) if each in touched)


def _times_by_service(reader: Reader, offers: Sequence[Offer]) -> dict[str, int]:
    """What the services' own hours say, else those of where they are offered."""
    own: defaultdict[str, int] = defaultdict(int)
    by_offer: defaultdict[str, int] = defaultdict(int)
    by_site: defaultdict[str, int] = defaultdict(int)
    names = ("service_id", "service_at_location_id", "location_id", "byday", "opens_at",
             "closes_at")
    for service_id, offer_id, location_id, *hours in columns(reader, "schedule", names):
        times = _bits_of_hours(*hours)
        if service_id:
            own[service_id] |= times
        if offer_id:
            by_offer[offer_id] |= times
        if location_id:
            by_site[location_id] |= times
    found = dict(own)
    for offer_id, service_id, location_id in offers:
        if service_id and service_id not in own:
            there = by_offer.get(offer_id) or by_site.get(location_id or "") or _ALL
            found[service_id] = found.get(service_id, 0) | there
    return found
