"""One question while a pile of paper forms is keyed in: numbers, Enter, on to the next."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from partner_desk.model.evaluations import Question
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.showing import NO, YES
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, HALF, UNIT, set_look

_BY_NUMBER = ("scale", "choice", "yes_no")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerLine(QLineEdit):
    """Enter and Down go on, Up goes back."""

    on = Signal()
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on, Up goes back."""
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            self.on.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class AnswerRow(QWidget):
    """The question, what may be keyed, the line for it, and what the number keyed stands for."""

    left = Signal(object)
    on = Signal(object)
    back = Signal(object)

    def __init__(
        self, desk: Desk, number: int, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.kept = ""
        self._desk = desk
        self.line = AnswerLine()
        self.line.setAccessibleName(question.text)
        self.line.setAccessibleDescription(self._allowed())
        if question.answer_kind in _BY_NUMBER:
            self.line.setValidator(
                QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), self.line)
            )
        if question.answer_kind != "text":
            self.line.setFixedWidth(120 if question.answer_kind in ("number", "date") else 72)
        self.line.on.connect(lambda: self.on.emit(self))
        self.line.back.connect(lambda: self.back.emit(self))
        self.line.editingFinished.connect(lambda: self.left.emit(self))
        self.line.textChanged.connect(self._echo)
        self._meaning = words_label(self._allowed(), "caption")
        self._message = words_label("", "error")
        self._message.hide()
        self._lay_out(number)

    @property
    def is_dirty(self) -> bool:
        """Whether something else is typed than is kept."""
        return self.line.text().strip() != self.kept

    def show_kept(self, value: str) -> None:
        """Show a kept answer as it is keyed: choices and yes or no by their numbers."""
        self.kept = self._keyed(value)
        self.line.setText(self.kept)
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say below the line what would be right; "" takes it back."""
        set_look(self.line, "invalid", bool(sentence))
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence or self._allowed())

    def error(self) -> str:
        """What is said to be wrong."""
        return self._message.text() if not self._message.isHidden() else ""

    def _keyed(self, value: str) -> str:
        question = self.question
        if question.answer_kind == "choice" and value in question.options:
            return str(question.options.index(value) + 1)
        if question.answer_kind == "yes_no":
            return {"yes": "1", "no": "2"}.get(value, value)
        return value

    def _allowed(self) -> str:
        question = self.question
        match question.answer_kind:
            case "scale":
                ends = [
                    f"{value} = {label}"
                    for value, label in ((question.lowest, question.lowest_label),
                                         (question.highest, question.highest_label))
                    if label
                ]
                limits = f"{question.lowest}–{question.highest}"
                return ", ".join((limits, *ends))
            case "choice":
                return "   ".join(
                    f"{number} {each}" for number, each in enumerate(question.options, 1)
                )
            case "yes_no":
                return f"1 {self._desk.text(YES)}   2 {self._desk.text(NO)}"
            case "number":
                return self.tr("A number")
            case "date":
                return self.tr("MM/DD/YYYY")
        return self.tr("In words")

    def _echo(self, typed: str) -> None:
        question = self.question
        words = ""
        if typed.isdecimal():
            number = int(typed)
            if question.answer_kind == "choice" and 0 < number <= len(question.options):
                words = question.options[number - 1]
            elif question.answer_kind == "yes_no":
                words = {1: self._desk.text(YES), 2: self._desk.text(NO)}.get(number, "")
            elif question.answer_kind == "scale":
                words = {question.lowest: question.lowest_label,
                         question.highest: question.highest_label}.get(number, "")
        # What the number means takes the place of what may be keyed.
        self._meaning.setText(f"= {words}" if words else self._allowed())

    def _lay_out(self, number: int) -> None:
        question = self.question
        mark = " *" if question.required else ""
        label = words_label(f"{number}. {question.text}{mark}")
        label.setBuddy(self.line)
        across = QHBoxLayout()
        across.setSpacing(UNIT)
        across.addWidget(self.line)
        across.addWidget(self._meaning, 0 if question.answer_kind == "text" else 1)
        self._meaning.setVisible(question.answer_kind != "text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF, GAP, HALF)
        column.setSpacing(HALF)
        column.addWidget(label)
        if question.help:
            column.addWidget(words_label(question.help, "caption"))
        column.addLayout(across)
        column.addWidget(self._message)
