"""When records last changed in a way that shows: a number that only grows, and the moment."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from partner_desk.model.fields import Record
from partner_desk.model.history import CREATED, Change, ChangeSet
from partner_desk.model.queries import ListQuery
from partner_desk.store.reader import Reader

R = TypeVar("R", bound=Record)


class Stamp(NamedTuple):
    """A change set by its place in the change log, and when it was written (UTC)."""

    sequence: int
    at: datetime


History = list[tuple[ChangeSet, list[Change]]]


def stamps(history: History, fields: Collection[str] = ()) -> dict[str, Stamp]:
    """The last change of each record in ``history``, or of these ``fields``; making it counts."""
    found: dict[str, Stamp] = {}
    for change_set, changes in history:
        stamp = Stamp(change_set.sequence, change_set.at)
        for each in changes:
            if not fields or each.field == CREATED or each.field in fields:
                found[each.record_id] = max(stamp, found.get(each.record_id, stamp))
    return found


def newest(known: Mapping[str, Stamp], ids: Iterable[str | None]) -> Stamp | None:
    """The latest stamp of the records with these ids; None when none has one."""
    return max((known[each] for each in ids if each and each in known), default=None)


def also_deleted(reader: Reader, entity: type[R]) -> list[R]:
    """All records of a kind, those in Trash too."""
    return reader.get_many(entity, ids_also_deleted(reader, entity))


def ids_also_deleted(reader: Reader, entity: type[Record]) -> Sequence[str]:
    """The ids of all records of a kind, those in Trash too."""
    live = reader.ids(ListQuery(entity.kind))
    return [*live, *reader.ids(ListQuery(entity.kind, trash=True))]
