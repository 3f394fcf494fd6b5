"""Many rows into a table at the price of the bare driver."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.engine.interfaces import Dialect


def insert_rows(
    connection: Connection,
    table: Table,
    names: tuple[str, ...],
    rows: Sequence[tuple[Any, ...]],
    *,
    skip_known: bool = False,
) -> int:
    """Insert values of the columns ``names``; returns how many rows were.

    ``skip_known`` passes over rows whose ``id`` is there already. Building a statement's
    parameters row by row would take as long as the database does.
    """
    if not rows:
        return 0
    statement = _statement(connection.dialect, table, names, skip_known)
    result = connection.exec_driver_sql(
        statement, list(rows), execution_options={"preserve_rowcount": True}
    )
    return result.rowcount


@cache
def _statement(dialect: Dialect, table: Table, names: tuple[str, ...], skip_known: bool) -> str:
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.name == "sqlite" else "%s"
    columns = ", ".join(quote(name) for name in names)
    marks = ", ".join([mark] * len(names))
    ending = " ON CONFLICT (id) DO NOTHING" if skip_known else ""
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks}){ending}"
