"""Opening, sharing, backing up and restoring offices from the window; long work; bugs."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from partner_desk.model.errors import Cancelled, EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.partners import School
from partner_desk.services import records
from partner_desk.services.opening import create_office
from partner_desk.store.lock import acquire
from partner_desk.ui.components.field_row import FieldRow
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.dialogs import BugDialog, InUseDialog, RestoreDialog, TroubleDialog
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of


def _desk(program: Program) -> Desk:
    assert program.desk is not None
    return program.desk


def _of_somebody_else(place: Path) -> None:
    """An office on which another computer's lock lies."""
    create_office(place, Author("Ben", "Laptop 2"), {"name": "West Office"}).close()
    lock = acquire(place, Author("Ben", "Laptop 2"), lambda: datetime.now(UTC))
    assert lock._alive is not None
    lock._alive.release()  # Its program runs elsewhere: nothing holds the file here.


def test_the_sample_office_is_filled_and_teaches_today(
    qtbot: QtBot, start: Callable[[], Program]
) -> None:
    program = start()
    program.start()
    assert program.first_run is not None
    qtbot.mouseClick(program.first_run.ui.sampleEnglishButton, Qt.MouseButton.LeftButton)
    desk = _desk(program)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    window = window_of(program)
    assert window.current == "today"
    page = window.pages["today"]
    lists = page.findChildren(type(page.ui.lapsingList))  # type: ignore[attr-defined]
    assert all(each.count() for each in lists)
    assert window.ui.undoAction.isEnabled()
    path = desk.store.path
    assert path is not None
    program.close_office()
    path.unlink()


def test_an_office_in_use_is_offered_to_read(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "West.pdoffice"
    _of_somebody_else(place)
    assert not program.open(str(place))
    dialog = program.dialog
    assert isinstance(dialog, InUseDialog)
    assert dialog.ui.happened.text() == "Ben is working in this office on the computer Laptop 2."
    assert window_of(program).ui.officeName.text() == "East Office"
    qtbot.mouseClick(dialog.ui.readButton, Qt.MouseButton.LeftButton)
    window = window_of(program)
    assert window.ui.officeName.text() == "West Office"
    assert window.status.saved.text() == "Read-only"
    assert "Read-only" in window.notices.texts()[0]
    desk = _desk(program)
    assert desk.write(lambda: records.add(desk.store, "school", {"name": "X"})) is None
    assert isinstance(program.dialog, TroubleDialog)
    program.dialog.close()


def test_fields_of_an_office_open_for_reading_are_read_only(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "West.pdoffice"
    _of_somebody_else(place)
    program.open(str(place), "read")
    window = window_of(program)
    assert not window.ui.newRecordAction.isEnabled()
    assert not window.ui.importFileAction.isEnabled()
    window.show_area("partners")
    page = window.page("partners")
    assert not any(each.isEnabled() for each in page.findChildren(QPushButton, "addButton"))
    row = FieldRow(_desk(program), School.declarations["name"])
    control = row.editor.control
    assert isinstance(control, QLineEdit) and control.isReadOnly()
    choice = FieldRow(_desk(program), School.declarations["level"])
    assert not choice.editor.control.isEnabled()


def test_what_was_read_only_is_edited_once_it_is_free(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "West.pdoffice"
    _of_somebody_else(place)
    program.open(str(place), "read")
    for each in tmp_path.glob("West*lock*"):
        each.unlink()
    button = window_of(program).notices.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not _desk(program).read_only
    assert window_of(program).ui.newRecordAction.isEnabled()


def test_an_office_in_use_elsewhere_can_be_taken_over(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "West.pdoffice"
    _of_somebody_else(place)
    program.open(str(place))
    dialog = program.dialog
    assert isinstance(dialog, InUseDialog)
    qtbot.mouseClick(dialog.ui.takeOverButton, Qt.MouseButton.LeftButton)
    assert window_of(program).ui.officeName.text() == "West Office"
    assert not _desk(program).read_only


def test_an_office_that_was_taken_over_is_not_written_any_more(
    qtbot: QtBot, program: Program
) -> None:
    assert program.upkeep is not None
    path = _desk(program).store.path
    assert path is not None
    card = next(
        each for each in path.parent.iterdir() if "lock" in each.name and each.stat().st_size
    )
    card.write_text(card.read_text().replace("Ana", "Ben").replace('"session": "', '"session": "x'))
    program.upkeep.heartbeat()
    assert isinstance(program.dialog, TroubleDialog)
    assert "taken this office over" in program.dialog.ui.happened.text()
    assert _desk(program).read_only
    assert window_of(program).status.saved.text() == "Read-only"
    program.dialog.close()


def test_a_file_that_is_no_office_leaves_the_present_one_open(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    foreign = tmp_path / "notes.pdoffice"
    foreign.write_text("my notes")
    assert not program.open(str(foreign))
    assert isinstance(program.dialog, TroubleDialog)
    assert "is not an office" in program.dialog.ui.happened.text()
    program.dialog.close()
    assert foreign.read_text() == "my notes"
    desk = _desk(program)
    assert desk.write(lambda: records.add(desk.store, "school", {"name": "X"})) is not None


def test_a_recent_office_that_is_gone_brings_the_first_page(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    program.start(str(tmp_path / "gone.pdoffice"))
    qtbot.waitUntil(lambda: program.first_run is not None)
    assert isinstance(program.dialog, TroubleDialog)
    assert program.window is None
    program.dialog.close()


def test_a_backup_is_made_shown_and_brought_back(qtbot: QtBot, program: Program) -> None:
    desk, window = _desk(program), window_of(program)
    qtbot.waitUntil(lambda: not desk.jobs.running() and "Backup" in window.status.backup.text())
    window.ui.backupAction.trigger()
    qtbot.waitUntil(lambda: not desk.jobs.running())
    assert window.status.backup.text().startswith("Backup today ")
    desk.write(lambda: records.change_field(
            desk.store, Office, OFFICE_ID, "name", "Renamed by mistake"
        ))
    window.ui.restoreAction.trigger()
    dialog = program.dialog
    assert isinstance(dialog, RestoreDialog)
    assert dialog.ui.backups.count() >= 1
    qtbot.mouseClick(dialog.ui.restoreButton, Qt.MouseButton.LeftButton)
    assert window_of(program).ui.officeName.text() == "East Office"
    assert any("former file is kept" in each for each in window_of(program).notices.texts())


def test_long_work_shows_progress_and_can_be_cancelled(qtbot: QtBot, program: Program) -> None:
    desk, window = _desk(program), window_of(program)
    qtbot.waitUntil(lambda: not desk.jobs.running())
    ended: list[BaseException] = []
    began = threading.Event()

    def work(report: Callable[[int, int | None], None], cancelled: Callable[[], bool]) -> None:
        for number in range(10_000):
            report(number, 10_000)
            began.set()
            if cancelled():
                raise Cancelled
            threading.Event().wait(0.005)

    desk.start_job("Counting <b>", work, lambda result: None, failed=ended.append, writes=True)
    qtbot.waitUntil(lambda: window.ui.jobBar.isVisible())
    assert window.ui.jobTitle.text() == "Counting <b>"
    assert not window.ui.pages.isEnabled()
    assert not window.ui.undoAction.isEnabled()
    qtbot.mouseClick(window.ui.jobCancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(ended))
    assert isinstance(ended[0], Cancelled)
    assert window.ui.jobBar.isHidden()
    assert window.ui.pages.isEnabled()


def test_remaining_time_is_said_only_when_it_can_be_known(program: Program) -> None:
    bar = window_of(program).jobs
    assert bar._remaining(1.0, 50, 100) == ""
    assert bar._remaining(60.0, 1, 100) == ""
    assert bar._remaining(60.0, 50, 100) == "about 60 seconds left"
    assert bar._remaining(60.0, 10, 100) == "about 9 minutes left"


def test_a_bug_on_a_worker_is_shown_with_its_report_and_work_goes_on(
    qtbot: QtBot, program: Program
) -> None:
    desk = _desk(program)
    desk.start_job("Breaking", lambda report, cancelled: 1 // 0, lambda result: None)
    qtbot.waitUntil(lambda: isinstance(program.dialog, BugDialog))
    dialog = program.dialog
    assert isinstance(dialog, BugDialog)
    assert "ZeroDivisionError" in dialog.ui.report.toPlainText()
    dialog.close()
    assert desk.write(lambda: records.add(desk.store, "school", {"name": "X"})) is not None


def test_an_error_of_any_thread_is_shown_on_the_window_s_own(
    qtbot: QtBot, program: Program
) -> None:
    thread = threading.Thread(target=lambda: program.bugs.report(ValueError("from afar")))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: isinstance(program.dialog, BugDialog))
    assert isinstance(program.dialog, BugDialog)
    assert "from afar" in program.dialog.ui.report.toPlainText()
    program.dialog.close()


def test_the_folder_s_trouble_with_a_backup_is_a_notice(qtbot: QtBot, program: Program) -> None:
    program._backup_failed(EnvironmentProblem("backup.failed", reason="disk.full"))
    assert "The backup could not be made: The disk is full." in window_of(program).notices.texts()
