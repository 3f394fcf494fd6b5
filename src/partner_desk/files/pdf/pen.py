"""Draws set lines, rules, fills and pictures on a reportlab canvas. Points, from bottom left."""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any

from partner_desk.files.pdf.document import Align, Mark
from partner_desk.files.pdf.embedding import EmbeddedFont
from partner_desk.files.pdf.fonts import Face
from partner_desk.files.pdf.lines import Colour, Line
from partner_desk.files.pdf.look import MARKS, PAPER
from partner_desk.files.pdf.structure import Structure

_MARK, _FACE = attrgetter("mark"), attrgetter("face")
_BLACK = re.compile(b"\x00+")


class UnreadablePictureError(ValueError):
    """A picture's bytes are no PNG or JPEG that can be read."""


class Pen:
    """The one place that writes into the page."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self.structure = Structure(canvas)
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._pictures: dict[bytes, Any] = {}
        self._depth = -1

    def line(self, line: Line, x: float, baseline: float, width: float, align: Align) -> None:
        """Draw a line in a column `width` wide whose left edge is `x`."""
        if not line.words:
            return
        if align is Align.RIGHT or (align is Align.START and not line.rightward):
            x += width - line.width
        elif align is Align.CENTRE:
            x += (width - line.width) / 2
        size, code = line.style.size, [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        rules: list[tuple[Mark, float, float]] = []
        for mark, pieces in groupby(line.pieces, _MARK):
            code.append(_inked(MARKS.get(mark, line.style.colour)))
            wide = 0.0
            for face, alike in groupby(pieces, _FACE):
                font, shown = self._font(face), []
                for piece in alike:
                    shown.append(font.show(piece))
                    wide += piece.width * size
                code.append(f"/{font.name} {size:g} Tf [{''.join(shown)}] TJ")
            if mark is not Mark.KEPT:
                rules.append((mark, x, wide))
            x += wide
        code.append("ET")
        self._canvas._code.append(" ".join(code))
        for mark, start, wide in rules:
            self._mark(mark, start, baseline, wide, size)

    def _mark(self, mark: Mark, x: float, baseline: float, width: float, size: float) -> None:
        """A line through what is gone, a thicker one below what is new: told apart without ink."""
        height, thickness = (0.29, 0.07) if mark is Mark.REMOVED else (-0.16, 0.10)
        self.rule(x, baseline + height * size, width, thickness * size, MARKS[mark])

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A horizontal line whose middle is at `y`."""
        self.fill(x, y - thickness / 2, width, thickness, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._canvas._code.append(
            f"{_inked(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
        )

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """An empty box with thin edges."""
        red, green, blue = colour
        self._canvas._code.append(
            f"{red:.3f} {green:.3f} {blue:.3f} RG 0.6 w "
            f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S"
        )

    def leader(self, x: float, right: float, y: float, colour: Colour) -> None:
        """A line of dots; drawn, so that nobody has to hear them read out."""
        if right <= x:
            return
        red, green, blue = colour
        self._canvas._code.append(
            f"q {red:.3f} {green:.3f} {blue:.3f} RG 1 J [0 4] 0 d 0.8 w "
            f"{right:.2f} {y:.2f} m {x:.2f} {y:.2f} l S Q"
        )

    def tab(self, line: Line, x: float, y: float, height: float, colour: Colour) -> None:
        """A filled arrow that points right, with a line of text on it; lower left at x, y."""
        body, tip = x + line.width + 9.0, 0.5 * height
        corners = [(x, y), (body, y), (body + tip, y + height / 2), (body, y + height)]
        path = " l ".join(f"{left:.2f} {low:.2f}" for left, low in [*corners, (x, y + height)])
        path = path.replace(" l ", " m ", 1)
        self._canvas._code.append(f"{_inked(colour)} {path} l h f")
        baseline = y + height / 2 - 0.36 * line.style.size
        self.line(line, x + 5.5, baseline, line.width, Align.START)

    def modules(self, rows: Sequence[bytes], x: float, y: float, side: float, quiet: int) -> None:
        """A square code: a byte a module, 0 for black, on white that is `quiet` modules wider."""
        scale = side / len(rows)
        edge = side + 2 * quiet * scale
        self.fill(x - quiet * scale, y - quiet * scale, edge, edge, PAPER)
        code = [f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm 0 g"]
        for height, row in enumerate(reversed(rows)):
            for match in _BLACK.finditer(row):
                code.append(f"{match.start()} {height} {match.end() - match.start()} 1 re")
        self._canvas._code.append(" ".join([*code, "f Q"]))

    def tick_box(self, x: float, y: float, side: float, ticked: bool, colour: Colour) -> None:
        """A box with its lower left corner at x, y."""
        canvas = self._canvas
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(0.9)
        canvas.roundRect(x, y, side, side, 1.2, stroke=1, fill=0)
        if ticked:
            canvas.setLineWidth(1.4)
            canvas.setLineCap(1)
            canvas.lines(
                [
                    (x + 0.22 * side, y + 0.52 * side, x + 0.42 * side, y + 0.28 * side),
                    (x + 0.42 * side, y + 0.28 * side, x + 0.80 * side, y + 0.76 * side),
                ]
            )

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        self._canvas.drawImage(self._reader(data), x, y, width, height, mask="auto")

    def picture_size(self, data: bytes) -> tuple[int, int]:
        """Width and height in pixels. Raises UnreadablePictureError."""
        width, height = self._reader(data).getSize()
        return int(width), int(height)

    def target(self, name: str, y: float) -> None:
        """A place on this page that links may name."""
        self._canvas.bookmarkHorizontal(name, 0, y)

    def link(self, target: str, x: float, y: float, right: float, top: float) -> None:
        """Make an area of this page a link to a target of any page."""
        self._canvas.linkAbsolute("", target, (x, y, right, top), thickness=0)

    def bookmark(self, title: str, level: int, y: float) -> None:
        """An entry in the outline; levels below the one before by more than one are raised."""
        self._depth = min(level, self._depth + 1)
        key = f"outline-{len(self._canvas._doc.idToObject)}-{y:.0f}-{title[:20]!r}"
        self._canvas.bookmarkHorizontal(key, 0, y)
        self._canvas.addOutlineEntry(title, key, self._depth)

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
            self._canvas._doc.delayedFonts.append(font)
        return font

    def _reader(self, data: bytes) -> Any:
        if data not in self._pictures:
            from reportlab.lib.utils import ImageReader

            try:
                reader = ImageReader(BytesIO(data))
                reader.getRGBData()
            except (OSError, ValueError, SyntaxError) as error:
                raise UnreadablePictureError(str(error)) from error
            self._pictures[data] = reader
        return self._pictures[data]


def _inked(colour: Colour) -> str:
    red, green, blue = colour
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"
