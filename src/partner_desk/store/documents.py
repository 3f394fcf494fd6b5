"""Search documents made of records: their own searchable fields and those of their small parts.

An organization is found by its telephone, its street and the people one reaches there; its
services have documents of their own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold, fold_phone
from partner_desk.model.registry import KINDS, SEARCHED, children_of
from partner_desk.model.values import Phone
from partner_desk.model.values import Text as TextType
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.codec import codec_of
from partner_desk.store.search_index import Document, SearchIndex
from partner_desk.store.statements import WANTED, tuples
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


def refresh(bulk: BulkWriter, index: SearchIndex, kind: str, record_ids: Iterable[str]) -> None:
    """Make the documents of these records anew from what the database holds now."""
    ids = _in_order_of_rows(bulk.connection, kind, sorted(set(record_ids)))
    made: list[Document] = []
    for start in range(0, len(ids), BATCH):
        told = _tell(bulk.connection, kind, ids[start : start + BATCH])
        # What was made of the batch before is written while this one is made.
        if made:
            index.replace(bulk, kind, made)
        made = _documents(kind, told)
        if told.gone:
            index.remove(bulk.connection, kind, told.gone)
    if made:
        index.replace(bulk, kind, made)


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


class _Told(NamedTuple):
    """What the database holds of a batch: rows of live records, rows gone, texts of parts."""

    live: list[tuple[Any, ...]]
    gone: list[int]
    parts: list[tuple[str, list[tuple[Any, ...]]]]


def _tell(connection: Connection, kind: str, ids: Sequence[str]) -> _Told:
    asked = _asked(kind, "id", "row", "deleted_at")
    rows = sorted(tuples(connection, asked, {WANTED: ids}), key=itemgetter(1))
    live = [each for each in rows if not each[2]]
    wanted = {WANTED: [each[0] for each in live]}
    return _Told(live, [each[1] for each in rows if each[2]], [
        (child.kind, list(tuples(connection, _asked(child.kind, link.name), wanted)))
        for child, link in searched_parts(kind)
    ] if live else [])


def _documents(kind: str, told: _Told) -> list[Document]:
    parts: dict[str, list[str]] = defaultdict(list)
    for child, rows in told.parts:
        part_words = _reader(child)
        for owner, *texts in rows:
            parts[owner].append(part_words(texts))
    words_of = _reader(kind)
    return [
        Document(row, fold(texts[-1]), " ".join([words_of(texts), *parts[record_id]]).strip())
        for record_id, row, _, *texts in told.live
    ]


@cache
def _asked(kind: str, link: str, *more: str) -> Select[Any]:
    """SELECT of ``link``, ``more`` and what is searched, of records whose ``link`` is wanted.

    Only the live ones, unless ``more`` says when they went. Whole records would be read for
    nothing: an import makes a document of each.
    """
    table = table_of(kind)
    names = (link, *more, *(each.name for each in _told_fields(kind)))
    found = select(*(table.c[name] for name in names)).where(
        table.c[link].in_(bindparam(WANTED, expanding=True))
    )
    return found if "deleted_at" in more else found.where(table.c.deleted_at.is_(None))


@cache
def _told_fields(kind: str) -> tuple[Field, ...]:
    """The searched fields of a kind, and its title last."""
    return (*searched_fields(kind), KINDS[kind].title_field())


@cache
def _reader(kind: str) -> Callable[[Sequence[Any]], str]:
    """How the words of a record are made of the columns that ``_asked`` asks for."""
    fields = searched_fields(kind)
    plain = [index for index, each in enumerate(fields) if _is_plain(each)]
    others = [(index, _way(each)) for index, each in enumerate(fields) if not _is_plain(each)]

    def words(texts: Sequence[Any]) -> str:
        # Folded in one go: what a record says is many short texts, and each has its price.
        found = [fold(" ".join([texts[index] for index in plain if texts[index]]))]
        found += [way(text) for index, way in others if (text := texts[index])]
        return " ".join(filter(None, found))

    return words


def _is_plain(field: Field) -> bool:
    return isinstance(field.type, TextType) and not isinstance(field.type, Phone)


def _way(field: Field) -> Callable[[Any], str]:
    if isinstance(field.type, Phone):
        return fold_phone
    restore = codec_of(field).restore or str
    return lambda stored: fold(field.type.show(restore(stored)))


def rebuild(bulk: BulkWriter, index: SearchIndex) -> None:
    """Make every document anew, as after a migration or a restore."""
    for kind in SEARCHED:
        table = table_of(kind)
        ids = bulk.connection.execute(select(table.c.id)).scalars().all()
        refresh(bulk, index, kind, ids)
