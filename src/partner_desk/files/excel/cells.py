"""Values as cells of a sheet's XML, one row at a time.

The rows are built as text, neither as openpyxl's cells nor as elements of a tree: that is what
makes a styled sheet cheaper than a bare one. Every value goes through ``_escaped``.
"""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from partner_desk.files.excel.links import MOST_LINKS, Links, mail_target, web_target
from partner_desk.files.excel.sheet import Column, Kind
from partner_desk.files.excel.styles import Styles
from partner_desk.files.excel.titles import cut

MOST_CHARACTERS = 32_767
MOST_LINES = 8
"""Lines of a wrapped text that a row is made high for; the rest is there, below the edge."""

_LINE_HEIGHT = 15
_LONGEST_TEXT_FORMAT = 255
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_SERIAL_DAY = date(1900, 3, 1)
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FORMULA_LIKE = ("=", "+", "-", "@", "\t")
_TEXTS = frozenset({Kind.TEXT, Kind.LONGTEXT, Kind.LINK, Kind.EMAIL})


class RowMaker:
    """Makes the rows of one sheet, and counts what did not fit in.

    ``links`` gathers every link; ``cut_cells`` and ``first_cut`` tell of texts
    that were longer than a cell holds; ``unlinked`` counts links beyond what a sheet may have.
    """

    def __init__(
        self, columns: Sequence[Column], widths: Sequence[float], styles: Styles
    ) -> None:
        self.links = Links()
        self.unlinked = 0
        self.cut_cells = 0
        self.first_cut = ""
        self._styles = styles
        self._columns = [
            (get_column_letter(index), column.kind, styles.by_kind[column.kind])
            for index, column in enumerate(columns, 1)
        ]
        self._wrapped = [
            (index, width)
            for index, (column, width) in enumerate(zip(columns, widths, strict=True))
            if column.kind is Kind.LONGTEXT
        ]

    def header(self, headings: Iterable[str]) -> str:
        """The XML of the first row: the columns' headings."""
        cells = (
            self._text(f"{letter}1", heading, self._styles.header)
            for (letter, _, _), heading in zip(self._columns, headings, strict=True)
        )
        return f'<row r="1">{"".join(cells)}</row>'

    def row(self, number: int, values: Sequence[object]) -> str:
        """The XML of row ``number`` of the sheet with ``values``, one for each column."""
        cells = []
        for (letter, kind, style), value in zip(self._columns, values, strict=True):
            if value is None or value == "":
                continue
            place = f"{letter}{number}"
            if type(value) is str:
                cells.append(self._any_text(place, value, kind, style))
            else:
                cells.append(self._typed(place, value, kind, style))
        return f'<row r="{number}"{self._height(values)}>{"".join(cells)}</row>'

    def _any_text(self, place: str, value: str, kind: Kind, style: str) -> str:
        if kind is Kind.TEXT:
            long = len(value) > _LONGEST_TEXT_FORMAT
            style = self._styles.by_kind[Kind.LONGTEXT] if long else style
        elif kind is Kind.LINK or kind is Kind.EMAIL:
            style = self._linked(place, value, kind, style)
        elif kind is not Kind.LONGTEXT:
            style = self._styles.by_kind[Kind.TEXT]
        if value[0] in _FORMULA_LIKE and style == self._styles.by_kind[Kind.LONGTEXT]:
            style = self._styles.guarded
        return self._text(place, value, style)

    def _linked(self, place: str, value: str, kind: Kind, style: str) -> str:
        if self.links.count >= MOST_LINKS:
            self.unlinked += 1
            return style
        target = web_target(value) if kind is Kind.LINK else mail_target(value)
        if target is None:
            return style
        self.links.add(place, target)
        return self._styles.link

    def _text(self, place: str, value: str, style: str) -> str:
        if len(value) * 2 > MOST_CHARACTERS or "_x" in value or "\r" in value:
            value = self._fitted(value, place)
        text = _escaped(value)
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{text}</t></is></c>'

    def _fitted(self, value: str, place: str) -> str:
        """``value`` as long as a cell may be, with nothing that reads as an escaped character."""
        plain = _ILLEGAL.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
        fitting = cut(plain, MOST_CHARACTERS)
        if fitting != plain:
            self.cut_cells += 1
            self.first_cut = self.first_cut or place
        return _ESCAPE_LIKE.sub("_x005F_", fitting)

    def _typed(self, place: str, value: object, kind: Kind, style: str) -> str:
        written, natural = _written(value)
        if natural is Kind.TEXT:
            return self._any_text(place, written, Kind.TEXT, self._styles.by_kind[Kind.TEXT])
        if not _suits(natural, kind):
            style = self._styles.by_kind[natural]
        of_type = "b" if natural is Kind.FLAG else "n"
        return f'<c r="{place}" s="{style}" t="{of_type}"><v>{written}</v></c>'

    def _height(self, values: Sequence[object]) -> str:
        """Let the program that opens the sheet fit the row, unless it would grow too high."""
        for index, width in self._wrapped:
            value = values[index]
            if isinstance(value, str) and len(value) > width:
                lines = sum(1 + len(line) // int(width) for line in value.split("\n"))
                if lines > MOST_LINES:
                    return f' ht="{MOST_LINES * _LINE_HEIGHT}" customHeight="1"'
        return ""


def _escaped(value: str) -> str:
    """``value`` as XML may hold it; what no XML may hold is left out."""
    if not value.isprintable():  # As nearly every text is, which spares it the search.
        value = _ILLEGAL.sub("", value)
    return escape(value)


def _written(value: object) -> tuple[str, Kind]:
    """A value that is no str as the sheet's XML has it, and the kind it is by nature."""
    if isinstance(value, bool):
        return ("1" if value else "0"), Kind.FLAG
    if isinstance(value, int):
        return (str(value), Kind.INTEGER) if abs(value) < 10**15 else (str(value), Kind.TEXT)
    if isinstance(value, float):
        return (repr(value), Kind.DECIMAL) if math.isfinite(value) else (str(value), Kind.TEXT)
    if isinstance(value, Decimal):
        return (f"{value:f}", Kind.DECIMAL) if value.is_finite() else (str(value), Kind.TEXT)
    if isinstance(value, date):
        return _serial_day(value)
    if isinstance(value, time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return repr(seconds / 86_400), Kind.TIME
    return str(value), Kind.TEXT


def _serial_day(day: date) -> tuple[str, Kind]:
    """The count of days that stands for a date; the years before have no count that is agreed."""
    if day.toordinal() < _FIRST_SERIAL_DAY.toordinal():
        return day.isoformat()[:10], Kind.TEXT
    return str(day.toordinal() - _DAY_ZERO), Kind.DATE


_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})
_NUMBER_COLUMNS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})


def _suits(natural: Kind, column: Kind) -> bool:
    """Whether a value of one kind may wear the format of a column of another."""
    if natural in _NUMBERS:
        return column in _NUMBER_COLUMNS and not (
            natural is Kind.DECIMAL and column is Kind.INTEGER
        )
    return natural is column
