"""Rows: the one kind of thing pages are filled with.

A row is some cells side by side, each a stack of texts and pictures. A paragraph is a row of one
cell, a clause a row of two, a table a row per row. Rows know how to be split over pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from partner_desk.files.pdf.document import Align
from partner_desk.files.pdf.lines import Colour, Line
from partner_desk.files.pdf.look import ACCENT, FLAG_HEIGHT, HAIRLINE, QUIET
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.structure import Tag

# No fewer lines of a paragraph than these end or begin a page.
FEWEST = 2


@dataclass(frozen=True)
class Text:
    """Set lines. `before` is empty room above them; `ruled` draws a line to write on in it.

    `flag` is the wording of a tab that stands on that line and points along it.
    """

    lines: tuple[Line, ...]
    align: Align = Align.START
    before: float = 0.0
    ruled: bool = False
    flag: Line | None = None

    @cached_property
    def height(self) -> float:
        return self.before + sum(line.height for line in self.lines)

    def split(self, room: float) -> tuple["Text | None", "Text | None"]:
        """The lines that fit `room` points and the others, no widow and no orphan among them."""
        if self.height <= room:
            return self, None
        if not self.lines:
            return replace(self, before=room), replace(self, before=self.before - room)
        used, fitting = self.before, 0
        while fitting < len(self.lines) and used + self.lines[fitting].height <= room:
            used += self.lines[fitting].height
            fitting += 1
        fitting = min(fitting, len(self.lines) - FEWEST)
        if fitting < FEWEST:
            return None, self
        rest = replace(self, lines=self.lines[fitting:], before=0.0, ruled=False, flag=None)
        return replace(self, lines=self.lines[:fitting]), rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top -= self.before
        if self.ruled:
            pen.rule(x, top + 0.5, width, 0.6, QUIET)
        if self.flag:
            pen.tab(self.flag, x, top + 2.2, FLAG_HEIGHT, ACCENT)
        for line in self.lines:
            pen.line(line, x, top - line.drop, width, self.align)
            top -= line.height


@dataclass(frozen=True)
class Picture:
    """A picture of a given size in points."""

    data: bytes
    width: float
    height: float
    align: Align = Align.START

    def split(self, room: float) -> tuple["Picture | None", "Picture | None"]:
        return (self, None) if self.height <= room else (None, self)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        spare = {Align.START: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[self.align]
        x += spare * (width - self.width)
        pen.picture(self.data, x, top - self.height, self.width, self.height)


Item = Text | Picture


@dataclass(frozen=True)
class Cell:
    """A stack of items in a column: `x` from the left margin, `width`, both in points."""

    x: float
    width: float
    items: tuple[Item, ...]
    tag: Tag | None = None

    @cached_property
    def height(self) -> float:
        return sum(item.height for item in self.items)

    def split(self, room: float) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """The items that fit `room` points and the others; a text may be split between them."""
        for i, item in enumerate(self.items):
            if item.height > room:
                first, rest = item.split(room)
                above = self.items[:i] + ((first,) if first else ())
                below = ((rest,) if rest else ()) + self.items[i + 1 :]
                return above, below
            room -= item.height
        return self.items, ()

    def draw(self, pen: Pen, top: float, margin: float) -> None:
        if self.tag and self.items:
            pen.structure.begin(self.tag)
        for item in self.items:
            item.draw(pen, margin + self.x, top, self.width)
            top -= item.height
        if self.tag and self.items:
            pen.structure.end()


@dataclass(frozen=True)
class Frame:
    """What is drawn around a row's cells: room inside, tint, rules above and below."""

    above: float = 0.0
    below: float = 0.0
    tint: Colour | None = None
    rule_above: tuple[float, Colour] | None = None
    rule_below: tuple[float, Colour] | None = None
    bar: bool = False


PLAIN = Frame()
HAIRLINE_BELOW = Frame(4.5, 4.5, rule_below=(0.5, HAIRLINE))


@dataclass(frozen=True)
class Row:
    """Cells side by side, `width` points wide in all.

    `before` and `after` are distances to the neighbours (the larger of two counts). `keep` binds
    it to the next row. `head` are the rows repeated above it when it begins a page.
    """

    cells: tuple[Cell, ...]
    width: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    whole: bool = False
    frame: Frame = PLAIN
    head: tuple["Row", ...] = ()
    outline: tuple[str, int] | None = None
    ticks: tuple[bool, ...] = field(default=())
    new_page: bool = False

    @property
    def empty(self) -> bool:
        """Whether it is nothing but room."""
        return not self.cells

    @cached_property
    def height(self) -> float:
        tallest = max((cell.height for cell in self.cells), default=0.0)
        return self.frame.above + tallest + self.frame.below

    @cached_property
    def least(self) -> float:
        """The height of the smallest part of the row that may end a page."""
        if self.whole:
            return self.height
        room = self.frame.above + self.frame.below
        texts = [cell.items[0] for cell in self.cells if cell.items]
        return room + max((_least(item) for item in texts), default=0.0)

    def split(self, room: float, forced: bool = False) -> tuple["Row", "Row"] | None:
        """The part that fits `room` points and the rest, or None when it should not be split.

        `forced` cuts a row that is kept whole, for one that is higher than a page.
        """
        if self.whole and not forced:
            return None
        inside = room - self.frame.above - self.frame.below
        parts = [cell.split(inside) for cell in self.cells]
        pairs = zip(self.cells, parts, strict=True)
        if any(cell.items and not above for cell, (above, _) in pairs):
            return None
        above = [replace(c, items=p[0]) for c, p in zip(self.cells, parts, strict=True)]
        below = [replace(c, items=p[1]) for c, p in zip(self.cells, parts, strict=True)]
        first = replace(self, cells=tuple(above), after=0.0, keep=False)
        rest = replace(self, cells=tuple(below), before=0.0, outline=None, ticks=())
        return first, rest

    def draw(self, pen: Pen, top: float, margin: float) -> None:
        """Draw the row with its upper edge at `top`, its left edge at `margin`."""
        frame, bottom = self.frame, top - self.height
        if frame.tint:
            pen.fill(margin, bottom, self.width, self.height, frame.tint)
        if frame.bar:
            pen.fill(margin, bottom, 2.5, self.height, ACCENT)
        if frame.rule_above:
            pen.rule(margin, top, self.width, *frame.rule_above)
        if frame.rule_below:
            pen.rule(margin, bottom, self.width, *frame.rule_below)
        if self.outline:
            pen.bookmark(*self.outline, top)
        for ticked in self.ticks:
            pen.tick_box(margin, top - frame.above - 11.6, 9.0, ticked, QUIET)
        for cell in self.cells:
            cell.draw(pen, top - frame.above, margin)


def on_one_baseline(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells with their first lines lowered to the lowest of them, for tall scripts' sake."""
    drops = [_first_drop(cell) for cell in cells]
    lowest = max(drops, default=0.0)
    moved = []
    for cell, drop in zip(cells, drops, strict=True):
        first = cell.items[0] if cell.items else None
        if isinstance(first, Text) and first.lines and drop < lowest:
            first = replace(first, before=first.before + lowest - drop)
            cell = replace(cell, items=(first, *cell.items[1:]))
        moved.append(cell)
    return tuple(moved)


def _first_drop(cell: Cell) -> float:
    first = cell.items[0] if cell.items else None
    if isinstance(first, Text) and first.lines:
        return first.before + first.lines[0].drop
    return 0.0


def _least(item: Item) -> float:
    if isinstance(item, Text) and len(item.lines) > FEWEST + 1:
        return item.before + sum(line.height for line in item.lines[:FEWEST])
    return item.height
