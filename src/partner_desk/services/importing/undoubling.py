"""A record of another origin that a list leads to gets no second telephone, address, person ..."""

import re
from collections.abc import Iterator

from partner_desk.files.hsds import RawRecord, SourceRow
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.registry import KINDS
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


class HeldParts:
    """Lets the parts that a list tells of be those that their record has from elsewhere."""

    def __init__(
        self, reader: Reader, matcher: Matcher, source_id: str, joined: Joined
    ) -> None:
        self._reader, self._matcher, self._joined = reader, matcher, joined
        self._source_id = source_id
        self._free: dict[str, dict[tuple[str, str], str]] = {}
        self._ids: set[str] = set()
        self._others: set[str] = set()

    def settle(self, row: SourceRow) -> None:
        """Join what this row tells of with what is there; each is there for one key only."""
        if not self._matcher.aliases:
            return
        for each in row.records:
            if each.kind in _TOLD_BY and not self._is_known(each):
                self._settle(each)

    def _is_known(self, record: RawRecord) -> bool:
        own_id = record_id(self._source_id, record.kind, record.key)
        return own_id in self._matcher.aliases

    def _settle(self, record: RawRecord) -> None:
        mark = _mark(record.kind, record.values.get(_TOLD_BY[record.kind], ""))
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

    def _held(self, kind: str, owner_id: str) -> dict[tuple[str, str], str]:
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


def _mark(kind: str, said: object) -> tuple[str, str]:
    text = str(said)
    return kind, re.sub(r"\D", "", text)[-10:] if kind == "phone" else fold(text)
