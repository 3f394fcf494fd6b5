"""What calamine does not tell of a sheet of XML: failed formulas, hidden and merged cells."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from partner_desk.files.sheets.source import CannotRead, Marks, Merged

_CHUNK = 1024**2
_ROW_END = b"row>"
_FAILED = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*?\bt=["']e["'][^>]*)(?<!/)>"""
    rb"""(?:(?!</?(?:\w+:)?c\b).)*?<(?:\w+:)?v>([^<]*)<""", re.DOTALL
)
_PLACE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\shidden=["'](?:1|true)["']""")
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col\b[^>]*?\shidden=["'](?:1|true)["'][^>]*>""")
_SPAN = re.compile(rb"""\b(min|max)=["'](\d+)["']""")
_UNCALCULATED = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<v></v>)?\s*</(?:\w+:)?c>")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_TAG_NAME = "}"
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, ParseError, ValueError)
"""What damaged parts raise."""


def marks_of(path: Path, sheet: str) -> Marks:
    """The marks of one sheet of a workbook; none where its part cannot be found."""
    marks = Marks()
    try:
        with zipfile.ZipFile(path) as archive:
            part = _part_of(archive, sheet)
            for piece in _pieces(archive, part) if part is not None else ():
                _add(piece, marks)
    except _FAILURES as error:
        raise CannotRead(str(error)) from error
    return marks


def _add(piece: bytes, marks: Marks) -> None:
    """Each search begins with a plain one, which is all that most pieces need."""
    if b't="e"' in piece or b"t='e'" in piece:
        for attributes, text in _FAILED.findall(piece):
            if place := _PLACE.search(attributes):
                marks.damages[int(place[2]) - 1, column_number(place[1])] = text.decode()
    if b" hidden=" in piece:
        marks.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        for column in _HIDDEN_COLUMN.findall(piece):
            span = {name: int(number) for name, number in _SPAN.findall(column)}
            # A span to the right edge is what lies beyond the table.
            if span.get(b"max", 0) < 16_384:
                marks.hidden_columns += span.get(b"max", 0) - span.get(b"min", 0) + 1
    if b"</f>" in piece or b":f>" in piece:
        marks.uncalculated += len(_UNCALCULATED.findall(piece))
    if b"mergeCell " in piece:
        for left, top, right, bottom in _MERGED.findall(piece):
            marks.merged.append(Merged(
                int(top) - 1, column_number(left), int(bottom) - 1, column_number(right)
            ))


def column_number(letters: bytes) -> int:
    """The place of a column, 0 for A."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The text of a part in pieces that end with a row."""
    rest = b""
    with archive.open(part) as handle:
        while chunk := handle.read(_CHUNK):
            chunk = rest + chunk
            cut = chunk.rfind(_ROW_END) + len(_ROW_END)
            if cut < len(_ROW_END):
                rest = chunk
                continue
            yield chunk[:cut]
            rest = chunk[cut:]
    yield rest


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    names = {each.lower().lstrip("/"): each for each in archive.namelist()}
    book = next(
        (each for each in names if posixpath.basename(each) == "workbook.xml"), None
    )
    if book is None:
        return None
    folder, base = posixpath.split(book)
    links = names.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    if links is None:
        return None
    ids = _sheet_ids(archive.read(names[book]))
    for each in fromstring(archive.read(links)):
        if each.get("Id") == ids.get(sheet):
            target = (each.get("Target") or "").replace("\\", "/")
            place = target if target.startswith("/") else posixpath.join(folder, target)
            return names.get(posixpath.normpath(place).lower().lstrip("/"))
    return None


def _sheet_ids(book: bytes) -> dict[str, str]:
    """Names of sheets with the ids of their parts, whatever namespace the workbook is of."""
    ids = {}
    for each in fromstring(book).iter():
        if str(each.tag).rpartition(_TAG_NAME)[2] == "sheet":
            found = (value for name, value in each.items() if name.endswith("}id"))
            ids[each.get("name") or ""] = next(found, "")
    return ids
