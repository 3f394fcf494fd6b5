"""Workbooks of every kind as calamine reads them: fast, whole sheets at a time.

While it does, which needs no Python, the marks of the sheet that will most likely be asked for
are looked for beside it.
"""

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from partner_desk.files.sheets.source import CannotRead, Marks, Merged, Numbered
from partner_desk.files.sheets.table import CellValue, Notice, SheetInfo
from partner_desk.files.sheets.values import cell_value


class CalamineSource:
    """An open workbook. Raises CannotRead where calamine does not understand it."""

    def __init__(self, path: Path, kind: str) -> None:
        self.format = kind
        self._path = path
        self._loaded: dict[str, CalamineSheet] = {}
        self._book = _open(path)
        metadata = self._book.sheets_metadata
        self.charts = sum(each.typ != SheetTypeEnum.WorkSheet for each in metadata)
        hidden = {
            each.name: each.visible != SheetVisibleEnum.Visible
            for each in metadata if each.typ == SheetTypeEnum.WorkSheet
        }
        self._first = min(hidden, key=hidden.__getitem__, default="")
        with ThreadPoolExecutor(max_workers=1) as beside:
            self._first_marks = beside.submit(_marks_of, path, kind, self._first)
            self.sheets = [self._info(*each) for each in hidden.items()]

    def rows(self, sheet: str) -> Iterator[Numbered]:
        """Rows with Excel's numbers from 1: calamine gives empty ones, but no empty columns."""
        found = self._sheet(sheet)
        before: list[object] = [""] * (found.start or (0, 0))[1]
        for number, cells in enumerate(found.iter_rows(), 1):
            yield number, ([*before, *cells] if before else cells)

    def marks(self, sheet: str) -> Marks:
        """What is merged, hidden or broken."""
        if sheet == self._first:
            marks = self._first_marks.result()
        else:
            marks = _marks_of(self._path, self.format, sheet)
        ranges = self._sheet(sheet).merged_cell_ranges or []
        marks.merged = [Merged(*first, *last) for first, last in ranges]
        return marks

    def value(self, raw: object) -> CellValue:
        """A cell of ``rows``."""
        return cell_value(raw)

    def notices(self) -> list[Notice]:
        """Nothing more."""
        return []

    def _info(self, name: str, hidden: bool) -> SheetInfo:
        end = self._sheet(name).end
        return SheetInfo(name, end[0] + 1 if end else 0, end[1] + 1 if end else 0, hidden)

    def _sheet(self, name: str) -> CalamineSheet:
        if name not in self._loaded:
            try:
                self._loaded[name] = self._book.get_sheet_by_name(name)
            except BaseException as error:
                raise _cannot(error) from error
        return self._loaded[name]


def _open(path: Path) -> CalamineWorkbook:
    try:
        # By content: given a path, calamine would believe the ending of its name.
        return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    except BaseException as error:
        raise _cannot(error) from error


def _cannot(error: BaseException) -> BaseException:
    """A panic of calamine is no ``Exception``; only what stops this process goes on up."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
        return error
    return CannotRead(str(error))


def _marks_of(path: Path, kind: str, sheet: str) -> Marks:
    if kind in ("xlsx", "xlsm"):
        from partner_desk.files.sheets.sheet_xml import marks_of

        return marks_of(path, sheet)
    if kind == "ods":
        from partner_desk.files.sheets import ods_xml

        return ods_xml.marks_of(path, sheet)
    from partner_desk.files.sheets import binary_marks

    return binary_marks.marks_of(path, kind, sheet)
