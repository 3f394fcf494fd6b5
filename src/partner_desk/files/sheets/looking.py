"""What a person should see of an open file before it is settled."""

from collections.abc import Iterator
from pathlib import Path

from partner_desk.files.sheets.by_lines import TextSource
from partner_desk.files.sheets.content import refused
from partner_desk.files.sheets.explaining import explained_row
from partner_desk.files.sheets.headings import shown_headings
from partner_desk.files.sheets.source import Source
from partner_desk.files.sheets.styles import guess_dates, guess_decimal
from partner_desk.files.sheets.survey import Table, head, table_of
from partner_desk.files.sheets.table import Look, Notice, Reading, SheetInfo, SheetRow

SAMPLE = 200
ABOVE = 30
_TOTALS = ("grand total", "total", "totals", "gran total", "total general", "suma total")
_ENDINGS = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xlsb": "xlsb", ".xls": "xls", ".ods": "ods",
    ".csv": "text", ".tsv": "text", ".txt": "text", ".tab": "text",
}


def look_of(source: Source, path: Path, reading: Reading) -> Look:
    """The look at an open file. Raises InputError where it holds no table."""
    if isinstance(source, TextSource) and source.is_prose and reading.header_row is None:
        raise refused("sheet.no_table")
    table = table_of(source, reading.sheet, reading.header_row)
    if source.format == "text" and table.layout.header_row > 1 and not table.counted.rows:
        raise refused("sheet.no_table")  # A letter whose last line has commas.
    explained = explained_row(table.window, table.layout.header_row, table.layout.columns)
    aside = explained if reading.explained_row is None else reading.explained_row
    sample = tuple(
        each for each in head(table, SAMPLE + bool(aside)) if each.number != aside
    )[:SAMPLE]
    settled = _settled(source, table, reading, sample, aside)
    return Look(
        path=str(path),
        format=source.format,
        sheets=_sheets(source, table),
        reading=settled,
        guessed=frozenset(
            part for part in Reading.__slots__
            if getattr(reading, part) is None and getattr(settled, part) is not None
        ),
        headings=shown_headings(table.layout.raw_headings, table.layout.columns),
        raw_headings=table.layout.raw_headings,
        columns=table.layout.columns,
        sample=sample,
        rows=table.counted.rows,
        blank=table.counted.blank,
        line_ends=source.line_ends if isinstance(source, TextSource) else "",
        notices=tuple(_notices(source, table, path, settled, reading, sample)),
        above=tuple(SheetRow(number, tuple(cells)) for number, cells in table.window[:ABOVE]),
        explained=explained,
    )


def _settled(
    source: Source, table: Table, reading: Reading, sample: tuple[SheetRow, ...], aside: int
) -> Reading:
    cells = [row.cells for row in sample]
    text = source if isinstance(source, TextSource) else None
    return Reading(
        sheet=table.sheet.name,
        header_row=table.layout.header_row,
        encoding=text.encoding if text else None,
        separator=text.separator if text else None,
        decimal=reading.decimal or guess_decimal(cells),
        dates=reading.dates or guess_dates(cells),
        explained_row=aside,
    )


def _sheets(source: Source, table: Table) -> tuple[SheetInfo, ...]:
    if source.format != "text":
        return tuple(source.sheets)
    columns = table.layout.columns[-1] + 1
    return (SheetInfo(table.sheet.name, table.counted.last, columns),)


def _notices(
    source: Source, table: Table, path: Path, settled: Reading, reading: Reading,
    sample: tuple[SheetRow, ...],
) -> Iterator[Notice]:
    ending = path.suffix.lower()
    actual = "xlsx" if source.format == "xlsm" else source.format
    if _ENDINGS.get(ending, actual) != actual:
        yield Notice("sheet.wrong_ending", {"ending": ending, "format": source.format})
    yield from table.layout.notices
    if settled.explained_row:
        yield Notice("sheet.explained_row", {"row": settled.explained_row})
    yield from _notices_of_sheets(source, table, reading)
    yield from _notices_of_marks(table)
    for row in sample:
        if _is_total(row):
            yield Notice("sheet.total_row", {"row": row.number})
            break
    yield from source.notices()


def _notices_of_sheets(source: Source, table: Table, reading: Reading) -> Iterator[Notice]:
    others = [each for each in source.sheets if each.name != table.sheet.name and each.rows]
    hidden = [each.name for each in others if each.hidden]
    if table.sheet.hidden:
        yield Notice("sheet.is_hidden", {"sheet": table.sheet.name})
    if hidden:
        yield Notice("sheet.hidden_sheets", {"sheets": ", ".join(hidden)})
    if reading.sheet is None and len(others) > len(hidden):
        yield Notice("sheet.more_sheets", {"count": len(others) - len(hidden)})


def _notices_of_marks(table: Table) -> Iterator[Notice]:
    marks = table.marks
    merged = sum(each.bottom >= table.layout.header_row for each in marks.merged)
    for code, count in (
        ("sheet.merged", merged), ("sheet.hidden_rows", marks.hidden_rows),
        ("sheet.hidden_columns", marks.hidden_columns),
        ("sheet.uncalculated", marks.uncalculated), ("sheet.damages", len(marks.damages)),
    ):
        if count:
            yield Notice(code, {"count": count})


def _is_total(row: SheetRow) -> bool:
    first = next((cell for cell in row.cells if cell is not None), None)
    return isinstance(first, str) and first.strip().casefold() in _TOTALS
