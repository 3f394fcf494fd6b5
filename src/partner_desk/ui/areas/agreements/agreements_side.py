"""The list of agreements and the record of one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from partner_desk.model.agreements import (
    STATUSES,
    Agreement,
    AgreementSchool,
    FiledPage,
    Revision,
)
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.registry import KINDS
from partner_desk.services import agreements, authority, drafting, revisions, signing
from partner_desk.ui.areas.agreements.agreement_list import AgreementList
from partner_desk.ui.areas.agreements.chain import chain
from partner_desk.ui.areas.agreements.clauses import ClausesTab
from partner_desk.ui.areas.agreements.columns import term_shown
from partner_desk.ui.areas.agreements.division_tab import DivisionTab
from partner_desk.ui.areas.agreements.lacking import words_of
from partner_desk.ui.areas.agreements.new_agreement import NewAgreement
from partner_desk.ui.areas.agreements.packet_tab import PacketTab
from partner_desk.ui.areas.agreements.papers_tab import PapersTab
from partner_desk.ui.areas.agreements.revisions_tab import RevisionsTab
from partner_desk.ui.areas.agreements.send_dialog import SendDialog, split_papers
from partner_desk.ui.areas.agreements.signing_tab import SigningTab
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.confirm_signed import ConfirmSigned
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.record_view import Missing, RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of
from partner_desk.ui.look.icons import icon
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_OVERVIEW = ("title", "number", "instrument", "language", "paper_language", "starts_on", "ends_on",
             "signed_on", "purpose", "title_translated", "purpose_translated", "notes")
_BEFORE_SIGNATURE = ("draft", "in_review")
_BY_HAND = ("draft", "in_review", "active", "expired", "terminated", "superseded")
"""Out for signature follows from sending a revision out."""
_DIVISIONS = ("agreement_service", "outcome", "financial_responsibility")
PARTS = (*_DIVISIONS, "agreement_school", "exhibit", "signatory", "routing_step", "revision",
         "filed_page")
"""Records that are shown on a tab of the agreement they belong to."""


class AgreementsSide(Side):
    """Agreements: what is missing, what to do next, and the parts that make the packet."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(
            desk, AgreementList(desk, self.begin), view, self._hint(desk),
            lambda: NewAgreement(desk),
        )
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
        at = self.desk.read(lambda reader: revisions.working(reader, record))
        lacking: list[Problem] = []
        if record.status in _BEFORE_SIGNATURE or (
            record.status == "out_for_signature" and at.changed
        ):
            lacking = self.desk.read(lambda reader: [
                *signing.missing_in(reader, record, self.desk.today()),
                *authority.refusals(reader, record, self.desk.today()),
            ])
        self._show_missing(lacking)
        self._show_action(record, at, lacking)

    def open_part(self, kind: str, record_id: str) -> None:
        """Show the agreement that a record belongs to, on the tab where that record stands."""
        found = self.desk.read(lambda reader: _agreement_of(reader, kind, record_id))
        if not found:
            return
        self.open(found)
        tabs: dict[str, RecordPart] = {
            **dict.fromkeys(_DIVISIONS, self.division), "agreement_school": self.overview,
            "exhibit": self.clauses, "signatory": self.signing, "routing_step": self.signing,
            "revision": self.revisions, "filed_page": self.revisions,
        }
        self.view.go_to(tabs[kind])
        if kind in _DIVISIONS:
            self.division.part.turn_to(kind)

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

    def send(self) -> None:
        """Ask before the agreement that is shown goes out for signature."""
        record = self._shown()
        if record is None:
            return
        if self.desk.unsaved:
            words = self.tr("Not saved yet, and not on the paper: {0}")
            self.desk.tell(words.format("; ".join(self.desk.unsaved)))
            return
        lacking = signing.missing_for_signature(self.desk.store, record.id, self.desk.today())
        self.sending = SendDialog(self.desk, record, split_papers(lacking)[1], self)
        self.sending.sent.connect(lambda: self.view.go_to(self.revisions))
        self.sending.open()

    def confirm_signatures(self) -> None:
        """Let a person confirm who has signed."""
        record = self._shown()
        if record is not None:
            self.confirming = ConfirmSigned(self.desk, record, self)
            self.confirming.open()

    def renew(self) -> None:
        """Begin the agreement that follows the one that is shown."""
        self._follow(lambda record: drafting.renew(self.desk.store, record.id, self.desk.today()))

    def amend(self) -> None:
        """Begin an amendment to the agreement that is shown."""
        self._follow(lambda record: drafting.amend(self.desk.store, record.id, self.desk.today()))

    def _follow(self, begin: Callable[[Agreement], Agreement]) -> None:
        record = self._shown()
        if record is None:
            return
        try:
            made = self.desk.write(lambda: begin(record))
        except InputError as error:
            problem = error.problems[0]
            self.desk.tell(problem_sentence(problem.code, problem.values, self.desk.text))
            return
        if made is not None:
            self.pane.refresh_now()
            self.open(made.id)
            words = self.tr("Agreement {0} was drafted.").format(made.number)
            self.desk.tell(words, undo=True)

    def _shown(self) -> Agreement | None:
        """The agreement that is shown, with what was typed saved."""
        self.view.commit()
        record = self.view.record
        return record if isinstance(record, Agreement) else None

    def _make_tabs(self, desk: Desk) -> None:
        self.overview = Lazy(lambda: self._overview(desk))
        self.division = Lazy(lambda: DivisionTab(desk))
        self.clauses = Lazy(lambda: ClausesTab(desk))
        self.signing = Lazy(lambda: SigningTab(desk))
        self.papers = PapersTab(desk)
        self.packet = PacketTab(desk)
        self.revisions = Lazy(lambda: RevisionsTab(desk))
        view = self.view
        view.add_tab(self.tr("Overview"), self.overview)
        view.add_tab(self.tr("Division"), self.division)
        view.add_tab(self.tr("Clauses"), self.clauses)
        view.add_tab(self.tr("Signing"), self.signing)
        view.add_tab(self.tr("Papers"), self.papers)
        view.add_tab(self.tr("Packet"), self.packet)
        view.add_tab(self.tr("Revisions"), self.revisions)
        view.add_tab(self.tr("Documents"), Lazy(lambda: DocumentsTab(desk)))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        view.form.tabs.setTabToolTip(
            1, self.tr("Division of services, outcomes and financial responsibility")
        )
        view.form.tabs.setTabToolTip(2, self.tr("Clauses and exhibits"))

    def _overview(self, desk: Desk) -> Sections:
        made = Sections()
        made.add(FieldForm(desk, Agreement, _OVERVIEW))
        schools = ChildList(
            desk, AgreementSchool, "agreement_id",
            names=("school_id", "contact", "times", "space", "grades", "participants", "note"),
            add=self.tr("Add a school"),
            teach=self.tr("Where it is carried out. Without a school it is for the district."),
        )
        made.add(schools, self.tr("Schools"))
        made.add(chain(desk), self.tr("Amendments and renewals"))
        return made

    def _make_menu(self) -> None:
        view = self.view
        view.add_menu(self.tr("Print packet…"), "print", self.print_packet)
        send = view.add_menu(self.tr("Send for signature…"), "signature", self.send)
        sign = view.add_menu(self.tr("Confirm signatures…"), "check", self.confirm_signatures)
        renew = view.add_menu(self.tr("Renew"), "refresh", self.renew)
        amend = view.add_menu(self.tr("Amend"), "edit", self.amend)
        view.add_menu(self.tr("Open the partner"), "partners", self._open_partner)
        status_menu = QMenu(self.tr("Set status"), view.menu)
        status_menu.setIcon(icon("clause"))
        for each in STATUSES:
            if each.value in _BY_HAND:
                action = status_menu.addAction(self.desk.text(each.label))
                action.triggered.connect(self._setting(each.value))
        view.menu.insertMenu(self.trash_action, status_menu)
        self.desk.only_to_write(send, sign, renew, amend, status_menu.menuAction())

    def _setting(self, status: str) -> Callable[[], None]:
        return lambda: self.set_status(status)

    def _open_partner(self) -> None:
        if self._organization_id:
            self.desk.open("organization", self._organization_id)

    def _show_action(
        self, record: Agreement, at: revisions.Working, lacking: list[Problem]
    ) -> None:
        """The one next step: what keeps it back first, else sending, signatures, renewal."""
        view = self.view
        kept_back = split_papers(lacking)[0]
        if record.status in _BEFORE_SIGNATURE and not kept_back:
            view.set_action(self.tr("Send for signature"), "signature", self.send)
        elif record.status == "out_for_signature" and at.changed and not kept_back:
            words = self.tr("Send revision {0}").format(at.number)
            view.set_action(words, "signature", self.send)
        elif record.status == "out_for_signature":
            view.set_action(self.tr("Confirm signatures"), "check", self.confirm_signatures)
        elif record.status in ("active", "expired"):
            view.set_action(self.tr("Renew"), "refresh", self.renew)
        else:
            view.set_action(self.tr("Print packet"), "print", self.show_packet)

    def _show_missing(self, problems: list[Problem]) -> None:
        items = [Missing(words_of(each, self.desk.text), self._way(each)) for each in problems]
        self.view.checklist.show_missing(self.tr("Still missing before it can be signed:"), items)

    def _way(self, problem: Problem) -> Callable[[], None]:
        where = problem.where
        if where == "partner":
            return self._open_partner
        if where == "office":
            return self.desk.settings_requested.emit
        if where in (*_DIVISIONS, "clause"):
            part = self.clauses if where == "clause" else self.division
            record_id = str(problem.values.get("record_id", ""))
            return lambda: self.view.go_to_record(part, where, record_id, problem.field)
        if where == "paper":
            return lambda: self.view.go_to(self.papers)
        if where in ("signatory", "routing_step"):
            return lambda: self.view.go_to(self.signing, where)
        return lambda: self.view.go_to(self.overview, problem.field)

    def _hint(self, desk: Desk) -> EmptyState:
        hint = EmptyState("agreements")
        hint.say(
            desk.text("Choose an agreement from the list"),
            desk.text("Or type a number, a part of its title or of its purpose into the filter."),
        )
        return hint


def _agreement_of(reader: "Reader", kind: str, record_id: str) -> str:
    """The id of the agreement that a part of one belongs to; "" when it is gone."""
    record = reader.get(KINDS[kind], record_id)
    if isinstance(record, FiledPage):
        record = reader.get(Revision, record.revision_id)
    return str(getattr(record, "agreement_id", "") or "")
