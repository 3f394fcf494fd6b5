"""The names of columns, from one row or from two where groups stand above."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from partner_desk.files.sheets.cell_kinds import is_heading
from partner_desk.files.sheets.source import Merged
from partner_desk.files.sheets.table import CellValue, Damage

ByNumber = Mapping[int, Sequence[CellValue]]


def lower_of_two(rows: ByNumber, header_row: int, merged: Sequence[Merged]) -> int:
    """The number of the row of headings: the next one where this one holds groups of columns."""
    spans = _spans(merged, header_row)
    below = rows.get(header_row + 1)
    if not spans or below is None:
        return header_row
    under = {column for span in spans for column in range(span.left, span.right + 1)}
    filled = {column for column, value in enumerate(below) if value is not None}
    grouped = len(filled) > 1 and filled <= under
    texts = all(is_heading(below[column]) for column in filled)
    return header_row + 1 if grouped and texts else header_row


def raw_headings(
    rows: ByNumber, header_row: int, columns: Sequence[int], merged: Sequence[Merged]
) -> tuple[str, ...]:
    """What stands above each column, "" where nothing does; groups go before their columns."""
    lower = rows.get(header_row, ())
    names = [_text(lower, column) for column in columns]
    groups = _groups(rows, header_row, columns, merged, names)
    return tuple(
        " ".join(part for part in (group, name) if part)
        for group, name in zip(groups, names, strict=True)
    )


def shown_headings(raw: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    """Names for people: none is empty, and no two are alike."""
    taken: set[str] = set()
    shown = []
    for text, column in zip(raw, columns, strict=True):
        plain = " ".join(text.split()) or f"({column_letters(column)})"
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain} ({count})"
        taken.add(name.casefold())
        shown.append(name)
    return tuple(shown)


def column_letters(column: int) -> str:
    """What Excel calls a column, "A" for 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _groups(
    rows: ByNumber, header_row: int, columns: Sequence[int], merged: Sequence[Merged],
    names: Sequence[str],
) -> list[str]:
    """For each column the group that it belongs to, "" for none."""
    upper = rows.get(header_row - 1)
    nothing = [""] * len(columns)
    if upper is None or not columns:
        return nothing
    width = columns[-1] - columns[0]
    spans = [
        each for each in _spans(merged, header_row - 1)
        if each.bottom < header_row - 1 and each.right - each.left < width
    ]
    told = [name for name in names if name]
    repeated = len(told) - len(set(told))
    # One merged cell may be a note; several, or names that need telling apart, are groups.
    if len(spans) > 1 or (spans and repeated):
        places = {
            column: _text(upper, span.left)
            for span in spans for column in range(span.left, span.right + 1)
        }
        return [
            places.get(column, "" if name else _text(upper, column))
            for column, name in zip(columns, names, strict=True)
        ]
    given = [_text(upper, column) for column in columns]
    if repeated < 2 or sum(map(bool, given)) < 2:
        return nothing
    return _filled_to_the_right(given)


def _filled_to_the_right(given: Sequence[str]) -> list[str]:
    groups, last = [], ""
    for each in given:
        last = each or last
        groups.append(last)
    return groups


def _spans(merged: Sequence[Merged], number: int) -> list[Merged]:
    """Merged cells that begin in a row and reach over several columns."""
    return [each for each in merged if each.top == number - 1 and each.right > each.left]


def _text(row: Sequence[CellValue], column: int) -> str:
    value = row[column] if column < len(row) else None
    if value is None:
        return ""
    if isinstance(value, Damage):
        return value.text
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return str(value).strip()
