"""A directory as a workbook, against openpyxl's write-only mode without any style."""

import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Row, processes_in_turns, report, seconds

GOAL, MEMORY_GOAL = 1.3, 60.0
_FIELDS = (
    "name", "organization_id", "description", "status", "minimum_age", "maximum_age",
    "application_process", "fees_description", "wait_time", "email", "url", "assured_date",
)


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The row of ``size`` resources in twelve columns."""
    from offices import office

    path = office(size, place)
    out = str(place / "out.xlsx")
    if size > 50_000:
        runs = min(runs, 3)
    ours, theirs = processes_in_turns(
        [Path(__file__).name, "office", str(path), out], [Path(__file__).name, "raw", str(path),
        out], runs, warm=size < 50_000,
    )
    more = ours["memory"] - ours["before"]
    reached = ours["seconds"] <= GOAL * theirs["seconds"] and more <= MEMORY_GOAL
    yield Row(
        f"export {ours['rows']:,.0f} x 12 to .xlsx", "openpyxl write-only, bare", size,
        ours["seconds"], theirs["seconds"], f"<= {GOAL}x, <= {MEMORY_GOAL:.0f} MB more", reached,
        runs, more, note=f"{more:.0f} MB more than before the work, "
        f"bare {theirs['memory'] - theirs['before']:.0f} MB",
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
    from offices import raw

    connection = raw(office)
    columns = ", ".join(f"s.{each}" for each in _FIELDS if each != "organization_id")
    before = peak_memory()

    def work() -> None:
        from openpyxl import Workbook

        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        sheet.append(_FIELDS)
        for row in connection.execute(
            f"SELECT o.name, {columns} FROM service s JOIN organization o "
            "ON o.id = s.organization_id WHERE s.status = 'active'"
        ):
            sheet.append(row)
        book.save(out)

    report(seconds=seconds(work), before=before)


if __name__ == "__main__":
    {"office": _export, "raw": _raw}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
