"""The list of schools and the record of one."""

from partner_desk.model.fields import Record
from partner_desk.model.partners import School
from partner_desk.model.queries import ListQuery
from partner_desk.services import records
from partner_desk.ui.areas.partners.needs_tab import NeedsTab
from partner_desk.ui.areas.partners.related import partners_of_school
from partner_desk.ui.components.alike_hint import watch_form
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.import_button import import_button
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import field_column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import shown
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk

NEW_FIELDS = ("name", "level", "principal", "phone", "email")


class SchoolsSide(Side):
    """The schools of the district."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(), lambda: _new(desk))
        self.pane.add_to_foot(import_button(desk))
        view.add_tab(self.tr("Overview"), Lazy(lambda: _overview(desk)))
        self.needs = Lazy(lambda: NeedsTab(desk))
        view.add_tab(self.tr("Needs"), self.needs)
        view.add_tab(self.tr("Partners"), Lazy(lambda: partners_of_school(desk)))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))

    def describe(self, record: Record) -> None:
        level = shown(School.declarations["level"].type, getattr(record, "level", ""),
                      self.desk.text)
        principal = getattr(record, "principal", "")
        self.view.set_head(record.caption, " · ".join(filter(None, (level, principal))))
        self.view.set_action("")

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("school")
        empty.offer(desk.text("Add the first school"), "add", self.begin, first=True)
        empty.offer(
            desk.text("Import a list"), "import", desk.import_requested.emit, first=False
        )
        return ListPane(
            desk, "school", desk.text("Schools"),
            tuple(field_column(desk, "school", name, width) for name, width in
                  (("name", 200), ("level", 168), ("principal", 130), ("phone", 120))),
            (
                Chip(
                    desk.text("Schools"), lambda: ListQuery("school"),
                    desk.text(
                        "No schools yet\nThe schools of the district belong here; partnerships "
                        "and agreements name those they serve."
                    ),
                ),
                Chip(
                    desk.text("Trash"), lambda: ListQuery("school", trash=True),
                    desk.text(
                        "Trash is empty\nWhat you delete waits here and can be brought back."
                    ),
                ),
            ),
            empty,
            add=desk.text("Add school"),
        )

    def _hint(self) -> EmptyState:
        hint = EmptyState("school")
        hint.say(
            self.desk.text("Choose a school from the list"),
            self.desk.text("Its address, what it needs, and the partners that serve it."),
        )
        return hint


def _new(desk: Desk) -> NewRecord:
    form = FieldForm(desk, School, NEW_FIELDS, cards=False)
    new = NewRecord(
        desk,
        desk.text("New school"),
        desk.text("A name is enough to begin; the rest can be filled in later."),
        (form,),
        lambda: records.add(desk.store, "school", form.values()),
    )
    new.add_hint(watch_form(desk, form))
    return new


def _overview(desk: Desk) -> Sections:
    sections = Sections()
    sections.add(FieldForm(desk, School))
    return sections
