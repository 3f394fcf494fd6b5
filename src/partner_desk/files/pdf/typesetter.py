"""Sets the texts and pictures of blocks for a page of a given width."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from partner_desk.files.pdf.document import Align, Span, Twin
from partner_desk.files.pdf.lines import Style, set_lines
from partner_desk.files.pdf.look import second
from partner_desk.files.pdf.marked import set_marked
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

    def marked(self, spans: tuple[Span, ...], style: Style) -> Text:
        return Text(tuple(set_marked(self.shaper, spans, style, self.width)))

    def label(
        self, text: str | Twin, style: Style, width: float, align: Align = Align.START
    ) -> tuple[Text, ...]:
        """A text of a table or of key values; what two languages say alike is said once."""
        if not isinstance(text, Twin):
            return (self.text(text, style, width, align),)
        first = self.text(text.first, style, width, align)
        if not text.second.strip() or text.second == text.first:
            return (first,)
        below = self.text(text.second, second(style), width, align)
        return (first, below) if text.first.strip() else (below,)

    def picture(self, data: bytes, width: float, height: float, align: Align) -> Picture:
        """A picture in its own proportions within `width` by `height` points."""
        columns, lines = self.picture_size(data)
        scale = min(width / columns, height / lines)
        return Picture(data, columns * scale, lines * scale, align)

    def steady(self, text: Text) -> Text:
        """The text at the left edge whatever its direction: for labels, cells and names."""
        lines = tuple(replace(line, rightward=True) for line in text.lines)
        return replace(text, lines=lines)
