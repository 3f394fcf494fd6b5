"""The program with a window, on offices of the test's own, with nobody's settings."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from partner_desk.model.agreements import Agreement, AgreementService, FinancialResponsibility
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.services import drafting, partners, records
from partner_desk.services.opening import author_on_this_computer, create_office
from partner_desk.store.store import Store
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.desk import Desk
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from partner_desk.ui.translation import install
from tests.ui.desks import desk_over
from tests.ui.grids import MONEY, NAMES, SERVICES, shown


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
def desk(qapp: QApplication, office: Store, tmp_path: Path) -> Iterator[Desk]:
    """A desk over an empty office, without a window of its own."""
    with desk_over(office, tmp_path) as made:
        yield made
        made.jobs.cancel_all()


@pytest.fixture
def agreement(desk: Desk) -> Agreement:
    """A draft with a partner; no row is divided yet."""
    organization = partners.register(desk.store, {"name": "Riverside Youth Arts"})
    partnership = partners.partnerships_of(desk.store, organization.id)[0]
    return drafting.draft(desk.store, partnership.id, "memorandum", desk.today())


@pytest.fixture
def schools(desk: Desk) -> dict[str, str]:
    """Ids of some schools by name."""
    return {name: records.add(desk.store, "school", {"name": name}).id for name in NAMES}


@pytest.fixture
def services(qtbot: QtBot, desk: Desk, agreement: Agreement, schools: dict[str, str]) -> Grid:
    """The services of the agreement, with a column for the school."""
    return shown(qtbot, desk, agreement, Grid(
        desk, AgreementService, "agreement_id", SERVICES, title="Services", teach="Type."))


@pytest.fixture
def money(qtbot: QtBot, desk: Desk, agreement: Agreement) -> Grid:
    """The financial responsibilities of the agreement."""
    return shown(qtbot, desk, agreement, Grid(
        desk, FinancialResponsibility, "agreement_id", MONEY, title="Money"))


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


@pytest.fixture(scope="session")
def east_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty office called "East Office" that Ana made; copied, not written."""
    path = tmp_path_factory.mktemp("east") / "East.pdoffice"
    values = {"name": "East Office", "language": "en"}
    create_office(path, author_on_this_computer("Ana"), values, "Ana").close()
    return path


@pytest.fixture
def program(start: Callable[[], Program], tmp_path: Path, east_office: Path) -> Program:
    """The program with an empty office open that is called "East Office"; Ana works in it."""
    fresh = start()
    fresh.preferences.coordinator = "Ana"
    assert fresh.open(str(shutil.copy(east_office, tmp_path)))
    return fresh


def window_of(program: Program) -> MainWindow:
    """The window that stands open."""
    assert program.window is not None
    return program.window


def in_front(qtbot: QtBot, program: Program) -> MainWindow:
    """The window that stands open, as one that has the keyboard."""
    shown = window_of(program)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def sending_desk(window: MainWindow) -> Desk:
    """The desk of a window, in an office that can send agreements out."""
    assert window.desk is not None
    with window.desk.store.writing(Operation("test.office")) as work:
        work.change(Office, OFFICE_ID, district="East Schools", signer_name="Dana Cole")
    return window.desk


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
