"""One row of a sheet: its fields old and new, why it is refused, and whom it may be the same as."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from partner_desk.files.hsds import Refusal
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT, SeenField, SeenRow
from partner_desk.ui.components.controls import beneath, flat_button, words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.theme import GAP, HALF, UNIT, set_look
from partner_desk.ui.sentences import problem_sentence
from partner_desk.ui.shell.sheets.fields import bold, fields_grid
from partner_desk.ui.shell.sheets.rows import Typed, name_of
from partner_desk.ui.shell.sheets.words import STATE_WORDS

_UNDER = 3 * UNIT + HALF
"""Where the words of a choice begin, to the right of its circle."""


class RowDetail(QWidget):
    """Made anew for each row that is looked at; a row has few fields."""

    decided = Signal(str, str)
    """Key of a row, and what was decided: AS_NEW, LEFT_OUT or the id of a record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, 0, UNIT, 0)
        self.choices: QButtonGroup | None = None

    def show_row(
        self, row: SeenRow | None, state: str, decision: str, typed: Typed = ()
    ) -> None:
        """Show a row as ``state`` (a key of STATE_WORDS), decided as ``decision`` says.

        ``typed`` are headings and cells of a row that is not taken.
        """
        focused = self._inside is not None and _holds_focus(self._inside)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self.choices = None
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        if row is not None:
            self._fill(column, row, state, decision, typed)
        column.addStretch(1)
        self._column.addWidget(self._inside)
        if focused:
            self.focus_choice()

    def focus_choice(self) -> None:
        """Put the keyboard on what is decided, else on the first thing to decide."""
        buttons = self.choices.buttons() if self.choices is not None else []
        chosen = self.choices.checkedButton() if self.choices is not None else None
        for button in [chosen or buttons[0]] if buttons else []:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(
        self, column: QVBoxLayout, row: SeenRow, state: str, decision: str, typed: Typed
    ) -> None:
        text = self._desk.text
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(Badge(text(STATE_WORDS[state].one), STATE_WORDS[state].tone))
        where = self.tr("Row {0} of the sheet").format(f"{row.number:,}")
        if row.file:
            where = self.tr("Row {0} of {1}").format(f"{row.number:,}", row.file)
        head.addWidget(words_label(where, "caption"), 1)
        column.addLayout(head)
        column.addWidget(words_label(name_of(row, typed) or self.tr("(no name)"), "heading"))
        self._add_problems(column, row.refusals, "error")
        if typed:
            kind = row.kind
            column.addWidget(words_label(self.tr("In the sheet"), "label"))
            column.addWidget(fields_grid(
                [SeenField(kind, heading, "", value) for heading, value in typed], kind, text))
        if row.alike:
            column.addWidget(self._alike(row, decision))
        if row.fields:
            column.addWidget(fields_grid(row.fields, row.kind, text))
        if row.notes:
            column.addWidget(words_label(self.tr("Put right or put aside"), "label"))
            self._add_problems(column, row.notes, "warning")

    def _add_problems(
        self, column: QVBoxLayout, problems: tuple[Refusal, ...], tone: str
    ) -> None:
        for each in problems:
            box = QFrame()
            set_look(box, "banner", tone)
            inside = QVBoxLayout(box)
            inside.setContentsMargins(UNIT + HALF, UNIT, UNIT + HALF, UNIT)
            inside.setSpacing(2)
            if each.column:
                place = words_label(each.column)
                place.setFont(bold(place.font()))
                inside.addWidget(place)
            inside.addWidget(words_label(
                problem_sentence(each.code, each.values, self._desk.text)))
            column.addWidget(box)

    def _alike(self, row: SeenRow, decision: str) -> QWidget:
        box = QFrame()
        box.setProperty("card", True)
        column = QVBoxLayout(box)
        column.setContentsMargins(UNIT + HALF, UNIT, UNIT + HALF, UNIT + HALF)
        column.setSpacing(HALF)
        column.addWidget(words_label(self.tr("It may already be in the office"), "label"))
        self.choices = QButtonGroup(box)
        say = self._sayer(row.key)
        self._add_choice(column, self.tr("Add as new"), AS_NEW, decision, say)
        for each in row.alike:
            words = self.tr("The same as {0}").format(each.caption)
            self._add_choice(column, words, each.record_id, decision, say)
            for reason in each.reasons:
                sentence = problem_sentence(reason.code, reason.values, self._desk.text)
                sign = "+" if reason.speaks_for else "−"
                line = words_label(f"{sign} {sentence}", "caption")
                line.setContentsMargins(_UNDER, 0, 0, 0)
                column.addWidget(line)
            link = flat_button(self.tr("Look at it"))
            link.setAccessibleName(self.tr("Look at {0}").format(each.caption))
            link.clicked.connect(self._opener(row.kind, each.record_id))
            under = QHBoxLayout()
            under.setContentsMargins(_UNDER, 0, 0, 0)
            under.addLayout(beneath(link))
            column.addLayout(under)
        self._add_choice(column, self.tr("Leave out"), LEFT_OUT, decision, say)
        return box

    def _add_choice(
        self, column: QVBoxLayout, words: str, value: str, decision: str,
        say: Callable[[str], None],
    ) -> None:
        button = _Choice(words)
        button.setChecked(value == decision)
        button.setProperty("decision", value)
        button.clicked.connect(lambda: say(value))
        if self.choices is not None:
            self.choices.addButton(button)
        column.addWidget(button)

    def _sayer(self, key: str) -> Callable[[str], None]:
        return lambda value: self.decided.emit(key, value)

    def _opener(self, kind: str, record_id: str) -> Callable[[], None]:
        return lambda: self._desk.open(kind, record_id)


class _Choice(QRadioButton):
    """Says as much as there is room for, all of it in its tip: a name never pushes the rest out."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width() - _UNDER - HALF,
        ).replace("&", "&&"))


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)
