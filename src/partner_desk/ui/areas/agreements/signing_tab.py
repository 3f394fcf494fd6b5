"""Who signs, whose hands the paper goes through, and where it is now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import Agreement, RoutingStep, Signatory
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.services import routing, signing
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.components.showing import shown_date
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, HALF, UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_KINDS = ("agreement", "signatory", "routing_step", "signing_authority", "contact",
          "financial_responsibility")


class SigningTab(RecordPart):
    """The signatories above the routing of the paper; who may not sign is said at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Agreement | None = None
        self.refused = Banner(tone="warning")
        self.signatories = Grid(
            desk, Signatory, "agreement_id",
            ("party", "name", "title", "title_translated", "signed_on", "how"),
            title=desk.text(Signatory.plural),
            teach=self.tr("Who signs for each party; each gets a place on the signature page."),
            weights={"name": 2.0, "title": 2.0},
        )
        self.routing = Grid(
            desk, RoutingStep, "agreement_id", ("holder", "task", "reached_on", "done_on", "note"),
            title=desk.text(RoutingStep.plural),
            teach=self.tr(
                "Whose hands the paper goes through. Left empty, it goes to each who signs, the "
                "partner first, and comes back to the office."
            ),
            weights={"holder": 2.0, "note": 2.0},
        )
        self._first_heading = _heading(desk.text(Signatory.plural))
        self.where = words_label("")
        self.hand_button = QPushButton(self.tr("Hand on"))
        self.hand_button.setIcon(icon("chevron-right"))
        self.hand_button.setToolTip(
            self.tr("Who holds the paper is done with it today; the next one has it.")
        )
        self.hand_button.clicked.connect(self.hand_on)
        desk.only_to_write(self.hand_button)
        self._lay_out()

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Agreement):
            return
        self._record = record
        self.signatories.show_record(record)
        self.routing.show_record(record)
        self._show_refused(record)
        self._show_where(record)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_KINDS)

    def commit(self) -> None:
        self.signatories.commit()
        self.routing.commit()

    def focus_field(self, name: str) -> bool:
        return self.routing.focus_field(name) or self.signatories.focus_field(name)

    def hand_on(self) -> None:
        """The paper goes to whoever comes next."""
        record = self._record
        if record is None:
            return
        self.commit()
        try:
            next_one = self._desk.write(
                lambda: routing.hand_on(self._desk.store, record.id, self._desk.today())
            )
        except InputError as error:
            self.refused.show_message(self._sentence(error.problems[0]), "warning")
            return
        if next_one is not None:
            words = self.tr("{0} has the paper of {1} now.")
            name = record.number or record.title
            self._desk.tell(words.format(next_one.holder, name), undo=True)

    def _sentence(self, problem: Problem) -> str:
        return problem_sentence(problem.code, problem.values, self._desk.text)

    def _show_refused(self, record: Agreement) -> None:
        today = self._desk.today()
        found: list[Problem] = []
        if record.status in ("draft", "in_review", "out_for_signature"):
            try:
                found = self._desk.read(lambda reader: signing.refused(reader, record, today))
            except EnvironmentProblem as damaged:
                found = [Problem(damaged.code, values=damaged.values)]
        self.refused.setVisible(bool(found))
        self._first_heading.setContentsMargins(0, UNIT if found else 0, 0, 0)
        if found:
            self.refused.show_message("\n".join(map(self._sentence, found)), "warning")

    def _show_where(self, record: Agreement) -> None:
        words, goes_on = self._desk.read(lambda reader: self._where(reader, record))
        self.where.setText(words)
        self.where.setVisible(bool(words))
        self.hand_button.setVisible(goes_on)

    def _where(self, reader: "Reader", record: Agreement) -> tuple[str, bool]:
        """Where the paper is, in a sentence, and whether it can be handed on."""
        found = routing.steps(reader, record.id)
        has_it, waits = routing.holder(found), routing.following(found)
        if has_it is None:
            words = self.tr("The paper is with the office.") if found and waits else ""
            return words, bool(waits) and record.status == "out_for_signature"
        since = has_it.reached_on or self._desk.today()
        days = (self._desk.today() - since).days
        told = self._desk.plural("{0} day", "{0} days", max(days, 0))
        words = self.tr("{0} has had the paper since {1} ({2}).")
        return words.format(has_it.holder, shown_date(since), told), True

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, HALF, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.refused)
        column.addWidget(self._first_heading)
        column.addWidget(self.signatories)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        across.addWidget(_heading(self._desk.text(RoutingStep.plural)))
        across.addWidget(self.where, 1)
        across.addWidget(self.hand_button)
        column.addLayout(across)
        column.addWidget(self.routing)
        column.addStretch(1)
        area = Scrolling(inside, across=True)
        for grid in (self.signatories, self.routing):
            _Unrolled(grid, area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


class _Unrolled(QObject):
    """Keeps a sheet as high as its rows, so that two of them scroll together as one page."""

    def __init__(self, grid: Grid, area: QScrollArea) -> None:
        super().__init__(grid)
        self._table, self._area = grid.table, area
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_height)
        layout = grid.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, UNIT)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        down = self._table.verticalHeader()
        down.sectionResized.connect(lambda: self._fit.start())
        down.sectionCountChanged.connect(lambda: self._fit.start())
        self._table.horizontalScrollBar().rangeChanged.connect(lambda: self._fit.start())
        self._table.selectionModel().currentChanged.connect(self._follow)
        self._fit.start()

    def _fit_height(self) -> None:
        table = self._table
        bar = table.horizontalScrollBar()
        table.setFixedHeight(
            table.verticalHeader().length() + table.horizontalHeader().height()
            + 2 * table.frameWidth() + (bar.sizeHint().height() if bar.maximum() else 0)
        )

    def _follow(self, current: QModelIndex) -> None:
        """Keep the current cell in sight, as the sheet itself would."""
        inside = self._area.widget()
        if current.isValid() and inside is not None and self._table.hasFocus():
            cell = self._table.visualRect(current)
            place = self._table.viewport().mapTo(inside, cell.center())
            self._area.ensureVisible(place.x(), place.y(), 0, cell.height() + UNIT)


def _heading(text: str) -> QWidget:
    label = words_label(text, "heading")
    label.setWordWrap(False)
    return label
