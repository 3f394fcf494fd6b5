"""A tab made of several parts under their headings."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.desk import Changed
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT


class Sections(RecordPart):
    """Several parts, each with a heading or none; a tab of its own scrolls through them."""

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        self.parts: list[RecordPart] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        margins = (0, GAP, HALF, SECTION) if scrolls else (0, 0, 0, 0)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(UNIT)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scrolling(self._inside, across=True) if scrolls else None
        whole.addWidget(self._scroll or self._inside)

    def add(self, part: RecordPart, heading: str = "") -> None:
        """Add a part under its heading."""
        if heading:
            label = QLabel(heading)
            label.setProperty("textRole", "heading")
            if self.parts:
                label.setContentsMargins(0, GAP, 0, 0)
            self._insert(label)
        self.parts.append(part)
        self._insert(part)

    def show_record(self, record: Record | None) -> None:
        for part in self.parts:
            part.show_record(record)

    def concerns(self, changed: Changed) -> bool:
        return any(part.concerns(changed) for part in self.parts)

    def commit(self) -> None:
        for part in self.parts:
            part.commit()

    def focus_field(self, name: str) -> bool:
        for part in self.parts:
            if part.focus_field(name):
                if self._scroll is not None:
                    focused = part.focusWidget() or part
                    self._scroll.ensureWidgetVisible(focused, 0, 2 * SECTION)
                return True
        return False

    def _insert(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)
