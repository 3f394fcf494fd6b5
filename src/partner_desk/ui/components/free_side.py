"""A side of a page that is no list of records, such as a tree or a map."""

from PySide6.QtWidgets import QTabBar, QWidget

from partner_desk.ui.desk import Changed, Desk


class FreeSide(QWidget):
    """What a page of sides asks of one; what it cannot do it leaves as it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def take_switch(self, switch: QTabBar) -> None:
        """Put the switch between the sides at its head."""
        raise NotImplementedError

    def focus_filter(self) -> None:
        """Put the cursor into the filter (Ctrl+F)."""

    def begin(self) -> None:
        """Begin a record (Ctrl+N)."""

    def export(self) -> None:
        """Write what is shown to Excel (Ctrl+E)."""

    def refresh(self, changed: Changed) -> None:
        """Read anew what ``changed`` touches."""

    def commit(self) -> None:
        """Save what is still being typed."""
