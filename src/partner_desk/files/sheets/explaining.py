"""A row under the headings that says what belongs into the columns: units, forms, examples."""

import re
from collections.abc import Sequence

from partner_desk.files.sheets.cell_kinds import DAY, NUMBER, REACH, YES_NO, kind_of
from partner_desk.files.sheets.header import Rows
from partner_desk.files.sheets.table import CellValue

_LEAST_BELOW = 2
"""Rows that must follow: a form that nobody filled in has none."""
_EXPLAINS = re.compile(
    r"[(\[<].*[)\]>]|"
    r"(?:e\.?\s?g\.?|ex\.?|p\. ?ej\.?|i\.e\.?|format|formato)[:,\s].*|"
    r"(?:examples?|ejemplos?|for example|por ejemplo)\b.*|"
    r"(?:please|enter|type in|select|choose|pick|one of|escriba|elija|seleccione)\s.*|"
    r"(?:free |short |long |plain )?text(?:[ ,]+(?:only|required|optional|\(.*\)))?|"
    r"string|numbers?(?: only)?|numeric|integer|decimal|date|time|currency|list|"
    r"drop ?down|boolean|texto|n[uú]mero|fecha|hora|"
    r"(?:required|optional|mandatory|obligatorio|opcional|requerido)(?: (?:field|if|when)\b.*)?|"
    r"y/n|yes/no|yes or no|true/false|s[ií]/no|"
    r"(?:in )?(?:usd|us\$|dollars|years|months|hours|minutes|miles|d[oó]lares|años|horas)|"
    r"[ymdhs]{1,4}[-/.:][ymdhs]{1,4}(?:[-/.:][ymdhs]{1,4})?|"
    r"#+(?:[-. ]#+)*|x{3}[-. ]x{3}[-. ]x{4}|name@.*",
    re.IGNORECASE | re.DOTALL,
)


def explained_row(rows: Rows, header_row: int, columns: Sequence[int]) -> int:
    """The number of the row right under the headings where it explains them; 0 where none does.

    Said only where nearly all of its cells explain, more than one does, none of them is what
    lists hold, and no cell stands again further down in its column.
    """
    below = [(number, row) for number, row in rows if number > header_row]
    if not header_row or len(below) <= _LEAST_BELOW or below[0][0] != header_row + 1:
        return 0
    number, row = below[0]
    filled = [column for column in columns if _cell(row, column) is not None]
    explaining = [column for column in filled if _explains(_cell(row, column))]
    others = [column for column in filled if column not in explaining]
    again = any(
        _cell(each, column) == _cell(row, column)
        for column in explaining for _, each in below[1:]
    )
    is_data = any(kind_of(_cell(row, column)) in (NUMBER, DAY, REACH, YES_NO) for column in others)
    enough = len(explaining) > 1 and len(explaining) * 3 >= len(filled) * 2
    return number if enough and not is_data and not again else 0


def _explains(value: CellValue) -> bool:
    return isinstance(value, str) and _EXPLAINS.fullmatch(value.strip()) is not None


def _cell(row: Sequence[CellValue], column: int) -> CellValue:
    return row[column] if column < len(row) else None
