"""The plain description of what to print.

It knows no entity and holds no wording of its own: every text, "Page {0} of {1}" included, comes
from the caller in the language of the paper. Texts are users' texts: there is no markup in them,
so `<b>&"` prints as `<b>&"`. A line break in a text starts a new line. Lengths are millimetres.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum


class Paper(Enum):
    """Paper sizes: width and height in points (1/72 inch)."""

    LETTER = (612.0, 792.0)
    A4 = (595.276, 841.89)


class Align(Enum):
    """Where a text stands. START follows the text's own direction in running text."""

    START = "start"
    RIGHT = "right"
    CENTRE = "centre"


class Voice(Enum):
    """How a paragraph speaks: the printer decides what each looks like."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"
    QUIET = "quiet"
    EMPHASIS = "emphasis"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (largest) to 3; it never ends a page and stands in the outline."""

    text: str
    level: int = 2
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text, split over pages with no line left alone."""

    text: str
    voice: Voice = Voice.BODY
    align: Align = Align.START


class Mark(Enum):
    """What became of a stretch of text between two versions."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Span:
    """A stretch of a marked text."""

    text: str
    mark: Mark = Mark.KEPT


@dataclass(frozen=True)
class Marked:
    """Running text in which what is new is underlined and what is gone is struck through."""

    spans: tuple[Span, ...]
    voice: Voice = Voice.BODY


@dataclass(frozen=True)
class Twin:
    """A text of a table or of key values in two languages: the second stands quietly below."""

    first: str
    second: str


@dataclass(frozen=True)
class KeyValues:
    """Labels at the left, values at the right, one pair a row."""

    rows: tuple[tuple[str | Twin, str | Twin], ...]
    label_share: float = 0.3


@dataclass(frozen=True)
class Column:
    """A table's column: `share` is its part of the width, against the other columns' shares."""

    title: str | Twin
    share: float = 1.0
    align: Align = Align.START


@dataclass(frozen=True)
class Table:
    """Rows of texts under column titles, which are repeated on every page the table reaches.

    Each row holds one text per column. `totals`, when given, closes the table in bold and never
    stands alone on a page. Without rows `empty_note` is printed in their place.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Twin, ...], ...]
    totals: tuple[str | Twin, ...] = ()
    empty_note: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Clause:
    number: str
    title: str
    text: str


@dataclass(frozen=True)
class Clauses:
    """Numbered clauses: the number hangs in the margin beside title and text."""

    items: tuple[Clause, ...]


@dataclass(frozen=True)
class SignatureBlock:
    """Room for one signature; the four labels stand below their lines.

    `name` and `title` may be empty: a line to write on takes their place. `flag`, when given,
    is the wording of a mark that points at the line to sign on, such as "Sign here".
    """

    party: str
    name: str
    title: str
    signature_label: str
    name_label: str
    title_label: str
    date_label: str
    flag: str = ""


@dataclass(frozen=True)
class Signatures:
    """Signature blocks, one or two abreast; no block is ever split over pages."""

    blocks: tuple[SignatureBlock, ...]
    abreast: int = 2


@dataclass(frozen=True)
class Note:
    """A tinted box with an optional bold title."""

    text: str
    title: str = ""


@dataclass(frozen=True)
class Image:
    """A PNG or JPEG picture, `width` millimetres wide at most and `height` high at most."""

    data: bytes
    width: float
    height: float
    align: Align = Align.START


@dataclass(frozen=True)
class Letterhead:
    """The office's name, its address lines and its logo, closed by a rule."""

    name: str
    lines: tuple[str, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True)
class Tick:
    text: str
    done: bool = False
    note: str = ""


@dataclass(frozen=True)
class TickList:
    """Boxes to tick by hand; `done` ones are printed ticked."""

    items: tuple[Tick, ...]


@dataclass(frozen=True)
class Ratings:
    """Boxes to tick side by side, one a rating; `lowest` and `highest` say what the ends mean."""

    marks: tuple[str, ...]
    lowest: str = ""
    highest: str = ""


@dataclass(frozen=True)
class WritingLines:
    """`count` lines to write on, each `share` of the page's width."""

    count: int = 1
    share: float = 1.0


@dataclass(frozen=True)
class Parallel:
    """Pairs of blocks in two columns, such as a clause in two languages.

    The two of a pair begin at one height; both may go on on the next page.
    """

    rows: tuple[tuple["Block", "Block"], ...]


@dataclass(frozen=True)
class Contents:
    """Lists the titles of the parts that follow its own, with dot leaders and page numbers.

    `ticks` puts a box to tick by hand before each.
    """

    ticks: bool = False


@dataclass(frozen=True)
class Enclosure:
    """The pages of another PDF: each takes a page of its own, as large as the frame allows."""

    data: bytes


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a new page."""


@dataclass(frozen=True)
class Spacer:
    """Empty room of `height` millimetres; it vanishes at the head of a page."""

    height: float


Block = (
    Heading
    | Paragraph
    | KeyValues
    | Table
    | Clauses
    | Signatures
    | Note
    | Image
    | Letterhead
    | TickList
    | Ratings
    | WritingLines
    | Marked
    | Parallel
    | Contents
    | Enclosure
    | PageBreak
    | Spacer
)


@dataclass(frozen=True)
class Part:
    """A part of the document: it starts a new page and is named in the outline.

    `running_header` is off for a page that carries a letterhead of its own. `initials` are the
    labels of small boxes at the foot of each of its pages, one for each party that initials.
    """

    title: str
    blocks: tuple[Block, ...]
    running_header: bool = True
    initials: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """What the foot of every page says.

    `number` and `revision` identify the document; `page_of` is the wording with {0} for the page
    and {1} for their count; `mark`, when given, is a warning such as "Draft, not for signature".
    `code` makes the text of the small QR code of a page from its number and the number of pages.
    """

    number: str = ""
    revision: str = ""
    page_of: str = "{0} / {1}"
    mark: str = ""
    code: Callable[[int, int], str] | None = None


@dataclass(frozen=True)
class Document:
    """A document to print. `language` is a BCP 47 tag such as "en" or "es"."""

    title: str
    language: str
    author: str
    parts: tuple[Part, ...]
    stamp: Stamp = field(default_factory=Stamp)
    office: str = ""
    logo: bytes | None = None
    paper: Paper = Paper.LETTER
