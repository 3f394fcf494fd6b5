"""Many rows into a table at the price of the bare driver, while Python makes the next ones.

SQLite takes a batch as one JSON text, within one step of one statement. For that step the driver
lets go of Python's lock once; row by row it would wait for the lock again after each of them, and
nothing would be won by a thread of its own. The connection is never used by two threads at a
time: whoever asks for it waits until all that is on its way has arrived.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from typing import Any, TypeVar

import orjson
from sqlalchemy import Connection, Float, Table, func, select
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.sql.expression import TableClause

T = TypeVar("T")
Rows = Sequence[tuple[Any, ...]]
_FEW = 200
"""So many rows are written sooner than a thread is started."""
_REPLACED, _PASSED_OVER = "OR REPLACE ", " ON CONFLICT (id) DO NOTHING"


class BulkWriter:
    """Rows on their way into the database behind ``connection``, in the order of their coming."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._thread: ThreadPoolExecutor | None = None
        self._on_the_way: list[Future[Any]] = []
        self._has_failed = False

    @property
    def connection(self) -> Connection:
        """The connection, once all that was sent has arrived."""
        self.wait()
        return self._connection

    def wait(self) -> None:
        """Come back when all that was sent has arrived; raises what the database said to it."""
        on_the_way, self._on_the_way = self._on_the_way, []
        for each in on_the_way:
            each.result()

    def insert(self, table: TableClause, names: tuple[str, ...], rows: Rows) -> None:
        """Send values of the columns ``names``."""
        self._send(len(rows), self._job(table, names, rows))

    def replace(self, table: TableClause, names: tuple[str, ...], rows: Rows) -> None:
        """Send values of the columns ``names``, in place of rows of the same key."""
        self._send(len(rows), self._job(table, names, rows, verb=_REPLACED))

    def insert_new(
        self, table: Table, names: tuple[str, ...], rows: Rows
    ) -> "Future[frozenset[str]]":
        """Send rows whose first column is ``id``; what comes back will name those known before.

        They stay as they are.
        """
        job = self._job(table, names, rows, ending=_PASSED_OVER)
        return self._send(len(rows), partial(self._known_before, table, rows, job))

    def close(self) -> None:
        """Wait for what is being written; what waits behind it is let go of."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)

    def _known_before(self, table: Table, rows: Rows, job: Callable[[], int]) -> frozenset[str]:
        last = self._connection.execute(select(func.max(table.c.row))).scalar_one() or 0
        if job() == len(rows):
            return frozenset()
        new = self._connection.execute(select(table.c.id).where(table.c.row > last))
        return frozenset(row[0] for row in rows).difference(new.scalars())

    def _job(
        self, table: TableClause, names: tuple[str, ...], rows: Rows, verb: str = "",
        ending: str = "",
    ) -> Callable[[], int]:
        if not rows:
            return int
        dialect = self._connection.dialect
        if len(rows) > _FEW and _crosses_as_json(dialect, table):
            statement = _from_json(dialect, table, names, verb, ending)
            return partial(self._execute, statement, (orjson.dumps(rows).decode(),))
        return partial(
            self._execute, _row_by_row(dialect, table, names, verb, ending), list(rows)
        )

    def _execute(self, statement: str, rows: Any) -> int:
        result = self._connection.exec_driver_sql(
            statement, rows, execution_options={"preserve_rowcount": True}
        )
        return result.rowcount

    def _send(self, size: int, job: Callable[[], T]) -> "Future[T]":
        if self._thread is None and size > _FEW:
            self._thread = ThreadPoolExecutor(1, "bulk")
        if self._thread is not None:
            sent = self._thread.submit(self._arrive, job)
            self._on_the_way.append(sent)
            return sent
        at_once: Future[T] = Future()
        at_once.set_result(job())
        return at_once

    def _arrive(self, job: Callable[[], T]) -> T:
        # After a failure the transaction may be gone, and nothing may be written outside of one.
        if self._has_failed:
            raise RuntimeError("sent after a failure")
        try:
            return job()
        except BaseException:
            self._has_failed = True
            raise


def _crosses_as_json(dialect: Dialect, table: TableClause) -> bool:
    # SQLite reads most numbers with a point out of a text exactly, and "most" is not enough.
    return dialect.name == "sqlite" and not any(isinstance(each.type, Float) for each in table.c)


@cache
def _row_by_row(
    dialect: Dialect, table: TableClause, names: tuple[str, ...], verb: str, ending: str
) -> str:
    mark = "?" if dialect.name == "sqlite" else "%s"
    marks = ", ".join([mark] * len(names))
    return f"{_into(dialect, table, names, verb)} VALUES ({marks}){ending}"


@cache
def _from_json(
    dialect: Dialect, table: TableClause, names: tuple[str, ...], verb: str, ending: str
) -> str:
    cells = ", ".join(f"value ->> {index}" for index in range(len(names)))
    into = _into(dialect, table, names, verb)
    return f"{into} SELECT {cells} FROM json_each(?) WHERE true{ending}"


def _into(dialect: Dialect, table: TableClause, names: tuple[str, ...], verb: str) -> str:
    quote = dialect.identifier_preparer.quote
    return f"INSERT {verb}INTO {quote(table.name)} ({', '.join(map(quote, names))})"
