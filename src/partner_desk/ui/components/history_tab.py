"""What happened to a record, in sentences, and the way to put a value back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import InputError
from partner_desk.model.fields import Field, Record
from partner_desk.model.history import Change
from partner_desk.model.values import InvalidValue
from partner_desk.services import records
from partner_desk.services.history import HistoryEntry, HistoryLine, history_of
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.components.showing import shown, shown_moment
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT
from partner_desk.ui.sentences import (
    capitalised,
    kind_label,
    operation_sentence,
    problem_sentence,
)

PAGE = 40
LONGEST = 160
MOST_LINES = 20


class HistoryTab(RecordPart):
    """The change sets that touched a record, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Record | None = None
        self._limit = PAGE
        self._scroll = Scrolling(name=self.tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        if self._record is None or record.id != self._record.id:
            self._limit = PAGE
        self._record = record
        self._show_entries()

    def concerns(self, changed: Changed) -> bool:
        return True

    def _show_entries(self) -> None:
        record = self._record
        if record is None:
            return
        entries = history_of(self._desk.store, record.kind, record.id, self._limit + 1)
        inside = QWidget()
        inside.setMaximumWidth(FORM_WIDTH + HALF)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, GAP, HALF, SECTION)
        column.setSpacing(UNIT)
        for entry in entries[: self._limit]:
            column.addWidget(self._entry(entry))
        if len(entries) > self._limit:
            more = flat_button(self.tr("Show earlier changes"))
            more.clicked.connect(self._show_more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not entries:
            column.addWidget(words_label(self.tr("Nothing was changed yet."), "caption"))
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _show_more(self) -> None:
        self._limit += 5 * PAGE
        self._show_entries()

    def _entry(self, entry: HistoryEntry) -> QFrame:
        change_set = entry.change_set
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, UNIT, UNIT, UNIT)
        column.setSpacing(4)
        head = QHBoxLayout()
        sentence = capitalised(operation_sentence(change_set, self._desk.text))
        head.addWidget(words_label(sentence), 1)
        if change_set.undone_by:
            head.addWidget(Badge(self.tr("Undone")))
        column.addLayout(head)
        who = " · ".join(
            each for each in (shown_moment(change_set.at), change_set.who, change_set.computer)
            if each
        )
        column.addWidget(words_label(who, "caption"))
        for widget in self._lines(entry.lines[:MOST_LINES]):
            column.addWidget(widget)
        if len(entry.lines) > MOST_LINES:
            rest = self._desk.plural(
                "and {0} more", "and {0} more", len(entry.lines) - MOST_LINES
            )
            column.addWidget(words_label(rest, "caption"))
        return card

    def _lines(self, lines: Sequence[HistoryLine]) -> list[QWidget]:
        """A widget for each line; the same words five times over are one line with a number."""
        made: list[QWidget] = []
        words, count = "", 1
        for widget in filter(None, map(self._line, lines)):
            if not isinstance(widget, QLabel):
                words = ""
            elif words == widget.text():
                count += 1
                last = made[-1]
                assert isinstance(last, QLabel)
                last.setText(f"{words} \N{MULTIPLICATION SIGN} {count}")
                continue
            else:
                words, count = widget.text(), 1
            made.append(widget)
        return made

    def _line(self, line: HistoryLine) -> QWidget | None:
        field = line.field
        is_own = self._record is not None and line.record_id == self._record.id
        kind = kind_label(line.kind, self._desk.text)
        what = "" if is_own else f"{kind} {line.caption}".strip()
        if field is None:
            return None if is_own else words_label(self.tr("Added: {0}").format(what))
        if field.name == "deleted_at":
            gone = line.change.after is not None
            frame = self.tr("Moved to Trash: {0}") if gone else self.tr("Brought back: {0}")
            return words_label(frame.format(what or f"{kind} {line.caption}".strip()))
        if field.internal:
            return None
        return self._value_line(line, field, what)

    def _value_line(self, line: HistoryLine, field: Field, what: str) -> QWidget:
        label = self._desk.text(field.label)
        before = self._text(field, line.change.before, line.before)
        after = self._text(field, line.change.after, line.after)
        frame = self.tr("{0}: {1} → {2}")
        sentence = frame.format(f"{what}, {label}" if what else label, before, after)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(UNIT)
        across.addWidget(words_label(sentence), 1)
        button = flat_button(self.tr("Put it back"))
        button.setToolTip(self.tr("Give {0} the value it had before: {1}").format(label, before))
        button.setAccessibleName(self.tr("Put back {0}: {1}").format(label, before))
        button.clicked.connect(lambda: self._put_back(line.change, label))
        self._desk.only_to_write(button)
        across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _text(self, field: Field, packed: Any, as_told: str) -> str:
        try:
            words = as_told if field.target else shown(
                field.type, field.type.unpack(packed), self._desk.text
            )
        except InvalidValue:
            words = as_told  # A choice of an older version of the program.
        words = " ".join(words.split())
        if not words:
            return self.tr("(empty)")
        return words if len(words) <= LONGEST else words[:LONGEST] + "…"

    def _put_back(self, change: Change, label: str) -> None:
        try:
            record = self._desk.write(lambda: records.put_back(self._desk.store, change))
        except InputError as error:
            problem = error.problems[0]
            self._desk.tell(problem_sentence(problem.code, problem.values, self._desk.text))
            return
        if record is not None:
            self._desk.tell(self.tr("{0} has its earlier value again.").format(label), undo=True)
