"""Cells as both readers of workbooks give them, made into one kind of value."""

import math
from datetime import date, datetime, time, timedelta

from partner_desk.files.sheets.content import refused
from partner_desk.files.sheets.table import CellValue, Damage

DAMAGES = frozenset({
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA",
    "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!",
})
LONGEST_TEXT = 1_000_000
"""Letters; Excel holds 32,767 in a cell, and a few of such length told often burst a reader."""
_DAY = timedelta(days=1)


def cell_value(value: object) -> CellValue:
    """What a reader of workbooks gave as a cell's value. Raises InputError for a burst one."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise refused("sheet.bomb")
        return text_value(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() else value
    if isinstance(value, timedelta):
        return _time_or_text(value)
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second or value.microsecond)
        return value.date() if midnight else value
    if isinstance(value, int | date | time):
        return value
    return text_value(str(value))


def text_value(text: str) -> CellValue:
    """A text as it stands: None where it is blank, Damage where Excel shows a failed formula."""
    if not text or text.isspace():
        return None
    if text[0] == "#":
        plain = text.strip()
        if plain.upper() in DAMAGES or (len(plain) > 3 and not plain.strip("#")):
            return Damage(plain)
    elif text[0] == "E" and text.startswith("Err:") and text[4:].isdigit():
        return Damage(text)
    return text


def is_blank(value: object) -> bool:
    """Whether a reader's cell holds nothing to see."""
    return value is None or (isinstance(value, str) and (not value or value.isspace()))


def _time_or_text(value: timedelta) -> CellValue:
    """A span of hours: of less than a day it is a time, else it is told as Excel shows it."""
    if timedelta(0) <= value < _DAY:
        return (datetime.min + value).time()
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
