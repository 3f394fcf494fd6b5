"""The first rows of a sheet as a table with Excel's letters and row numbers."""

from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from partner_desk.files.sheets.look import CellValue, Damage, Look
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.shell.sheets.words import one_line

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST_ROWS = 200
_DRESSED = frozenset((
    Qt.ItemDataRole.FontRole, Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole,
))


class SampleTable(QAbstractTableModel):
    """What stands above the headings, the headings, and the first rows under them."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.header_row = look.reading.header_row or 0
        self._aside = look.reading.explained_row or 0
        self._rows = _rows(look)
        width = max(look.columns, default=-1) + 1
        self._width = max([width, *(len(cells) for _, cells in self._rows)], default=0)

    def number_at(self, row: int) -> int:
        """Excel's number of a row of this table."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else 0

    def row_of(self, number: int) -> int:
        """The row of this table with Excel's number; -1 where it is not shown."""
        return next((row for row, each in enumerate(self._rows) if each[0] == number), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, cells = self._rows[index.row()]
        value = cells[index.column()] if index.column() < len(cells) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = shown_cell(value)
            return one_line(text) if role == Qt.ItemDataRole.DisplayRole else text
        if role == Qt.ItemDataRole.TextAlignmentRole and _is_number(value):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        # To fit the columns all cells are asked for a dozen roles; most have no answer.
        return self._dress(number, value, role) if role in _DRESSED else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self._rows[section][0]}"
        return letters(section)

    def _dress(self, number: int, value: CellValue, role: int) -> Any:
        colours = current_colours()
        if role == Qt.ItemDataRole.FontRole and number == self.header_row:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and number == self.header_row:
            return QColor(colours.info_soft)
        if role == Qt.ItemDataRole.ForegroundRole:
            if isinstance(value, Damage):
                return QColor(colours.error)
            if number < self.header_row or number == self._aside:
                return QColor(colours.muted)
            if number == self.header_row:
                return QColor(colours.info)
        return None


def letters(column: int) -> str:
    """Excel's letters of a column counted from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def shown_cell(value: CellValue) -> str:
    """A cell as the text that a person would see."""
    if value is None:
        return ""
    if isinstance(value, Damage):
        return value.text
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.strftime("%m/%d/%Y") if midnight else value.strftime("%m/%d/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%m/%d/%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def _is_number(value: CellValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _rows(look: Look) -> list[tuple[int, tuple[CellValue, ...]]]:
    """Numbers and cells from column A on; those from the sheet as it stands come first."""
    header = look.reading.header_row or 0
    last = max(header, look.reading.explained_row or 0)
    found: dict[int, tuple[CellValue, ...]] = {
        each.number: each.cells for each in look.above if each.number <= last
    }
    if header and header not in found:
        found[header] = _spread(look.raw_headings, look.columns)
    for each in look.sample[:_MOST_ROWS]:
        found[each.number] = _spread(each.cells, look.columns)
    return sorted(found.items())


def _spread(cells: tuple[CellValue, ...], columns: tuple[int, ...]) -> tuple[CellValue, ...]:
    """Cells at their places in the sheet."""
    spread: list[CellValue] = [None] * (max(columns, default=-1) + 1)
    for place, value in zip(columns, cells, strict=False):
        spread[place] = value
    return tuple(spread)
