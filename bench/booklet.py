"""A booklet of 2,000 resources in Spanish, against the same lines by bare reportlab."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from measuring import Row, processes_in_turns, report, seconds
from packets import print_pages

GOAL = 1.5
_RESOURCES = 2_000
_DAY = date(2026, 3, 2)


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """One row; ``size`` changes nothing here."""
    office, lines = prepared(place)
    ours, theirs = processes_in_turns(
        [Path(__file__).name, "office", str(office)], [Path(__file__).name, "raw", str(lines)],
        runs,
    )
    yield Row(
        f"booklet of {_RESOURCES:,} resources, {ours['pages']:.0f} pages",
        "bare reportlab, the same lines", _RESOURCES, ours["seconds"], theirs["seconds"],
        f"<= {GOAL}x", ours["seconds"] <= GOAL * theirs["seconds"], runs, ours["memory"],
        note=f"with reading the office; tagged, {ours['size'] / 1e6:.1f} MB",
    )


def prepared(place: Path) -> tuple[Path, Path]:
    """An office with a directory of this many resources, and the lines of its booklet."""
    office, lines = place / "booklet.pdoffice", place / "booklet.json"
    if not lines.exists():
        from pypdf import PdfReader

        from directories import directory
        from offices import AUTHOR
        from partner_desk.services import importing
        from partner_desk.services.office import begin
        from partner_desk.store.store import Store

        store = Store.create(office, AUTHOR)
        begin(store, {"name": "Bench", "language": "es"}, "")
        importing.run(store, directory(_RESOURCES, place))
        store.close()
        printed = place / "booklet.pdf"
        printed.write_bytes(_printed(office))
        text = [page.extract_text() for page in PdfReader(printed).pages]
        lines.write_text(json.dumps(text))
    return office, lines


def _printed(office: Path) -> bytes:
    from offices import opened
    from partner_desk.model.queries import ListQuery
    from partner_desk.services.directory.papers import booklet

    store = opened(office)
    try:
        return booklet(store, ListQuery("service"), _DAY, "es").data
    finally:
        store.close()


def _office(path: Path) -> None:
    import pikepdf

    made: list[bytes] = []
    taken = seconds(lambda: made.append(_printed(path)))
    target = path.with_suffix(".pdf")
    target.write_bytes(made[0])
    with pikepdf.open(target) as pdf:
        pages = len(pdf.pages)
    report(seconds=taken, pages=pages, size=len(made[0]))


def _raw(path: Path) -> None:
    pages: list[str] = json.loads(path.read_text())
    report(seconds=seconds(lambda: print_pages(pages)))


if __name__ == "__main__":
    {"office": _office, "raw": _raw}[sys.argv[1]](Path(sys.argv[2]))
