"""Files that are no sheets end in one sentence; what is hostile or slow is stopped in time."""

import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from partner_desk.files.sheets.look import Limits, look, rows
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.ui.sentences import problem_sentence

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
_KINDS = {
    "sheet.empty": b"",
    "sheet.is_pdf": b"%PDF-1.7\n",
    "sheet.is_picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
    "sheet.is_web_page": b"\n<html><body><table><tr><td>x</table>",
    "sheet.is_xml": b'<?xml version="1.0"?><a/>',
    "sheet.is_json": b'[{"name": "x"}]',
    "sheet.is_document": b"{\\rtf1 x}",
    "sheet.is_zip": b"\x1f\x8b\x08" + b"\x00" * 20,
    "sheet.locked": _OLE + "EncryptedPackage".encode("utf-16-le"),
    "sheet.is_unknown": bytes(range(256)),
    "sheet.old_excel": b"\x09\x04\x06\x00\x00\x00\x10\x00" + b"\x00" * 40,
    "sheet.damaged": b"PK\x03\x04 and nothing more",
    "sheet.no_table": b"Dear colleagues and friends of the after-school programs of our district\n"
                      b"here is what we talked about on Monday, when Ana was there, and, as you "
                      b"know, Bo was not.\nYours and all the best, until we meet again in May\n",
}


@pytest.mark.parametrize("code", _KINDS)
def test_what_is_no_sheet_is_told_in_one_sentence(tmp_path: Path, code: str) -> None:
    path = tmp_path / "partners.xlsx"
    path.write_bytes(_KINDS[code])
    with pytest.raises(InputError) as caught:
        look(path)
    assert caught.value.code == code
    sentence = problem_sentence(code, caught.value.values, str)
    assert "partners.xlsx" in sentence and "–" not in sentence


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_part_that_would_burst_is_not_unpacked(tmp_path: Path) -> None:
    path = _zip(tmp_path / "bomb.xlsx", {
        "xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 60_000_000,
    })
    with pytest.raises(InputError) as caught:
        look(path)
    assert caught.value.code == "sheet.bomb"


def test_xml_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "entities.xlsx", {
        "xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "aa">]><workbook>&a;</workbook>',
    })
    with pytest.raises(InputError) as caught:
        look(path)
    assert caught.value.code == "sheet.bomb"


def test_missing_file_and_missing_sheet(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        look(tmp_path / "nowhere.xlsx")
    assert caught.value.code == "sheet.not_found"


def _large(path: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["Name", "Count"])
    for number in range(20_000):
        sheet.append([f"Org {number}", number])
    book.save(path)
    return path


def test_reading_stops_when_it_takes_too_long_or_somebody_cancels(tmp_path: Path) -> None:
    path = _large(tmp_path / "large.xlsx")
    with pytest.raises(InputError) as caught:
        look(path, limits=Limits(seconds=0.05))
    assert caught.value.code == "sheet.too_slow"
    start = time.monotonic()
    with pytest.raises(Cancelled):
        look(path, cancelled=lambda: True)
    assert time.monotonic() - start < 1


def test_rows_that_nobody_takes_any_more_end_the_process(tmp_path: Path) -> None:
    import multiprocessing

    path = _large(tmp_path / "large.xlsx")
    found = rows(path, look(path).reading)
    assert next(found).number == 2
    del found
    assert not multiprocessing.active_children()


def test_damage_within_a_packed_part_is_told(tmp_path: Path) -> None:
    path = _large(tmp_path / "large.xlsx")
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("xl/workbook.xml")
    data = bytearray(path.read_bytes())
    begin = part.header_offset + 30 + len(part.filename)
    data[begin : begin + 40] = bytes(range(100, 140))
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        look(path)
    assert caught.value.code == "sheet.damaged"
