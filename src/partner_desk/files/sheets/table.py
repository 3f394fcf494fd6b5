"""What a sheet is seen as: a table with a heading, rows with Excel's numbers, and typed cells."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

Decimal = Literal[".", ","]
Dates = Literal["mdy", "dmy", "ymd"]


@dataclass(frozen=True, slots=True)
class Damage:
    """What Excel shows where a formula failed: ``#REF!``, ``#N/A``, ``#VALUE!`` ..."""

    text: str


CellValue = str | int | float | bool | date | datetime | time | Damage | None
"""A cell: None is empty; a text is never blank; text files hold texts only, zeros and all."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row under the headings.

    ``number`` is Excel's own, from 1. ``cells`` are as many as ``Look.headings``, in their order.
    """

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: what a person settled, or (None) what is left to be guessed.

    ``header_row`` is Excel's number of the row of headings, 0 where there is none;
    ``explained_row`` that of the row which says what belongs into the columns and is no entry.
    ``encoding`` is a codec's name; ``separator`` one character; both are for text files only.
    ``decimal`` and ``dates`` say how texts that look like numbers and days are meant; typed cells
    of a workbook need neither.
    """

    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    separator: str | None = None
    decimal: Decimal | None = None
    dates: Dates | None = None
    explained_row: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may cost: seconds of waiting and megabytes of memory."""

    seconds: float = 20.0
    megabytes: int = 1024


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """One sheet of a workbook. ``rows`` and ``columns`` count up to the last that is used."""

    name: str
    rows: int
    columns: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know of a sheet: ``code`` names the sentence, ``values`` fill it."""

    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet as far as it must be known to be settled.

    ``reading`` has every part filled that applies, ``guessed`` names those of its parts that
    nobody settled. ``headings`` are for people: unique and never empty; ``raw_headings`` are what
    stands there, "" where nothing does. ``columns`` are their places in the sheet, 0 for A.
    ``sample`` holds the first rows under the headings that hold something, without the one that
    explains them; ``rows`` counts them all, that one too, ``blank`` counts the empty ones between
    them. ``line_ends`` (text files only) is "crlf", "lf", "cr", "mixed" or "". ``format`` is
    "xlsx", "xlsm", "xlsb", "xls", "ods" or "text", whatever the name of the file says.
    """

    path: str
    format: str
    sheets: tuple[SheetInfo, ...]
    reading: Reading
    guessed: frozenset[str]
    headings: tuple[str, ...]
    raw_headings: tuple[str, ...]
    columns: tuple[int, ...]
    sample: tuple[SheetRow, ...]
    rows: int
    blank: int
    line_ends: str = ""
    notices: tuple[Notice, ...] = ()
    above: tuple[SheetRow, ...] = ()
    """The first rows of the whole sheet as they stand, headings and titles too, for choosing the
    row of headings; their cells are those of all columns from A."""
    explained: int = 0
    """The row that seems to explain the headings, though a person may have settled otherwise."""
