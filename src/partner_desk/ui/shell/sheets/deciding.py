"""Rows beside what becomes of one of them: there a person decides, of sheets and directories."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QHeaderView, QScrollArea, QSplitter, QTableView

from partner_desk.services.importing.preview import SeenRow
from partner_desk.ui.components.fitting_columns import FittingColumns
from partner_desk.ui.components.listing import CellDelegate
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import UNIT, dress_table
from partner_desk.ui.shell.sheets.detail import RowDetail
from partner_desk.ui.shell.sheets.rows import SUMMARY, RowsTable, Typed

_WIDTHS = (60, 190, 140, 240)


class DecidingRows(QObject):
    """Fills a table and the area beside it; what is decided goes out by ``decided``."""

    decided = Signal(str, str)
    """Key of a row, and what was decided: AS_NEW, LEFT_OUT or the id of a record."""

    def __init__(
        self, desk: Desk, splitter: QSplitter, table: QTableView, area: QScrollArea, shares: str
    ) -> None:
        super().__init__(splitter)
        self._desk, self._table = desk, table
        self.rows: RowsTable | None = None
        self._decisions: Mapping[str, str] = {}
        self._typed: Mapping[int, Typed] = {}
        self.detail = RowDetail(desk)
        self.detail.decided.connect(self.decided)
        area.setWidget(self.detail)
        area.setMinimumWidth(37 * UNIT)
        dress_table(table)
        table.setItemDelegate(CellDelegate(table))
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([700, 400])
        keep_shares(desk, splitter, shares)

    def show_rows(
        self, rows: Sequence[SeenRow], decisions: Mapping[str, str],
        typed: Mapping[int, Typed] | None = None,
    ) -> None:
        """Show these rows; ``narrow`` says which of them, and what is looked at.

        ``typed`` are the cells of refused rows, by Excel's number.
        """
        self._decisions, self._typed = decisions, typed or {}
        table, old = self._table, self.rows
        self.rows = RowsTable(rows, decisions, self._desk.text, self.tr, self._typed, table)
        table.setModel(self.rows)
        if old is None:
            FittingColumns(table, _WIDTHS, SUMMARY)
            table.horizontalHeader().setSectionResizeMode(
                SUMMARY, QHeaderView.ResizeMode.Stretch)
        else:
            old.deleteLater()
        table.selectionModel().currentRowChanged.connect(lambda: self._show_detail())

    def current(self) -> SeenRow | None:
        """The row that is looked at."""
        return self.rows.row_at(self._table.currentIndex().row()) if self.rows else None

    def narrow(self, state: str = "all", words: str = "", *, keep: SeenRow | None = None) -> None:
        """List the rows of ``state`` that hold all of ``words``; look at ``keep`` again."""
        if self.rows is None:
            return
        self.rows.narrow(state, words)
        place = max(self.rows.place_of(keep), 0) if keep else 0
        if self.rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            index = self.rows.index(place, 0)
            self._table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._table.scrollTo(index)
        self._show_detail()

    def show_decided(self) -> None:
        """A decision was made: states and detail say so."""
        if self.rows is not None:
            self.rows.decided()
            self._show_detail()

    def undecided(self) -> str:
        """What comes of the rows that nobody decided about, "" where there are none."""
        count = self.rows.counts().get("double", 0) if self.rows is not None else 0
        return self._desk.plural(
            "{0} possible duplicate is not decided: it comes in as new and waits on the "
            "Duplicates page.",
            "{0} possible duplicates are not decided: they come in as new and wait on the "
            "Duplicates page.", count) if count else ""

    def _show_detail(self) -> None:
        model, row = self.rows, self.current()
        state = model.state_of(row) if model and row else "all"
        decision = self._decisions.get(row.key, row.decision) if row else ""
        typed = self._typed.get(row.number, ()) if row else ()
        self.detail.show_row(row, state, decision, typed)
