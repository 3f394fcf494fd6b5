"""Files moved safely, and what the operating system's refusals mean for a person."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.store.engine import environment_problem, office_url

_CODES = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",
    errno.EACCES: "office.no_rights",
    errno.EPERM: "office.no_rights",
    errno.EROFS: "office.no_rights",
    errno.ENOENT: "office.missing",
    errno.EISDIR: "office.is_folder",
}


@contextmanager
def disk_troubles(path: Path) -> Iterator[None]:
    """Raise what goes wrong with files around ``path`` as EnvironmentProblem."""
    try:
        yield
    except sqlite3.Error as error:
        raise environment_problem(error, office_url(path)) or error from error
    except OSError as error:
        code = _CODES.get(error.errno or 0, "disk.failing")
        raise EnvironmentProblem(code, path=str(path), detail=error.strerror or "") from error


def flush_to_disk(path: Path) -> None:
    """Wait until what was written to a file, and its name, is on the disk itself."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    flush_folder(path.parent)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def journal_of(office: Path) -> Path:
    """Where SQLite keeps the way back of a transaction that is under way."""
    return office.with_name(office.name + "-journal")


def settle(office: Path) -> None:
    """Let SQLite finish or take back what a killed program left under way.

    A damaged file may not be able to; it stays as it is then.
    """
    with suppress(sqlite3.Error), closing(sqlite3.connect(office, timeout=10.0)) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")


def remove_office(path: Path) -> None:
    """Delete a file of SQLite's that nobody needs, and its journal."""
    path.unlink(missing_ok=True)
    journal_of(path).unlink(missing_ok=True)


def swap_in(fresh: Path, office: Path) -> None:
    """Put ``fresh`` in the place of ``office``, which may not be there, in one step."""
    with suppress(FileNotFoundError):
        journal_of(office).unlink()
    fresh.replace(office)
    flush_folder(office.parent)


def free_name(path: Path) -> Path:
    """``path``, or the same with a number where a file of that name is."""
    found, number = path, 2
    while found.exists():
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return found
