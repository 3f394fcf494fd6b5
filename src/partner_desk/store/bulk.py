"""Many rows into a table at the price of the bare driver, while Python makes the next ones.

SQLite takes hundreds of rows within one step of one statement. For that step the driver lets go
of Python's lock once; row by row it would wait for the lock again after each of them, and nothing
would be won by a thread of its own. (So that it gets the lock back soon, whoever has it is asked
for it fifty times as often as usual.) The connection is never used by two threads at a time:
whoever asks for it waits until all that is on its way has arrived.
"""

import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache, partial
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Select, Table, func, select
from sqlalchemy.sql.expression import TableClause

from partner_desk.store.statements import gathered

T = TypeVar("T")
Rows = Sequence[tuple[Any, ...]]
_FEW = 200
"""So many rows are written sooner than a thread is started."""
_MOST_PARAMETERS = 30_000
"""SQLite takes 32,766 in one statement, unless somebody built it otherwise."""
_ROWS_AT_ONCE = 500
_LOCK_SECONDS = 0.0001
"""How long another thread may keep Python's lock that the writing one waits for."""
_USUAL_LOCK_SECONDS = sys.getswitchinterval()
_REPLACED, _PASSED_OVER = "OR REPLACE ", " ON CONFLICT (id) DO NOTHING"


class BulkWriter:
    """Rows on their way into the database behind ``connection``, in the order of their coming."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._thread: ThreadPoolExecutor | None = None
        self._on_the_way: deque[Future[Any]] = deque()
        self._failure: BaseException | None = None

    @property
    def connection(self) -> Connection:
        """The connection, once all that was sent has arrived."""
        self.wait()
        return self._connection

    def wait(self) -> None:
        """Come back when all that was sent has arrived; raises what the database said to it."""
        while self._on_the_way:
            self._on_the_way.popleft().result()
        if self._failure is not None:
            raise self._failure

    def ask(
        self, statement: Select[Any], values: dict[str, Any]
    ) -> "Future[list[Sequence[Any]]]":
        """Send a question, made once, behind what was sent before; its rows come back."""
        return self._send(0, lambda: gathered(self._connection, statement, values))

    def insert(self, table: TableClause, names: tuple[str, ...], rows: Rows) -> None:
        """Send values of the columns ``names``."""
        self._send(len(rows), partial(self._write, self._into(table, names), rows))

    def replace(self, table: TableClause, names: tuple[str, ...], rows: Rows) -> None:
        """Send values of the columns ``names``, in place of rows of the same key."""
        into = self._into(table, names, verb=_REPLACED)
        self._send(len(rows), partial(self._write, into, rows))

    def insert_new(
        self, table: Table, names: tuple[str, ...], rows: Rows
    ) -> "Future[frozenset[str]]":
        """Send rows whose first column is ``id``; what comes back will name those known before.

        They stay as they are.
        """
        into = self._into(table, names, after=_PASSED_OVER)
        return self._send(len(rows), partial(self._write_new, table, into, rows))

    def close(self) -> None:
        """Wait for what is being written; what waits behind it is let go of."""
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)
            sys.setswitchinterval(_USUAL_LOCK_SECONDS)

    def _into(
        self, table: TableClause, names: tuple[str, ...], verb: str = "", after: str = ""
    ) -> "_Into":
        dialect = self._connection.dialect
        quote = dialect.identifier_preparer.quote
        columns = ", ".join(map(quote, names))
        mark = "?" if dialect.name == "sqlite" else "%s"
        return _Into(
            f"INSERT {verb}INTO {quote(table.name)} ({columns}) VALUES ",
            f"({', '.join([mark] * len(names))})", after,
            min(_ROWS_AT_ONCE, _MOST_PARAMETERS // len(names)) if mark == "?" else 0,
        )

    def _write_new(self, table: Table, into: "_Into", rows: Rows) -> frozenset[str]:
        last = self._connection.execute(select(func.max(table.c.row))).scalar_one() or 0
        if self._write(into, rows) == len(rows):
            return frozenset()
        new = self._connection.execute(select(table.c.id).where(table.c.row > last))
        return frozenset(row[0] for row in rows).difference(new.scalars())

    def _write(self, into: "_Into", rows: Rows) -> int:
        if not into.at_once:
            return self._execute(_statement(into, 1), list(rows)) if rows else 0
        written, start, at_once = 0, 0, into.at_once
        while start < len(rows):
            while at_once > len(rows) - start:
                at_once //= 2  # Few different statements, which the driver keeps, for any number.
            values = tuple(chain.from_iterable(rows[start : start + at_once]))
            written += self._execute(_statement(into, at_once), values)
            start += at_once
        return written

    def _execute(self, statement: str, values: Any) -> int:
        result = self._connection.exec_driver_sql(
            statement, values, execution_options={"preserve_rowcount": True}
        )
        return result.rowcount

    def _send(self, size: int, job: Callable[[], T]) -> "Future[T]":
        if self._thread is None and size > _FEW:
            self._thread = ThreadPoolExecutor(1, "bulk")
            sys.setswitchinterval(_LOCK_SECONDS)
        while self._on_the_way and self._on_the_way[0].done():
            self._on_the_way.popleft().result()  # Nothing that has come back is held any longer.
        if self._thread is not None:
            sent = self._thread.submit(self._arrive, job)
            self._on_the_way.append(sent)
            return sent
        at_once: Future[T] = Future()
        at_once.set_result(job())
        return at_once

    def _arrive(self, job: Callable[[], T]) -> T:
        # After a failure the transaction may be gone, and nothing may be written outside of one.
        if self._failure is not None:
            raise self._failure
        try:
            return job()
        except BaseException as error:
            self._failure = error
            raise


class _Into(NamedTuple):
    """An INSERT without its rows."""

    before: str
    row: str
    """The marks of one row's values."""
    after: str
    at_once: int
    """How many rows go into one statement, 0 where the driver does it best by itself."""


@lru_cache(maxsize=128)
def _statement(into: _Into, rows: int) -> str:
    return f"{into.before}{', '.join([into.row] * rows)}{into.after}"
