"""What was said not to be the same, to be looked through and taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.rows import Row, RowList, show_rows
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT

if TYPE_CHECKING:
    from partner_desk.model.office import NotSame
    from partner_desk.services.duplicates.apart import Apart

_WIDTH, _HEIGHT = 560, 420


class ApartDialog(QDialog):
    """Pairs of records; one is chosen and taken back by the button, Enter or a double click."""

    chosen = Signal(object)
    """The ``NotSame`` that is to be taken back."""

    def __init__(
        self, desk: Desk, about: str, found: "list[Apart]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kept apart"))
        self._said: list[NotSame] = [each.said for each in found]
        self.list = RowList()
        self.list.setAccessibleName(self.windowTitle())
        show_rows(self.list, [
            Row(self.tr("{0} and {1}").format(*each.names), each.said.reason) for each in found
        ])
        self.list.itemDoubleClicked.connect(self.take_back)  # Enter is the button's.
        self._buttons = self._make_buttons(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        column.setSpacing(UNIT)
        title = self.tr("{0} kept apart").format(about)
        column.addWidget(words_label(title, "heading"))
        column.addWidget(words_label(self.tr(
            "These were said not to be the same. Take back what was said by mistake, and the two "
            "are listed again."
        )))
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons)
        self.resize(_WIDTH, _HEIGHT)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def take_back(self) -> None:
        """Take back what is chosen in the list."""
        row = self.list.currentRow()
        if row >= 0 and self.back_button.isEnabled():
            self.accept()
            self.chosen.emit(self._said[row])

    def _make_buttons(self, desk: Desk) -> QDialogButtonBox:
        buttons, roles = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.back_button = buttons.addButton(self.tr("Take back"), roles.ActionRole)
        self.back_button.setProperty("role", "primary")
        self.back_button.setDefault(True)
        self.back_button.setEnabled(bool(self._said))
        self.back_button.clicked.connect(self.take_back)
        desk.only_to_write(self.back_button)
        buttons.addButton(self.tr("Close"), roles.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons
