"""What the shell expects of every area."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from partner_desk.ui.components.controls import enter_presses
from partner_desk.ui.desk import Changed, Desk


@dataclass(frozen=True)
class Place:
    """Where somebody is on a page, for the same page of another window."""

    side: int = 0
    """Which of its lists is shown, from 0."""
    choice: int = 0
    """Which of the chips above the list."""
    search: str = ""
    """What stands in the filter."""
    record: str = ""
    """The id of the record that is open; "" when none is."""
    tab: int = 0


class Page(QWidget):
    """One area of the window.

    A page that is hidden remembers what changed and refreshes when it is shown again. A page that
    cannot do one of these things leaves its method as it is.
    """

    kinds: ClassVar[tuple[str, ...]] = ()
    """Kinds whose records open here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._missed: list[Changed] = []
        desk.changed.connect(self._changed)

    def open_record(self, record_id: str, kind: str = "") -> None:
        """Show the record with this id; ``kind`` is one of ``kinds``."""

    def show_list(self, key: str) -> None:
        """Show one of the page's lists by its key, such as "unverified"."""

    def show_came_in(self, kind: str, change_set_id: str) -> None:
        """List the records of ``kind`` that came in by an import, by its change set."""

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the list (Ctrl+F)."""

    def new_record(self) -> None:
        """Begin a record (Ctrl+N)."""

    def print_current(self) -> None:
        """Print what is shown (Ctrl+P)."""

    def export_current(self) -> None:
        """Write the list that is shown to Excel."""

    def refresh(self, changed: Changed) -> None:
        """Read anew what ``changed`` touches."""

    def place(self) -> Place:
        """What is shown."""
        return Place()

    def come_back(self, place: Place) -> None:
        """Show what was shown at ``place``."""

    def commit(self) -> None:
        """Save what is still being typed, as before closing."""

    def _changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh(changed)
        else:
            self._missed.append(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if not enter_presses(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the page was hidden."""
        missed, self._missed = self._missed, []
        if missed:
            self.refresh(_together(missed))
        super().showEvent(event)


def _together(changes: list[Changed]) -> Changed:
    if any(each.everything for each in changes):
        return Changed()
    return Changed(
        frozenset().union(*(each.kinds for each in changes)),
        frozenset().union(*(each.ids for each in changes)),
    )
