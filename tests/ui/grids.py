"""Hands on a grid, for its tests: choosing cells, typing, pasting, reading what is stored."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, AgreementService, FinancialResponsibility
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.grid_model import ERROR_ROLE
from partner_desk.ui.desk import Desk
from tests.ui.desks import focused, show

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SERVICES = ("description", "description_translated", "provider", "participants", "school_id")
DESCRIPTION, PROVIDER, PARTICIPANTS, SCHOOL = range(4)
MONEY = ("item", "payer", "amount", "in_kind", "schedule")
ITEM, PAYER, AMOUNT, IN_KIND, SCHEDULE = range(5)
NAMES = ("Lincoln Elementary", "Roosevelt Middle", "Roosevelt High", 'Escuela "Río" <b>&')


def shown(qtbot: QtBot, desk: Desk, agreement: Agreement, grid: Grid) -> Grid:
    """The grid in a window, kept fresh as a page would."""
    desk.changed.connect(lambda changed: grid.show_record(agreement))
    grid.show_record(agreement)
    show(qtbot, grid, 800, 400)
    return grid


def paid(desk: Desk, agreement: Agreement) -> list[FinancialResponsibility]:
    return desk.read(lambda reader: reader.find(
        FinancialResponsibility, agreement_id=agreement.id))


def offered(desk: Desk, agreement: Agreement) -> list[AgreementService]:
    return desk.read(lambda reader: reader.find(AgreementService, agreement_id=agreement.id))


def keys(
    grid: Grid, words: str = "", key: Qt.Key | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    for each in words:
        QTest.keyClicks(focused(grid), each)
    if key is not None:
        QTest.keyClick(focused(grid), key, modifiers)
    QApplication.processEvents()


def go(grid: Grid, row: int, column: int, to_row: int = -1, to_column: int = -1) -> None:
    """Choose a cell, or a rectangle of them."""
    grid.table.setFocus()
    grid.table.go_to(row, column)
    if to_row >= 0:
        grid.table.selectionModel().select(
            QItemSelection(grid.rows.index(row, column), grid.rows.index(to_row, to_column)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )


def paste(grid: Grid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    keys(grid, "", Qt.Key.Key_V, CONTROL)


def undo_newest(desk: Desk) -> None:
    desk.store.undo(desk.read(lambda reader: reader.change_sets(1))[0].id)
    desk.announce()


def error(grid: Grid, row: int, column: int) -> str:
    return str(grid.rows.index(row, column).data(ERROR_ROLE))
