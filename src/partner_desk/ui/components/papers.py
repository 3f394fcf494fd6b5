"""The compliance papers of a record: one card each, adding, verifying, attaching, deleting."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import Paper, PaperKind
from partner_desk.model.errors import InputError
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.services import compliance, papers, records
from partner_desk.services.compliance import PaperStanding
from partner_desk.ui.components.child_card import NewCard
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.document_copies import DocumentCopies
from partner_desk.ui.components.paper_card import INSURANCE_FIELDS, PaperCard
from partner_desk.ui.components.paper_words import facts
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import SECTION, UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_KINDS = ("paper", "coverage", "paper_kind", "paper_requirement", "paper_decision", "attachment",
          "office", "agreement", "organization")
_NEW_FIELDS = ("name", "issued_on", "expires_on")


class NewPaper(NewCard):
    """The fields of a paper that came in; its document can be chosen at once."""

    def __init__(self, desk: Desk, kind: PaperKind, partner: str) -> None:
        names = _NEW_FIELDS + (INSURANCE_FIELDS if kind.insurance else ())
        super().__init__(desk, Paper, names)
        self.kind = kind
        self.path: Path | None = None
        self.form.begin({"insured_name": partner} if kind.insurance else None)
        self._file = words_label("", "caption")
        self._file.hide()
        self.attach_button = flat_button(self.tr("Attach…"), "attachment")
        self.attach_button.clicked.connect(self._choose)
        self.setAccessibleName(kind.name)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, words_label(kind.name, "heading"))
        across = QHBoxLayout()
        across.addWidget(self.attach_button)
        across.addWidget(self._file)
        across.addStretch(1)
        column.insertLayout(2, across)

    def show_file(self, path: Path) -> None:
        """Keep this file with the paper once it is added."""
        self.path = path
        self._file.setText(path.name)
        self._file.show()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Attach document"))
        if path:
            self.show_file(Path(path))


class PapersPart(RecordPart):
    """What the papers of an agreement and of a partner have in common."""

    def __init__(self, desk: Desk, teach: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.owner: Agreement | Organization | None = None
        self.cards: dict[str, PaperCard] = {}
        self.new: NewPaper | None = None
        self.desk = desk
        self._copies = DocumentCopies(desk)
        self._teach = words_label(teach, "caption")
        self._error = words_label("", "error")
        self._error.hide()
        self.kinds_menu = QMenu(self)
        self.more_button = flat_button("", "add")
        self.more_button.setMenu(self.kinds_menu)
        self.fill_button = flat_button(self.tr("Begin with the usual kinds of papers"), "add")
        self.fill_button.clicked.connect(self._fill)
        desk.only_to_write(self.more_button, self.fill_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT)
        buttons = QHBoxLayout()
        buttons.addWidget(self.more_button)
        buttons.addWidget(self.fill_button)
        buttons.addStretch(1)
        self.column.addWidget(self._teach)
        self.column.addWidget(self._error)
        self.column.addLayout(buttons)

    # What differs from agreement to partner

    def standings(self, reader: "Reader") -> Sequence[PaperStanding]:
        """How the papers of the owner stand, in the order in which they are shown."""
        raise NotImplementedError

    def key(self, standing: PaperStanding) -> str:
        """What keeps its card when the papers are read anew."""
        raise NotImplementedError

    def facts(self, standing: PaperStanding) -> str:
        """A line about a paper."""
        return facts(standing, self.desk.text)

    def more_kinds(self, reader: "Reader", shown: Sequence[PaperStanding]) -> list[PaperKind]:
        """The kinds that the menu below the cards offers."""
        raise NotImplementedError

    def choose_kind(self, kind: PaperKind) -> None:
        """Do what the menu below the cards is for."""
        self.begin(kind)

    def partner_name(self) -> str:
        """Whom a new certificate should insure."""
        raise NotImplementedError

    # What every part does

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, Agreement | Organization):
            return
        if self.owner is None or self.owner.id != record.id:
            self.commit()
            self._give_up()
            self._error.hide()
        self.owner = record
        self.show_papers()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(*_KINDS)

    def commit(self) -> None:
        for card in self.cards.values():
            card.commit()

    def unsaved(self) -> list[str]:
        begun = self.new.form.unsaved() if self.new else []
        return begun + [words for card in self.cards.values() for words in card.unsaved()]

    def focus_field(self, name: str) -> bool:
        card = next(
            (each for each in self.cards.values()
             if each.standing is not None and each.standing.kind.id == name), None,
        )
        if card is not None:
            card.focus_action()
        return card is not None

    def show_papers(self) -> None:
        """Read the papers and show a card for each."""
        found, kinds, has_kinds = self.desk.read(self._read)
        wanted = {self.key(each) for each in found}
        for gone in [each for each in self.cards if each not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, each in enumerate(found):
            card = self.cards.get(self.key(each)) or self._make_card(each)
            if self.column.indexOf(card) != place:
                self.column.insertWidget(place, card)
            card.show_standing(each, self.facts(each))
        self._place_new()
        self._teach.setVisible(not found)
        self.fill_button.setVisible(not has_kinds)
        self._show_menu(kinds)

    def begin(self, kind: PaperKind, path: Path | None = None) -> None:
        """Show empty fields for a paper of this kind, below its card where it has one."""
        if self.desk.read_only:
            return
        self._give_up()
        new = self.new = NewPaper(self.desk, kind, self.partner_name())
        new.saved.connect(self._save)
        new.given_up.connect(self._given_up)
        self._place_new()
        if path is not None:
            new.show_file(path)
        new.form.focus_first()
        self.reveal(new)

    def card_of(self, kind: PaperKind) -> PaperCard | None:
        """The card below which a new paper of this kind is typed."""
        return self.cards.get(kind.id)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to what was just opened, once it has its place."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            area = above
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget, 0, SECTION))

    def write(self, work: Callable[[], object]) -> bool:
        """Write and show what came of it; refused input is said below the cards."""
        self._error.hide()
        try:
            done = self.desk.write(lambda: (work(), True))
        except InputError as error:
            problem = error.problems[0]
            self._error.setText(problem_sentence(problem.code, problem.values, self.desk.text))
            self._error.show()
            return False
        self.show_papers()
        return done is not None

    def do(self, what: str, standing: PaperStanding) -> None:
        """Do what a card asks for."""
        paper = standing.paper
        if what == "add":
            self.begin(standing.kind)
        elif paper is None:
            return
        elif what == "verify":
            self._verify(standing.kind, paper)
        elif what == "attach":
            path, _ = QFileDialog.getOpenFileName(self, self.tr("Attach document"))
            if path:
                self.drop(standing, Path(path))
        elif what == "view" and paper.attachment_id:
            self._copies.open(paper.attachment_id)
        elif what == "delete":
            self._delete(standing.kind, paper)

    def drop(self, standing: PaperStanding, path: Path) -> None:
        """Keep a file with a paper; where there is none yet, begin one with it."""
        paper = standing.paper
        if self.desk.read_only:
            return
        if paper is None:
            self.begin(standing.kind, path)
        elif self.write(lambda: papers.attach(self.desk.store, paper.id, path)):
            self.desk.tell(self.tr("{0} was attached.").format(path.name), undo=True)

    def _place_new(self) -> None:
        """Put the fields of a new paper below the card of its kind, else below all cards."""
        if self.new is None:
            return
        card = self.card_of(self.new.kind)
        self.column.removeWidget(self.new)
        place = self.column.indexOf(card) if card is not None else len(self.cards) - 1
        self.column.insertWidget(place + 1, self.new)

    def _verify(self, kind: PaperKind, paper: Paper) -> None:
        store, today = self.desk.store, self.desk.today()
        self.commit()
        if self.write(lambda: papers.verify(store, paper.id, store.author.who, today)):
            self.desk.tell(self.tr("{0} is verified.").format(kind.name), undo=True)

    def _delete(self, kind: PaperKind, paper: Paper) -> None:
        self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.write(lambda: records.delete(self.desk.store, Paper, paper.id)):
            self.desk.tell(self.tr("{0} was deleted.").format(kind.name), undo=True)

    def _save(self) -> None:
        owner, new = self.owner, self.new
        if owner is None or new is None:
            return
        values = {**new.form.values(), "paper_kind_id": new.kind.id,
                  "received_on": self.desk.today()}
        coverages = self._coverages(new.kind)
        try:
            paper = self.desk.write(
                lambda: papers.file_paper(self.desk.store, owner, values, coverages, new.path)
            )
        except InputError as error:
            new.show_problems(error.problems)
            return
        if paper is None:
            return
        kind = new.kind
        self._give_up()
        self.show_papers()
        self.desk.tell(self.tr("{0} was added.").format(kind.name), undo=True)
        self._open_new(paper, kind)

    def _open_new(self, paper: Paper, kind: PaperKind) -> None:
        """Go on where the limits of a certificate are typed, else to its card."""
        for card in self.cards.values():
            if card.standing is not None and card.standing.paper == paper:
                if kind.insurance:
                    card.set_open(True)
                else:
                    card.focus_action()
                self.reveal(card)

    def _coverages(self, kind: PaperKind) -> list[str]:
        """The coverages that a new certificate gets rows for."""
        card = self.cards.get(kind.id)
        need = card.standing.need if card is not None and card.standing is not None else None
        return [each.coverage for each in need.coverages] if need is not None else []

    def _given_up(self) -> None:
        kind = self.new.kind if self.new else None
        self._give_up()
        card = self.card_of(kind) if kind else None
        if card is not None:
            card.focus_action()
        else:
            self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        if self.new is not None:
            self.new.hide()
            self.new.form.begin()  # Nothing of it is waiting to be saved any more.
            self.new.deleteLater()
            self.new = None

    def _fill(self) -> None:
        self.write(lambda: papers.fill_kinds(self.desk.store))

    def _read(self, reader: "Reader") -> tuple[list[PaperStanding], list[PaperKind], bool]:
        found = list(self.standings(reader))
        return found, self.more_kinds(reader, found), bool(reader.find(PaperKind))

    def _make_card(self, standing: PaperStanding) -> PaperCard:
        card = PaperCard(self.desk)
        card.wanted.connect(self.do)
        card.dropped.connect(self.drop)
        self.cards[self.key(standing)] = card
        return card

    def _show_menu(self, kinds: Sequence[PaperKind]) -> None:
        self.kinds_menu.clear()
        for kind in kinds:
            action = self.kinds_menu.addAction(kind.name.replace("&", "&&"))
            action.triggered.connect(self._choosing(kind))
        self.more_button.setVisible(bool(kinds))

    def _choosing(self, kind: PaperKind) -> Callable[[], None]:
        return lambda: self.choose_kind(kind)


class PartnerPapers(PapersPart):
    """The papers on file of a partner, which count for all its agreements."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        teach = desk.text(
            "Certificates, forms and statements of this partner belong here: what it says, until "
            "when it is valid, who verified it."
        )
        super().__init__(desk, teach, parent)
        self.more_button.setText(self.tr("Add a compliance paper"))

    def standings(self, reader: "Reader") -> Sequence[PaperStanding]:
        owner = self.owner
        if not isinstance(owner, Organization):
            return ()
        return compliance.papers_of(reader, owner, self.desk.today())

    def key(self, standing: PaperStanding) -> str:
        return standing.paper.id if standing.paper else standing.kind.id

    def more_kinds(self, reader: "Reader", shown: Sequence[PaperStanding]) -> list[PaperKind]:
        return reader.find(PaperKind, about="partner", in_use=True)

    def partner_name(self) -> str:
        return self.owner.caption if self.owner else ""

    def card_of(self, kind: PaperKind) -> PaperCard | None:
        return next(
            (each for each in reversed(self.cards.values())
             if each.standing is not None and each.standing.kind.id == kind.id), None,
        )


def partner_papers(desk: Desk) -> Sections:
    """The tab with the papers of a partner."""
    tab = Sections()
    tab.add(PartnerPapers(desk))
    return tab
