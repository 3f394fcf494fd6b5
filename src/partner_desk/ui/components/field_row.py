"""One field of a form: its label, its control, and what is wrong with what was typed."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date
from partner_desk.model.fields import Field, Needed
from partner_desk.model.values import Flag, Reference, Text
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.editors import (
    ChoiceEditor,
    Editor,
    FlagEditor,
    LineEditor,
    LinesEditor,
)
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk

LONG_TEXT = 1_000


def editor_for(desk: Desk, field: Field) -> Editor:
    """The control that suits the type of a field."""
    value_type = field.type
    if isinstance(value_type, Choice):
        # What always has a value offers no empty line.
        return ChoiceEditor(value_type, desk.text, may_be_empty=not field.default)
    if isinstance(value_type, Flag):
        return FlagEditor(desk.text(field.label))
    if isinstance(value_type, Date):
        return DateEditor(desk.text)
    if isinstance(value_type, Reference):
        return ReferenceEditor(desk, value_type.target)
    if type(value_type) is Text and (value_type.lines or value_type.limit > LONG_TEXT):
        return LinesEditor(3 if value_type.lines else 1)
    return LineEditor(value_type, desk.text)


class FieldRow(QObject):
    """Keeps apart what is stored and what stands in the control."""

    left = Signal(object)
    entered = Signal(object)

    def __init__(self, desk: Desk, field: Field, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.error = ""
        self.editor = editor_for(desk, field)
        self._desk = desk
        self.editor.set_read_only(desk.read_only)
        desk.locked.connect(self.editor.set_read_only)
        self.label = QLabel()
        self._message = QLabel()
        self._stored: Any = None
        self._shown: Any = None
        self._label(desk)
        self.box = QWidget()
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self._message)
        self.editor.left.connect(lambda: self.left.emit(self))
        self.editor.entered.connect(lambda: self.entered.emit(self))

    def _label(self, desk: Desk) -> None:
        name, help_text = desk.text(self.field.label), desk.text(self.field.help)
        words = "" if isinstance(self.editor, FlagEditor) else name
        if self.field.needed is Needed.ALWAYS and words:
            words += "\N{NO-BREAK SPACE}*"  # The mark never stands on a line alone.
        self.label.setText(words.replace("&", "&&"))
        self.label.setBuddy(self.editor.control)
        self.label.setWordWrap(True)
        self.label.setToolTip(help_text)
        notes = [help_text]
        if self.field.needed is Needed.FOR_SIGNATURE:
            notes.append(self.tr("Needed before an agreement can be signed."))
        if self.field.needed is Needed.ALWAYS:
            notes.append(self.tr("Always needed."))
        self.editor.describe(name, " ".join(each for each in notes if each))
        self._message.setProperty("textRole", "error")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.hide()

    @property
    def is_dirty(self) -> bool:
        """Whether something else stands in the control than was shown."""
        return bool(self.editor.value() != self._shown)

    @property
    def stored(self) -> Any:
        """The stored value that the person saw before typing."""
        return self._stored

    def show_value(self, value: Any) -> None:
        """Show what is stored; an error goes away with what caused it."""
        self._stored = value
        self.editor.show_value(value)
        self._shown = self.editor.value()
        if self.field.given:
            is_there = value != self.field.type.empty
            self.editor.set_read_only(is_there or self._desk.read_only)
        self.show_error("")

    def show_typed(self, typed: Any, error: str) -> None:
        """Put back what was typed and refused."""
        self.editor.show_value(typed)
        self.show_error(error)

    def restore(self) -> None:
        """Show again what was shown before somebody typed."""
        self.editor.show_value(self._stored)
        self.show_error("")

    def rename(self, words: str) -> None:
        """Call the field otherwise than it is declared, as where two records share a form."""
        self.label.setText(words.replace("&", "&&"))
        self.editor.control.setAccessibleName(words)

    def show_error(self, sentence: str) -> None:
        """Say beside the control what would be right; "" takes it back."""
        self.error = sentence
        self.editor.set_invalid(bool(sentence))
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        control = self.editor.control
        help_text = control.toolTip()
        control.setAccessibleDescription(sentence or help_text)

    def set_visible(self, visible: bool) -> None:
        """Show or hide the whole row."""
        self.label.setVisible(visible)
        self.box.setVisible(visible)
