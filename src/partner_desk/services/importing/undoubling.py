"""A record of another origin that a list leads to gets no second telephone, address, person ..."""

import re
from collections.abc import Iterator, Mapping

from partner_desk.files.hsds import Directory, RawRecord, SourceRow
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.places import Address, Location
from partner_desk.model.registry import KINDS
from partner_desk.services.duplicates.normal import street
from partner_desk.services.importing.deciding import Joined
from partner_desk.services.importing.match import Matcher
from partner_desk.services.importing.source import record_id
from partner_desk.services.importing.values import value_reader
from partner_desk.store.reader import Reader

_TOLD_BY = {
    "phone": "number", "address": "address_1", "contact": "name", "language": "name",
    "eligibility": "description", "required_document": "document", "service_area": "name",
    "program": "name",
}
"""By which field two parts of one record are the same thing."""
Mark = tuple[str, object]
"""The kind of a part, and what tells it."""
Where = tuple[object, str]
"""What the addresses of one place have in common, however its street is written."""
_NOWHERE: Where = ("", "")


class HeldParts:
    """Lets the parts that a list tells of be those that their record has from elsewhere."""

    def __init__(
        self, reader: Reader, matcher: Matcher, source_id: str, joined: Joined
    ) -> None:
        self._reader, self._matcher, self._joined = reader, matcher, joined
        self._source_id = source_id
        self._free: dict[str, dict[Mark, str]] = {}
        self._ids: set[str] = set()
        self._others: set[str] = set()
        self._places: dict[str, dict[Where, str]] = {}

    def settled(self, row: SourceRow) -> SourceRow:
        """Join what this row tells of with what is there; each is there for one key only.

        What tells the same in other letters stays as the office wrote it: "(401) 555-0100".
        """
        if not self._matcher.aliases or not any(each.kind in _TOLD_BY for each in row.records):
            return row
        return row._replace(records=tuple(self._settled(each) for each in row.records))

    def _settled(self, record: RawRecord) -> RawRecord:
        told_by = _TOLD_BY.get(record.kind, "")
        if not told_by:
            return record
        if not self._is_known(record):
            self._settle(record)
        if not self._is_known(record):
            return record
        held_id = self._matcher.id_of(record.kind, record.key)
        held = self._reader.get(KINDS[record.kind], held_id)
        said = getattr(held, told_by, "")
        if _mark(record.kind, said) != _mark(record.kind, record.values.get(told_by, "")):
            return record
        return record._replace(values={**record.values, told_by: str(said)})

    def settle_places(self, row: SourceRow, addresses: Mapping[str, Where]) -> None:
        """The same for a place, which is told by its address; ``addresses`` are by its key."""
        own = row.records[0]
        if own.kind != "location" or self._is_known(own):
            return
        for kind, owner_id in self._owners(own):
            if kind == "organization" and owner_id in self._others:
                held = self._held_places(owner_id)
                if place := held.pop(addresses.get(own.key, _NOWHERE), ""):
                    self._joined.join_part(own.kind, own.key, place)

    def _held_places(self, owner_id: str) -> dict[Where, str]:
        """The places of an organization by where they are, those that nothing was joined with."""
        if owner_id not in self._places:
            taken = set(self._matcher.aliases.values())
            ids = [each.id for each in self._reader.find(Location, organization_id=owner_id)
                   if each.id not in taken]
            self._places[owner_id] = {
                where_mark(each.address_1, each.city): each.location_id or ""
                for each in self._reader.find_by(Address, "location_id", ids) if each.address_1
            }
        return self._places[owner_id]

    def _is_known(self, record: RawRecord) -> bool:
        own_id = record_id(self._source_id, record.kind, record.key)
        return own_id in self._matcher.aliases

    def _settle(self, record: RawRecord) -> None:
        told = record.values.get(_TOLD_BY[record.kind], "")
        if not told:
            return  # Two towns without a street are not one.
        mark = _mark(record.kind, told)
        owners = list(self._owners(record))
        if not all(owner_id in self._others for _, owner_id in owners):
            return  # It is of a record of this list as well.
        for kind, owner_id in owners:
            held = self._held(kind, owner_id)
            if record_id(self._source_id, record.kind, record.key) in self._ids:
                return
            if mark in held:
                self._joined.join_part(record.kind, record.key, held.pop(mark))
                return

    def _owners(self, record: RawRecord) -> Iterator[tuple[str, str]]:
        """Kind and id of what a record belongs to; those of another origin are taken down."""
        reader = value_reader(record.kind)
        for name in reader.owners:
            key = record.values.get(name)
            if isinstance(key, str) and key:
                kind = reader.references[name]
                found = self._matcher.id_of(kind, key)
                if found != record_id(self._source_id, kind, key):
                    self._others.add(found)
                yield kind, found

    def _held(self, kind: str, owner_id: str) -> dict[Mark, str]:
        """The parts of a record by what tells them, those that no row was joined with yet."""
        if owner_id not in self._free:
            record = self._reader.get(KINDS[kind], owner_id)
            parts = self._parts(record) if record is not None else []
            self._ids.update(each.id for each in parts)
            self._free[owner_id] = {
                _mark(each.kind, getattr(each, _TOLD_BY[each.kind])): each.id
                for each in reversed(parts)
            }
        return self._free[owner_id]

    def _parts(self, record: Record) -> list[Record]:
        children = self._reader.children(record).values()
        taken = set(self._matcher.aliases.values())
        return [each for held in children for each in held
                if each.kind in _TOLD_BY and each.id not in taken]


def where_mark(address: str, city: str) -> Where:
    """What tells a place by the first address that it has."""
    return _street_mark(address), fold(city)


def _street_mark(address: str) -> object:
    known = street(address)
    return known[:4] if known else fold(address)


def addresses_told(directory: Directory) -> dict[str, Where]:
    """Where the places of a directory are, by the key of their rows."""
    found: dict[str, Where] = {}
    for row in directory.rows(("address",)):
        for each in row.records if isinstance(row, SourceRow) else ():
            place, address = each.values.get("location_id"), each.values.get("address_1")
            if isinstance(place, str) and isinstance(address, str) and address:
                city = str(each.values.get("city", ""))
                found.setdefault(place, where_mark(address, city))
    return found


def _mark(kind: str, said: object) -> Mark:
    text = str(said)
    if kind == "address":
        return kind, _street_mark(text)
    return kind, re.sub(r"\D", "", text)[-10:] if kind == "phone" else fold(text)
