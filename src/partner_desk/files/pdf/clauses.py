"""Numbered clauses, their numbers hanging beside title and text."""

from collections.abc import Iterator

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import Clauses
from partner_desk.files.pdf.rows import Cell, Row
from partner_desk.files.pdf.tags import tagged_clauses
from partner_desk.files.pdf.typesetter import Setter


def clause_rows(setter: Setter, block: Clauses) -> Iterator[tuple[Row, ...]]:
    """The rows of each clause in turn; the text is always in the last one."""
    return tagged_clauses(_clauses(setter, block))


def _clauses(setter: Setter, block: Clauses) -> Iterator[tuple[Row, ...]]:
    numbers = [setter.text(c.number, look.HEADINGS[3], 90.0) for c in block.items]
    widest = max((line.width for number in numbers for line in number.lines), default=0.0)
    indent = max(26.0, widest + 9.0)
    wide = setter.width - indent
    for number, clause in zip(numbers, block.items, strict=True):
        beside = Cell(0, indent, (number,))
        body = setter.text(clause.text, look.BODY, wide)
        if not clause.title:
            yield (Row((beside, Cell(indent, wide, (body,))), setter.width, 4, 8),)
            continue
        title = Cell(indent, wide, (setter.text(clause.title, look.HEADINGS[3], wide),))
        yield (
            Row((beside, title), setter.width, 10, 2, keep=True),
            Row((Cell(indent, wide, (body,)),), setter.width, 0, 8),
        )
