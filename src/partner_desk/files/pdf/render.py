"""A description of a document to PDF bytes."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from partner_desk.files.pdf import look
from partner_desk.files.pdf.blocks import rows_of
from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.document import Align, Document, Part, Stamp
from partner_desk.files.pdf.embedding import CanvasFont
from partner_desk.files.pdf.fonts import Weight
from partner_desk.files.pdf.lines import Line, Style, fit_line
from partner_desk.files.pdf.pages import Page, fill_pages
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.rows import Row
from partner_desk.files.pdf.shaping import Shaper, shipped_shaper
from partner_desk.files.pdf.typesetter import Setter
from partner_desk.files.pdf.unprintable import UnprintableCharacters, unprintable


@dataclass(frozen=True)
class Pdf:
    """A printed document: its bytes, how many pages, their SHA-256 and what had no picture."""

    data: bytes
    pages: int
    sha256: str
    warnings: tuple[UnprintableCharacters, ...]


def render(document: Document) -> Pdf:
    """Print a document. The same description gives the same bytes with the same fonts.

    Raises UnreadablePictureError for a logo or image that is none, and ValueError for a table row
    whose texts do not match its columns.
    """
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer,
        document.paper.value,
        pageCompression=1,
        invariant=1,
        lang=document.language,
        initialFontName=CanvasFont.registered(),
    )
    _describe(canvas, document)
    printer = _Printer(document, Pen(canvas))
    pages = printer.pages()
    for number, (part, page) in enumerate(pages, start=1):
        printer.print_page(part, page, number, len(pages))
        canvas.showPage()
    canvas.save()
    data = buffer.getvalue()
    return Pdf(data, len(pages), hashlib.sha256(data).hexdigest(), unprintable(document))


def _describe(canvas: Any, document: Document) -> None:
    """What viewers show about the file."""
    canvas.setTitle(printable(document.title))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(" ".join((document.stamp.number, document.stamp.revision)).strip()))
    canvas.setCreator("Partner Desk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


class _Printer:
    """Sets the parts of one document and draws their pages."""

    def __init__(self, document: Document, pen: Pen) -> None:
        self._document = document
        self._pen = pen
        self._shaper: Shaper = shipped_shaper()
        self._paper_width, self._paper_height = document.paper.value
        self._width = self._paper_width - 2 * look.SIDE
        self._height = self._paper_height - look.HEAD - look.FOOT

    def pages(self) -> list[tuple[Part | None, Page]]:
        """All pages; the first of each part comes with its part, for the outline."""
        found: list[tuple[Part | None, Page]] = []
        for part in self._document.parts:
            bare_height = self._paper_height - look.HEAD_BARE - look.FOOT
            rows = self._rows(part)
            pages = fill_pages(rows, self._height, not part.running_header, bare_height)
            found += [(part if i == 0 else None, page) for i, page in enumerate(pages)]
        return found or [(None, Page(bare=False))]

    def print_page(self, part: Part | None, page: Page, number: int, count: int) -> None:
        top = self._paper_height - (look.HEAD_BARE if page.bare else look.HEAD)
        if part and part.title.strip():
            self._pen.bookmark(printable(part.title), 0, self._paper_height)
        if not page.bare:
            self._header()
        page.draw(self._pen, top, look.SIDE)
        self._footer(number, count)

    def _rows(self, part: Part) -> list[Row]:
        setter = Setter(self._shaper, self._width, self._pen.picture_size)
        return [row for block in part.blocks for row in rows_of(setter, block, self._height)]

    def _header(self) -> None:
        """The office's logo and name at the left, the document's title at the right."""
        baseline = self._paper_height - look.HEADER_BASELINE
        left = 0.0
        if self._document.logo:
            columns, lines = self._pen.picture_size(self._document.logo)
            high = min(18.0, 80.0 * lines / columns)
            wide = high * columns / lines
            place = baseline + 2.5 - high / 2
            self._pen.picture(self._document.logo, look.SIDE, place, wide, high)
            left = wide + 8.0
        self._running(self._document.office, left, 0.5, baseline, Align.START)
        self._running(self._document.title, 0.5 * self._width, 0.5, baseline, Align.RIGHT)
        self._pen.rule(look.SIDE, baseline - 9, self._width, 0.5, look.HAIRLINE)

    def _footer(self, number: int, count: int) -> None:
        """Which document and revision this is, its mark, and which page of how many."""
        stamp, baseline = self._document.stamp, look.FOOTER_BASELINE
        self._pen.rule(look.SIDE, baseline + 14, self._width, 0.5, look.HAIRLINE)
        identity = " \N{MIDDLE DOT} ".join(filter(None, (stamp.number, stamp.revision)))
        self._running(identity, 0, 0.42, baseline, Align.START)
        mark = Style(look.RUNNING.size, look.RUNNING.leading, Weight.BOLD, look.WARNING)
        self._running(stamp.mark, 0.42 * self._width, 0.36, baseline, Align.CENTRE, mark)
        wording = _page_of(stamp, number, count)
        self._running(wording, 0.8 * self._width, 0.2, baseline, Align.RIGHT)

    def _running(
        self,
        text: str,
        left: float,
        share: float,
        baseline: float,
        align: Align,
        style: Style = look.RUNNING,
    ) -> None:
        """One line of a header or footer, cut short when too long for its place."""
        width = share * self._width - (left if align is Align.START else 0) - 6
        line: Line = fit_line(self._shaper, text, style, width)
        x = look.SIDE + left + (6 if align is Align.RIGHT else 0)
        steady = Line(line.words, line.width, line.style)
        self._pen.line(steady, x, baseline, width, align)


def _page_of(stamp: Stamp, number: int, count: int) -> str:
    """The wording with its numbers; only {0} and {1} are special in it."""
    return stamp.page_of.replace("{0}", str(number)).replace("{1}", str(count))
