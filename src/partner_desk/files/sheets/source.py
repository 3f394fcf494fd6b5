"""What every reader of a file gives, and the ways in which it can fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from partner_desk.files.sheets.table import CellValue, Notice, SheetInfo

Numbered = tuple[int, Sequence[object]]
"""Excel's number of a row and its cells from column A, as the reader has them."""


class CannotRead(Exception):
    """This reader fails on this file; another may not."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged range; rows and columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Marks:
    """What a sheet holds beside its values: what is merged, hidden or broken."""

    merged: list[Merged] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncalculated: int = 0
    damages: dict[tuple[int, int], str] = field(default_factory=dict)
    """Texts of failed formulas by row and column from 0, where the reader gives none."""


class Source(Protocol):
    """An open file. ``charts`` says whether it has sheets of charts only beside ``sheets``."""

    format: str
    sheets: list[SheetInfo]
    charts: int

    def rows(self, sheet: str) -> Iterator[Numbered]:
        """All rows of a sheet in order; blank ones may be left out."""

    def marks(self, sheet: str) -> Marks:
        """What is merged, hidden or broken there."""

    def value(self, raw: object) -> CellValue:
        """A cell of ``rows`` as what it is."""

    def notices(self) -> list[Notice]:
        """What became known while reading."""
