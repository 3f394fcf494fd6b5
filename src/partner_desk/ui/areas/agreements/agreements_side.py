"""The list of agreements and the record of one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from partner_desk.model.agreements import (
    STATUSES,
    Agreement,
    AgreementSchool,
    AgreementService,
    Outcome,
    Signatory,
)
from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.services import agreements, signing
from partner_desk.ui.areas.agreements.clauses import ClausesTab
from partner_desk.ui.areas.agreements.columns import chips, columns, term_shown
from partner_desk.ui.areas.agreements.financial import FinancialTab
from partner_desk.ui.areas.agreements.new_agreement import NewAgreement
from partner_desk.ui.areas.agreements.packet_tab import PacketTab
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.list_pane import ListPane
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.record_view import Missing, RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of
from partner_desk.ui.look.icons import icon
from partner_desk.ui.sentences import problem_sentence

_OVERVIEW = ("title", "number", "language", "starts_on", "ends_on", "signed_on",
             "purpose", "notes")
_BEFORE_SIGNATURE = ("draft", "in_review")


class AgreementsSide(Side):
    """Agreements: what is missing, what to do next, and the parts that make the packet."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(desk), NewAgreement(desk))
        self._organization_id = ""
        self._make_tabs(desk)
        self._make_menu()

    def describe(self, record: Record) -> None:
        if not isinstance(record, Agreement):
            return
        parties = agreements.parties(self.desk.store, record.id)
        self._organization_id = parties.organization.id if parties.organization else ""
        labels = {each.value: self.desk.text(each.label) for each in STATUSES}
        facts = (record.number, parties.partner, term_shown(record))
        self.view.set_head(
            record.title, " · ".join(filter(None, facts)),
            labels.get(record.status, record.status), tone_of(record.status),
        )
        missing: list[Problem] = []
        if record.status in _BEFORE_SIGNATURE:
            missing = signing.missing_for_signature(
                self.desk.store, record.id, self.desk.today()
            )
        self._show_missing(missing)
        self._show_action(record, bool(missing))

    def show_packet(self) -> None:
        """Turn to the packet."""
        self.view.go_to(self.packet)

    def print_packet(self) -> None:
        """Turn to the packet and print it."""
        if self.view.record is not None:
            self.view.commit()
            self.show_packet()
            self.packet.print_pages()

    def set_status(self, status: str) -> None:
        """Set the status of the agreement that is shown."""
        record = self.view.record
        if record is None:
            return
        self.view.commit()
        changed = self.desk.write(
            lambda: agreements.set_status(self.desk.store, record.id, status)
        )
        if changed is not None:
            label = next(each.label for each in STATUSES if each.value == status)
            words = self.tr("{0} is now: {1}").format(changed.number, self.desk.text(label))
            self.desk.tell(words, undo=True)

    def _make_tabs(self, desk: Desk) -> None:
        self.overview = Sections()
        self.overview.add(FieldForm(desk, Agreement, _OVERVIEW))
        self.schools = ChildList(
            desk, AgreementSchool, "agreement_id", names=("school_id", "note"),
            add=self.tr("Add a school"),
            teach=self.tr("Where it is carried out. Without a school it is for the district."),
        )
        self.overview.add(self.schools, self.tr("Schools"))
        self.services = Grid(
            desk, AgreementService, "agreement_id",
            ("description", "provider", "place", "frequency", "participants"),
            title=desk.text(AgreementService.plural),
            teach=self.tr("Who does what, where and how often. Paste from Excel works."),
            weights={"provider": 1.25},
        )
        self.outcomes = Grid(
            desk, Outcome, "agreement_id",
            ("statement", "indicator", "baseline", "target", "unit", "method", "answerable"),
            title=desk.text(Outcome.plural),
            teach=self.tr("What will be better, how it is measured, and who answers for it."),
            weights={"statement": 2.2, "unit": 1.15, "baseline": 1.25, "target": 1.1,
                     "indicator": 1.7, "method": 1.7, "answerable": 1.25},
        )
        self.financial = FinancialTab(desk)
        self.clauses = ClausesTab(desk)
        self.signatories = Grid(
            desk, Signatory, "agreement_id", ("party", "name", "title", "signed_on", "how"),
            title=desk.text(Signatory.plural),
            teach=self.tr("Who signs for each party; each gets a place on the signature page."),
            weights={"name": 2.0, "title": 2.0},
        )
        self.packet = PacketTab(desk)
        view = self.view
        view.add_tab(self.tr("Overview"), self.overview)
        view.add_tab(desk.text(AgreementService.plural), self.services)
        view.add_tab(desk.text(Outcome.plural), self.outcomes)
        view.add_tab(self.tr("Financial"), self.financial)
        view.add_tab(self.tr("Clauses"), self.clauses)
        view.add_tab(desk.text(Signatory.plural), self.signatories)
        view.add_tab(self.tr("Packet"), self.packet)
        view.add_tab(self.tr("Documents"), DocumentsTab(desk))
        view.add_tab(self.tr("History"), HistoryTab(desk))
        view.form.tabs.setTabToolTip(3, self.tr("Division of financial responsibility"))

    def _make_menu(self) -> None:
        view = self.view
        view.add_menu(self.tr("Print packet…"), "print", self.print_packet)
        view.add_menu(self.tr("Open the partner"), "partners", self._open_partner)
        status_menu = QMenu(self.tr("Set status"), view.menu)
        status_menu.setIcon(icon("signature"))
        for each in STATUSES:
            action = status_menu.addAction(self.desk.text(each.label))
            action.triggered.connect(self._setting(each.value))
        view.menu.insertMenu(self.trash_action, status_menu)

    def _setting(self, status: str) -> Callable[[], None]:
        return lambda: self.set_status(status)

    def _open_partner(self) -> None:
        if self._organization_id:
            self.desk.open("organization", self._organization_id)

    def _show_action(self, record: Agreement, lacks: bool) -> None:
        view = self.view
        if record.status in _BEFORE_SIGNATURE and not lacks:
            view.set_action(
                self.tr("Send for signature"), "signature",
                lambda: self._move_on("out_for_signature"),
            )
        elif record.status == "out_for_signature":
            view.set_action(self.tr("All have signed"), "check", lambda: self._move_on("active"))
        else:
            view.set_action(self.tr("Print packet"), "print", self.show_packet)

    def _move_on(self, status: str) -> None:
        self.set_status(status)
        self.show_packet()

    def _show_missing(self, problems: list[Problem]) -> None:
        items = [Missing(self._words(each), self._way(each)) for each in problems]
        self.view.checklist.show_missing(self.tr("Still missing before it can be signed:"), items)

    def _words(self, problem: Problem) -> str:
        if problem.code == "field.needed_to_sign":
            label = self.desk.text(str(problem.values["field"]))
            if problem.where == "partner":
                return self.tr("{0} of the partner").format(label)
            return label
        short = {
            "sign.no_district": self.tr("Legal name of the district"),
            "sign.no_services": self.tr("Services"),
            "sign.no_outcomes": self.tr("Outcomes"),
            "sign.no_financial": self.tr("Financial responsibility"),
            "sign.no_clauses": self.tr("Clauses"),
        }
        if problem.code == "sign.no_signatory":
            if problem.values["party"] == "district":
                return self.tr("Who signs for the district")
            return self.tr("Who signs for the partner")
        return short.get(problem.code) or problem_sentence(
            problem.code, problem.values, self.desk.text
        )

    def _way(self, problem: Problem) -> Callable[[], None]:
        tabs: dict[str, RecordPart] = {
            "agreement_service": self.services,
            "outcome": self.outcomes,
            "financial_responsibility": self.financial,
            "clause": self.clauses,
            "signatory": self.signatories,
        }
        if problem.where == "partner":
            return self._open_partner
        if problem.where == "office":
            return self.desk.settings_requested.emit
        if problem.where in tabs:
            return lambda: self.view.go_to(tabs[problem.where], problem.where)
        return lambda: self.view.go_to(self.overview, problem.field)

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("agreements")
        empty.offer(desk.text("Draft the first agreement"), "add", self.begin, first=True)
        pane = ListPane(
            desk, "agreement", desk.text(Agreement.plural), columns(desk), chips(desk), empty,
            add=desk.text("New agreement"),
        )
        header = pane.form.table.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)  # The newest number first.
        return pane

    def _hint(self, desk: Desk) -> EmptyState:
        hint = EmptyState("agreements")
        hint.say(
            desk.text("Choose an agreement from the list"),
            desk.text("Or type a number, a part of its title or of its purpose into the filter."),
        )
        return hint
