"""The list of evaluation forms and one of them: built, keyed in, counted."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from partner_desk.model.evaluations import SUBJECTS, EvaluationForm, Response
from partner_desk.model.fields import Record
from partner_desk.model.queries import Condition, HasChild, ListQuery
from partner_desk.services import records
from partner_desk.services.office import settings
from partner_desk.ui.areas.evaluations.builder import BuilderTab
from partner_desk.ui.areas.evaluations.entry import EntryTab
from partner_desk.ui.areas.evaluations.print_tab import PrintTab
from partner_desk.ui.areas.evaluations.responses import ResponsesTab
from partner_desk.ui.areas.evaluations.results import ResultsTab
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_FIELDS = ("name", "description", "about", "language", "version", "rights")


class NewForm(NewRecord):
    """A name and what it is asked about; the questions come next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.fields = FieldForm(
            desk, EvaluationForm, ("name", "about", "language"), cards=False
        )
        super().__init__(
            desk,
            desk.text("New evaluation form"),
            desk.text("A name is enough to begin; the questions are typed next."),
            (self.fields,),
            lambda: records.add(desk.store, "form", self.fields.values()),
            parent=parent,
        )
        self.next_button.hide()

    def begin(self) -> None:
        super().begin()
        self.fields.rows["language"].show_value(settings(self._desk.store).language)


class EvaluationsSide(Side):
    """Forms; their questions, responses and results are tabs."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(desk), NewForm(desk))
        self.builder = BuilderTab(desk)
        self.entry = EntryTab(desk)
        self.responses = ResponsesTab(desk)
        self.results = ResultsTab(desk)
        self.paper = PrintTab(desk)
        self.about = Sections()
        self.about.add(FieldForm(desk, EvaluationForm, _FIELDS))
        view.add_tab(self.tr("Questions"), self.builder)
        view.add_tab(self.tr("On paper"), self.paper)
        view.add_tab(self.tr("Key in"), self.entry)
        view.add_tab(self.tr("Responses"), self.responses)
        view.add_tab(self.tr("Results"), self.results)
        view.add_tab(self.tr("About the form"), self.about)
        view.add_tab(self.tr("History"), HistoryTab(desk))
        self.responses.opened.connect(self._open_response)
        print_action = view.add_menu(self.tr("Print the form…"), "print", self.print_form)
        view.menu.removeAction(print_action)
        view.menu.insertAction(self.trash_action, print_action)

    def describe(self, record: Record) -> None:
        if not isinstance(record, EvaluationForm):
            return
        labels = {each.value: self.desk.text(each.label) for each in SUBJECTS}
        count = self.desk.read(
            lambda reader: reader.count(
                ListQuery("response", where=(Condition("form_id", record.id),))
            )
        )
        facts = [labels.get(record.about, record.about),
                 self.desk.plural("{0} response", "{0} responses", count)]
        self.view.set_head(record.name, " · ".join(facts))
        self.view.set_action(self.tr("Key in responses"), "edit", self.key_in)

    def key_in(self) -> None:
        """Turn to the sheet for keying in, at its first answer."""
        self.view.go_to(self.entry, "answer")

    def print_form(self) -> None:
        """Turn to the form as it is on paper and print it."""
        if self.view.record is not None:
            self.view.commit()
            self.view.go_to(self.paper)
            self.paper.print_pages()

    def open_response(self, response_id: str) -> None:
        """Show a response in its form."""
        response = self.desk.read(lambda reader: reader.get(Response, response_id))
        if response is not None and response.form_id:
            self.open(response.form_id)
            self._open_response(response)

    def _open_response(self, response: Response) -> None:
        self.view.go_to(self.entry)
        self.entry.open_response(response)

    def _pane(self, desk: Desk) -> ListPane:
        empty = EmptyState("evaluations")
        empty.offer(desk.text("Build the first form"), "add", self.begin, first=True)
        return ListPane(
            desk, "form", desk.text("Evaluations"),
            (
                field_column(desk, "form", "name", 204),
                Column(desk.text("Responses"), load=_responses, width=98, right=True),
                field_column(desk, "form", "about", 106),
                field_column(desk, "form", "language", 90),
            ),
            (
                Chip(
                    desk.text("All"), lambda: ListQuery("form"),
                    desk.text(
                        "No evaluation forms yet\nA form asks how a partnership, an agreement or a "
                        "resource is doing. Build it here, print it, key in what comes back."
                    ),
                ),
                Chip(
                    desk.text("With responses"),
                    lambda: ListQuery("form", where=(HasChild("response"),)),
                    desk.text("No responses yet\nForms that were answered are listed here."),
                ),
                Chip(
                    desk.text("Trash"), lambda: ListQuery("form", trash=True),
                    desk.text("Trash is empty\nWhat you delete waits here and can be brought "
                              "back."),
                ),
            ),
            empty,
            add=desk.text("Add form"),
        )

    def _hint(self, desk: Desk) -> EmptyState:
        hint = EmptyState("evaluations")
        hint.say(
            desk.text("Choose a form from the list"),
            desk.text("Its questions, responses and results are shown here."),
        )
        return hint


def _responses(reader: "Reader", records: Sequence[Record]) -> Mapping[str, Cell]:
    return {
        each.id: Cell(f"{count:,}" if count else "")
        for each in records
        for count in [
            reader.count(ListQuery("response", where=(Condition("form_id", each.id),)))
        ]
    }
