"""What stands around the groups of possible duplicates: the choice of a kind, list and panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.texts import N_
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT
from partner_desk.ui.shell.duplicates.group_list import GroupList
from partner_desk.ui.shell.duplicates.panel import DuplicatesPanel

KIND_WORDS = {
    "organization": N_("Organizations"),
    "contact": N_("Contacts"),
    "school": N_("Schools"),
    "service": N_("Resources"),
    "location": N_("Places"),
}
"""The kinds that are looked through, in the order of their chips."""
_LIST, _PANEL = 330, 830


class DuplicatesFrame(QWidget):
    """Fills the page it is made for; knows nothing of what a group is."""

    kind_chosen = Signal(str)
    wider_chosen = Signal(bool)
    look_requested = Signal()
    apart_requested = Signal()
    """Somebody wants to see what was said not to be the same."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._chips: dict[str, QToolButton] = {}
        self.list = GroupList(desk)
        self.list.setAccessibleName(self.tr("Possible duplicates"))
        self.count = words_label("", "caption")
        self.panel = DuplicatesPanel(desk)
        self.empty = EmptyState("copy")
        self.wider = QCheckBox(self.tr("Show less likely ones too"))
        self.wider.setToolTip(self.tr(
            "Lists as “Perhaps” what has little in common as well. Most of it is not the same."
        ))
        self.wider.toggled.connect(self.wider_chosen)
        self.look_button = flat_button(self.tr("Look again"), "refresh")
        self.look_button.clicked.connect(self.look_requested)
        self.apart_button = flat_button(self.tr("Kept apart…"), "undo")
        self.apart_button.setToolTip(self.tr("What was said not to be the same, to be taken back"))
        self.apart_button.clicked.connect(self.apart_requested)
        self.apart_button.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.panel)
        self._lay_out()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def show_kind(self, kind: str) -> None:
        """Mark the kind that is shown."""
        self._chips[kind].setChecked(True)

    def show_panel(self) -> None:
        """Show a group on the right."""
        self._stack.setCurrentWidget(self.panel)

    def say(self, title: str, text: str) -> None:
        """Say on the right why there is no group."""
        self.empty.say(title, text)
        self._stack.setCurrentWidget(self.empty)

    def show_count(self, count: int, shown: int, *, looking: bool) -> None:
        """Say how many groups there are; without any, their side gives its room to the words."""
        words = self._desk.plural("{0} group", "{0} groups", count)
        if looking:
            words = self.tr("Looking…")
        elif count > shown:
            words = self.tr("The surest {0} of {1} groups").format(f"{shown:,}", f"{count:,}")
        self.count.setText(words)
        for part in (self.list, self.count):
            part.setVisible(bool(count))
        self._left.setHidden(not count and self.apart_button.isHidden())
        self.look_button.setEnabled(not looking)

    def _lay_out(self) -> None:
        self._left = left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(SECTION, 0, UNIT, GAP)
        column.setSpacing(UNIT)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        column.addStretch(0)  # Without a list the button stays where it was.
        column.addWidget(self.apart_button, 0, Qt.AlignmentFlag.AlignLeft)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST, _PANEL])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SECTION, 0, 0)
        whole.setSpacing(UNIT)
        whole.addLayout(self._head())
        whole.addWidget(splitter, 1)

    def _head(self) -> QVBoxLayout:
        title = words_label(self.tr("Possible duplicates"), "title")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        group = QButtonGroup(self)
        for kind, words in KIND_WORDS.items():
            chip = QToolButton()
            chip.setText(self._desk.text(words))
            chip.setCheckable(True)
            chip.setProperty("chip", True)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda checked=False, kind=kind: self.kind_chosen.emit(kind))
            group.addButton(chip)
            self._chips[kind] = chip
            row.addWidget(chip)
        next(iter(self._chips.values())).setChecked(True)
        row.addStretch(1)
        row.addWidget(self.wider)
        row.addWidget(self.look_button)
        column = QVBoxLayout()
        column.setContentsMargins(SECTION, 0, SECTION, 0)
        column.setSpacing(UNIT)
        column.addWidget(title)
        column.addLayout(row)
        return column
