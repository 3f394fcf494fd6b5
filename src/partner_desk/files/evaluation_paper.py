"""An evaluation form as a document to fill in by hand.

The numbers beside the answers are those that are keyed in afterwards. It takes plain texts in the
language of the paper and knows no entity; headings are looked up with ``text``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from partner_desk.files.pdf.document import (
    Block,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    Paper,
    Paragraph,
    Part,
    Ratings,
    Stamp,
    Tick,
    TickList,
    Voice,
    WritingLines,
)
from partner_desk.model.texts import N_

Text = Callable[[str], str]

MOST_BOXES = 11


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question; ``kind`` is one of ``QUESTION_KINDS``, ratings go from lowest to highest."""

    text: str
    kind: str
    section: str = ""
    help: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    lowest: int = 1
    highest: int = 5
    lowest_label: str = ""
    highest_label: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationPaper:
    """All that a form says; ``about`` names what it asks about, such as "Partnership"."""

    language: str
    paper: str
    office: str
    letterhead: tuple[str, ...]
    logo: bytes | None
    name: str
    introduction: str
    version: int
    about: str
    questions: tuple[AskedQuestion, ...]


def layout(paper: EvaluationPaper, text: Text) -> Document:
    """The document that prints ``paper`` with headings in the language of ``text``."""
    blocks: list[Block] = [
        Letterhead(paper.office, paper.letterhead, paper.logo),
        Heading(paper.name, 1),
    ]
    if paper.introduction:
        blocks.append(Paragraph(paper.introduction))
    blocks.append(
        KeyValues(
            (
                (paper.about, ""),
                (text(N_("Answered by (role)")), ""),
                (text(N_("Answered on")), ""),
            )
        )
    )
    if any(each.required for each in paper.questions):
        note = text(N_("Questions marked * need an answer."))
        blocks.append(Paragraph(note, Voice.QUIET))
    section = ""
    for number, each in enumerate(paper.questions, 1):
        if each.section != section:
            section = each.section
            blocks += [Heading(section, 2)] if section else []
        blocks += _question(number, each, text)
    return Document(
        title=paper.name,
        language=paper.language,
        author=paper.office,
        office=paper.office,
        logo=paper.logo,
        paper=Paper.A4 if paper.paper == "a4" else Paper.LETTER,
        stamp=Stamp(
            number=paper.name,
            revision=text(N_("Version {0}")).format(paper.version),
            page_of=text(N_("Page {0} of {1}")),
        ),
        parts=(Part(paper.name, tuple(blocks), running_header=False),),
    )


def _question(number: int, question: AskedQuestion, text: Text) -> list[Block]:
    mark = "\N{NO-BREAK SPACE}*" if question.required else ""
    blocks: list[Block] = [Heading(f"{number}. {question.text}{mark}", 3)]
    if question.help:
        blocks.append(Paragraph(question.help, Voice.QUIET))
    return [*blocks, *_place(question, text)]


def _place(question: AskedQuestion, text: Text) -> list[Block]:
    match question.kind:
        case "scale":
            return _ratings(question, text)
        case "choice":
            return [_ticks(question.options)]
        case "yes_no":
            return [Ratings((f"1  {text(N_('Yes'))}", f"2  {text(N_('No'))}"))]
        case "text":
            return [WritingLines(4)]
    return [WritingLines(1, 0.4)]


def _ratings(question: AskedQuestion, text: Text) -> list[Block]:
    low, high = question.lowest, max(question.highest, question.lowest)
    if high - low < MOST_BOXES:
        marks = tuple(str(each) for each in range(low, high + 1))
        return [Ratings(marks, question.lowest_label, question.highest_label)]
    ends = text(N_("{0} to {1}")).format(low, high)
    named = ((low, question.lowest_label), (high, question.highest_label))
    meant = [f"{value} = {label}" for value, label in named if label]
    return [Paragraph(", ".join([ends, *meant]), Voice.QUIET), WritingLines(1, 0.4)]


def _ticks(options: tuple[str, ...]) -> TickList:
    return TickList(tuple(Tick(f"{place}  {each}") for place, each in enumerate(options, 1)))
