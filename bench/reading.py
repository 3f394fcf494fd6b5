"""A workbook up to its preview, against openpyxl's read-only mode and LibreOffice."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Row, in_process, processes_in_turns, report, seconds

GOAL = 8.0
_COLUMNS = 12


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The rows of a sheet of ``size`` x 12."""
    path = _workbook(place / f"sheet-{size}.xlsx", size)
    if size > 50_000:
        runs = min(runs, 3)
    me = Path(__file__).name
    ours, theirs = processes_in_turns(
        [me, "look", str(path)], [me, "openpyxl", str(path)], runs, warm=size < 50_000
    )
    work = f"read {size:,} x {_COLUMNS} to a preview"
    yield Row(
        work, "openpyxl read-only", size, ours["seconds"], theirs["seconds"],
        f">= {GOAL:.0f}x faster", ours["seconds"] * GOAL <= theirs["seconds"], runs,
        ours["memory"], note=f"{theirs['seconds'] / ours['seconds']:.1f}x faster",
    )
    other = in_process([me, "office", str(path)]) if shutil.which("soffice") else {"rows": 0}
    if other["rows"]:  # An office without its sheets cannot convert them, and says nothing.
        yield Row(
            f"{work}, headless", "LibreOffice to CSV", size, ours["seconds"], other["seconds"],
            f">= {GOAL:.0f}x faster", ours["seconds"] * GOAL <= other["seconds"], 1,
            note=f"{other['seconds'] / ours['seconds']:.1f}x faster",
        )


def _workbook(path: Path, size: int) -> Path:
    from openpyxl import Workbook

    if not path.exists():
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Partners")
        sheet.append([f"Heading {column}" for column in range(_COLUMNS)])
        for number in range(size):
            sheet.append([
                number, f"Organization {number}", f"{number % 999} North Main Street", "Salem",
                "MA", f"{1000 + number % 999:05}", f"978-555-{number % 10_000:04}",
                f"office{number}@example.org", number / 7, "2026-03-02", number % 2 == 0,
                "Tutoring and homework help after school, kindergarten to grade five",
            ])
        book.save(path)
    return path


def _look(path: Path) -> None:
    from partner_desk.files.sheets.look import look

    seen = []
    took = seconds(lambda: seen.append(look(path)))
    report(seconds=took, rows=seen[0].rows)


def _openpyxl(path: Path) -> None:
    from openpyxl import load_workbook

    count = 0

    def work() -> None:
        nonlocal count
        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        count = sum(1 for _ in sheet.iter_rows(values_only=True))

    report(seconds=seconds(work), rows=count - 1)


def _office(path: Path) -> None:
    profile = path.parent / "profile"
    words = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
             "--convert-to", "csv", "--outdir", str(path.parent), str(path)]

    def work() -> None:
        subprocess.run(words, capture_output=True, check=False)

    took = seconds(work)
    report(seconds=took, rows=int(path.with_suffix(".csv").exists()))


if __name__ == "__main__":
    {"look": _look, "openpyxl": _openpyxl, "office": _office}[sys.argv[1]](Path(sys.argv[2]))
