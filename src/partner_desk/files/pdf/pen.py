"""Draws set lines, rules, fills and pictures on a reportlab canvas. Points, from bottom left."""

from io import BytesIO
from typing import Any

from partner_desk.files.pdf.document import Align
from partner_desk.files.pdf.embedding import EmbeddedFont
from partner_desk.files.pdf.fonts import Face
from partner_desk.files.pdf.lines import Colour, Line


class UnreadablePictureError(ValueError):
    """A picture's bytes are no PNG or JPEG that can be read."""


class Pen:
    """The one place that writes into the page."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
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
        red, green, blue = line.style.colour
        code = [f"{red:.3f} {green:.3f} {blue:.3f} rg BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        face: Face | None = None
        shown: list[str] = []
        for piece in line.pieces:
            font = self._font(piece.face)
            if piece.face is not face:
                if shown:
                    code.append(f"[{''.join(shown)}] TJ")
                code.append(f"/{font.name} {line.style.size:g} Tf")
                face, shown = piece.face, []
            shown.append(font.show(piece))
        code.append(f"[{''.join(shown)}] TJ ET")
        self._canvas._code.append(" ".join(code))

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A horizontal line whose middle is at `y`."""
        self.fill(x, y - thickness / 2, width, thickness, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        red, green, blue = colour
        self._canvas._code.append(
            f"{red:.3f} {green:.3f} {blue:.3f} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"
        )

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
