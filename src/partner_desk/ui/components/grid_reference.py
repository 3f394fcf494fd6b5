"""The cell that holds another record: found by typing a part of its name."""

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QWidget,
)

from partner_desk.model.folding import fold
from partner_desk.ui.components.reference_editor import (
    DEBOUNCE_MS,
    Found,
    Search,
    completer_over,
)
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import UNIT

_ENDS = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
"""What these keys do while the list is open, as they do in any other cell."""


class CellReference(QLineEdit):
    """A line with a list of what fits; its value is an id, else what was typed.

    A part of a name that fits one record only stands for it.
    """

    ended = Signal(object)
    """A key or the mouse ended the editing: the ``EndEditHint`` for the view."""

    _completer: QCompleter | None = None

    def __init__(self, parent: QWidget, desk: Desk, kind: str) -> None:
        super().__init__(parent)
        self._search = Search(desk, kind)
        self._id, self._caption = "", ""
        self._found = Found()
        self._completer = completer = completer_over(self._found, self)
        completer.setWidget(self)
        completer.activated.connect(self._activated)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._find)
        self.textEdited.connect(lambda: self._timer.start())

    def show_value(self, value: Any, caption: str) -> None:
        """Show the record with the id ``value``, or the words that were refused."""
        self._id, self._caption = str(value or ""), caption
        self.setText(caption)

    def value(self) -> str:
        """The id of the record that was meant, "" for none, else the words as they are."""
        typed = self.text().strip()
        if not typed or typed == self._caption:
            return self._id if typed else ""
        found = self._search.find(typed)
        same = [each for each in found if fold(each[1]) == fold(typed)]
        fitting = same or found
        return fitting[0][0] if len(fitting) == 1 else typed

    def event(self, event: QEvent) -> bool:
        """Take the keys that the open list hands on, before they move the focus away."""
        popup = self._popup()
        if (
            popup is not None and popup.isVisible()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and Qt.Key(event.key()) in _ENDS
        ):
            self._take(popup.currentIndex().row())
            popup.hide()
            event.accept()
            self.ended.emit(_ENDS[Qt.Key(event.key())])
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list of all, as in any cell of choices."""
        if event.key() == Qt.Key.Key_Down:
            self._find()
            return
        super().keyPressEvent(event)

    def _popup(self) -> QAbstractItemView | None:
        # Events arrive while the line is still being made.
        return self._completer.popup() if self._completer is not None else None

    def _find(self) -> None:
        if not self.hasFocus() or self._completer is None:
            return
        typed = self.text().strip()
        self._found.show(self._search.find("" if typed == self._caption else typed))
        popup = self._popup()
        names = popup.sizeHintForColumn(0) + 4 * UNIT if popup is not None else 0
        self._completer.complete(QRect(0, 0, max(self.width(), names), self.height()))

    def _activated(self) -> None:
        popup = self._popup()
        self._take(popup.currentIndex().row() if popup is not None else -1)
        self.ended.emit(QAbstractItemDelegate.EndEditHint.NoHint)

    def _take(self, row: int) -> None:
        # The row and not its text: two records may have the same name.
        if 0 <= row < len(self._found.rows):
            self._id, self._caption = self._found.rows[row]
            self.setText(self._caption)
