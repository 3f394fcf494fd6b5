"""What calamine does not tell of a sheet of OpenDocument: failed formulas, what is hidden."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import iterparse

from partner_desk.files.sheets.source import CannotRead, Marks

_PART = "content.xml"
_CHUNK = 1024**2
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TELLING = (b"visibility=", b'value-type="error"')
_LAST_COLUMN = 1024
"""A hidden span that reaches beyond is what lies behind the table."""
_MOST_REPEATED = 100
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, ParseError, ValueError, KeyError)


def marks_of(path: Path, sheet: str) -> Marks:
    """The marks of one sheet; nothing is parsed of a file in which nothing failed or is hidden."""
    marks = Marks()
    try:
        with zipfile.ZipFile(path) as archive:
            with archive.open(_PART) as part:
                if not _tells(part):
                    return marks
            with archive.open(_PART) as part:
                _Sheet(sheet, marks).read(part)
    except _FAILURES as error:
        raise CannotRead(str(error)) from error
    return marks


def _tells(part: IO[bytes]) -> bool:
    rest = b""
    while chunk := part.read(_CHUNK):
        piece = rest + chunk
        if any(each in piece for each in _TELLING):
            return True
        rest = piece[-32:]
    return False


class _Sheet:
    """Follows rows and columns, of which one element may stand for many."""

    def __init__(self, name: str, marks: Marks) -> None:
        self._name, self._marks = name, marks
        self._row = self._column = 0
        self._holds = False

    def read(self, part: IO[bytes]) -> None:
        inside = False
        for event, element in _events(part):
            if element.tag == f"{_TABLE}table":
                if event == "start":
                    inside = element.get(f"{_TABLE}name") == self._name
                elif inside:
                    return
            elif event == "end" and inside:
                self._take(element)
            if event == "end" and element.tag in _FINISHED:
                element.clear()

    def _take(self, element: Any) -> None:
        if element.tag in _CELLS:
            self._cell(element)
        elif element.tag == f"{_TABLE}table-row":
            count = _times(element, "rows")
            # Hidden rows that hold nothing are mostly all that lies below the table.
            self._marks.hidden_rows += count if self._holds and _is_hidden(element) else 0
            self._row, self._column, self._holds = self._row + count, 0, False
        elif element.tag == f"{_TABLE}table-column" and _is_hidden(element):
            count = _times(element, "columns")
            self._marks.hidden_columns += count if count < _LAST_COLUMN else 0

    def _cell(self, cell: Any) -> None:
        count = _times(cell, "columns")
        if cell.get(_ERROR) == "error":
            text = "".join(cell.itertext()).strip() or "#VALUE!"
            for place in range(min(count, _MOST_REPEATED)):
                self._marks.damages[self._row, self._column + place] = text
        self._column += count
        self._holds = self._holds or len(cell) > 0


_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_FINISHED = (*_CELLS, f"{_TABLE}table-row", f"{_TABLE}table")


def _events(part: IO[bytes]) -> Iterator[tuple[str, Any]]:
    found: Iterator[tuple[str, Any]] = iterparse(part, events=("start", "end"))
    return found


def _times(element: Any, what: str) -> int:
    return int(element.get(f"{_TABLE}number-{what}-repeated", "1"))


def _is_hidden(element: Any) -> bool:
    return bool(element.get(f"{_TABLE}visibility", "visible") != "visible")
