"""A row that is a record of another origin brings nothing that the record has already."""

import re
from collections.abc import Iterator

from partner_desk.files.hsds import RawRecord, SourceRow
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.match import Matcher
from partner_desk.services.importing.source import record_id
from partner_desk.store.reader import Reader

_TOLD_BY = {
    "phone": "number", "address": "address_1", "contact": "name", "language": "name",
    "eligibility": "description", "required_document": "document", "service_area": "name",
}
"""By which field two children of one record are the same thing."""


def undoubled(reader: Reader, matcher: Matcher, source_id: str, row: SourceRow) -> SourceRow:
    """The row without the telephones, addresses, people ... that its record has from elsewhere."""
    own = row.records[0]
    id_ = matcher.id_of(own.kind, own.key)
    if id_ == record_id(source_id, own.kind, own.key):
        return row
    record = reader.get(KINDS[own.kind], id_)
    if record is None:
        return row
    held = [each for children in reader.children(record).values() for each in children]
    ids = {each.id for each in held}
    there = {_mark(each.kind, getattr(each, _TOLD_BY[each.kind])) for each in _told(held)}
    left_out = {
        each.key for each in row.records[1:]
        if each.kind in _TOLD_BY and matcher.id_of(each.kind, each.key) not in ids
        and _mark(each.kind, each.values.get(_TOLD_BY[each.kind], "")) in there
    }
    kept = (each for each in row.records if not _goes(each, own, left_out))
    return row._replace(records=tuple(kept))


def _told(held: list[Record]) -> Iterator[Record]:
    return (each for each in held if each.kind in _TOLD_BY)


def _mark(kind: str, said: object) -> tuple[str, str]:
    text = str(said)
    return kind, re.sub(r"\D", "", text)[-10:] if kind == "phone" else fold(text)


def _goes(record: RawRecord, own: RawRecord, left_out: set[str]) -> bool:
    """Whether a record, or what it belongs to, is left out."""
    if record is own:
        return False
    return record.key in left_out or any(
        value in left_out for name, value in record.values.items() if name.endswith("_id")
    )
