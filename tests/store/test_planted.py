"""A test that never fails proves nothing: each of these bugs, planted, has to be caught by one.

Those of programs that are killed or run out of disk stand beside their tests in `test_killed`.
"""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.store import backup, lock, restore, undoing
from partner_desk.store.lock import Holder, OfficeLock
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork
from tests.conftest import FakeClock
from tests.store import test_backup, test_lock, test_restore, test_undo

CAUGHT = (AssertionError, pytest.fail.Exception)
"""How a test fails; any other exception is a mistake in the planting."""
Plant = Callable[[pytest.MonkeyPatch], None]


def nobody_else(patch: pytest.MonkeyPatch) -> None:
    """The operating system is not asked whether the holder is alive."""
    patch.setattr(lock, "_try_alive", lambda office: FileLock(f"{office}.not-asked"))


def everybody_here(patch: pytest.MonkeyPatch) -> None:
    """A lock of another computer counts as one of this, which is dead."""
    whole = lock.holder

    def here(office: Path) -> Holder | None:
        found = whole(office)
        return found and Holder(found.who, "desk", found.since, found.seen, found.session)

    patch.setattr(lock, "holder", here)


def deaf(patch: pytest.MonkeyPatch) -> None:
    """A sign of life does not look whether somebody took over."""
    patch.setattr(OfficeLock, "heartbeat", lambda self: None)


def forgetful(patch: pytest.MonkeyPatch) -> None:
    """Nobody is told that the last editor was killed."""
    whole = lock._Card.put
    patch.setattr(
        lock._Card, "put", lambda self, alive, *, unclean: whole(self, alive, unclean=False)
    )


def keeps_the_lock(patch: pytest.MonkeyPatch) -> None:
    """Whoever goes leaves the lock behind."""
    patch.setattr(OfficeLock, "release", lambda self, *, sound=True: None)


@pytest.mark.parametrize(
    ("plant", "test"),
    [
        (nobody_else, test_lock.test_a_living_program_on_this_computer_is_not_pushed_aside),
        (everybody_here, test_lock.test_a_lock_of_another_computer_stays_until_a_person_decides),
        (deaf, test_lock.test_who_was_pushed_aside_learns_it_at_the_next_sign_of_life),
        (deaf, test_lock.test_a_sign_of_life_is_seen),
        (forgetful, test_lock.test_a_killed_program_on_this_computer_leaves_an_unclean_office),
    ],
)
def test_a_bug_of_the_lock_is_caught(
    plant: Plant, test: Callable[[Path, Author, FakeClock], None], office_path: Path,
    author: Author, clock: FakeClock, monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    with pytest.raises(CAUGHT):
        test(office_path, author, clock)


def test_a_lock_that_stays_is_caught(
    office_path: Path, author: Author, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeps_the_lock(monkeypatch)
    with pytest.raises(CAUGHT):
        test_lock.test_nobody_else_edits_meanwhile(office_path, author, clock)


def plain_copy(patch: pytest.MonkeyPatch) -> None:
    """The file is copied as if nobody could be writing it."""
    patch.setattr(backup, "copy_office", shutil.copyfile)


def truncated(patch: pytest.MonkeyPatch) -> None:
    """A part of the copy never arrives."""
    whole = backup.copy_office

    def cut_off(office: Path, target: Path) -> None:
        whole(office, target)
        with target.open("r+b") as file:
            file.truncate(target.stat().st_size // 2)

    patch.setattr(backup, "copy_office", cut_off)


def believed(patch: pytest.MonkeyPatch) -> None:
    """Copies are not looked at."""
    patch.setattr(backup, "verified_counts", lambda path: {"organization": 1})
    patch.setattr(restore, "verified_counts", lambda path: {"organization": 1})
    patch.setattr(backup, "_counts", lambda connection: {"organization": 1})


def spares_nothing(patch: pytest.MonkeyPatch) -> None:
    """Rotation keeps only the newest backup."""
    patch.setattr(backup, "kept", lambda times: set(times[:1]))


def leaves_parts(patch: pytest.MonkeyPatch) -> None:
    """A backup has its name before it was checked."""
    whole = backup.copy_office

    def named_early(office: Path, part: Path) -> None:
        shutil.copyfile(office, part.with_suffix(".pdoffice"))
        whole(office, part)

    patch.setattr(backup, "copy_office", named_early)


def fails(work: Callable[[], None]) -> None:
    """See that a test fails, be it because an office of its own can no longer be read."""
    with pytest.raises((*CAUGHT, EnvironmentProblem)):
        work()


@pytest.mark.parametrize(
    ("plant", "test"),
    [
        (plain_copy, test_backup.test_a_backup_of_a_half_written_office_holds_what_was_committed),
        (truncated, test_backup.test_a_backup_holds_what_the_office_holds),
        (believed, test_backup.test_a_damaged_office_is_no_backup_and_the_older_ones_stay),
        (leaves_parts, test_backup.test_a_damaged_office_is_no_backup_and_the_older_ones_stay),
        (spares_nothing, test_backup.test_rotation_deletes_only_backups_of_this_office),
    ],
)
def test_a_bug_of_the_backup_is_caught(
    plant: Plant, test: Callable[[Store, FakeClock], None], office: Store, clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    fails(lambda: test(office, clock))


def moved_away(patch: pytest.MonkeyPatch) -> None:
    """For a moment there is no office."""

    def away(office: Path, now: datetime) -> Path:
        return office.replace(office.with_name("aside.pdoffice"))

    patch.setattr(restore, "_keep_aside", away)


def overwritten(patch: pytest.MonkeyPatch) -> None:
    """The former office is not kept, only spoken of."""
    patch.setattr(restore, "_keep_aside", lambda office, now: office)


def journal_left(patch: pytest.MonkeyPatch) -> None:
    """The journal of the former office stays beside the restored one."""
    patch.setattr(restore, "swap_in", lambda fresh, office: fresh.replace(office))


def journal_forgotten(patch: pytest.MonkeyPatch) -> None:
    """The former office is kept without the way back of what was under way in it."""
    patch.setattr(restore, "journal_of", lambda office: office.with_name("nowhere"))


@pytest.mark.parametrize("kind", ["empty", "damaged"])
def test_a_restore_that_believes_any_backup_is_caught(
    kind: str, office: Store, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    believed(monkeypatch)
    fails(
        lambda: test_restore.test_a_bad_backup_leaves_the_office_alone(
            kind, office, clock, tmp_path
        )
    )


def test_a_restore_with_a_moment_without_an_office_is_caught(
    office: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved_away(monkeypatch)
    fails(
        lambda: test_restore.test_a_fault_at_the_swap_leaves_the_office(office, clock, monkeypatch)
    )


@pytest.mark.parametrize(
    ("plant", "test"),
    [
        (overwritten, test_restore.test_the_former_office_is_kept),
        (
            journal_left,
            test_restore.test_a_journal_that_is_still_needed_goes_with_the_former_office,
        ),
        (
            journal_forgotten,
            test_restore.test_a_journal_of_the_former_office_never_meets_the_restored_one,
        ),
    ],
)
def test_a_bug_of_restoring_is_caught(
    plant: Plant, test: Callable[[Store, FakeClock], None], office: Store, clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    fails(lambda: test(office, clock))


def overwriting(patch: pytest.MonkeyPatch) -> None:
    """Undo puts a field back whatever became of it since."""
    patch.setattr(undoing, "_still_holds", lambda found, change: True)


def children_left_behind(patch: pytest.MonkeyPatch) -> None:
    """Undo of an addition leaves what was attached since without an owner."""
    patch.setattr(UnitOfWork, "delete_children", lambda self, records, moment: None)


@pytest.mark.parametrize(
    ("plant", "test"),
    [
        (overwriting, test_undo.test_what_was_changed_since_is_not_overwritten),
        (children_left_behind, test_undo.test_what_was_attached_since_goes_with_its_owner),
    ],
)
def test_a_bug_of_undo_is_caught(
    plant: Plant, test: Callable[[Store], None], office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises((*CAUGHT, ValueError)):
        test(office)
