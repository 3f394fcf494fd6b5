"""A part that is made when it is first looked at, so that a page opens fast."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.model.fields import Record
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed

P = TypeVar("P", bound=RecordPart)


class Lazy(RecordPart, Generic[P]):
    """Stands in for the part that ``make`` makes; ``part`` makes it at once."""

    def __init__(self, make: Callable[[], P], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._part: P | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def part(self) -> P:
        """The part itself, made if need be."""
        if self._part is None:
            self._part = self._make()
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._part)
        return self._part

    def show_record(self, record: Record | None) -> None:
        self.part.show_record(record)

    def concerns(self, changed: Changed) -> bool:
        return self._part is not None and self._part.concerns(changed)

    def commit(self) -> None:
        if self._part is not None:
            self._part.commit()

    def focus_field(self, name: str) -> bool:
        return self.part.focus_field(name)

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        return self.part.focus_record(kind, record_id, field)
