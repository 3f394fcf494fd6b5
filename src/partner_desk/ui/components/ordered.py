"""Rows in an order that a person chose: dragged, or moved with Alt and the arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from partner_desk.ui.components.controls import flat_button, tool_button
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import HALF


class OrderedList(RowList):
    """Rows that are moved by dragging or with Alt and the arrows."""

    dragged = Signal(int, int)
    moved = Signal(int)
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(self._rows_moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move a row, Delete deletes it."""
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if with_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def _rows_moved(
        self, _from: QModelIndex, start: int, _end: int, _to: QModelIndex, target: int
    ) -> None:
        place = target - 1 if target > start else target
        # The list is still in the middle of the drop.
        QTimer.singleShot(0, self, lambda: self.dragged.emit(start, place))


class OrderedRows(QWidget):
    """A list with what can be done to its rows below; ``fixed`` rows at its head never move.

    Whoever shows it writes what it asks for and shows the rows anew.
    """

    chosen = Signal()
    """Another row became current."""
    moved = Signal(int, int)
    """The row at one place should stand at another."""
    removed = Signal()
    """The current row should go."""

    def __init__(
        self, desk: Desk, name: str, add: str, remove: str, *, fixed: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._fixed = desk, fixed
        self._is_movable = True
        self.list = OrderedList()
        self.list.setAccessibleName(name)
        self.list.setMinimumSize(QSize(180, 60))
        self.add_button = flat_button(add, "add")
        self.remove_button = tool_button("delete", remove)
        self.up_button = tool_button("chevron-up", self.tr("Move up (Alt+Up)"))
        self.down_button = tool_button("chevron-down", self.tr("Move down (Alt+Down)"))
        self._connect()
        self.buttons = FlowLayout(spacing=0)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            self.buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.list, 1)
        column.addLayout(self.buttons)
        desk.only_to_write(self.add_button)

    @property
    def current(self) -> str:
        """The data of the row that is chosen; "" without one."""
        item = self.list.currentItem()
        return str(row_of(item).data or "") if item is not None else ""

    def add_button_after(self, button: QPushButton) -> None:
        """One more thing that can be done."""
        self.buttons.addWidget(button)
        self._desk.only_to_write(button)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays where its data does, else where it stood."""
        place = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        show_rows(self.list, list(rows))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(min(place, len(rows) - 1))
        self.list.blockSignals(False)
        self._show_buttons()

    def choose(self, place: int) -> None:
        """Make the row at ``place`` current."""
        self.list.setCurrentRow(place)

    def set_movable(self, movable: bool) -> None:
        """Whether rows move; those of a filtered list have no place to move to."""
        self._is_movable = movable
        self._show_buttons()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._row_chosen)
        self.list.dragged.connect(self._move)
        self.list.moved.connect(self._move_by)
        self.list.deleted.connect(self._remove)
        self.remove_button.clicked.connect(self._remove)
        self.up_button.clicked.connect(lambda: self._move_by(-1))
        self.down_button.clicked.connect(lambda: self._move_by(1))
        self._desk.locked.connect(lambda _: self._show_buttons())

    def _row_chosen(self) -> None:
        self._show_buttons()
        self.chosen.emit()

    def _move_by(self, by: int) -> None:
        place = self.list.currentRow()
        if self._may_move(place, place + by):
            self.moved.emit(place, place + by)

    def _move(self, place: int, to: int) -> None:
        """A drag that cannot be has to be taken back, so it is passed on as one to where it was."""
        self.moved.emit(place, to if self._may_move(place, to) else place)

    def _may_move(self, place: int, to: int) -> bool:
        inside = all(self._fixed <= each < self.list.count() for each in (place, to))
        return inside and self._is_movable and not self._desk.read_only

    def _remove(self) -> None:
        if self.remove_button.isEnabled():
            self.removed.emit()

    def _show_buttons(self) -> None:
        place = self.list.currentRow()
        self.remove_button.setEnabled(place >= self._fixed and not self._desk.read_only)
        self.up_button.setEnabled(self._may_move(place, place - 1))
        self.down_button.setEnabled(self._may_move(place, place + 1))
        mode = QAbstractItemView.DragDropMode
        free = self._is_movable and not self._desk.read_only
        self.list.setDragDropMode(mode.InternalMove if free else mode.NoDragDrop)


def beside(left: QWidget, right: QWidget) -> QSplitter:
    """Rows at the left, what is said of the current one at the right; the right scrolls."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(left)
    splitter.addWidget(Scrolling(right))
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 3)
    splitter.setSizes([220, 480])
    return splitter
