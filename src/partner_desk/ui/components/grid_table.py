"""The table of a grid, with the keys of a spreadsheet; columns as wide as they need to be."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTableView,
    QWidget,
)

from partner_desk.model.values import Choice, Date, Flag, Money, Text, ValueType
from partner_desk.ui.components.grid_cells import LONG_TEXT
from partner_desk.ui.components.showing import is_numeric
from partner_desk.ui.look.theme import GAP, HALF, UNIT, dress_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridTable(QTableView):
    """The table of a grid, with the keys of a spreadsheet.

    Tab goes from cell to cell while a cell is being typed and leaves the table otherwise, so that
    nobody is caught in it.
    """

    deleted = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self)
        self.setShowGrid(True)
        self.setProperty("grid", True)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.verticalHeader().setVisible(True)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties cells, Ctrl+Delete a row, Alt+arrows move it."""
        key, modifiers = event.key(), event.modifiers()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing:
            super().keyPressEvent(event)
        elif modifiers & Qt.KeyboardModifier.AltModifier and key in (
            Qt.Key.Key_Up, Qt.Key.Key_Down
        ):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.deleted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty_cells()
        elif key in _ENTER:
            self.go_down()
        else:
            super().keyPressEvent(event)

    def go_down(self) -> None:
        """To the next row: its first cell when this row was being filled from the left."""
        current = self.currentIndex()
        below = min(current.row() + 1, self.model().rowCount() - 1)
        is_blank = below == self.model().rowCount() - 1
        self.setCurrentIndex(self.model().index(below, 0 if is_blank else current.column()))

    def closeEditor(
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        current = self.currentIndex()
        last = self.model().index(self.model().rowCount() - 1, self.model().columnCount() - 1)
        first = self.model().index(0, 0)
        if hint == hints.EditNextItem and current == last:
            super().closeEditor(editor, hints.NoHint)
            self.focusNextChild()
        elif hint == hints.EditPreviousItem and current == first:
            super().closeEditor(editor, hints.NoHint)
            self.focusPreviousChild()
        else:
            super().closeEditor(editor, hint)
            if hint == hints.SubmitModelCache:
                self.go_down()

    def spread_columns(self, weights: Sequence[float]) -> None:
        """Share the width among the columns, none narrower than a word of its title."""
        room = self.viewport().width()
        shares = [int(room * weight / sum(weights)) for weight in weights]
        widths = [max(pair) for pair in zip(shares, self._least_widths(), strict=True)]
        widest = widths.index(max(widths))
        widths[widest] -= min(sum(widths) - room, widths[widest] // 2)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        self._fit_header()

    def _least_widths(self) -> list[int]:
        metrics = QFontMetrics(_bold(self.horizontalHeader().font()))
        words = (title.split() for title in self._titles())
        return [
            max((metrics.horizontalAdvance(word) for word in each), default=0) + 2 * UNIT + HALF
            for each in words
        ]

    def _titles(self) -> list[str]:
        model, across = self.model(), Qt.Orientation.Horizontal
        return [str(model.headerData(place, across)) for place in range(model.columnCount())]

    def _fit_header(self) -> None:
        """Make the header as high as its longest title in lines."""
        header = self.horizontalHeader()
        metrics = QFontMetrics(_bold(header.font()))
        heights = [
            metrics.boundingRect(
                QRect(0, 0, max(self.columnWidth(place) - 2 * UNIT - 2, 1), 999),
                Qt.TextFlag.TextWordWrap,
                title,
            ).height()
            for place, title in enumerate(self._titles())
        ]
        header.setFixedHeight(max(heights) + GAP)

    def _empty_cells(self) -> None:
        for index in self.selectedIndexes() or [self.currentIndex()]:
            if index.flags() & Qt.ItemFlag.ItemIsEditable and index.data():
                self.model().setData(index, "")


def usual_weight(value_type: ValueType) -> float:
    """How wide a column of such values is, against the others."""
    if isinstance(value_type, Text) and value_type.limit > LONG_TEXT:
        return 3.0
    if isinstance(value_type, Flag):
        return 0.95
    if isinstance(value_type, Money | Date):
        return 1.3
    if is_numeric(value_type):
        return 1.0
    return 1.2 if isinstance(value_type, Choice) else 1.5


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
