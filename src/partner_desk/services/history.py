"""The history of a record and of the office, told in what people see: labels and shown values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from partner_desk.model.fields import Field, Record
from partner_desk.model.history import CREATED, Change, ChangeSet, Conflict
from partner_desk.model.registry import KINDS, children_of
from partner_desk.services.records import captions, kind_named
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one record: ``field`` is None where the record was made.

    ``before`` and ``after`` are shown texts; references are shown by what they point at.
    """

    kind: str
    record_id: str
    caption: str
    field: Field | None
    before: str
    after: str
    change: Change


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change set and the lines of it that concern the record asked for."""

    change_set: ChangeSet
    lines: tuple[HistoryLine, ...]


def history_of(store: Store, kind: str, record_id: str, limit: int = 200) -> list[HistoryEntry]:
    """What happened to a record and its children, newest first."""
    entity = kind_named(kind)
    with store.reading() as reader:
        ids = [record_id, *_children_ids(reader, entity, record_id)]
        found = reader.history(ids)[:limit]
        return [_entry(reader, change_set, changes) for change_set, changes in found]


def entry_of(store: Store, change_set: ChangeSet, limit: int = 500) -> HistoryEntry:
    """A whole change set in lines; those after ``limit`` are left out."""
    with store.reading() as reader:
        return _entry(reader, change_set, reader.changes(change_set.id)[:limit])


def conflict_lines(store: Store, conflicts: Sequence[Conflict]) -> list[HistoryLine]:
    """What an undo left as it was, in lines: ``before`` is now, ``after`` was to be put back."""
    with store.reading() as reader:
        names: dict[str, str] = {}
        for kind in {each.kind for each in conflicts}:
            ids = {each.record_id for each in conflicts if each.kind == kind}
            names |= captions(reader, kind, ids)
        return [
            _line(
                reader,
                Change(0, each.kind, each.record_id, each.field, each.found, each.wanted),
                names,
            )
            for each in conflicts
        ]


def recent(store: Store, limit: int = 20) -> list[ChangeSet]:
    """The newest change sets."""
    with store.reading() as reader:
        return reader.change_sets(limit)


def _children_ids(reader: Reader, entity: type[Record], record_id: str) -> list[str]:
    return [
        each
        for child, link in children_of(entity.kind)
        for each in reader.ids_owned_by(child, link.name, record_id)
    ]


def _entry(reader: Reader, change_set: ChangeSet, changes: list[Change]) -> HistoryEntry:
    names: dict[str, str] = {}
    for kind in {each.kind for each in changes}:
        names |= captions(reader, kind, {each.record_id for each in changes if each.kind == kind})
    lines = tuple(_line(reader, each, names) for each in changes)
    return HistoryEntry(change_set, lines)


def _line(reader: Reader, change: Change, names: dict[str, str]) -> HistoryLine:
    field = None if change.field == CREATED else KINDS[change.kind].declarations.get(change.field)
    return HistoryLine(
        kind=change.kind,
        record_id=change.record_id,
        caption=names.get(change.record_id, ""),
        field=field,
        before=_shown(reader, field, change.before),
        after=_shown(reader, field, change.after),
        change=change,
    )


def _shown(reader: Reader, field: Field | None, packed: Any) -> str:
    if field is None or packed is None:
        return ""
    if field.target:
        return captions(reader, field.target, [str(packed)]).get(str(packed), "")
    return field.type.show(field.type.unpack(packed))
