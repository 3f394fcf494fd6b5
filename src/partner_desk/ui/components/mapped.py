"""A part that shows another record than the one its tab is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


class Mapped(RecordPart):
    """Shows what ``find`` finds for a record in ``part``, and is hidden where it finds nothing."""

    def __init__(
        self,
        desk: Desk,
        find: "Callable[[Reader, Record], Record | None]",
        part: RecordPart,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.part = part
        self._desk, self._find = desk, find
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)

    def show_record(self, record: Record | None) -> None:
        found = (
            None if record is None
            else self._desk.read(lambda reader: self._find(reader, record))
        )
        self.part.setVisible(found is not None)
        if found is not None:
            self.part.show_record(found)

    def concerns(self, changed: Changed) -> bool:
        return True

    def commit(self) -> None:
        self.part.commit()

    def focus_field(self, name: str) -> bool:
        return not self.part.isHidden() and self.part.focus_field(name)
