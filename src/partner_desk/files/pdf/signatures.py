"""Signature blocks: room and lines to sign on, never split over pages."""

from collections.abc import Iterator
from dataclasses import replace

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import SignatureBlock, Signatures
from partner_desk.files.pdf.lines import fit_line
from partner_desk.files.pdf.rows import Cell, Item, Row, Text
from partner_desk.files.pdf.typesetter import Setter

GUTTER = 30.0
DATE_SHARE = 0.34
LARGEST_FLAG = 0.4  # of the line to sign on
FLAG_ROOM = 8.0  # more height to sign in, above the tab


def signature_rows(setter: Setter, block: Signatures) -> Iterator[Row]:
    """One row per one or two parties."""
    abreast = min(max(block.abreast, 1), 2)
    wide = (setter.width - GUTTER * (abreast - 1)) / abreast
    for start in range(0, len(block.blocks), abreast):
        cells: list[Cell] = []
        for i, one in enumerate(block.blocks[start : start + abreast]):
            cells += _cells(setter, one, i * (wide + GUTTER), wide)
        yield Row(tuple(_even(cells)), setter.width, 16, 22, whole=True)


def _cells(setter: Setter, block: SignatureBlock, x: float, wide: float) -> list[Cell]:
    """The party above, then signature and date side by side, then name and title."""
    party = setter.steady(setter.text(block.party, look.HEADINGS[3], wide))
    gap = 14.0
    date_wide = DATE_SHARE * (wide - gap)
    sign_wide = wide - gap - date_wide
    signature = setter.text(block.signature_label, look.LABEL, sign_wide)
    date = setter.text(block.date_label, look.LABEL, date_wide)
    left = [party, _flagged(setter, block.flag, _on_line(signature, look.SIGNING_ROOM), sign_wide)]
    left += _named(setter, block.name, block.name_label, sign_wide)
    left += _named(setter, block.title, block.title_label, sign_wide)
    blank = Text((), before=party.height)
    right = (blank, _on_line(date, look.SIGNING_ROOM))
    # The party's name may use the whole width: its lines are set for it, the cell is narrower.
    return [Cell(x, sign_wide, tuple(left)), Cell(x + sign_wide + gap, date_wide, right)]


def _named(setter: Setter, value: str, label: str, wide: float) -> list[Text]:
    """A printed value above its label, or a line to write it on."""
    below = setter.text(label, look.LABEL, wide)
    if not value.strip():
        return [_on_line(below, look.WRITING_ROOM)]
    return [setter.steady(setter.text(value, look.BODY, wide, before=8)), below]


def _on_line(text: Text, room: float) -> Text:
    return Text(text.lines, text.align, room, ruled=True)


def _flagged(setter: Setter, wording: str, line: Text, wide: float) -> Text:
    """The line to sign on with its tab, which leaves most of the line free."""
    if not wording.strip():
        return line
    flag = fit_line(setter.shaper, wording, look.FLAG, LARGEST_FLAG * wide)
    return replace(line, flag=flag, before=line.before + FLAG_ROOM)


def _even(cells: list[Cell]) -> list[Cell]:
    """Parties abreast sign at one height: shorter party names get room below them."""
    heights = [cell.items[0].height + _before(cell.items[1]) for cell in cells]
    tallest = max(heights, default=0.0)
    evened = []
    for cell, height in zip(cells, heights, strict=True):
        first, second, *others = cell.items
        if isinstance(second, Text):
            second = replace(second, before=second.before + tallest - height)
        evened.append(Cell(cell.x, cell.width, (first, second, *others)))
    return evened


def _before(item: Item) -> float:
    return item.before if isinstance(item, Text) else 0.0
