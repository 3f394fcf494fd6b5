"""Migrations, declared tables and queries agree with one another."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import Condition, HasChild, ListQuery
from partner_desk.store import schema
from partner_desk.store.engine import APPLICATION_ID, office_url
from partner_desk.store.reader import Reader
from partner_desk.store.search_index import search_index
from partner_desk.store.store import Store


def test_the_newest_migration_is_the_current_one() -> None:
    scripts = ScriptDirectory.from_config(schema.alembic_config())
    assert scripts.get_heads() == [schema.CURRENT]


def _described(connection: Connection) -> dict[str, dict[str, list[str]]]:
    """All that is declared in an office, table by table, whatever the order of the columns."""
    found: dict[str, dict[str, list[str]]] = {}
    look = inspect(connection)
    for ask in (
        look.get_multi_columns, look.get_multi_pk_constraint, look.get_multi_foreign_keys,
        look.get_multi_unique_constraints, look.get_multi_check_constraints,
        look.get_multi_indexes,
    ):
        for (_, table), parts in ask().items():
            each = parts if isinstance(parts, list) else [parts]
            found.setdefault(table, {})[ask.__name__] = sorted(map(repr, each))
    return found


def test_a_new_office_is_what_migrations_lead_to(any_office: Store) -> None:
    with any_office.engine.connect() as connection, connection.begin():
        assert schema.version_of(connection) == schema.CURRENT
        made = _described(connection)
        search_index(connection.dialect.name).drop(connection)
        everything = MetaData()
        everything.reflect(connection)
        everything.drop_all(connection)
        assert _described(connection) == {}

        schema.migrate(connection)

        assert schema.version_of(connection) == schema.CURRENT
        assert _described(connection) == made


def test_the_file_says_what_it_is(office: Store) -> None:
    assert office.path
    with closing(sqlite3.connect(office.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] in ("delete", "truncate")


def test_the_settings_of_a_connection_hold(office: Store) -> None:
    wanted = {
        "journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0,
        "cell_size_check": 1, "mmap_size": 0, "busy_timeout": 10000,
    }
    with office.reading() as reader:
        found = {
            name: reader.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted
        }
    assert found == wanted


def test_a_shared_office_is_not_made_twice(postgresql_url: str, office: Store) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        Store.create(postgresql_url, office.author)
    assert caught.value.code == "office.exists"


@pytest.mark.parametrize("text", ["mysql://x/y", "://", "http://x"])
def test_addresses_that_are_none(text: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        office_url(text)
    assert caught.value.code == "office.bad_url"


_HOT: list[tuple[str, Callable[[Reader], object]]] = [
    ("get", lambda reader: reader.get(Organization, "x")),
    ("ids", lambda reader: reader.ids(ListQuery("organization"), 200)),
    ("search", lambda reader: reader.ids(ListQuery("organization", "abc"), 200)),
    ("child", lambda reader: reader.ids(ListQuery("organization", where=(HasChild("contact"),)))),
    ("by id", lambda reader: reader.ids(ListQuery("organization", where=(Condition("id", "x"),)))),
    ("children", lambda reader: reader.children(Organization(name="x"))),
    ("changes", lambda reader: reader.changes("x")),
    ("change sets", lambda reader: reader.change_sets(50)),
    ("history", lambda reader: reader.history(["x"])),
    ("title", lambda reader: reader.title_matches("organization", ["a"], 10)),
]


@pytest.mark.parametrize("name", [name for name, _ in _HOT])
def test_hot_queries_scan_no_table(office: Store, name: str) -> None:
    with office.writing(Operation("test.edit")) as work:
        work.add_many([Organization(name=f"Partner {number}") for number in range(300)])
    asked: list[tuple[str, tuple[object, ...]]] = []
    with office.reading() as reader:
        connection = reader.connection.connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        connection.set_trace_callback(lambda text: asked.append((text, ())))
        dict(_HOT)[name](reader)
        connection.set_trace_callback(None)
        plans = [
            (text, row[3])
            for text, values in asked
            if text.lstrip().upper().startswith("SELECT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", values)
        ]
    assert plans
    scans = [
        plan for plan in plans
        if plan[1].startswith("SCAN") and "INDEX" not in plan[1] and "VIRTUAL" not in plan[1]
        and not ("change_set" in plan[1] and name == "change sets")
        # What another SELECT gives, or a number, and no table.
        and not plan[1].startswith(("SCAN anon", "SCAN CONSTANT ROW"))
    ]
    assert scans == []
