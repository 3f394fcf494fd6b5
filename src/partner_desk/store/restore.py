"""Putting a backup in the place of an office; what was there is moved aside, never overwritten."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from partner_desk.store.backup import copy_office, verified_counts
from partner_desk.store.disk import (
    disk_troubles,
    flush_folder,
    flush_to_disk,
    free_name,
    journal_of,
    remove_office,
    swap_in,
)


def restore(backup: Path, office: Path, now: datetime) -> Path | None:
    """Make ``office`` (closed, its lock held) what ``backup`` holds.

    Returns where the former file lies now, None when there was none. Raises EnvironmentProblem
    ("backup.not_verified" for a damaged or foreign backup); the office is as it was then.
    """
    with disk_troubles(backup):
        verified_counts(backup)
    fresh = office.with_name(f"{office.name}.restoring")
    with disk_troubles(office):
        remove_office(fresh)
        try:
            copy_office(backup, fresh)
            flush_to_disk(fresh)
            aside = _keep_aside(office, now) if office.exists() else None
            swap_in(fresh, office)
        finally:
            remove_office(fresh)
        verified_counts(office)
    return aside


def _keep_aside(office: Path, now: datetime) -> Path:
    """Give the present file a second name, so that no moment is without an office.

    A transaction that was under way in it stays so: its journal goes along, untouched.
    """
    stamp = now.astimezone(UTC).strftime("%Y-%m-%d %H%M%S")
    aside = free_name(office.with_name(f"{office.stem} before restore {stamp}Z.pdoffice"))
    journal = journal_of(office)
    if journal.exists() and journal.stat().st_size:
        shutil.copy2(journal, journal_of(aside))
        flush_to_disk(journal_of(aside))
    try:
        os.link(office, aside)
    except OSError:
        # A disk that knows no second names (FAT, some shares) gets a copy.
        shutil.copy2(office, aside)
        flush_to_disk(aside)
    flush_folder(office.parent)
    return aside
