"""Which parts a record has, asked in one statement: most records have few kinds of the many."""

from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Executable,
    Select,
    bindparam,
    exists,
    literal_column,
    select,
    union_all,
)

from partner_desk.model.registry import children_of
from partner_desk.store.tables import table_of

_OWNER = "owner"


def kinds_held(connection: Connection, kind: str, record_id: str) -> set[int]:
    """The places, in ``children_of(kind)``, of the kinds of which a record has live children."""
    return {row[0] for row in _rows(connection, _which_held(kind), record_id)}


def ids_held(connection: Connection, kind: str, record_id: str) -> list[str]:
    """The ids of all children of a record, those in Trash too."""
    return [row[0] for row in _rows(connection, _all_ids(kind), record_id)]


def _rows(connection: Connection, statement: Executable | None, record_id: str) -> Any:
    if statement is None:
        return ()
    cursor = connection.execute(statement, {_OWNER: record_id}).cursor
    return cursor.fetchall() if cursor is not None else ()


@cache
def _which_held(kind: str) -> Executable | None:
    return _together([
        select(literal_column(str(place))).where(
            exists().where(
                table_of(child.kind).c[link.name] == bindparam(_OWNER),
                table_of(child.kind).c.deleted_at.is_(None),
            )
        )
        for place, (child, link) in enumerate(children_of(kind))
    ])


@cache
def _all_ids(kind: str) -> Executable | None:
    return _together([
        select(table_of(child.kind).c.id).where(
            table_of(child.kind).c[link.name] == bindparam(_OWNER)
        )
        for child, link in children_of(kind)
    ])


def _together(selects: list[Select[Any]]) -> Executable | None:
    return union_all(*selects) if selects else None
