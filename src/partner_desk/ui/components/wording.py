"""A text in two languages, side by side where there is room, and what braces in it mean."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QLabel, QVBoxLayout, QWidget

from partner_desk.files.templates import PLACEHOLDERS, unknown_placeholders
from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.editors import LinesEditor
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.field_row import FieldRow
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP, HALF, UNIT

_SIDE_BY_SIDE = 420
"""The least width in pixels at which two columns of text can be read."""
_MOST_LINES = 24
"""Lines of a clause that are shown without a scroll bar of their own: nearly every one's."""


class PlaceholderNote(QWidget):
    """Says which words in braces are filled in, and at once which of those typed are not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FieldRow] = []
        self.warning = Banner(tone="warning")
        self.warning.hide()
        known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self.warning)
        column.addWidget(words_label(
            self.tr("Words in braces are filled in on the paper: {0}").format(known), "caption"
        ))

    def watch(self, rows: Iterable[FieldRow]) -> None:
        """Look at the texts in these fields as they are typed."""
        for row in rows:
            self._rows.append(row)
            row.editor.edited.connect(self.look)

    def look(self) -> None:
        """Say what is wrong with what stands in the fields now."""
        typed = "\n".join(str(row.editor.value() or "") for row in self._rows)
        words = [self._sentence(each) for each in unknown_placeholders(typed)]
        self.warning.setVisible(bool(words))
        self.warning.show_message("\n".join(words), "warning")

    def _sentence(self, word: str) -> str:
        likely = get_close_matches(word.casefold(), PLACEHOLDERS, 1)
        if likely:
            return self.tr(
                "{0} would be printed as it stands. Is {1} meant?"
            ).format(f"{{{word}}}", f"{{{likely[0]}}}")
        return self.tr(
            "{0} would be printed as it stands: nothing is filled in for it."
        ).format(f"{{{word}}}")


class Wording(RecordPart):
    """The same fields in two languages: ``first`` at the left, ``second`` at the right."""

    def __init__(
        self, desk: Desk, entity: type[Record], first: Sequence[str], second: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        labels = {
            other: desk.text(entity.declarations[name].label)
            for name, other in zip(first, second, strict=True)
        }
        self.forms = (
            FieldForm(desk, entity, first, cards=False),
            FieldForm(desk, entity, second, cards=False, labels=labels),
        )
        self.rows = {name: row for form in self.forms for name, row in form.rows.items()}
        self._heads = (QLabel(), QLabel())
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(GAP)
        for head, form in zip(self._heads, self.forms, strict=True):
            self._add_column(head, form)
        self.note = PlaceholderNote()
        self.note.watch(self.rows.values())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._box)
        column.addWidget(self.note)

    def name_languages(self, first: str, second: str) -> None:
        """Say which language stands in which column."""
        for head, form, words in zip(self._heads, self.forms, (first, second), strict=True):
            head.setText(words)
            # A form of declared groups has the language at its head already.
            head.setVisible(not any(row.field.group for row in form.rows.values()))
            for row in form.rows.values():
                name = row.label.text().replace("\N{NO-BREAK SPACE}*", "").replace("&&", "&")
                row.editor.control.setAccessibleName(self.tr("{0}, {1}").format(name, words))

    def show_record(self, record: Record | None) -> None:
        for form in self.forms:
            form.show_record(record)
        self.note.look()

    def commit(self) -> None:
        for form in self.forms:
            form.commit()

    def focus_field(self, name: str) -> bool:
        return any(form.focus_field(name) for form in self.forms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns only where each is wide enough to be read."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _add_column(self, head: QLabel, form: FieldForm) -> None:
        head.setProperty("textRole", "heading")
        head.hide()
        lay_labels_above(form)
        for row in form.rows.values():
            if isinstance(row.editor, LinesEditor):
                row.editor.text_edit.MOST_LINES = _MOST_LINES
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addWidget(head)
        column.addWidget(form)
        column.addStretch(1)
        self._box.addLayout(column, 1)


def lay_labels_above(form: FieldForm) -> None:
    """Let each label of a narrow form stand above its field."""
    for layout in form.findChildren(QFormLayout):
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        layout.setVerticalSpacing(UNIT // 2)
    for row in form.rows.values():
        row.label.setMinimumHeight(0)
        row.label.setMaximumWidth(400)
