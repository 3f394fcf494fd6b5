"""After an import of a sheet: what was done, and the ways to go on."""

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partner_desk.services.importing.preview import ImportPreview
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon, pixmap
from partner_desk.ui.look.theme import EMPTY_PAGE_ICON_SIZE, GAP, UNIT

_WIDE = 560


class DoneStep(QWidget):
    """Says what became of all rows; whatever a person wants next goes out by a signal."""

    list_wanted = Signal()
    undo_wanted = Signal()
    refused_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_undone = False
        """Whether the import was taken back."""
        self._drawing = QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title = words_label("", "title")
        self.lines = words_label("")
        for label in (self.title, self.lines):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(_WIDE)
        self.list_button = self._button(self.tr("&Go to the list"), "", self.list_wanted)
        self.list_button.setProperty("role", "primary")
        self.undo_button = self._button(self.tr("&Undo the import"), "undo", self.undo_wanted)
        self.refused_button = self._button(
            self.tr("Save re&fused rows…"), "export", self.refused_wanted)
        self.another_button = self._button(
            self.tr("Import &another"), "import", self.another_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        for each in (self.list_button, self.undo_button, self.refused_button,
                     self.another_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addStretch(2)
        for part in (self._drawing, self.title, self.lines):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_result(self, result: ImportPreview, remembered: str) -> None:
        """Say what was written; ``remembered`` is one more sentence."""
        plural = self._desk.plural
        count = result.new + result.changed
        self.is_undone = False
        self._draw("success")
        self.title.setText(plural("{0} row was imported.", "{0} rows were imported.", count))
        lines = [
            plural("{0} is new.", "{0} are new.", result.new) if result.new else "",
            plural("{0} was changed.", "{0} were changed.", result.changed)
            if result.changed else "",
            plural("{0} was there already as it is.", "{0} were there already as they are.",
                   result.unchanged) if result.unchanged else "",
            plural("{0} was refused and is not in the office.",
                   "{0} were refused and are not in the office.", result.refused)
            if result.refused else "",
            plural("{0} was blank.", "{0} were blank.", result.blank) if result.blank else "",
            remembered,
        ]
        self.lines.setText("\n".join(each for each in lines if each))
        self.refused_button.setVisible(result.refused > 0)
        self.undo_button.setVisible(bool(result.change_set_id))
        self.list_button.setVisible(True)
        self._focus_soon(self.list_button)

    def show_undone(self) -> None:
        """The import was taken back."""
        self.is_undone = True
        self._draw("undo")
        self.title.setText(self.tr("The import was taken back."))
        self.lines.setText(self.tr("Nothing of this sheet is in the office any more. Go Back to "
                                   "look at it again, or import another."))
        self.undo_button.setVisible(False)
        self.list_button.setVisible(False)
        self._focus_soon(self.another_button)

    def follow_undo(self, set_id: str) -> None:
        """Say whether the import with this change set was, or can be, taken back."""
        if not set_id:
            return
        found = self._desk.read(lambda reader: reader.change_set(set_id))
        if found is not None and found.undone_by:
            self.show_undone()
            return
        newest = self._desk.store.next_undo()
        may = newest is not None and newest.id == set_id
        self.undo_button.setEnabled(may)
        self.undo_button.setToolTip("" if may else self.tr(
            "Something was changed since; undo that first."))

    @staticmethod
    def _focus_soon(button: QPushButton) -> None:
        # While a job still counts as writing, the page is disabled and nothing takes the focus.
        QTimer.singleShot(0, button, lambda: button.setFocus(Qt.FocusReason.OtherFocusReason))

    def _draw(self, picture: str) -> None:
        tone = "success" if picture == "success" else "muted"
        ratio = self.devicePixelRatioF()
        self._drawing.setPixmap(pixmap(picture, EMPTY_PAGE_ICON_SIZE, tone, ratio))

    def _button(self, words: str, picture: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        if picture:
            button.setIcon(icon(picture))
        button.clicked.connect(lambda: signal.emit())
        return button
