"""Reading: plain records, lists as ids in SQL order, history. Nothing lazy leaves here."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    and_,
    func,
    intersect,
    select,
    union,
)

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold, query_words
from partner_desk.model.history import Change, ChangeSet
from partner_desk.model.queries import Filter, ListQuery, Total, Walked
from partner_desk.model.registry import KINDS, SEARCHED, children_of
from partner_desk.model.values import Text
from partner_desk.store import change_log
from partner_desk.store.conditions import children_fitting, condition, restored, sum_of
from partner_desk.store.list_orders import (
    SOON_LOOKED_UP,
    ListOrder,
    ListOrders,
    is_sought,
    is_walked,
    of_rows,
    read_order,
    whole_of,
)
from partner_desk.store.occurring import occurring
from partner_desk.store.parts import ids_held, kinds_held
from partner_desk.store.rows import record_of, selection
from partner_desk.store.search_index import SearchIndex
from partner_desk.store.statements import WANTED, ids_with, tuples, with_any, with_equal
from partner_desk.store.tables import BLOB, table_of

R = TypeVar("R", bound=Record)
BATCH = 500


class Reader:
    """What can be asked of an office within one transaction."""

    def __init__(
        self, connection: Connection, index: SearchIndex, orders: ListOrders | None = None
    ) -> None:
        self._connection = connection
        self._index = index
        self._orders = orders

    @property
    def connection(self) -> Connection:
        """The connection of this transaction, for the other modules of the store."""
        return self._connection

    def get(self, entity: type[R], record_id: str | None) -> R | None:
        """The record with this id, deleted ones too; None where there is none."""
        found = self.get_many(entity, [record_id]) if record_id else []
        return found[0] if found else None

    def get_many(self, entity: type[R], ids: Sequence[str]) -> list[R]:
        """The records with these ids, in the order of ``ids``; missing ones are left out."""
        found: dict[str, R] = {}
        statement = with_any(entity.kind, "id", live=False)
        for start in range(0, len(ids), BATCH):
            wanted = {WANTED: ids[start : start + BATCH]}
            rows = tuples(self.connection, statement, wanted)
            found.update((row[0], record_of(entity, row)) for row in rows)
        return [found[record_id] for record_id in ids if record_id in found]

    def find(self, entity: type[R], **equals: Any) -> list[R]:
        """The live records whose fields hold these values, in their order or by title."""
        filled = {name: value for name, value in equals.items() if value is not None}
        empty = tuple(name for name, value in equals.items() if value is None)
        statement = with_equal(entity.kind, tuple(filled), empty)
        rows = tuples(self.connection, statement, filled)
        return [record_of(entity, row) for row in rows]

    def find_by(self, entity: type[R], field: str, values: Sequence[str]) -> list[R]:
        """The live records whose ``field`` holds one of ``values``, unordered."""
        statement = with_any(entity.kind, field)
        found: list[R] = []
        for start in range(0, len(values), BATCH):
            wanted = {WANTED: values[start : start + BATCH]}
            rows = tuples(self.connection, statement, wanted)
            found.extend(record_of(entity, row) for row in rows)
        return found

    def ids_owned_by(self, entity: type[Record], link: str, owner_id: str) -> list[str]:
        """The ids of all children of an owner, those in Trash too."""
        rows = tuples(self.connection, ids_with(entity.kind, link), {WANTED: owner_id})
        return [row[0] for row in rows]

    def values_beginning(self, entity: type[Record], field: str, beginning: str) -> list[str]:
        """The texts of a field that begin so, of records in Trash too."""
        column = table_of(entity.kind).c[field]
        statement = select(column).where(column.startswith(beginning, autoescape=True))
        return list(self.connection.execute(statement).scalars())

    def children(self, record: Record) -> dict[str, list[Record]]:
        """The live children of a record, by the collection name of their kind."""
        held = kinds_held(self.connection, record.kind, record.id)
        return {
            child.collection: self.find(child, **{link.name: record.id}) if place in held else []
            for place, (child, link) in enumerate(children_of(record.kind))
        }

    def ids_of_children(self, kind: str, record_id: str) -> list[str]:
        """The ids of all children of a record, those in Trash too."""
        return ids_held(self.connection, kind, record_id)

    def stream(self, entity: type[R]) -> Iterator[R]:
        """All live records of a kind, unordered, without holding them all."""
        table = table_of(entity.kind)
        last = 0
        while True:
            rows = self.connection.execute(
                selection(entity)
                .add_columns(table.c.row)
                .where(table.c.row > last, table.c.deleted_at.is_(None))
                .order_by(table.c.row)
                .limit(2000)
            ).all()
            if not rows:
                return
            yield from (record_of(entity, row[:-1]) for row in rows)
            if rows[-1][-1] <= last:
                # A torn tree of rows: going on from here would never come to an end.
                place = self.connection.engine.url.database
                raise EnvironmentProblem("office.damaged", path=place)
            last = rows[-1][-1]

    def ids(self, query: ListQuery, limit: int | None = None) -> list[str]:
        """The ids of a list, in its order."""
        if query.search and query.kind not in SEARCHED:
            return self._scanned(query, limit)
        if self._orders is None or query.trash or limit is not None:
            return self._ids(query, limit)
        version = change_log.last_sequence(self.connection)
        words = query_words(query.search)
        if not words:
            return list(self._orders.order(query, version, self._read_order).ids)
        rows = self._index.read(self.connection, self._found(query.kind, words))
        if not rows:
            return []
        if len(rows) <= BATCH and self._orders.known(query, version) is None:
            return self._ids(query, limit)
        return self._orders.order(query, version, self._read_order).narrowed(rows)

    def _scanned(self, query: ListQuery, limit: int | None) -> list[str]:
        """The ids of a short list without an index: every record is looked through."""
        entity, words = KINDS[query.kind], query_words(query.search)
        texts = [each.name for each in entity.visible_fields() if isinstance(each.type, Text)]
        records = self.get_many(entity, self.ids(query.searching("")))
        found = [
            each.id for each in records
            if _holds_words(" ".join(getattr(each, name) for name in texts), words)
        ]
        return found[:limit]

    def _ids(self, query: ListQuery, limit: int | None) -> list[str]:
        return [record_id for (record_id,) in self._cursor(self._listing(query, limit))]

    def _read_order(self, query: ListQuery, version: int) -> ListOrder:
        table, whole = table_of(query.kind), whole_of(query)
        apart = whole != query
        known = self._orders.known(whole, version) if self._orders and apart else None
        on_sqlite = self.connection.dialect.name == "sqlite"
        listing = self._listing(query, None)
        if known or (apart and on_sqlite and not is_walked(query)):
            # What is in Trash is not in the whole: nobody has to look there.
            sought = [each for each in query.where if is_sought(each)]
            rows = self._index.read(
                self.connection, self._fitting(select(table.c.row), query.kind, sought)
            )
            if known and (len(rows) > SOON_LOOKED_UP or not on_sqlite):
                return known.picked(rows)
            listing = of_rows(self._listing(whole, None), table, rows)
        return read_order(self.connection, listing.add_columns(table.c.row), version)

    def _cursor(self, statement: Select[Any]) -> Iterable[Any]:
        # The driver's own cursor, read row by row: 100,000 ids are a keystroke's worth of time.
        cursor: Any = self.connection.execute(statement).cursor
        return () if cursor is None else cursor

    def count(self, query: ListQuery) -> int:
        """How many records a list has."""
        statement = self._filtered(select(func.count()), query)
        return int(self.connection.execute(statement).scalar_one())

    def total(self, query: ListQuery, field: str) -> int:
        """The sum of a money column in cents, or of a whole-number column."""
        column = table_of(query.kind).c[field]
        statement = self._filtered(select(func.coalesce(func.sum(column), 0)), query)
        return int(self.connection.execute(statement).scalar_one())

    def values(self, query: ListQuery, field: str) -> list[Any]:
        """The different values that a list's records hold in ``field``, unordered."""
        declaration = KINDS[query.kind].declarations[field]
        found = self._filtered(select(table_of(query.kind).c[field]).distinct(), query)
        return [restored(declaration, each) for each in self.connection.scalars(found)]

    def occurring(self, kind: str, field: str) -> list[Any]:
        """The different values that records of a kind hold in ``field``, those in Trash too."""
        declaration = KINDS[kind].declarations[field]
        found = occurring(self.connection, table_of(kind).c[field])
        return [restored(declaration, each) for each in found]

    def totals(
        self, query: ListQuery, total: Total, own: str, by: Sequence[str]
    ) -> list[tuple[Any, ...]]:
        """What a list's children hold together, for each value of the list's field ``own``.

        A row has the value of ``own``, the values of the children's fields ``by``, the sum.
        Without ``query``'s order; records without such children have no row.
        """
        table, child = table_of(query.kind), table_of(total.kind)
        fields = [KINDS[query.kind].declarations[own]]
        fields += [KINDS[total.kind].declarations[each] for each in (*by, total.field)]
        keys = [table.c[own], *(child.c[each] for each in by)]
        statement = self._filtered(select(*keys, func.sum(child.c[total.field])), query)
        statement = statement.join_from(table, child, and_(*children_fitting(query.kind, total)))
        rows = self.connection.execute(statement.group_by(*keys))
        return [
            tuple(restored(each, value) for each, value in zip(fields, row, strict=True))
            for row in rows
        ]

    def title_matches(self, kind: str, words: Sequence[str], limit: int) -> list[str]:
        """The ids of at most ``limit`` live records whose titles have words that begin so."""
        table = table_of(kind)
        rows = self._index.matches(kind, words, in_title=True).limit(limit)
        statement = select(table.c.id).where(
            table.c.row.in_(rows.scalar_subquery()), table.c.deleted_at.is_(None)
        )
        return list(self.connection.execute(statement.order_by(table.c.sort_key)).scalars())

    def word_matches(
        self, kind: str, words: Sequence[str], limit: int, *, in_categories: bool = False
    ) -> list[str]:
        """The ids of at most ``limit`` live records with words that begin so.

        ``in_categories`` asks for resources whose categories, or those above them, are called so.
        """
        table = table_of(kind)
        found = self._found(kind, words) if in_categories else self._index.matches(kind, words)
        rows = found.limit(limit)
        statement = select(table.c.id).where(
            table.c.row.in_(rows.scalar_subquery()), table.c.deleted_at.is_(None)
        )
        return list(self.connection.execute(statement.order_by(table.c.sort_key)).scalars())

    def name_parts(self, kind: str, parts: Sequence[str], limit: int) -> list[str]:
        """The ids of at most ``limit`` live records with each of these folded parts in their name.

        A walk along the index of names, for what no word begins with.
        """
        table = table_of(kind)
        statement = select(table.c.id).where(
            table.c.deleted_at.is_(None),
            *(table.c.sort_key.contains(each, autoescape=True) for each in parts),
        )
        return list(self.connection.execute(statement.limit(limit)).scalars())

    def blob(self, sha256: str) -> bytes | None:
        """The bytes kept under this fingerprint."""
        statement = select(BLOB.c.data).where(BLOB.c.sha256 == sha256)
        return self.connection.execute(statement).scalar_one_or_none()

    def change_sets(self, limit: int = 100, before: int | None = None) -> list[ChangeSet]:
        """The newest change sets, newest first; ``before`` is a sequence to go on from."""
        return change_log.change_sets(self.connection, limit, before)

    def first_change_set_id(self) -> str:
        """The id of the office's very first change set; "" while there is none."""
        return change_log.first_id(self.connection)

    def change_set(self, change_set_id: str) -> ChangeSet | None:
        """The change set with this id."""
        return change_log.change_set(self.connection, change_set_id)

    def changes(self, change_set_id: str) -> list[Change]:
        """What a change set changed, in the order in which it did."""
        return change_log.changes(self.connection, change_set_id)

    def history(self, record_ids: Sequence[str]) -> list[tuple[ChangeSet, list[Change]]]:
        """The change sets that touched these records, newest first, with what they changed."""
        return change_log.history(self.connection, record_ids)

    def _listing(self, query: ListQuery, limit: int | None) -> Select[Any]:
        table = table_of(query.kind)
        statement = self._filtered(select(table.c.id), query)
        statement = statement.order_by(*_ordering(query, table))
        return statement.limit(limit) if limit is not None else statement

    def _filtered(self, statement: Select[Any], query: ListQuery) -> Select[Any]:
        table = table_of(query.kind)
        deleted = table.c.deleted_at
        statement = self._fitting(statement, query.kind, query.where).where(
            deleted.is_not(None) if query.trash else deleted.is_(None)
        )
        words = query_words(query.search)
        if words and not query.trash and query.kind in SEARCHED:
            statement = statement.where(
                table.c.row.in_(self._found(query.kind, words).scalar_subquery())
            )
        return statement

    def _fitting(
        self, statement: Select[Any], kind: str, where: Sequence[Filter]
    ) -> Select[Any]:
        """A SELECT of those records of ``kind`` that fit."""
        table = table_of(kind)
        if any(isinstance(each, Walked) for each in where):
            statement = statement.with_hint(table, "NOT INDEXED", "sqlite")
        return statement.select_from(table).where(*(condition(kind, each) for each in where))

    def _found(self, kind: str, words: Sequence[str]) -> Select[Any]:
        """SELECT of the rows of ``kind`` that every one of these words leads to.

        To a resource leads what stands in its document, and what its categories or those above
        them are called: the tree is asked now, so that a new name of a category is true at once.
        """
        named = [each for each in words if kind == "service" and self._names_category(each)]
        if not named:
            return self._index.matches(kind, words)
        others = [each for each in words if each not in named]
        ways = [self._index.matches(kind, others)] if others else []
        ways += [self._told_or_categorised(each) for each in named]
        return ways[0] if len(ways) == 1 else _rows_of(intersect(*ways))

    def _names_category(self, word: str) -> bool:
        asked = self._index.matches("category", [word]).limit(1)
        return self.connection.execute(asked).first() is not None

    def _told_or_categorised(self, word: str) -> Select[Any]:
        service, link = table_of("service"), table_of("service_category")
        category = table_of("category")
        called = self._index.matches("category", [word]).scalar_subquery()
        tree = select(category.c.id).where(
            category.c.row.in_(called), category.c.deleted_at.is_(None)
        ).cte(recursive=True)  # Without a name: several words may each have a tree.
        below = category.alias("below")
        tree = tree.union(select(below.c.id).where(below.c.parent_id == tree.c.id))
        linked = (
            select(service.c.row)
            .join(link, link.c.service_id == service.c.id)
            .where(link.c.category_id.in_(select(tree.c.id)), link.c.deleted_at.is_(None))
        )
        return _rows_of(union(self._index.matches("service", [word]), linked))


def _rows_of(found: CompoundSelect[Any]) -> Select[Any]:
    """The rows of several SELECTs put together, as one that may be put together further."""
    inner = found.subquery()
    return select(inner.c[0])


def _ordering(query: ListQuery, table: Table) -> list[ColumnElement[Any]]:
    if isinstance(query.order, Total):
        keys: list[ColumnElement[Any]] = [sum_of(query.kind, query.order), table.c.sort_key]
        return [*(each.desc() if query.descending else each for each in keys), table.c.id]
    declaration = KINDS[query.kind].declarations.get(query.order)
    if declaration is None or declaration.title:
        keys = [table.c.sort_key]
    elif declaration.target:
        named = table_of(declaration.target).alias()
        title = select(named.c.sort_key).where(named.c.id == table.c[query.order])
        keys = [func.coalesce(title.scalar_subquery(), ""), table.c.sort_key]
    elif isinstance(declaration.type, Text):
        keys = [func.lower(table.c[query.order]), table.c.sort_key]
    else:
        keys = [table.c[query.order].is_(None), table.c[query.order], table.c.sort_key]
    if query.descending:
        keys = [key if key is keys[0] and len(keys) == 3 else key.desc() for key in keys]
    return [*keys, table.c.id]


def _holds_words(text: str, words: Sequence[str]) -> bool:
    """Whether each of these folded words begins a word of ``text``."""
    found = fold(text).split()
    return all(any(each.startswith(word) for each in found) for word in words)
