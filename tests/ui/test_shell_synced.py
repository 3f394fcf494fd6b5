"""An office in a synced folder is not worked in there: it is moved, or looked at."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from partner_desk.model.history import Author
from partner_desk.services import locations, records
from partner_desk.services.opening import create_office
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.dialogs import SyncedDialog
from partner_desk.ui.shell.new_office import NewOffice
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of


@pytest.fixture
def synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office in a folder of OneDrive's; the computer's own place is tmp_path/own."""
    own = tmp_path / "own" / "Office.pdoffice"
    monkeypatch.setattr(locations, "default_location", lambda: own)
    folder = tmp_path / "OneDrive - District"
    folder.mkdir()
    place = folder / "West.pdoffice"
    with closing(create_office(place, Author("Ana", "Desk"), {"name": "West Office"})) as office:
        records.add(office.store, "school", {"name": "Lincoln"})
    return place


def _asked(program: Program) -> SyncedDialog:
    assert isinstance(program.dialog, SyncedDialog)
    return program.dialog


def test_an_office_in_a_synced_folder_is_moved_and_backed_up_there(
    qtbot: QtBot, program: Program, preferences: Preferences, synced: Path, tmp_path: Path
) -> None:
    assert not program.open(str(synced))
    dialog = _asked(program)
    assert "OneDrive" in dialog.text()
    assert window_of(program).ui.officeName.text() == "East Office"
    qtbot.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)
    assert window_of(program).ui.officeName.text() == "West Office"
    assert program.office is not None
    moved = tmp_path / "own" / "West.pdoffice"
    assert program.office.store.path == moved and not program.office.store.read_only
    assert not synced.exists()
    assert preferences.recent[0] == str(moved)
    backups = synced.with_name("West backups")
    qtbot.waitUntil(lambda: backups.is_dir() and bool(list(backups.glob("*.pdoffice"))))
    assert "former file is kept" in " ".join(window_of(program).notices.texts())


def test_an_office_in_a_synced_folder_can_be_looked_at(
    qtbot: QtBot, program: Program, synced: Path
) -> None:
    program.open(str(synced))
    qtbot.mouseClick(_asked(program).read_button, Qt.MouseButton.LeftButton)
    assert program.office is not None and program.office.store.read_only
    assert "OneDrive" in window_of(program).notices.texts()[0]
    assert synced.exists()


def test_an_office_in_a_synced_folder_can_be_left_alone(
    qtbot: QtBot, program: Program, synced: Path
) -> None:
    program.open(str(synced))
    qtbot.mouseClick(_asked(program).cancel_button, Qt.MouseButton.LeftButton)
    assert synced.exists()
    assert window_of(program).ui.officeName.text() == "East Office"


def test_a_new_office_is_not_begun_in_a_synced_folder(
    start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    program.start()
    place = tmp_path / "Dropbox" / "New.pdoffice"
    place.parent.mkdir()
    assert not program.create(NewOffice("New", "Ana", str(place)))
    assert not place.exists()
