"""Sets the texts and pictures of blocks for a page of a given width."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from partner_desk.files.pdf.document import Align
from partner_desk.files.pdf.lines import Style, set_lines
from partner_desk.files.pdf.rows import Picture, Text
from partner_desk.files.pdf.shaping import Shaper


@dataclass(frozen=True)
class Setter:
    """Sets texts for a page `width` points wide; `picture_size` reads a picture's pixels."""

    shaper: Shaper
    width: float
    picture_size: Callable[[bytes], tuple[int, int]]

    def text(
        self, text: str, style: Style, width: float, align: Align = Align.START, before: float = 0
    ) -> Text:
        return Text(tuple(set_lines(self.shaper, text, style, width)), align, before)

    def picture(self, data: bytes, width: float, height: float, align: Align) -> Picture:
        """A picture in its own proportions within `width` by `height` points."""
        columns, lines = self.picture_size(data)
        scale = min(width / columns, height / lines)
        return Picture(data, columns * scale, lines * scale, align)

    def steady(self, text: Text) -> Text:
        """The text at the left edge whatever its direction: for labels, cells and names."""
        lines = tuple(replace(line, rightward=True) for line in text.lines)
        return replace(text, lines=lines)
