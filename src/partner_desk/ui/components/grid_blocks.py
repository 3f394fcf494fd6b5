"""Blocks of cells: copied, cut, pasted, emptied and filled down as in a spreadsheet."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from partner_desk.ui.components.clipboard import cell_text, cells_of
from partner_desk.ui.components.grid_rows import GridRows
from partner_desk.ui.components.grid_table import GridTable
from partner_desk.ui.desk import Desk


class GridBlocks(QObject):
    """What can be done with the chosen cells of a grid, each in one change that Undo takes back."""

    changed = Signal()

    def __init__(self, desk: Desk, rows: GridRows, table: GridTable) -> None:
        super().__init__(table)
        self._desk, self._rows, self._table = desk, rows, table

    def paste(self) -> None:
        """Put what a spreadsheet copied at the chosen cells; one cell fills all of them."""
        cells = cells_of(QGuiApplication.clipboard().text())
        chosen = self._chosen()
        if not cells or not chosen or self._desk.read_only:
            return
        top, left = chosen[0].row(), chosen[0].column()
        if len(cells) == 1 and len(cells[0]) == 1:
            height = chosen[-1].row() - top + 1
            cells = [cells[0] * (chosen[-1].column() - left + 1)] * height
        self._rows.paste(top, left, cells)
        width = max(len(each) for each in cells)
        self._choose_block(top, left, len(cells), width)
        room = self._rows.columnCount() - left
        beyond = width - room
        if any(text.strip() for each in cells for text in each[room:]):
            self._desk.tell(self.tr("Columns pasted beyond the last one: {0}. They were left out.")
                            .format(beyond))
        self.changed.emit()

    def copy(self) -> None:
        """Copy the chosen cells as a spreadsheet would."""
        lines: dict[int, list[str]] = {}
        for index in self._chosen():
            words = str(index.data() or index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            lines.setdefault(index.row(), []).append(cell_text(words))
        QGuiApplication.clipboard().setText("\n".join("\t".join(each) for each in lines.values()))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.empty()

    def empty(self) -> None:
        """Empty the chosen cells, in one change; the rows stay."""
        self._put({index: "" for index in self._chosen() if self._stands(index)})

    def fill_down(self) -> None:
        """Put the topmost of the chosen cells into those below, or the cell above into one."""
        chosen = self._chosen()
        if not chosen:
            return
        top = chosen[0].row()
        source = top - 1 if chosen[-1].row() == top else top
        if source < 0:
            return
        above = self._rows.rows[source]
        self._put({
            index: above.value(self._rows.fields[index.column()].name)
            for index in chosen if index.row() > source
        })

    def _chosen(self) -> list[QModelIndex]:
        """The chosen cells, row by row; the current one when none is."""
        current = self._table.currentIndex()
        chosen = self._table.selectedIndexes() or [current]
        return sorted(
            (each for each in chosen if each.isValid()),
            key=lambda each: (each.row(), each.column()),
        )

    def _stands(self, index: QModelIndex) -> bool:
        """Whether a cell holds anything."""
        row, column = self._rows.rows[index.row()], self._rows.fields[index.column()]
        return row.value(column.name) not in ("", None, False)

    def _put(self, cells: Mapping[QModelIndex, Any]) -> None:
        """Fill cells, in one change when they are more than one."""
        if self._desk.read_only or not cells:
            return
        if len(cells) == 1:
            index, value = next(iter(cells.items()))
            self._rows.store_cell(
                self._rows.rows[index.row()], self._rows.fields[index.column()], value
            )
        else:
            by_row: dict[int, dict[str, Any]] = {}
            for index, value in cells.items():
                by_row.setdefault(index.row(), {})[self._rows.fields[index.column()].name] = value
            self._rows.put([(self._rows.row_for(place), each) for place, each in by_row.items()])
        self.changed.emit()

    def _choose_block(self, top: int, left: int, height: int, width: int) -> None:
        last = self._rows.index(
            min(top + height, self._rows.rowCount()) - 1,
            min(left + width, self._rows.columnCount()) - 1,
        )
        first = self._rows.index(top, left)
        self._table.go_to(top, left)
        self._table.selectionModel().select(
            QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
