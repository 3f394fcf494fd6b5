"""The different values of a column, found without looking at each of the rows that repeat them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select

_STEPS = 2_000
"""Values that are stepped to one by one; a step costs as much as some 20 rows read."""
_FIRST = 2_000
"""Rows that are looked at for the values met most often."""
_USUAL = 500


def occurring(connection: Connection, column: Column[Any]) -> Sequence[Any]:
    """What a column holds, of records in Trash too, each value once and unordered; no NULL."""
    everything = select(column).where(column.is_not(None)).distinct()
    if _is_indexed(column):
        found = connection.scalars(_stepping(column).limit(_STEPS + 1)).all()
        if len(found) <= _STEPS:
            return found
        return connection.scalars(everything).all()
    first = select(column).where(column.is_not(None)).limit(_FIRST).subquery()
    usual = connection.scalars(select(first.c[0]).distinct()).all()
    if len(usual) > _USUAL:
        return connection.scalars(everything).all()
    # To know a value again costs half of what it costs to sort it in.
    return [*usual, *connection.scalars(everything.where(column.not_in(usual)))]


def _is_indexed(column: Column[Any]) -> bool:
    return any(each.columns[0] is column for each in column.table.indexes if each.columns)


def _stepping(column: Column[Any]) -> Select[Any]:
    """From each value to the next along the index."""
    steps = select(func.min(column).label("value")).cte("steps", recursive=True)
    after = select(func.min(column)).where(column > steps.c.value).scalar_subquery()
    steps = steps.union_all(select(after).where(steps.c.value.is_not(None)))
    return select(steps.c.value).where(steps.c.value.is_not(None))
