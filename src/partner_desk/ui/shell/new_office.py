"""The three questions of a new office: its name, who works in it, where it is kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from partner_desk.model.office import Office
from partner_desk.ui.forms.ui_new_office import Ui_NewOffice
from partner_desk.ui.look.theme import set_look
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.choosing import SUFFIX, choose_new_office


@dataclass(frozen=True)
class NewOffice:
    """What was answered."""

    name: str
    coordinator: str
    place: str


class NewOfficeFields(QObject):
    """The fields of the first-run page and of the dialog; the place follows the name until it is
    chosen by hand."""

    answered = Signal(object)

    def __init__(self, form: Any, preferences: Preferences, owner: QWidget) -> None:
        super().__init__(owner)
        self._form, self._owner = form, owner
        self._chosen = False
        form.coordinatorEdit.setText(preferences.coordinator)
        form.problem.hide()
        form.officeEdit.setMaxLength(500)
        self._suggest("")
        form.officeEdit.textEdited.connect(self._suggest)
        form.placeEdit.textEdited.connect(self._by_hand)
        form.placeButton.clicked.connect(self._choose)
        form.createButton.clicked.connect(self.finish)
        for edit in (form.officeEdit, form.coordinatorEdit, form.placeEdit):
            edit.returnPressed.connect(self.finish)

    def finish(self) -> None:
        """Hand the answers on, or say what is missing."""
        form = self._form
        answers = NewOffice(
            form.officeEdit.text().strip(),
            form.coordinatorEdit.text().strip(),
            form.placeEdit.text().strip(),
        )
        if not answers.name:
            self.refuse(self.tr("Give the office a name."), form.officeEdit)
        elif not answers.coordinator:
            self.refuse(self.tr("Type your name: history says who did what."), form.coordinatorEdit)
        elif not answers.place:
            self.refuse(self.tr("Choose where the office is kept."), form.placeEdit)
        else:
            self.refuse("", None)
            self.answered.emit(answers)

    def refuse(self, sentence: str, edit: QLineEdit | None) -> None:
        """Say what is wrong, beside the field it is about; "" takes it back."""
        form = self._form
        self._place_problem(edit)
        form.problem.setText(sentence)
        form.problem.setVisible(bool(sentence))
        for each in (form.officeEdit, form.coordinatorEdit, form.placeEdit):
            set_look(each, "invalid", each is edit)
        if edit is not None:
            edit.setFocus()
            edit.setAccessibleDescription(sentence)

    def _place_problem(self, edit: QLineEdit | None) -> None:
        """Move the sentence below the field it is about."""
        form = self._form
        column = form.newCardColumn if hasattr(form, "newCardColumn") else form.column
        below = form.placeRow if edit is form.placeEdit else edit
        if below is not None:
            column.removeWidget(form.problem)
            column.insertWidget(column.indexOf(below) + 1, form.problem)

    def refuse_place(self, sentence: str) -> None:
        """Say why the office cannot be kept there."""
        self.refuse(sentence, self._form.placeEdit)

    def _suggest(self, name: str) -> None:
        if not self._chosen:
            self._form.placeEdit.setText(str(suggested_place(name)))

    def _by_hand(self) -> None:
        self._chosen = True

    def _choose(self) -> None:
        place = choose_new_office(self._owner, self._form.placeEdit.text())
        if place:
            self._chosen = True
            self._form.placeEdit.setText(place)


class NewOfficeDialog(QDialog):
    """File, New office."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_NewOffice()
        self.ui.setupUi(self)
        self.fields = NewOfficeFields(self.ui, preferences, self)
        self.ui.cancelButton.clicked.connect(self.reject)


def suggested_place(name: str) -> Path:
    """A free file in the default folder: the usual one, or one named after the office."""
    from partner_desk.services.opening import default_location

    if not default_location().exists():
        return default_location()  # Where the terminal looks, too.
    folder = default_location().parent
    plain = "".join(each if each.isalnum() or each in " -_.,'" else " " for each in name)
    stem = " ".join(plain.split()).strip(" .")[:60] or Office.label
    place = folder / f"{stem}{SUFFIX}"
    number = 2
    while place.exists():
        place = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return place
