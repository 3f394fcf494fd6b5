"""Which resources are within reach of a school, and by what we know that."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil, cos, floor, hypot, inf, radians

from partner_desk.model.folding import fold
from partner_desk.services.coverage.bits import Bits, bits_of, numbers_in
from partner_desk.services.coverage.sites import Offer, Site, areas_of, sites_of, zip_of
from partner_desk.store.columns import columns
from partner_desk.store.conditions import MILES_TO_A_DEGREE
from partner_desk.store.reader import Reader

NEARNESS = ("near", "zip", "area", "city", "online", "unknown")
"""By what a resource is within reach, the nearest first."""
_LEAST_SIDE, _LEAST_SCALE = 0.001, 0.01
_Square = tuple["array[float]", "array[float]", "array[int]"]


@dataclass(frozen=True, slots=True)
class Reach:
    """How a resource reaches a school: ``code`` is near (``miles``), zip, city, area (``name``),
    online, or unknown: of a resource whose place nobody told."""

    code: str
    miles: float | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class _School:
    latitude: float | None
    longitude: float | None
    postal_code: str
    city: str

    @property
    def is_measured(self) -> bool:
        return self.latitude is not None and self.longitude is not None


class Places:
    """Where services are offered, beside where schools stand.

    ``services`` numbers them; of those that are as near as others the lower number comes first.
    """

    def __init__(
        self, reader: Reader, services: dict[str, int], offers: Sequence[Offer], miles: float
    ) -> None:
        sites = sites_of(reader, services, offers)
        visited = [each for each in sites if each.kind != "virtual"]
        unmeasured = [each for each in visited if None in (each.latitude, each.longitude)]
        self._areas = areas_of(reader, services)
        self._spots = _Spots(visited, miles)
        self._names_of_all = _by_name(visited)
        self._names_of_unmeasured = _by_name(unmeasured)
        self._online = bits_of(
            number for each in sites if each.kind == "virtual" for number in each.numbers
        )
        told = bits_of(number for each in sites for number in each.numbers)
        for _, there in self._areas:
            told |= there
        self._untold = ((1 << len(services)) - 1) & ~told
        names = ("id", "latitude", "longitude", "postal_code", "city")
        self._schools = {
            school_id: _School(latitude, longitude, zip_of(postal), fold(city))
            for school_id, latitude, longitude, postal, city in columns(reader, "school", names)
        }
        self._found: dict[str, dict[str, Bits]] = {}

    def within_reach(self, school_id: str) -> Bits:
        """The bits of the services that a school can reach; all where it tells no place."""
        found = 0
        for each in self._ways(school_id).values():
            found |= each
        return found

    def nearest(
        self, school_id: str, services: Bits, most: int | None = None
    ) -> Iterator[tuple[int, Reach]]:
        """The numbers of ``services`` within reach of a school, the nearest first, ``most`` at
        most; and by what each of them is."""
        return islice(self._by_nearness(school_id, services), most)

    def _by_nearness(self, school_id: str, services: Bits) -> Iterator[tuple[int, Reach]]:
        for code, reached in self._ways(school_id).items():
            there = services & reached
            services &= ~there
            if code == "near":
                yield from self._measured(school_id, there)
            elif code == "area":
                yield from self._named(school_id, there)
            else:
                for number in numbers_in(there):
                    yield number, Reach(code)

    def _measured(self, school_id: str, services: Bits) -> Iterator[tuple[int, Reach]]:
        """The services nearby, each by its nearest place."""
        school, nearest = self._schools[school_id], dict.fromkeys(numbers_in(services), inf)
        if not nearest or school.latitude is None or school.longitude is None:
            return
        here = school.latitude, school.longitude
        for latitude, longitude, number in self._spots.near(*here):
            if number in nearest:
                miles = miles_between(*here, latitude, longitude)
                nearest[number] = min(nearest[number], miles)
        for miles, number in sorted((miles, number) for number, miles in nearest.items()):
            yield number, Reach("near", miles)

    def _named(self, school_id: str, services: Bits) -> Iterator[tuple[int, Reach]]:
        """The services that are for an area of a school, each by the first such area."""
        areas = self._areas_of(self._schools[school_id]) if services else []
        for number in numbers_in(services):
            yield number, Reach("area", name=next(
                name for name, there in areas if there >> number & 1
            ))

    def _ways(self, school_id: str) -> Mapping[str, Bits]:
        """For each of NEARNESS the services that reach a school so."""
        if school_id not in self._found:
            self._found[school_id] = self._reached(self._schools.get(school_id))
        return self._found[school_id]

    def _reached(self, school: _School | None) -> dict[str, Bits]:
        found = dict.fromkeys(NEARNESS, 0) | {"online": self._online, "unknown": self._untold}
        if school is None or not (school.is_measured or school.postal_code or school.city):
            return found | {"unknown": -1}
        # A place that tells where it stands is measured, if the school can be measured from.
        names = self._names_of_unmeasured if school.is_measured else self._names_of_all
        found["zip"] = names.get(school.postal_code, 0)
        found["city"] = names.get(school.city, 0)
        for _, there in self._areas_of(school):
            found["area"] |= there
        if school.latitude is not None and school.longitude is not None:
            near = self._spots.near(school.latitude, school.longitude)
            found["near"] = bits_of(number for *_, number in near)
        return found

    def _areas_of(self, school: _School) -> list[tuple[str, Bits]]:
        """The areas that a school lies in, each with the services that are for it."""
        return [each for each in self._areas if _serves(each[0], school)]


class _Spots:
    """Measured places in squares as wide as the reach, so that few are measured for a school.

    A square holds latitudes, longitudes and numbers of services in rows of bare numbers: a
    hundred thousand objects that stay would hold up the window whenever waste is looked for.
    """

    def __init__(self, sites: Iterable[Site], miles: float) -> None:
        self._reach = miles / MILES_TO_A_DEGREE
        self._side = side = max(self._reach, _LEAST_SIDE)
        self._squares: defaultdict[tuple[int, int], _Square] = defaultdict(
            lambda: (array("d"), array("d"), array("l"))
        )
        for each in sites:
            latitude, longitude = each.latitude, each.longitude
            if latitude is not None and longitude is not None:
                down, across, numbers = self._squares[
                    floor(latitude / side), floor(longitude / side)
                ]
                for number in each.numbers:
                    down.append(latitude)
                    across.append(longitude)
                    numbers.append(number)

    def near(self, latitude: float, longitude: float) -> Iterator[tuple[float, float, int]]:
        """Latitude, longitude and number of what is within reach."""
        # Measured here as in ``miles_between``, without a call for each of a million pairs.
        scale, most = cos(radians(latitude)), self._reach * self._reach
        for those in self._around(latitude, longitude, scale):
            for down, across, number in zip(*those, strict=True):
                if (down - latitude) ** 2 + ((across - longitude) * scale) ** 2 <= most:
                    yield down, across, number

    def _around(self, latitude: float, longitude: float, scale: float) -> Iterator[_Square]:
        down, across = floor(latitude / self._side), floor(longitude / self._side)
        wide = ceil(1 / max(scale, _LEAST_SCALE))  # Degrees of longitude are shorter.
        for row in range(down - 1, down + 2):
            for column in range(across - wide, across + wide + 1):
                if (row, column) in self._squares:
                    yield self._squares[row, column]


def miles_between(latitude: float, longitude: float, other_latitude: float,
                  other_longitude: float) -> float:
    """The distance of two places in miles, right to a hundredth within a city."""
    across = (longitude - other_longitude) * cos(radians(latitude))
    return MILES_TO_A_DEGREE * hypot(latitude - other_latitude, across)


def _by_name(sites: Iterable[Site]) -> dict[str, Bits]:
    """The bits of services by the ZIP codes and by the cities of their places."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for each in sites:
        if each.postal_code:
            found[each.postal_code] += each.numbers
        if each.city:
            found[each.city] += each.numbers
    return {name: bits_of(numbers) for name, numbers in found.items()}


def _serves(area: str, school: _School) -> bool:
    """Whether the name of an area is that of a school's city or tells its ZIP code."""
    words = fold(area)
    return bool(
        (school.postal_code and school.postal_code in words.split())
        or (school.city and f"{words} ".startswith(f"{school.city} "))
    )
