"""Parts of a document to sheets of paper: which rows stand on which page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from partner_desk.files.pdf import look
from partner_desk.files.pdf.blocks import page_rows
from partner_desk.files.pdf.contents import Listed, contents_rows
from partner_desk.files.pdf.document import Block, Contents, Document, Enclosure, Part
from partner_desk.files.pdf.pages import Page, Row, fill_pages
from partner_desk.files.pdf.places import Rectangle
from partner_desk.files.pdf.running import foot_height
from partner_desk.files.pdf.tags import tagged
from partner_desk.files.pdf.typesetter import Setter


@dataclass(frozen=True)
class Sheet:
    """A page of a part; `enclosed` is the PDF and the number (from 0) of the page it takes in."""

    part: Part
    place: int
    first: bool
    page: Page
    enclosed: tuple[bytes, int] | None = None


class Layout:
    """The sheets of a document, in order."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self._document = document
        self._setter = setter
        self._begins: dict[int, int] = {}
        self.sheets: list[Sheet] = []
        for place, part in enumerate(document.parts):
            self._begins[place] = len(self.sheets) + 1
            pages = self._pages(place, part)
            self.sheets += [
                Sheet(part, place, number == 0, page, enclosed)
                for number, (page, enclosed) in enumerate(pages)
            ]
        if not self.sheets:
            self.sheets.append(Sheet(Part("", ()), 0, True, Page(bare=False)))

    def frame(self, sheet: Sheet) -> Rectangle:
        """Left, bottom, right and top of the place for text, in points from the lower left."""
        width, height = self._document.paper.value
        foot = foot_height(self._document.stamp, sheet.part.initials)
        head = look.HEAD_BARE if sheet.page.bare else look.HEAD
        return look.SIDE, foot, width - look.SIDE, height - head

    def _pages(
        self, place: int, part: Part
    ) -> list[tuple[Page, tuple[bytes, int] | None]]:
        paper = self._document.paper.value[1] - foot_height(self._document.stamp, part.initials)
        found: list[tuple[Page, tuple[bytes, int] | None]] = []
        rows: list[Row] = []

        def fill() -> None:
            bare = not part.running_header and not found
            pages = fill_pages(rows, paper - look.HEAD, bare, paper - look.HEAD_BARE)
            found.extend((page, None) for page in pages)
            rows.clear()

        for block in part.blocks:
            if not isinstance(block, Enclosure):
                rows += self._rows(place, block, paper - look.HEAD)
                continue
            if rows:
                fill()
            for number in range(_count(block.data)):
                bare = not part.running_header and not found
                found.append((Page(bare), (block.data, number)))
        if rows or not found:
            fill()
        return found

    def _rows(self, place: int, block: Block, space: float) -> Iterator[Row]:
        if isinstance(block, Contents):
            rows = contents_rows(self._setter, self._following(place), block.ticks)
            yield from tagged(block, rows)
        else:
            yield from page_rows(self._setter, block, space)

    def _following(self, place: int) -> list[Listed]:
        """The parts the contents of a part list."""
        parts = list(enumerate(self._document.parts))
        return [
            Listed(part.title, target_of(later), partial(self._begins.__getitem__, later))
            for later, part in parts[place + 1 :]
            if part.title.strip()
        ]


def target_of(place: int) -> str:
    """The name that links to a part give it."""
    return f"part-{place + 1}"


def _count(data: bytes) -> int:
    # Only a document with an enclosure pays for the library that reads it.
    from partner_desk.files.pdf.enclosing import pages_of

    return pages_of(data)
