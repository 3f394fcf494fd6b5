"""CSV that Excel opens right when it is clicked: UTF-8 with its mark, CRLF, no formula runs.

What begins like a formula gets an apostrophe before it, so that no text of a record is ever run.
Excel guesses at the rest and would lose zeros at the front and the ends of long runs of digits, and
make a day of April of the ages 4-6; such cells are written as ``="0123"``, which Excel shows as the
text it is. ``text_of`` takes both off again. Line breaks stay inside their quoted cells.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from partner_desk.files.replacing import replacing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MONTH = "(jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic)[a-z]*"
_GUESSED = re.compile(
    rf"""0[0-9]+([.,][0-9]*)? | [0-9]{{12,}} | [0-9]+[.,]([0-9]*0)? | [.,][0-9]+
    | [0-9.]+e[+-]?[0-9]+ | [0-9]{{1,3}}([,.][0-9]{{3}})+([.,][0-9]*)? | [0-9]+\ +[0-9]+/[0-9]+
    | [(][$]?[0-9.,]+%?[)] | [$€]\ *[0-9.,]+ | [0-9.,]+\ *[%$€]
    | [0-9]{{1,2}}:[0-9]{{1,2}}(:[0-9]{{1,2}})?(\ *[ap]\.?\ ?m?\.?)? | [0-9]{{1,2}}\ +[ap]m?
    | [0-9]{{1,2}}[-/][0-9]{{1,2}}([-/][0-9]{{2,4}})? | [0-9]{{1,2}}[-/][0-9]{{4}}
    | [0-9]{{4}}[-/][0-9]{{1,2}}([-/][0-9]{{1,2}})? | [0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{2,4}}
    | {_MONTH}[ .-]*[0-9]{{1,4}} | [0-9]{{1,2}}[ -]*{_MONTH}([ -]*[0-9]{{2,4}})?
    | true | false | verdadero | falso""",
    re.IGNORECASE | re.VERBOSE,
)
"""What Excel takes for another number, an amount, a date, a time, or true; in Spanish as well.

Whole numbers to eleven digits it leaves alone, and so do we.
"""
_WRAPPED = re.compile(r'="([^"]*)"')


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


def text_of(cell: str) -> str:
    """The text that stands in a cell written so, here or by another program."""
    if cell.startswith("'") and _begins_like_a_formula(cell[1:]):
        return cell[1:]
    wrapped = _WRAPPED.fullmatch(cell)
    return wrapped[1] if wrapped else cell


def _text(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if _GUESSED.fullmatch(text):
        return f'="{text}"'
    return f"'{text}" if _begins_like_a_formula(text) else text


def _begins_like_a_formula(text: str) -> bool:
    return text.lstrip(" \n'").startswith(_FORMULA)
