"""The plain description of a workbook to write: sheets, columns, and what came of it.

It knows neither openpyxl nor any entity. Headings come from the caller in the reader's language;
values are Python's own, and a text is never taken for a formula.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds, which decides its cells' format and its width.

    TEXT keeps leading zeros and may hold anything; LONGTEXT wraps. INTEGER, DECIMAL, MONEY and
    PERCENT (1 is a hundred per cent) take numbers, DATE takes dates, TIME times of day, FLAG true
    and false. LINK and EMAIL are texts that can be clicked. A value of another type than its
    column's is written as what it is; None and "" leave the cell empty.
    """

    TEXT = "text"
    LONGTEXT = "longtext"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    FLAG = "flag"
    LINK = "link"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its kind, and its width in characters, or None to fit the values."""

    heading: str
    kind: Kind = Kind.TEXT
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to write. ``rows`` is gone through once; each row holds one value per column.

    The title may be any text: it is made fit for a workbook, and unique.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of a workbook that was written: a code and its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the rows of data of all sheets, the sheets' titles, the notices."""

    rows: int
    sheets: tuple[str, ...]
    notices: tuple[Notice, ...]
