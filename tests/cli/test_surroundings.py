"""Trouble with files, disks and servers: status 4, one line, and nothing lost."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from partner_desk.cli import terminal
from partner_desk.model.history import Author
from partner_desk.store.lock import acquire
from partner_desk.store.store import utc_now
from tests.cli.conftest import Desk, Digest

LOOK = ["list", "school"]


def test_places_that_hold_no_office(desk: Desk, tmp_path: Path) -> None:
    empty, text, other = tmp_path / "empty", tmp_path / "a.txt", tmp_path / "other.db"
    empty.touch()
    text.write_text("This is a letter and no office. " * 100)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for place, said in (
        (tmp_path / "None.pdoffice", "no office"),
        (tmp_path / "nowhere" / "None.pdoffice", "exist"),
        (tmp_path, "folder"),
        (empty, "not an office"),
        (text, "not an office"),
        (other, "not an office"),
    ):
        for words in (LOOK, ["undo"], ["check"]):
            assert said in desk(place, *words).complaint(4), place
    assert text.read_text().startswith("This is a letter")


@pytest.mark.parametrize(
    "url",
    ["mysql://here/office", "postgresql://", "http://example.org/x", "://", "sqlite://x y",
     "postgresql://nobody@127.0.0.1:1/office?connect_timeout=2"],
)
def test_wrong_urls(desk: Desk, url: str) -> None:
    line = desk(url, *LOOK).complaint(4)
    assert " " in line


def test_password_of_a_url_is_not_told(desk: Desk) -> None:
    url = "postgresql://ana:tulip99@127.0.0.1:1/office?connect_timeout=2"
    assert "tulip99" not in desk(url, *LOOK).complaint(4)


def test_a_database_on_the_server_that_is_no_office(desk: Desk, postgresql_server: str) -> None:
    assert "not an office" in desk(postgresql_server, *LOOK).complaint(4)


def test_an_office_on_a_server_is_not_backed_up_here(
    desk: Desk, postgresql_url: str, new_office: Path
) -> None:
    assert "server" in desk(postgresql_url, "backup").complaint(4)
    assert "server" in desk(postgresql_url, "restore", new_office).complaint(4)


def test_office_in_use_by_another(
    desk: Desk, new_office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "_WAIT_SECONDS", 0.0)
    holder = acquire(new_office, Author("Bo Lee", "front desk"), utc_now)
    try:
        for words in (["add", "school"], ["undo"], ["settings", "paper=a4"]):
            line = desk(new_office, *words, stdin={"name": "x"}).complaint(4)
            assert "Bo Lee" in line
            assert "front desk" in line
        assert desk(new_office, *LOOK).value == []
        assert desk(new_office, "check").value["ok"] is True
    finally:
        holder.release()
    assert desk(new_office, "add", "school", stdin={"name": "x"}).status == 0


def test_newer_office_is_not_touched(desk: Desk, new_office: Path) -> None:
    with sqlite3.connect(new_office) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = new_office.read_bytes()
    for words in (LOOK, ["undo"], ["check"]):
        assert "newer" in desk(new_office, *words).complaint(4)
    assert new_office.read_bytes() == before


def test_damaged_office_can_be_read_and_checked(desk: Desk, sample: Path) -> None:
    whole = sample.read_bytes()
    with sample.open("r+b") as file:
        file.seek(len(whole) // 2)
        file.write(b"\xa5" * 40_000)
    found = desk(sample, "check")
    assert found.status == 4
    assert "Traceback" not in found.err


@pytest.mark.parametrize("verb", ["packet", "export"])
def test_files_that_cannot_be_written(
    desk: Desk, filled_office: Path, tmp_path: Path, verb: str
) -> None:
    number = desk(filled_office, "list", "agreement").value[0]["number"]
    what = number if verb == "packet" else "service"
    nowhere = tmp_path / "nowhere" / "out"
    assert str(nowhere.parent) in desk(filled_office, verb, what, nowhere).complaint(4)
    assert "folder" in desk(filled_office, verb, what, tmp_path).complaint(4)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a person whom rights bind"
)
def test_folder_without_rights(desk: Desk, new_office: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    office = Path(shutil.copy(new_office, locked / "East.pdoffice"))
    locked.chmod(0o500)
    try:
        assert desk(office, *LOOK).value == []
        assert desk(office, "add", "school", stdin={"name": "x"}).complaint(4)
        assert desk(locked / "New.pdoffice", "new").complaint(4)
    finally:
        locked.chmod(0o700)


def test_restore_of_something_else(
    desk: Desk, digest: Digest, new_office: Path, tmp_path: Path
) -> None:
    before = digest(new_office)
    letter = tmp_path / "letter.txt"
    letter.write_text("hello")
    for path in (letter, tmp_path / "nothing", tmp_path):
        assert desk(new_office, "restore", path).complaint(4)
    assert digest(new_office) == before
