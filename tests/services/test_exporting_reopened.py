"""A directory as a workbook, opened again by three readers that know nothing of one another."""

import shutil
import subprocess
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from partner_desk.model.queries import ListQuery
from partner_desk.services import importing, records
from partner_desk.services.exporting import export_list
from partner_desk.store.store import Store

Book = dict[str, list[list[object]]]
_HOSTILE = (
    "=1+1", "==SUM(A1)", "+1", "-2", "@cmd", "00123", "007", "1E5", "3-4", "TRUE", "#REF!",
    "Café «Ñandú»", "ភ្នំពេញ", "العربية", "𝒜 😀", "two\nlines", " inner  blanks ",
    "<b>&\"'</b>", "2026-11-22", "'quoted",
)


def _plain(value: object) -> object:
    """What a cell says, whichever type a reader gives it."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.replace("\r", "") if isinstance(value, str) else value


def _by_openpyxl(path: Path) -> Book:
    book = openpyxl.load_workbook(path)
    return {
        each.title: [[_plain(cell) for cell in row] for row in each.iter_rows(values_only=True)]
        for each in book.worksheets
    }


def _by_calamine(path: Path) -> Book:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {
        name: [[_plain(cell) for cell in row]
               for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }


def _by_libreoffice(path: Path, folder: Path) -> Book:
    folder.mkdir()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "xlsx", "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )
    return _by_openpyxl(folder / path.name)


def _fill(store: Store) -> None:
    records.add(store, "organization", {"name": "Readers", "services": [
        {"name": each, "description": each, "fees_description": each, "minimum_age": 3,
         "assured_date": "2026-11-22"}
        for each in _HOSTILE
    ]})


def test_three_readers_see_the_cells_that_were_written(office: Store, tmp_path: Path) -> None:
    _fill(office)
    path = tmp_path / "directory.xlsx"
    export_list(office, ListQuery("service"), path, lambda text: text)
    seen = _by_openpyxl(path)
    head, *rows = seen["Resources"]
    names = [row[head.index("Name")] for row in rows]
    kept = {each.strip() for each in _HOSTILE}
    assert {" ".join(each.split()) for each in kept} == set(names)
    assert {row[head.index("Fees")] for row in rows} == kept
    assert {row[head.index("Verified on")] for row in rows} == {date(2026, 11, 22)}
    assert {row[head.index("From age")] for row in rows} == {3}
    assert _by_calamine(path) == seen
    if shutil.which("soffice"):
        try:
            assert _by_libreoffice(path, tmp_path / "libreoffice") == seen
        except subprocess.CalledProcessError as error:
            pytest.skip(f"LibreOffice has no spreadsheets here: {error.stderr[:80]!r}")


def test_a_whole_city_reads_alike_in_both_readers(
    office: Store, data_folder: Path, tmp_path: Path
) -> None:
    importing.run(office, data_folder / "hsds-baltimore-ohana")
    path = tmp_path / "city.xlsx"
    found = export_list(office, ListQuery("service"), path, lambda text: text)
    seen = _by_openpyxl(path)
    assert len(seen["Resources"]) == found.rows + 1 > 1_800
    assert _by_calamine(path) == seen
