"""How wide a column is made, from its heading and the first rows."""

import unicodedata
from collections.abc import Sequence

from partner_desk.files.excel.sheet import Column, Kind

SAMPLE = 200
"""Rows that are looked at."""

LONGTEXT_WIDTH = 60

_LEAST = 8.0
_FILTER_BUTTON = 4
_MOST: dict[Kind, int] = {Kind.TEXT: 42, Kind.LONGTEXT: LONGTEXT_WIDTH, Kind.LINK: 42}
_FIXED: dict[Kind, int] = {
    Kind.DATE: 12, Kind.TIME: 9, Kind.MONEY: 13, Kind.DECIMAL: 12, Kind.FLAG: 8
}


def column_widths(
    columns: Sequence[Column], rows: Sequence[Sequence[object]]
) -> list[float]:
    """A width in characters for each of ``columns``; ``rows`` are the sheet's first ones."""
    return [
        column.width if column.width is not None else _fitting(column, index, rows)
        for index, column in enumerate(columns)
    ]


def _fitting(column: Column, index: int, rows: Sequence[Sequence[object]]) -> float:
    most = _MOST.get(column.kind, 36)
    widest = max((_widest_line(row[index]) for row in rows if index < len(row)), default=0)
    needed = max(min(widest, most), _FIXED.get(column.kind, 0)) + 1
    heading = min(_breadth(column.heading), most) + _FILTER_BUTTON
    return float(max(_LEAST, needed, heading))


def _widest_line(value: object) -> int:
    if value is None or not isinstance(value, str | int):
        return 0
    return max(map(_breadth, str(value)[:2000].split("\n")))


def _breadth(line: str) -> int:
    """Characters of room a line takes: wide letters count twice, marks upon letters nothing."""
    if line.isascii():
        return len(line)
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in line
        if not unicodedata.combining(letter)
    )
