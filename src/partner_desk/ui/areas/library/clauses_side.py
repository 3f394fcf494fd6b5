"""The clauses of the library: their list and the record of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from partner_desk.model.fields import Record
from partner_desk.model.library import LibraryClause, Template, TemplateClause
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services import library, records
from partner_desk.ui.areas.library.templates_side import named, sample_notice
from partner_desk.ui.components.attempts import attempt
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.link_list import Link, LinkList
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import shown
from partner_desk.ui.components.side import Side
from partner_desk.ui.components.wording import Wording
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


class ClausesSide(Side):
    """The clauses that templates begin with, each written once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(), lambda: _new(desk))
        view.form.column.insertWidget(3, sample_notice(desk))
        view.add_tab(self.tr("Clause"), _clause(desk))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        self.reset_action = view.add_menu(
            self.tr("Restore the shipped words"), "restore", self.reset
        )

    def describe(self, record: Record) -> None:
        assert isinstance(record, LibraryClause)
        used = self.desk.read(lambda reader: library.templates_with(reader, record.id))
        caption = self.desk.plural("In {0} template", "In {0} templates", len(used))
        self.view.set_head(named(self.desk, record), caption)
        self.view.set_action("")
        self.reset_action.setEnabled(library.is_shipped(record) and not self.desk.read_only)

    def reset(self) -> None:
        """Give this clause its shipped words again."""
        record = self.view.record
        if record is None:
            return
        self.view.commit()
        if attempt(self.desk, lambda: library.reset_clause(self.desk.store, record.id)):
            self.desk.tell(
                self.tr("{0} has its shipped words again.").format(record.caption), undo=True
            )

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("clause")
        empty.offer(desk.text("Write the first clause"), "add", self.begin, first=True)
        return ListPane(
            desk, "library_clause", desk.text(LibraryClause.plural),
            (
                Column(desk.text("Heading"), cell=lambda each: Cell(named(desk, each)),
                       sort="heading", width=222),
                Column(desk.text("Spanish"), cell=lambda each: _spanish(desk, each), width=80),
                Column(desk.text("Templates"), load=_counts, width=96, right=True),
            ),
            (
                Chip(desk.text("All"), lambda: ListQuery("library_clause"), desk.text(
                    "No clauses yet\nA clause is written once and used by any template."
                )),
                Chip(desk.text("Not in Spanish"), lambda: ListQuery(
                    "library_clause", where=(Condition("text_es", ""),)
                ), desk.text("Every clause is written in both languages")),
                Chip(desk.text("Trash"), lambda: ListQuery("library_clause", trash=True),
                     desk.text(
                    "Trash is empty\nWhat you delete waits here and can be brought back."
                )),
            ),
            empty,
            add=desk.text("Add clause"),
        )

    def _hint(self) -> EmptyState:
        hint = EmptyState("clause")
        hint.say(
            self.desk.text("Choose a clause from the list"),
            self.desk.text(
                "A change is for new drafts of every template that has it. Agreements that were "
                "drafted before keep their words."
            ),
        )
        return hint


def _spanish(desk: Desk, record: Record) -> Cell:
    return Cell() if getattr(record, "text_es", "") else Cell(desk.text("Missing"), "warning")


def _counts(reader: "Reader", found: Sequence[Record]) -> Mapping[str, Cell]:
    links = reader.find_by(TemplateClause, "library_clause_id", [each.id for each in found])
    counts = Counter(each.library_clause_id for each in links)
    return {each.id: Cell(str(counts[each.id])) for each in found}


def _new(desk: Desk) -> NewRecord:
    form = FieldForm(desk, LibraryClause, ("heading", "text"), cards=False)
    return NewRecord(
        desk,
        desk.text("New clause"),
        desk.text("A heading is enough to begin. Its Spanish is written beside it afterwards."),
        (form,),
        lambda: records.add(desk.store, "library_clause", form.values()),
    )


def _clause(desk: Desk) -> Sections:
    wording = Wording(desk, LibraryClause, ("heading", "text"), ("heading_es", "text_es"))
    wording.name_languages(desk.text("English"), desk.text("Spanish"))
    sections = Sections()
    sections.add(wording)
    used = LinkList(
        desk, lambda reader, record: _used_in(desk, reader, record),
        desk.text("No template has this clause. Add it under Clauses of a template."),
        ("template", "template_clause", "library_clause"),
    )
    sections.add(used, desk.text("Used in"))
    sections.add(FieldForm(desk, LibraryClause, ("notes",)))
    return sections


def _used_in(desk: Desk, reader: "Reader", record: Record) -> list[Link]:
    kind = Template.declarations["instrument"].type
    return [
        Link("template", each.id, named(desk, each), shown(kind, each.instrument, desk.text))
        for each in library.templates_with(reader, record.id)
    ]
