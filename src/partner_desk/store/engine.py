"""One SQLAlchemy engine for a SQLite file or a PostgreSQL URL, with the settings of each.

SQLite: a rollback journal with full synchronisation and not WAL, which breaks on network shares
and may lose acknowledged commits at a power cut. Every write begins with BEGIN IMMEDIATE, because
a transaction that reads first and writes later can fail as locked when several write.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import ArgumentError, DBAPIError

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.locations import without_password

APPLICATION_ID = 0x50444B31
"""Written into every office file ("PDK1"), so that no other program's file is taken for one."""

SQLITE_VERSION = sqlite3.sqlite_version
WRITES = "partner_desk_writes"
_PRAGMAS = (
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "cache_size=-16000",
)


def office_url(location: Path | str) -> URL:
    """The URL of an office: a PostgreSQL URL as it is, anything else is a file."""
    text = str(location)
    if "://" not in text:
        return URL.create("sqlite+pysqlite", database=str(Path(text).expanduser().absolute()))
    try:
        url = make_url(text)
    except ArgumentError:
        raise EnvironmentProblem("office.bad_url", url=without_password(text)) from None
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise EnvironmentProblem("office.bad_url", url=without_password(text))


def open_engine(url: URL, *, read_only: bool = False, busy_seconds: float = 10.0) -> Engine:
    """An engine for ``url``. ``busy_seconds`` is how long SQLite waits for another writer."""
    if url.get_backend_name() == "postgresql":
        return _postgresql_engine(url)
    engine = create_engine(
        url,
        connect_args={
            "timeout": busy_seconds,
            "check_same_thread": False,
            "isolation_level": None,
        },
    )
    engine.dialect.statement_compiler = _HintedCompiler
    event.listen(engine, "connect", _ReadyConnection(read_only))
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql_engine(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except ImportError:
        raise EnvironmentProblem("office.no_driver") from None


class _HintedCompiler(SQLiteCompiler):
    """Writes beside a table which index to take, or none; SQLAlchemy leaves it out for SQLite."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:
        return text


class _ReadyConnection:
    def __init__(self, read_only: bool) -> None:
        self._read_only = read_only

    def __call__(self, connection: sqlite3.Connection, _record: Any) -> None:
        pragmas = _PRAGMAS[1:] if self._read_only else _PRAGMAS
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        if self._read_only:
            connection.execute("PRAGMA query_only=ON")


def _begin(connection: Connection) -> None:
    # The driver is in autocommit mode: transactions, DDL among them, begin and end only here.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_SQLITE_CODES = {
    "SQLITE_BUSY": "office.busy",
    "SQLITE_LOCKED": "office.busy",
    "SQLITE_FULL": "disk.full",
    "SQLITE_READONLY": "office.read_only",
    "SQLITE_CANTOPEN": "office.cannot_open",
    "SQLITE_PERM": "office.cannot_open",
    "SQLITE_AUTH": "office.cannot_open",
    "SQLITE_IOERR": "disk.failing",
    "SQLITE_CORRUPT": "office.damaged",
    "SQLITE_NOTADB": "office.not_an_office",
}


_PASSWORD_REFUSED = ("no password supplied", "password authentication failed")


def environment_problem(error: BaseException, url: URL) -> EnvironmentProblem | None:
    """What ``error`` of the driver means for a person, or None when it is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    place = url.database or ""
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "") or ""
        code = next((code for start, code in _SQLITE_CODES.items() if name.startswith(start)), "")
        return EnvironmentProblem(code, path=place) if code else None
    if isinstance(error, DBAPIError) and type(cause).__name__ == "OperationalError":
        server = without_password(url.render_as_string(hide_password=True))
        refused = any(words in str(cause) for words in _PASSWORD_REFUSED)
        code = "office.password_needed" if refused else "office.server_unreachable"
        return EnvironmentProblem(code, url=server)
    return None
