"""A workbook up to its preview, against openpyxl's read-only mode and LibreOffice."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Row, converted, in_process, processes_in_turns, report, seconds

GOAL = 8.0


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The rows of a workbook with the directory of an office of ``size``, twelve columns wide."""
    path = _workbook(size, place)
    if size > 50_000:
        runs = min(runs, 3)
    for program, reference, ending in _references():
        me = Path(__file__).name
        ours, theirs = processes_in_turns(
            [me, "look", str(path)], [me, program, str(path)], runs, warm=size < 50_000
        )
        times = theirs["seconds"] / ours["seconds"]
        yield Row(
            f"read {ours['rows']:,.0f} x 12 to a preview{ending}", reference, size,
            ours["seconds"], theirs["seconds"], f">= {GOAL:.0f}x faster", times >= GOAL, runs,
            ours["memory"], note=f"{times:.1f}x faster",
        )


def _references() -> Iterator[tuple[str, str, str]]:
    yield "openpyxl", "openpyxl read-only", ""
    if shutil.which("soffice"):
        yield "libreoffice", "LibreOffice to CSV", ", headless"


def _workbook(size: int, place: Path) -> Path:
    """As openpyxl alone writes it, by the reference of exports."""
    from offices import office

    path = place / f"sheet-{size}.xlsx"
    if not path.exists():
        in_process(["exporting.py", "raw", str(office(size, place)), str(path)])
    return path


def _look(path: Path) -> None:
    from partner_desk.files.sheets.look import look

    seen = []
    took = seconds(lambda: seen.append(look(path)))
    report(seconds=took, rows=seen[0].rows)


def _openpyxl(path: Path) -> None:
    count = 0

    def work() -> None:
        nonlocal count
        from openpyxl import load_workbook

        sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
        count = sum(1 for _ in sheet.iter_rows(values_only=True))

    report(seconds=seconds(work), rows=count - 1)


def _libreoffice(path: Path) -> None:
    report(seconds=seconds(converted, path, "csv"))


if __name__ == "__main__":
    programs = {"look": _look, "openpyxl": _openpyxl, "libreoffice": _libreoffice}
    programs[sys.argv[1]](Path(sys.argv[2]))
