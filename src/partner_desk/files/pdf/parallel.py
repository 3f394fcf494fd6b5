"""Two blocks side by side, such as a clause in two languages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from partner_desk.files.pdf import look
from partner_desk.files.pdf.clauses import clause_rows
from partner_desk.files.pdf.document import Block, Clauses, Parallel
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.rows import Row, on_one_baseline
from partner_desk.files.pdf.typesetter import Setter

Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Abreast:
    """Rows that begin at one height, each `x` points from the left margin; it acts as one row."""

    columns: tuple[tuple[float, Row], ...]

    @cached_property
    def rows(self) -> Rows:
        return tuple(row for _, row in self.columns)

    @property
    def empty(self) -> bool:
        return all(row.empty for row in self.rows)

    @cached_property
    def height(self) -> float:
        return max(row.height for row in self.rows)

    @property
    def least(self) -> float:
        return max(min(row.least, row.height) for row in self.rows)

    @property
    def before(self) -> float:
        return max(row.before for row in self.rows)

    @property
    def after(self) -> float:
        return max(row.after for row in self.rows)

    @property
    def keep(self) -> bool:
        return any(row.keep for row in self.rows)

    @property
    def whole(self) -> bool:
        return any(row.whole for row in self.rows)

    @property
    def new_page(self) -> bool:
        return any(row.new_page for row in self.rows)

    @property
    def head(self) -> tuple["Abreast", ...]:
        heads = [[(x, head) for head in row.head] for x, row in self.columns]
        return tuple(
            Abreast(tuple(one for one in level if one is not None))
            for level in zip_longest(*heads)
        )

    def split(self, room: float, forced: bool = False) -> tuple["Abreast", "Abreast"] | None:
        """As of a row; a column that fits `room` points is not gone on with."""
        if self.whole and not forced:
            return None
        above: list[tuple[float, Row]] = []
        below: list[tuple[float, Row]] = []
        for x, row in self.columns:
            if row.height <= room:
                above.append((x, row))
                continue
            parts = row.split(room, forced)
            if parts is None:
                return None
            above.append((x, parts[0]))
            below.append((x, parts[1]))
        return Abreast(tuple(above)), Abreast(tuple(below))

    def draw(self, pen: Pen, top: float, margin: float) -> None:
        for x, row in self.columns:
            row.draw(pen, top, margin + x)


def parallel_rows(
    setter: Setter, block: Parallel, rows_of: Callable[[Setter, Block], Iterable[Row]]
) -> Iterator[Abreast]:
    """The rows of both columns; `rows_of` makes those of a block in a column."""
    wide = (setter.width - look.COLUMN_GUTTER) / 2
    column = replace(setter, width=wide)
    right = wide + look.COLUMN_GUTTER
    for pair in block.rows:
        groups = [_groups(column, one, rows_of) for one in pair]
        for first, second in zip_longest(*groups, fillvalue=()):
            for rows in _beside(first, second):
                yield _abreast(rows, right)


def _groups(
    setter: Setter, block: Block, rows_of: Callable[[Setter, Block], Iterable[Row]]
) -> list[Rows]:
    """The rows of a block that stand beside as many of the other block's."""
    if isinstance(block, Clauses):
        return list(clause_rows(setter, block))
    return [(row,) for row in rows_of(setter, block)]


def _beside(first: Rows, second: Rows) -> Iterator[tuple[Row | None, Row | None]]:
    """Last rows beside each other: text stands beside text where only one side has a title."""
    missing = len(first) - len(second)
    blank: tuple[None, ...] = (None,) * abs(missing)
    yield from zip(
        (*blank, *first) if missing < 0 else first,
        (*blank, *second) if missing > 0 else second,
        strict=True,
    )


def _abreast(rows: tuple[Row | None, Row | None], right: float) -> Abreast:
    first, second = rows
    if first and second:
        second = replace(second, outline=None)
        if first.frame.above == second.frame.above:
            count = len(first.cells)
            cells = on_one_baseline((*first.cells, *second.cells))
            first = replace(first, cells=cells[:count])
            second = replace(second, cells=cells[count:])
    places = ((0.0, first), (right, second))
    return Abreast(tuple((x, row) for x, row in places if row is not None))
