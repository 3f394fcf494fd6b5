"""A form for a record that is still to be made: the little that is needed to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.ui.components.alike_hint import AlikeHint
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT


class NewRecord(QWidget):
    """Fields in one card. Enter saves and opens the record, Ctrl+Enter begins the next one."""

    added = Signal(str, bool)
    """The id of the new record, and whether the next one is being typed already."""
    given_up = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        teach: str,
        forms: Sequence[FieldForm],
        save: Callable[[], Record],
        form_of: Callable[[Problem], FieldForm] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.forms = tuple(forms)
        self._desk, self._save = desk, save
        self._hints: list[AlikeHint] = []
        self._form_of = form_of or (lambda problem: self.forms[0])
        self._done = Banner(tone="success")
        self._done.hide()
        self._message = words_label("", "error")
        self._message.hide()
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setProperty("role", "primary")
        self.save_button.setToolTip(self.tr("Save and open it (Enter)"))
        self.save_button.clicked.connect(lambda: self.save(goes_on=False))
        self.next_button = QPushButton(self.tr("Save and next"))
        self.next_button.setToolTip(self.tr("Save it and begin the next one (Ctrl+Enter)"))
        self.next_button.clicked.connect(lambda: self.save(goes_on=True))
        self._lay_out(title, teach)
        for form in self.forms:
            form.entered.connect(lambda: self.save(goes_on=False))
            form.escaped.connect(self.given_up)
        self.given_up.connect(self._empty)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.save(goes_on=True))

    def begin(self) -> None:
        """Empty the fields and put the cursor into the first; typed text is not kept."""
        self._done.hide()
        self._clear()

    def add_hint(self, hint: AlikeHint) -> None:
        """Forget what a hint says whenever the fields are emptied."""
        self._hints.append(hint)

    def save(self, *, goes_on: bool) -> None:
        """Keep the record, or say beside the fields what is wrong."""
        try:
            record = self._desk.write(self._save)
        except InputError as error:
            self._show_problems(error.problems)
            return
        if record is None:
            return
        words = self.tr("{0} was added.").format(record.caption)
        if goes_on:
            self._clear()
            self._done.show_message(words, "success")
            self._done.show()
        else:
            self._desk.tell(words, undo=True)
        self.added.emit(record.id, goes_on)
        if not goes_on:
            self._empty()

    def _empty(self) -> None:
        """Nothing stands here any more that leaving the window would lose."""
        for form in self.forms:
            form.begin()
        for hint in self._hints:
            hint.forget()

    def _clear(self) -> None:
        self._empty()
        self._message.hide()
        self.forms[0].focus_first()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        homeless: list[str] = []
        for form in reversed(self.forms):
            homeless += form.show_problems([p for p in problems if self._form_of(p) is form])
        self._message.setText("\n".join(homeless))
        self._message.setVisible(bool(homeless))

    def _lay_out(self, title: str, teach: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SECTION, GAP, SECTION - HALF, SECTION)
        column.setSpacing(UNIT)
        head = words_label(title, "title")
        # As high as the head of a record with its button, so that nothing moves on the way there.
        head.setMinimumHeight(self.save_button.sizeHint().height())
        column.addWidget(head)
        column.addWidget(words_label(teach, "caption"))
        column.addWidget(self._done)
        column.addSpacing(UNIT)
        column.addWidget(self._card())
        column.addStretch(1)
        inside.setMaximumWidth(FORM_WIDTH + 2 * SECTION - HALF)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolling(inside))

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, GAP, SECTION, GAP)
        column.setSpacing(UNIT)
        for form in self.forms:
            column.addWidget(form)
        column.addWidget(self._message)
        column.addSpacing(UNIT)
        cancel = flat_button(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Keep nothing (Esc)"))
        cancel.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.next_button)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        column.addLayout(buttons)
        return card
