"""An office of an older program brought to this program's schema, on a copy that is checked first.

Whatever fails, the office stays as it was.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, Operation
from partner_desk.store import schema
from partner_desk.store.backup import Backup, copy_office, make_backup, verified_counts
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.change_log import ChangeSetWriter
from partner_desk.store.disk import (
    disk_troubles,
    flush_to_disk,
    remove_office,
    settle,
    swap_in,
)
from partner_desk.store.engine import (
    APPLICATION_ID,
    WRITES,
    environment_problem,
    office_url,
    open_engine,
)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done: from which schema to which, and the backup made before (not on a server)."""

    before: str
    after: str
    backup: Backup | None


def upgrade(
    location: Path | str, author: Author, now: datetime, folder: Path | None = None
) -> Upgrade:
    """Migrate an office that nobody has open; the caller holds its lock.

    ``folder`` is where backups go. Raises EnvironmentProblem: what the disk says, or
    "upgrade.failed" (detail=) when a migration or the check after it fails.
    """
    url = office_url(location)
    if url.get_backend_name() == "postgresql":
        before = _migrate(str(location), author, now)
        return Upgrade(before, schema.CURRENT, None)
    return _upgrade_file(Path(url.database or ""), author, now, folder)


def _upgrade_file(office: Path, author: Author, now: datetime, folder: Path | None) -> Upgrade:
    settle(office)
    backup = make_backup(office, now, folder)
    fresh = office.with_name(f"{office.name}.upgrading")
    with disk_troubles(office):
        remove_office(fresh)
        try:
            copy_office(office, fresh)
            before = _migrate(fresh, author, now)
            verified_counts(fresh)
            flush_to_disk(fresh)
            swap_in(fresh, office)
        finally:
            remove_office(fresh)
    return Upgrade(before, schema.CURRENT, backup)


def _migrate(location: Path | str, author: Author, now: datetime) -> str:
    """Migrate in one transaction; returns the version there was."""
    engine = open_engine(office_url(location))
    try:
        with engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            _foreign_keys_off(connection)
            with connection.begin():
                return _migrate_within(connection, author, now)
    except EnvironmentProblem:
        raise
    except Exception as error:
        problem = environment_problem(error, engine.url) if isinstance(error, DBAPIError) else None
        raise problem or EnvironmentProblem(
            "upgrade.failed", path=str(location), detail=f"{type(error).__name__}: {error}"
        ) from error
    finally:
        engine.dispose()


def _foreign_keys_off(connection: Connection) -> None:
    # Rebuilding a table drops it for a moment. SQLite ignores this within a transaction, and
    # this connection begins one at its first statement, so the driver itself is asked.
    if connection.dialect.name == "sqlite":
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")


def _migrate_within(connection: Connection, author: Author, now: datetime) -> str:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(APPLICATION_ID)))
    before = schema.version_of(connection)
    if before == schema.CURRENT:
        return before  # Another computer was quicker.
    schema.migrate(connection)
    after = schema.version_of(connection)
    if after != schema.CURRENT:
        raise EnvironmentProblem("upgrade.failed", detail=f"{after} is not {schema.CURRENT}")
    if connection.dialect.name == "sqlite":
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if dangling:
            raise EnvironmentProblem("upgrade.failed", detail=f"{len(dangling)} dangling rows")
    operation = Operation("office.upgraded", {"before": before, "after": after}, kind="migrate")
    ChangeSetWriter(BulkWriter(connection), operation, author, lambda: now).close([])
    return before
