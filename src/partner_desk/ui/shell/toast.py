"""A short message over the page, with Undo when it tells of something that can be taken back."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from partner_desk.ui.look.theme import GAP, UNIT, set_look

_SHOWN = 7000
_WIDEST = 640


class Toast(QFrame):
    """Stands at the lower edge of the window for some seconds; longer while the mouse is on it."""

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setProperty("banner", "info")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self.tr("Undo"), self)
        set_look(self.button, "role", "flat")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, UNIT, UNIT, UNIT)
        row.setSpacing(GAP)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._timed_out)
        self.button.clicked.connect(self._undo)
        parent.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        """The message shown last."""
        return self._text.text()

    def show_message(self, text: str, undo: bool) -> None:
        """Show ``text`` for some seconds, with an Undo button if wanted."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setVisible(undo)
        self._place()
        self.raise_()
        self.show()
        self._timer.start(_SHOWN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        parent = self._page
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        button = self.button.sizeHint().width() + GAP if self.button.isVisibleTo(self) else 0
        width = min(words + button + 3 * GAP, _WIDEST, parent.width() - 2 * GAP)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - 5 * UNIT, width, height)

    def _timed_out(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start(_SHOWN)
        else:
            self.hide()

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()
