"""Workbooks of XML as openpyxl reads them: slower, row by row, where calamine fails."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from partner_desk.files.sheets.sheet_xml import marks_of
from partner_desk.files.sheets.source import CannotRead, Marks, Numbered
from partner_desk.files.sheets.table import CellValue, Notice, SheetInfo
from partner_desk.files.sheets.values import cell_value, is_blank

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_FAILURES = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError,
    AttributeError, IndexError, OSError, EOFError, AssertionError, zlib.error,
)
"""What openpyxl raises on workbooks that it does not understand."""


class OpenpyxlSource:
    """An open workbook. Raises CannotRead where openpyxl does not understand it."""

    def __init__(self, path: Path, kind: str) -> None:
        if not DEFUSEDXML:
            raise CannotRead("defusedxml is missing")
        self.format = kind
        self._path = path
        try:
            self._book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            self._sheets = {each.title: each for each in self._book.worksheets}
            self.charts = len(self._book.chartsheets)
        except _FAILURES as error:
            raise CannotRead(str(error)) from error
        self.sheets = [self._info(name) for name in self._sheets]

    def rows(self, sheet: str) -> Iterator[Numbered]:
        """Rows with Excel's numbers, cut after their last cell that holds something."""
        found = self._sheets[sheet]
        found.reset_dimensions()  # What a workbook says of its size is often wrong.
        try:
            for number, cells in enumerate(found.iter_rows(values_only=True), 1):
                end = len(cells)
                while end and is_blank(cells[end - 1]):
                    end -= 1
                if end:
                    yield number, cells[:end]
        except _FAILURES as error:
            raise CannotRead(str(error)) from error

    def marks(self, sheet: str) -> Marks:
        """What is merged, hidden or never calculated."""
        return marks_of(self._path, sheet)

    def value(self, raw: object) -> CellValue:
        """A cell of ``rows``."""
        return cell_value(raw)

    def notices(self) -> list[Notice]:
        """Nothing more."""
        return []

    def _info(self, name: str) -> SheetInfo:
        rows = columns = 0
        for number, cells in self.rows(name):
            rows, columns = number, max(columns, len(cells))
        sheet: ReadOnlyWorksheet = self._sheets[name]
        return SheetInfo(name, rows, columns, sheet.sheet_state != "visible")
