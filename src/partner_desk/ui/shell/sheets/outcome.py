"""Step 3: what would happen to every row, like a diff, and what a person decides about some."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from partner_desk.services.importing.preview import ImportPreview
from partner_desk.ui.components.fitting_columns import FittingColumns
from partner_desk.ui.components.listing import CellDelegate
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_sheet_outcome import Ui_SheetOutcomeForm
from partner_desk.ui.look.theme import UNIT, dress_table
from partner_desk.ui.shell.sheets.detail import RowDetail
from partner_desk.ui.shell.sheets.rows import SUMMARY, RowsTable, Typed
from partner_desk.ui.shell.sheets.states import StateCard, StateCards
from partner_desk.ui.shell.sheets.words import STATE_WORDS

_WIDTHS = (60, 190, 140, 240)
_TYPING = 120


class OutcomeStep(QWidget):
    """Shows an ``ImportPreview``; decisions go out by ``decided``."""

    decided = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SheetOutcomeForm()
        self.ui.setupUi(self)
        self._desk = desk
        self.rows: RowsTable | None = None
        self._decisions: Mapping[str, str] = {}
        self._typed: Mapping[int, Typed] = {}
        text = desk.text
        self.states = StateCards(
            [StateCard(state, text(words.many), words.tone, fixed=state == "blank")
             for state, words in STATE_WORDS.items()],
            self)
        self.states.choose("all")
        self.states.chosen.connect(self._narrow)
        row = QVBoxLayout(self.ui.states)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.states)
        self.detail = RowDetail(desk)
        self.detail.decided.connect(self.decided)
        self.ui.detail.setWidget(self.detail)
        self.ui.detail.setMinimumWidth(37 * UNIT)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._narrow)
        self.ui.filter.textChanged.connect(lambda: self._typing.start())
        dress_table(self.ui.rows)
        self.ui.rows.setItemDelegate(CellDelegate(self.ui.rows))
        splitter = self.ui.splitter
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([700, 400])
        keep_shares(desk, splitter, "sheet")
        self.setFocusProxy(self.ui.rows)

    def show_preview(
        self, seen: ImportPreview, decisions: Mapping[str, str], typed: Mapping[int, Typed]
    ) -> None:
        """Show what would happen; the row looked at and the state chosen stay.

        ``typed`` are the cells of refused rows, by Excel's number.
        """
        kept = self.current_number()
        self._decisions, self._typed = decisions, typed
        table, old = self.ui.rows, self.rows
        self.rows = RowsTable(seen.rows, decisions, self._desk.text, self.tr, typed, table)
        table.setModel(self.rows)
        if old is None:
            FittingColumns(table, _WIDTHS, SUMMARY)
            table.horizontalHeader().setSectionResizeMode(
                SUMMARY, QHeaderView.ResizeMode.Stretch)
        else:
            old.deleteLater()
        table.selectionModel().currentRowChanged.connect(self._show_current)
        self._show_parts(True)
        self._count(seen)
        if not self.states.cards[self.states.current()].isEnabled():
            self.states.choose("all")
        self._narrow(keep=kept)

    def current_number(self) -> int:
        """Excel's number of the row that is looked at; 0 for none."""
        row = self.rows.row_at(self.ui.rows.currentIndex().row()) if self.rows else None
        return row.number if row else 0

    def list_state(self, state: str) -> None:
        """List the rows of one state."""
        self.states.choose(state)
        self._narrow()

    def begin(self) -> None:
        """Another sheet: nothing is seen of the one before, everything is listed again."""
        self._show_parts(False)
        self.states.choose("all")
        self.ui.filter.clear()

    def show_decided(self) -> None:
        """A decision was made: states and detail say so."""
        if self.rows is not None:
            self.rows.decided()
            self._show_states(self.rows.counts())
            self._show_detail()

    def _show_parts(self, visible: bool) -> None:
        for part in (self.states, self.ui.splitter):
            part.setVisible(visible)

    def _count(self, seen: ImportPreview) -> None:
        cards = self.states.cards
        cards["all"].show_number(seen.read)
        for state in ("changed", "unchanged", "refused", "blank"):
            cards[state].show_number(getattr(seen, state))
        cards["new"].show_number(seen.new)
        if self.rows is not None:
            self._show_states(self.rows.counts())

    def _show_states(self, counts: Mapping[str, int]) -> None:
        for state in ("double", "left"):
            card = self.states.cards[state]
            card.show_number(counts.get(state, 0))
            card.setVisible(counts.get(state, 0) > 0 or card.isChecked())

    def _narrow(self, _state: str = "", *, keep: int = 0) -> None:
        if self.rows is None:
            return
        self.rows.narrow(self.states.current(), self.ui.filter.text())
        place = max(self.rows.place_of(keep), 0) if keep else 0
        table = self.ui.rows
        if self.rows.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            index = self.rows.index(place, 0)
            table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            table.scrollTo(index)
        self._show_detail()

    def _show_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_detail()

    def _show_detail(self) -> None:
        model = self.rows
        row = model.row_at(self.ui.rows.currentIndex().row()) if model else None
        state = model.state_of(row) if model and row else "all"
        decision = self._decisions.get(row.key, row.decision) if row else ""
        typed = self._typed.get(row.number, ()) if row else ()
        self.detail.show_row(row, state, decision, typed)
