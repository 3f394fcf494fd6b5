"""Where the table of a sheet lies: its headings, its columns, and what else is on the sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from partner_desk.files.sheets.header import Candidate, Rows, best_header
from partner_desk.files.sheets.headings import column_letters, lower_of_two, raw_headings
from partner_desk.files.sheets.source import Merged
from partner_desk.files.sheets.table import Notice

_SURELY = 2.0
"""The score of headings for which rows above them are given up."""
_LARGER = 2.0
"""By how much a table further down must be larger than the first one to be taken for it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The table of a sheet. ``header_row`` is 0 where there is none; columns count from 0."""

    header_row: int
    columns: tuple[int, ...]
    raw_headings: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows between blank ones that begin with headings of their own."""

    header: Candidate
    cells: int


def find_layout(rows: Rows, merged: Sequence[Merged], settled: int | None) -> Layout:
    """The table among the first rows of a sheet; ``settled`` is the row a person chose."""
    columns = _used(rows)
    notices: list[Notice] = []
    columns = _one_of_several(rows, columns, notices, settled)
    header_row = settled
    if header_row is None:
        header_row = _header_row(rows, columns, merged, notices)
    if above := sum(number < header_row for number, _ in rows):
        notices.append(Notice("sheet.rows_above", {"count": above, "row": header_row}))
    by_number = dict(rows)
    raw = raw_headings(by_number, header_row, columns, merged)
    return Layout(header_row, columns, raw, tuple(notices))


def _used(rows: Rows) -> tuple[int, ...]:
    return tuple(sorted({
        column for _, row in rows for column, value in enumerate(row) if value is not None
    }))


def _header_row(
    rows: Rows, columns: Sequence[int], merged: Sequence[Merged], notices: list[Notice]
) -> int:
    blocks = _blocks(rows, columns)
    if not blocks:
        best = best_header(rows, columns)
        return lower_of_two(dict(rows), best.number, merged) if best else 0
    chosen = blocks[0]
    for each in blocks[1:]:
        surely = each.header.score > max(_SURELY, chosen.header.score - _SURELY)
        if surely and each.cells > _LARGER * chosen.cells:
            chosen = each
    if len(blocks) > 1:
        others = [each.header.number for each in blocks if each is not chosen]
        notices.append(Notice("sheet.other_tables_below", {"row": others[0]}))
    return lower_of_two(dict(rows), chosen.header.number, merged)


def _blocks(rows: Rows, columns: Sequence[int]) -> list[_Block]:
    """The parts of the sheet that begin with headings; what has none belongs to the one above."""
    found: list[_Block] = []
    for part in _parts(rows):
        cells = sum(value is not None for _, row in part for value in row)
        width = Counter(sum(value is not None for value in row) for _, row in part)
        header = best_header(part, columns, 8) if found else best_header(part, columns)
        wide = max(width) > 1
        if header and wide and len(part) - header.place > 1:
            found.append(_Block(header, cells))
        elif found:
            found[-1] = _Block(found[-1].header, found[-1].cells + cells)
    return found


def _parts(rows: Rows) -> list[Rows]:
    """The rows between blank ones."""
    starts = [
        place for place, (number, _) in enumerate(rows)
        if place == 0 or number != rows[place - 1][0] + 1
    ]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _one_of_several(
    rows: Rows, columns: tuple[int, ...], notices: list[Notice], settled: int | None
) -> tuple[int, ...]:
    """The columns of one table where several stand side by side.

    It is the largest one with headings in the ``settled`` row, or the largest of all.
    """
    groups = _groups(columns)
    if len(groups) < 2:
        return columns
    headers = [best_header(rows, group) if len(group) > 1 else None for group in groups]
    sizes = [_size(rows, group) for group in groups]
    chosen = [each for each in rows if each[0] == settled]
    main = max(
        range(len(groups)), key=lambda one: (_size(chosen, groups[one]) > 0, sizes[one])
    )
    taken: list[int] = []
    for place, group in enumerate(groups):
        if place != main and _stands_alone(rows, groups, headers, place, main):
            notices.append(
                Notice("sheet.other_table_beside", {"column": column_letters(group[0])})
            )
        else:
            taken.extend(group)
    return tuple(taken)


def _groups(columns: Sequence[int]) -> list[tuple[int, ...]]:
    groups: list[list[int]] = []
    for column in columns:
        if not groups or column != groups[-1][-1] + 1:
            groups.append([])
        groups[-1].append(column)
    return [tuple(group) for group in groups]


def _size(rows: Rows, group: Sequence[int]) -> int:
    return sum(
        column < len(row) and row[column] is not None for _, row in rows for column in group
    )


def _stands_alone(
    rows: Rows, groups: Sequence[tuple[int, ...]], headers: Sequence[Candidate | None],
    place: int, main: int,
) -> bool:
    """Whether a group of columns is a table of its own: other headings' row, or the same names."""
    one, other = headers[place], headers[main]
    if one is None or other is None or _size(rows, groups[place]) < 6:
        return False
    if one.number != other.number:
        return True
    names = [
        {str(row[column]).casefold() for column in groups[each] if column < len(row)}
        for number, row in rows if number == one.number for each in (place, main)
    ]
    return len(names[0] & names[1]) * 2 > len(names[0])
