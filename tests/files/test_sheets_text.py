"""Text files as sheets: encodings, separators, line ends, quotation marks, row numbers."""

from pathlib import Path

import pytest

from partner_desk.files.sheets.look import Reading, look, rows
from partner_desk.model.errors import InputError

_LIST = "Nombre,Teléfono,Ciudad\nNiños Unidos,410-555-0100,Española\nAsociación,410-555-0101,Año\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"),
     ("utf-16-le", "utf-16-le"), ("cp1252", "cp1252"), ("mac-roman", "mac-roman")],
)
def test_encodings_are_guessed(tmp_path: Path, encoding: str, found: str) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes(_LIST.encode(encoding))
    seen = look(path)
    assert seen.reading.encoding == found
    assert seen.headings == ("Nombre", "Teléfono", "Ciudad")
    assert seen.sample[0].cells == ("Niños Unidos", "410-555-0100", "Española")
    assert "encoding" in seen.guessed


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("end", "called"), [("\r\n", "crlf"), ("\n", "lf"), ("\r", "cr")]
)
def test_separators_and_line_ends(
    tmp_path: Path, separator: str, end: str, called: str
) -> None:
    path = tmp_path / "list.txt"
    lines = (("Name", "Fee", "Day"), ("Ana", "1,50", "13.02.2026"), ("Bo", "2,75", "14.02.2026"))
    quoted = (separator.join(f'"{cell}"' for cell in line) for line in lines)
    path.write_bytes(end.join(quoted).encode())
    seen = look(path)
    assert (seen.reading.separator, seen.line_ends) == (separator, called)
    assert (seen.reading.decimal, seen.reading.dates) == (",", "dmy")
    assert [row.number for row in seen.sample] == [2, 3]


def test_rows_have_the_numbers_of_excel(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'Name,Note\r\nA,"two\r\nlines"\r\n\r\nB,x\r\n , \r\nC,\x00y\r\n')
    seen = look(path)
    assert [(row.number, row.cells) for row in seen.sample] == [
        (2, ("A", "two\r\nlines")), (4, ("B", "x")), (6, ("C", "y")),
    ]
    assert (seen.rows, seen.blank) == (3, 2)


def test_a_quotation_mark_left_open_swallows_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Name,City\nA,x\n"B,y\nC,z\nD,w\n')
    seen = look(path)
    assert [(row.number, row.cells[0]) for row in seen.sample] == [
        (2, "A"), (3, '"B'), (4, "C"), (5, "D"),
    ]
    assert [dict(each.values) for each in seen.notices if each.code == "sheet.quote_left_open"] == [
        {"row": 3}
    ]


def test_texts_stay_texts_and_our_own_quoting_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,ZIP,Note\n'=1+1,02903,'tis\n<b>,0042,#REF!\n")
    first, second = rows(path, Reading())
    assert first.cells == ("=1+1", "02903", "'tis")
    assert second.cells[:2] == ("<b>", "0042")


def test_columns_that_begin_further_down_are_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ["Name,City", *(f"Org {number},Salem" for number in range(600)), "Last,Salem,extra"]
    path.write_text("\n".join(lines))
    seen = look(path)
    assert seen.headings == ("Name", "City", "(C)")
    *_, last = rows(path, seen.reading)
    assert (last.number, last.cells) == (602, ("Last", "Salem", "extra"))


def test_a_settled_encoding_and_separator_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name;City\nNiños;São Paulo\n".encode())
    seen = look(path, Reading(encoding="latin-1", separator=";"))
    assert seen.sample[0].cells[0] == "NiÃ±os"
    assert not seen.guessed & {"encoding", "separator"}


def test_two_marks_left_open_swallow_nothing_between_them(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ["Name,Note", *(
        f'N{row},{chr(34) if row in (10, 300) else ""}abc' for row in range(2, 402)
    ), 'Last,"one', 'two, ""x"" "', 'End,"Big" Mike']
    path.write_text("\n".join(lines))
    seen = look(path)
    found = [(row.number, *row.cells) for row in rows(path, seen.reading)]
    assert [row[:2] for row in found[:400]] == [(row, f"N{row}") for row in range(2, 402)]
    assert found[400:] == [(402, "Last", 'one\ntwo, "x" '), (403, "End", "Big Mike")]
    assert [each.values["row"] for each in seen.notices] == [10, 300]


def test_a_column_without_heading_that_begins_further_down_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = ["Name,,City", *(f"Org {number},,Salem" for number in range(600)), "Last,x,Salem"]
    path.write_text("\n".join(lines))
    seen = look(path)
    assert seen.headings == ("Name", "(B)", "City")
    *_, last = rows(path, seen.reading)
    assert last.cells == ("Last", "x", "Salem")


@pytest.mark.parametrize("name", ["BMI clinic", "PAR1", "RIFF", "Rar! Club", "GIF89 Friends"])
def test_a_list_may_begin_like_something_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{name},Phone\nAna,410-555-0100\n")
    assert look(path).headings == (name, "Phone")


def test_a_text_longer_than_any_cell_is_told_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Note\nAna,\nBo," + "x" * 2_000_000)
    with pytest.raises(InputError) as caught:
        look(path)
    assert (caught.value.code, caught.value.values["row"]) == ("sheet.long_text", 3)
