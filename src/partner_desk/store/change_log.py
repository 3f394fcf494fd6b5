"""The change log as it is kept: change sets in a chain of hashes, each with its changes."""

import hashlib
import json
import json.encoder
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import Connection, Row, func, insert, select, update

from partner_desk.model.history import Author, Change, ChangeSet, Operation
from partner_desk.model.identity import new_id
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.tables import CHANGE, CHANGE_SET

_FIRST_HASH = "0" * 64
_BATCH = 5000
PendingChange = tuple[str, str, str, Any, Any]
"""kind, record id, field, before, after; the two values packed."""
_Kept = tuple[str, str, str, str | None, str | None]
"""The same as it stands in the table, the two values as JSON."""


_QUOTED = json.encoder.encode_basestring_ascii


def dump(value: Any) -> str | None:
    """A packed value as it is kept in the log."""
    return None if value is None else orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _load(stored: str | None) -> Any:
    return None if stored is None else orjson.loads(stored)


class ChangeSetWriter:
    """A change set on its way into the log: the changes of an import never all lie in memory."""

    def __init__(
        self,
        bulk: BulkWriter,
        operation: Operation,
        author: Author,
        now: Callable[[], datetime],
    ) -> None:
        self._bulk = bulk
        self._operation = operation
        self._author = author
        self._now = now
        self._sequence: int | None = None
        self._digest = hashlib.sha256()
        self.set_id = ""

    def write(self, pending: Sequence[PendingChange]) -> None:
        """Write changes before the last of them is known."""
        if self._sequence is None:
            head = self._head()
            self._sequence = self._insert(head, _beginning(head))
        rows = _rows(pending)
        _go_on(self._digest, rows)
        self._write_changes(self._sequence, rows)

    def close(self, pending: Sequence[PendingChange]) -> str:
        """Write the last changes and seal the set; returns its id, "" when nothing changed."""
        if self._sequence is not None:
            self.write(pending)
            seal = update(CHANGE_SET).where(CHANGE_SET.c.sequence == self._sequence)
            self._bulk.connection.execute(seal.values(hash=self._digest.hexdigest()))
        elif pending or self._operation.undoes or self._operation.kind == "migrate":
            head, rows = self._head(), _rows(pending)
            self._write_changes(self._insert(head, _hash(head, rows)), rows)
        if self._operation.undoes and self.set_id:
            _mark_undone(self._bulk.connection, self._operation.undoes, self.set_id)
        return self.set_id

    def _head(self) -> dict[str, Any]:
        self.set_id = new_id()
        return {
            "id": self.set_id,
            "kind": self._operation.kind,
            "code": self._operation.code,
            "values": dump(dict(self._operation.values)),
            "at": self._now().isoformat(),
            "who": self._author.who,
            "computer": self._author.computer,
            "note": self._operation.note,
            "undoes": self._operation.undoes,
            "previous_hash": _last_hash(self._bulk.connection),
        }

    def _insert(self, head: dict[str, Any], digest: "hashlib._Hash") -> int:
        self._digest = digest
        values = {**head, "hash": digest.hexdigest()}
        result = self._bulk.connection.execute(insert(CHANGE_SET).values(values))
        return int((result.inserted_primary_key or (0,))[0])

    def _write_changes(self, sequence: int, rows: list[_Kept]) -> None:
        names = (*_HASHED_CHANGE, "sequence")
        for start in range(0, len(rows), _BATCH):
            batch = [(*row, sequence) for row in rows[start : start + _BATCH]]
            self._bulk.insert(CHANGE, names, batch)


def last_sequence(connection: Connection) -> int:
    """The number of the newest change set, 0 when there is none."""
    return connection.execute(select(func.max(CHANGE_SET.c.sequence))).scalar_one() or 0


def _last_hash(connection: Connection) -> str:
    statement = select(CHANGE_SET.c.hash).order_by(CHANGE_SET.c.sequence.desc()).limit(1)
    found = connection.execute(statement).scalar_one_or_none()
    return found or _FIRST_HASH


_HASHED = ("id", "kind", "code", "values", "at", "who", "computer", "note", "undoes")
_HASHED_CHANGE = ("kind", "record_id", "field", "before", "after")


def _rows(pending: Iterable[PendingChange]) -> list[_Kept]:
    return [
        (kind, record_id, field, dump(before), dump(after))
        for kind, record_id, field, before, after in pending
    ]


def _beginning(head: Mapping[str, Any]) -> "hashlib._Hash":
    digest = hashlib.sha256(head["previous_hash"].encode())
    digest.update(json.dumps([head[name] for name in _HASHED]).encode())
    return digest


def _go_on(digest: "hashlib._Hash", rows: Iterable[_Kept]) -> None:
    # What json.dumps makes of the list of each, without its making an encoder for every one.
    digest.update("".join([
        f"[{_QUOTED(kind)}, {_QUOTED(record_id)}, {_QUOTED(field)}, "
        f"{'null' if before is None else _QUOTED(before)}, "
        f"{'null' if after is None else _QUOTED(after)}]"
        for kind, record_id, field, before, after in rows
    ]).encode())


def _hash(head: Mapping[str, Any], rows: Iterable[_Kept]) -> "hashlib._Hash":
    digest = _beginning(head)
    _go_on(digest, rows)
    return digest


def broken_links(connection: Connection) -> list[str]:
    """The ids of change sets that do not follow from the one before, as when a row was altered."""
    previous, broken = _FIRST_HASH, []
    by_set = groupby(_all_changes(connection), key=itemgetter(0))
    current, rows = next(by_set, (None, iter(())))
    heads = select(CHANGE_SET).order_by(CHANGE_SET.c.sequence).execution_options(yield_per=1000)
    for found in connection.execute(heads):
        head = found._asdict()
        mine = (row[1:] for row in rows) if current == head["sequence"] else ()
        follows = head["previous_hash"] == previous
        if head["hash"] != _hash(head, mine).hexdigest() or not follows:
            broken.append(head["id"])
        if current == head["sequence"]:
            current, rows = next(by_set, (None, iter(())))
        previous = head["hash"]
    return broken


def _all_changes(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """The sequence of each change, and what is hashed of it."""
    asked = select(CHANGE.c.sequence, *(CHANGE.c[name] for name in _HASHED_CHANGE))
    ordered = asked.order_by(CHANGE.c.sequence, CHANGE.c.row)
    for row in connection.execute(ordered.execution_options(yield_per=1000)):
        yield tuple(row)


def _mark_undone(connection: Connection, undone_id: str, undone_by: str) -> None:
    def mark(set_id: str, by: str | None) -> None:
        connection.execute(
            update(CHANGE_SET).where(CHANGE_SET.c.id == set_id).values(undone_by=by)
        )

    mark(undone_id, undone_by)
    undone = change_set(connection, undone_id)
    if undone and undone.undoes:
        mark(undone.undoes, None)  # The undoing of an undo leaves the first set in force.


def _change_set(row: Row[Any]) -> ChangeSet:
    return ChangeSet(
        sequence=row.sequence,
        id=row.id,
        kind=row.kind,
        code=row.code,
        values=_load(row._mapping[CHANGE_SET.c["values"]]) or {},
        at=datetime.fromisoformat(row.at),
        who=row.who,
        computer=row.computer,
        note=row.note,
        undoes=row.undoes,
        undone_by=row.undone_by,
    )


def _change(row: Row[Any]) -> Change:
    return Change(
        row.sequence, row.kind, row.record_id, row.field, _load(row.before), _load(row.after)
    )


def change_sets(connection: Connection, limit: int, before: int | None) -> list[ChangeSet]:
    """The newest change sets, newest first, from before a sequence on."""
    statement = select(CHANGE_SET).order_by(CHANGE_SET.c.sequence.desc()).limit(limit)
    if before is not None:
        statement = statement.where(CHANGE_SET.c.sequence < before)
    return [_change_set(row) for row in connection.execute(statement)]


def first_id(connection: Connection) -> str:
    """The id of the very first change set; "" while there is none."""
    statement = select(CHANGE_SET.c.id).order_by(CHANGE_SET.c.sequence).limit(1)
    return connection.execute(statement).scalar_one_or_none() or ""


def change_set(connection: Connection, set_id: str) -> ChangeSet | None:
    """The change set with this id."""
    found = connection.execute(select(CHANGE_SET).where(CHANGE_SET.c.id == set_id)).first()
    return _change_set(found) if found else None


def changes(connection: Connection, set_id: str) -> list[Change]:
    """What a change set changed, in the order in which it did."""
    statement = (
        select(CHANGE)
        .join(CHANGE_SET, CHANGE.c.sequence == CHANGE_SET.c.sequence)
        .where(CHANGE_SET.c.id == set_id)
        .order_by(CHANGE.c.row)
    )
    return [_change(row) for row in connection.execute(statement)]


def history(
    connection: Connection, record_ids: Sequence[str]
) -> list[tuple[ChangeSet, list[Change]]]:
    """The change sets that touched these records, newest first, with what they changed."""
    by_sequence: dict[int, list[Change]] = defaultdict(list)
    for start in range(0, len(record_ids), 500):
        statement = select(CHANGE).where(
            CHANGE.c.record_id.in_(record_ids[start : start + 500])
        )
        for row in connection.execute(statement.order_by(CHANGE.c.row)):
            by_sequence[row.sequence].append(_change(row))
    sets: list[ChangeSet] = []
    sequences = list(by_sequence)
    for start in range(0, len(sequences), 500):
        statement = select(CHANGE_SET).where(
            CHANGE_SET.c.sequence.in_(sequences[start : start + 500])
        )
        sets.extend(_change_set(row) for row in connection.execute(statement))
    sets.sort(key=lambda each: each.sequence, reverse=True)
    return [(each, by_sequence[each.sequence]) for each in sets]
