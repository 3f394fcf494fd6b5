"""The orders of the lists last looked at, so that a keystroke sorts nothing.

A filter typed into a list of 100,000 changes what is shown and not how it is ordered. The index
says which rows fit; they are picked out of the known order in a fraction of the time in which
the database would sort them anew. So are the rows that fit a condition upon the parts of records.
"""

import json
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from partner_desk.model.queries import (
    AllOf,
    Among,
    AnyOf,
    ChangedIn,
    Filter,
    ListQuery,
    Not,
    Walked,
)

_KEPT = 4
SOON_LOOKED_UP = 3_000
"""Rows that are looked up sooner than they are picked out of 100,000."""
_SOON_SORTED = 20_000
"""Rows that are looked up and sorted sooner than 100,000 are walked through in their order."""


@dataclass(frozen=True)
class ListOrder:
    """All records of a list in its order, as of the change set ``version``."""

    version: int
    ids: list[str]
    rows: "array[int]"

    @cached_property
    def _last(self) -> int:
        return max(self.rows, default=0)

    def narrowed(self, rows: Sequence[int]) -> list[str]:
        """The ids of these rows, in order."""
        return list(compress(self.ids, self._marks(rows)))

    def picked(self, rows: Sequence[int]) -> "ListOrder":
        """The order of these rows alone."""
        marks = self._marks(rows)
        return ListOrder(self.version, list(compress(self.ids, marks)),
                         array("q", compress(self.rows, marks)))

    def _marks(self, rows: Sequence[int]) -> bytes:
        """For each record in order whether its row is one of these: 1 or 0."""
        # Looked up three times as fast as a set of numbers.
        wanted = bytearray(max(self._last, max(rows, default=0)) + 1)
        for row in rows:
            wanted[row] = 1
        return bytes(map(wanted.__getitem__, self.rows))


def is_sought(wanted: Filter) -> bool:
    """Whether records that fit are sought elsewhere than along the index of a list's order."""
    if isinstance(wanted, AnyOf | AllOf):
        return any(map(is_sought, wanted.filters))
    if isinstance(wanted, Not):
        return is_sought(wanted.filter)
    return isinstance(wanted, Among | Walked | ChangedIn)


def is_walked(query: ListQuery) -> bool:
    """Whether a list is found in one walk through all records of its kind."""
    return any(isinstance(each, Walked) for each in query.where)


def whole_of(query: ListQuery) -> ListQuery:
    """The list that a list is picked out of: without what is sought elsewhere."""
    return replace(query, where=tuple(each for each in query.where if not is_sought(each)))


def of_rows(
    listing: Select[Any], table: Table, rows: Sequence[int], few: int = _SOON_SORTED
) -> Select[Any]:
    """A SELECT of those of ``rows`` that a listing of ``table`` has, for SQLite.

    So ``few`` are looked up and sorted; more are met on the way along the order.
    """
    wanted = func.json_each(json.dumps(rows)).table_valued("value")
    if len(rows) <= few:
        listing = listing.with_hint(table, "NOT INDEXED", "sqlite")
    return listing.where(table.c.row.in_(select(wanted.c.value)))


def read_order(connection: Connection, listing: Select[Any], version: int) -> ListOrder:
    """The order that a SELECT of ids and rows gives."""
    if connection.dialect.name == "sqlite":
        # Two long texts cross from SQLite to Python sooner than 100,000 rows do.
        found = listing.subquery().c
        gathered = select(func.json_group_array(found[0]), func.json_group_array(found[1]))
        ids, rows = map(json.loads, connection.execute(gathered).one())
        return ListOrder(version, ids, array("q", rows))
    pairs = connection.execute(listing).all()
    return ListOrder(version, [each[0] for each in pairs], array("q", [each[1] for each in pairs]))


class ListOrders:
    """The few orders last used; an order is good until the next change set, whoever wrote it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._orders: OrderedDict[ListQuery, ListOrder] = OrderedDict()

    def known(self, query: ListQuery, version: int) -> ListOrder | None:
        """The order of a list, whatever is searched in it, if it is still good."""
        with self._lock:
            found = self._orders.get(replace(query, search=""))
            return found if found is not None and found.version == version else None

    def order(
        self, query: ListQuery, version: int, read: Callable[[ListQuery, int], ListOrder]
    ) -> ListOrder:
        """The order of a list; ``read`` is asked for one that is not known."""
        whole = replace(query, search="")
        found = self.known(query, version) or read(whole, version)
        with self._lock:
            self._orders[whole] = found
            self._orders.move_to_end(whole)
            while len(self._orders) > _KEPT:
                self._orders.popitem(last=False)
        return found
