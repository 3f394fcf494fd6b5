"""The papers of an agreement: what is asked for against what is on file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import PaperDecision, PaperKind
from partner_desk.model.errors import InputError
from partner_desk.services import agreements, compliance, papers
from partner_desk.services.compliance import NOT_SIGNED_WITHOUT, PaperStanding
from partner_desk.ui.components.child_card import NewCard
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.paper_card import PaperCard
from partner_desk.ui.components.paper_words import facts_of_agreement
from partner_desk.ui.components.papers import PapersPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


class AgreementPapers(PapersPart):
    """A card for each kind of paper that is needed, waived or on file; the worst first."""

    def __init__(self, desk: Desk) -> None:
        teach = desk.text(
            "Agreements of this kind need no papers. What each kind needs is set under Papers "
            "asked for; a single agreement can ask for more below."
        )
        super().__init__(desk, teach)
        self.more_button.setText(self.tr("Ask for another paper"))
        self.waiver: NewCard | None = None
        self._waived_kind = ""
        self.summary = words_label("", "caption")
        self.column.insertWidget(self.column.count() - 1, self.summary)

    def standings(self, reader: "Reader") -> Sequence[PaperStanding]:
        if not isinstance(self.owner, Agreement):
            return ()
        return compliance.standing(reader, self.owner, self.desk.today())

    def key(self, standing: PaperStanding) -> str:
        return standing.kind.id

    def facts(self, standing: PaperStanding) -> str:
        return facts_of_agreement(standing, self.desk.text)

    def more_kinds(self, reader: "Reader", shown: Sequence[PaperStanding]) -> list[PaperKind]:
        known = {each.kind.id for each in shown if each.need is not None}
        return [each for each in reader.find(PaperKind, in_use=True) if each.id not in known]

    def choose_kind(self, kind: PaperKind) -> None:
        """Ask for a kind of paper that agreements of this kind do not usually need."""
        owner = self.owner
        if owner is None:
            return
        store = self.desk.store
        if self.write(lambda: papers.decide(store, owner.id, kind.id, "required", "")):
            words = self.tr("{0} is needed for this agreement now.").format(kind.name)
            self.desk.tell(words, undo=True)
            self.focus_field(kind.id)

    def partner_name(self) -> str:
        owner = self.owner
        if not isinstance(owner, Agreement):
            return ""
        found = self.desk.read(lambda reader: agreements.parties_in(reader, owner).organization)
        return found.name if found else ""

    def unsaved(self) -> list[str]:
        return super().unsaved() + (self.waiver.form.unsaved() if self.waiver else [])

    def show_papers(self) -> None:
        super().show_papers()
        found = [each.standing for each in self.cards.values() if each.standing is not None]
        needed = [each for each in found if each.need is not None and each.state != "waived"]
        lacking = sum(each.state in NOT_SIGNED_WITHOUT for each in needed)
        self.summary.setVisible(bool(needed))
        self.summary.setText(
            self.tr("{0} of {1} needed papers are in order.").format(
                len(needed) - lacking, len(needed)
            )
        )
        for card in self.cards.values():
            self._show_decision(card)

    def begin_waiver(self, kind: PaperKind) -> None:
        """Ask why this agreement does not need a kind of paper."""
        card = self.cards.get(kind.id)
        if card is None or self.desk.read_only:
            return
        self._end_waiver()
        self._waived_kind = kind.id
        self.waiver = NewCard(self.desk, PaperDecision, ("reason",))
        self.waiver.save_button.setText(self.tr("Not needed"))
        self.waiver.saved.connect(self._waive)
        self.waiver.given_up.connect(self._given_up_waiver)
        card.insert(self.waiver)
        self.waiver.form.focus_first()
        self.reveal(self.waiver)

    def undecide(self, kind: PaperKind) -> None:
        """What is usual holds again."""
        owner = self.owner
        if owner is None:
            return
        if self.write(lambda: papers.undecide(self.desk.store, owner.id, kind.id)):
            words = self.tr("The usual rule for {0} holds again.").format(kind.name)
            self.desk.tell(words, undo=True)
            if not self.focus_field(kind.id):
                self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waive(self) -> None:
        owner, waiver, kind_id = self.owner, self.waiver, self._waived_kind
        if owner is None or waiver is None:
            return
        reason = str(waiver.form.values()["reason"] or "")
        store = self.desk.store
        try:
            done = self.desk.write(
                lambda: papers.decide(store, owner.id, kind_id, "waived", reason)
            )
        except InputError as error:
            waiver.show_problems(error.problems)
            return
        if done is not None:
            self._end_waiver()
            self.show_papers()
            self.desk.tell(self.tr("The agreement does not need it now."), undo=True)
            self.focus_field(kind_id)

    def _given_up_waiver(self) -> None:
        kind_id = self._waived_kind
        self._end_waiver()
        self.focus_field(kind_id)

    def _end_waiver(self) -> None:
        if self.waiver is not None:
            self.waiver.hide()
            self.waiver.form.begin()  # Nothing of it is waiting to be saved any more.
            self.waiver.deleteLater()
            self.waiver = None

    def _give_up(self) -> None:
        super()._give_up()
        self._end_waiver()

    def _show_decision(self, card: PaperCard) -> None:
        """Offer to waive what is needed, and to take a decision back."""
        standing = card.standing
        if standing is None:
            return
        if "waive" not in card.buttons:
            card.add_button("waive", self.tr("Not needed…"), "remove",
                            lambda: self._ask_why(card))
            card.add_button("undecide", "", "undo", lambda: self._take_back(card))
        decision = standing.decision.decision if standing.decision else ""
        card.buttons["waive"].setVisible(standing.need is not None and decision == "")
        card.buttons["undecide"].setVisible(decision != "")
        card.buttons["undecide"].setText(
            self.tr("Needed after all") if decision == "waived" else self.tr("Ask no more")
        )
        if decision == "waived":
            for key in ("verify", "add"):
                card.buttons[key].hide()
        for key in ("waive", "undecide"):
            button = card.buttons[key]
            button.setAccessibleName(f"{button.text()} – {standing.kind.name}")

    def _ask_why(self, card: PaperCard) -> None:
        if card.standing is not None:
            self.begin_waiver(card.standing.kind)

    def _take_back(self, card: PaperCard) -> None:
        if card.standing is not None:
            self.undecide(card.standing.kind)


class PapersTab(Sections):
    """The tab of an agreement with its papers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.papers = AgreementPapers(desk)
        self.add(self.papers)
