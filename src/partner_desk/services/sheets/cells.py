"""What a cell says: its text, whether it says nothing, and whether Excel has spoilt it."""

import re
from datetime import date, datetime, time
from functools import lru_cache

from partner_desk.files.sheets.look import CellValue, Damage
from partner_desk.files.web_codes import codes_read
from partner_desk.model.folding import fold

_NOTHING = frozenset((
    "no data", "n a", "na", "none", "unknown", "tbd", "tba", "nil", "null", "not applicable",
    "not available", "not provided", "no information", "unavailable", "sin datos", "ninguno",
    "ninguna", "desconocido", "no aplica", "por determinar", "pendiente", "x", "xx", "xxx", "nan",
    "0000 00 00",
))
_LONGEST = 20
_SIGNS = re.compile(r"[-–—.?_/*#'\"\s]+")
_DAMAGED = re.compile(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NULL|NUM|SPILL|CALC|FIELD)[!?]?|#+")
_MARKS = frozenset(("x", "xx", "xxx"))


def text_of(cell: CellValue) -> str:
    """A cell as text without codes; a whole day has no time, a number no needless figures."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return codes_read(cell).strip()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Damage):
        return cell.text
    return _typed(cell)


def _typed(cell: int | float | date | datetime | time) -> str:
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return str(cell)


def is_damaged(cell: CellValue) -> bool:
    """Whether the cell shows that a formula failed, or that its column was too narrow."""
    if isinstance(cell, Damage):
        return True
    return isinstance(cell, str) and cell.startswith("#") and bool(_DAMAGED.fullmatch(cell.strip()))


def says_nothing(text: str, marks: bool = False) -> bool:
    """Whether a text only says that nothing is known: "N/A", "-", "TBD", "No Data".

    ``marks`` says that "x" is a mark here: it means yes.
    """
    if not text or (not text[0].isalnum() and _SIGNS.fullmatch(text)):
        return True
    return len(text) <= _LONGEST and _is_nothing(text, marks)


@lru_cache(maxsize=20_000)
def _is_nothing(text: str, marks: bool) -> bool:
    word = fold(text)
    return word in _NOTHING and not (marks and word in _MARKS)
