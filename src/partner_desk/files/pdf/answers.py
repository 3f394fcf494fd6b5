"""Places to answer by hand: ratings side by side, lines to write on."""

from collections.abc import Iterator

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import Align, Ratings, WritingLines
from partner_desk.files.pdf.rows import Cell, Row, Text
from partner_desk.files.pdf.typesetter import Setter

WIDEST_STEP = 64.0
BOX = "\N{WHITE SQUARE}"


def rating_rows(setter: Setter, block: Ratings) -> Iterator[Row]:
    """A box and its number for each rating; below them what the ends mean."""
    step = min(setter.width / max(len(block.marks), 1), WIDEST_STEP)
    boxes = tuple(
        Cell(place * step, step, (setter.text(f"{BOX} {mark}", look.BODY, step),))
        for place, mark in enumerate(block.marks)
    )
    ends = bool(block.lowest or block.highest)
    yield Row(boxes, setter.width, 0, 0 if ends else 8, keep=ends, whole=True)
    if ends:
        half = max(len(block.marks) * step, 4 * WIDEST_STEP) / 2
        low = setter.text(block.lowest, look.LABEL, half - 8)
        right = setter.text(block.highest, look.LABEL, half - 8, Align.START)
        start = max((len(block.marks) - 1) * step, half)
        cells = (Cell(0, half - 8, (setter.steady(low),)),
                 Cell(start, setter.width - start, (setter.steady(right),)))
        yield Row(cells, setter.width, 0, 8, whole=True)


def writing_rows(setter: Setter, block: WritingLines) -> Iterator[Row]:
    """Lines one below the other, as wide as ``share`` of the page."""
    wide = setter.width * min(max(block.share, 0.1), 1.0)
    lines = tuple(Text((), before=look.WRITING_ROOM, ruled=True) for _ in range(block.count))
    yield Row((Cell(0, wide, lines),), setter.width, 0, 8, whole=True)
