"""The schema of an office and its version: made as it is declared, moved forward by migrations."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.store import documents
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.engine import APPLICATION_ID, WRITES
from partner_desk.store.search_index import search_index
from partner_desk.store.tables import whole_schema

if TYPE_CHECKING:
    from alembic.config import Config

CURRENT = "0003"
"""The newest migration; a test holds it against the folder of migrations."""
_VERSION = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "%(table_name)s_pkc"}),
    Column("version_num", String(32), primary_key=True),
)
"""Where Alembic reads at which migration an office stands, as Alembic makes it."""


def create(engine: Engine) -> None:
    """Make the tables and the empty search index of a new office.

    Not by the migrations, which take ten times as long: a test holds that both lead to the same.
    """
    with engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            if version_of(connection):
                raise EnvironmentProblem("office.exists", path=engine.url.database)
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            whole_schema().create_all(connection, checkfirst=False)
            _VERSION.create(connection)
            connection.execute(insert(_VERSION).values(version_num=CURRENT))
            search_index(connection.dialect.name).create(connection)


def check(engine: Engine) -> None:
    """See that this is an office of this program's schema; see ``Store.open`` for the errors."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            if found != APPLICATION_ID:
                raise EnvironmentProblem("office.not_an_office", path=engine.url.database)
        version = version_of(connection)
    if not version:
        raise EnvironmentProblem("office.not_an_office", path=engine.url.database)
    if version > CURRENT:
        raise EnvironmentProblem("office.newer", path=engine.url.database, version=version)
    if version < CURRENT:
        raise EnvironmentProblem("office.older", path=engine.url.database, version=version)


def version_of(connection: Connection) -> str:
    """The migration an office stands at, or "" when it is none."""
    if not inspect(connection).has_table(_VERSION.name):
        return ""
    return connection.execute(select(_VERSION.c.version_num)).scalar_one_or_none() or ""


def migrate(connection: Connection) -> None:
    """Bring the office behind ``connection`` to the newest schema, within its transaction.

    The search index is made of records and no part of the migrations: it is made anew.
    """
    from alembic import command

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    index = search_index(connection.dialect.name)
    index.drop(connection)
    index.create(connection)
    with closing(BulkWriter(connection)) as bulk:
        documents.rebuild(bulk, index)
        bulk.wait()


def alembic_config() -> "Config":
    """Alembic's settings: where the migrations are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    return config
