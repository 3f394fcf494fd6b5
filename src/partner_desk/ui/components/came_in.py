"""A chip of a list that holds what came in by one import, until it is taken away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from partner_desk.model.queries import AnyOf, ChangedIn, Filter, HasChild
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import set_look

_LISTED_AS = {"contact": "organization"}
_MOST_WIDTH = 300
"""Logical pixels of the words; longer ones are cut and told in whole as a tip."""


def listed_as(kind: str) -> str:
    """The kind whose list shows what came in of ``kind``: people with their organizations."""
    return _LISTED_AS.get(kind, kind)


class CameIn(QToolButton):
    """Hidden while nothing is asked for; a click takes the condition away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.filters: tuple[Filter, ...] = ()
        """What narrows the list; nothing where no import is asked for."""
        self.setIcon(icon("close"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # The cross after the words.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(self, "chip", True)
        self.hide()
        self.clicked.connect(self.clear)

    def show_import(self, kind: str, change_set_id: str) -> None:
        """Ask for what of ``kind`` an import brought or changed."""
        itself = ChangedIn(change_set_id)
        has_it = HasChild(kind, (itself,))
        self.filters = (itself if listed_as(kind) == kind else AnyOf((itself, has_it)),)
        found = self._desk.read(lambda reader: reader.change_set(change_set_id))
        name = found.values.get("name", "") if found else ""
        words = self.tr("From the import of {0}").format(name)
        self.setText(self.fontMetrics().elidedText(
            words.replace("&", "&&"), Qt.TextElideMode.ElideMiddle, _MOST_WIDTH))
        self.setToolTip(self.tr("Take away: {0}").format(words))
        self.setAccessibleName(self.toolTip())
        self.show()

    def clear(self) -> None:
        """Ask for no import any more."""
        self.filters = ()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away, as a click does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)
