"""The history of a record and of the office, told in what people see: labels and shown values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from partner_desk.model.fields import Field
from partner_desk.model.history import CREATED, Change, ChangeSet, Conflict
from partner_desk.model.registry import KINDS
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
        ids = [record_id, *reader.ids_of_children(entity.kind, record_id)]
        found = reader.history(ids)[:limit]
        names = _names(reader, [each for _, changes in found for each in changes])
        return [_entry(reader, change_set, changes, names) for change_set, changes in found]


def entry_of(store: Store, change_set: ChangeSet, limit: int = 500) -> HistoryEntry:
    """A whole change set in lines; those after ``limit`` are left out."""
    with store.reading() as reader:
        changes = reader.changes(change_set.id)[:limit]
        return _entry(reader, change_set, changes, _names(reader, changes))


def conflict_lines(store: Store, conflicts: Sequence[Conflict]) -> list[HistoryLine]:
    """What an undo left as it was, in lines: ``before`` is now, ``after`` was to be put back."""
    with store.reading() as reader:
        changes = [
            Change(0, each.kind, each.record_id, each.field, each.found, each.wanted)
            for each in conflicts
        ]
        names = _names(reader, changes)
        return [_line(reader, each, names) for each in changes]


def recent(store: Store, limit: int = 20) -> list[ChangeSet]:
    """The newest change sets."""
    with store.reading() as reader:
        return reader.change_sets(limit)


def _names(reader: Reader, changes: Sequence[Change]) -> dict[str, str]:
    """What the changed records are called, by id."""
    names: dict[str, str] = {}
    for kind in {each.kind for each in changes}:
        names |= captions(reader, kind, {each.record_id for each in changes if each.kind == kind})
    return names


def _entry(
    reader: Reader, change_set: ChangeSet, changes: list[Change], names: dict[str, str]
) -> HistoryEntry:
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
