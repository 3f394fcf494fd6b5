"""What calamine does not tell of binary sheets (.xls, .xlsb): failed formulas, what is hidden."""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from partner_desk.files.sheets.compound_file import stream
from partner_desk.files.sheets.source import Marks

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}
_FAILURES = (
    struct.error, IndexError, ValueError, KeyError, zipfile.BadZipFile, zlib.error, EOFError,
    ParseError,
)
"""What damaged files raise; calamine read them, so they are read without marks."""
# Records of .xls
_FORMULA, _EOF, _COLUMNS, _SHEET, _BOOL_OR_ERROR, _ROW, _BEGIN = (
    0x06, 0x0A, 0x7D, 0x85, 0x205, 0x208, 0x809,
)
_FIRST_OF_5 = 0x500
# Records of .xlsb
_B_ROW, _B_ERROR, _B_FAILED, _B_COLUMNS, _B_SHEET = 0, 3, 11, 60, 156
_LAST_COLUMNS = {"xls": 0xFF, "xlsb": 0x3FFF}
"""A hidden span to the right edge is what lies beyond the table."""


def marks_of(path: Path, kind: str, sheet: str) -> Marks:
    """The marks of one sheet of an "xls" or "xlsb" (``kind``); none where it is damaged."""
    marks = Marks()
    try:
        (_take_xls if kind == "xls" else _take_xlsb)(path, sheet, marks)
    except _FAILURES:
        return Marks()
    return marks


def _take_xls(path: Path, sheet: str, marks: Marks) -> None:
    book = stream(path.read_bytes(), ("Workbook", "Book"))
    version = struct.unpack_from("<H", book, 4)[0]
    for kind, at, size in _records(book, 0):
        if kind == _SHEET and _sheet_name(book[at : at + size], version) == sheet:
            for each in _records(book, struct.unpack_from("<I", book, at)[0]):
                _take_record(book, *each, marks)
            return


def _records(book: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of the records of one part of the stream; charts within are passed."""
    depth, end = 0, len(book) - 3
    while start < end:
        kind, size = struct.unpack_from("<HH", book, start)
        depth += (kind == _BEGIN) - (kind == _EOF)
        if depth == 1:
            yield kind, start + 4, size
        if not depth:
            return
        start += 4 + size


def _sheet_name(record: bytes, version: int) -> str:
    if version <= _FIRST_OF_5:
        return record[7 : 7 + record[6]].decode("cp1252", "replace")
    wide = record[7] & 1
    return record[8 : 8 + record[6] * (1 + wide)].decode("utf-16-le" if wide else "latin-1")


def _take_record(book: bytes, kind: int, at: int, _size: int, marks: Marks) -> None:
    if kind == _FORMULA:
        if book[at + 12 : at + 14] == b"\xff\xff" and book[at + 6] == 2:
            _note(marks, struct.unpack_from("<HH", book, at), book[at + 8])
    elif kind == _BOOL_OR_ERROR:
        if book[at + 7]:
            _note(marks, struct.unpack_from("<HH", book, at), book[at + 6])
    elif kind == _ROW:
        marks.hidden_rows += bool(book[at + 12] & 0x20)
    elif kind == _COLUMNS and book[at + 8] & 1:
        first, last = struct.unpack_from("<HH", book, at)
        marks.hidden_columns += last - first + 1 if last < _LAST_COLUMNS["xls"] else 0


def _take_xlsb(path: Path, sheet: str, marks: Marks) -> None:
    with zipfile.ZipFile(path) as archive:
        names = {each.lower().lstrip("/"): each for each in archive.namelist()}
        book = next(each for each in names if posixpath.basename(each) == "workbook.bin")
        folder, base = posixpath.split(book)
        links = archive.read(names[posixpath.join(folder, "_rels", f"{base}.rels")])
        targets = {each.get("Id"): each.get("Target", "") for each in fromstring(links)}
        for kind, record in _binary_records(archive.read(names[book])):
            if kind != _B_SHEET:
                continue
            link, rest = _wide_text(record, 8)
            if _wide_text(record, rest)[0] == sheet:
                part = posixpath.normpath(posixpath.join(folder, targets[link].lower()))
                _take_part(archive.read(names[part.lstrip("/")]), marks)
                return


def _take_part(part: bytes, marks: Marks) -> None:
    row = 0
    for kind, record in _binary_records(part):
        if kind == _B_ROW:
            row = struct.unpack_from("<I", record)[0]
            marks.hidden_rows += bool(record[11] & 0x10)
        elif kind in (_B_ERROR, _B_FAILED):
            _note(marks, (row, *struct.unpack_from("<I", record)), record[8])
        elif kind == _B_COLUMNS and record[16] & 1:
            first, last = struct.unpack_from("<II", record)
            marks.hidden_columns += last - first + 1 if last < _LAST_COLUMNS["xlsb"] else 0


def _binary_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kinds and contents; both kind and size are written seven bits to a byte."""
    at, end = 0, len(part)
    while at < end:
        kind, at = _seven_bits(part, at, 2)
        size, at = _seven_bits(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _seven_bits(part: bytes, at: int, most: int) -> tuple[int, int]:
    number = 0
    for place in range(most):
        byte = part[at + place]
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, at + place + 1


def _wide_text(record: bytes, at: int) -> tuple[str, int]:
    """A text and where the next begins."""
    length = struct.unpack_from("<I", record, at)[0]
    end = at + 4 + 2 * length
    return record[at + 4 : end].decode("utf-16-le"), end


def _note(marks: Marks, place: tuple[int, ...], code: int) -> None:
    row, column = place
    marks.damages[row, column] = _ERRORS.get(code, "#UNKNOWN!")
