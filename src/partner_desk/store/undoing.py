"""Undo and redo: a change set is put back field by field, and that is a change set again."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from partner_desk.model.fields import Record
from partner_desk.model.history import CREATED, Change, ChangeSet, Conflict
from partner_desk.model.registry import KINDS
from partner_desk.store.codec import from_packed
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork

UNDO_KINDS = ("undo", "redo")
_NEVER_UNDONE = ("restore", "migrate")
_PAGE = 50


def next_undo(reader: Reader, computer: str | None = None) -> ChangeSet | None:
    """The newest change set that Undo would take back; ``computer`` leaves others' work alone."""
    for each in _newest_first(reader):
        mine = computer is None or each.computer == computer
        if mine and each.kind not in (*UNDO_KINDS, *_NEVER_UNDONE) and each.undone_by is None:
            return each
    return None


def next_redo(reader: Reader, computer: str | None = None) -> ChangeSet | None:
    """The newest undo that Redo would take back; work done since then leaves nothing to redo."""
    for each in _newest_first(reader):
        if computer is not None and each.computer != computer:
            continue
        if each.kind not in UNDO_KINDS:
            return None
        if each.kind == "undo" and each.undone_by is None:
            return each
    return None


def _newest_first(reader: Reader) -> Iterator[ChangeSet]:
    before: int | None = None
    while page := reader.change_sets(_PAGE, before):
        yield from page
        before = page[-1].sequence


def put_back(work: UnitOfWork, target: ChangeSet) -> list[Conflict]:
    """Put back every field that still holds what ``target`` wrote; returns those that do not.

    A record that ``target`` made goes to Trash as it is now, with what was attached to it since.
    """
    conflicts: list[Conflict] = []
    by_record: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in work.changes(target.id):
        by_record[change.kind, change.record_id].append(change)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in by_record:
        by_kind[kind].append(record_id)
    moment = work.now()
    unmade: list[Record] = []
    for kind, ids in by_kind.items():
        records = work.get_many(KINDS[kind], ids)
        former = [_reversed(each, by_record[kind, each.id], moment, conflicts) for each in records]
        work.change_many(former)
        unmade += [each for each in former if each.deleted_at == moment]
    work.delete_children(unmade, moment)
    return conflicts


def _reversed(
    record: Record, changes: list[Change], moment: datetime, conflicts: list[Conflict]
) -> Record:
    values = {"id": record.id} | {name: getattr(record, name) for name in record.declarations}
    for change in reversed(changes):
        if change.field == CREATED:
            values["deleted_at"] = moment
            continue
        declaration = record.declarations.get(change.field)
        if declaration is None:
            continue  # A field of an older version of the program, which is gone.
        found = declaration.type.pack(values[change.field])
        if _still_holds(found, change):
            values[change.field] = from_packed(declaration, change.before)
        else:
            conflicts.append(
                Conflict(change.kind, change.record_id, change.field, change.before, found)
            )
    return type(record)(**values)


def _still_holds(found: Any, change: Change) -> bool:
    """Whether a field (packed) is as ``change`` left it: nothing was typed there since."""
    return bool(found == change.after)
