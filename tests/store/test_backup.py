"""Backups: verified, of one moment while others write, thinned out with age."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.store import backup
from partner_desk.store.disk import journal_of
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from tests.conftest import FakeClock

EDIT = Operation("test.edit")


def add(store: Store, name: str) -> str:
    with store.writing(EDIT) as work:
        return work.add(Organization(name=name)).id


def add_many(store: Store, count: int) -> None:
    """Write so many partners in one change set."""
    with store.writing(EDIT) as work:
        work.add_many([Organization(name=f"Partner {number}") for number in range(count)])


def damage(path: Path) -> None:
    """Write rubbish over the middle of a file, as a dying disk does."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(os.urandom(20_000))


def test_a_damaged_office_is_no_backup_and_the_older_ones_stay(
    office: Store, clock: FakeClock
) -> None:
    add_many(office, 400)
    assert office.path
    good = backup.make_backup(office.path, clock())
    path = office.path
    office.close()
    damage(path)
    with pytest.raises(EnvironmentProblem) as caught:
        backup.make_backup(path, clock())
    assert caught.value.code in ("backup.not_verified", "office.damaged")
    assert [each.path for each in backup.list_backups(path)] == [good.path]
    assert sorted(each.name for each in good.path.parent.iterdir()) == [good.path.name]


def test_a_missing_office_leaves_nothing_behind(tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(EnvironmentProblem):
        backup.make_backup(tmp_path / "None.pdoffice", clock())
    assert not (tmp_path / "None.pdoffice").exists()
    assert backup.list_backups(tmp_path / "None.pdoffice") == []


def test_a_folder_that_takes_no_files_is_named(office: Store, clock: FakeClock) -> None:
    assert office.path
    with pytest.raises(EnvironmentProblem) as caught:
        backup.make_backup(office.path, clock(), Path("/proc/no-such-place"))
    assert caught.value.code in ("office.no_rights", "office.missing", "disk.failing")


def test_a_backup_holds_what_the_office_holds(office: Store, clock: FakeClock) -> None:
    add(office, "Café Đà Nẵng <b>&\"")
    assert office.path
    made = backup.make_backup(office.path, clock())
    with closing(Store.open(made.path, office.author, read_only=True)) as copy:
        assert copy.digest() == office.digest()
    assert backup.last_verified(office.path) is not None
    assert backup.is_backed_up(office.path)
    add(office, "Another")
    assert not backup.is_backed_up(office.path)


def test_a_backup_of_an_office_that_is_written_meanwhile(office: Store, clock: FakeClock) -> None:
    assert office.path
    stop = threading.Event()
    written: list[str] = []

    def write() -> None:
        while not stop.is_set():
            written.append(add(office, f"Partner {len(written)}"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [backup.make_backup(office.path, clock()) for _ in range(10)]
    finally:
        stop.set()
        writer.join()
    counts = [backup.verified_counts(each.path)["organization"] for each in made]
    assert counts == sorted(counts)
    assert counts[-1] <= len(written)
    assert len(written) > 0


_HALF_WRITTEN = """
import os, sqlite3, sys
office = sqlite3.connect(sys.argv[1], isolation_level=None)
office.execute("PRAGMA cache_size=2")  # What does not fit goes to the disk before the commit.
office.execute("BEGIN IMMEDIATE")
office.execute("UPDATE organization SET description = replace(hex(zeroblob(500)), '0', 'x')")
os._exit(1)
"""


def leave_half_written(office: Path) -> None:
    """End a program in the middle of a transaction: what it wrote waits to be taken back."""
    subprocess.run([sys.executable, "-c", _HALF_WRITTEN, str(office)], check=False)
    assert journal_of(office).stat().st_size > 0


def test_a_backup_of_a_half_written_office_holds_what_was_committed(
    office: Store, clock: FakeClock
) -> None:
    add_many(office, 200)
    before = office.digest()
    assert office.path
    office.close()
    leave_half_written(office.path)
    made = backup.make_backup(office.path, clock())
    with closing(Store.open(made.path, office.author, read_only=True)) as copy:
        result = check(copy)
    assert (result.problems, result.digest) == ((), before)


def test_plain_bytes_of_another_program_are_not_verified(tmp_path: Path) -> None:
    foreign = tmp_path / "Foreign.pdoffice"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num text)")
        connection.commit()
    text = tmp_path / "Text.pdoffice"
    text.write_text("not a database" * 100)
    empty = tmp_path / "Empty.pdoffice"
    empty.touch()
    for path in (foreign, text, empty):
        with pytest.raises(EnvironmentProblem) as caught:
            backup.verified_counts(path)
        assert caught.value.code == "backup.not_verified"


def test_rotation_keeps_two_days_then_days_weeks_and_months() -> None:
    newest = datetime(2026, 6, 15, 12, tzinfo=UTC)
    every_six_hours = [newest - timedelta(hours=6 * number) for number in range(4 * 500)]
    kept = sorted(backup.kept(every_six_hours), reverse=True)
    within = [at for at in kept if newest - at <= timedelta(days=2)]
    assert within == every_six_hours[:9]
    days = {at.date() for at in kept}
    assert {(newest - timedelta(days=number)).date() for number in range(14)} <= days
    weeks = {at.isocalendar()[:2] for at in kept}
    assert {(newest - timedelta(weeks=number)).isocalendar()[:2] for number in range(8)} <= weeks
    months = {(at.year, at.month) for at in kept}
    assert len(months) == 12
    assert len(kept) <= 9 + 14 + 8 + 12
    assert backup.kept([]) == set()


def test_rotation_deletes_only_backups_of_this_office(office: Store, clock: FakeClock) -> None:
    assert office.path
    folder = backup.backup_folder(office.path)
    folder.mkdir()
    foreign = folder / "Office of others 2020-01-01 000000Z.pdoffice"
    foreign.touch()
    note = folder / "read me.txt"
    note.touch()
    for _ in range(30):
        clock.jump(hours=20)
        backup.make_backup(office.path, clock())
    found = backup.list_backups(office.path, folder)
    assert 14 <= len(found) < 30
    assert found[0].at == max(each.at for each in found)
    assert foreign.exists()
    assert note.exists()


def test_two_backups_in_one_second_are_two_files(office: Store, clock: FakeClock) -> None:
    assert office.path
    moment = clock()
    first = backup.make_backup(office.path, moment)
    add(office, "Between")
    second = backup.make_backup(office.path, moment)
    assert first.path != second.path
    newest = backup.last_verified(office.path)
    assert newest is not None
    assert newest.path == second.path


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are a matter of Unix")
def test_a_full_disk_leaves_no_half_backup(office: Store) -> None:
    add_many(office, 200)
    script = (
        "import resource, signal, sys; from datetime import datetime, UTC;"
        "from pathlib import Path; from partner_desk.store.backup import make_backup;"
        "from partner_desk.model.errors import EnvironmentProblem;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: make_backup(Path(sys.argv[1]), datetime.now(UTC))\n"
        "except EnvironmentProblem as problem: print(problem.code)"
    )
    assert office.path
    done = subprocess.run(
        [sys.executable, "-c", script, str(office.path)], capture_output=True, text=True,
        check=False,
    )
    assert done.stdout.strip() in ("disk.full", "disk.failing"), done.stderr
    assert list(backup.backup_folder(office.path).iterdir()) == []
