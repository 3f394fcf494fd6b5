"""One record's value of a field, to be chosen as the one that stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout

from partner_desk.ui.components.controls import beneath, breakable, flat_button, words_label
from partner_desk.ui.look.theme import HALF, UNIT, set_look

_LETTERS = 140
_LINES = 4


class ValueCell(QFrame):
    """A radio button beside the words; a click on the words chooses them as well.

    Long words are cut until they are asked for.
    """

    def __init__(self, field: str, words: str, owner: str) -> None:
        super().__init__()
        self.words = words
        self.radio = QRadioButton()
        spoken = self.tr("{0} of {1}: {2}").format(field, owner, words or self.tr("nothing"))
        self.radio.setAccessibleName(spoken)
        self.label = words_label("", "" if words else "caption")
        # Equal columns, whatever stands in them: a long address does not widen its own.
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more = flat_button(self.tr("Show all"))
        self.more.setAccessibleName(self.tr("Show all of {0}").format(field))
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addLayout(beneath(self.more))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(HALF, HALF, UNIT, HALF)
        row.setSpacing(HALF)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.label.setContentsMargins(0, HALF - 1, 0, 0)
        self._show_short()
        self.radio.toggled.connect(self.mark)
        self.mark(False)

    def mark(self, chosen: bool) -> None:
        """Show whether this value stands, alone or with others."""
        set_look(self, "value", "chosen" if chosen else "other")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere chooses it."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.setChecked(True)
        super().mousePressEvent(event)

    def _show_short(self) -> None:
        short = "\n".join(self.words.split("\n")[:_LINES])[:_LETTERS].rstrip()
        is_cut = short != self.words.rstrip()
        self.label.setText(breakable(short + "…" if is_cut else self.words or "–"))
        self.more.setVisible(is_cut)

    def _show_all(self) -> None:
        self.label.setText(breakable(self.words))
        self.more.hide()
        self.radio.setFocus(Qt.FocusReason.OtherFocusReason)
