"""What is typed just after a sending, or as a new day comes, is neither lost nor cut."""

import random
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, FinancialResponsibility
from partner_desk.services import records
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from tests.services.going_out import ready_agreement
from tests.ui.conftest import in_front, sending_desk

LONG = 30_000


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    return in_front(qtbot, program)


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return sending_desk(window)


@pytest.fixture
def agreement(desk: Desk) -> Agreement:
    return ready_agreement(desk.store)


def amount(desk: Desk, agreement: Agreement) -> str:
    with desk.store.reading() as reader:
        (row,) = reader.find(FinancialResponsibility, agreement_id=agreement.id)
    return str(row.amount)


def sheet(page: AgreementsPage) -> Grid:
    """The sheet of who pays what, with the cursor on the only amount."""
    page.side.view.go_to(page.side.division, "financial_responsibility")
    grid = page.side.division.findChildren(Grid)[-1]
    names = [each.name for each in grid.rows.fields]
    grid.table.go_to(0, names.index("amount"))
    grid.table.setFocus()
    return grid


def press(window: QWidget, letter: str) -> None:
    """A key as the computer sends it: to whatever has the keyboard now, or to nobody."""
    control = QApplication.focusWidget()
    if control is not None and control.window() is window:
        QTest.keyClick(control, Qt.Key.Key_Return) if letter == "\n" else QTest.keyClicks(
            control, letter)


@pytest.mark.parametrize("seed", range(6))
def test_an_amount_typed_right_after_sending_is_kept(
    qtbot: QtBot, window: MainWindow, desk: Desk, agreement: Agreement, seed: int
) -> None:
    chance = random.Random(seed)
    page = window.page("agreements")
    assert isinstance(page, AgreementsPage)
    window.show_area("agreements")
    page.open_record(agreement.id)
    page.side.send()
    with qtbot.waitSignal(page.side.sending.sent, timeout=LONG):
        page.side.sending.send_button.click()
    window.activateWindow()  # As a desktop does when a dialog closes.
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(chance.randrange(4)):
        QApplication.processEvents()
    grid = sheet(page)
    for letter in "987.65\n":
        press(window, letter)
        qtbot.wait(chance.randrange(30))
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)
    assert amount(desk, agreement) == "987.65", grid.unsaved()


def test_a_new_day_does_not_cut_what_is_typed_just_then(
    qtbot: QtBot, program: Program, window: MainWindow, desk: Desk, agreement: Agreement,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert program.upkeep is not None
    today = desk.today()
    records.update(desk.store, "agreement", agreement.id, {
        "status": "active", "starts_on": today - timedelta(days=300), "ends_on": today})
    page = window.page("agreements")
    assert isinstance(page, AgreementsPage)
    window.show_area("agreements")
    page.open_record(agreement.id)
    sheet(page)
    for letter in "987":
        press(window, letter)
    monkeypatch.setattr(desk, "today", lambda: today + timedelta(days=1))
    program.upkeep.heartbeat()
    qtbot.waitUntil(lambda: page.side.view.badge.text() == "Expired", timeout=LONG)
    for letter in ".65\n":
        press(window, letter)
    qtbot.waitUntil(lambda: amount(desk, agreement) == "987.65", timeout=LONG)
