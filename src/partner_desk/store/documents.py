"""Search documents made of records: their own searchable fields and those of their small parts.

An organization is found by its telephone, its street and the people one reaches there; its
services have documents of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter

from sqlalchemy import Connection, bindparam, select

from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold, fold_phone
from partner_desk.model.registry import KINDS, SEARCHED, children_of
from partner_desk.model.values import Phone
from partner_desk.store.rows import record_of, selection
from partner_desk.store.search_index import Document, SearchIndex
from partner_desk.store.statements import WANTED, tuples, with_any
from partner_desk.store.tables import table_of

BATCH = 500


@cache
def searched_fields(kind: str) -> tuple[Field, ...]:
    """The declared fields of ``kind`` whose words are searched."""
    return tuple(each for each in KINDS[kind].declarations.values() if each.searchable)


@cache
def searched_parts(kind: str) -> tuple[tuple[type[Record], Field], ...]:
    """The child kinds whose words belong to the document of a ``kind``."""
    if kind not in SEARCHED:
        return ()
    return tuple(
        (child, link)
        for child, link in children_of(kind)
        if searched_fields(child.kind) and (child.kind not in SEARCHED or child.kind == "contact")
    )


def owners_in_index(record: Record) -> list[tuple[str, str]]:
    """(kind, id) of each document that a change of ``record`` touches."""
    found = [(record.kind, record.id)] if record.kind in SEARCHED else []
    for name, target in _owning_documents(record.kind):
        owner_id = getattr(record, name)
        if owner_id:
            found.append((target, owner_id))
    return found


@cache
def _owning_documents(kind: str) -> tuple[tuple[str, str], ...]:
    """The references of a ``kind`` to records whose documents hold its words, with their kinds."""
    return tuple(
        (link.name, link.target)
        for link in KINDS[kind].owner_fields()
        if any(child.kind == kind for child, _ in searched_parts(link.target))
    )


@cache
def indexed_fields(kind: str) -> frozenset[str]:
    """The fields of a ``kind`` whose change makes a document out of date."""
    return frozenset(
        name
        for name, each in KINDS[kind].declarations.items()
        if each.searchable or each.title or each.owner or name == "deleted_at"
    )


def _words(record: Record) -> str:
    parts = []
    for each in searched_fields(record.kind):
        value = each.type.show(getattr(record, each.name))
        if value:
            parts.append(fold_phone(value) if isinstance(each.type, Phone) else fold(value))
    return " ".join(parts)


def refresh(
    connection: Connection, index: SearchIndex, kind: str, record_ids: Iterable[str]
) -> None:
    """Make the documents of these records anew from what the database holds now."""
    ids = _in_order_of_rows(connection, kind, sorted(set(record_ids)))
    for start in range(0, len(ids), BATCH):
        _refresh_batch(connection, index, kind, ids[start : start + BATCH])


def _in_order_of_rows(connection: Connection, kind: str, ids: Sequence[str]) -> list[str]:
    """The ids as their records lie in the table.

    FTS5 writes its memory out whenever a row comes before the one written last.
    """
    if len(ids) <= BATCH:
        return list(ids)
    table = table_of(kind)
    statement = select(table.c.row, table.c.id).where(
        table.c.id.in_(bindparam(WANTED, expanding=True))
    )
    found: list[tuple[int, str]] = []
    for start in range(0, len(ids), BATCH):
        found.extend(tuples(connection, statement, {WANTED: ids[start : start + BATCH]}))
    return [record_id for _, record_id in sorted(found)]


def _refresh_batch(
    connection: Connection, index: SearchIndex, kind: str, ids: Sequence[str]
) -> None:
    entity, table = KINDS[kind], table_of(kind)
    found = connection.execute(
        selection(entity).add_columns(table.c.row).where(table.c.id.in_(ids))
    ).all()
    records = [(row[-1], record_of(entity, row[:-1])) for row in found]
    records.sort(key=itemgetter(0))
    gone = [row for row, record in records if record.deleted_at]
    live = [(row, record) for row, record in records if not record.deleted_at]
    if gone:
        index.remove(connection, kind, gone)
    if live:
        parts = _part_words(connection, kind, [record.id for _, record in live])
        documents = [
            Document(
                row, fold(record.caption), f"{_words(record)} {' '.join(parts[record.id])}".strip()
            )
            for row, record in live
        ]
        index.replace(connection, kind, documents)


def _part_words(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for child, link in searched_parts(kind):
        statement = with_any(child.kind, link.name)
        for row in tuples(connection, statement, {WANTED: ids}):
            record = record_of(child, row)
            words[getattr(record, link.name)].append(_words(record))
    return words


def rebuild(connection: Connection, index: SearchIndex) -> None:
    """Make every document anew, as after a migration or a restore."""
    for kind in SEARCHED:
        table = table_of(kind)
        ids = connection.execute(select(table.c.id)).scalars().all()
        refresh(connection, index, kind, ids)
