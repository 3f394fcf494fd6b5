"""Moving an office to another folder: a checked copy first, the old file put aside after."""

from datetime import UTC, datetime
from pathlib import Path

from partner_desk.store.backup import copy_office
from partner_desk.store.disk import (
    disk_troubles,
    flush_folder,
    flush_to_disk,
    free_name,
    journal_of,
    remove_office,
    settle,
    swap_in,
)


def move_office(office: Path, folder: Path, now: datetime) -> tuple[Path, Path]:
    """Move an office (closed, its lock held) into ``folder``, which is made if need be.

    Returns where it is now, and where the old file lies under another name. Raises
    EnvironmentProblem ("backup.not_verified" when the copy is not sound, or what disk and folder
    say); the office is as it was then.
    """
    with disk_troubles(folder):
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder / office.name)
    fresh = target.with_name(f"{target.name}.moving")
    with disk_troubles(office):
        settle(office)
        try:
            copy_office(office, fresh)
            flush_to_disk(fresh)
            swap_in(fresh, target)
        finally:
            remove_office(fresh)
        return target, _put_aside(office, now)


def _put_aside(office: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y-%m-%d %H%M%S")
    aside = free_name(office.with_name(f"{office.stem} before move {stamp}Z.pdoffice"))
    office.rename(aside)
    journal_of(office).unlink(missing_ok=True)
    flush_folder(office.parent)
    return aside
