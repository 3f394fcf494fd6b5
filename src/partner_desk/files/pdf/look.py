"""Sizes, colours and distances of the printed page, in points."""

from partner_desk.files.pdf.document import Mark, Voice
from partner_desk.files.pdf.fonts import Weight
from partner_desk.files.pdf.lines import Colour, Style

MM = 72 / 25.4

INK: Colour = (0.10, 0.11, 0.12)
QUIET: Colour = (0.35, 0.38, 0.41)
ACCENT: Colour = (0.07, 0.33, 0.41)
WARNING: Colour = (0.62, 0.16, 0.10)
REMOVED: Colour = (0.55, 0.12, 0.10)
ADDED: Colour = (0.04, 0.24, 0.55)
PAPER: Colour = (1.0, 1.0, 1.0)
HAIRLINE: Colour = (0.80, 0.82, 0.84)
TINT: Colour = (0.945, 0.960, 0.965)

SIDE = 61.0  # left and right margin
HEAD = 72.0  # top of the paper to the first line, below the running header
HEAD_BARE = 50.0  # the same on a page without a running header
FOOT = 66.0  # last line to the bottom of the paper
HEADER_BASELINE = 40.0  # from the top of the paper
FOOTER_BASELINE = 36.0  # from the bottom of the paper
FOOTER_RULE = 50.0  # from the bottom of the paper
FOOT_WITH_CODE = 95.0  # FOOT where a code stands in the footer
CODE_SIDE = 17 * MM
CODE_BOTTOM = 24.0  # from the bottom of the paper: printers leave the last 8 mm white
CODE_QUIET = 4  # modules of white around a code
CODE_RULE = CODE_BOTTOM + CODE_SIDE + 10.0  # FOOTER_RULE where a code stands in the footer
INITIALS_BOX = (58.0, 20.0)  # width and height
INITIALS_ROOM = 40.0  # height the boxes take from the frame, with their labels below

BODY = Style(10, 14.5, colour=INK)
SMALL = Style(8.5, 12, colour=INK)
LABEL = Style(8.5, 12, colour=QUIET)
RUNNING = Style(8, 11, colour=QUIET)
INITIALS = Style(7.5, 10, colour=QUIET)
FLAG = Style(7.5, 11, Weight.BOLD, PAPER)
TABLE_HEAD = Style(8.5, 12, Weight.BOLD, ACCENT)
TABLE = Style(9.5, 13.5, colour=INK)
VOICES = {
    Voice.BODY: BODY,
    Voice.LEAD: Style(12, 17.5, colour=INK),
    Voice.SMALL: SMALL,
    Voice.QUIET: Style(9, 13, colour=QUIET),
    Voice.EMPHASIS: BODY.bold(),
}
HEADINGS = {
    1: Style(21, 26, Weight.BOLD, ACCENT),
    2: Style(13, 17.5, Weight.BOLD, ACCENT),
    3: Style(10.5, 14.5, Weight.BOLD, INK),
}
HEADING_ROOM = {1: (0.0, 12.0), 2: (20.0, 6.0), 3: (12.0, 3.0)}  # before and after
MARKS = {Mark.REMOVED: REMOVED, Mark.ADDED: ADDED}
OFFICE = Style(14, 18, Weight.BOLD, ACCENT)

PARAGRAPH_GAP = 7.0
SIGNING_ROOM = 28.0  # height to write a signature in
WRITING_ROOM = 20.0  # height to write a name or date in
TICK_SIDE = 9.0
FLAG_HEIGHT = 13.0
COLUMN_GUTTER = 16.0  # between two languages side by side
SECOND_SIZE = 0.9  # of the second language against the first, where it stands below it


def second(style: Style) -> Style:
    """How the second language looks below a first one of `style`."""
    return Style(max(SECOND_SIZE * style.size, 7.5), SECOND_SIZE * style.leading, colour=QUIET)
