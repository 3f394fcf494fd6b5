"""The SELECTs asked most often, built once: building one anew costs more than SQLite's answer."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Connection, Select, bindparam, func, select

from partner_desk.model.registry import KINDS, is_positioned
from partner_desk.store.rows import selection
from partner_desk.store.tables import table_of

WANTED = "wanted"


@cache
def with_any(kind: str, column: str, *, live: bool = True) -> Select[Any]:
    """Records of ``kind`` whose ``column`` is among ``wanted``; those in Trash unless ``live``."""
    table = table_of(kind)
    found = selection(KINDS[kind]).where(
        table.c[column].in_(bindparam(WANTED, expanding=True))
    )
    return found.where(table.c.deleted_at.is_(None)) if live else found


@cache
def with_equal(kind: str, names: tuple[str, ...], empty: tuple[str, ...]) -> Select[Any]:
    """Live records whose columns ``names`` equal the parameters of these names, in their order.

    The columns ``empty`` hold nothing.
    """
    table = table_of(kind)
    order = table.c.position if is_positioned(KINDS[kind]) else table.c.sort_key
    return (
        selection(KINDS[kind])
        .where(
            table.c.deleted_at.is_(None),
            *(table.c[name] == bindparam(name) for name in names),
            *(table.c[name].is_(None) for name in empty),
        )
        .order_by(order, table.c.id)
    )


@cache
def ids_with(kind: str, column: str) -> Select[Any]:
    """The ids of records of ``kind`` whose ``column`` is ``wanted``, those in Trash too."""
    table = table_of(kind)
    return select(table.c.id).where(table.c[column] == bindparam(WANTED))


def tuples(
    connection: Connection, statement: Select[Any], values: dict[str, Any] | None = None
) -> Iterable[Any]:
    """The rows as the driver gives them: no column of ours needs more, and it is twice as fast."""
    cursor = connection.execute(statement, values or {}).cursor
    return cursor.fetchall() if cursor is not None else ()


@cache
def as_one_text(statement: Select[Any]) -> Select[Any]:
    """The rows of a statement as one JSON text: SQLite makes it in one step.

    For that step it lets go of Python's lock once, instead of once a row.
    """
    found = statement.subquery()
    return select(func.json_group_array(func.json_array(*found.c)))


def gathered(
    connection: Connection, statement: Select[Any], values: dict[str, Any]
) -> list[Sequence[Any]]:
    """The rows of a statement that is made once, as sequences of texts and whole numbers."""
    if connection.dialect.name != "sqlite":
        return list(tuples(connection, statement, values))
    found = connection.execute(as_one_text(statement), values).scalar_one()
    rows: list[Sequence[Any]] = orjson.loads(found)
    return rows
