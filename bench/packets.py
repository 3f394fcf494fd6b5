"""One agreement packet of eight pages, against the same pages by bare reportlab."""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import Row, processes_in_turns, report, seconds

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.store.store import Store

GOAL = 1.5
_PAGES = 8
_WARM = 5


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The cold and the warm row; ``size`` is that of the office and changes nothing here."""
    path, pages = prepared(place)
    ours, theirs = processes_in_turns(
        [Path(__file__).name, "office", str(path)], [Path(__file__).name, "raw", str(pages)], runs
    )
    reference = "bare reportlab, the same lines"
    yield Row(
        f"packet of {ours['pages']:.0f} pages, fresh process", reference, 1, ours["cold"],
        theirs["cold"], f"<= {GOAL}x", ours["cold"] <= GOAL * theirs["cold"], runs,
        ours["memory"], note="imports and fonts included; Python and the database stand already",
    )
    yield Row(
        f"packet of {ours['pages']:.0f} pages, warm", reference, 1, ours["warm"], theirs["warm"],
        f"<= {GOAL}x", ours["warm"] <= GOAL * theirs["warm"], runs, ours["memory"],
        note=f"with reading the agreement; preview of page 1 {ours['preview'] * 1000:.0f} ms more",
    )


def prepared(place: Path) -> tuple[Path, Path]:
    """An office with an agreement of eight pages, and the lines of those pages."""
    office, pages = place / "packet.pdoffice", place / "packet.json"
    if not pages.exists():
        from directories import words
        from offices import AUTHOR
        from partner_desk.model.agreements import (
            Agreement,
            AgreementService,
            FinancialResponsibility,
            Outcome,
        )
        from partner_desk.model.fields import Record
        from partner_desk.model.history import Operation
        from partner_desk.services.office import begin
        from partner_desk.store.store import Store

        store = Store.create(office, AUTHOR)
        begin(store, {"name": "Bench", "district": "Bench Schools"}, "")
        agreement = Agreement(number="2026-0001", title="Reading club")
        parts: list[Record] = [agreement]
        for n in range(1, 13):
            parts += [
                AgreementService(
                    agreement_id=agreement.id, position=n, description=words(n, 20),
                    place="Library",
                ),
                Outcome(
                    agreement_id=agreement.id, position=n, statement=words(n + 30, 15),
                    indicator=words(n, 8),
                ),
                FinancialResponsibility(
                    agreement_id=agreement.id, position=n, item=words(n + 60, 6)
                ),
            ]
        with store.writing(Operation("bench")) as work:
            work.add_many(parts)
        text = _lengthened(store, agreement.id)
        pages.write_text(json.dumps(text))
        store.close()
    return office, pages


def _lengthened(store: "Store", agreement_id: str) -> list[str]:
    """Add clauses until there are eight pages; returns the text of each page."""
    from pypdf import PdfReader

    from directories import words
    from partner_desk.model.agreements import Clause
    from partner_desk.model.history import Operation
    from partner_desk.services.packets import packet

    for n in range(1, 100):
        pdf = packet(store, agreement_id, "", lambda _: str)
        if pdf.pages >= _PAGES:
            break
        clause = Clause(
            agreement_id=agreement_id, position=n, heading=words(n, 3).title(),
            text=words(n + 100, 150) + ".",
        )
        with store.writing(Operation("bench")) as work:
            work.add(clause)
    return [page.extract_text() for page in PdfReader(BytesIO(pdf.data)).pages]


def _office(path: Path) -> None:
    from offices import opened

    store = opened(path)

    def work() -> "Pdf":
        from partner_desk.services.agreements import by_number
        from partner_desk.services.packets import packet

        return packet(store, by_number(store, "2026-0001").id, "", lambda _: str)

    cold = seconds(work)
    warm = sorted(seconds(work) for _ in range(_WARM))[_WARM // 2]
    pdf = work()
    report(cold=cold, warm=warm, pages=pdf.pages, preview=seconds(preview, pdf.data))


def preview(data: bytes) -> None:
    """Draw the first page, as large as a window shows it."""
    import pypdfium2

    pypdfium2.PdfDocument(data)[0].render(scale=1.5).to_pil()


def _raw(path: Path) -> None:
    pages: list[str] = json.loads(path.read_text())
    cold = seconds(lambda: print_pages(pages))
    warm = sorted(seconds(lambda: print_pages(pages)) for _ in range(_WARM))[_WARM // 2]
    report(cold=cold, warm=warm)


def print_pages(pages: list[str]) -> bytes:
    """The lines of these pages as a PDF, by reportlab's own means alone."""
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    if "Bench" not in pdfmetrics.getRegisteredFontNames():
        font = Path(__file__).parents[1] / "resources" / "fonts" / "NotoSans-Regular.ttf"
        pdfmetrics.registerFont(TTFont("Bench", font, shapable=True))
    style = ParagraphStyle("Bench", fontName="Bench", fontSize=9, leading=11, shaping=1)
    out = BytesIO()
    story = [
        flowable
        for page in pages
        for flowable in (
            *(Paragraph(escape(line), style) for line in page.splitlines() if line.strip()),
            PageBreak(),
        )
    ]
    SimpleDocTemplate(out).build(story)
    return out.getvalue()


if __name__ == "__main__":
    {"office": _office, "raw": _raw}[sys.argv[1]](Path(sys.argv[2]))
