"""What changed between two versions of an agreement, as a document.

What is gone is struck through and what is new is underlined, so that it can be told apart without
colour. Headings are looked up with ``text``, the catalogue of the paper's language.
"""

from collections.abc import Callable
from dataclasses import dataclass

from partner_desk.files.pdf.document import (
    Block,
    Document,
    Heading,
    KeyValues,
    Mark,
    Marked,
    Note,
    Paper,
    Paragraph,
    Part,
    Span,
    Stamp,
    Voice,
)
from partner_desk.model.texts import N_

Text = Callable[[str], str]

YES, NO = N_("Yes"), N_("No")
_WHAT = {
    "new": N_("New"),
    "removed": N_("Taken out"),
    "changed": N_("Changed"),
    "moved": N_("Moved to another place"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A field that differs, its text marked."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that is new, removed, changed or moved; ``name`` is what it is called."""

    what: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """The rows of one part of the agreement that differ."""

    heading: str
    rows: tuple[ChangedRow, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Which version stands on one side; ``draft`` is one that never went out."""

    number: str
    revision: int
    draft: bool


@dataclass(frozen=True, slots=True)
class ChangesPaper:
    """All that differs between two versions."""

    language: str
    paper: str
    title: str
    before: Side
    after: Side
    parts: tuple[ChangedPart, ...]


def layout(paper: ChangesPaper, text: Text) -> Document:
    """The description of the printed comparison."""
    heading = text(N_("What changed"))
    number = paper.after.number
    before, after = (_name(paper, side, text) for side in (paper.before, paper.after))
    blocks: list[Block] = [
        Heading(heading, 1),
        Paragraph(paper.title, Voice.LEAD),
        KeyValues((
            (text(N_("Agreement number")), number),
            (text(N_("From")), before),
            (text(N_("To")), after),
        )),
        Marked((
            Span(text(N_("Struck through: taken out.")), Mark.REMOVED),
            Span(" "),
            Span(text(N_("Underlined: new.")), Mark.ADDED),
        ), Voice.SMALL),
    ]
    for part in paper.parts:
        blocks.append(Heading(part.heading, 2))
        for row in part.rows:
            blocks += _row(row, text)
    if not paper.parts:
        blocks.append(Note(text(N_("Nothing on the paper differs."))))
    return Document(
        title=f"{heading}: {number}".rstrip(": "),
        language=paper.language,
        author="",
        parts=(Part("", tuple(blocks)),),
        stamp=Stamp(
            number=number,
            revision=f"{before} \N{RIGHTWARDS ARROW} {after}",
            page_of=text(N_("Page {0} of {1}")),
        ),
        paper=Paper.A4 if paper.paper == "a4" else Paper.LETTER,
    )


def _name(paper: ChangesPaper, side: Side, text: Text) -> str:
    """What a version is called; by the number of its agreement where there are two."""
    wording = N_("Revision {0}, as it is now") if side.draft else N_("Revision {0}")
    name = text(wording).format(side.revision)
    return name if paper.before.number == paper.after.number else f"{side.number}, {name}"


def _row(row: ChangedRow, text: Text) -> list[Block]:
    what = text(_WHAT[row.what])
    found: list[Block] = []
    if row.name:
        found.append(Heading(f"{what}: {row.name}", 3))
    for line in row.lines:
        label = text(N_("{0}:")).format(line.label)
        found.append(Marked((Span(f"{label} "), *line.spans)))
    return found
