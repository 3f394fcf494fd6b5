"""Failed formulas and hidden rows of every kind of workbook, which no reader tells."""

import struct
import zipfile
from pathlib import Path

import pytest

from partner_desk.files.sheets.binary_marks import marks_of
from partner_desk.files.sheets.look import Damage, Look, look, rows

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sheets"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"


def _notices(seen: Look) -> dict[str, object]:
    return {each.code: each.values.get("count") for each in seen.notices}


@pytest.mark.parametrize("name", ["failed.xls", "failed.ods"])
def test_failed_formulas_and_what_is_hidden_are_told(name: str) -> None:
    seen = look(FIXTURES / name)
    cells = [row.cells for row in rows(FIXTURES / name, seen.reading)]
    assert cells == [
        ("A", Damage("#DIV/0!"), "x"), ("B", Damage("#N/A"), "y"), ("C", Damage("#N/A"), "z"),
        ("D", 5, Damage("#NAME?")), ("E", 2, "w"),
    ]
    told = _notices(seen)
    assert (told["sheet.damages"], told["sheet.hidden_rows"], told["sheet.hidden_columns"]) == (
        4, 2, 1
    )


def test_binary_workbooks_of_excel_too(tmp_path: Path) -> None:
    path = _xlsb(tmp_path / "failed.xlsb")
    seen = look(path)
    assert [row.cells for row in rows(path, seen.reading)] == [
        ("River Club", Damage("#REF!")), ("Lake Club", Damage("#N/A")),
    ]
    told = _notices(seen)
    assert (told["sheet.damages"], told["sheet.hidden_rows"], told["sheet.hidden_columns"]) == (
        2, 1, 2
    )


@pytest.mark.parametrize("kind", ["xls", "xlsb"])
def test_what_is_damaged_is_read_without_harm(tmp_path: Path, kind: str) -> None:
    whole = FIXTURES / "failed.xls" if kind == "xls" else _xlsb(tmp_path / "whole.xlsb")
    data = whole.read_bytes()
    broken = tmp_path / f"broken.{kind}"
    for cut in range(0, len(data), max(1, len(data) // 97)):
        broken.write_bytes(data[:cut] + bytes(each ^ 0x5A for each in data[cut : cut + 64]))
        found = marks_of(broken, kind, "List")
        assert all(text.startswith("#") for text in found.damages.values())


def _record(kind: int, content: bytes = b"") -> bytes:
    return b"".join(map(_seven_bits, (kind, len(content)))) + content


def _seven_bits(number: int) -> bytes:
    found = bytearray()
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*found, number))


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _row(number: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = bytes((0, 0x10 if hidden else 0, 0))
    head = struct.pack("<IIH", number, 0, 300) + flags + struct.pack("<I", 0)
    return _record(0, head) + b"".join(cells)


def _word(column: int, text: str) -> bytes:
    return _record(6, struct.pack("<II", column, 0) + _text(text))


def _xlsb(path: Path) -> Path:
    """A binary workbook of one sheet: two failed cells, a hidden row, two hidden columns."""
    failed = _record(3, struct.pack("<IIB", 1, 0, 0x17))
    formula = _record(11, struct.pack("<IIBHII", 1, 0, 0x2A, 0, 0, 0))
    sheet = b"".join((
        _record(129), _record(148, struct.pack("<IIII", 0, 2, 0, 1)),
        _record(390), _record(60, struct.pack("<IIIIH", 4, 5, 0, 0, 1)), _record(391),
        _record(145), _row(0, _word(0, "Agency"), _word(1, "Phone")),
        _row(1, _word(0, "River Club"), failed),
        _row(2, _word(0, "Lake Club"), formula, hidden=True), _record(146), _record(130),
    ))
    book = b"".join((
        _record(131), _record(143),
        _record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text("List")),
        _record(144), _record(132),
    ))
    links = (f'<Relationships xmlns="{PACKED}"><Relationship Id="rId1" Type="{MAIN}/worksheet" '
             'Target="worksheets/sheet1.bin"/></Relationships>')
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.bin", book)
        made.writestr("xl/_rels/workbook.bin.rels", links)
        made.writestr("xl/worksheets/sheet1.bin", sheet)
    return path
