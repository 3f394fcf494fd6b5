"""Lists made by others, counted by other means than the program's own reading."""

import csv
import io
from pathlib import Path


def filled_rows(path: Path) -> list[int]:
    """The numbers that a spreadsheet shows for the rows of a CSV or TSV file that hold anything.

    The first is that of the headings.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    separator = "\t" if path.suffix == ".tsv" else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [number for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
