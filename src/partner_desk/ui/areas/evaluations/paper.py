"""A form as people will see it on paper, kept in step with what is being built."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from partner_desk.model.evaluations import EvaluationForm, Question
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT

_MOST_CIRCLES = 11


class FormPaper(QFrame):
    """Name, introduction, sections and questions with the places to answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Preview of the form"))
        self._desk = desk
        self.blocks: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(UNIT)

    def show_form(self, form: EvaluationForm, questions: Sequence[Question]) -> None:
        """Show a form anew."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.blocks = {}
        self._column.addWidget(words_label(form.name, "heading"))
        if form.description:
            self._column.addWidget(words_label(form.description, "caption"))
        section = ""
        for number, question in enumerate(questions, 1):
            if question.section != section:
                section = question.section
                self._column.addSpacing(UNIT)
                self._column.addWidget(words_label(section, "label"))
            block = self._block(number, question)
            self.blocks[question.id] = block
            self._column.addWidget(block)
        if not questions:
            self._column.addWidget(words_label(self.tr("Questions appear here."), "caption"))
        self._column.addStretch(1)

    def _block(self, number: int, question: Question) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, HALF, 0, HALF)
        column.setSpacing(HALF)
        mark = " *" if question.required else ""
        column.addWidget(words_label(f"{number}. {question.text}{mark}"))
        if question.help:
            column.addWidget(words_label(question.help, "caption"))
        column.addWidget(self._place(question))
        return block

    def _place(self, question: Question) -> QWidget:
        match question.answer_kind:
            case "scale":
                return Scale(question)
            case "choice":
                words = [f"☐ {number}  {each}" for number, each in enumerate(question.options, 1)]
                return words_label("\n".join(words) or self.tr("No choices yet."))
            case "yes_no":
                return words_label(f"☐ 1  {self.tr('Yes')}    ☐ 2  {self.tr('No')}")
            case "text":
                return Lines(3)
            case _:
                return Lines(1)


class Scale(QWidget):
    """The ratings as circles, with what the ends mean below them."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low, high = question.lowest, max(question.highest, question.lowest)
        count = min(high - low + 1, _MOST_CIRCLES)
        self.marks = [str(low + round(step * (high - low) / max(count - 1, 1)))
                      for step in range(count)]
        self._ends = question.lowest_label, question.highest_label
        self.setAccessibleName(self.tr("From {0} to {1}").format(low, high))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        below = self.fontMetrics().height() if any(self._ends) else 0
        return QSize(240, SECTION + HALF + below)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        step = min((self.width() - SECTION) / max(len(self.marks) - 1, 1), 3.0 * GAP)
        for place, mark in enumerate(self.marks):
            circle = QRect(round(place * step) + 1, 1, SECTION - 2, SECTION - 2)
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawEllipse(circle)
            painter.setPen(QColor(colours.text))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)
        self._paint_ends(painter, round((len(self.marks) - 1) * step) + SECTION)

    def _paint_ends(self, painter: QPainter, width: int) -> None:
        painter.setPen(QColor(current_colours().muted))
        metrics = painter.fontMetrics()
        line = QRect(0, SECTION + 2, max(width, 200), metrics.height())
        half = line.width() // 2 - HALF
        low, high = (
            metrics.elidedText(each, Qt.TextElideMode.ElideRight, half) for each in self._ends
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, high)


class Lines(QWidget):
    """Lines to write upon."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.setFixedHeight(count * (GAP + HALF) + HALF)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(current_colours().edge))
        width = self.width() if self._count > 1 else min(self.width(), 160)
        for number in range(1, self._count + 1):
            y = number * (GAP + HALF)
            painter.drawLine(0, y, width, y)
