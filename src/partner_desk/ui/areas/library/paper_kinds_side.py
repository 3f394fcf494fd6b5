"""The kinds of papers that the office asks for, and of which agreements with which limits."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS
from partner_desk.model.compliance import PaperKind, PaperRequirement
from partner_desk.model.fields import Record
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services import papers, records
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import shown
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_FIELDS = ("name", "about", "valid_months", "insurance", "in_use", "notes")
_NEW_FIELDS = ("name", "about", "valid_months", "insurance")
_INSURANCE = ("instrument", "coverage", "per_occurrence", "aggregate", "endorsement")
_GRID_HEIGHT = 320


class PaperKindsSide(Side):
    """Kinds of papers beside the requirements of one."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(desk), lambda: _new(desk))
        self.overview = Sections()
        self.overview.add(FieldForm(desk, PaperKind, _FIELDS))
        self.requirements = Requirements(desk)
        self.overview.add(self.requirements, desk.text("Required for"))
        view.add_tab(self.tr("Overview"), self.overview)
        view.add_tab(self.tr("History"), HistoryTab(desk))

    def describe(self, record: Record) -> None:
        if not isinstance(record, PaperKind):
            return
        about = shown(PaperKind.declarations["about"].type, record.about, self.desk.text)
        state = "" if record.in_use else self.tr("Not in use")
        self.view.set_head(record.name, about, state)
        self.view.set_action("")

    def fill(self) -> None:
        """Keep the kinds of papers that come with the program."""
        if self.desk.write(lambda: papers.fill_kinds(self.desk.store)):
            self.pane.refresh_now()
            self.desk.tell(self.tr("The usual kinds of papers were added."), undo=True)

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("document")
        empty.offer(desk.text("Begin with the usual kinds"), "add", self.fill, first=True)
        empty.offer(desk.text("Add one of your own"), "add", self.begin, first=False)
        in_use = Condition("in_use", True)
        return ListPane(
            desk, "paper_kind", desk.text("Papers asked for"),
            (
                field_column(desk, "paper_kind", "name", 190),
                Column(desk.text("Required for"), load=self._required_for, width=170),
                field_column(desk, "paper_kind", "valid_months", 96),
            ),
            (
                Chip(
                    desk.text("In use"), lambda: ListQuery("paper_kind", where=(in_use,)),
                    desk.text(
                        "No papers are asked for yet\nCertificates of insurance, tax forms, "
                        "statements on background checks: what partners show before they sign."
                    ),
                ),
                Chip(
                    desk.text("All"), lambda: ListQuery("paper_kind"),
                    desk.text(
                        "No papers are asked for yet\nCertificates of insurance, tax forms, "
                        "statements on background checks: what partners show before they sign."
                    ),
                ),
                Chip(
                    desk.text("Trash"), lambda: ListQuery("paper_kind", trash=True),
                    desk.text(
                        "Trash is empty\nWhat you delete waits here and can be brought back."
                    ),
                ),
            ),
            empty,
            add=desk.text("Add kind of paper"),
        )

    def _hint(self, desk: Desk) -> EmptyState:
        hint = EmptyState("document")
        hint.say(
            desk.text("Choose a kind of paper from the list"),
            desk.text("Of which agreements it is asked, with which limits, how long it is valid."),
        )
        return hint

    def _required_for(self, reader: "Reader", kinds: Sequence[Record]) -> dict[str, Cell]:
        instruments = PaperRequirement.declarations["instrument"].type
        found: dict[str, list[str]] = {}
        for each in reader.find_by(PaperRequirement, "paper_kind_id", [k.id for k in kinds]):
            words = (shown(instruments, each.instrument, self.desk.text) if each.instrument
                     else self.desk.text("Every agreement"))
            known = found.setdefault(each.paper_kind_id or "", [])
            if words not in known:
                known.append(words)
        nobody = Cell(self.desk.text("Asked for one by one"))
        return {
            each.id: Cell(", ".join(sorted(found[each.id]))) if each.id in found else nobody
            for each in kinds
        }


class Requirements(RecordPart):
    """For which agreements a kind is required; of an insurance the coverages and limits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._record: Record | None = None
        self.plain = Instruments(desk)
        self.insurance = _RequirementsGrid(desk)
        self.insurance.setFixedHeight(_GRID_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plain)
        column.addWidget(self.insurance)

    @property
    def shown(self) -> RecordPart:
        """The grid of an insurance, or the list to tick of any other paper."""
        is_insurance = isinstance(self._record, PaperKind) and self._record.insurance
        return self.insurance if is_insurance else self.plain

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, PaperKind):
            return
        if self._record is not None and self._record.id != record.id:
            self.commit()
        self._record = record
        for part in (self.plain, self.insurance):
            part.setVisible(part is self.shown)
        self.shown.show_record(record)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("paper_requirement", "paper_kind")

    def commit(self) -> None:
        self.shown.commit()

    def unsaved(self) -> list[str]:
        return self.shown.unsaved()

    def focus_field(self, name: str) -> bool:
        return self.shown.focus_field(name)


class Instruments(RecordPart):
    """The kinds of agreements that need a paper, to tick; every agreement is the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Record | None = None
        self.boxes: dict[str, QCheckBox] = {}
        card = QFrame()
        card.setProperty("card", True)
        card.setMaximumWidth(FORM_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        labels = {each.value: desk.text(each.label) for each in AGREEMENT_INSTRUMENTS}
        for instrument, words in {"": desk.text("Every agreement"), **labels}.items():
            box = self.boxes[instrument] = QCheckBox(words)
            box.clicked.connect(self._setting(instrument))
            desk.only_to_write(box)
            inside.addWidget(box)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        self._record = record
        asked = {each.instrument for each in self._rows(record)}
        for instrument, box in self.boxes.items():
            box.setChecked(instrument in asked)

    def set_asked(self, instrument: str, is_asked: bool) -> None:
        """Ask for the paper with agreements of this kind ("": of every kind), or no more."""
        record, store = self._record, self._desk.store
        if record is None:
            return
        rows = [each for each in self._rows(record) if each.instrument == instrument]

        def work() -> bool:
            for each in rows:
                records.delete(store, PaperRequirement, each.id)
            if is_asked:
                values = {"instrument": instrument}
                records.add_child(store, PaperRequirement, "paper_kind_id", record, values)
            return True

        self._desk.write(work)
        self.show_record(record)

    def _rows(self, record: Record) -> list[PaperRequirement]:
        return self._desk.read(
            lambda reader: reader.find(PaperRequirement, paper_kind_id=record.id)
        )

    def _setting(self, instrument: str) -> Callable[[bool], None]:
        return lambda checked: self.set_asked(instrument, checked)


class _RequirementsGrid(Grid):
    """Requirements stand in no order of their own, so that there is nothing to move."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, PaperRequirement, "paper_kind_id", _INSURANCE,
            title=desk.text("Required for"),
            teach=desk.text(
                "A row for each coverage and its limits. A row that names no kind of agreement is "
                "for every agreement; where several fit, the strictest counts."
            ),
            weights={"instrument": 1.8, "coverage": 1.6, "per_occurrence": 1.3, "aggregate": 1.3},
        )
        column = self.layout()
        if column is not None:
            column.setContentsMargins(0, 0, 0, 0)
        for button in (self.up_button, self.down_button):
            button.hide()
        self.table.verticalHeader().setSectionsMovable(False)

    def move_row(self, by: int) -> None:
        """Nothing moves."""


def _new(desk: Desk) -> NewRecord:
    form = FieldForm(desk, PaperKind, _NEW_FIELDS, cards=False)
    return NewRecord(
        desk,
        desk.text("New kind of paper"),
        desk.text("What it is called and of whom it is asked; what requires it comes next."),
        (form,),
        lambda: records.add(desk.store, "paper_kind", form.values()),
    )
