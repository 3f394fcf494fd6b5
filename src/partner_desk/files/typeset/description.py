"""What a paper for families and web sites needs beyond the blocks of ``files.pdf.document``.

As there, texts are users' texts: there is no markup in them, so ``#let *x* <b>`` prints as it
stands. A ``Twin`` says one thing in both languages of the paper. Lengths are millimetres unless
they are said to be points.
"""

from dataclasses import dataclass

from partner_desk.files.pdf.document import (
    Heading,
    KeyValues,
    Letterhead,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Spacer,
    TickList,
    Twin,
    WritingLines,
)

Words = str | Twin


@dataclass(frozen=True)
class TitlePage:
    """The first page: whose paper it is, what it is, and the small print at its foot."""

    office: str
    title: Words
    lines: tuple[Words, ...] = ()
    foot: tuple[Words, ...] = ()
    logo: bytes | None = None


@dataclass(frozen=True)
class Contents:
    """The chapters and sections that follow, with their pages, on pages of their own."""

    title: Words


@dataclass(frozen=True)
class Chapter:
    """A chapter in two columns on pages of its own; its title runs at the head of the others."""

    title: Words
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Section:
    """A heading within a chapter; it stands in the contents."""

    title: Words


@dataclass(frozen=True)
class Fact:
    """A labelled line of an entry. ``target`` is the address it leads to, such as "tel:…"."""

    label: Words
    text: Words
    strong: bool = False
    target: str = ""


@dataclass(frozen=True)
class Code:
    """A QR code of ``content``; ``alt`` is read aloud in its place."""

    content: str
    alt: str


@dataclass(frozen=True)
class Entry:
    """A resource: ``key`` is what pointers and the index know it by; ``note`` ends it quietly."""

    key: str
    title: str
    by: str = ""
    text: str = ""
    alert: str = ""
    facts: tuple[Fact, ...] = ()
    note: Words = ""
    level: int = 2


@dataclass(frozen=True)
class Pointer:
    """Says on which page the entry of ``key`` stands; {0} of ``words`` is the page."""

    title: str
    key: str
    words: Words


@dataclass(frozen=True)
class IndexRow:
    """A name, the entries it is found at, and the heading it stands under."""

    name: str
    keys: tuple[str, ...]
    letter: str
    strong: bool = False


@dataclass(frozen=True)
class Index:
    """Names with the pages on which their entries begin, in the order given."""

    title: Words
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True)
class Card:
    """A resource in large type with its code beside it, whole on one page."""

    title: str
    by: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()
    phone: Words = ""
    phone_target: str = ""
    code: Code | None = None


@dataclass(frozen=True)
class NoteLines:
    """A label and lines below it to write on by hand."""

    label: Words
    count: int = 2


@dataclass(frozen=True)
class Form:
    """An entry to go through by hand: what is known, boxes to tick, lines to write on."""

    title: str
    facts: tuple[Fact, ...]
    ticks: tuple[Words, ...]
    blanks: tuple[Words, ...]


@dataclass(frozen=True)
class LabelSheet:
    """Where the labels of a bought sheet lie, in points from the left upper corner."""

    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float
    step_x: float
    step_y: float


@dataclass(frozen=True)
class Labels:
    """Labels of lines, the first ``skip`` places of the first sheet left empty."""

    sheet: LabelSheet
    labels: tuple[tuple[str, ...], ...]
    skip: int = 0


Block = (
    Heading
    | Paragraph
    | KeyValues
    | Note
    | TickList
    | WritingLines
    | Letterhead
    | PageBreak
    | Spacer
    | TitlePage
    | Contents
    | Chapter
    | Section
    | Entry
    | Pointer
    | Index
    | Card
    | NoteLines
    | Form
    | Labels
)


@dataclass(frozen=True)
class Typeset:
    """A paper to set. ``languages`` are one or two BCP 47 tags, the paper's own first.

    ``size`` is that of running text in points. ``running`` stands at the head of pages,
    ``foot`` at their foot beside the page number when ``numbered``. ``narrow`` margins leave more
    room on a page that stands alone.
    """

    title: str
    languages: tuple[str, ...]
    author: str
    blocks: tuple[Block, ...]
    paper: Paper = Paper.LETTER
    size: float = 9.0
    running: str = ""
    foot: str = ""
    numbered: bool = True
    narrow: bool = False
