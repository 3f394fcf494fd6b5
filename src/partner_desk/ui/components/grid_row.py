"""One row of a grid, with what was typed into it and not stored."""

from dataclasses import dataclass, field
from typing import Any

from partner_desk.model.fields import Record


@dataclass
class Row:
    """A row of the grid. ``record`` is None while its first cells are being typed.

    ``typed`` holds by field name what was typed and not stored: a person's words as they are, or
    a value that was chosen. ``errors`` says why not; ``overtaken`` names the fields in which
    somebody else stored another value meanwhile.
    """

    id: str
    record: Record | None = None
    typed: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    overtaken: set[str] = field(default_factory=set)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into this new row yet."""
        return self.record is None and not self.typed

    def value(self, name: str) -> Any:
        """What stands in a cell: what was typed, else what is stored, else None."""
        return self.typed.get(name, getattr(self.record, name, None))

    def forget(self, name: str) -> None:
        """Drop what was typed into a cell and what was wrong with it."""
        self.typed.pop(name, None)
        self.errors.pop(name, None)
        self.overtaken.discard(name)
