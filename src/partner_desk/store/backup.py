"""Backups that were opened and checked before any older one is dropped.

They lie in a folder of their own beside the office. A backup has its name only once it was
verified, so every file of that name is one to rely on.
"""

import re
import sqlite3
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.store.disk import disk_troubles, flush_folder, flush_to_disk, free_name
from partner_desk.store.engine import APPLICATION_ID

_KEPT_WHOLE = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 14, 8, 12
_STAMP = re.compile(r" (\d{4}-\d\d-\d\d \d{6})Z(?:-(\d+))?\.pdoffice$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup: where it is, when it was made (UTC), its size in bytes."""

    path: Path
    at: datetime
    size: int


def backup_folder(office: Path) -> Path:
    """Where the backups of an office are unless a person chose another place."""
    return office.with_name(f"{office.stem} backups")


def make_backup(office: Path, now: datetime, folder: Path | None = None) -> Backup:
    """Copy an office that may be in use, verify the copy, then drop what rotation no longer keeps.

    Raises EnvironmentProblem: "backup.not_verified" when the copy is not sound (then the office
    itself is likely damaged), or what disk and folder say. Older backups are untouched then.
    """
    place = folder or backup_folder(office)
    with disk_troubles(place):
        place.mkdir(parents=True, exist_ok=True)
        at = now.astimezone(UTC).replace(microsecond=0)
        target = free_name(place / f"{office.stem} {at:%Y-%m-%d %H%M%S}Z.pdoffice")
        part = target.with_suffix(".part")
        try:
            copy_office(office, part)
            flush_to_disk(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
            part.with_name(part.name + "-journal").unlink(missing_ok=True)
        flush_folder(place)
    rotate(office, place)
    return Backup(target, at, target.stat().st_size)


def copy_office(office: Path, target: Path) -> None:
    """A checked copy of an office, as of one moment, although it may be written meanwhile."""
    with connected(office) as source:
        source.execute("BEGIN")
        wanted = _counts(source)
        with closing(sqlite3.connect(target)) as copy:
            # In one go: page by page it would begin anew at each write and never come to an end.
            source.backup(copy, pages=-1)
        source.execute("COMMIT")
    found = verified_counts(target)
    if found != wanted:
        raise EnvironmentProblem("backup.not_verified", path=str(office), detail="counts")


def verified_counts(path: Path) -> dict[str, int]:
    """The number of rows of each table of a sound office file.

    Raises EnvironmentProblem("backup.not_verified") when it is damaged or none.
    """
    try:
        with connected(path) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            report = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            counts = _counts(connection)
    except sqlite3.Error as error:
        raise EnvironmentProblem(
            "backup.not_verified", path=str(path), detail=str(error)
        ) from error
    if application != APPLICATION_ID or report != "ok" or not counts:
        raise EnvironmentProblem("backup.not_verified", path=str(path), detail=str(report))
    return counts


def last_change(path: Path) -> str:
    """The hash at the end of an office's chain of change sets, "" when it cannot be read."""
    try:
        with connected(path) as connection:
            found = connection.execute(
                "SELECT hash FROM change_set ORDER BY sequence DESC LIMIT 1"
            ).fetchone()
    except sqlite3.Error:
        return ""
    return str(found[0]) if found else ""


def is_backed_up(office: Path, folder: Path | None = None) -> bool:
    """Whether the newest backup holds everything that the office does."""
    newest = last_verified(office, folder)
    return newest is not None and last_change(newest.path) == last_change(office)


def list_backups(office: Path, folder: Path | None = None) -> list[Backup]:
    """The verified backups of an office, newest first."""
    place = folder or backup_folder(office)
    found: list[tuple[datetime, int, Backup]] = []
    if place.is_dir():
        for path in place.glob("*.pdoffice"):
            stamp = _STAMP.search(path.name)
            if stamp and path.name[: stamp.start()] == office.stem:
                at = datetime.strptime(stamp[1], "%Y-%m-%d %H%M%S").replace(tzinfo=UTC)
                with suppress(FileNotFoundError):
                    made = Backup(path, at, path.stat().st_size)
                    found.append((at, int(stamp[2] or 1), made))
    return [each for _, _, each in sorted(found, key=lambda row: row[:2], reverse=True)]


def last_verified(office: Path, folder: Path | None = None) -> Backup | None:
    """The newest backup."""
    return next(iter(list_backups(office, folder)), None)


def rotate(office: Path, folder: Path) -> list[Path]:
    """Delete the backups that need not be kept and return where they were."""
    backups = list_backups(office, folder)
    keep = kept([each.at for each in backups])
    dropped = [each.path for each in backups if each.at not in keep]
    for path in dropped:
        with suppress(OSError):  # Held by another program: it goes at the next turn.
            path.unlink()
    return dropped


def kept(times: Sequence[datetime]) -> set[datetime]:
    """Which of ``times`` (newest first) stay: all of 2 days, 14 daily, 8 weekly, 12 monthly.

    Counted from the newest backup and not from the clock, which may be wrong.
    """
    if not times:
        return set()
    recent = {at for at in times if times[0] - at <= _KEPT_WHOLE}
    return (
        recent
        | _newest_of(times, _DAYS, lambda at: at.date())
        | _newest_of(times, _WEEKS, lambda at: at.isocalendar()[:2])
        | _newest_of(times, _MONTHS, lambda at: (at.year, at.month))
    )


def _newest_of(
    times: Sequence[datetime], count: int, period: Callable[[datetime], Hashable]
) -> set[datetime]:
    newest: dict[Hashable, datetime] = {}
    for at in times:
        newest.setdefault(period(at), at)
    return set(list(newest.values())[:count])


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to an office file; it writes nothing but what SQLite has to put right."""
    # sqlite3.connect would make an empty file where there is none.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=10.0)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA trusted_schema=OFF")
        yield connection


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row[0].startswith(("search_", "sqlite_"))
    ]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
    }
