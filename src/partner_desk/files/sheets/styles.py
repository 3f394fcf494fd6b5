"""How texts that look like numbers and days are meant, by those of the first rows."""

import re
from collections.abc import Iterable, Sequence

from partner_desk.files.sheets.table import CellValue, Dates, Decimal

_DAY = re.compile(r"\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T].*)?\s*$")
_COMMA = re.compile(r"\s*[-+€$]?\s*(?:\d{1,3}(?:[. ]\d{3})+|\d+),\d{1,2}(?:\s*€)?\s*$")
_POINT = re.compile(r"\s*[-+€$]?\s*(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+\s*$")


def guess_decimal(rows: Iterable[Sequence[CellValue]]) -> Decimal:
    """The sign before tenths; a point where nothing speaks for a comma."""
    commas = points = 0
    for row in rows:
        for value in row:
            if isinstance(value, str):
                commas += bool(_COMMA.match(value))
                points += bool(_POINT.match(value))
    return "," if commas > points else "."


def guess_dates(rows: Iterable[Sequence[CellValue]]) -> Dates:
    """The order of day, month and year; as in the United States where both could be."""
    days_first = days_second = years_first = 0
    for row in rows:
        for value in row:
            found = _DAY.match(value) if isinstance(value, str) and len(value) < 40 else None
            if found:
                first, second = int(found[1]), int(found[2])
                years_first += len(found[1]) == 4
                days_first += 12 < first <= 31 and second <= 12
                days_second += 12 < second <= 31 and first <= 12
    if years_first > days_first + days_second:
        return "ymd"
    return "dmy" if days_first > days_second else "mdy"
