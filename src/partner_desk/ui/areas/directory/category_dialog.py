"""Choosing another category: to put one under it, or to merge one into it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from partner_desk.model.errors import InputError
from partner_desk.services import category_changes
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT
from partner_desk.ui.sentences import problem_sentence

_WIDTH = 460


class CategoryDialog(QDialog):
    """Asks for one category by its name and does at once what it is asked for."""

    def __init__(
        self, desk: Desk, category_id: str, title: str, teach: str, do: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._category_id = desk, category_id
        self.setWindowTitle(title)
        self.editor = ReferenceEditor(desk, "category")
        self.editor.line.setAccessibleName(title)
        self.message = words_label("", "error")
        self.message.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do_button = QPushButton(do)
        self.do_button.setProperty("role", "primary")
        self.buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.finish)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, GAP)
        column.addStrut(_WIDTH - 2 * SECTION)  # Its height is that of the words at this width.
        column.setSpacing(UNIT)
        column.addWidget(words_label(title, "title"))
        column.addWidget(words_label(teach))
        column.addWidget(self.editor)
        column.addWidget(self.message)
        column.addSpacing(UNIT)
        column.addWidget(self.buttons)
        self.editor.line.setFocus()

    def finish(self) -> None:
        """Do it, or say what is wrong and stay."""
        try:
            if self._desk.write(self._do) is not None:
                self.accept()
        except InputError as error:
            self.say(error)

    def say(self, error: InputError) -> None:
        """Say why it cannot be."""
        self.message.setText("\n".join(
            self.tr("Nothing is called that. Choose one from the list.")
            if each.code == "reference.missing"
            else problem_sentence(each.code, each.values, self._desk.text)
            for each in error.problems
        ))
        self.message.show()

    def _do(self) -> object:
        raise NotImplementedError


class MoveDialog(CategoryDialog):
    """Puts a category under another; with nothing typed it stands on top."""

    def __init__(
        self, desk: Desk, category_id: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk, category_id, desk.text("Move “{0}”").format(name),
            desk.text("Under which category should it stand? Leave it empty for the top."),
            desk.text("Move"), parent,
        )

    def _do(self) -> object:
        return category_changes.move(
            self._desk.store, self._category_id, self.editor.value()
        )


class MergeDialog(CategoryDialog):
    """Merges a category into another."""

    def __init__(
        self, desk: Desk, category_id: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk, category_id, desk.text("Merge “{0}”").format(name),
            desk.text(
                "Into which category? Resources, needs, partnerships and what stands under it "
                "move there. Undo brings all of it back."
            ),
            desk.text("Merge"), parent,
        )

    def _do(self) -> object:
        wanted = self.editor.value()
        if wanted is None:
            self.editor.line.setFocus()
            return None
        return category_changes.merge(self._desk.store, self._category_id, wanted)
