"""The list of a document's parts with the pages they begin on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from partner_desk.files.pdf import look
from partner_desk.files.pdf.lines import Line
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.rows import Cell, Row, Text
from partner_desk.files.pdf.typesetter import Setter

NUMBER_ROOM = 44.0
LEADER_GAP = 6.0


@dataclass(frozen=True)
class Listed:
    """A part as the contents name it: `page` and `target` are asked for when it is drawn."""

    title: str
    target: str
    page: Callable[[], int]


@dataclass(frozen=True)
class Entry(Text):
    """A title with dots leading to its page's number; both are a link to the page."""

    target: str = ""
    number: Callable[[], Line] | None = None

    def split(self, room: float) -> tuple[Text | None, Text | None]:
        return (self, None) if self.height <= room else (None, self)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        super().draw(pen, x, top, width)
        if self.number is None or not self.lines:
            return
        last, number = self.lines[-1], self.number()
        baseline = top - self.height + last.height - last.drop
        right = x + width + NUMBER_ROOM
        start = x + last.width + LEADER_GAP
        pen.leader(start, right - number.width - LEADER_GAP, baseline + 1.0, look.QUIET)
        pen.line(number, right - number.width, baseline, number.width, self.align)
        pen.link(self.target, x, top - self.height, right, top)


def contents_rows(setter: Setter, parts: Sequence[Listed], ticks: bool = False) -> Iterator[Row]:
    """One row a part, with a box to tick where `ticks` are wanted."""
    indent = look.TICK_SIDE + 10.0 if ticks else 0.0
    wide = setter.width - NUMBER_ROOM - indent
    boxes = (False,) if ticks else ()
    for part in parts:
        set_title = setter.steady(setter.text(part.title, look.BODY, wide))
        number = _number(setter, part)
        entry = Entry(set_title.lines, target=part.target, number=number)
        cell = Cell(indent, wide, (entry,))
        yield Row((cell,), setter.width, 0 if ticks else 3, 5, whole=True, ticks=boxes)


def _number(setter: Setter, part: Listed) -> Callable[[], Line]:
    return lambda: setter.text(str(part.page()), look.BODY, NUMBER_ROOM).lines[0]
