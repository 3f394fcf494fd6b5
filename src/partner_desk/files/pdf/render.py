"""A description of a document to PDF bytes."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from partner_desk.files.pdf import look
from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.document import Document
from partner_desk.files.pdf.embedding import CanvasFont
from partner_desk.files.pdf.layout import Layout, Sheet, target_of
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.places import Place
from partner_desk.files.pdf.running import Running
from partner_desk.files.pdf.shaping import shipped_shaper
from partner_desk.files.pdf.structure import Tag
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

    Raises UnreadablePictureError for a logo or image that is none, InputError for an enclosure
    that cannot be taken in, and ValueError for a table row whose texts do not match its columns.
    """
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer,
        document.paper.value,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=document.language,
        initialFontName=CanvasFont.registered(),
    )
    _describe(canvas, document)
    pen, shaper = Pen(canvas), shipped_shaper()
    width = document.paper.value[0] - 2 * look.SIDE
    layout = Layout(document, Setter(shaper, width, pen.picture_size))
    running = Running(document, pen, shaper)
    places: list[Place] = []
    for number, sheet in enumerate(layout.sheets, start=1):
        with pen.structure.page():
            _print(sheet, layout, pen, running)
            running.footer(number, len(layout.sheets))
            if sheet.enclosed:
                content = pen.structure.reserve(Tag("P"))
                places.append(Place(number - 1, *sheet.enclosed, layout.frame(sheet), content))
    pen.structure.write()
    canvas.save()
    data = _with_enclosures(buffer.getvalue(), places)
    return Pdf(data, len(layout.sheets), hashlib.sha256(data).hexdigest(), unprintable(document))


def _with_enclosures(data: bytes, places: list[Place]) -> bytes:
    """The printed pages with the foreign ones laid into those left empty for them."""
    if not places:
        return data
    from partner_desk.files.pdf.enclosing import enclosed

    return enclosed(data, places)


def _describe(canvas: Any, document: Document) -> None:
    """What viewers show about the file."""
    canvas.setTitle(printable(document.title))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(" ".join((document.stamp.number, document.stamp.revision)).strip()))
    canvas.setCreator("Partner Desk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _print(sheet: Sheet, layout: Layout, pen: Pen, running: Running) -> None:
    left, _, _, top = layout.frame(sheet)
    if sheet.first and sheet.part.title.strip():
        paper_top = top + (look.HEAD_BARE if sheet.page.bare else look.HEAD)
        pen.bookmark(printable(sheet.part.title), 0, paper_top)
        pen.target(target_of(sheet.place), paper_top)
    if not sheet.page.bare:
        running.header()
    sheet.page.draw(pen, top, left)
    running.initials(sheet.part.initials)
