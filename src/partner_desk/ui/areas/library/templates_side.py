"""The templates of the library: their list and the record of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from partner_desk.model.agreements import INSTRUMENTS
from partner_desk.model.fields import Record
from partner_desk.model.library import Template, TemplateClause
from partner_desk.model.queries import ListQuery, OneOf
from partner_desk.services import library, records
from partner_desk.ui.areas.library.template_clauses import TemplateClauses
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.side import Side
from partner_desk.ui.components.wording import PlaceholderNote
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.badges import Banner

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_FILLED_IN = ("title", "purpose", "title_es", "purpose_es")
_LABELS = {each.value: each.label for each in INSTRUMENTS}


class TemplatesSide(Side):
    """What agreements and exhibits begin with."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(), lambda: _new(desk))
        view.form.column.insertWidget(3, sample_notice(desk))
        self.clauses = TemplateClauses(desk)
        view.add_tab(self.tr("Template"), Lazy(lambda: _overview(desk)))
        view.add_tab(self.tr("Clauses"), self.clauses)
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        self.copy_action = view.add_menu(self.tr("Make a copy"), "copy", self.copy)
        self.reset_action = view.add_menu(
            self.tr("Restore the shipped words"), "restore", self.reset
        )
        desk.only_to_write(self.copy_action)

    def describe(self, record: Record) -> None:
        assert isinstance(record, Template)
        count = len(self.desk.read(lambda reader: library.clauses_of(reader, record.id)))
        clauses = self.desk.plural("{0} clause", "{0} clauses", count)
        kind = self.desk.text(_LABELS.get(record.instrument, record.instrument))
        self.view.set_head(named(self.desk, record), f"{kind} · {clauses}")
        self.view.set_action("")
        self.reset_action.setEnabled(library.is_shipped(record) and not self.desk.read_only)

    def copy(self) -> None:
        """Make a template of the office's own that begins as this one."""
        record = self.view.record
        if not isinstance(record, Template):
            return
        self.view.commit()
        name = self.tr("{0} (copy)").format(record.name)[:500]
        made = attempt(
            self.desk, lambda: library.copy_template(self.desk.store, record.id, name)
        )
        if made is not None:
            self.pane.refresh_now()
            self.open(made.id)
            self.view.form.tabs.setCurrentIndex(0)
            self.desk.tell(self.tr("{0} was added.").format(made.name), undo=True)

    def reset(self) -> None:
        """Give this template and its clauses their shipped words again."""
        record = self.view.record
        if record is None:
            return
        self.view.commit()
        if attempt(self.desk, lambda: library.reset(self.desk.store, record.id)) is not None:
            self.desk.tell(
                self.tr("{0} has its shipped words and clauses again.").format(record.caption),
                undo=True,
            )

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("agreements")
        empty.offer(desk.text("Write the first template"), "add", self.begin, first=True)
        exhibits = ("data_sharing", "space_use", "site_plan")
        agreements = tuple(each for each in _LABELS if each not in exhibits)
        nothing = desk.text("No template is of this kind")
        return ListPane(
            desk, "template", desk.text(Template.plural),
            (
                Column(desk.text("Name"), cell=lambda each: Cell(named(desk, each)),
                       sort="name", width=190),
                Column(desk.text("Kind"), cell=lambda each: _kind(desk, each),
                       sort="instrument", width=140),
                Column(desk.text("Clauses"), load=_counts, width=84, right=True),
            ),
            (
                Chip(desk.text("All"), lambda: ListQuery("template"), desk.text(
                    "No templates yet\nAn agreement begins with the title, the purpose and the "
                    "clauses of a template."
                )),
                Chip(desk.text("Agreements"), lambda: _of_kinds(agreements), nothing),
                Chip(desk.text("Exhibits"), lambda: _of_kinds(exhibits), nothing),
                Chip(desk.text("Trash"), lambda: ListQuery("template", trash=True), desk.text(
                    "Trash is empty\nWhat you delete waits here and can be brought back."
                )),
            ),
            empty,
            add=desk.text("Add template"),
        )

    def _hint(self) -> EmptyState:
        hint = EmptyState("agreements")
        hint.say(
            self.desk.text("Choose a template from the list"),
            self.desk.text(
                "Change its words and clauses as your office needs them. Agreements that were "
                "drafted before keep theirs."
            ),
        )
        return hint


def named(desk: Desk, record: Record) -> str:
    """What a template or clause is called in the language of the screen."""
    if desk.catalogue.language == "es":
        return str(getattr(record, f"{record.title_field().name}_es") or record.caption)
    return record.caption


def sample_notice(desk: Desk) -> Banner:
    """What everybody should know who prints these words."""
    return Banner(desk.text("Sample wording: have your counsel review it before you use it."))


def _of_kinds(kinds: tuple[str, ...]) -> ListQuery:
    return ListQuery("template", where=(OneOf("instrument", kinds),))


def _kind(desk: Desk, record: Record) -> Cell:
    value = str(getattr(record, "instrument", ""))
    return Cell(desk.text(_LABELS.get(value, value)))


def _counts(reader: "Reader", records: Sequence[Record]) -> Mapping[str, Cell]:
    links = reader.find_by(TemplateClause, "template_id", [each.id for each in records])
    counts = Counter(each.template_id for each in links)
    return {each.id: Cell(str(counts[each.id])) for each in records}


def _new(desk: Desk) -> NewRecord:
    form = FieldForm(desk, Template, ("name", "instrument"), cards=False)
    return NewRecord(
        desk,
        desk.text("New template"),
        desk.text(
            "A name is enough to begin. Its clauses are chosen from the library or written anew; "
            "a template that is almost right can also be copied (⋯ beside its name)."
        ),
        (form,),
        lambda: records.add(desk.store, "template", form.values()),
    )


class _Note(RecordPart):
    """What braces in the texts of a form mean."""

    def __init__(self, form: FieldForm) -> None:
        super().__init__()
        self.note = PlaceholderNote()
        self.note.watch(form.rows[name] for name in _FILLED_IN)
        column = self.note.layout()
        assert column is not None
        self.setLayout(column)

    def show_record(self, record: Record | None) -> None:
        self.note.look()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("template")


def _overview(desk: Desk) -> Sections:
    sections = Sections()
    form = FieldForm(desk, Template)
    sections.add(form)
    sections.add(_Note(form))
    return sections
