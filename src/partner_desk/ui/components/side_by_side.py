"""Records side by side: which one stays, and which value of each field stands."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from partner_desk.ui.components.compared_head import ComparedHead
from partner_desk.ui.components.comparison import Comparison, Line, Part, compare, standing
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.value_cell import ValueCell
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, SECTION, UNIT

MOST_COLUMNS = 6
_COLUMN, _LABELS = 196, 140
_NAMED = 6


class SideBySide(QWidget):
    """One column per record, one row per field: those that ask first, equal ones folded.

    The heads of the columns stay where they are while the rows scroll. ``choices`` holds only
    what a person chose; everything else follows the usual rules.
    """

    changed = Signal()
    """Another record is to stay, another value to stand, or a record takes part or not."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: Comparison | None = None
        self.survivor_id = ""
        self.choices: dict[str, str] = {}
        self.heads: dict[str, ComparedHead] = {}
        self.cells: dict[str, dict[str, ValueCell]] = {}
        self.together: dict[str, QRadioButton] = {}
        self.fold_button = flat_button("", "chevron-right")
        self._folded: list[QWidget] = []
        self._groups: list[QButtonGroup] = []
        self._quiet = False
        self._hidden_count = 0
        self._head, self.area = _Scrolling(), _Scrolling()
        for bar in (self._head.setHorizontalScrollBarPolicy, self._head.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.resized.connect(self._align)
        self.area.horizontalScrollBar().valueChanged.connect(
            self._head.horizontalScrollBar().setValue
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self._head)
        column.addWidget(self.area, 1)

    @property
    def losers(self) -> list[str]:
        """The ids of the records that would be combined into the one that stays."""
        return [key for key, head in self.heads.items()
                if head.takes_part and key != self.survivor_id]

    @property
    def hidden_count(self) -> int:
        """How many records of the group have no column here."""
        return self._hidden_count

    def show_records(
        self, kind: str, ids: Sequence[str], apart: Iterable[str] = ()
    ) -> None:
        """Show other records. Those of ``apart`` do not take part at first."""
        self._hidden_count = max(len(ids) - MOST_COLUMNS, 0)
        self.shown = compare(self._desk, kind, ids[:MOST_COLUMNS])
        self.choices = {}
        self.survivor_id = self.shown.ids[0] if self.shown.ids else ""
        self._build(set(apart))
        self._preset()
        self.area.verticalScrollBar().setValue(0)

    def keep(self, record_id: str) -> None:
        """Let this record be the one that stays."""
        if self.shown is None or record_id not in self.heads:
            return
        self.survivor_id = record_id
        self._preset()
        self.changed.emit()

    def choose(self, field: str, record_id: str) -> None:
        """Let this record's value stand; "" lets all stand together where that can be."""
        if record_id:
            self.choices[field] = record_id
        else:
            self.choices.pop(field, None)
        self._preset()
        self.changed.emit()

    def set_open(self, is_open: bool) -> None:
        """Show or fold the fields that are the same."""
        for each in self._folded:
            each.setVisible(is_open)
        self.fold_button.setIcon(icon("chevron-down" if is_open else "chevron-right", "accent"))
        self.fold_button.setProperty("open", is_open)

    # Building

    def _build(self, apart: set[str]) -> None:
        shown = self.shown
        assert shown is not None
        self.heads, self.cells, self.together = {}, {}, {}
        for each in self._groups:
            each.deleteLater()
        self._folded, self._groups = [], []
        self._top, heads = _columns(len(shown.ids))
        self._grid, inside = _columns(len(shown.ids))
        self._add_heads(shown, apart)
        for line in (each for each in shown.lines if each.asks):
            self._add_line(line, shown)
        self._add_same(shown)
        self._add_parts(shown.parts)
        self._head.setWidget(heads)
        self.area.setWidget(inside)
        self._align()

    def _align(self) -> None:
        """Give the heads the width and the height that stand over the rows."""
        heads = self._head.widget()
        if heads is not None and self.heads:
            least = max(each.minimumSizeHint().width() for each in self.heads.values())
            for grid in (self._top, self._grid):
                for place in range(len(self.heads)):
                    grid.setColumnMinimumWidth(place + 1, max(_COLUMN, least))
            bar = self.area.width() - self.area.viewport().width()
            width = max(self.area.viewport().width(), heads.minimumSizeHint().width())
            self._head.setViewportMargins(0, 0, bar, 0)
            self._head.setFixedHeight(heads.heightForWidth(width))

    def _add_heads(self, shown: Comparison, apart: set[str]) -> None:
        group = self._group()
        # An empty column would lose the distance to the next one.
        self._top.addWidget(self._label(""), 0, 0)
        for place, (key, caption) in enumerate(zip(shown.ids, shown.captions, strict=True)):
            head = ComparedHead(caption, may_leave=len(shown.ids) > 2)
            head.set_part(key not in apart)
            group.addButton(head.radio, place)
            head.opened.connect(lambda key=key: self._desk.open(shown.kind, key))
            head.part_changed.connect(self._part_changed)
            self.heads[key] = head
            self._top.addWidget(head, 0, place + 1)
        group.idToggled.connect(
            lambda place, on: self.keep(shown.ids[place]) if on and not self._quiet else None
        )

    def _add_line(self, line: Line, shown: Comparison) -> None:
        row, group = self._grid.rowCount(), self._group()
        self.cells[line.name] = {}
        self._grid.addWidget(self._label_box(line, group), row, 0)
        for place, key in enumerate(shown.ids):
            cell = ValueCell(line.label, line.texts[place], shown.captions[place])
            group.addButton(cell.radio, place)
            self.cells[line.name][key] = cell
            self._grid.addWidget(cell, row, place + 1)

        def chosen(place: int, on: bool) -> None:
            if on and not self._quiet:
                self.choose(line.name, shown.ids[place] if place >= 0 else "")

        group.idToggled.connect(chosen)

    def _label_box(self, line: Line, group: QButtonGroup) -> QWidget:
        box = QWidget()
        box.setFixedWidth(_LABELS)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(0)
        column.addWidget(words_label(line.label, "label"))
        radio = QRadioButton(self.tr("All together"))
        radio.setAccessibleName(self.tr("{0}: all together").format(line.label))
        radio.setToolTip(self.tr("What all of them say is kept"))
        group.addButton(radio, _TOGETHER)
        self.together[line.name] = radio
        column.addWidget(radio)
        column.addStretch(1)
        return box

    def _add_same(self, shown: Comparison) -> None:
        same = [each for each in shown.lines if not each.asks]
        self.fold_button = flat_button(
            self._desk.plural("{0} field is the same", "{0} fields are the same", len(same)),
            "chevron-right",
        )
        self.fold_button.clicked.connect(
            lambda: self.set_open(not self.fold_button.property("open"))
        )
        row = self._grid.rowCount()
        self._grid.addWidget(self.fold_button, row, 0, 1, -1, Qt.AlignmentFlag.AlignLeft)
        self.fold_button.setVisible(bool(same))
        for number, line in enumerate(same, row + 1):
            label = self._label(line.label)
            value = words_label(line.texts[0])
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, number, 1, 1, -1)
            self._folded += [label, value]
        self.set_open(False)

    def _add_parts(self, parts: Sequence[Part]) -> None:
        if not parts:
            return
        heading = QLabel(self.tr("Added together"))
        heading.setProperty("textRole", "heading")
        heading.setContentsMargins(0, SECTION - UNIT, 0, 0)
        heading.setToolTip(self.tr("Everything that belongs to the records goes to the one kept"))
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, -1)
        for part in parts:
            row = self._grid.rowCount()
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self._label(part.label), row, 0, top)
            for place, captions in enumerate(part.captions):
                words = words_label(self._listed(captions), "" if captions else "caption")
                words.setContentsMargins(UNIT, 0, 0, HALF)
                words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                if len(captions) > _NAMED:
                    words.setToolTip("\n".join(captions[:50]))
                self._grid.addWidget(words, row, place + 1, top)

    def _label(self, words: str) -> QLabel:
        label = words_label(words, "label")
        label.setFixedWidth(_LABELS)
        return label

    def _listed(self, captions: Sequence[str]) -> str:
        lines = [each or "–" for each in captions[:_NAMED]] or ["–"]
        if len(captions) > _NAMED:
            lines.append(self.tr("and {0} more").format(f"{len(captions) - _NAMED:,}"))
        return "\n".join(lines)

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group

    # What stands

    def _part_changed(self) -> None:
        if not self.heads[self.survivor_id].takes_part:
            self.survivor_id = next(
                (key for key, head in self.heads.items() if head.takes_part), self.survivor_id
            )
        self._preset()
        self.changed.emit()

    def _preset(self) -> None:
        """Mark what stands: what was chosen, else what the usual rules say."""
        shown = self.shown
        if shown is None or not shown.ids:
            return
        self._quiet = True
        parts = {self.survivor_id, *self.losers}
        self.choices = {name: key for name, key in self.choices.items() if key in parts}
        usual = standing(self._desk, shown.kind, self.survivor_id, self.losers)
        for key, head in self.heads.items():
            head.show_standing(key == self.survivor_id, key in parts)
        for name, cells in self.cells.items():
            self._mark(name, cells, usual.get(name, self.survivor_id), parts)
        self._quiet = False

    def _mark(
        self, name: str, cells: dict[str, ValueCell], usual: str, parts: set[str]
    ) -> None:
        together, taken = self.together[name], self.choices.get(name, usual)
        together.setVisible(not usual)
        if taken:
            cells[taken].radio.setChecked(True)
        else:
            together.setChecked(True)
        for key, cell in cells.items():
            cell.setEnabled(key in parts)
            if not taken:
                cell.mark(key in parts and bool(cell.words))
            else:
                cell.mark(key == taken)


class _Scrolling(QScrollArea):
    """Scrolls, and says when its room became another."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _columns(count: int) -> tuple[QGridLayout, QWidget]:
    """A grid with room for labels and so many records, and the widget it is in."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, UNIT, 0)
    grid = QGridLayout()
    grid.setHorizontalSpacing(UNIT)
    grid.setVerticalSpacing(HALF)
    grid.setColumnMinimumWidth(0, _LABELS)
    for place in range(count):
        grid.setColumnStretch(place + 1, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return grid, inside


_TOGETHER = -2
"""The place of the button for all values; -1 would let Qt number it."""
