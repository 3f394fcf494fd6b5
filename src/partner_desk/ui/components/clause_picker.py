"""A clause of the library, found by a part of its heading or text."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from partner_desk.model.library import LibraryClause
from partner_desk.model.queries import ListQuery
from partner_desk.services import library
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT


class ClausePicker(QDialog):
    """A filter above the clauses; Enter or a double click takes one."""

    picked = Signal(str)
    """The id of a clause of the library."""

    def __init__(
        self, desk: Desk, language: str, there: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Clauses whose keys are ``there`` already are left out."""
        super().__init__(parent)
        self._desk, self._language, self._there = desk, language, frozenset(there)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a clause from the library"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type a part of its heading or text"))
        self.filter.setAccessibleName(self.tr("Filter the clauses"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("filter", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self._show)
        self.filter.installEventFilter(self)
        self.list = RowList()
        self.list.setAccessibleName(desk.text(LibraryClause.plural))
        self.list.itemActivated.connect(lambda _: self._take())
        self._nothing = words_label(
            self.tr("No clause fits. Type fewer letters, or write a new one."), "caption"
        )
        self._lay_out()
        self._show()
        self.resize(520, 440)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while somebody types."""
        if watched is self.filter and isinstance(event, QKeyEvent) and (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            place = self.list.currentRow() + by
            self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        query = ListQuery("library_clause", search=self.filter.text())
        found = self._desk.read(
            lambda reader: reader.get_many(LibraryClause, reader.ids(query))
        )
        spanish = self._language == "es"
        rows = [
            Row(each.heading_es if spanish and each.heading_es else each.heading,
                " ".join((each.text_es if spanish and each.text_es else each.text).split())[:200],
                data=each.id)
            for each in found if library.key_of(each) not in self._there
        ]
        show_rows(self.list, rows)
        self.list.setCurrentRow(max(self.list.currentRow(), 0) if rows else -1)
        self._nothing.setVisible(not rows)
        self._ok.setEnabled(bool(rows))

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.picked.emit(row_of(item).data)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        self._ok = buttons.addButton(
            self.tr("Add clause"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._ok.setProperty("role", "primary")
        self._ok.setDefault(True)
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(self.filter)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
