"""Fills pages with rows."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from partner_desk.files.pdf.parallel import Abreast
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.rows import Row as SingleRow

Row = SingleRow | Abreast

# A table's head is repeated unless it takes more than this part of a page.
LARGEST_HEAD = 0.33


@dataclass
class Page:
    """Rows at their distance from the top of the frame; `bare` has no running header."""

    bare: bool
    rows: list[tuple[float, Row]] = field(default_factory=list)
    used: float = 0.0
    after: float = 0.0

    def gap(self, row: Row) -> float:
        """The room between the page's last row and this one."""
        return max(self.after, row.before) if self.rows else 0.0

    def add(self, row: Row) -> None:
        place = self.used + self.gap(row)
        self.rows.append((place, row))
        self.used, self.after = place + row.height, row.after

    def draw(self, pen: Pen, top: float, margin: float) -> None:
        for place, row in self.rows:
            row.draw(pen, top - place, margin)


def fill_pages(rows: Sequence[Row], height: float, bare: bool, bare_height: float) -> list[Page]:
    """Distribute a part's rows over pages of `height` points; the first may be `bare`."""
    filling = _Filling(bare, height, bare_height)
    waiting = deque(rows)
    while waiting:
        row = waiting.popleft()
        if row.new_page and filling.page.rows:
            filling.turn()
        if row.empty and not filling.page.rows:
            continue  # empty room at the head of a page
        chain = filling.needed(row, waiting)
        if filling.page.rows and chain > filling.room(row) and chain <= filling.height(False):
            filling.turn(row)
        rest = filling.place(row)
        if rest is not None:
            waiting.appendleft(rest)
    return filling.pages


class _Filling:
    def __init__(self, bare: bool, height: float, bare_height: float) -> None:
        self._height, self._bare_height = height, bare_height
        self.pages = [Page(bare)]

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def height(self, bare: bool) -> float:
        return self._bare_height if bare else self._height

    def room(self, row: Row) -> float:
        """What is left of the page for this row."""
        return self.height(self.page.bare) - self.page.used - self.page.gap(row)

    def turn(self, row: Row | None = None) -> None:
        """Start a page, with the heads of the table `row` belongs to."""
        self.pages.append(Page(False))
        heads = row.head if row else ()
        if sum(head.height for head in heads) < LARGEST_HEAD * self._height:
            for head in heads:
                self.page.add(head)

    def needed(self, row: Row, following: Sequence[Row]) -> float:
        """The height of a row with those it is bound to, the last one's least part."""
        total, last = 0.0, row
        for after in following:
            if not last.keep:
                break
            total += last.height + max(last.after, after.before)
            last = after
        return total + (last.height if last.whole else min(last.least, last.height))

    def place(self, row: Row) -> Row | None:
        """Put a row on the page, or its first part; returns what is left for the next page."""
        room = self.room(row)
        if row.height <= room:
            self.page.add(row)
            return None
        parts = row.split(room)
        fresh = len(self.page.rows) <= len(row.head)
        if parts is None and not fresh:
            self.turn(row)
            return row
        parts = parts or row.split(room, forced=True)
        if parts is None:
            self.page.add(row)  # not even two lines fit a whole page: it cannot be helped
            return None
        self.page.add(parts[0])
        self.turn(row)
        return parts[1]
