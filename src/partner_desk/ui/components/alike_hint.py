"""A quiet line under a name that is being typed: perhaps this record is here already."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.field_row import FieldRow
from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Job, Report
from partner_desk.ui.look.theme import UNIT
from partner_desk.ui.sentences import problem_sentence

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Facts, Likeness

DEBOUNCE_MS = 300
MOST = 2
_REASONS = 2
_NEAR = 0.45
"""The score from which on names that are only alike are worth a line."""
_LEAST_LETTERS = 3
_SAME_NAME = frozenset({
    "alike.same_name", "alike.names_but_for", "alike.names_written_otherwise"
})
_OTHER_NUMBER = frozenset({"alike.other_ein", "alike.other_number"})

FactsOf = Callable[[], "Facts"]


class AlikeHint(QWidget):
    """Looks in the background a moment after the last key; it never keeps anybody from saving.

    ``facts`` gives what stands in the form, asked for on the window's thread.
    """

    def __init__(self, desk: Desk, kind: str, facts: FactsOf) -> None:
        super().__init__()
        self.found: list[Likeness] = []
        self._desk, self._kind, self._facts = desk, kind, facts
        self._asked: Facts | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []
        self.hide()

    def watch(self, under: FieldRow, *others: FieldRow) -> None:
        """Stand under a field, and look whenever something is typed there or in ``others``."""
        layout = under.box.layout()
        assert layout is not None
        layout.addWidget(self)
        for row in (under, *others):
            row.editor.edited.connect(self._timer.start)

    def forget(self) -> None:
        """Say nothing, as of empty fields."""
        self._stop()
        self._asked = None
        self._show([])

    def words(self) -> str:
        """All that is said, for a screen reader."""
        return self.accessibleName()

    def _stop(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.stop.set()
        self._job = None

    def _look(self) -> None:
        self._stop()
        facts = self._facts()
        if facts == self._asked:
            return
        self._asked = facts
        if len(facts.name.strip()) < _LEAST_LETTERS:
            self._show([])
            return
        store, kind = self._desk.store, self._kind

        def work(_report: Report, cancelled: Cancelled) -> "list[Likeness]":
            from partner_desk.services.duplicates import likely

            with store.reading() as reader:
                return likely(reader, kind, [facts])[0]

        self._job = self._desk.start_job(
            self.tr("Looking for records that are alike"), work, partial(self._take, facts),
            quiet=True,
        )

    def _take(self, asked: "Facts", found: "list[Likeness]") -> None:
        if isValid(self) and asked == self._asked:
            self._job = None
            self._show([each for each in found if _is_worth_saying(each)][:MOST])

    def _show(self, found: "list[Likeness]") -> None:
        if found == self.found:
            return
        self.found = found
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        said = [self._sentence(each) for each in found]
        self._lines = [
            self._line(each, words) for each, words in zip(found, said, strict=True)
        ]
        for line in self._lines:
            self._column.addWidget(line)
        self.setAccessibleName(" ".join(said))
        self.setVisible(bool(found))
        if found:
            event = QAccessibleEvent(self, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)

    def _sentence(self, found: "Likeness") -> str:
        # A name that is the same is seen; what else is the same tells more.
        reasons = sorted((each for each in found.reasons if each.speaks_for),
                         key=lambda each: each.code in _SAME_NAME)
        told = [problem_sentence(each.code, each.values, self._desk.text)
                for each in reasons[:_REASONS]]
        why = "; ".join(f"{each[:1].lower()}{each[1:]}" for each in told)
        return self.tr("Perhaps already here: {0} ({1})").format(found.caption, why)

    def _line(self, found: "Likeness", words: str) -> QWidget:
        line = QWidget()
        button = flat_button(self.tr("Open it"), "chevron-right")
        button.setAccessibleName(self.tr("Open {0}").format(found.caption))
        button.clicked.connect(lambda: self._desk.open(self._kind, found.record_id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(words_label(words, "caption"), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


def watch_form(
    desk: Desk, form: FieldForm, owner: Callable[[], Record | None] = lambda: None
) -> AlikeHint:
    """A hint under the name of a form for a new record; ``owner`` is what it will belong to."""
    hint = AlikeHint(desk, form.entity.kind, lambda: facts_in(form.values(), owner()))
    name, *others = (
        form.rows[each] for each in ("name", *_EVIDENCE) if each in form.rows
    )
    hint.watch(name, *others)
    return hint


_EVIDENCE = ("ein", "phone", "email", "website", "url", "organization_id", "address_1")


def facts_in(
    values: dict[str, Any], owner: Record | None = None, phones: Sequence[str] = ()
) -> "Facts":
    """What stands in a form as evidence; ``values`` as typed, by field."""
    from partner_desk.services.duplicates.facts import Facts, Place

    def typed(*names: str) -> tuple[str, ...]:
        texts = (str(values.get(each) or "").strip() for each in names)
        return tuple(each for each in texts if each)

    place = Place(*(str(values.get(each) or "") for each in ("address_1", "city", "postal_code")))
    return Facts(
        " ".join(typed("name")), ein=" ".join(typed("ein")), phones=(*phones, *typed("phone")),
        emails=typed("email"), websites=typed("website", "url"),
        addresses=(place,) if any(place) else (),
        within=(owner.id,) if owner is not None else typed("organization_id"),
    )


def _is_worth_saying(found: "Likeness") -> bool:
    """Whether it is likely, or of much the same name while little else is typed yet."""
    codes = {each.code for each in found.reasons}
    if found.level != "perhaps":
        return True
    if codes & _OTHER_NUMBER:
        return False
    near = found.score >= _NEAR and all(each.speaks_for for each in found.reasons)
    return near or bool(codes & _SAME_NAME)
