"""Areas that scroll downwards, and what stands in them ends in one line whether they do or not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class Scrolling(QScrollArea):
    """Scrolls ``inside`` as wide as there is room.

    With a ``name`` Tab stops at it, for parts without a control of their own. ``across`` lets it
    scroll sideways as well.
    """

    def __init__(
        self, inside: QWidget | None = None, name: str = "", *, across: bool = False
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        if not name:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not across:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)
        if inside is not None:
            self.setWidget(inside)


def keep_room_for_bar(area: QScrollArea) -> None:
    """Let the bar's place stay free while all is seen, so that nothing moves when it comes."""
    area.setVerticalScrollBar(_Bar())
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class _Bar(QScrollBar):
    """Is seen only while there is something to scroll to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
