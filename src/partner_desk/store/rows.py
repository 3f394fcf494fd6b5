"""Between records and rows of their tables."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, select

from partner_desk.model.fields import Record
from partner_desk.model.registry import KINDS
from partner_desk.store.codec import codec_of
from partner_desk.store.tables import has_sort_key, sort_key, table_of

R = TypeVar("R", bound=Record)


@cache
def _names(kind: str) -> tuple[str, ...]:
    return ("id", *KINDS[kind].declarations)


@cache
def _restorers(kind: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    codecs = [codec_of(each) for each in KINDS[kind].declarations.values()]
    return tuple(
        (index, codec.restore) for index, codec in enumerate(codecs, 1) if codec.restore
    )


@cache
def _storers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple(
        (each.name, store)
        for each in KINDS[kind].declarations.values()
        if (store := codec_of(each).store)
    )


def selection(entity: type[Record]) -> Select[Any]:
    """SELECT of all columns that make a record of this kind, in the order ``record_of`` reads."""
    return _selection(entity.kind)


@cache
def _selection(kind: str) -> Select[Any]:
    table = table_of(kind)
    return select(*(table.c[name] for name in _names(kind)))


def record_of(entity: type[R], row: Sequence[Any]) -> R:
    """The record that a row of ``selection(entity)`` stands for."""
    found = list(row)
    for index, restore in _restorers(entity.kind):
        found[index] = restore(found[index])
    return entity(**dict(zip(_names(entity.kind), found, strict=True)))


def row_of(record: Record) -> dict[str, Any]:
    """The column values of a record, its sort key among them."""
    entity = type(record)
    found = {name: getattr(record, name) for name in _names(entity.kind)}
    for name, store in _storers(entity.kind):
        found[name] = store(found[name])
    found["sort_key"] = sort_key(record.caption) if has_sort_key(entity) else ""
    return found


def columns_of(record: Record, names: Iterable[str]) -> dict[str, Any]:
    """The column values of some fields of a record, with the sort key when the title is one."""
    entity = type(record)
    wanted = set(names)
    storers = dict(_storers(entity.kind))
    found = {
        name: storers[name](getattr(record, name)) if name in storers else getattr(record, name)
        for name in wanted
    }
    if entity.title_field().name in wanted and has_sort_key(entity):
        found["sort_key"] = sort_key(record.caption)
    return found
