"""Workbooks are written for real and read back by openpyxl."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from partner_desk.files.excel.sheet import Column, Kind, Sheet
from partner_desk.files.excel.workbook import write
from partner_desk.model.errors import Cancelled, EnvironmentProblem

TEXTS = [
    "00421", "=1+1", "-5", "+1 410 555 0100", "@home", '=HYPERLINK("http://x.org","y")',
    "#N/A", "Peña & Niños <b>\"quoted\"", "Trường học", "សាលារៀន", "ໂຮງຮຽນ", "مدرسة", "学校🎓",
    " two  blanks ", "line one\nline two", "_x0041_", "TRUE", "1e5", "'apostrophe",
]


def rewritten(path: Path, *sheets: Sheet) -> Workbook:
    write(path, sheets)
    return load_workbook(path)


def only(path: Path, column: Column, *values: object) -> Worksheet:
    workbook = rewritten(path, Sheet("Only", (column,), [(value,) for value in values]))
    return workbook["Only"]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "out.xlsx"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONGTEXT, Kind.LINK, Kind.EMAIL, Kind.INTEGER])
def test_texts_come_back_as_the_texts_they_were(target: Path, kind: Kind) -> None:
    sheet = only(target, Column("Text", kind), *TEXTS)
    found = [cell.value for cell in sheet["A"][1:]]
    # The standard escapes what looks like an escape; openpyxl does not undo it, Excel does.
    assert [str(text).replace("_x005F_", "_") for text in found] == TEXTS
    assert {cell.data_type for cell in sheet["A"][1:]} == {"s"}


def test_no_text_is_a_formula_anywhere_in_the_file(target: Path) -> None:
    only(target, Column("=2+2"), *TEXTS)
    with ZipFile(target) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_text_columns_stay_text_when_they_are_edited(target: Path) -> None:
    assert only(target, Column("Zip"), "02139")["A2"].number_format == "@"
    guarded = only(target, Column("Notes", Kind.LONGTEXT), "=1+1", "plain")
    assert guarded["A2"].quotePrefix and not guarded["A3"].quotePrefix


def test_numbers_dates_and_times_are_what_they_are(target: Path) -> None:
    columns = (
        Column("Count", Kind.INTEGER), Column("Rate", Kind.DECIMAL), Column("Paid", Kind.MONEY),
        Column("Day", Kind.DATE), Column("Opens", Kind.TIME), Column("Signs", Kind.FLAG),
        Column("Share", Kind.PERCENT),
    )
    row = (1_200, Decimal("0.125"), Decimal("1234.50"), date(2026, 2, 28), time(8, 30), True, 0.25)
    sheet = rewritten(target, Sheet("Typed", columns, [row])).active
    assert isinstance(sheet, Worksheet)
    cells = sheet[2]
    assert [cell.value for cell in cells[:3]] == [1_200, 0.125, 1234.5]
    assert cells[2].number_format == '"$"#,##0.00'
    assert sheet["D2"].is_date and cells[3].value == datetime(2026, 2, 28)
    assert cells[4].value == time(8, 30)
    assert cells[5].value is True
    assert (cells[6].value, cells[6].number_format) == (0.25, "0%")


def test_a_value_of_another_type_is_written_as_what_it_is(target: Path) -> None:
    values = (7, "about 7", date(2026, 1, 2), Decimal("7.5"))
    sheet = only(target, Column("Age", Kind.INTEGER), *values)
    assert [sheet[f"A{row}"].value for row in (2, 3, 5)] == [7, "about 7", 7.5]
    assert sheet["A4"].is_date


def test_days_before_the_calendar_of_workbooks_stay_readable(target: Path) -> None:
    sheet = only(target, Column("Founded", Kind.DATE), date(1867, 5, 1), date(1900, 3, 1))
    assert sheet["A2"].value == "1867-05-01"
    assert sheet["A3"].value.date() == date(1900, 3, 1)


def test_nothing_leaves_the_cell_empty(target: Path) -> None:
    sheet = only(target, Column("Name"), "a", None, "", "b")
    assert [cell.value for cell in sheet["A"][1:]] == ["a", None, None, "b"]


def test_the_header_is_bold_frozen_filtered_and_printed_on_every_page(target: Path) -> None:
    rows = [(f"Name {number}", number) for number in range(300)]
    columns = (Column("Name"), Column("Number", Kind.INTEGER))
    sheet = rewritten(target, Sheet("List", columns, rows))["List"]
    assert [cell.value for cell in sheet[1]] == ["Name", "Number"]
    assert sheet["A1"].font.bold and sheet["A1"].fill.fill_type == "solid"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B301"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


def test_widths_fit_what_is_there_within_reason(target: Path) -> None:
    columns = (
        Column("Id"), Column("Name"), Column("Description", Kind.LONGTEXT), Column("Set", width=33)
    )
    row = ("7", "Harbor Youth Arts Center", "word " * 200, "x")
    sheet = rewritten(target, Sheet("Wide", columns, [row])).active
    assert isinstance(sheet, Worksheet)
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths[0] < 12 and 24 <= widths[1] <= 30 and 55 <= widths[2] <= 65 and widths[3] == 33
    assert sheet["C2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height == 120


def test_links_are_links_and_doubtful_ones_stay_texts(target: Path) -> None:
    columns = (Column("Web", Kind.LINK), Column("Mail", Kind.EMAIL))
    rows = [
        ("https://example.org/a?b=1&c=2#d", "ann@example.org"),
        ("www.example.org", "not an address"),
        ("https://example.org/niños", "a@b.org?cc=evil@x.org"),
        ("javascript:alert(1)", "ann@example.org"),
        ("http://[broken", None),
        ("see our page", None),
        ("https://user:word@evil.example", None),
    ]
    sheet = rewritten(target, Sheet("Links", columns, rows)).active
    assert isinstance(sheet, Worksheet)

    def targets(letter: str) -> list[str | None]:
        found = [sheet[f"{letter}{row}"].hyperlink for row in range(2, 9)]
        return [each.target if each else None for each in found]

    assert targets("A") == [
        "https://example.org/a?b=1&c=2#d",
        "http://www.example.org",
        "https://example.org/ni%C3%B1os",
        None, None, None, None,
    ]
    assert targets("B")[:4] == ["mailto:ann@example.org", None, None, "mailto:ann@example.org"]
    assert [sheet[f"A{row}"].value for row in range(2, 9)] == [row[0] for row in rows]


def test_control_characters_are_taken_out_and_long_texts_are_cut_with_a_notice(
    target: Path,
) -> None:
    values = ["a\x00b\x0bc\ud800d\uffff", "x" * 40_000, "🎓" * 20_000, "short"]
    sheet = Sheet("Notes", (Column("Text", Kind.LONGTEXT),), [(value,) for value in values])
    written = write(target, [sheet])
    found = [cell.value for cell in load_workbook(target)["Notes"]["A"][1:]]
    assert found == ["abcd", "x" * 32_767, "🎓" * 16_383, "short"]
    assert [(each.code, dict(each.values)) for each in written.notices] == [
        ("excel.texts_cut", {"sheet": "Notes", "count": 2, "cell": "A3"})
    ]


def test_no_text_can_break_out_of_its_cell(target: Path) -> None:
    markup = ["</t></is></c>", "]]>", "&amp;", "&#10;", "<!-- -->", "<t>", '" x="', "a > b & c < d"]
    first = [f"a{chr(code)}b" for code in range(160)]
    surrogates = ["a\ud800b", "a\udc00b", "a\udbff\udfffb", "a\ufffeb"]
    columns = [Column(text) for text in markup]
    write(target, [Sheet("S", tuple(columns), [tuple(markup)])])
    head, row = load_workbook(target)["S"].iter_rows(values_only=True)
    assert list(head) == list(row) == markup
    sheet = only(target, Column("Text"), *first, *surrogates)
    found = [cell.value for cell in sheet["A"][1:]]
    gone = {*range(9), 11, 12, *range(14, 32)}
    assert found[:160] == [
        "ab" if code in gone else f"a{chr(code)}b".replace("\r", "\n") for code in range(160)
    ]
    assert found[160:] == ["ab"] * 4


def test_titles_of_sheets_are_made_fit_and_unique(target: Path) -> None:
    wanted = ["A/B: [x]*?", "History", "", "'quoted'", "y" * 40, "Y" * 40, "🎓" * 20]
    written = write(target, [Sheet(title, (Column("H"),), []) for title in wanted])
    assert written.sheets == tuple(load_workbook(target).sheetnames)
    assert len({title.casefold() for title in written.sheets}) == len(wanted)
    assert not any(re.search(r"[\[\]:*?/\\]", title) for title in written.sheets)
    assert all(len(title.encode("utf-16-le")) // 2 <= 31 for title in written.sheets)
    assert "history" not in {title.casefold() for title in written.sheets}


def test_more_rows_than_a_sheet_takes_go_on_in_another(target: Path) -> None:
    sheet = Sheet("Long", (Column("N", Kind.INTEGER),), ((number,) for number in range(11)))
    written = write(target, [sheet], most_rows=5)
    workbook = load_workbook(target)
    assert written.sheets == ("Long", "Long 2", "Long 3") and written.rows == 11
    found = [[row[0] for row in each.iter_rows(2, values_only=True)] for each in workbook]
    assert found == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10]]
    assert workbook["Long 3"].auto_filter.ref == "A1:A2"


def test_a_workbook_without_sheets_can_be_opened(target: Path) -> None:
    assert write(target, []).rows == 0
    assert load_workbook(target).active is not None


def test_the_document_says_what_it_is_and_who_made_it(target: Path) -> None:
    write(target, [], title="Resources & <b>", creator="Office of Partnerships")
    properties = load_workbook(target).properties
    assert (properties.title, properties.creator) == ("Resources & <b>", "Office of Partnerships")


def failing_rows() -> Iterator[tuple[object, ...]]:
    yield ("first",)
    raise LookupError("the source of the rows broke")


def test_a_failure_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    target.write_bytes(b"the old file")
    with pytest.raises(LookupError):
        write(target, [Sheet("Broken", (Column("H"),), failing_rows())])
    assert target.read_bytes() == b"the old file"
    assert [each.name for each in target.parent.iterdir()] == ["out.xlsx"]


def test_cancelling_leaves_the_old_file(target: Path) -> None:
    target.write_bytes(b"the old file")
    seen: list[int] = []
    sheet = Sheet("Many", (Column("N", Kind.INTEGER),), ((number,) for number in range(5_000)))
    with pytest.raises(Cancelled):
        write(
            target, [sheet], report=lambda done, total: seen.append(done),
            cancelled=lambda: len(seen) >= 3,
        )
    assert seen == [500, 1_000, 1_500]
    assert target.read_bytes() == b"the old file"
    assert len(list(target.parent.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files to set there")
def test_a_full_disk_leaves_the_old_file(target: Path) -> None:
    import resource

    target.write_bytes(b"the old file")
    rows = ((os.urandom(300).hex(),) for _ in range(3_000))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(EnvironmentProblem) as raised:
            write(target, [Sheet("Big", (Column("Text"),), rows)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert raised.value.code == "disk.full"
    assert target.read_bytes() == b"the old file"
    assert len(list(target.parent.iterdir())) == 1


def test_places_that_cannot_be_written_to_are_told_apart(tmp_path: Path) -> None:
    def code(path: Path) -> str:
        with pytest.raises(EnvironmentProblem) as raised:
            write(path, [])
        assert raised.value.values["path"] == str(path)
        return raised.value.code

    (tmp_path / "file").write_text("x")
    assert code(tmp_path / "missing" / "out.xlsx") == "file.folder_missing"
    assert code(tmp_path / "file" / "out.xlsx") == "file.folder_missing"
    assert code(tmp_path) == "file.is_folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(EnvironmentProblem) as raised:
            write(tmp_path / "out.xlsx", [])
    finally:
        tmp_path.chmod(0o700)
    assert raised.value.code == "file.no_permission"


def test_naughty_strings_come_back(target: Path, data_folder: Path) -> None:
    path = data_folder / "text-naughty-strings" / "blns.json"
    if not path.is_file():
        pytest.skip("the collection of naughty strings is not on this computer")
    naughty = [text for text in json.loads(path.read_text(encoding="utf-8")) if text]
    sheet = only(target, Column("Text", Kind.LINK), *naughty)
    illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
    plain = [illegal.sub("", text).replace("\r\n", "\n").replace("\r", "\n") for text in naughty]
    found = [str(cell.value or "") for cell in sheet["A"][1:]]
    assert found == plain
    assert {cell.data_type for cell in sheet["A"][1:] if cell.value is not None} == {"s"}


MEASURE = """
import sys
from pathlib import Path
from partner_desk.files.excel.sheet import Column, Kind, Sheet
from partner_desk.files.excel.workbook import write
columns = tuple(Column(f"Column {n}", Kind.LINK if n == 3 else Kind.TEXT) for n in range(12))
rows = (tuple(f"https://example.org/{n}/{c}" for c in range(12)) for n in range(int(sys.argv[2])))
write(Path(sys.argv[1]), [Sheet("Big", columns, rows)])
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM:")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is not told there")
def test_memory_does_not_grow_with_the_rows(target: Path) -> None:
    def megabytes(rows: int) -> int:
        command = [sys.executable, "-c", MEASURE, str(target), str(rows)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return int(told) // 1024

    few, many = megabytes(100), megabytes(10_000)
    # What grows is the list of links: it is capped, and some 200 bytes a link.
    assert many - few < 12, f"{few} MB for 100 rows, {many} MB for 10,000"
    assert many < 60
