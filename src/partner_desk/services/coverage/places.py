"""Which resources are within reach of a school, and by what we know that."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import cos, hypot, radians

from partner_desk.model.folding import fold
from partner_desk.services.coverage.bits import bits_of
from partner_desk.store.columns import columns
from partner_desk.store.conditions import MILES_TO_A_DEGREE
from partner_desk.store.reader import Reader

_NEARNESS = ("near", "zip", "area", "city", "online", "unknown")


@dataclass(frozen=True, slots=True)
class Reach:
    """How a resource reaches a school: ``code`` is near (``miles``), zip, city, area (``name``),
    online, or unknown: of a resource whose place nobody told."""

    code: str
    miles: float | None = None
    name: str = ""

    @property
    def rank(self) -> tuple[int, float]:
        """Smaller is nearer."""
        return _NEARNESS.index(self.code), self.miles or 0.0


@dataclass(frozen=True, slots=True)
class _Site:
    number: int
    kind: str
    latitude: float | None
    longitude: float | None
    postal_code: str
    city: str


@dataclass(frozen=True, slots=True)
class _School:
    latitude: float | None
    longitude: float | None
    postal_code: str
    city: str


class Places:
    """Where services are offered, beside where schools stand."""

    def __init__(self, reader: Reader, services: dict[str, int], miles: float) -> None:
        self._miles = miles
        self._services = services
        self._sites = _sites(reader, services)
        self._areas = _areas(reader, services)
        names = ("id", "latitude", "longitude", "postal_code", "city")
        self._schools = {
            school_id: _School(latitude, longitude, _zip(postal), fold(city))
            for school_id, latitude, longitude, postal, city in columns(reader, "school", names)
        }
        self._found: dict[str, int] = {}

    def within_reach(self, school_id: str) -> int:
        """The bits of the services that a school can reach; all where it tells no place."""
        if school_id not in self._found:
            self._found[school_id] = self._reached(school_id)
        return self._found[school_id]

    def reaches(self, school_id: str, service_ids: Iterable[str]) -> dict[str, Reach]:
        """By what each of these services is within reach of a school, its nearest place first."""
        school = self._schools.get(school_id)
        numbers = {self._services[each]: each for each in service_ids}
        ways: dict[str, list[Reach]] = {each: [] for each in numbers.values()}
        for site in self._sites:
            way = self._way(school, site) if site.number in numbers else None
            if way is not None:
                ways[numbers[site.number]].append(way)
        for number, name in self._areas:
            if number in numbers and school is not None and _serves(name, school):
                ways[numbers[number]].append(Reach("area", name=name))
        return {
            each: min(found, key=lambda way: way.rank, default=Reach("unknown"))
            for each, found in ways.items()
        }

    def _reached(self, school_id: str) -> int:
        school = self._schools.get(school_id)
        if school is None or not (_is_placed(school) or school.postal_code or school.city):
            return -1
        # A place that tells where it stands is measured, if the school can be measured from.
        measured = _is_placed(school)
        names = self._names_of_unmeasured if measured else self._names_of_all
        found = self._anywhere | self._serving(school)
        found |= names.get(school.postal_code, 0) | names.get(school.city, 0)
        return found | self._nearby(school) if measured else found

    def _nearby(self, school: _School) -> int:
        assert school.latitude is not None and school.longitude is not None
        reach = self._miles / MILES_TO_A_DEGREE
        spots, latitude, longitude = self._spots, school.latitude, school.longitude
        first = bisect_left(spots, latitude - reach, key=_latitude)
        last = bisect_right(spots, latitude + reach, key=_latitude)
        # Measured here as in ``miles_between``, without a call for each of a million pairs.
        scale, square = cos(radians(latitude)), reach * reach
        return bits_of([
            number for there, across, numbers in spots[first:last]
            if (there - latitude) ** 2 + ((across - longitude) * scale) ** 2 <= square
            for number in numbers
        ])

    def _serving(self, school: _School) -> int:
        return bits_of(number for number, name in self._areas if _serves(name, school))

    @cached_property
    def _spots(self) -> list[tuple[float, float, list[int]]]:
        """Latitude, longitude and the numbers of the services there, from south to north."""
        found: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
        for each in self._sites:
            if each.latitude is not None and each.longitude is not None:
                found[each.latitude, each.longitude].append(each.number)
        return [(*spot, numbers) for spot, numbers in sorted(found.items())]

    @cached_property
    def _names_of_all(self) -> dict[str, int]:
        return _by_name(self._sites)

    @cached_property
    def _names_of_unmeasured(self) -> dict[str, int]:
        return _by_name([each for each in self._sites if each.latitude is None])

    @cached_property
    def _anywhere(self) -> int:
        """The services online, and those of which neither a place nor an area is told."""
        online = {each.number for each in self._sites if each.kind == "virtual"}
        told = {each.number for each in self._sites} | {number for number, _ in self._areas}
        return bits_of(online | (set(self._services.values()) - told))

    def _way(self, school: _School | None, site: _Site) -> Reach | None:
        if site.kind == "virtual":
            return Reach("online")
        if school is None:
            return None
        if (
            site.latitude is not None and site.longitude is not None
            and school.latitude is not None and school.longitude is not None
        ):
            miles = miles_between(
                school.latitude, school.longitude, site.latitude, site.longitude
            )
            return Reach("near", miles) if miles <= self._miles else None
        if site.postal_code and site.postal_code == school.postal_code:
            return Reach("zip", name=site.postal_code)
        if site.city and site.city == school.city:
            return Reach("city")
        return None


def miles_between(latitude: float, longitude: float, other_latitude: float,
                  other_longitude: float) -> float:
    """The distance of two places in miles, right to a hundredth within a city."""
    across = (longitude - other_longitude) * cos(radians(latitude))
    return MILES_TO_A_DEGREE * hypot(latitude - other_latitude, across)


def _sites(reader: Reader, services: dict[str, int]) -> list[_Site]:
    """The places of services with what is known of where they are."""
    names = ("id", "location_type", "latitude", "longitude")
    locations = {row[0]: row[1:] for row in columns(reader, "location", names)}
    addresses: dict[str, tuple[str, str]] = {}
    for location_id, postal, city in columns(
        reader, "address", ("location_id", "postal_code", "city")
    ):
        if location_id:
            addresses.setdefault(location_id, (_zip(postal), fold(city)))
    found = []
    for service_id, location_id in columns(
        reader, "service_at_location", ("service_id", "location_id")
    ):
        if service_id in services and location_id in locations:
            kind, latitude, longitude = locations[location_id]
            postal, city = addresses.get(location_id, ("", ""))
            found.append(
                _Site(services[service_id], kind, latitude, longitude, postal, city)
            )
    return [each for each in found if _is_told(each)]


def _areas(reader: Reader, services: dict[str, int]) -> list[tuple[int, str]]:
    """The areas that services are for: number of the service, name of the area."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for service_id, name in columns(reader, "service_area", ("service_id", "name")):
        if service_id in services and name.strip():
            found[services[service_id]].append(name)
    return [(number, name) for number, names in found.items() for name in names]


def _by_name(sites: Iterable[_Site]) -> dict[str, int]:
    """The bits of services by the ZIP codes and by the cities of their places."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for each in sites:
        for name in filter(None, (each.postal_code, each.city)):
            found[name].append(each.number)
    return {name: bits_of(numbers) for name, numbers in found.items()}


def _latitude(spot: tuple[float, float, list[int]]) -> float:
    return spot[0]


def _is_placed(school: _School) -> bool:
    return school.latitude is not None and school.longitude is not None


def _is_told(site: _Site) -> bool:
    return site.kind == "virtual" or site.latitude is not None or bool(
        site.postal_code or site.city
    )


def _serves(area: str, school: _School) -> bool:
    """Whether the name of an area is that of a school's city or tells its ZIP code."""
    words = fold(area)
    return bool(
        (school.postal_code and school.postal_code in words.split())
        or (school.city and f"{words} ".startswith(f"{school.city} "))
    )


def _zip(postal_code: str) -> str:
    """The five digits of a ZIP code, whatever follows them."""
    return postal_code.strip()[:5]
