"""The head of a column of records side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from partner_desk.ui.components.controls import tool_button, words_label
from partner_desk.ui.look.theme import HALF, UNIT, set_look


class ComparedHead(QFrame):
    """What a record is called, whether it stays, and the way to it."""

    opened = Signal()
    part_changed = Signal()

    def __init__(self, caption: str, *, may_leave: bool) -> None:
        super().__init__()
        self.caption = caption
        self.setProperty("value", "other")
        self.name = words_label(caption)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.radio = QRadioButton(self.tr("Keep this one"))
        self.radio.setAccessibleName(self.tr("Keep {0}").format(caption))
        self.radio.setToolTip(self.tr("The others are combined into it"))
        self.box = QCheckBox(self.tr("Is one of them"))
        self.box.setAccessibleName(self.tr("{0} is one of them").format(caption))
        self.box.setToolTip(self.tr("Left unmarked, this record stays as it is"))
        self.box.setChecked(True)
        if not may_leave:
            self.box.hide()  # Shown before it has a parent, it would be a window of its own.
        self.box.toggled.connect(lambda: self.part_changed.emit())
        self.open_button = tool_button(
            "chevron-right", self.tr("Open"), self.tr("Open {0}").format(caption)
        )
        self.open_button.clicked.connect(lambda: self.opened.emit())
        self._lay_out()

    @property
    def takes_part(self) -> bool:
        """Whether the record is one of those that are combined."""
        return self.box.isChecked()

    def set_part(self, takes_part: bool) -> None:
        """Say whether it takes part, without telling anybody."""
        self.box.blockSignals(True)
        self.box.setChecked(takes_part)
        self.box.blockSignals(False)

    def show_standing(self, stays: bool, takes_part: bool) -> None:
        """Show whether this record stays."""
        self.radio.setEnabled(takes_part)
        if stays:
            self.radio.setChecked(True)
        set_look(self, "value", "chosen" if stays else "other")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(HALF)
        top.addWidget(self.name, 1)
        top.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, HALF, HALF, HALF)
        column.setSpacing(HALF)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(self.box)
        column.addWidget(self.radio)
