"""Blocks of the description to rows of the page."""

from collections.abc import Iterator

from partner_desk.files.pdf import look
from partner_desk.files.pdf.answers import rating_rows, writing_rows
from partner_desk.files.pdf.breaking import printable
from partner_desk.files.pdf.clauses import clause_rows
from partner_desk.files.pdf.document import (
    Align,
    Block,
    Clauses,
    Contents,
    Enclosure,
    Heading,
    Image,
    KeyValues,
    Letterhead,
    Marked,
    Note,
    PageBreak,
    Paragraph,
    Parallel,
    Ratings,
    Signatures,
    Spacer,
    Table,
    TickList,
    WritingLines,
)
from partner_desk.files.pdf.parallel import Abreast, parallel_rows
from partner_desk.files.pdf.rows import HAIRLINE_BELOW, Cell, Frame, Row, on_one_baseline
from partner_desk.files.pdf.signatures import signature_rows
from partner_desk.files.pdf.tables import table_rows
from partner_desk.files.pdf.tags import tagged
from partner_desk.files.pdf.typesetter import Setter


def page_rows(setter: Setter, block: Block, space: float) -> Iterator[Row | Abreast]:
    """The rows of a block of a part; `space` is the height of a page in points."""
    if isinstance(block, Parallel):
        yield from parallel_rows(setter, block, lambda column, one: rows_of(column, one, space))
    else:
        yield from rows_of(setter, block, space)


def rows_of(setter: Setter, block: Block, space: float) -> Iterator[Row]:
    """The rows of a block that may also stand in a column, told what they are."""
    if isinstance(block, Clauses):
        for rows in clause_rows(setter, block):
            yield from rows
    else:
        yield from tagged(block, _rows(setter, block, space))


def _rows(setter: Setter, block: Block, space: float) -> Iterator[Row]:
    match block:
        case Heading():
            yield _heading(setter, block)
        case Paragraph(text=text, voice=voice, align=align):
            lines = setter.text(text, look.VOICES[voice], setter.width, align)
            yield Row((Cell(0, setter.width, (lines,)),), setter.width, 0, look.PARAGRAPH_GAP)
        case Marked(spans=spans, voice=voice):
            lines = setter.marked(spans, look.VOICES[voice])
            yield Row((Cell(0, setter.width, (lines,)),), setter.width, 0, look.PARAGRAPH_GAP)
        case KeyValues():
            yield from _key_values(setter, block)
        case Table():
            yield from table_rows(setter, block)
        case Signatures():
            yield from signature_rows(setter, block)
        case Note():
            yield _note(setter, block)
        case Image(data=data, width=width, height=height, align=align):
            wide = min(width * look.MM, setter.width)
            high = min(height * look.MM, space)
            cell = Cell(0, setter.width, (setter.picture(data, wide, high, align),))
            yield Row((cell,), setter.width, 6, 6, whole=True)
        case Letterhead():
            yield _letterhead(setter, block)
        case TickList():
            yield from _ticks(setter, block)
        case Ratings():
            yield from rating_rows(setter, block)
        case WritingLines():
            yield from writing_rows(setter, block)
        case PageBreak():
            yield Row((), setter.width, new_page=True)
        case Spacer(height=height):
            yield Row((), setter.width, frame=Frame(above=min(height * look.MM, space)))
        case Clauses() | Parallel() | Contents() | Enclosure():
            raise ValueError(f"{type(block).__name__} stands in a part, not in another block")


def _heading(setter: Setter, block: Heading) -> Row:
    level = min(max(block.level, 1), 3)
    style = look.HEADINGS[level]
    title = f"{block.number}\u2002{block.text}" if block.number else block.text
    before, after = look.HEADING_ROOM[level]
    cell = Cell(0, setter.width, (setter.text(title, style, setter.width),))
    outline = (printable(title).replace("\n", " "), level) if title.strip() else None
    return Row((cell,), setter.width, before, after, keep=True, outline=outline)


def _key_values(setter: Setter, block: KeyValues) -> Iterator[Row]:
    gap = 12.0
    left = min(max(block.label_share, 0.1), 0.8) * setter.width
    right = setter.width - left - gap
    for i, (label, value) in enumerate(block.rows):
        values = tuple(map(setter.steady, setter.label(value, look.BODY, right)))
        texts = (
            Cell(0, left, setter.label(label, look.LABEL, left)),
            Cell(left + gap, right, values),
        )
        last = i == len(block.rows) - 1
        yield Row(
            on_one_baseline(texts), setter.width, after=10.0 if last else 0.0, frame=HAIRLINE_BELOW
        )


def _note(setter: Setter, block: Note) -> Row:
    inset, wide = 14.0, setter.width - 28.0
    texts = [setter.text(block.title, look.BODY.bold(), wide)] if block.title else []
    texts.append(setter.text(block.text, look.BODY, wide))
    frame = Frame(9, 9, tint=look.TINT, bar=True)
    return Row((Cell(inset, wide, tuple(texts)),), setter.width, 8, 10, frame=frame)


def _letterhead(setter: Setter, block: Letterhead) -> Row:
    left, cells = 0.0, []
    if block.logo:
        picture = setter.picture(block.logo, 120.0, 52.0, Align.START)
        cells.append(Cell(0, picture.width, (picture,)))
        left = picture.width + 16.0
    wide = setter.width - left
    texts = [setter.text(block.name, look.OFFICE, wide)]
    texts += [setter.text(line, look.LABEL, wide) for line in block.lines]
    cells.append(Cell(left, wide, tuple(setter.steady(text) for text in texts)))
    frame = Frame(below=10, rule_below=(1.2, look.ACCENT))
    return Row(tuple(cells), setter.width, 0, 22, whole=True, frame=frame)


def _ticks(setter: Setter, block: TickList) -> Iterator[Row]:
    indent = look.TICK_SIDE + 10.0
    wide = setter.width - indent
    for tick in block.items:
        texts = [setter.text(tick.text, look.BODY, wide)]
        if tick.note:
            texts.append(setter.text(tick.note, look.LABEL, wide))
        cell = Cell(indent, wide, tuple(setter.steady(text) for text in texts))
        yield Row((cell,), setter.width, 0, 5, ticks=(tick.done,))
