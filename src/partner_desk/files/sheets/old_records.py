"""What calamine does not tell of a sheet of an .xls: failed formulas."""

from pathlib import Path

from partner_desk.files.sheets.source import Marks


def old_marks_of(path: Path, sheet: str) -> Marks:
    """The marks of one sheet of an .xls workbook."""
    return Marks()
