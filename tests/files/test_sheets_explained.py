"""A row that says what belongs into the columns is none of the list."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from partner_desk.files.sheets.look import Reading, look, rows

Cells = tuple[str | int | None, ...]
HEADINGS = ("Program", "Start", "Age", "Fee", "Email")
EXPLAINED = ("text, required", "(yyyy-mm-dd)", "e.g. 6-14", "(USD)", "optional")
ENTRIES = (
    ("Swim", "2026-06-01", "6-14", 5, "swim@example.org"),
    ("Chess", "2026-06-02", "8-12", 0, None),
    ("Judo", "2026-06-03", "5-9", 12, "judo@example.org"),
)


def _book(path: Path, *rows_: Cells) -> Path:
    book = Workbook()
    for row in rows_:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_the_row_is_told_counted_and_left_out_of_the_sample(tmp_path: Path) -> None:
    path = _book(tmp_path / "form.xlsx", ("Summer",), HEADINGS, EXPLAINED, *ENTRIES)
    seen = look(path)
    assert (seen.reading.header_row, seen.reading.explained_row, seen.explained) == (2, 3, 3)
    assert "explained_row" in seen.guessed
    assert [each.number for each in seen.sample] == [4, 5, 6]
    assert (seen.rows, sum(1 for _ in rows(path, seen.reading))) == (4, 4)
    assert ("sheet.explained_row", {"row": 3}) in [(e.code, e.values) for e in seen.notices]


def test_it_is_an_entry_where_a_person_says_so(tmp_path: Path) -> None:
    path = _book(tmp_path / "form.xlsx", HEADINGS, EXPLAINED, *ENTRIES)
    seen = look(path, Reading(explained_row=0))
    assert (seen.reading.explained_row, seen.explained) == (0, 2)
    assert [each.number for each in seen.sample] == [2, 3, 4, 5]
    assert "sheet.explained_row" not in {each.code for each in seen.notices}


@pytest.mark.parametrize("first", [
    ("Text", "2026-05-31", "6-14", 5, None),  # A program called Text.
    ("(Name)", None, None, None, None),
    ("Art (drawing)", "Required", "Free", "Optional", "ask"),
    ("text", "yyyy-mm-dd", 7, 5, "name@example.org"),
    ("River Club", "Providence", "Adults", "Free", "none"),
])
def test_what_may_be_an_entry_stays_one(tmp_path: Path, first: Cells) -> None:
    assert look(_book(tmp_path / "list.xlsx", HEADINGS, first, *ENTRIES)).explained == 0


def test_what_stands_again_further_down_is_what_the_column_holds(tmp_path: Path) -> None:
    headings = ("Name", "Form", "Unit", "Fee")
    rows_ = (("Golf", "Required", "years", 5), ("Swim", "None", "days", 2),
             ("Chess", "None", "", 3), ("Art", "Required", "years", 1))
    assert look(_book(tmp_path / "list.xlsx", headings, *rows_)).explained == 0


def test_a_form_that_nobody_filled_in_keeps_its_row(tmp_path: Path) -> None:
    assert look(_book(tmp_path / "empty.xlsx", HEADINGS, EXPLAINED)).explained == 0


def test_in_spanish_and_in_text_files(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Programa,Fecha,Edad\n(texto),(aaaa-mm-dd),p. ej. 6 a 14\n"
                    "Nadar,2026-06-01,6-14\nAjedrez,2026-06-02,8-12\n", encoding="utf-8")
    assert look(path).explained == 2
