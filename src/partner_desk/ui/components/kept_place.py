"""A table that is read anew stays scrolled to where it was."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView


class KeptPlace(QObject):
    """Holds the place that a table is scrolled to while ``on``; the table has its model already."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.on = False
        self._bar = table.verticalScrollBar()
        self._place = 0
        table.model().modelAboutToBeReset.connect(self._hold)
        table.model().modelReset.connect(self._keep)

    def _hold(self) -> None:
        self._place = self._bar.value()

    def _keep(self) -> None:
        if self.on:
            self._bar.setValue(self._place)
