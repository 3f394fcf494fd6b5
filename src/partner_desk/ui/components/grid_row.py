"""One row of a grid, with what was typed into it and not stored."""

from dataclasses import dataclass, field
from typing import Any

from partner_desk.model.fields import Record


@dataclass
class Row:
    """A row of the grid. ``record`` is None while its first cells are being typed.

    ``typed`` holds by field name what was typed and not stored, ``errors`` why not.
    """

    id: str
    record: Record | None = None
    typed: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into this new row yet."""
        return self.record is None and not self.typed
