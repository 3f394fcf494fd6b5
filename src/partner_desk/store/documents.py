"""Search documents made of records: their own searchable fields and those of their small parts.

An organization is found by its telephone, its street and the people one reaches there; its
services have documents of their own.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold, fold_phone
from partner_desk.model.registry import KINDS, SEARCHED, children_of
from partner_desk.model.values import Digits, Phone
from partner_desk.model.values import Text as TextType
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.codec import codec_of
from partner_desk.store.many_values import among_parameter, among_texts, listed
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
    """Make the documents of these records anew from what the database holds now.

    One batch is asked for and another written while the documents of a third are made.
    """
    ids = _in_order_of_rows(bulk.connection, kind, sorted(set(record_ids)))
    asked = deque[_Asked]()
    for start in range(0, len(ids), BATCH):
        asked.append(_ask(bulk, kind, ids[start : start + BATCH]))
        if len(asked) > 1:
            _write(bulk, index, kind, asked.popleft())
    for each in asked:
        _write(bulk, index, kind, each)


def _in_order_of_rows(connection: Connection, kind: str, ids: Sequence[str]) -> list[str]:
    """The ids as their records lie in the table.

    FTS5 writes its memory out whenever a row comes before the one written last.
    """
    if len(ids) <= BATCH:
        return list(ids)
    table = table_of(kind)
    found: list[tuple[int, str]] = []
    for start in range(0, len(ids), BATCH):
        wanted = among_texts(table.c.id, ids[start : start + BATCH])
        found.extend(tuples(connection, select(table.c.row, table.c.id).where(wanted)))
    return [record_id for _, record_id in sorted(found)]


class _Asked(NamedTuple):
    """A batch on its way from the database: the records themselves, and their parts by kind."""

    records: "Future[list[Sequence[Any]]]"
    parts: "list[tuple[str, Future[list[Sequence[Any]]]]]"


def _ask(bulk: BulkWriter, kind: str, ids: Sequence[str]) -> _Asked:
    wanted = {WANTED: listed(ids)}
    return _Asked(bulk.ask(_selection(kind, "id", "row", "deleted_at"), wanted), [
        (child.kind, bulk.ask(_selection(child.kind, link.name), wanted))
        for child, link in searched_parts(kind)
    ])


def _write(bulk: BulkWriter, index: SearchIndex, kind: str, asked: _Asked) -> None:
    rows = sorted(asked.records.result(), key=itemgetter(1))
    live = [each for each in rows if not each[2]]
    said: dict[str, _Said] = {each[0]: _Said() for each in live}
    own = _reader(kind)
    for record_id, _, _, *texts in live:
        own(texts, said[record_id])
    for child, found in asked.parts:
        part = _reader(child)
        for owner, *texts in found.result():
            if owner in said:
                part(texts, said[owner])
    if len(live) < len(rows):
        index.remove(bulk.connection, kind, [each[1] for each in rows if each[2]])
    if live:
        index.replace(bulk, kind, [
            Document(row, fold(texts[-1]), said[record_id].folded())
            for record_id, row, _, *texts in live
        ])


@cache
def _selection(kind: str, link: str, *more: str) -> Select[Any]:
    """SELECT of ``link``, ``more`` and what is searched, of records whose ``link`` is wanted.

    Only the live ones, unless ``more`` says when they went. Whole records would be read for
    nothing: an import makes a document of each.
    """
    table = table_of(kind)
    names = (link, *more, *(each.name for each in _told_fields(kind)))
    found = select(*(table.c[name].label(f"c{number}") for number, name in enumerate(names)))
    wanted = found.where(among_parameter(table.c[link], WANTED))
    return wanted if "deleted_at" in more else wanted.where(table.c.deleted_at.is_(None))


@cache
def _told_fields(kind: str) -> tuple[Field, ...]:
    """The searched fields of a kind, and its title last."""
    return (*searched_fields(kind), KINDS[kind].title_field())


class _Said:
    """What a record and its parts say, on its way to folded words."""

    __slots__ = ("numbers", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.numbers: list[str] = []

    def folded(self) -> str:
        # In one go: a record says many short texts, and each by itself has its price.
        return " ".join([fold(" ".join(self.texts)), *map(fold_phone, self.numbers)]).strip()


@cache
def _reader(kind: str) -> Callable[[Sequence[Any], _Said], None]:
    """How the columns that ``_selection`` names are told apart: texts, and telephone numbers."""
    fields = list(enumerate(searched_fields(kind)))
    plain = [index for index, each in fields if _is_plain(each)]
    numbers = [index for index, each in fields if isinstance(each.type, Phone)]
    others = [
        (index, _shown(each)) for index, each in fields
        if index not in plain and index not in numbers
    ]

    def read(columns: Sequence[Any], said: _Said) -> None:
        said.texts += [text for index in plain if (text := columns[index])]
        said.texts += [shown(stored) for index, shown in others if (stored := columns[index])]
        said.numbers += [text for index in numbers if (text := columns[index])]

    return read


def _is_plain(field: Field) -> bool:
    return isinstance(field.type, TextType) and not isinstance(field.type, Digits | Phone)


def _shown(field: Field) -> Callable[[Any], str]:
    if isinstance(field.type, Digits):
        return field.type.searched
    restore = codec_of(field).restore or str
    return lambda stored: field.type.show(restore(stored))


def rebuild(bulk: BulkWriter, index: SearchIndex) -> None:
    """Make every document anew, as after a migration or a restore."""
    for kind in SEARCHED:
        table = table_of(kind)
        ids = bulk.connection.execute(select(table.c.id)).scalars().all()
        refresh(bulk, index, kind, ids)
