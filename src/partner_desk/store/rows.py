"""Between records and rows of their tables."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
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
def _getter(kind: str) -> Callable[[Record], tuple[Any, ...]]:
    return attrgetter(*_names(kind))


@cache
def _restorers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple(
        (each.name, restore)
        for each in KINDS[kind].declarations.values()
        if (restore := codec_of(each).restore)
    )


@cache
def _storers(kind: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple(
        (each.name, store)
        for each in KINDS[kind].declarations.values()
        if (store := codec_of(each).store)
    )


@cache
def _storers_at(kind: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    names = _names(kind)
    return tuple((names.index(name), store) for name, store in _storers(kind))


def selection(entity: type[Record]) -> Select[Any]:
    """SELECT of all columns that make a record of this kind, in the order ``record_of`` reads."""
    return _selection(entity.kind)


@cache
def _selection(kind: str) -> Select[Any]:
    table = table_of(kind)
    return select(*(table.c[name] for name in _names(kind)))


def record_of(entity: type[R], row: Sequence[Any]) -> R:
    """The record that a row of ``selection(entity)`` stands for.

    Its fields are all there, so nothing is left for a constructor to do; lists are read through
    this a thousand times a second.
    """
    found = dict(zip(_names(entity.kind), row, strict=True))
    for name, restore in _restorers(entity.kind):
        found[name] = restore(found[name])
    record = object.__new__(entity)
    record.__dict__ = found
    return record


def columns(kind: str) -> tuple[str, ...]:
    """The columns whose values ``row_of`` gives, in its order."""
    return (*_names(kind), "sort_key")


def row_of(record: Record) -> tuple[Any, ...]:
    """The column values of a record, its sort key last."""
    entity = type(record)
    found = list(_getter(entity.kind)(record))
    for index, store in _storers_at(entity.kind):
        found[index] = store(found[index])
    found.append(sort_key(record.caption) if has_sort_key(entity) else "")
    return tuple(found)


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
