"""What each party gives and answers for, side by side: to read through before it is printed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from partner_desk.model.agreements import (
    PAYERS,
    AgreementService,
    FinancialResponsibility,
    Outcome,
)
from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.components.showing import shown_money
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, HALF, UNIT

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

Told = tuple[str, str]
"""A row of a division: what it is about, and a line of details ("" for none)."""
Divisions = list[tuple[str, dict[str, list[Told]]]]
"""Of each division its name, and by party what falls to it."""

_KINDS = ("agreement_service", "outcome", "financial_responsibility")


class ByParty(RecordPart):
    """A column for each party, a band for each division."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: list[QWidget] = []
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, GAP, HALF, GAP)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(UNIT)
        name = self.tr("The divisions side by side by party")
        area = Scrolling(self._inside, name, across=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(area)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._shown = []
        divisions = self._desk.read(lambda reader: self._read(reader, record.id))
        parties = [each for each in PAYERS
                   if each.value != "other" or any(rows.get("other") for _, rows in divisions)]
        for place, party in enumerate(parties):
            self._put(words_label(self._desk.text(party.label), "heading"), 0, place)
            self._grid.setColumnStretch(place, 1)
        for number, (name, rows) in enumerate(divisions):
            top = 1 + 2 * number
            self._put(words_label(name, "label"), top, 0, len(parties))
            for place, party in enumerate(parties):
                self._put(self._card(rows.get(party.value, [])), top + 1, place)
        self._grid.setRowStretch(1 + 2 * len(divisions), 1)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_KINDS)

    def _read(self, reader: "Reader", agreement_id: str) -> Divisions:
        desk = self._desk
        services: dict[str, list[Told]] = {}
        for each in reader.find(AgreementService, agreement_id=agreement_id):
            more = ", ".join(filter(None, (each.place, each.frequency)))
            services.setdefault(each.provider, []).append((each.description, more))
        outcomes: dict[str, list[Told]] = {}
        for outcome in reader.find(Outcome, agreement_id=agreement_id):
            outcomes.setdefault(outcome.answerable, []).append(
                (outcome.statement, outcome.indicator)
            )
        financial: dict[str, list[Told]] = {}
        for row in reader.find(FinancialResponsibility, agreement_id=agreement_id):
            amount = "" if row.amount is None else shown_money(row.amount)
            kind = self.tr("{0} in kind").format(amount) if row.in_kind else amount
            financial.setdefault(row.payer, []).append((row.item, kind.strip()))
        return [
            (desk.text(AgreementService.plural), services),
            (desk.text(Outcome.plural), outcomes),
            (desk.text(FinancialResponsibility.plural), financial),
        ]

    def _card(self, rows: list[Told]) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, UNIT, GAP, UNIT)
        column.setSpacing(UNIT)
        for what, more in rows:
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(words_label(what))
            if more:
                told.addWidget(words_label(more, "caption"))
            column.addLayout(told)
        if not rows:
            nothing = QLabel("–")
            nothing.setProperty("textRole", "caption")
            nothing.setAccessibleName(self.tr("nothing"))
            column.addWidget(nothing)
        column.addStretch(1)
        return card

    def _put(self, widget: QWidget, row: int, column: int, span: int = 1) -> None:
        self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag(0))
        self._shown.append(widget)
