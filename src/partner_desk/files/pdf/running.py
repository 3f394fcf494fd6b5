"""What stands around the text of every page: header, footer with its code, boxes for initials."""

from typing import Any

from partner_desk.files.pdf import look
from partner_desk.files.pdf.document import Align, Document, Stamp
from partner_desk.files.pdf.fonts import Weight
from partner_desk.files.pdf.lines import Line, Style, fit_line
from partner_desk.files.pdf.pen import Pen
from partner_desk.files.pdf.shaping import Shaper

INITIALS_GAP = 12.0
CODE_GAP = 12.0


def foot_height(stamp: Stamp, initials: tuple[str, ...]) -> float:
    """From the bottom of the paper to the frame, in points."""
    foot = look.FOOT_WITH_CODE if stamp.code else look.FOOT
    return foot + (look.INITIALS_ROOM if initials else 0.0)


class Running:
    """Draws the header and the foot of a document's pages."""

    def __init__(self, document: Document, pen: Pen, shaper: Shaper) -> None:
        self._document = document
        self._pen = pen
        self._shaper = shaper
        paper_width, self._paper_height = document.paper.value
        self._width = paper_width - 2 * look.SIDE

    def header(self) -> None:
        """The office's logo and name at the left, the document's title at the right."""
        baseline = self._paper_height - look.HEADER_BASELINE
        left = 0.0
        if self._document.logo:
            columns, lines = self._pen.picture_size(self._document.logo)
            high = min(18.0, 80.0 * lines / columns)
            wide = high * columns / lines
            place = baseline + 2.5 - high / 2
            self._pen.picture(self._document.logo, look.SIDE, place, wide, high)
            left = wide + 8.0
        half = 0.5 * self._width
        self._text(self._document.office, left, half - left, baseline)
        self._text(self._document.title, half, half, baseline, Align.RIGHT)
        self._pen.rule(look.SIDE, baseline - 9, self._width, 0.5, look.HAIRLINE)

    def footer(self, number: int, count: int) -> None:
        """Which document and revision this is, its mark, and which page of how many."""
        stamp = self._document.stamp
        wording = _page_of(stamp, number, count)
        identity = " \N{MIDDLE DOT} ".join(filter(None, (stamp.number, stamp.revision)))
        if stamp.code:
            self._footer_with_code(stamp.code(number, count), identity, wording)
            return
        baseline, wide = look.FOOTER_BASELINE, self._width
        self._pen.rule(look.SIDE, look.FOOTER_RULE, wide, 0.5, look.HAIRLINE)
        self._text(identity, 0, 0.42 * wide, baseline)
        self._text(stamp.mark, 0.42 * wide, 0.36 * wide, baseline, Align.CENTRE, _warning())
        self._text(wording, 0.8 * wide, 0.2 * wide, baseline, Align.RIGHT)

    def initials(self, labels: tuple[str, ...]) -> None:
        """Boxes at the right above the footer's rule, each with its label below."""
        if not labels:
            return
        box_width, box_height = look.INITIALS_BOX
        wide = min(box_width, (self._width + INITIALS_GAP) / len(labels) - INITIALS_GAP)
        step = wide + INITIALS_GAP
        rule = look.CODE_RULE if self._document.stamp.code else look.FOOTER_RULE
        left = self._width - len(labels) * step + INITIALS_GAP
        for place, label in enumerate(labels):
            x = left + place * step
            self._pen.box(look.SIDE + x, rule + 18, wide, box_height, look.QUIET)
            line = fit_line(self._shaper, label, look.INITIALS, wide + INITIALS_GAP - 4)
            steady = Line(line.words, line.width, line.style)
            start = min(x, self._width - line.width)
            self._pen.line(steady, look.SIDE + start, rule + 8, line.width, Align.START)

    def _footer_with_code(self, text: str, identity: str, wording: str) -> None:
        """The code in the corner, what it says in words beside it, both below the rule."""
        self._pen.rule(look.SIDE, look.CODE_RULE, self._width, 0.5, look.HAIRLINE)
        rows = code_rows(text)
        self._pen.modules(rows, look.SIDE, look.CODE_BOTTOM, look.CODE_SIDE, look.CODE_QUIET)
        # The white around a code is widest around the one of the fewest modules.
        left = look.CODE_SIDE * (1 + look.CODE_QUIET / len(rows)) + CODE_GAP
        middle = look.CODE_BOTTOM + look.CODE_SIDE / 2 - 0.36 * look.RUNNING.size
        mark = self._document.stamp.mark
        baseline = middle + (0.5 * look.RUNNING.leading if mark else 0.0)
        half = 0.7 * (self._width - left)
        self._text(identity, left, half, baseline)
        self._text(mark, left, half, baseline - look.RUNNING.leading, Align.START, _warning())
        self._text(wording, left + half, self._width - left - half, baseline, Align.RIGHT)

    def _text(
        self,
        text: str,
        left: float,
        room: float,
        baseline: float,
        align: Align = Align.START,
        style: Style = look.RUNNING,
    ) -> None:
        """One line of a header or footer, cut short when too long for its place."""
        width = room - 6
        line: Line = fit_line(self._shaper, text, style, width)
        x = look.SIDE + left + (6 if align is Align.RIGHT else 0)
        steady = Line(line.words, line.width, line.style)
        self._pen.line(steady, x, baseline, width, align)


def code_rows(text: str) -> list[bytes]:
    """The rows of a QR code that survives the loss of a quarter, a byte a module, 0 for black."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    picture: Any = code.to_image(scale=1, add_quiet_zones=False)
    height, width = picture.shape
    flat = bytes(memoryview(picture))
    return [flat[row * width : (row + 1) * width] for row in range(height)]


def _warning() -> Style:
    return Style(look.RUNNING.size, look.RUNNING.leading, Weight.BOLD, look.WARNING)


def _page_of(stamp: Stamp, number: int, count: int) -> str:
    """The wording with its numbers; only {0} and {1} are special in it."""
    return stamp.page_of.replace("{0}", str(number)).replace("{1}", str(count))
