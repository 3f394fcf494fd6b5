"""Backup, restore and check of an office, for the window and the terminal alike."""

from pathlib import Path

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.services.opening import local_path
from partner_desk.store import integrity
from partner_desk.store.backup import (
    Backup,
    is_backed_up,
    last_verified,
    list_backups,
    make_backup,
)
from partner_desk.store.integrity import CheckResult
from partner_desk.store.lock import acquire
from partner_desk.store.store import Store, utc_now


def backup(store: Store, folder: Path | None = None) -> Backup:
    """Make a verified backup now, in the usual folder or another.

    Raises EnvironmentProblem("backup.on_server") for a server.
    """
    return make_backup(_file_of(store), store.clock(), folder)


def backup_if_changed(store: Store) -> None:
    """Make a backup before much is changed at once, unless the newest one holds everything.

    A server is backed up with its own tools. Raises EnvironmentProblem when the backup fails.
    """
    if store.path is not None and not store.read_only and not is_backed_up(store.path):
        make_backup(store.path, store.clock())


def backups(store: Store, folder: Path | None = None) -> list[Backup]:
    """The backups beside an office's file, newest first; none for a server."""
    return list_backups(store.path, folder) if store.path else []


def last_backup(store: Store, folder: Path | None = None) -> Backup | None:
    """The newest verified backup."""
    return last_verified(store.path, folder) if store.path else None


def restore(location: Path | str, backup_file: Path, author: Author) -> Path | None:
    """Put a backup in the place of a closed office; returns where the former file is kept.

    Raises EnvironmentProblem when somebody edits the office or the backup is not sound.
    """
    path = local_path(location)
    if path is None:
        raise EnvironmentProblem("backup.on_server")
    if not backup_file.is_file():
        raise EnvironmentProblem("office.missing", path=str(backup_file))
    from partner_desk.store.restore import restore as put_in_place

    lock = acquire(path, author, utc_now)
    sound = not lock.unclean
    try:
        aside = put_in_place(backup_file, path, utc_now())
        sound = True
    finally:
        lock.release(sound=sound)  # A file in doubt is still in doubt when this fails.
    return aside


def move(location: Path | str, folder: Path, author: Author) -> tuple[Path, Path]:
    """Move a closed office into another folder; returns its new place and the old file's.

    The old file stays where it was under another name. Raises EnvironmentProblem when somebody
    edits the office, it is not sound, or disk and folders do not allow it.
    """
    path = local_path(location)
    if path is None:
        raise EnvironmentProblem("backup.on_server")
    from partner_desk.store.moving import move_office

    lock = acquire(path, author, utc_now)
    sound = not lock.unclean
    try:
        places = move_office(path, folder, utc_now())
        sound = True
    finally:
        lock.release(sound=sound)
    return places


def check(store: Store) -> CheckResult:
    """Look for damage in the file, the history and the search index."""
    return integrity.check(store)


def _file_of(store: Store) -> Path:
    if store.path is None:
        raise EnvironmentProblem("backup.on_server")
    return store.path
