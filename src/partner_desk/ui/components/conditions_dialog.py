"""A dialog of conditions by which a list can be narrowed: read, refused in words, taken away."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from partner_desk.model.dates import Date
from partner_desk.model.registry import KINDS
from partner_desk.model.values import InvalidValue, ValueType
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.editors import Editor, LineEditor
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk
from partner_desk.ui.sentences import problem_sentence


class ConditionsDialog(QDialog):
    """What is left empty narrows nothing; conditions belong together with "and"."""

    chosen = Signal(object)
    """All that was filled in, as ``wanted`` gives it."""

    def __init__(
        self,
        desk: Desk,
        types: Mapping[str, ValueType],
        records: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Editors for values of ``types`` and for records, by name; ``records`` gives kinds."""
        super().__init__(parent)
        self._desk, self._types, self._records = desk, types, records
        self._labels = self.named()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editors: dict[str, Editor] = {
            **{name: ReferenceEditor(desk, kind) for name, kind in records.items()},
            **{name: self._editor(each) for name, each in types.items()},
        }
        for name, editor in self.editors.items():
            editor.describe(self._labels[name], "")
            editor.entered.connect(self.take)
        self.trouble = words_label("", "error")
        self.trouble.hide()

    def named(self) -> dict[str, str]:
        """What the conditions are called, by name."""
        raise NotImplementedError

    def wanted(self) -> Any:
        """What is filled in; None when something cannot be read, which is said then."""
        raise NotImplementedError

    def empty(self) -> None:
        """Take all conditions away; nothing happens to the list before the button."""
        raise NotImplementedError

    def take(self) -> None:
        """Narrow the list and close, if all of it can be read."""
        wanted = self.wanted()
        if wanted is not None:
            self.accept()
            self.chosen.emit(wanted)

    def read_editors(self) -> dict[str, Any]:
        """The values of all editors; the first that cannot be read is told and gets the cursor."""
        self.trouble.hide()
        found: dict[str, Any] = {}
        for name, editor in reversed(self.editors.items()):
            editor.set_invalid(False)
            read = self._record if name in self._records else self._value
            found[name] = read(name, editor.value())
        return found

    def buttons(self) -> QDialogButtonBox:
        """Narrow, take all away, cancel."""
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        narrow = buttons.addButton(self.tr("Narrow the list"), roles.AcceptRole)
        narrow.setProperty("role", "primary")
        narrow.setDefault(True)
        clear = buttons.addButton(self.tr("Take all away"), roles.ResetRole)
        clear.setAutoDefault(False)
        clear.clicked.connect(self.empty)
        cancel = buttons.addButton(self.tr("Cancel"), roles.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        return buttons

    def _editor(self, value_type: ValueType) -> Editor:
        if isinstance(value_type, Date):
            return DateEditor(self._desk.text)
        return LineEditor(value_type, self._desk.text)

    def _record(self, name: str, value: str | None) -> str | None:
        """The id of a record; text that names none is refused."""
        entity = KINDS[self._records[name]]
        if value and self._desk.read(lambda reader: reader.get(entity, value)) is None:
            self.refuse(name, self.tr("Nothing here is called “{0}”.").format(value))
        return value

    def _value(self, name: str, typed: str) -> Any:
        try:
            return self._types[name].parse(typed)
        except InvalidValue as error:
            values = {"field": self._labels[name], **error.values}
            self.refuse(name, problem_sentence(error.code, values, self._desk.text))
            return None

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong with one of the editors and put the cursor there."""
        self.editors[name].set_invalid(True)
        self.trouble.setText(f"{self._labels[name]}: {sentence}")
        self.trouble.show()
        self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)
