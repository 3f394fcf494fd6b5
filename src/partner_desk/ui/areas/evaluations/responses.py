"""The responses to a form: who answered, about what, and whether all was keyed in."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from partner_desk.model.evaluations import EvaluationForm, Response
from partner_desk.model.fields import Record
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.services import records
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.listing import Cell, CellDelegate, Column, RecordTable, field_column
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT, dress_table

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_SUBJECTS = ("partnership", "agreement", "service")


class ResponsesTab(RecordPart):
    """A table of responses; Enter or a double click opens one for correction."""

    opened = Signal(object)
    """The response to go on with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: EvaluationForm | None = None
        self.model = RecordTable(desk, "response", self._columns(), self)
        self.table = QTableView()
        self.table.setAccessibleName(desk.text(Response.plural))
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.table.horizontalHeader().setStretchLastSection(True)
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, column.width)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._show_state)
        self.open_button = flat_button(self.tr("Open"), "edit")
        self.open_button.clicked.connect(lambda: self._open(self.table.currentIndex()))
        self.delete_button = flat_button(self.tr("Delete"), "delete")
        self.delete_button.clicked.connect(self.delete)
        self._count = words_label("", "caption")
        self._teach = words_label(
            self.tr("No responses yet. Key in the first in the tab Key in."), "caption"
        )
        self._lay_out()

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, EvaluationForm):
            return
        self._form = record
        query = self.model.query
        order = query.order or "answered_on"
        descending = query.descending or not query.order
        self.model.show(
            ListQuery("response", where=(Condition("form_id", record.id),), order=order,
                      descending=descending)
        )
        found = len(self.model.ids)
        self._count.setText(self._desk.plural("{0} response", "{0} responses", found))
        self._teach.setVisible(not found)
        self.table.setVisible(bool(found))
        self._show_state()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("response", "answer", "partnership", "agreement", "service")

    def delete(self) -> None:
        """Move the chosen response to Trash; the way back is offered at once."""
        response_id = self._chosen()
        if not response_id:
            return

        def work() -> bool:
            records.delete(self._desk.store, Response, response_id)
            return True

        if self._desk.write(work):
            self.show_record(self._form)
            self._desk.tell(self.tr("The response was deleted."), undo=True)

    def _chosen(self) -> str:
        row = self.table.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else ""

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        response_id = self.model.ids[index.row()]
        response = self._desk.read(lambda reader: reader.get(Response, response_id))
        if response is not None:
            self.opened.emit(response)

    def _show_state(self) -> None:
        for button in (self.open_button, self.delete_button):
            button.setEnabled(bool(self._chosen()))

    def _columns(self) -> list[Column]:
        desk = self._desk

        def state(record: Record) -> Cell:
            assert isinstance(record, Response)
            if record.complete:
                return Cell(desk.text("Complete"), "success")
            return Cell(desk.text("Unfinished"), "warning")

        return [
            field_column(desk, "response", "answered_on", 124),
            Column(desk.text("About"), load=subjects, width=220, stretch=True),
            field_column(desk, "response", "respondent", 160),
            Column(desk.text("Status"), cell=state, sort="complete", width=120),
        ]

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.open_button)
        foot.addWidget(self.delete_button)
        foot.addWidget(self._count, 1)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._teach, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


def subjects(reader: "Reader", found: Sequence[Record]) -> Mapping[str, Cell]:
    """What each response is about."""
    cells: dict[str, Cell] = {}
    for kind in _SUBJECTS:
        wanted = {each.id: getattr(each, f"{kind}_id") for each in found}
        ids = sorted({each for each in wanted.values() if each})
        names = {each.id: each.caption for each in reader.get_many(KINDS[kind], ids)}
        for response_id, subject in wanted.items():
            if subject:
                cells[response_id] = Cell(names.get(subject, ""))
    return cells
