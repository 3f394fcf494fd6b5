"""The right side of possible duplicates: why, side by side, and what is to be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import InputError
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.side_by_side import SideBySide
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.theme import GAP, ICON_SIZE, SECTION, UNIT
from partner_desk.ui.sentences import in_one, problem_sentence
from partner_desk.ui.shell.duplicates.groups import reasons_between
from partner_desk.ui.shell.duplicates.words import outcome, told

if TYPE_CHECKING:
    from partner_desk.services.combining import CombinePlan
    from partner_desk.services.duplicates.facts import Group

MOST_REASONS = 6
_QUESTIONS = ("combine.other_ein", "combine.said_not_same")


class DuplicatesPanel(QWidget):
    """Shows one group; what is decided goes out by signals."""

    combine_requested = Signal()
    not_same_requested = Signal()
    later_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.group: Group | None = None
        self.anyway = False
        self.plan: CombinePlan | None = None
        self.reasons = _Reasons()
        self.side = SideBySide(desk)
        self.side.changed.connect(self._changed)
        self.question = Banner(tone="warning")
        self.anyway_button = flat_button(self.tr("They are one all the same"))
        self.anyway_button.clicked.connect(self._insist)
        row = self.question.layout()
        assert row is not None
        row.addWidget(self.anyway_button)
        self.outcome = words_label("")
        self.hidden = words_label("", "caption")
        self._make_buttons()
        self._lay_out()
        desk.locked.connect(self._plan)

    def show_group(self, kind: str, group: "Group", apart: set[str]) -> None:
        """Show the records of a group; those of ``apart`` do not take part at first."""
        self.group = group
        self.why.clear()
        self.side.show_records(kind, group.ids, apart)
        hidden = self.side.hidden_count
        self.hidden.setVisible(hidden > 0)
        self.hidden.setText(self._desk.plural(
            "{0} more record of this group follows when these are decided.",
            "{0} more records of this group follow when these are decided.", hidden,
        ))
        self._changed()

    @property
    def parts(self) -> list[str]:
        """The ids of the records that take part, the one that stays first."""
        return [self.side.survivor_id, *self.side.losers]

    @property
    def may_combine(self) -> bool:
        """Whether Combine can be pressed."""
        return self.plan is not None and not self._desk.read_only

    @property
    def may_part(self) -> bool:
        """Whether there are two to be told apart."""
        return len(self.parts) > 1 and not self._desk.read_only

    def say(self, sentence: str) -> None:
        """Say why combining was refused."""
        self.plan = None
        self._show_question(sentence, may_insist=False)

    def _changed(self) -> None:
        self.anyway = False
        self._plan()

    def _insist(self) -> None:
        self.anyway = True
        self._plan()
        self.combine_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _plan(self) -> None:
        from partner_desk.services import combining

        group, side = self.group, self.side
        if group is None or side.shown is None:
            return
        self.reasons.show_words(*told(self._desk.text, reasons_between(group, self.parts)))
        self.plan = None
        if not side.losers:
            self._show_question("", may_insist=False)
            self.outcome.setText(self.tr("Choose at least two records."))
            return
        kind = side.shown.kind
        try:
            self.plan = self._desk.read(lambda reader: combining.plan(
                reader, kind, side.survivor_id, side.losers, side.choices, anyway=self.anyway,
            ))
        except InputError as error:
            problem = error.problems[0]
            sentence = problem_sentence(problem.code, problem.values, self._desk.text)
            self._show_question(sentence, may_insist=problem.code in _QUESTIONS)
            return
        self._show_question("", may_insist=False)
        self.outcome.setText(outcome(self._desk, self.plan))

    def _show_question(self, sentence: str, *, may_insist: bool) -> None:
        self.question.setVisible(bool(sentence))
        if sentence:
            self.question.show_message(sentence, "warning")
        self.anyway_button.setVisible(may_insist)
        self.outcome.setText("")
        self.outcome.setVisible(not sentence)
        self.combine_button.setEnabled(self.may_combine)
        for part in (self.not_same_button, self.why):
            part.setEnabled(self.may_part)

    def _make_buttons(self) -> None:
        self.combine_button = QPushButton(self.tr("Combine"))
        self.combine_button.setProperty("role", "primary")
        self.combine_button.setToolTip(self.tr("Make one record of them (C)"))
        self.combine_button.clicked.connect(self.combine_requested)
        self.not_same_button = QPushButton(self.tr("Not the same"))
        self.not_same_button.setToolTip(
            self.tr("Keep all as they are, and do not ask again (N)")
        )
        self.not_same_button.clicked.connect(self.not_same_requested)
        self.why = QLineEdit()
        self.why.setMaxLength(500)
        self.why.setPlaceholderText(self.tr("Why not (may stay empty)"))
        self.why.setAccessibleName(self.tr("Why they are not the same"))
        self.why.returnPressed.connect(self.not_same_requested)
        self.later_button = flat_button(self.tr("Decide later"))
        self.later_button.setToolTip(self.tr("Go on to the next ones (L)"))
        self.later_button.clicked.connect(self.later_requested)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.combine_button)
        buttons.addWidget(self.not_same_button)
        buttons.addWidget(self.why, 1)
        buttons.addWidget(self.later_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, SECTION, GAP)
        column.setSpacing(UNIT)
        column.addWidget(self.reasons)
        # What to do stands on top: messages of the window cover the bottom for a while.
        column.addLayout(buttons)
        column.addWidget(self.outcome)
        column.addWidget(self.question)
        column.addWidget(self.side, 1)
        column.addWidget(self.hidden)


class _Reasons(QFrame):
    """What speaks for one record, and what for two, each with a sign of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._pictures = (QLabel(), QLabel())
        self.words = (words_label(""), words_label(""))
        grid = QGridLayout(self)
        grid.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(1, 1)
        for row, parts in enumerate(zip(self._pictures, self.words, strict=True)):
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop if not column
                               else Qt.AlignmentFlag(0))
        self._draw()

    def show_words(self, speaking_for: Sequence[str], against: Sequence[str]) -> None:
        """Show the reasons; a side without any takes no room."""
        for parts, words, frame in zip(
            zip(self._pictures, self.words, strict=True), (speaking_for, against),
            (self.tr("For one record: {0}"), self.tr("For two: {0}")), strict=True,
        ):
            sentence = in_one(words[:MOST_REASONS])
            parts[1].setText(sentence)
            parts[1].setAccessibleName(frame.format(sentence))
            for part in parts:
                part.setVisible(bool(words))
        self.setVisible(bool(speaking_for or against))

    def changeEvent(self, event: QEvent) -> None:
        """Pictures on labels are drawn anew when the scheme changes."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pictures"):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for label, (name, colour) in zip(
            self._pictures, (("check", "success"), ("info", "warning")), strict=True
        ):
            label.setPixmap(pixmap(name, ICON_SIZE, colour, ratio))
