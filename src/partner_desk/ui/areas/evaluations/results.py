"""What the answers to a form amount to: for each question a table with bars, and a workbook."""

from decimal import Decimal
from pathlib import Path
from statistics import median

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.evaluations import EvaluationForm
from partner_desk.model.fields import Record
from partner_desk.services import evaluations
from partner_desk.services.evaluations import QuestionResult
from partner_desk.services.exporting import evaluation_results
from partner_desk.services.number_ranges import NumberRange, in_ranges
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.components.showing import NO, YES
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT

_MOST_ROWS = 20


class Bar(QWidget):
    """A share of a whole as a bar; the number stands beside it."""

    def __init__(self, share: float, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = share
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = current_colours()
        ground = QRectF(0, 2, self.width(), self.height() - 4)
        painter.setBrush(QColor(colours.subtle))
        painter.drawRoundedRect(ground, 3, 3)
        if self.share > 0:
            painter.setBrush(QColor(colours.accent))
            ground.setWidth(max(self.share * self.width(), 3))
            painter.drawRoundedRect(ground, 3, 3)


class ResultsTab(RecordPart):
    """Counts, means and how answers are spread, from complete responses only."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form: EvaluationForm | None = None
        self._summary = words_label("", "caption")
        self.export_button = flat_button(self.tr("Excel…"), "export")
        self.export_button.clicked.connect(self.ask_and_export)
        self._area = Scrolling(name=self.tr("Results"))
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addWidget(self._area, 1)

    def show_record(self, record: Record | None) -> None:
        if not isinstance(record, EvaluationForm):
            return
        self._form = record
        found = evaluations.results(self._desk.store, record.id)
        self._summary.setText(
            self._desk.plural(
                "From {0} complete response", "From {0} complete responses", found.responses
            )
        )
        self.export_button.setEnabled(found.responses > 0)
        inside = QWidget()
        inside.setMaximumWidth(FORM_WIDTH + HALF)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, HALF, SECTION)
        column.setSpacing(UNIT)
        section = ""
        for number, each in enumerate(found.questions, 1):
            if each.question.section != section:
                section = each.question.section
                column.addWidget(words_label(section, "heading"))
            column.addWidget(self._card(number, each))
        if not found.responses:
            column.addWidget(words_label(
                self.tr("Results appear here as soon as a response is complete."), "caption"
            ))
        column.addStretch(1)
        self._area.setWidget(inside)

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("form", "question", "response", "answer")

    def ask_and_export(self) -> None:
        """Ask for a file name and write the responses and results there."""
        form = self._form
        if form is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to Excel"), f"{form.name} {self._desk.today():%Y-%m-%d}.xlsx",
            self.tr("Excel workbook") + " (*.xlsx)",
        )
        if chosen:
            path = Path(chosen)
            self.export(path if path.suffix else path.with_suffix(".xlsx"))

    def export(self, path: Path) -> None:
        """Write the responses and results to a workbook in the background."""
        form, desk = self._form, self._desk
        if form is None:
            return
        form_id = form.id

        def work(report: Report, cancelled: Cancelled) -> int:
            return evaluation_results(
                desk.store, form_id, path, desk.text,
                creator=desk.store.author.who, report=report, cancelled=cancelled,
            ).rows

        def done(rows: int) -> None:
            written = desk.plural(
                "{0} response was written.", "{0} responses were written.", rows
            )
            desk.tell(desk.text("{0}: {1}").format(path.name, written))

        desk.start_job(self.tr("Export to {0}").format(path.name), work, done)

    def _card(self, number: int, result: QuestionResult) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, UNIT, GAP, UNIT + HALF)
        column.setSpacing(HALF)
        column.addWidget(words_label(f"{number}. {result.question.text}"))
        facts = [self._desk.plural("{0} answer", "{0} answers", result.answered)]
        if result.mean is not None:
            facts.append(self.tr("mean {0}").format(f"{result.mean:f}"))
        if result.question.answer_kind == "number" and len(result.counts) > 1:
            facts.append(self._spread_words(_numbers(result)))
        if result.question.answer_kind == "text" and result.answered:
            facts.append(self.tr("the words are in the Excel file"))
        column.addWidget(words_label(" · ".join(facts), "caption"))
        if result.counts:
            column.addLayout(self._table(result))
        return card

    def _table(self, result: QuestionResult) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(1, 1)
        for place, (words, count) in enumerate(self._lines(result)[:_MOST_ROWS]):
            share = count / result.answered if result.answered else 0.0
            name = words_label(words)
            name.setFixedWidth(190)
            grid.addWidget(name, place, 0)
            spoken = self.tr("{0}: {1} of {2}").format(words, count, result.answered)
            grid.addWidget(Bar(share, spoken), place, 1)
            for column, text in ((2, f"{count:,}"), (3, f"{share:.0%}")):
                label = words_label(text)
                label.setMinimumWidth(40)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(label, place, column)
        return grid

    def _lines(self, result: QuestionResult) -> list[tuple[str, int]]:
        """Each answer with how often it was given; many different numbers as ranges."""
        numbers = _numbers(result) if result.question.answer_kind == "number" else []
        if ranges := in_ranges(numbers):
            whole = all(number == int(number) for number, _ in numbers)
            return [(self._range_words(each, whole), each.count) for each in ranges]
        return [(self._answer_words(result, value), count) for value, count in result.counts]

    def _range_words(self, found: NumberRange, whole: bool) -> str:
        if whole:
            return f"{found.first:,f}\N{EN DASH}{found.beyond - 1:,f}"
        return self.tr("{0} to under {1}").format(f"{found.first:,f}", f"{found.beyond:,f}")

    def _spread_words(self, numbers: list[tuple[Decimal, int]]) -> str:
        middle = median([number for number, count in numbers for _ in range(count)])
        return self.tr("smallest {0} · median {1} · largest {2}").format(
            f"{numbers[0][0]:,f}", f"{middle:,f}", f"{numbers[-1][0]:,f}"
        )

    def _answer_words(self, result: QuestionResult, value: str) -> str:
        question = result.question
        if question.answer_kind == "yes_no":
            return self._desk.text({"yes": YES, "no": NO}.get(value, value))
        ends = {str(question.lowest): question.lowest_label,
                str(question.highest): question.highest_label}
        meaning = ends.get(value, "") if question.answer_kind == "scale" else ""
        return f"{value} – {meaning}" if meaning else value


def _numbers(result: QuestionResult) -> list[tuple[Decimal, int]]:
    return [(Decimal(value), count) for value, count in result.counts]
