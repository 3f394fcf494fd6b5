"""Opening an office on good days and on bad ones."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Author, Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.partners import School
from partner_desk.services import opening, safekeeping
from partner_desk.services.opening import create_office, open_office
from partner_desk.store.backup import last_verified, list_backups, make_backup
from partner_desk.store.store import Store
from tests.conftest import FakeClock
from tests.store.test_backup import add, damage

LAPTOP = Author("Bao", "laptop")


def code_of(location: Path | str, author: Author) -> str:
    """The code under which an office is not opened."""
    with pytest.raises(EnvironmentProblem) as caught:
        open_office(location, author)
    return caught.value.code


def test_places_that_are_no_office(tmp_path: Path, author: Author) -> None:
    (tmp_path / "text.pdoffice").write_text("no office" * 100)
    (tmp_path / "empty.pdoffice").touch()
    before = sorted(tmp_path.iterdir())
    assert code_of(tmp_path, author) == "office.is_folder"
    assert code_of(tmp_path / "none.pdoffice", author) == "office.missing"
    assert code_of(tmp_path / "no folder" / "x.pdoffice", author) == "office.no_folder"
    assert code_of(tmp_path / "text.pdoffice", author) == "office.not_an_office"
    assert code_of(tmp_path / "empty.pdoffice", author) == "office.not_an_office"
    assert code_of(tmp_path / "text.pdoffice" / "x.pdoffice", author) == "office.no_folder"
    assert code_of("mysql://somewhere/x", author) == "office.bad_url"
    assert code_of("postgresql://localhost:1/x", author) == "office.server_unreachable"
    assert sorted(tmp_path.iterdir()) == before


def test_an_office_that_cannot_be_made_leaves_nothing(tmp_path: Path, author: Author) -> None:
    with pytest.raises(InputError):
        create_office(tmp_path / "x.pdoffice", author, {"name": "  "})
    with pytest.raises(EnvironmentProblem) as caught:
        create_office(tmp_path / "none" / "x.pdoffice", author, {"name": "Office"})
    assert caught.value.code == "office.no_folder"
    with pytest.raises(EnvironmentProblem) as caught:
        create_office(tmp_path, author, {"name": "Office"})
    assert caught.value.code == "office.is_folder"
    assert list(tmp_path.iterdir()) == []


def test_an_office_is_never_made_over_another(office_path: Path, author: Author) -> None:
    create_office(office_path, author, {"name": "First"}).close()
    with pytest.raises(EnvironmentProblem) as caught:
        create_office(office_path, author, {"name": "Second"})
    assert caught.value.code == "office.exists"
    with closing(open_office(office_path, author, "read")) as office, office.store.reading() as at:
        settings = at.get(Office, OFFICE_ID)
        assert settings is not None
        assert settings.name == "First"


def test_the_default_place_is_made(author: Author) -> None:
    place = opening.default_location()
    assert str(place).startswith(os.environ["HOME"]) or sys.platform == "win32"
    with closing(create_office(place, author, {"name": "Office"}, "Ana", make_folder=True)):
        assert place.is_file()
    shutil.rmtree(place.parent)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_while_an_office_is_made(tmp_path: Path, author: Author) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        with pytest.raises(EnvironmentProblem) as caught:
            create_office(tmp_path / "Office.pdoffice", author, {"name": "Office"})
        assert caught.value.code == "disk.full"
        assert list(tmp_path.iterdir()) == []
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_a_folder_without_rights_is_opened_to_read(tmp_path: Path, author: Author) -> None:
    source, place = tmp_path / "source", tmp_path / "place"
    source.mkdir()
    place.mkdir()
    create_office(source / "Office.pdoffice", author, {"name": "Office"}).close()
    bind = ["mount", "--bind", str(source), str(place)]
    if subprocess.run(bind, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        with closing(open_office(place / "Office.pdoffice", author)) as office:
            assert [each.code for each in office.notices] == ["office.folder_read_only"]
            with pytest.raises(EnvironmentProblem) as caught:
                add(office.store, "Partner")
            assert caught.value.code == "office.opened_read_only"
        with pytest.raises(EnvironmentProblem) as caught:
            create_office(place / "New.pdoffice", author, {"name": "Office"})
        assert caught.value.code == "office.no_rights"
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_second_window_may_read(office_path: Path, author: Author) -> None:
    first = create_office(office_path, author, {"name": "Office"})
    assert code_of(office_path, author) == "office.in_use"
    assert code_of(office_path, LAPTOP) == "office.in_use"
    with closing(open_office(office_path, LAPTOP, "read")) as second:
        assert second.lock is None
        add(first.store, "Partner")
        assert second.store.digest() == first.store.digest()
    first.close()
    open_office(office_path, LAPTOP).close()


_DIE = """
import os, signal, sys
from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
from partner_desk.services.opening import open_office
office = open_office(sys.argv[1], Author("Ana", "desk"), daily_backup=False)
with office.store.writing(Operation("test.edit")) as work:
    work.add(Organization(name="Kept"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_after_a_crash_the_file_is_checked(office_path: Path, author: Author) -> None:
    create_office(office_path, author, {"name": "Office"}).close()
    subprocess.run([sys.executable, "-c", _DIE, str(office_path)], check=False)
    with closing(open_office(office_path, author, daily_backup=False)) as office:
        assert [each.code for each in office.notices] == ["office.checked_after_crash"]
    with closing(open_office(office_path, author, daily_backup=False)) as office:
        assert office.notices == ()


def test_a_damaged_office_is_opened_to_read_and_its_backup_named(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    office = create_office(office_path, author, {"name": "Office"})
    for number in range(300):
        add(office.store, f"Partner {number}")
    made = make_backup(office_path, clock())
    office.close()
    subprocess.run([sys.executable, "-c", _DIE, str(office_path)], check=False)
    damage(office_path)
    raw = office_path.read_bytes()
    for _ in range(2):
        with closing(open_office(office_path, author)) as again:
            (notice,) = again.notices
            assert notice.code == "office.damaged"
            assert notice.values["backup"] == str(made.path)
            with pytest.raises(EnvironmentProblem) as caught:
                add(again.store, "Partner")
            assert caught.value.code == "office.opened_read_only"
    assert office_path.read_bytes() == raw
    assert len(list_backups(office_path)) == 1
    aside = safekeeping.restore(office_path, made.path, author)
    assert aside is not None
    assert aside.read_bytes() == raw
    with closing(open_office(office_path, author)) as again:
        assert again.notices == ()
        assert safekeeping.check(again.store).ok


def test_a_file_damaged_at_its_head_is_refused_with_its_backup(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    create_office(office_path, author, {"name": "Office"}).close()
    made = make_backup(office_path, clock())
    with office_path.open("r+b") as file:
        file.write(b"\x00" * 4096)
    with pytest.raises(EnvironmentProblem) as caught:
        open_office(office_path, author)
    assert caught.value.code == "office.not_an_office"
    assert caught.value.values["backup"] == str(made.path)
    assert not office_path.with_name(office_path.name + ".lock").exists()


def test_one_backup_a_day_and_only_of_what_changed(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    office = create_office(office_path, author, {"name": "Office"}, clock=clock)
    office.close()
    assert list_backups(office_path) == []
    for _ in range(2):
        open_office(office_path, author, clock=clock).close()
        assert len(list_backups(office_path)) == 1
    clock.jump(days=1)
    open_office(office_path, author, clock=clock).close()
    assert len(list_backups(office_path)) == 1
    with closing(open_office(office_path, author, clock=clock)) as office:
        add(office.store, "Partner")
    open_office(office_path, author, clock=clock).close()
    newest = last_verified(office_path)
    assert len(list_backups(office_path)) == 2
    assert newest is not None
    with closing(Store.open(office_path, author)) as store, closing(
        Store.open(newest.path, author, read_only=True)
    ) as copy:
        assert copy.digest() == store.digest()


def test_a_backup_that_fails_does_not_keep_people_out(
    office_path: Path, author: Author, tmp_path: Path
) -> None:
    create_office(office_path, author, {"name": "Office"}).close()
    blocked = tmp_path / "a file, no folder"
    blocked.touch()
    with closing(open_office(office_path, author, backups=blocked)) as office:
        (notice,) = office.notices
        assert notice.code == "backup.failed"
        add(office.store, "Partner")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - School District", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("Desktop", ""),
    ],
)
def test_synced_folders_are_named(
    folder: str, service: str, tmp_path: Path, author: Author
) -> None:
    place = tmp_path / folder / "Office"
    place.mkdir(parents=True)
    with closing(create_office(place / "x.pdoffice", author, {"name": "Office"})) as office:
        assert [each.values["service"] for each in office.notices] == [service] * bool(service)


def test_a_shared_office_needs_no_lock(postgresql_url: str, author: Author) -> None:
    with closing(open_office(postgresql_url, author)) as first, closing(
        open_office(postgresql_url, LAPTOP)
    ) as second:
        assert first.lock is None
        add(first.store, "From the desk")
        with second.store.writing(Operation("test.edit")) as work:
            work.add(School(name="From the laptop"))
        assert first.store.digest() == second.store.digest()
        undo = first.store.next_undo()
        assert undo is not None
        assert undo.computer == author.computer
        first.heartbeat()
