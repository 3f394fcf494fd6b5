"""The program with a window, on offices of the test's own, with nobody's settings."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.new_office import NewOffice
from partner_desk.ui.shell.program import Program
from partner_desk.ui.translation import install


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """What a fresh computer remembers: nothing; it speaks English."""
    fresh = Preferences(
        QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    )
    fresh.language = "en"
    fresh.theme = "light"
    return fresh


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences
) -> Iterator[Callable[[], Program]]:
    """Starts the program, each time as if anew on the same computer."""
    started: list[Program] = []

    def begin() -> Program:
        program = Program(qapp, preferences)
        started.append(program)
        return program

    yield begin
    for each in started:
        close(each)
    install(qapp, "en")


@pytest.fixture
def program(start: Callable[[], Program], tmp_path: Path) -> Program:
    """The program with an empty office open that is called "East Office"; Ana works in it."""
    fresh = start()
    made = fresh.create(NewOffice("East Office", "Ana", str(tmp_path / "East.pdoffice")))
    assert made
    return fresh


def window_of(program: Program) -> MainWindow:
    """The window that stands open."""
    assert program.window is not None
    return program.window


def close(program: Program) -> None:
    """End the program as a person does: close its window."""
    if not isValid(program):
        return  # The test ended it already.
    for window in (program.window, program.first_run):
        if window is not None:
            window.close()
            window.deleteLater()
    program.close_office()
    program.window = program.first_run = None
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
