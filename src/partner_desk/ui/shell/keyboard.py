"""The list of keys."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableWidgetItem, QWidget

from partner_desk.ui.forms.ui_keyboard import Ui_Keyboard
from partner_desk.ui.look.theme import dress_table


class KeyboardDialog(QDialog):
    """Keys and what they do, as this computer writes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Keyboard()
        self.ui.setupUi(self)
        table = self.ui.keys
        rows = self._rows()
        table.setColumnCount(2)
        table.setRowCount(len(rows))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        dress_table(table)
        for number, (keys, words) in enumerate(rows):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            table.setItem(number, 0, QTableWidgetItem(shown or keys))
            table.setItem(number, 1, QTableWidgetItem(words))
        table.horizontalHeader().setStretchLastSection(True)
        table.resizeColumnToContents(0)  # A language may spell keys out: "Mayúsculas".
        self.ui.buttons.rejected.connect(self.reject)

    def _rows(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("Search everything; Enter goes there")),
            ("Ctrl+F", self.tr("Filter the list that is shown")),
            ("Ctrl+N", self.tr("Add a record in this area")),
            ("Ctrl+Z", self.tr("Undo the last change")),
            ("Ctrl+Shift+Z", self.tr("Redo what was undone")),
            ("Ctrl+P", self.tr("Print what is shown")),
            ("Ctrl+E", self.tr("Export the list to Excel")),
            ("Ctrl+1", self.tr("Today")),
            ("Ctrl+2", self.tr("Partners")),
            ("Ctrl+3", self.tr("Agreements")),
            ("Ctrl+4", self.tr("Directory")),
            ("Ctrl+5", self.tr("Evaluations")),
            ("Ctrl+6", self.tr("Library")),
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl+O", self.tr("Open an office")),
            ("Alt+Up", self.tr("Move a row up, in tables whose order counts")),
            ("Alt+Down", self.tr("Move a row down, in tables whose order counts")),
            ("Ctrl+Shift+F", self.tr("Narrow the list of agreements or resources")),
            ("V", self.tr("In the list of resources: mark verified today, and on to the next")),
            ("Ctrl+Shift+V", self.tr("In a resource: mark verified today, and on to the next")),
            ("C", self.tr("In possible duplicates: combine")),
            ("N", self.tr("In possible duplicates: not the same")),
            ("L", self.tr("In possible duplicates: decide later")),
            ("Ctrl+D", self.tr("In a sheet: fill down what stands above")),
            ("Ctrl+-", self.tr("In a sheet: delete the row")),
            ("F2", self.tr("In a sheet: change what stands in the cell")),
            ("F1", self.tr("This list")),
        ]
