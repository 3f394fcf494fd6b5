"""Columns of a table that fit its width: one takes the room there is, the last ones wait for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView


class FittingColumns(QObject):
    """Shows as many columns as fit beside one another, from the first on; none is ever cut off.

    ``widths`` are the logical pixels each column needs, ``stretch`` the place of the one that
    takes what is left over. What does not fit is found in the record, and comes when the list is
    made wider.
    """

    def __init__(self, table: QTableView, widths: Sequence[int], stretch: int) -> None:
        super().__init__(table)
        self._table, self._widths = table, tuple(widths)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(self._widths):
            table.setColumnWidth(place, width)
        table.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the list was made wider or narrower."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, used = self._table.viewport().width(), 0
        for place, width in enumerate(self._widths):
            used += width
            hidden = place > 0 and used > room
            if self._table.isColumnHidden(place) != hidden:
                self._table.setColumnHidden(place, hidden)
