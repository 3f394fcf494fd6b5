"""Columns of a table that fit its width: one takes the room there is, the last ones wait for it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

LETTER = 6.08
"""Logical pixels of an average letter in the text that the widths are given for."""


class FittingColumns(QObject):
    """Shows as many columns as fit beside one another, from the first on; none is ever cut off.

    ``widths`` are the logical pixels each column needs in text of the usual size, ``stretch`` the
    place of the one that takes what is left over. What does not fit is found in the record, and
    comes when the list is made wider. Larger text needs wider columns, and gets them.
    """

    def __init__(self, table: QTableView, widths: Sequence[int], stretch: int) -> None:
        super().__init__(table)
        self._table, self._widths, self._stretch = table, tuple(widths), stretch
        self._left_out: frozenset[int] = frozenset()
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._needed: list[int] = []
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        self._measure()

    def leave_out(self, places: Iterable[int]) -> None:
        """Show no columns at these places, however wide the list is."""
        self._left_out = frozenset(places)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the list was made wider or narrower, or its text larger."""
        if watched is self._table:
            if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
                self._measure()
        elif event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        """Widen the columns for the size of the text, when it is another one than before."""
        scale = QFontMetricsF(self._table.font()).averageCharWidth() / LETTER
        needed = [round(width * scale) for width in self._widths]
        if needed != self._needed:
            self._needed = needed
            for place, width in enumerate(needed):
                self._table.setColumnWidth(place, width)
        self._fit()

    def _fit(self) -> None:
        room, used = self._table.viewport().width(), 0
        for place, width in enumerate(self._needed):
            left_out = place in self._left_out
            used += 0 if left_out else width
            # The one that takes the room is never the one to go.
            hidden = left_out or (place not in (0, self._stretch) and used > room)
            if self._table.isColumnHidden(place) != hidden:
                self._table.setColumnHidden(place, hidden)
