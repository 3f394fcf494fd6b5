"""An office on a real PostgreSQL server that every test finds as it was made.

To copy a database is to write a thousand files, which takes longer than most tests. So the office
is made once, and after each test its rows are put back. An office whose schema a test has altered,
or that a test has filled, is dropped, and the next test gets a copy of the first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

_GROWN = 20_000_000
"""An office of more bytes than this costs more to put back than to copy; an empty one has 13 MB."""

_SCHEMA = """
SELECT md5(string_agg(part, ',' ORDER BY part)) FROM (
    SELECT 'class' || oid || ' ' || xmin AS part FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT 'column' || attrelid || ' ' || attnum || ' ' || xmin
        FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT 'default' || oid || ' ' || xmin FROM pg_attrdef
    UNION ALL SELECT 'constraint' || oid || ' ' || xmin FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT 'index' || indexrelid || ' ' || xmin FROM pg_index WHERE indexrelid >= 16384
    UNION ALL SELECT 'trigger' || oid || ' ' || xmin FROM pg_trigger
    UNION ALL SELECT 'function' || oid || ' ' || xmin FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT 'type' || oid || ' ' || xmin FROM pg_type WHERE oid >= 16384
    UNION ALL SELECT 'extension' || oid || ' ' || xmin FROM pg_extension
    UNION ALL SELECT 'object' || oid FROM pg_largeobject_metadata
    UNION ALL SELECT 'setting' || setconfig::text FROM pg_db_role_setting
) AS parts
"""
"""Everything declared in the office's database, each with the transaction that last touched it."""

_ROWS = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
_EMPTIED = f"""
DO $$ DECLARE name text; BEGIN
    FOR name IN {_ROWS} LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
END $$
"""


class SharedOffice:
    """The tests' office on a server; ``make`` makes an empty one at the URL it is given."""

    def __init__(self, server: str, make: Callable[[str], None]) -> None:
        self._server = server
        self._url = server.replace("/postgres?", "/office?")
        self._there = False
        # No test takes the power away, so nothing has to reach the disk.
        self._tell("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        self._tell("CREATE DATABASE empty_office")
        first = server.replace("/postgres?", "/empty_office?")
        make(first)
        with psycopg.connect(first) as connection:
            self._rows = dict(_rows(connection))
            self._numbers = _numbers(connection)

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of the office for one test, which finds it empty."""
        if not self._there:
            self._tell(
                "DROP DATABASE IF EXISTS office WITH (FORCE)",
                "CREATE DATABASE office TEMPLATE empty_office",
            )
        with psycopg.connect(self._url) as connection:
            declared = _one(connection, _SCHEMA)
        self._there = False
        try:
            yield self._url
        finally:
            self._there = self._put_back(declared)

    def _put_back(self, declared: object) -> bool:
        """Whether the office is as it was made again; all that a test left open is closed."""
        self._tell(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'office'"
        )
        with psycopg.connect(self._url) as connection:
            grown = _one(connection, "SELECT pg_database_size('office')")
            if _one(connection, _SCHEMA) != declared or int(str(grown)) > _GROWN:
                return False
            # Neither triggers nor references see the rows go and come.
            connection.execute("SET session_replication_role = replica")
            connection.execute(_EMPTIED.encode())
            for name, rows in self._rows.items():
                into = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))
                with connection.cursor().copy(into) as copy:
                    copy.write(rows)
            for name, number in self._numbers.items():
                connection.execute("SELECT setval(%s::regclass, %s, %s)", (name, *number))
        return True

    def _tell(self, *statements: str) -> None:
        with psycopg.connect(self._server, autocommit=True) as connection:
            for each in statements:
                connection.execute(each.encode())


def _one(connection: psycopg.Connection, statement: str) -> object:
    row = connection.execute(statement.encode()).fetchone()
    assert row
    return row[0]


def _rows(connection: psycopg.Connection) -> Iterator[tuple[str, bytes]]:
    """Each table that has rows, with its rows as the server writes them."""
    for (name,) in connection.execute(_ROWS.encode()).fetchall():
        out = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(name))
        with connection.cursor().copy(out) as copy:
            rows = b"".join(bytes(each) for each in copy)
        if rows:
            yield name, rows


def _numbers(connection: psycopg.Connection) -> dict[str, tuple[int, bool]]:
    """Where each sequence stands, and whether that number is taken."""
    names = connection.execute(
        "SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences"
    ).fetchall()
    found: dict[str, tuple[int, bool]] = {}
    for (name,) in names:
        row = connection.execute(f"SELECT last_value, is_called FROM {name}".encode()).fetchone()
        assert row
        found[name] = (row[0], row[1])
    return found
