"""Keying in paper forms: number keys, Enter goes on, Enter at the end begins the next form."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.evaluations import EvaluationForm, Question, Response
from partner_desk.model.fields import Record
from partner_desk.services import evaluations, records
from partner_desk.ui.areas.evaluations.answer_row import AnswerRow
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT
from partner_desk.ui.sentences import problem_sentence

SUBJECT_FIELDS = {
    "partnership": "partnership_id", "agreement": "agreement_id", "service": "service_id"
}


class EntryTab(RecordPart):
    """One response at a time. It is kept from the first answer on; nothing has to be saved."""

    finished = Signal(str)
    """The id of the response that was completed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: EvaluationForm | None = None
        self._questions: list[Question] = []
        self.response: Response | None = None
        self.rows: list[AnswerRow] = []
        self.head: FieldForm | None = None
        self._keyed_now = 0
        self._make_controls()
        self._lay_out()

    # What is shown

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, EvaluationForm):
            return
        questions = self._desk.read(lambda reader: reader.find(Question, form_id=record.id))
        other = self._form is None or self._form.id != record.id
        if other:
            self.commit()
        if other or self._form is None or self._form.about != record.about:
            self._keyed_now = 0
            self._form = record
            self._make_head(record)
            self._show_rows(questions)
            self.begin()
        elif questions != self._questions:
            self._form = record
            self._show_rows(questions)
            self._show_answers()
        elif self.response is not None:
            self._catch_up(self.response.id)
        self._form = record

    def _catch_up(self, response_id: str) -> None:
        """After an undo the sheet shows what is kept, or a new form when nothing is."""
        response = self._desk.read(lambda reader: reader.get(Response, response_id))
        if response is None or response.deleted_at is not None:
            self.begin()
            return
        self.response = response
        if self.head is not None:
            self.head.show_record(response)
        self._show_answers()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("question", "form", "response", "answer")

    def commit(self) -> None:
        for row in self.rows:
            if row.is_dirty:
                self.keep(row)
        if self.head is not None:
            self.head.commit()

    def focus_field(self, name: str) -> bool:
        if name != "answer" or not self.rows:
            return False
        self._focus(self.rows[0])
        return True

    def begin(self) -> None:
        """A new form: who and what it is about stay as they were, the answers are empty."""
        values: dict[str, Any] = self.head.values() if self.head is not None else {}
        self.response = None
        if self.head is not None:
            day = values.get("answered_on") or self._desk.today()
            self.head.begin({**values, "answered_on": day})
        for row in self.rows:
            row.show_kept("")
        self._show_progress()
        self._area.verticalScrollBar().setValue(0)

    def begin_next(self) -> None:
        """Begin a new form with the cursor in its first answer."""
        self.commit()
        self.begin()
        if self.rows:
            self._focus(self.rows[0])

    def open_response(self, response: Response) -> None:
        """Show a response that was begun before, to go on with it or to correct it."""
        self.commit()
        self.response = response
        if self.head is not None:
            self.head.show_record(response)
        self._show_answers()
        open_row = next((row for row in self.rows if not row.kept), None)
        if self.rows:
            self._focus(open_row or self.rows[0])

    # What is keyed

    def keep(self, row: AnswerRow) -> bool:
        """Keep what is typed; False when it cannot be taken, which is said below the line."""
        if not row.is_dirty:
            return not row.error()
        response = self._response()
        if response is None:
            return False
        typed = row.line.text()
        try:
            kept = self._desk.write(
                lambda: evaluations.answer(
                    self._desk.store, response.id, row.question.id, typed
                )
            )
        except InputError as error:
            row.show_error(self._sentence(error.problems[0]))
            return False
        if kept is None:
            return False
        row.show_kept(kept)
        self._show_progress()
        return True

    def finish(self) -> None:
        """Complete the response and begin the next form; what is still open is said instead."""
        self.commit()
        broken = next((row for row in self.rows if row.error()), None)
        if broken is not None:
            self._focus(broken)
            return
        response = self.response
        if response is None:
            return
        unanswered = self._desk.write(
            lambda: evaluations.finish_response(self._desk.store, response.id)
        )
        if unanswered is None:
            return
        if unanswered:
            self._say_open(unanswered)
            return
        self._keyed_now += 1
        self.begin()
        self._desk.tell(
            self._desk.plural(
                "{0} form was keyed in.", "{0} forms were keyed in.", self._keyed_now
            ),
            undo=False,
        )
        self.finished.emit(response.id)
        if self.rows:
            self._focus(self.rows[0])

    def _say_open(self, unanswered: list[Problem]) -> None:
        by_id = {each.field: each for each in unanswered}
        first: AnswerRow | None = None
        for row in self.rows:
            if row.question.id in by_id:
                row.show_error(self.tr("This has to be answered."))
                first = first or row
        if first is not None:
            self._focus(first)

    def _response(self) -> Response | None:
        """The response on the sheet, made when its first answer is keyed."""
        if self.response is not None:
            return self.response
        form, head = self._form, self.head
        if form is None or head is None:
            return None
        try:
            made = self._desk.write(
                lambda: records.add_child(
                    self._desk.store, Response, "form_id", form, head.values()
                )
            )
        except InputError as error:
            head.show_problems(error.problems)
            return None
        self.response = made
        if made is not None:
            head.show_record(made)
        return made

    def _sentence(self, problem: Problem) -> str:
        return problem_sentence(problem.code, problem.values, self._desk.text)

    def _goes_on(self, row: AnswerRow) -> None:
        if row.is_dirty and not self.keep(row):
            return
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self._focus(self.rows[place])
        else:
            self.finish()

    def _goes_back(self, row: AnswerRow) -> None:
        place = self.rows.index(row)
        if place > 0:
            self._focus(self.rows[place - 1])

    def _focus(self, row: AnswerRow) -> None:
        row.line.setFocus(Qt.FocusReason.TabFocusReason)
        row.line.selectAll()
        self._area.ensureWidgetVisible(row, 0, SECTION)

    # The sheet

    def _make_head(self, form: EvaluationForm) -> None:
        if self.head is not None:
            self.head.hide()
            self.head.deleteLater()
        names = (SUBJECT_FIELDS.get(form.about, "partnership_id"), "respondent", "answered_on")
        self.head = FieldForm(self._desk, Response, names)
        self.head.begin({"answered_on": self._desk.today()})
        self._column.insertWidget(0, self.head)

    def _show_rows(self, questions: list[Question]) -> None:
        self._questions = questions
        while (item := self._sheet.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        section = ""
        for number, question in enumerate(questions, 1):
            if question.section != section:
                section = question.section
                heading = words_label(section, "heading")
                heading.setContentsMargins(0, UNIT, 0, 0)
                self._sheet.addWidget(heading)
            row = AnswerRow(self._desk, number, question)
            row.left.connect(self.keep)
            row.on.connect(self._goes_on)
            row.back.connect(self._goes_back)
            self.rows.append(row)
            self._sheet.addWidget(row)
        self._teach.setVisible(not questions)
        self._card.setVisible(bool(questions))

    def _show_answers(self) -> None:
        kept = (
            evaluations.answers_of(self._desk.store, self.response.id) if self.response else {}
        )
        for row in self.rows:
            if not (row.is_dirty and (row.error() or row.line.hasFocus())):
                row.show_kept(kept.get(row.question.id, ""))
        self._show_progress()

    def _show_progress(self) -> None:
        answered = sum(bool(row.kept) for row in self.rows)
        self.bar.setMaximum(max(len(self.rows), 1))
        self.bar.setValue(answered)
        self.progress.setText(
            self.tr("{0} of {1} answered").format(answered, len(self.rows))
        )

    def _make_controls(self) -> None:
        self.progress = words_label("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(160)
        self.bar.setFixedHeight(UNIT)
        self.bar.setAccessibleName(self.tr("Answered"))
        self.next_button = flat_button(self.tr("Begin another form"), "add")
        self.next_button.setToolTip(self.tr("What is keyed in so far is kept as unfinished."))
        self.next_button.clicked.connect(self.begin_next)
        self.finish_button = QPushButton(self.tr("Done, next form"))
        self.finish_button.setToolTip(self.tr("Enter in the last answer does the same."))
        self.finish_button.clicked.connect(self.finish)
        self._teach = words_label(
            self.tr("This form has no questions yet. Build them in the tab Questions."), "caption"
        )

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._card.setMaximumWidth(FORM_WIDTH)
        self._sheet = QVBoxLayout(self._card)
        self._sheet.setContentsMargins(GAP, UNIT, UNIT, UNIT)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, GAP, HALF, SECTION)
        self._column.setSpacing(UNIT)
        self._column.addWidget(self._teach)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self._area = Scrolling(inside)
        self.progress.setWordWrap(False)
        # Above the buttons: beside them, large text would make the window too wide.
        count = QHBoxLayout()
        count.setSpacing(UNIT)
        count.addWidget(self.progress)
        count.addWidget(self.bar)
        count.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.finish_button)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._area, 1)
        column.addLayout(count)
        column.addLayout(foot)
