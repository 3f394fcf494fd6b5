"""Sheets as they are looked at and read: tables found, Excel's row numbers, kinds of cells."""

import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from partner_desk.files.sheets.child import CALAMINE, OPENPYXL
from partner_desk.files.sheets.look import Damage, Look, Reading, SheetRow, look, rows

Cells = list[list[object]]


def _book(path: Path, cells: Cells, title: str = "List") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in cells:
        sheet.append(row)
    book.save(path)
    return path


def _text(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _codes(seen: Look) -> set[str]:
    return {each.code for each in seen.notices}


def test_title_rows_and_empty_edges_are_skipped_and_rows_keep_their_numbers(
    tmp_path: Path,
) -> None:
    path = _book(tmp_path / "partners.xlsx", [
        [], [None, "Partners of the district, 2026"], [],
        [None, "Agency", "Phone", "ZIP"],
        [None, "Riverside Arts", "410-555-0100", "02903"],
        [],
        [None, "Niños Unidos", "410-555-0101", 21201],
    ])
    seen = look(path)
    assert (seen.format, seen.reading.sheet, seen.reading.header_row) == ("xlsx", "List", 4)
    assert seen.guessed >= {"sheet", "header_row"}
    assert seen.headings == ("Agency", "Phone", "ZIP")
    assert seen.columns == (1, 2, 3)
    assert (seen.rows, seen.blank) == (2, 1)
    assert "sheet.rows_above" in _codes(seen)
    assert list(rows(path, seen.reading)) == list(seen.sample) == [
        SheetRow(5, ("Riverside Arts", "410-555-0100", "02903")),
        SheetRow(7, ("Niños Unidos", "410-555-0101", 21201)),
    ]


def test_a_person_settles_sheet_and_row_of_headings(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    for number in range(5):
        first.append(["Name", "Phone"] if not number else [f"Org {number}", f"555-010{number}"])
    second = book.create_sheet("Schools")
    second.append(["School", "Grades"])
    second.append(["Lincoln", "K-5"])
    second.sheet_state = "hidden"
    book.save(tmp_path / "two.xlsx")
    assert look(tmp_path / "two.xlsx").reading.sheet == first.title
    seen = look(tmp_path / "two.xlsx", Reading(sheet="Schools", header_row=0))
    assert seen.headings == ("(A)", "(B)")
    assert seen.rows == 2
    assert "sheet.is_hidden" in _codes(seen)
    assert "header_row" not in seen.guessed


def test_cells_keep_their_kinds(tmp_path: Path) -> None:
    path = _book(tmp_path / "kinds.xlsx", [
        ["Name", "Count", "Share", "Open", "Day", "Moment", "Hour", "Long", "Text"],
        ["=1+1 is text", 4, 0.5, True, date(2026, 4, 6), datetime(2026, 4, 6, 15, 30),
         time(9, 30), timedelta(hours=26, minutes=5), " <b>&\" "],
    ])
    (row,) = rows(path, Reading(header_row=1))
    assert row.cells[1:] == (
        4, 0.5, True, date(2026, 4, 6), datetime(2026, 4, 6, 15, 30), time(9, 30), "26:05",
        " <b>&\" ",
    )
    assert type(row.cells[1]) is int and row.cells[3] is True


def test_failed_formulas_are_damage_and_not_empty(tmp_path: Path) -> None:
    path = _book(tmp_path / "broken.xlsx", [
        ["Name", "Phone"], ["Riverside Arts", "#REF!"], ["#N/A", "#N/A"],
    ])
    seen = look(path)
    assert [row.cells for row in seen.sample] == [
        ("Riverside Arts", Damage("#REF!")), (Damage("#N/A"), Damage("#N/A")),
    ]
    assert {"sheet.damages"} <= _codes(seen)
    assert seen.rows == 2


def test_a_row_with_nothing_but_a_failed_formula_far_out_is_counted_and_given(
    tmp_path: Path,
) -> None:
    cells: Cells = [[f"Org {number}", "Salem"] for number in range(500)]
    cells = [["Name", "City"], *cells, [], [None, None, None, "#REF!"]]
    path = _book(tmp_path / "broken.xlsx", cells)
    seen = look(path)
    found = list(rows(path, seen.reading))
    assert seen.rows == len(found) == 501
    assert (found[-1].number, found[-1].cells) == (503, (None, None, Damage("#REF!")))


def test_headings_are_unique_and_never_empty(tmp_path: Path) -> None:
    path = _text(tmp_path / "a.csv", "Name,Phone,Phone,\nA,1,2,x\nB,3,4,y\n")
    seen = look(path)
    assert seen.headings == ("Name", "Phone", "Phone (2)", "(D)")
    assert seen.raw_headings == ("Name", "Phone", "Phone", "")


def test_groups_above_headings_are_joined_to_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["School", "Monday", None, "Friday", None])
    sheet.append([None, "Open", "Close", "Open", "Close"])
    for name in ("Lincoln", "Douglass", "Chavez"):
        sheet.append([name, "3:00 PM", "6:00 PM", "2:00 PM", "5:00 PM"])
    for merged in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "hours.xlsx")
    seen = look(tmp_path / "hours.xlsx")
    assert seen.reading.header_row == 2
    assert seen.headings == (
        "School", "Monday Open", "Monday Close", "Friday Open", "Friday Close"
    )
    assert seen.rows == 3


def test_of_tables_side_by_side_the_larger_is_taken_and_the_other_told(tmp_path: Path) -> None:
    left: Cells = [["Name", "Phone", "City"]]
    left += [[f"Org {number}", f"410-555-01{number:02}", "Salem"] for number in range(20)]
    for number in range(4):
        left[number + 2] += [None, *(["Code", "Meaning"] if not number else [number, "word"])]
    seen = look(_book(tmp_path / "two.xlsx", left))
    assert seen.headings == ("Name", "Phone", "City")
    assert seen.rows == 20
    assert "sheet.other_table_beside" in _codes(seen)


def test_hidden_rows_totals_and_formulas_without_results_are_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["School", "Count"], ["Lincoln", 4], ["Chavez", 5], ["Grand Total", "=B2+B3"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "marks.xlsx")
    seen = look(tmp_path / "marks.xlsx")
    assert {
        "sheet.hidden_rows", "sheet.hidden_columns", "sheet.total_row", "sheet.uncalculated",
    } <= _codes(seen)
    assert seen.rows == 3


def test_a_cell_at_the_far_corner_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Phone"])
    sheet.append(["Riverside Arts", "410-555-0100"])
    sheet["XFD1048576"] = "far"
    book.save(tmp_path / "far.xlsx")
    seen = look(tmp_path / "far.xlsx")
    assert seen.rows == 2
    assert [row.number for row in rows(tmp_path / "far.xlsx", seen.reading)] == [2, 1_048_576]


@pytest.mark.parametrize("reader", [CALAMINE, OPENPYXL])
def test_both_readers_see_the_same(tmp_path: Path, reader: str) -> None:
    from partner_desk.files.sheets.child import open_workbook
    from partner_desk.files.sheets.survey import table_of

    path = _book(tmp_path / "same.xlsx", [
        [], [None, "Name", "Day", "Count"], [None, "Ana", date(2026, 1, 2), 3.0],
        [None, "#VALUE!", datetime(2026, 1, 2, 8), 2.5],
    ])
    assert list(table_of(open_workbook(path, "xlsx", reader), None, None).rows()) == [
        SheetRow(3, ("Ana", date(2026, 1, 2), 3)),
        SheetRow(4, (Damage("#VALUE!"), datetime(2026, 1, 2, 8), 2.5)),
    ]


def test_a_failed_cell_without_a_text_takes_none_from_its_neighbour(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain.xlsx", tmp_path / "broken.xlsx"
    _book(plain, [["Name", "Phone", "City"], ["x", "#REF!", "Avon"]])
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet1.xml"):
                part = re.sub(rb'<c r="A2"[^>]*>.*?</c>', b'<c r="A2" t="e"/>', part)
            target.writestr(name, part)
    (row,) = look(path).sample
    assert row.cells == (None, Damage("#REF!"), "Avon")
