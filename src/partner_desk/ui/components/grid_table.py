"""The table of a grid, with the keys of a spreadsheet; columns as wide as they need to be."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date
from partner_desk.model.numbers import Money
from partner_desk.model.values import Flag, Text, ValueType
from partner_desk.ui.components.grid_cells import LONG_TEXT
from partner_desk.ui.components.grid_model import ERROR_ROLE
from partner_desk.ui.components.showing import is_numeric
from partner_desk.ui.look.theme import GAP, UNIT, dress_table

_WIDEST = 120
"""Pixels beyond which a word is rather cut than a column made wider for it."""
_BESIDE = 2 * UNIT + 2
"""Pixels that a cell or a title needs beside its words: padding and the line of the grid."""
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Ask(Enum):
    """What a key asks of a grid."""

    COPY = auto()
    CUT = auto()
    PASTE = auto()
    FILL_DOWN = auto()
    EMPTY = auto()
    DELETE_ROW = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    GIVE_UP = auto()
    INSIST = auto()


_ASKS = {
    (Qt.Key.Key_C, _CONTROL): Ask.COPY,
    (Qt.Key.Key_Insert, _CONTROL): Ask.COPY,
    (Qt.Key.Key_X, _CONTROL): Ask.CUT,
    (Qt.Key.Key_V, _CONTROL): Ask.PASTE,
    (Qt.Key.Key_D, _CONTROL): Ask.FILL_DOWN,
    (Qt.Key.Key_Minus, _CONTROL): Ask.DELETE_ROW,
    (Qt.Key.Key_Delete, _CONTROL): Ask.DELETE_ROW,
    (Qt.Key.Key_Delete, _NONE): Ask.EMPTY,
    (Qt.Key.Key_Backspace, _NONE): Ask.EMPTY,
    (Qt.Key.Key_Up, _ALT): Ask.MOVE_UP,
    (Qt.Key.Key_Down, _ALT): Ask.MOVE_DOWN,
    (Qt.Key.Key_Escape, _NONE): Ask.GIVE_UP,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridTable(QTableView):
    """The table of a grid, with the keys of a spreadsheet.

    Tab goes from cell to cell and from row to row; beyond the first and the last cell it leaves
    the table, so that Ctrl+End and Tab lead out of it and nobody is caught.
    """

    asked = Signal(object)
    """An ``Ask``, what a key wants done with the chosen cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_start: int | None = None
        self._is_spreading = False
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

    def is_editing(self) -> bool:
        """Whether a cell is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def event(self, event: QEvent) -> bool:
        """Claim the keys of a sheet before a menu or a shortcut of the window gets them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _ask_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet; those of an open editor are the editor's."""
        ask = _ask_of(event)
        if self.is_editing():
            super().keyPressEvent(event)
        elif ask is Ask.GIVE_UP and not self.currentIndex().data(ERROR_ROLE):
            event.ignore()  # With nothing to give up here the key means something else.
        elif ask is not None:
            self.asked.emit(ask)
        elif not self._walk(event):
            super().keyPressEvent(event)

    def _walk(self, event: QKeyEvent) -> bool:
        """Go where a key leads that Qt's tables do not know, or do otherwise."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            self.asked.emit(Ask.INSIST)
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.go_to(self.currentIndex().row() - 1, self.currentIndex().column())
            else:
                self.go_down()
        elif modifiers == _CONTROL and key == Qt.Key.Key_Home:
            self.go_to(0, 0)
        elif modifiers == _CONTROL and key == Qt.Key.Key_End:
            self.go_to(self.model().rowCount() - 1, self.model().columnCount() - 1)
        elif key == Qt.Key.Key_F2 and not modifiers:
            self._edit_at_end()
        else:
            return False
        return True

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current and only chosen one; beyond the edge the one at the edge."""
        row = max(0, min(row, self.model().rowCount() - 1))
        column = max(0, min(column, self.model().columnCount() - 1))
        self.selectionModel().setCurrentIndex(
            self.model().index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._line_start = None

    def go_down(self) -> None:
        """To the next row, into the column in which Tab began to go through this one."""
        current, start = self.currentIndex(), self._line_start
        self.go_to(current.row() + 1, current.column() if start is None else start)

    def go_across(self, by: int) -> bool:
        """To the next cell (1) or the one before (-1), row after row; False at either end."""
        current = self.currentIndex()
        columns = self.model().columnCount()
        place = current.row() * columns + current.column() + by
        if not current.isValid() or not 0 <= place < self.model().rowCount() * columns:
            return False
        row, column = divmod(place, columns)
        start = current.column() if self._line_start is None else self._line_start
        self.go_to(row, column)
        self._line_start = start if row == current.row() else column
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside until there is no further cell."""
        if self.hasFocus() and self.go_across(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._line_start = None
        super().mousePressEvent(event)

    def closeEditor(
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Leave a cell without opening the next one, so that a block may be pasted there."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        if hint == hints.SubmitModelCache:
            self.go_down()
        elif hint in steps and not self.go_across(steps[hint]):
            super().focusNextPrevChild(steps[hint] > 0)

    def _edit_at_end(self) -> None:
        """Open the editor to mend what is there: nothing chosen that a key would replace."""
        index = self.currentIndex()
        self.edit(index)
        editor = self.indexWidget(index)
        if isinstance(editor, QLineEdit):
            editor.deselect()
            editor.end(False)
        elif isinstance(editor, QPlainTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def spread_columns(self, weights: Sequence[float]) -> None:
        """Share the width among the columns, none narrower than what it holds can be.

        Where they do not fit side by side the table is scrolled.
        """
        if self._is_spreading:
            return  # A higher header brought a scroll bar, or took it away: once is enough.
        self._is_spreading = True
        room = self.viewport().width()
        for place, width in enumerate(_shared(room, weights, self._least_widths())):
            self.setColumnWidth(place, width)
        self._fit_header()
        self._is_spreading = False

    def is_cramped(self) -> bool:
        """Whether a column is narrower than what it holds."""
        return any(
            self.columnWidth(place) < width for place, width in enumerate(self._least_widths())
        )

    def _least_widths(self) -> list[int]:
        """Room for the longest word of each title, and for each number as a whole."""
        titles, cells = QFontMetrics(_bold(self.horizontalHeader().font())), self.fontMetrics()
        return [
            max(
                _widest(titles, title.split()) + _BESIDE,
                min(_widest(cells, self._unbroken(place)) + _BESIDE, _WIDEST),
            )
            for place, title in enumerate(self._titles())
        ]

    def _unbroken(self, column: int) -> Iterator[str]:
        """What of a column may not be cut: numbers as they are, texts word by word."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, column)
            words = str(index.data() or "")
            side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
            yield from [words] if side & Qt.AlignmentFlag.AlignRight else words.split()

    def _titles(self) -> list[str]:
        model, across = self.model(), Qt.Orientation.Horizontal
        return [str(model.headerData(place, across)) for place in range(model.columnCount())]

    def _fit_header(self) -> None:
        """Make the header as high as its longest title in lines."""
        header = self.horizontalHeader()
        metrics = QFontMetrics(_bold(header.font()))
        heights = [
            metrics.boundingRect(
                QRect(0, 0, max(self.columnWidth(place) - _BESIDE, 1), 999),
                Qt.TextFlag.TextWordWrap,
                title,
            ).height()
            for place, title in enumerate(self._titles())
        ]
        header.setFixedHeight(max(heights) + GAP)


def _shared(room: int, weights: Sequence[float], least: Sequence[int]) -> list[int]:
    """Widths by weight; who needs more than its share gets that, and the others share the rest."""
    widths, free = list(least), set(range(len(least)))
    while free:
        rest = room - sum(widths[each] for each in range(len(widths)) if each not in free)
        share = rest / sum(weights[each] for each in free)
        needy = {each for each in free if share * weights[each] < least[each]}
        if not needy:
            for each in free:
                widths[each] = int(share * weights[each])
            break
        free -= needy
    return widths


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


def _widest(metrics: QFontMetrics, words: Iterable[str]) -> int:
    return max((metrics.horizontalAdvance(word) for word in words), default=0)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _ask_of(event: QKeyEvent) -> Ask | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _ASKS.get((Qt.Key(event.key()), modifiers))
