"""The office's own lists on paper: what ends soon, and who holds papers out for signature.

It takes plain values and knows no entity; headings are looked up with ``text``, which belongs to
the language of the office.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from partner_desk.files.pdf.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Part,
    Stamp,
    Table,
    Voice,
)
from partner_desk.files.templates import written_date
from partner_desk.model.texts import N_

Text = Callable[[str], str]
_DASH = " \N{EN DASH} "


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """What the head of the paper says; ``paper`` is "letter" or "a4"."""

    language: str
    paper: str
    office: str
    letterhead: tuple[str, ...]
    logo: bytes | None


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """Something that ends; ``band`` is the reminder day it has reached, 0 after its end."""

    ends_on: date
    days: int
    band: int
    paper: bool
    number: str
    title: str
    partner: str
    renewal: str


@dataclass(frozen=True, slots=True)
class ReminderPaper:
    """The reminder list of a day, rows in the order in which they end."""

    head: OfficePaper
    day: date
    rows: tuple[ReminderRow, ...]


@dataclass(frozen=True, slots=True)
class ChaseRow:
    """A paper that is out: ``since`` is None when nobody wrote it down; ``left`` are sentences."""

    number: str
    title: str
    partner: str
    holder: str
    reach: tuple[str, ...]
    since: date | None
    days: int
    overdue: bool
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChasePaper:
    """The chase list of a day; ``after`` is how many days somebody may hold a paper."""

    head: OfficePaper
    day: date
    after: int
    rows: tuple[ChaseRow, ...]


def lay_out_reminders(paper: ReminderPaper, text: Text) -> Document:
    """The document that prints a reminder list, what is most urgent first."""
    title = text(N_("What ends soon"))
    blocks = _beginning(paper.head, title, paper.day)
    for band, rows in groupby(paper.rows, key=lambda each: each.band):
        blocks += [Heading(_band(band, text), 2), _reminder_table(rows, text)]
    if not paper.rows:
        blocks.append(Paragraph(text(N_("No agreement or compliance paper ends soon."))))
    return _document(paper.head, title, paper.day, blocks, text)


def _band(band: int, text: Text) -> str:
    return text(N_("Within {0} days")).format(band) if band else text(N_("Ended"))


def _reminder_table(rows: Iterable[ReminderRow], text: Text) -> Table:
    return Table(
        (
            Column(text(N_("Ends on")), 1.25),
            Column(text(N_("Days left")), 0.8, Align.RIGHT),
            Column(text(N_("Number")), 1.15),
            Column(text(N_("Agreement or paper")), 3.0),
            Column(text(N_("Partner")), 2.4),
            Column(text(N_("Renewal")), 1.3),
        ),
        tuple(
            (_day(each.ends_on), f"{each.days:,}", each.number, each.title, each.partner,
             _renewal(each, text))
            for each in rows
        ),
    )


def _renewal(row: ReminderRow, text: Text) -> str:
    return row.renewal if row.renewal or row.paper else text(N_("Not begun"))


def lay_out_chase(paper: ChasePaper, text: Text) -> Document:
    """The document that prints a chase list: whom to ask first, then who still has time."""
    title = text(N_("Who has the paper"))
    blocks = _beginning(paper.head, title, paper.day)
    overdue = [each for each in paper.rows if each.overdue]
    waiting = [each for each in paper.rows if not each.overdue]
    if overdue:
        words = text(N_("To ask after: held for more than {0} days")).format(paper.after)
        blocks += [Heading(words, 2), _chase_table(overdue, text)]
    if waiting:
        blocks += [Heading(text(N_("Not yet due")), 2), _chase_table(waiting, text)]
    if not paper.rows:
        blocks.append(Paragraph(text(N_("No agreement is out for signature."))))
    return _document(paper.head, title, paper.day, blocks, text)


def _chase_table(rows: Iterable[ChaseRow], text: Text) -> Table:
    return Table(
        (
            Column(text(N_("Who has it")), 2.3),
            Column(text(N_("Since")), 1.25),
            Column(text(N_("Days")), 0.65, Align.RIGHT),
            Column(text(N_("Agreement")), 3.2),
            Column(text(N_("What is left to do")), 2.5),
        ),
        tuple(
            ("\n".join((each.holder, *each.reach)), _day(each.since), f"{each.days:,}",
             "\n".join(filter(None, (each.number, each.title, each.partner))),
             "\n".join(each.left))
            for each in rows
        ),
    )


def step_left(task: str, holder: str) -> str:
    """A step that is still to be done, such as "Sign – Dr. Okafor"."""
    return _DASH.join(filter(None, (task, holder)))


def _day(day: date | None) -> str:
    return f"{day:%m/%d/%Y}" if day else ""


def _beginning(head: OfficePaper, title: str, day: date) -> list[Block]:
    return [
        Letterhead(head.office, head.letterhead, head.logo),
        Heading(title, 1),
        Paragraph(written_date(day, head.language), Voice.QUIET),
    ]


def _document(
    head: OfficePaper, title: str, day: date, blocks: list[Block], text: Text
) -> Document:
    return Document(
        title=title,
        language=head.language,
        author=head.office,
        office=head.office,
        logo=head.logo,
        paper=Paper.A4 if head.paper == "a4" else Paper.LETTER,
        stamp=Stamp(
            number=title, revision=_day(day), page_of=text(N_("Page {0} of {1}"))
        ),
        parts=(Part(title, tuple(blocks), running_header=False),),
    )
