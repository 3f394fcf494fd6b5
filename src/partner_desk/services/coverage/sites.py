"""The places at which services are offered, and the areas they are for, as far as they are told."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.coverage.bits import Bits, bits_of
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

Offer = tuple[str, str | None, str | None]
"""That a service is offered at a location: its own id, the service's, the location's."""


class Site(NamedTuple):
    """A place that tells where it is, and the numbers of the services there."""

    numbers: list[int]
    kind: str
    latitude: float | None
    longitude: float | None
    postal_code: str
    city: str


def offers_of(reader: Reader) -> list[Offer]:
    """Which service is offered where."""
    return columns(reader, "service_at_location", ("id", "service_id", "location_id"))


def sites_of(
    reader: Reader, services: dict[str, int], offers: Sequence[Offer]
) -> list[Site]:
    """The places of the services that ``services`` numbers, those that tell where they are."""
    at: defaultdict[str | None, list[int]] = defaultdict(list)
    for _, service_id, location_id in offers:
        number = services.get(service_id or "")
        if number is not None:
            at[location_id].append(number)
    addresses: dict[str, tuple[str, str]] = {}
    folded = cache(fold)  # Thousands of places stand in a few towns.
    for location_id, postal, city in columns(
        reader, "address", ("location_id", "postal_code", "city")
    ):
        if location_id in at:
            addresses.setdefault(location_id, (zip_of(postal), folded(city)))
    names = ("id", "location_type", "latitude", "longitude")
    found = (
        Site(at[location_id], kind, latitude, longitude, *addresses.get(location_id, ("", "")))
        for location_id, kind, latitude, longitude in columns(reader, "location", names)
        if location_id in at
    )
    return [each for each in found if _is_told(each)]


def areas_of(reader: Reader, services: dict[str, int]) -> list[tuple[str, Bits]]:
    """The areas that services are for, each with the services that are for it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for service_id, name in columns(reader, "service_area", ("service_id", "name")):
        if service_id in services and name.strip():
            found[name].append(services[service_id])
    return [(name, bits_of(numbers)) for name, numbers in found.items()]


def zip_of(postal_code: str) -> str:
    """The five digits of a ZIP code, whatever follows them."""
    return postal_code.strip()[:5]


def _is_told(site: Site) -> bool:
    return site.kind == "virtual" or site.latitude is not None or bool(
        site.postal_code or site.city
    )
