"""CSV that Excel opens right when it is clicked: UTF-8 with its mark, CRLF, no formula runs.

What begins like a formula gets an apostrophe before it, so that no text of a record is ever run.
Zeros at the front and long runs of digits would be lost when Excel guesses; such cells are
written as ``="0123"``, which Excel shows as the text it is and other programs can undo.
Line breaks stay inside their quoted cells.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from partner_desk.files.replacing import replacing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MOST_DIGITS = 11
"""Excel shows longer whole numbers as 1.23E+11 and loses those behind the fifteenth."""


def write(path: Path, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write the rows to ``path``, whole or not at all; tells how many. EnvironmentProblem."""
    written = 0
    with replacing(path) as temporary, temporary.open(
        "w", encoding="utf-8-sig", newline=""
    ) as handle:
        writer = csv.writer(handle, lineterminator="\r\n")
        writer.writerow([cell(each) for each in titles])
        for row in rows:
            writer.writerow([cell(each) for each in row])
            written += 1
    return written


def cell(value: object) -> str:
    """A value as its cell holds it; dates as year-month-day, which Excel reads everywhere."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float | Decimal):
        return f"{value}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return _text(str(value))


def _text(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if text.isascii() and text.isdigit() and (
        (text.startswith("0") and len(text) > 1) or len(text) > _MOST_DIGITS
    ):
        return f'="{text}"'
    if text.lstrip(" \n").startswith(_FORMULA):
        return f"'{text}"
    return text
