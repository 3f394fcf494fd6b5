"""Step 3: what would happen to every row, like a diff, and what a person decides about some."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.files.web_codes import WEB_CODES
from partner_desk.services.importing.preview import ImportPreview
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.forms.ui_sheet_outcome import Ui_SheetOutcomeForm
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.deciding import DecidingRows
from partner_desk.ui.shell.sheets.detail import RowDetail
from partner_desk.ui.shell.sheets.rows import RowsTable, Typed
from partner_desk.ui.shell.sheets.states import StateCard, StateCards
from partner_desk.ui.shell.sheets.words import STATE_WORDS

_TYPING = 120


class OutcomeStep(QWidget):
    """Shows an ``ImportPreview``; decisions go out by ``decided``."""

    decided = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SheetOutcomeForm()
        self.ui.setupUi(self)
        self._desk, text = desk, desk.text
        self._begun = False
        self.states = StateCards(
            [StateCard(state, text(words.many), words.tone, fixed=state == "blank")
             for state, words in STATE_WORDS.items()],
            self)
        self.states.choose("all")
        self.states.chosen.connect(self._narrow)
        row = QVBoxLayout(self.ui.states)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.states)
        self._deciding = DecidingRows(
            desk, self.ui.splitter, self.ui.rows, self.ui.detail, "sheet")
        self._deciding.decided.connect(self.decided)
        self.undecided = words_label("", "warning")
        self.ui.column.addWidget(self.undecided)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._narrow)
        self.ui.filter.textChanged.connect(lambda: self._typing.start())
        self.setFocusProxy(self.ui.rows)

    @property
    def rows(self) -> RowsTable | None:
        """The rows that are listed; None before a sheet was compared."""
        return self._deciding.rows

    @property
    def detail(self) -> RowDetail:
        """What becomes of the row that is looked at."""
        return self._deciding.detail

    def show_preview(
        self, seen: ImportPreview, decisions: Mapping[str, str], typed: Mapping[int, Typed]
    ) -> None:
        """Show what would happen; the row looked at and the state chosen stay.

        ``typed`` are the cells of refused rows, by Excel's number.
        """
        kept = self._deciding.current() if self._begun else None
        self._begun = True
        self._deciding.show_rows(seen.rows, decisions, typed)
        self._show_parts(True)
        self._count(seen)
        if not self.states.cards[self.states.current()].isEnabled():
            self.states.choose("all")
        self._deciding.narrow(self.states.current(), self.ui.filter.text(), keep=kept)

    def told_of_all(self, seen: ImportPreview) -> str:
        """What was put right in so many cells that it is told once, "" for nothing."""
        return " ".join(problem_sentence(each.code, each.values, self._desk.text)
                        for each in seen.notes if each.code == WEB_CODES)

    def list_state(self, state: str) -> None:
        """List the rows of one state."""
        self.states.choose(state)
        self._narrow()

    def begin(self) -> None:
        """Another sheet: nothing is seen of the one before, everything is listed again."""
        self._begun = False
        self._show_parts(False)
        self.states.choose("all")
        self.ui.filter.clear()

    def show_decided(self) -> None:
        """A decision was made: states and detail say so."""
        self._deciding.show_decided()
        if self.rows is not None:
            self._show_states(self.rows.counts())

    def _show_parts(self, visible: bool) -> None:
        for part in (self.states, self.ui.splitter, self.undecided):
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
        self.undecided.setText(sentence := self._deciding.undecided())
        self.undecided.setVisible(bool(sentence))
        for state in ("double", "left", "aside"):
            card = self.states.cards[state]
            card.show_number(counts.get(state, 0))
            card.setVisible(counts.get(state, 0) > 0 or card.isChecked())

    def _narrow(self) -> None:
        self._deciding.narrow(self.states.current(), self.ui.filter.text())
