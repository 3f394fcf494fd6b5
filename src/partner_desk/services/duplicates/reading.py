"""The facts of records that the office holds, by kind."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.registry import KINDS
from partner_desk.model.resources import Service
from partner_desk.services.duplicates.facts import Facts, Place
from partner_desk.store.reader import Reader

_BATCH = 2_000
_Gather = Callable[[Reader, Sequence[Any]], Iterator[Facts]]


def facts_of(reader: Reader, kind: str, records: Sequence[Record]) -> list[Facts]:
    """The facts of records of one kind, in their order.

    Raises InputError("duplicates.not_of_kind") for a kind that is not looked through.
    """
    return list(_gatherer(kind)(reader, records))


def all_facts(reader: Reader, kind: str) -> Iterator[tuple[str, Facts]]:
    """The id and the facts of every live record of a kind. Raises like ``facts_of``."""
    gather = _gatherer(kind)
    records = reader.stream(KINDS[kind])
    while batch := list(islice(records, _BATCH)):
        for record, facts in zip(batch, gather(reader, batch), strict=True):
            yield record.id, facts


def require_kind(kind: str) -> None:
    """See that a kind is looked through. Raises InputError("duplicates.not_of_kind")."""
    _gatherer(kind)


def _gatherer(kind: str) -> _Gather:
    if kind not in _GATHER:
        raise InputError(Problem("duplicates.not_of_kind", values={
            "name": kind, "known": ", ".join(_GATHER)
        }))
    return _GATHER[kind]


def _organizations(reader: Reader, records: Sequence[Organization]) -> Iterator[Facts]:
    ids = [each.id for each in records]
    phones = _phones(reader, "organization_id", ids)
    streets = _addresses(reader, "organization_id", ids)
    places = reader.find_by(Location, "organization_id", ids)
    of_places = _addresses(reader, "location_id", [each.id for each in places])
    for place in places:
        streets[place.organization_id or ""] += of_places[place.id]
    for each in records:
        yield Facts(
            each.name, _several(each.alternate_name), each.ein, phones[each.id], _one(each.email),
            _one(each.website), streets[each.id],
        )


def _schools(reader: Reader, records: Sequence[School]) -> Iterator[Facts]:
    for each in records:
        place = Place(each.address_1, each.city, each.postal_code)
        yield Facts(
            each.name, phones=_one(each.phone), emails=_one(each.email),
            addresses=(place,) if any(place) else (), number=each.nces_id,
        )


def _contacts(reader: Reader, records: Sequence[Contact]) -> Iterator[Facts]:
    phones = _phones(reader, "contact_id", [each.id for each in records])
    for each in records:
        owners = (getattr(each, link.name) for link in Contact.owner_fields())
        yield Facts(
            each.name, phones=phones[each.id], emails=_one(each.email),
            within=tuple(owner for owner in owners if owner),
        )


def _services(reader: Reader, records: Sequence[Service]) -> Iterator[Facts]:
    ids = [each.id for each in records]
    phones = _phones(reader, "service_id", ids)
    offered = reader.find_by(ServiceAtLocation, "service_id", ids)
    streets = _addresses(
        reader, "location_id", list({each.location_id for each in offered if each.location_id})
    )
    at: dict[str, tuple[Place, ...]] = defaultdict(tuple)
    for link in offered:
        at[link.service_id or ""] += streets[link.location_id or ""]
    for each in records:
        yield Facts(
            each.name, _several(each.alternate_name), phones=phones[each.id],
            emails=_one(each.email), websites=_one(each.url), addresses=at[each.id],
            within=_one(each.organization_id or ""),
        )


def _locations(reader: Reader, records: Sequence[Location]) -> Iterator[Facts]:
    ids = [each.id for each in records]
    phones = _phones(reader, "location_id", ids)
    streets = _addresses(reader, "location_id", ids)
    for each in records:
        yield Facts(
            each.name, _several(each.alternate_name), phones=phones[each.id],
            websites=_one(each.url), addresses=streets[each.id],
            within=_one(each.organization_id or ""),
        )


_GATHER: dict[str, _Gather] = {
    "organization": _organizations,
    "school": _schools,
    "contact": _contacts,
    "service": _services,
    "location": _locations,
}
DUPLICATE_KINDS = tuple(_GATHER)
"""The kinds of records that are looked through for duplicates."""


def _phones(reader: Reader, link: str, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    return _grouped(
        (getattr(each, link), each.number) for each in reader.find_by(PhoneNumber, link, ids)
    )


def _addresses(reader: Reader, link: str, ids: Sequence[str]) -> dict[str, tuple[Place, ...]]:
    return _grouped(
        (getattr(each, link), Place(each.address_1, each.city, each.postal_code))
        for each in reader.find_by(Address, link, ids)
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = defaultdict(tuple)
    for owner_id, value in pairs:
        found[owner_id] += (value,)
    return found


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _several(text: str) -> tuple[str, ...]:
    """The other names of a field: people part them by semicolons and lines."""
    parts = (each.strip() for each in text.replace("\n", ";").split(";"))
    return tuple(each for each in parts if each)
