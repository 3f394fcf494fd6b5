"""What was typed and could not be saved is not lost silently; what is remembered is no secret."""

from pathlib import Path
from threading import Event

import psycopg
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import make_url
from sqlalchemy.exc import OperationalError

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.services import office as offices
from partner_desk.store.engine import environment_problem
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.dialogs import AtWorkDialog, UnsavedDialog
from partner_desk.ui.shell.program import Program
from partner_desk.ui.shell.settings import SettingsPage
from tests.ui.conftest import window_of


def _refused(qtbot: QtBot, program: Program) -> QLineEdit:
    """The name of the office, which may not be empty, emptied."""
    window_of(program).show_area("settings")
    page = window_of(program).page("settings")
    assert isinstance(page, SettingsPage)
    row = page.form.rows["name"]
    assert isinstance(row.editor.control, QLineEdit)
    row.editor.control.setFocus()
    row.editor.control.selectAll()
    qtbot.keyClick(row.editor.control, Qt.Key.Key_Delete)
    qtbot.keyClicks(row.editor.control, " ")
    qtbot.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert row.error
    return row.editor.control


def _asked(program: Program) -> UnsavedDialog:
    asked = window_of(program).asked
    assert isinstance(asked, UnsavedDialog) and asked.isVisible()
    return asked


def _click(qtbot: QtBot, button: object) -> None:
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_window_with_a_refused_field_asks_before_it_closes(
    qtbot: QtBot, program: Program
) -> None:
    control = _refused(qtbot, program)
    window = window_of(program)
    assert not window.close()
    asked = _asked(program)
    assert "Office name" in asked.informativeText()
    _click(qtbot, asked.stay_button)
    assert window.isVisible() and program.office is not None
    assert control.text() == " "
    assert window.status.saved.text() == "Not saved yet: 1"
    window.close()
    _click(qtbot, _asked(program).discard_button)
    assert not window.isVisible()
    assert program.office is None


def test_a_window_with_work_that_writes_asks_before_it_closes(
    qtbot: QtBot, program: Program
) -> None:
    window = window_of(program)
    begun = Event()
    told: list[object] = []

    def work(report: Report, cancelled: Cancelled) -> None:
        begun.set()
        while not cancelled():
            report(0, 1)
        raise Stopped

    assert window.desk is not None
    window.desk.start_job("Importing List.xlsx", work, told.append, failed=told.append,
                          writes=True)
    assert begun.wait(5)
    assert not window.close()
    asked = window.asked
    assert isinstance(asked, AtWorkDialog) and asked.isVisible()
    assert asked.informativeText() == "Importing List.xlsx"
    _click(qtbot, asked.stay_button)
    assert window.isVisible() and told == []
    assert not window.close()
    asked = window.asked
    assert isinstance(asked, AtWorkDialog)
    _click(qtbot, asked.leave_button)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_another_language_waits_for_a_refused_field(qtbot: QtBot, program: Program) -> None:
    _refused(qtbot, program)
    program.switch_language("es")
    assert program.catalogue.language == "en"
    _click(qtbot, _asked(program).discard_button)
    assert program.catalogue.language == "es"
    assert program.desk is not None
    assert offices.settings(program.desk.store).name == "East Office"


def test_half_of_a_new_record_is_not_lost_with_the_window(
    qtbot: QtBot, program: Program
) -> None:
    window = window_of(program)
    window.new_record("organization")
    qtbot.wait(10)
    focused = window.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, "River")
    assert not window.close()
    assert "River" in _asked(program).informativeText()
    _click(qtbot, _asked(program).stay_button)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert window.close()


def test_dates_and_numbers_follow_the_language(program: Program) -> None:
    assert QLocale().name() == "en_US"
    program.switch_language("es")
    assert QLocale().name() == "es_US"
    program.switch_language("en")
    assert QLocale().name() == "en_US"


def test_no_password_is_remembered(preferences: Preferences, tmp_path: Path) -> None:
    preferences.remember_office("postgresql://ana:s3cr3t@db.district.org/office")
    preferences.flush()
    assert preferences.recent == ["postgresql://ana@db.district.org/office"]
    assert "s3cr3t" not in (tmp_path / "settings.ini").read_text()


@pytest.mark.parametrize(
    "words", ["fe_sendauth: no password supplied", "password authentication failed for user"]
)
def test_a_server_that_wants_a_password_says_so_without_it(words: str) -> None:
    url = make_url("postgresql+psycopg://ana:s3cr3t@db.district.org/office")
    refused = OperationalError("connect", {}, psycopg.OperationalError(words))
    problem = environment_problem(refused, url)
    assert problem is not None
    said = problem_sentence(problem.code, problem.values, str)
    assert "wants a password" in said
    assert "s3cr3t" not in said and "***" not in said
