"""Columns that fit: none cut off, none behind a scroll bar, wider for larger text."""

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from partner_desk.ui.components.fitting_columns import FittingColumns
from tests.ui.desks import show

WIDTHS = (100, 150, 80, 90)
STRETCH = 1


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    """Ten rows of four columns of which the second takes the room there is."""
    made = QTableView()
    made.setModel(QStandardItemModel(10, len(WIDTHS), made))
    made.verticalHeader().hide()
    FittingColumns(made, WIDTHS, STRETCH)
    show(qtbot, made, 600, 400)
    return made


def shown(table: QTableView) -> list[int]:
    return [place for place in range(len(WIDTHS)) if not table.isColumnHidden(place)]


@pytest.mark.parametrize(("width", "places"), [(600, 4), (390, 3), (300, 2), (120, 2)])
def test_the_last_columns_wait_for_room(table: QTableView, width: int, places: int) -> None:
    table.resize(width, 400)
    assert shown(table) == list(range(places))


def test_what_is_left_over_goes_to_one_column(table: QTableView) -> None:
    widths = [table.columnWidth(place) for place in range(len(WIDTHS))]
    assert sum(widths) == table.viewport().width()
    assert widths[STRETCH] > max(width for n, width in enumerate(widths) if n != STRETCH)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_column_that_waited_comes_when_there_is_room(table: QTableView) -> None:
    table.resize(300, 400)
    assert len(shown(table)) == 2
    table.resize(600, 400)
    assert len(shown(table)) == 4


def test_larger_text_gets_wider_columns(table: QTableView) -> None:
    before = table.columnWidth(0)
    font = table.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    table.setFont(font)
    assert table.columnWidth(0) == pytest.approx(1.5 * before, rel=0.1)
    assert shown(table) == [0, 1, 2]
