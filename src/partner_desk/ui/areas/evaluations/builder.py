"""Building a form: its questions as a sheet, the details of one, and the form as it will look."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from partner_desk.model.evaluations import EvaluationForm, Question
from partner_desk.model.fields import Record
from partner_desk.ui.areas.evaluations.paper import FormPaper
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT

_DETAILS = {
    "scale": ("lowest", "highest", "lowest_label", "highest_label", "help"),
    "choice": ("options", "help"),
}
_OTHERS = ("help",)
_LAID_OUT_MS = 50
_NAMES = ("options", "lowest", "highest", "lowest_label", "highest_label", "help")


class BuilderTab(RecordPart):
    """Questions typed one under the other; what only some kinds need is asked below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: EvaluationForm | None = None
        self._question_id = ""
        self._on_paper: tuple[EvaluationForm, list[Question]] | None = None
        self.grid = Grid(
            desk, Question, "form_id", ("section", "text", "answer_kind", "required"),
            title=desk.text(Question.plural),
            teach=self.tr(
                "One question a row. Rows with the same section stand under one heading."
            ),
            weights={"section": 1.4, "text": 3.6, "answer_kind": 1.4, "required": 0.9},
        )
        self.details = FieldForm(desk, Question, _NAMES, cards=False)
        self.paper = FormPaper(desk)
        self._hint = words_label(self.tr("Choose a question above to see its details."), "caption")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_paper)
        self.grid.chosen.connect(self._show_details)
        self._lay_out()

    def show_record(self, record: Record | None) -> None:
        if isinstance(record, EvaluationForm):
            if self._form is not None and self._form.id != record.id:
                self.commit()
            self._form = record
            self.grid.show_record(record)
            self._soon.start()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("question", "form")

    def commit(self) -> None:
        self.details.commit()
        self.grid.commit()

    def focus_field(self, name: str) -> bool:
        return self.grid.focus_field(name)

    def _show_details(self, question: object) -> None:
        if not isinstance(question, Question):
            self._question_id = ""
            self.details.hide()
            self._hint.show()
            return
        self._question_id = question.id
        wanted = _DETAILS.get(question.answer_kind, _OTHERS)
        self.details.show_record(question)
        for name, row in self.details.rows.items():
            row.set_visible(name in wanted)
        self.details.show()
        self._hint.hide()
        self._show_block()

    def _show_paper(self) -> None:
        form = self._form
        if form is None:
            return
        questions = self._desk.read(lambda reader: reader.find(Question, form_id=form.id))
        if self._on_paper == (form, questions):
            return
        self._on_paper = form, questions
        place = self._area.verticalScrollBar().value()
        self.paper.show_form(form, questions)
        self._area.verticalScrollBar().setValue(place)
        QTimer.singleShot(_LAID_OUT_MS, self, self._show_block)

    def _show_block(self) -> None:
        block = self.paper.blocks.get(self._question_id)
        if block is not None:
            self._area.ensureWidgetVisible(block, 0, GAP)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, UNIT, GAP, UNIT)
        column.addWidget(self._hint)
        column.addWidget(self.details)
        column.addStretch(1)
        self._area = Scrolling(self.paper)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setChildrenCollapsible(False)
        below.addWidget(Scrolling(left))
        below.addWidget(self._area)
        below.setSizes([320, 360])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.grid)
        whole.addWidget(below)
        whole.setSizes([330, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.addWidget(whole)

