"""Some columns of many records, where whole records would cost too much."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from partner_desk.model.queries import Filter
from partner_desk.model.registry import KINDS
from partner_desk.store.codec import codec_of
from partner_desk.store.conditions import condition
from partner_desk.store.reader import Reader
from partner_desk.store.statements import tuples
from partner_desk.store.tables import table_of

Row = tuple[Any, ...]


def columns(
    reader: Reader, kind: str, names: Sequence[str], where: Sequence[Filter] = ()
) -> list[Row]:
    """The values of ``names`` (``id`` may be one) of all live records that fit, unordered."""
    table = table_of(kind)
    statement = select(*(table.c[name] for name in names)).where(
        table.c.deleted_at.is_(None), *(condition(kind, each) for each in where)
    )
    declarations = KINDS[kind].declarations
    restorers = [
        (place, restore) for place, name in enumerate(names)
        if name != "id" and (restore := codec_of(declarations[name]).restore)
    ]
    rows = tuples(reader.connection, statement)
    if not restorers:
        return list(rows)
    found = []
    for row in rows:
        values = list(row)
        for place, restore in restorers:
            values[place] = restore(values[place])
        found.append(tuple(values))
    return found
