"""One row that belongs to a record: a line while it is closed, its fields while it is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import flat_button, tool_button, words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT


class ChildCard(QFrame):
    """Opens by a click, by Enter on its button, and closes the same way."""

    delete_requested = Signal(str, str)
    """The id of the row and what it is called."""

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        names: Sequence[str],
        nested: Sequence[Callable[[], RecordPart]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.child: Record | None = None
        self.parts: list[RecordPart] = []
        self._desk, self._entity, self._names, self._nested = desk, entity, names, nested
        self._name = words_label("")
        self._details = words_label("", "caption")
        self.edit_button = tool_button("edit")
        self.edit_button.setCheckable(True)
        self.edit_button.toggled.connect(self.set_open)
        self.delete_button = tool_button("delete")
        self.delete_button.clicked.connect(self._delete)
        desk.only_to_write(self.delete_button)
        self._body = QVBoxLayout()
        self._body.setSpacing(UNIT)
        self._lay_out()

    def show_child(self, child: Record, caption: str, details: str) -> None:
        """Show a row; its fields too when the card is open."""
        self.child = child
        name = caption or self._desk.text(self._entity.label)
        self._name.setText(name)
        self._details.setText(details)
        self._details.setVisible(bool(details))
        self.edit_button.setAccessibleName(self.tr("Edit {0}").format(name))
        self.edit_button.setToolTip(self.tr("Edit"))
        self.delete_button.setAccessibleName(self.tr("Delete {0}").format(name))
        self.delete_button.setToolTip(self.tr("Delete"))
        for part in self.parts:
            part.show_record(child)

    def set_open(self, is_open: bool) -> None:
        """Show the fields of the row, made when they are first asked for."""
        if is_open and not self.parts:
            self._make_parts()
        if not is_open:
            self.commit()
        for part in self.parts:
            part.setVisible(is_open)
        self.edit_button.setChecked(is_open)
        self.edit_button.setIcon(icon("chevron-up" if is_open else "edit"))
        if is_open and self.parts:
            form = self.parts[0]
            if isinstance(form, FieldForm):
                form.focus_first()

    def concerns(self, changed: Changed) -> bool:
        """Whether a change may alter what the open card shows."""
        return any(part.concerns(changed) for part in self.parts)

    def commit(self) -> None:
        """Save what is still being typed."""
        for part in self.parts:
            part.commit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a closed card opens it."""
        if event.button() == Qt.MouseButton.LeftButton and not self.edit_button.isChecked():
            self.edit_button.setChecked(True)
        super().mousePressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._details)
        head = QHBoxLayout()
        head.setSpacing(UNIT // 2)
        head.addLayout(words, 1)
        for button in (self.edit_button, self.delete_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addLayout(self._body)

    def _make_parts(self) -> None:
        self.parts = [
            FieldForm(self._desk, self._entity, self._names, cards=False),
            *(make() for make in self._nested),
        ]
        for part in self.parts:
            part.setContentsMargins(0, 0, UNIT, 0)
            self._body.addWidget(part)
            part.show_record(self.child)

    def _delete(self) -> None:
        if self.child is not None:
            self.delete_requested.emit(self.child.id, self._name.text())


class NewCard(QFrame):
    """The fields of a row that is still to be added. Enter adds it, Esc gives it up."""

    saved = Signal()
    given_up = Signal()

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        names: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.form = FieldForm(desk, entity, names, cards=False)
        self.form.begin()
        self.form.entered.connect(self.saved)
        self.form.escaped.connect(self.given_up)
        self._message = words_label("", "error")
        self._message.hide()
        self.save_button = QPushButton(self.tr("Add"))
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self.saved)
        cancel = flat_button(self.tr("Cancel"))
        cancel.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.form)
        column.addWidget(self._message)
        column.addLayout(buttons)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside the fields what is wrong, and the rest below them."""
        self.say("\n".join(self.form.show_problems(problems)))

    def say(self, sentence: str) -> None:
        """Say below the fields what is wrong with all of them; "" takes it back."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
