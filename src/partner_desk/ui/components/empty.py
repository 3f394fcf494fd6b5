"""What an empty place says: what belongs there, and the ways to begin."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from partner_desk.ui.look.icons import icon, pixmap
from partner_desk.ui.look.theme import EMPTY_PAGE_ICON_SIZE, GAP, SECTION, UNIT

_LETTERS = 76
"""As many letters as a line may have."""


class EmptyState(QWidget):
    """A drawing, a sentence that teaches, and buttons that begin."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._drawing = QLabel()
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = _label("heading")
        self._text = _label("")
        # One below the other: side by side, large text would make the whole list too wide.
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(UNIT)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(UNIT)
        column.addStretch(2)
        # Not aligned by the layout: a wrapped text would be given too little height.
        for widget in (self._drawing, self._title, self._text):
            column.addWidget(widget)
        column.addSpacing(GAP - UNIT)
        column.addLayout(self._buttons)
        column.addStretch(3)
        self._draw()

    def say(self, title: str, text: str) -> None:
        """Say what belongs here or why nothing is here."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def offer(self, words: str, picture: str, begin: Callable[[], None], *, first: bool) -> None:
        """Add a button; the ``first`` way to begin is the accented one."""
        button = QPushButton(words)
        if first:
            button.setProperty("role", "primary")
            self.setFocusProxy(button)
        button.setIcon(icon(picture, "on_accent" if first else "text"))
        button.clicked.connect(lambda: begin())
        self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_silent(self, silent: bool) -> None:
        """Say nothing at all, as beside a list that has nothing to choose from."""
        for widget in (self._drawing, self._title, self._text):
            widget.setVisible(not silent)

    def show_buttons(self, visible: bool) -> None:
        """Offer the ways to begin only where nothing has begun."""
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read in a wide page."""
        super().resizeEvent(event)
        longest = self.fontMetrics().averageCharWidth() * _LETTERS
        side = max(SECTION, (self.width() - longest) // 2)
        self._column.setContentsMargins(side, SECTION, side, SECTION)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture anew in the colours of the other scheme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_drawing"):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._drawing.setPixmap(pixmap(self._picture, EMPTY_PAGE_ICON_SIZE, "muted", ratio))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if role:
        label.setProperty("textRole", role)
    return label
