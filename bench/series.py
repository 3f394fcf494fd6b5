"""Two hundred packets into a folder, against bare reportlab on two cores and LibreOffice."""

import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from measuring import Row, converted, processes_in_turns, report, seconds
from packets import prepared, preview, print_pages

if TYPE_CHECKING:
    from partner_desk.store.store import Store

PACKETS = 200
GOAL = 1.3
_DAY = date(2026, 8, 3)
CORES = 2
OFFICE_GOAL = 0.2
"""Five times faster than LibreOffice."""


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The series, and one packet against a word processor where there is one."""
    office, pages = prepared(place)
    _multiplied(office)
    ours, theirs = processes_in_turns(
        [Path(__file__).name, "office", str(office)], [Path(__file__).name, "raw", str(pages)],
        max(runs // 2, 1),
    )
    yield Row(
        f"{PACKETS} packets of 8 pages", f"bare reportlab, the same lines, {CORES} processes",
        PACKETS, ours["many"], theirs["many"], f"<= {GOAL}x",
        ours["many"] <= GOAL * theirs["many"], max(runs // 2, 1), ours["memory"],
        note="read from the office, described, printed and kept, each in a file of its own",
    )
    if shutil.which("soffice"):
        theirs_once = _by_word_processor(pages, runs)
        for name, mine in (("the first after the start", ours["first"]),
                           ("from click to preview", ours["later"])):
            yield Row(
                f"packet of 8 pages, {name}", "LibreOffice, the same lines, docx to PDF", 1,
                mine, theirs_once, f"<= {OFFICE_GOAL}x", mine <= OFFICE_GOAL * theirs_once, runs,
                ours["memory"],
            )


def _multiplied(path: Path) -> None:
    """The agreement of the office as often as there are packets."""
    from offices import opened
    from partner_desk.model.agreements import Agreement
    from partner_desk.services.drafting import renew

    store = opened(path)
    with store.reading() as reader:
        found = reader.find(Agreement)
    last = found[-1]
    for _ in range(PACKETS - len(found)):
        last = renew(store, last.id, last.ends_on or _DAY)
    store.close()


def _office(path: Path) -> None:
    from offices import opened
    from partner_desk.model.agreements import Agreement
    from partner_desk.services.packet_series import print_many

    store = opened(path)
    with store.reading() as reader:
        ids = [each.id for each in reader.find(Agreement)][:PACKETS]
    first = seconds(lambda: _shown(store, ids[0]))
    later = sorted(seconds(lambda: _shown(store, ids[0])) for _ in range(5))[2]
    with tempfile.TemporaryDirectory() as folder:
        many = seconds(lambda: print_many(store, ids, Path(folder), "", _plain))
        written = len(list(Path(folder).glob("*.pdf")))
    assert written == len(ids) == PACKETS
    report(many=many, first=first, later=later)


def _shown(store: "Store", agreement_id: str) -> None:
    """A packet and the picture of its first page, as the window shows it."""
    from partner_desk.services.packets import packet

    preview(packet(store, agreement_id, "", _plain).data)


def _plain(_language: str) -> Callable[[str], str]:
    return str


def _raw(path: Path) -> None:
    pages: list[str] = json.loads(path.read_text())
    with tempfile.TemporaryDirectory() as folder:
        report(many=seconds(lambda: _print_many(pages, Path(folder))))


def _print_many(pages: list[str], folder: Path) -> None:
    with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
        list(pool.map(_print_to, [pages] * PACKETS, [folder / f"{n}.pdf" for n in range(PACKETS)],
                      chunksize=10))


def _print_to(pages: list[str], path: Path) -> None:
    path.write_bytes(print_pages(pages))


def _by_word_processor(pages: Path, runs: int) -> float:
    """Seconds of a conversion of the same lines from a text document, the middle of ``runs``."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "packet.docx"
        _write_docx(source, json.loads(pages.read_text()))
        times = [seconds(converted, source, "pdf") for _ in range(runs + 1)]
    return sorted(times[1:])[runs // 2]  # The first one makes the profile.


def _write_docx(path: Path, pages: list[str]) -> None:
    """The lines as the plainest document of a word processor that there can be."""
    break_ = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    body = break_.join(
        "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in page.splitlines())
        for page in pages
    )
    schema = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{schema}/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{schema}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{schema}/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{schema}/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)


if __name__ == "__main__":
    {"office": _office, "raw": _raw}[sys.argv[1]](Path(sys.argv[2]))
