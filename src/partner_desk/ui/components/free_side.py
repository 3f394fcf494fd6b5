"""A side of a page that is no list of records, such as a tree or a map."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from partner_desk.ui.desk import Changed, Desk


class FreeSide(QWidget):
    """What a page of sides asks of one; what it cannot do it leaves as it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._is_stale = False

    def take_switch(self, switch: QTabBar, *, beside: bool) -> None:
        """Put the switch between the sides at its head; ``beside``: in place of its title."""
        raise NotImplementedError

    def focus_filter(self) -> None:
        """Put the cursor into the filter (Ctrl+F)."""

    def begin(self) -> None:
        """Begin a record (Ctrl+N)."""

    def export(self) -> None:
        """Write what is shown to Excel (Ctrl+E)."""

    def refresh(self, changed: Changed) -> None:
        """Read anew what ``changed`` touches."""

    def read_anew(self) -> None:
        """Read all that is shown anew."""

    def read_when_seen(self) -> None:
        """Read anew now, or as soon as somebody looks at it."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.read_anew()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another side was shown."""
        if self._is_stale:
            self._is_stale = False
            self.read_anew()
        super().showEvent(event)

    def commit(self) -> None:
        """Save what is still being typed."""
