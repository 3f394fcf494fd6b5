"""Find the table of an open file, count its rows, and give them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from partner_desk.files.sheets.content import refused
from partner_desk.files.sheets.header import Rows
from partner_desk.files.sheets.headings import raw_headings
from partner_desk.files.sheets.layout import Layout, find_layout
from partner_desk.files.sheets.source import Marks, Source
from partner_desk.files.sheets.table import CellValue, Damage, SheetInfo, SheetRow
from partner_desk.files.sheets.values import is_blank

T = TypeVar("T")
_WINDOW = 400
"""Rows that hold something, from which the table is found."""


@dataclass(slots=True)
class Counted:
    """What a pass over all rows found; ``late`` are columns that hold something further down."""

    rows: int = 0
    blank: int = 0
    first: int = 0
    last: int = 0
    late: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Table:
    """The table of one sheet of an open file."""

    source: Source
    sheet: SheetInfo
    marks: Marks
    layout: Layout
    window: Rows
    counted: Counted = field(default_factory=Counted)

    def rows(self) -> Iterator[SheetRow]:
        """The rows under the headings that hold something."""
        columns = self.layout.columns
        damaged = _by_row(self.marks)
        value = self.source.value
        for number, raw in self.source.rows(self.sheet.name):
            if number <= self.layout.header_row:
                continue
            width = len(raw)
            cells = [value(raw[column]) if column < width else None for column in columns]
            if number - 1 in damaged:
                _damage(cells, columns, damaged[number - 1])
            if cells.count(None) < len(cells):
                yield SheetRow(number, tuple(cells))

    def count(self) -> None:
        """Pass over all rows: how many hold something, and in which columns."""
        damaged = _by_row(self.marks)
        left_out = {column for _, row in self.window for column, value in enumerate(row)
                    if value is not None} - set(self.layout.columns)
        counted = Counted(last=self.layout.header_row)
        for number, raw in self.source.rows(self.sheet.name):
            if number <= self.layout.header_row:
                continue
            if number - 1 in damaged:
                raw = _told(raw, damaged[number - 1])
            if self._holds(raw, left_out, counted):
                counted.rows += 1
                counted.first = counted.first or number
                counted.last = number
        start = self.layout.header_row or (counted.first - 1 if counted.first else 0)
        counted.blank = counted.last - start - counted.rows
        self.counted = counted
        self._widen()

    def _holds(self, raw: Sequence[object], left_out: set[int], counted: Counted) -> bool:
        """Whether a row holds something in this table; columns not seen before are noted."""
        width = len(raw)
        for column in self._unseen(width, left_out, counted):
            if not is_blank(raw[column]):
                counted.late.add(column)
        if not left_out:
            return any(not is_blank(value) for value in raw)
        return any(
            not is_blank(raw[column])
            for column in (*self.layout.columns, *counted.late) if column < width
        )

    def _unseen(self, width: int, left_out: set[int], counted: Counted) -> Sequence[int]:
        known = self.layout.columns
        if len(known) == known[-1] + 1 and width <= len(known):
            return ()  # As in nearly every list: no column before, between or behind.
        seen = left_out.union(known, counted.late)
        return [column for column in range(width) if column not in seen]

    def _widen(self) -> None:
        if self.counted.late:
            columns = tuple(sorted({*self.layout.columns, *self.counted.late}))
            raw = raw_headings(
                dict(self.window), self.layout.header_row, columns, self.marks.merged
            )
            self.layout = replace(self.layout, columns=columns, raw_headings=raw)


def table_of(source: Source, sheet: str | None, header_row: int | None) -> Table:
    """The table that was settled on, or the first visible one that is worth the name.

    Raises InputError where there is none.
    """
    if sheet is not None:
        info = next((each for each in source.sheets if each.name == sheet), None)
        if info is None and source.format != "text":
            known = ", ".join(each.name for each in source.sheets)
            raise refused("sheet.no_such_sheet", sheet=sheet, known=known)
        found = _open(source, info or source.sheets[0], header_row)
        if found is None:
            raise refused("sheet.empty_sheet", sheet=sheet)
        return _counted(found)
    if not source.sheets:
        raise refused("sheet.only_charts" if source.charts else "sheet.no_table")
    best = _first_real(source, header_row)
    if best is None:
        raise refused("sheet.no_table")
    return _counted(best)


def first_rows(source: Source, sheet: str, count: int, marks: Marks) -> Rows:
    """The first rows of a sheet that hold something, cells from column A."""
    damaged = _by_row(marks)
    found = []
    for number, raw in source.rows(sheet):
        cells = [source.value(each) for each in raw]
        if number - 1 in damaged:
            cells = _told(cells, {
                column: Damage(text) for column, text in damaged[number - 1].items()
            })
        if cells.count(None) < len(cells):
            found.append((number, tuple(cells)))
            if len(found) >= count:
                break
    return found


def _first_real(source: Source, header_row: int | None) -> Table | None:
    """The first visible sheet with a table of two columns; else the fullest, hidden ones last."""
    spare: Table | None = None
    for info in sorted(source.sheets, key=lambda each: each.hidden):
        if spare is not None and info.hidden:
            break
        if source.format != "text" and not info.rows:
            continue
        table = _open(source, info, header_row)
        if table is None:
            continue
        if len(table.layout.columns) > 1 and len(table.window) > 1:
            return table
        if spare is None or len(table.window) > len(spare.window):
            spare = table
    return spare


def _open(source: Source, info: SheetInfo, header_row: int | None) -> Table | None:
    marks = source.marks(info.name)
    window = first_rows(source, info.name, max(_WINDOW, (header_row or 0) + 50), marks)
    if not window:
        return None
    return Table(source, info, marks, find_layout(window, marks.merged, header_row), window)


def _counted(table: Table) -> Table:
    table.count()
    return table


def _by_row(marks: Marks) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for (row, column), text in marks.damages.items():
        found.setdefault(row, {})[column] = text
    return found


def _told(cells: Sequence[T], damages: Mapping[int, T]) -> list[T | None]:
    """A whole row, from column A, with what failed in it."""
    width = max(len(cells), max(damages) + 1)
    return [damages.get(column, cells[column] if column < len(cells) else None)
            for column in range(width)]


def _damage(
    cells: list[CellValue], columns: Sequence[int], damages: dict[int, str]
) -> None:
    for place, column in enumerate(columns):
        if column in damages:
            cells[place] = Damage(damages[column])


def head(table: Table, count: int) -> tuple[SheetRow, ...]:
    """The first rows under the headings."""
    return tuple(islice(table.rows(), count))
