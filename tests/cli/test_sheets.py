"""Sheets on the command line: proposed, settled in a file, refused rows mended."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from partner_desk.cli import main
from tests.cli.conftest import Desk

ROWS = (
    ("Camps near us, spring", None, None),
    (None, None, None),
    ("Agency", "Program", "Ph"),
    ("River Club", "Rowing", "(413) 555-0170"),
    (None, None, "413-555-0171"),
    ("Otter Brook", "Canoes", "413.555.0172"),
)


def _book(path: Path) -> Path:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Camps"
    for row in ROWS:
        page.append(row)
    book.save(path)
    return path


def test_the_answer_of_one_import_is_the_map_of_the_next(
    desk: Desk, sample: Path, tmp_path: Path
) -> None:
    path, saved = _book(tmp_path / "camps.xlsx"), tmp_path / "camps.json"
    told = desk(sample, "import", path, "--as", "service", "--dry-run").value
    assert (told["read"], told["new"], told["refused"]) == (3, 2, 1), told
    assert told["refusals"][0]["row"] == 5
    saved.write_text(json.dumps(told), encoding="utf-8")
    refused = tmp_path / "refused.xlsx"
    done = desk(sample, "import", path, "--map", saved, "--refused", refused).value
    assert done["new"] == 2
    again = desk(sample, "import", path, "--map", saved, "--dry-run").value
    assert (again["new"], again["unchanged"]) == (0, 2)


def test_refused_rows_come_in_by_the_same_map_once_mended(
    desk: Desk, sample: Path, tmp_path: Path
) -> None:
    path, saved = _book(tmp_path / "camps.xlsx"), tmp_path / "camps.json"
    refused = tmp_path / "refused.xlsx"
    told = desk(sample, "import", path, "--as", "service", "--refused", refused).value
    saved.write_text(json.dumps(told["settled"]), encoding="utf-8")
    book = load_workbook(refused)
    page = book.worksheets[0]
    # What was refused stands in a sheet of its own, whose headings are in its first row.
    assert (page["A1"].value, page["C2"].value) == ("Agency", "413-555-0171")
    page["A2"], page["B2"] = "River Club", "Swimming"
    page.title = "Mended"
    book.save(refused)
    mended = desk(sample, "import", refused, "--map", saved).value
    assert (mended["new"], mended["refused"]) == (1, 0)
    names = {each["name"] for each in desk(sample, "list", "service", "--search", "swimming").value}
    assert "Swimming" in names
    owners = desk(sample, "list", "organization", "--search", "river club").value
    assert len(owners) == 1


def test_a_map_of_other_columns_is_refused(desk: Desk, sample: Path, tmp_path: Path) -> None:
    path, saved = _book(tmp_path / "camps.xlsx"), tmp_path / "camps.json"
    settled = desk(sample, "import", path, "--as", "service", "--dry-run").value["settled"]
    for use in settled["uses"]:
        use["heading"] = f"Other {use['heading']}"
    saved.write_text(json.dumps(settled), encoding="utf-8")
    assert "No column gives the name" in desk(
        sample, "import", path, "--map", saved, "--dry-run").complaint(3)


def test_the_state_of_addresses_that_name_none_is_told_and_can_be_said(
    desk: Desk, sample: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "partners.csv"
    path.write_text("Agency,Street,City\nRiver Club,1 Main St,Avon\n", encoding="utf-8")
    told = desk(sample, "import", path, "--as", "organization", "--state", "Vermont", "--dry-run")
    assert told.value["settled"]["state"] == "VT"
    none = desk(sample, "import", path, "--as", "organization", "--state", "", "--dry-run")
    assert none.value["settled"]["state"] == ""
    capfd.readouterr()
    main(["--office", str(sample), "import", str(path), "--state", "VT", "--dry-run"])
    assert "Addresses without a state: 1. VT is put in." in capfd.readouterr().out.splitlines()
