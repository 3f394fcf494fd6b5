"""The resources somebody gathers for a family, one after the other, until the page is printed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.ui.areas.directory.paper_dialog import PaperDialog


class HandoutBasket(QObject):
    """Ids of chosen resources, in the order in which they were chosen."""

    changed = Signal(int)
    """How many are chosen now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ids: list[str] = []

    @property
    def full(self) -> bool:
        """Whether no other resource has room on the page."""
        from partner_desk.services.directory.papers import MOST_ON_A_HANDOUT

        return len(self.ids) >= MOST_ON_A_HANDOUT

    def holds(self, record_id: str) -> bool:
        """Whether this resource is chosen."""
        return record_id in self.ids

    def add(self, ids: Iterable[str]) -> None:
        """Choose these too; says so when the page has no room for them."""
        from partner_desk.services.directory.papers import MOST_ON_A_HANDOUT

        wanted = [each for each in dict.fromkeys(ids) if each not in self.ids]
        room = MOST_ON_A_HANDOUT - len(self.ids)
        self.ids += wanted[:room]
        if len(wanted) > room:
            words = self.tr("A handout has room for {0} resources; it is full.")
            self._desk.tell(words.format(MOST_ON_A_HANDOUT))
        else:
            count = self._desk.plural(
                "{0} resource is on the handout.", "{0} resources are on the handout.",
                len(self.ids),
            )
            self._desk.tell(count)
        self.changed.emit(len(self.ids))

    def remove(self, record_id: str) -> None:
        """Take a resource out."""
        if record_id in self.ids:
            self.ids.remove(record_id)
            self.changed.emit(len(self.ids))

    def clear(self) -> None:
        """Begin for another family."""
        self.ids.clear()
        self.changed.emit(0)

    def print_it(self, parent: QWidget) -> "PaperDialog":
        """Show the page of what is chosen."""
        from partner_desk.ui.areas.directory.paper_dialog import print_handout

        return print_handout(self._desk, parent, tuple(self.ids))
