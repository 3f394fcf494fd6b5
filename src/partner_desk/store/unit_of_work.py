"""The one way to write: every change of every field is recorded where it is made.

Nothing else in the program holds a connection that writes, so the change log cannot miss one.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import cache
from itertools import compress, groupby, islice
from operator import attrgetter, ne
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, update

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.history import CREATED
from partner_desk.model.registry import KINDS, children_of
from partner_desk.model.values import Text
from partner_desk.store import documents
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.change_log import ChangeSetWriter, PendingChange
from partner_desk.store.reader import BATCH, Reader
from partner_desk.store.rows import columns, columns_of, row_of
from partner_desk.store.search_index import SearchIndex
from partner_desk.store.tables import BLOB, table_of

R = TypeVar("R", bound=Record)
_Adding = tuple[list[Record], "Future[frozenset[str]]"]
"""Records of one kind on their way into the database, and what will say which were there."""
_UPDATED = "b_id"
_MANY = 5000
"""How many records or changes are held in memory before they are written."""


class UnitOfWork(Reader):
    """Writes within one transaction, and what they changed."""

    def __init__(
        self,
        bulk: BulkWriter,
        index: SearchIndex,
        now: Callable[[], datetime],
        log: ChangeSetWriter,
    ) -> None:
        super().__init__(bulk.connection, index)
        self.now = now
        self._bulk = bulk
        self._log = log
        self.pending: list[PendingChange] = []
        self.change_set_id = ""
        self._stale: dict[str, set[str]] = defaultdict(set)
        self._adding: _Adding | None = None

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, which has all that was written so far."""
        self._note_added()
        return self._bulk.connection

    def add(self, record: R) -> R:
        """Keep a new record; one whose id stands in Trash comes back with these values."""
        self.add_many([record])
        return record

    def add_many(self, records: Iterable[Record]) -> None:
        """Keep new records of any kinds, parents before their children."""
        for _, group in groupby(records, key=type):
            while batch := list(islice(group, _MANY)):
                self._add_all(batch)

    def change(self, entity: type[R], record_id: str, **values: Any) -> R:
        """Set fields of a record and return it as it is now; equal values record nothing.

        Raises EnvironmentProblem("record.gone") when no such record is there.
        """
        before = self.get(entity, record_id)
        if before is None:
            raise EnvironmentProblem("record.gone", kind=entity.kind, id=record_id)
        after = entity(**{**_values(before), **values})
        self._write_differences([(before, after)])
        return after

    def change_many(self, records: Sequence[Record]) -> int:
        """Put these versions in place of the stored ones; returns how many differed."""
        changed = 0
        for entity, group in groupby(records, key=type):
            wanted = list(group)
            found: list[Record] = self.get_many(entity, [each.id for each in wanted])
            stored = {each.id: each for each in found}
            pairs = [(stored[each.id], each) for each in wanted if each.id in stored]
            changed += self._write_differences(pairs)
        return changed

    def delete(self, entity: type[Record], record_id: str) -> None:
        """Move a record to Trash, and its live children with it."""
        record = self.get(entity, record_id)
        if record is not None and record.deleted_at is None:
            moment = self.now()
            self._mark([record, *self._descendants([record], None)], moment)

    def delete_children(self, records: Iterable[Record], moment: datetime) -> None:
        """Move what is alive below records that went to Trash at ``moment`` there as well."""
        self._mark(self._descendants(records, None), moment)

    def bring_back(self, entity: type[Record], record_id: str) -> None:
        """Take a record out of Trash, with the children that went there with it."""
        record = self.get(entity, record_id)
        if record is not None and record.deleted_at is not None:
            self._mark([record, *self._descendants([record], record.deleted_at)], None)

    def keep_blob(self, data: bytes) -> str:
        """Keep bytes once under their SHA-256 and return it."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.blob(sha256) is None:
            self.connection.execute(insert(BLOB).values(sha256=sha256, data=data))
        return sha256

    def finish(self) -> None:
        """Seal the change set, and bring the search index up to what was written."""
        self._note_added()
        for kind, ids in self._stale.items():
            documents.refresh(self._bulk, self._index, kind, ids)
        self._stale.clear()
        self.change_set_id = self._log.close(self.pending)
        self._bulk.wait()

    def _flush_log(self) -> None:
        if len(self.pending) >= _MANY:
            self._log.write(self.pending)
            self.pending.clear()

    def _add_all(self, records: list[Record]) -> None:
        """Send records on their way; those sent before have arrived meanwhile, and are noted."""
        kind = records[0].kind
        rows = [row_of(each) for each in records]
        sent = self._bulk.insert_new(table_of(kind), columns(kind), rows)
        self._note_added()  # Before these may be noted, so that the log keeps their order.
        self._adding = (records, sent)

    def _note_added(self) -> None:
        if self._adding is None:
            return
        (records, sent), self._adding = self._adding, None
        if known := sent.result():
            there: list[Record] = self.get_many(type(records[0]), list(known))
            in_trash = {each.id: each for each in there}
            self._write_differences(
                [(in_trash[each.id], each) for each in records if each.id in known]
            )
            records = [each for each in records if each.id not in known]
        self.pending.extend(
            (each.kind, each.id, CREATED, None, beginning(each)) for each in records
        )
        for each in records:
            self._touch(each)
        self._flush_log()

    def _write_differences(self, pairs: Iterable[tuple[Record, Record]]) -> int:
        by_columns: dict[tuple[type[Record], tuple[str, ...]], list[dict[str, Any]]]
        by_columns = defaultdict(list)
        changed = 0
        for before, after in pairs:
            names = differing(before, after)
            if not names:
                continue
            changed += 1
            columns = columns_of(after, names)
            row = {**columns, _UPDATED: after.id}
            by_columns[type(after), tuple(sorted(columns))].append(row)
            self._note(before, after, names)
        for (entity, columns_names), rows in by_columns.items():
            self._update(entity, columns_names, rows)
        self._flush_log()
        return changed

    def _update(
        self, entity: type[Record], names: tuple[str, ...], rows: list[dict[str, Any]]
    ) -> None:
        table = table_of(entity.kind)
        statement = (
            update(table)
            .where(table.c.id == bindparam(_UPDATED))
            .values({name: bindparam(name) for name in names})
        )
        self.connection.execute(statement, rows)

    def _note(self, before: Record, after: Record, names: Sequence[str]) -> None:
        declarations = type(after).declarations
        for name in names:
            pack = declarations[name].type.pack
            self.pending.append(
                (after.kind, after.id, name, pack(getattr(before, name)),
                 pack(getattr(after, name)))
            )
        if not documents.indexed_fields(after.kind).isdisjoint(names):
            self._touch(before)
            self._touch(after)

    def _touch(self, record: Record) -> None:
        for kind, record_id in documents.owners_in_index(record):
            self._stale[kind].add(record_id)

    def _mark(self, records: list[Record], moment: datetime | None) -> None:
        pairs = [
            (each, type(each)(**{**_values(each), "deleted_at": moment})) for each in records
        ]
        self._write_differences(pairs)

    def _descendants(
        self, records: Iterable[Record], deleted_at: datetime | None
    ) -> list[Record]:
        found: list[Record] = []
        parents: dict[str, list[str]] = defaultdict(list)
        for record in records:
            parents[record.kind].append(record.id)
        while parents:
            kind, ids = parents.popitem()
            for child, link in children_of(kind):
                children = self._children_at(child, link.name, ids, deleted_at)
                found.extend(children)
                if children:
                    parents[child.kind].extend(each.id for each in children)
        return list({each.id: each for each in found}.values())

    def _children_at(
        self, child: type[Record], link: str, ids: list[str], deleted_at: datetime | None
    ) -> list[Record]:
        table = table_of(child.kind)
        moment = None if deleted_at is None else deleted_at.isoformat()
        state = table.c.deleted_at.is_(None) if moment is None else table.c.deleted_at == moment
        found: list[str] = []
        for start in range(0, len(ids), BATCH):
            statement = select(table.c.id).where(
                table.c[link].in_(ids[start : start + BATCH]), state
            )
            found.extend(self.connection.execute(statement).scalars())
        return list(self.get_many(child, found))


def _values(record: Record) -> dict[str, Any]:
    return {"id": record.id, **{name: getattr(record, name) for name in record.declarations}}


def differing(before: Record, after: Record) -> list[str]:
    """The names of the declared fields in which two versions of a record differ."""
    return [
        name for name in before.declarations if getattr(before, name) != getattr(after, name)
    ]


def beginning(record: Record) -> dict[str, Any]:
    """The packed values a record begins with; those at their declared default are left out."""
    declared = _declared(record.kind)
    values = declared.values_of(record)
    # Most fields of most records are at their default: they are passed over without Python's help.
    return {
        name: pack(value) if pack else value
        for (name, pack), value in compress(
            zip(declared.packed, values, strict=True), map(ne, values, declared.defaults)
        )
    }


class _Declared(NamedTuple):
    """The fields of a kind, in one order: their defaults, names, and how values are packed."""

    values_of: Callable[[Record], tuple[Any, ...]]
    defaults: tuple[Any, ...]
    packed: tuple[tuple[str, Callable[[Any], Any] | None], ...]


@cache
def _declared(kind: str) -> _Declared:
    fields = KINDS[kind].declarations
    return _Declared(
        attrgetter(*fields), tuple(each.default for each in fields.values()),
        tuple(
            (name, None if isinstance(each.type, Text) else each.type.pack)
            for name, each in fields.items()
        ),
    )
