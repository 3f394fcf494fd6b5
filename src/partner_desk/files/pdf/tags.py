"""What a screen reader is told a stretch of a page is: heading, cell of a table, list item."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from partner_desk.files.pdf.document import (
    Block,
    Contents,
    Heading,
    KeyValues,
    Table,
    TickList,
)
from partner_desk.files.pdf.rows import Cell, Picture, Row
from partner_desk.files.pdf.structure import Tag


@dataclass(frozen=True)
class _Kinds:
    """The tags around a block, around each of its rows and on a row's cells."""

    block: str
    row: str
    cells: tuple[str, ...]


_KINDS: dict[type, _Kinds] = {
    KeyValues: _Kinds("L", "LI", ("Lbl", "LBody")),
    TickList: _Kinds("L", "LI", ("LBody",)),
    Contents: _Kinds("TOC", "TOCI", ("P",)),
}


def tagged(block: Block, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a block, told what they are.

    Heads repeated on later pages stay untagged: they are read out once. So do pictures, of which
    nothing can be said.
    """
    if isinstance(block, Table):
        yield from _table(block, rows)
    elif kinds := _KINDS.get(type(block)):
        around = Tag(kinds.block)
        for row in rows:
            own = Tag(kinds.row, around)
            yield _with(row, [Tag(kind, own) for kind in kinds.cells])
    elif isinstance(block, Heading):
        for row in rows:
            yield _with(row, [Tag(f"H{min(max(block.level, 1), 3)}")])
    else:
        for row in rows:
            yield _with(row, [Tag("P") for _ in row.cells])


def tagged_clauses(groups: Iterable[tuple[Row, ...]]) -> Iterator[tuple[Row, ...]]:
    """The rows of clauses: number, then title and text, as items of a list."""
    around = Tag("L")
    for rows in groups:
        item = Tag("LI", around)
        label, body = Tag("Lbl", item), Tag("LBody", item)
        first, *others = rows
        yield (_with(first, [label, body]), *(_with(row, [body]) for row in others))


def _table(block: Table, rows: Iterable[Row]) -> Iterator[Row]:
    table = Tag("Table")
    for place, row in enumerate(rows):
        if block.caption and place == 0:
            yield _with(row, [Tag("Caption", table)])
            continue
        kind = "TH" if place == (1 if block.caption else 0) else "TD"
        own = Tag("TR", table)
        yield _with(row, [Tag(kind, own) for _ in row.cells])


def _with(row: Row, tags: list[Tag]) -> Row:
    cells = zip(row.cells, tags, strict=False)
    named = [cell if _is_picture(cell) else replace(cell, tag=tag) for cell, tag in cells]
    return replace(row, cells=(*named, *row.cells[len(named) :]))


def _is_picture(cell: Cell) -> bool:
    return all(isinstance(item, Picture) for item in cell.items)
