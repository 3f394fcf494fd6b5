"""Migrations, declared tables and queries agree with one another."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import Condition, HasChild, ListQuery
from partner_desk.store import schema
from partner_desk.store.engine import APPLICATION_ID, office_url
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.tables import whole_schema


def test_the_newest_migration_is_the_current_one() -> None:
    scripts = ScriptDirectory.from_config(schema.alembic_config())
    assert scripts.get_heads() == [schema.CURRENT]


def _own(name: str | None, type_: str, _: object) -> bool:
    return not (type_ == "table" and name is not None and name.startswith("search_"))


def test_migrations_lead_to_what_is_declared(any_office: Store) -> None:
    with any_office.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": False, "include_name": _own},
        )
        assert compare_metadata(context, whole_schema()) == []


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
