"""A directory as a workbook, against openpyxl's write-only mode and LibreOffice, both bare."""

import csv
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Row, converted, processes_in_turns, report, seconds

GOAL, MEMORY_GOAL = 1.3, 60.0
_FIELDS = (
    "name", "organization_id", "description", "status", "minimum_age", "maximum_age",
    "application_process", "fees_description", "wait_time", "email", "url", "assured_date",
)


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The rows of ``size`` resources in twelve columns."""
    from offices import office

    path = office(size, place)
    me, out = Path(__file__).name, str(place / "out.xlsx")
    if size > 50_000:
        runs = min(runs, 3)
    export = [me, "office", str(path), out]
    ours, theirs = processes_in_turns(
        export, [me, "raw", str(path), out], runs, warm=size < 50_000
    )
    more = ours["memory"] - ours["before"]
    work = f"export {ours['rows']:,.0f} x 12 to .xlsx"
    reached = ours["seconds"] <= GOAL * theirs["seconds"] and more <= MEMORY_GOAL
    yield Row(
        work, "openpyxl write-only, bare", size, ours["seconds"], theirs["seconds"],
        f"<= {GOAL}x, <= {MEMORY_GOAL:.0f} MB more", reached, runs, more,
        note=f"{more:.0f} MB more than before the work, "
        f"bare {theirs['memory'] - theirs['before']:.0f} MB",
    )
    if shutil.which("soffice"):
        ours, theirs = processes_in_turns(
            export, [me, "libreoffice", str(path), out], runs, warm=size < 50_000
        )
        yield Row(
            f"{work}, headless", "LibreOffice from CSV, bare", size, ours["seconds"],
            theirs["seconds"], "faster", ours["seconds"] < theirs["seconds"], runs, more,
        )


def _export(office: Path, out: Path) -> None:
    from measuring import peak_memory
    from offices import opened
    from partner_desk.model.queries import Condition, ListQuery
    from partner_desk.services.exporting import export_list

    store = opened(office)
    before = peak_memory()
    query = ListQuery("service", where=(Condition("status", "active"),))
    written = 0

    def work() -> None:
        nonlocal written
        written = export_list(store, query, out, str, fields=_FIELDS).rows

    report(seconds=seconds(work), rows=written, before=before)


def _raw(office: Path, out: Path) -> None:
    from measuring import peak_memory

    read = _raw_rows(office)
    before = peak_memory()

    def work() -> None:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.append(_FIELDS)
        for row in read:
            sheet.append(row)
        book.save(out)

    report(seconds=seconds(work), before=before)


def _libreoffice(office: Path, out: Path) -> None:
    """Only LibreOffice's part counts: the text file is there when it begins."""
    text = out.with_suffix(".csv")
    with text.open("w", encoding="utf-8", newline="") as handle:
        written = csv.writer(handle)
        written.writerow(_FIELDS)
        written.writerows(_raw_rows(office))
    report(seconds=seconds(converted, text, "xlsx"))


def _raw_rows(office: Path) -> Iterator[tuple[object, ...]]:
    from offices import raw

    columns = ", ".join(f"s.{each}" for each in _FIELDS if each != "organization_id")
    return raw(office).execute(
        f"SELECT o.name, {columns} FROM service s JOIN organization o "
        "ON o.id = s.organization_id WHERE s.status = 'active'"
    )


if __name__ == "__main__":
    programs = {"office": _export, "raw": _raw, "libreoffice": _libreoffice}
    programs[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
