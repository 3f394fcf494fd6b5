"""The grid: typed, pasted, moved and deleted as in a spreadsheet, on a real office."""


import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, FinancialResponsibility, Signatory
from partner_desk.model.fields import Record
from partner_desk.services import drafting
from partner_desk.ui.components.clipboard import cells_of
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.desk import Desk
from tests.ui.desks import show

_NAMES = ("item", "payer", "amount", "in_kind", "schedule")
ITEM, PAYER, AMOUNT, IN_KIND = range(4)


@pytest.fixture
def grid(qtbot: QtBot, desk: Desk, agreement: Agreement) -> Grid:
    """The financial responsibilities of the agreement, kept fresh as a page would."""
    made = Grid(desk, FinancialResponsibility, "agreement_id", _NAMES, title="Money")
    desk.changed.connect(lambda changed: made.show_record(agreement))
    made.show_record(agreement)
    show(qtbot, made, 720, 400)
    return made


def stored(desk: Desk, agreement: Record) -> list[FinancialResponsibility]:
    return desk.read(
        lambda reader: reader.find(FinancialResponsibility, agreement_id=agreement.id)
    )


def keys(
    words: str = "",
    key: Qt.Key | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Type into whatever has the keyboard, key by key: the first one opens a cell's editor."""
    for each in words:
        QTest.keyClicks(_focused(), each)
    if key is not None:
        QTest.keyClick(_focused(), key, modifiers)
    QApplication.processEvents()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_row_is_made_by_typing_with_tab_between_cells(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.begin_row()
    keys("Snacks <b>&\"", Qt.Key.Key_Tab)
    keys("District", Qt.Key.Key_Tab)
    keys("1,250.50", Qt.Key.Key_Return)
    made = stored(desk, agreement)
    assert [(each.item, each.payer, str(each.amount)) for each in made] == [
        ('Snacks <b>&"', "district", "1250.50")
    ]
    assert grid.rows.rowCount() == 2
    current = grid.table.currentIndex()
    assert (current.row(), current.column()) == (1, ITEM)  # Enter makes the next row.


def test_the_cell_keeps_what_was_refused_and_says_why(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.begin_row()
    keys("Bus passes", Qt.Key.Key_Return)
    grid.table.setCurrentIndex(grid.rows.index(0, AMOUNT))
    keys("many dollars", Qt.Key.Key_Return)
    index = grid.rows.index(0, AMOUNT)
    assert index.data() == "many dollars"
    assert "many dollars" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert stored(desk, agreement)[0].amount is None
    grid.table.setCurrentIndex(index)
    assert not grid._message.isHidden()
    keys("12", Qt.Key.Key_Return)
    assert index.data() == "$12.00"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "$12.00"


def test_a_row_without_what_it_needs_says_so_when_it_is_left(
    qtbot: QtBot, grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.begin_row()
    grid.table.setCurrentIndex(grid.rows.index(0, AMOUNT))
    keys("40", Qt.Key.Key_Return)
    assert stored(desk, agreement) == []
    tip = grid.rows.index(0, ITEM)
    qtbot.waitUntil(lambda: "filled" in str(tip.data(Qt.ItemDataRole.ToolTipRole)))
    grid.table.setCurrentIndex(grid.rows.index(0, ITEM))
    keys("Paper", Qt.Key.Key_Return)
    assert [(each.item, str(each.amount)) for each in stored(desk, agreement)] == [
        ("Paper", "40.00")
    ]


def test_a_block_from_excel_becomes_rows_in_one_change(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    QGuiApplication.clipboard().setText(
        'Wages\tPartner\t$46,575.00\tno\r\n"Two\nlines"\tdistrict\t1290\tx\r\nRent\tShared\tsome\t\r\n'
    )
    grid.begin_row()
    keys("", Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    found = stored(desk, agreement)
    assert [(each.item, each.payer, each.in_kind) for each in found] == [
        ("Wages", "partner", False), ("Two lines", "district", True), ("Rent", "shared", False)
    ]
    assert [str(each.amount) for each in found] == ["46575.00", "1290.00", "None"]
    assert grid.rows.index(2, AMOUNT).data() == "some"
    newest = desk.read(lambda reader: reader.change_sets(1))[0]
    desk.store.undo(newest.id)
    desk.announce()
    assert stored(desk, agreement) == []
    assert grid.rows.rowCount() == 1


def test_rows_move_with_alt_and_the_arrows_and_by_their_numbers(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.rows.paste(0, 0, [["One"], ["Two"], ["Three"]])
    grid.table.setFocus()
    grid.table.setCurrentIndex(grid.rows.index(2, ITEM))
    keys("", Qt.Key.Key_Up, modifiers=Qt.KeyboardModifier.AltModifier)
    assert [each.item for each in stored(desk, agreement)] == ["One", "Three", "Two"]
    assert grid.table.currentIndex().row() == 1
    grid.table.verticalHeader().moveSection(0, 2)
    assert [each.item for each in stored(desk, agreement)] == ["Three", "Two", "One"]
    assert [grid.rows.index(row, ITEM).data() for row in range(3)] == ["Three", "Two", "One"]
    assert grid.table.verticalHeader().visualIndex(0) == 0


def test_a_row_is_deleted_with_the_way_back(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    told: list[tuple[str, bool]] = []
    desk.told.connect(lambda words, undo: told.append((words, undo)))
    grid.rows.paste(0, 0, [["One"], ["Two"]])
    grid.table.setFocus()
    grid.table.setCurrentIndex(grid.rows.index(0, ITEM))
    keys("", Qt.Key.Key_Delete, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert [each.item for each in stored(desk, agreement)] == ["Two"]
    assert told == [("One was deleted.", True)]


def test_a_flag_is_switched_by_the_mouse_and_by_space(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.rows.paste(0, 0, [["One"]])
    QApplication.processEvents()
    place = grid.table.visualRect(grid.rows.index(0, IN_KIND))
    QTest.mouseClick(
        grid.table.viewport(), Qt.MouseButton.LeftButton,
        pos=place.topLeft() + QPoint(16, place.height() // 2),
    )
    assert stored(desk, agreement)[0].in_kind
    grid.table.setFocus()
    grid.table.setCurrentIndex(grid.rows.index(0, IN_KIND))
    keys("", Qt.Key.Key_Space)
    assert not stored(desk, agreement)[0].in_kind


def test_tab_goes_through_the_rows_and_leaves_beyond_the_last_cell(
    qtbot: QtBot, grid: Grid
) -> None:
    grid.rows.paste(0, ITEM, [["One"]])
    grid.table.setFocus()
    grid.table.go_to(0, len(_NAMES) - 1)
    keys("", Qt.Key.Key_Tab)
    assert (grid.table.currentIndex().row(), grid.table.currentIndex().column()) == (1, ITEM)
    keys("", Qt.Key.Key_Backtab)
    assert grid.table.currentIndex().column() == len(_NAMES) - 1
    keys("", Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    keys("", Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not grid.table


def test_each_cell_has_the_editor_of_its_field(qtbot: QtBot, grid: Grid, desk: Desk) -> None:
    grid.rows.paste(0, 0, [["One"]])
    editors = []
    for column in (ITEM, PAYER, AMOUNT):
        index = grid.rows.index(0, column)
        grid.table.setCurrentIndex(index)
        grid.table.edit(index)
        focused = QApplication.focusWidget()
        editors.append(focused)
        assert focused is not None and focused.accessibleName()
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert isinstance(editors[0], QPlainTextEdit)
    assert isinstance(editors[1], QComboBox)


def test_leaving_the_page_saves_the_cell_being_typed(
    grid: Grid, desk: Desk, agreement: Agreement
) -> None:
    grid.begin_row()
    keys("Half typed")
    grid.commit()
    assert [each.item for each in stored(desk, agreement)] == ["Half typed"]


def test_another_record_shows_its_own_rows(
    qtbot: QtBot, desk: Desk, agreement: Agreement
) -> None:
    grid = Grid(desk, Signatory, "agreement_id", ("party", "name"), title="Signatories")
    qtbot.addWidget(grid)
    grid.show_record(agreement)
    assert grid.rows.rowCount() == 3
    other = drafting.draft(
        desk.store, str(agreement.partnership_id), "memorandum", desk.today()
    )
    grid.show_record(other)
    ids = {row.id for row in grid.rows.rows if row.record}
    own = desk.read(lambda reader: reader.find(Signatory, agreement_id=other.id))
    assert ids == {each.id for each in own}


def test_a_refused_row_waits_until_its_record_is_shown_again(
    desk: Desk, grid: Grid, agreement: Agreement
) -> None:
    other = drafting.draft(
        desk.store, str(agreement.partnership_id), "memorandum", desk.today()
    )
    grid.rows.paste(0, ITEM, [["Bus", "", "plenty"], ["Snacks", "", "40"]])
    grid.show_record(other)
    assert [row.typed for row in grid.rows.rows] == [{}]
    assert grid.unsaved() == ["Amount: plenty"]
    grid.show_record(agreement)
    waiting = [row for row in grid.rows.rows if row.typed]
    assert [row.typed["amount"] for row in waiting] == ["plenty"]
    assert all(row.errors["amount"] for row in waiting)
    assert [each.item for each in stored(desk, agreement)] == ["Bus", "Snacks"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tx', [["two\nlines", "x"]]),
        ('"quoted" by hand\t5" pipe', [['"quoted" by hand', '5" pipe']]),
        ('"a ""b""\n"\n', [['a "b"\n']]),
        ("=1+1\t", [["=1+1", ""]]),
        ("  \n", []),
    ],
)
def test_what_a_spreadsheet_copies_is_read(text: str, cells: list[list[str]]) -> None:
    assert cells_of(text) == cells


def test_columns_that_hold_much_get_the_room_that_short_ones_leave(
    qtbot: QtBot, grid: Grid
) -> None:
    grid.resize(640, 400)
    qtbot.waitUntil(lambda: grid.table.viewport().width() < 640)
    room = grid.table.viewport().width()
    grid.table.spread_columns([30.0, 1.0, 1.0, 1.0, 1.0])
    widths = [grid.table.columnWidth(place) for place in range(5)]
    assert not grid.table.is_cramped()
    assert room - 5 <= sum(widths) <= room
    assert widths[ITEM] > max(widths[PAYER:])
    grid.table.spread_columns([1.0] * 5)
    assert len({grid.table.columnWidth(place) for place in range(4)}) == 1
