"""Search everything: results while typing, below the box in the header, by keyboard alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.model.registry import KINDS
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, UNIT

if TYPE_CHECKING:
    from partner_desk.services.searching import Hit

_DEBOUNCE = 80
_ICONS = {
    "organization": "organization",
    "contact": "contact",
    "school": "school",
    "partnership": "partners",
    "agreement": "agreements",
    "service": "service",
    "location": "place",
    "form": "evaluations",
    "category": "category",
}
_LEAST_WIDTH, _MOST_HEIGHT = 480, 480


class SearchPopup(QFrame):
    """The results; never takes the focus from the box."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.rows = RowList(self)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setStyleSheet("QListWidget { border: none; }")
        column = QVBoxLayout(self)
        column.setContentsMargins(HALF, UNIT, HALF, UNIT)
        column.addWidget(self.rows)
        self.hide()


class SearchBox(QObject):
    """Makes a line edit the search over everything."""

    def __init__(self, box: QLineEdit, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._box, self._desk, self._window = box, desk, window
        self._before: QWidget | None = None
        self.popup = SearchPopup(window)
        self.popup.rows.setAccessibleName(self.tr("Results"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE)
        self._timer.timeout.connect(self.search)
        box.textEdited.connect(self._timer.start)
        box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        box.installEventFilter(self)
        self.popup.rows.itemClicked.connect(self._go)

    def begin(self) -> None:
        """Put the cursor into the box, with what stands there selected."""
        if not self._box.hasFocus():
            self._before = self._window.focusWidget()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def search(self) -> None:
        """Show what the office has for the words in the box."""
        from partner_desk.services.searching import find

        self._timer.stop()
        words = self._box.text().strip()
        if not words:
            self.popup.hide()
            return
        rows: list[Row] = []
        kind = ""
        for hit in find(self._desk.store, words, language=self._desk.catalogue.language):
            if hit.kind != kind:
                kind = hit.kind
                rows.append(Row(self._desk.text(KINDS[kind].plural), heading=True))
            data = (hit.kind, hit.id)
            rows.append(
                Row(hit.caption, self._told(hit), _ICONS.get(hit.kind, "document"), data=data)
            )
        self._show(rows or [Row(self.tr("Nothing was found."), heading=True)])

    def _told(self, hit: "Hit") -> str:
        """What tells a hit from others of its name, and why it is one."""
        detail = self._desk.text(hit.detail) if hit.is_label else hit.detail
        why = f"{self._desk.text(hit.why.label)}: {hit.why.text}" if hit.why else ""
        return " · ".join(filter(None, (detail, why)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose a result, Enter goes there, Escape closes."""
        if event.type() == QEvent.Type.FocusOut and not self.popup.underMouse():
            self.popup.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive() or self.popup.isHidden():
                self.search()
            self._go(self.popup.rows.currentItem())
        else:
            return False
        return True

    def _close(self) -> None:
        """Forget what was looked for and go back to where the person was."""
        self.popup.hide()
        self._timer.stop()
        self._box.setText("")
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _step(self, by: int) -> None:
        rows = self.popup.rows
        number = rows.currentRow() + by
        while 0 <= number < rows.count():
            if rows.item(number).flags() & Qt.ItemFlag.ItemIsSelectable:
                rows.setCurrentRow(number)
                return
            number += by

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is None or row_of(item).data is None:
            return
        kind, record_id = row_of(item).data
        self.popup.hide()
        self._box.setText("")
        self._desk.open(kind, record_id)

    def _show(self, rows: list[Row]) -> None:
        view = self.popup.rows
        show_rows(view, rows)
        view.setCurrentRow(-1)
        self._step(1)
        height = sum(view.sizeHintForRow(number) for number in range(view.count())) + 2 * UNIT
        width = max(self._box.width(), _LEAST_WIDTH)
        corner = self._box.mapTo(self._window, QPoint(0, self._box.height() + HALF))
        left = min(corner.x(), self._window.width() - width - UNIT)
        self.popup.setGeometry(left, corner.y(), width, min(height + HALF, _MOST_HEIGHT))
        self.popup.raise_()
        self.popup.show()
        view.scrollToTop()  # The heading of the first hit stands above it.
