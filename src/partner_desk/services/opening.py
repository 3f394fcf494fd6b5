"""The single way to open an office, for the window and the terminal alike."""

import os
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.services.locations import default_location as default_location
from partner_desk.services.locations import local_path as local_path
from partner_desk.services.locations import synced_by as synced_by
from partner_desk.services.office import begin
from partner_desk.store.lock import OfficeLock, acquire
from partner_desk.store.lock import take_over as take_lock_over
from partner_desk.store.store import Clock, Store, utc_now

Mode = Literal["edit", "read"]
_NO_WRITING = ("office.no_rights", "office.read_only")
_DAMAGE = ("office.damaged", "office.not_an_office")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of an office that was opened all the same."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class OpenOffice:
    """An office that is open: its store, the lock of its editor (None: reading, or a server)."""

    store: Store
    lock: OfficeLock | None
    notices: tuple[Notice, ...] = ()
    backups: Path | None = None

    @property
    def damaged(self) -> bool:
        """Whether the file is damaged, and open only to be read."""
        return any(each.code == "office.damaged" for each in self.notices)

    def heartbeat(self) -> None:
        """Leave a sign of life; see ``OfficeLock.heartbeat`` for what it raises."""
        if self.lock is not None:
            self.lock.heartbeat()

    def close(self) -> None:
        """Close the store and let others edit."""
        self.store.close()
        if self.lock is not None:
            self.lock.release(sound=not self.damaged)
            self.lock = None


@dataclass(frozen=True, slots=True)
class _Wish:
    """What ``open_office`` was asked for."""

    location: Path | str
    author: Author
    clock: Clock
    backups: Path | None

    @property
    def path(self) -> Path:
        return local_path(self.location) or Path()


def author_on_this_computer(who: str) -> Author:
    """``who`` as an author on this computer."""
    return Author(who, platform.node() or "computer")


def open_office(
    location: Path | str,
    author: Author,
    mode: Mode = "edit",
    *,
    clock: Clock = utc_now,
    wait_seconds: float = 0.0,
    backups: Path | None = None,
    daily_backup: bool = True,
    take_over: bool = False,
) -> OpenOffice:
    """Open an office, bringing one of an older program up to date.

    ``wait_seconds`` is how long to wait for another editor (a short command) to end; ``backups``
    the folder of backups unless the usual one; a window sets ``daily_backup`` False and calls
    ``backup_of_the_day`` once it is painted. ``take_over`` edits although another computer's lock
    lies there. ``notices`` of the result: office.in_synced_folder, office.on_network_share,
    office.folder_read_only, office.checked_after_crash, office.damaged (opened to read; backup=),
    office.upgraded, backup.failed.

    Raises EnvironmentProblem: office.missing, office.no_folder, office.is_folder,
    office.no_rights, office.in_use, office.newer, office.older (to read only), office.damaged,
    office.not_an_office, upgrade.failed, disk.full and the like.
    """
    wish = _Wish(location, author, clock, backups)
    if local_path(location) is None:
        return _open_shared(wish, mode)
    _check_path(wish.path)
    notices = list(_place_notices(wish.path))
    if mode == "read":
        return OpenOffice(_open_to_read(wish), None, tuple(notices), backups)
    try:
        lock = (
            take_lock_over(wish.path, author, clock)
            if take_over
            else acquire(wish.path, author, clock, wait_seconds=wait_seconds)
        )
    except EnvironmentProblem as problem:
        if problem.code not in _NO_WRITING:
            raise
        notices.append(Notice("office.folder_read_only", {"path": str(wish.path.parent)}))
        return OpenOffice(_open_to_read(wish), None, tuple(notices), backups)
    return _open_to_edit(wish, lock, notices, daily_backup)


def refuse_synced(location: Path | str) -> None:
    """Raise EnvironmentProblem("office.in_synced_folder") where a service copies the folder.

    Its copies of an office that is open and written can damage it.
    """
    path = local_path(location)
    if path is not None and synced_by(path):
        raise EnvironmentProblem(
            "office.in_synced_folder", path=str(path), service=synced_by(path)
        )


def create_office(
    location: Path | str,
    author: Author,
    values: Mapping[str, Any],
    coordinator: str = "",
    *,
    clock: Clock = utc_now,
    make_folder: bool = False,
) -> OpenOffice:
    """Make a new office whose settings begin with ``values``, and open it.

    ``coordinator`` is the first person who works there, if any. ``make_folder`` makes the folder
    too, as for the default place. Raises InputError for values that cannot be taken, and
    EnvironmentProblem: office.exists, office.no_folder, office.is_folder, office.no_rights,
    disk.full and the like; no file is left behind then.
    """
    from partner_desk.services import usual_categories

    Office.checked({**values, "id": OFFICE_ID})  # Before there is a file.
    path = local_path(location)
    lock = None
    if path is not None:
        _prepare_place(path, make_folder=make_folder)
        lock = acquire(path, author, clock)
    try:
        store = Store.create(location, author, clock=clock)
        begin(store, dict(values), coordinator)
        usual_categories.ensure(store)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    notices = _place_notices(path) if path is not None else ()
    return OpenOffice(store, lock, tuple(notices))


def backup_of_the_day(office: OpenOffice) -> Notice | None:
    """Back an office up once a day if it changed; a notice says when that failed."""
    from partner_desk.store.backup import is_backed_up, last_verified, make_backup

    path = office.store.path
    if path is None or office.store.read_only:
        return None
    now = office.store.clock()
    try:
        newest = last_verified(path, office.backups)
        today = newest is not None and newest.at.astimezone().date() == now.astimezone().date()
        if not today and not is_backed_up(path, office.backups):
            make_backup(path, now, office.backups)
    except EnvironmentProblem as problem:
        return Notice("backup.failed", {"reason": problem.code, **problem.values})
    return None


def _open_shared(wish: _Wish, mode: Mode) -> OpenOffice:
    def opened() -> Store:
        return Store.open(
            wish.location, wish.author, read_only=mode == "read", clock=wish.clock
        )

    try:
        return OpenOffice(opened(), None)
    except EnvironmentProblem as problem:
        if problem.code != "office.older" or mode == "read":
            raise
        notice = _upgrade(wish)
        return OpenOffice(opened(), None, (notice,))


def _open_to_read(wish: _Wish) -> Store:
    return _naming_backup(
        wish, lambda: Store.open(wish.path, wish.author, read_only=True, clock=wish.clock)
    )


def _open_to_edit(
    wish: _Wish, lock: OfficeLock, notices: list[Notice], daily_backup: bool
) -> OpenOffice:
    try:
        store = _store_to_edit(wish, lock, notices)
    except BaseException:
        lock.release()
        raise
    office = OpenOffice(store, lock, tuple(notices), wish.backups)
    failed = backup_of_the_day(office) if daily_backup else None
    if failed:
        office.notices = (*office.notices, failed)
    return office


def _store_to_edit(wish: _Wish, lock: OfficeLock, notices: list[Notice]) -> Store:
    try:
        store = Store.open(wish.path, wish.author, clock=wish.clock)
    except EnvironmentProblem as problem:
        if problem.code != "office.older":
            return _naming_backup(wish, _raising(problem))
        notices.append(_upgrade(wish))
        store = Store.open(wish.path, wish.author, clock=wish.clock)
    return _checked(wish, store, notices) if lock.unclean else store


def _checked(wish: _Wish, store: Store, notices: list[Notice]) -> Store:
    """The store after a crash: looked at, and opened to read when it is damaged."""
    from partner_desk.store.integrity import is_sound

    try:
        if is_sound(store):
            notices.append(Notice("office.checked_after_crash"))
            return store
    except BaseException:
        store.close()
        raise
    store.close()
    notices.append(Notice("office.damaged", _newest_backup(wish)))
    return _open_to_read(wish)


def _upgrade(wish: _Wish) -> Notice:
    from partner_desk.store.upgrade import upgrade

    done = upgrade(wish.location, wish.author, wish.clock(), wish.backups)
    backup = str(done.backup.path) if done.backup else ""
    return Notice("office.upgraded", {"backup": backup})


def _naming_backup(wish: _Wish, open_store: Callable[[], Store]) -> Store:
    """Open a store; if it is too damaged for that, say which backup could take its place."""
    try:
        return open_store()
    except EnvironmentProblem as problem:
        if problem.code not in _DAMAGE:
            raise
        more = {"path": str(wish.path), **_newest_backup(wish)}
        raise EnvironmentProblem(problem.code, **{**problem.values, **more}) from problem


def _raising(problem: EnvironmentProblem) -> Callable[[], Store]:
    def fail() -> Store:
        raise problem

    return fail


def _newest_backup(wish: _Wish) -> dict[str, object]:
    from partner_desk.store.backup import last_verified

    newest = last_verified(wish.path, wish.backups)
    return {
        "backup": str(newest.path) if newest else "",
        "backup_at": newest.at if newest else None,
    }


def _check_path(path: Path) -> None:
    problem = _problem_of(path)
    if problem:
        raise EnvironmentProblem(problem, path=str(path))


def _problem_of(path: Path) -> str:
    try:
        if path.is_dir():
            return "office.is_folder"
        if not path.exists():
            return "office.missing" if path.parent.is_dir() else "office.no_folder"
    except OSError:
        return "office.no_rights"  # A folder on the way may not be looked into.
    return "" if os.access(path, os.R_OK) else "office.no_rights"


def _prepare_place(path: Path, *, make_folder: bool) -> None:
    if make_folder and not path.parent.exists():
        from partner_desk.store.disk import disk_troubles

        with disk_troubles(path.parent):
            path.parent.mkdir(parents=True)
    problem = _problem_of(path)
    if problem != "office.missing":
        raise EnvironmentProblem(problem or "office.exists", path=str(path))


def _place_notices(path: Path) -> tuple[Notice, ...]:
    service = synced_by(path)
    if service:
        return (Notice("office.in_synced_folder", {"service": service, "path": str(path)}),)
    if path.drive.startswith("\\\\"):
        return (Notice("office.on_network_share", {"path": str(path)}),)
    return ()
