"""The sheet on top of a packet: what it is, whose hands it goes through, what belongs to it."""

from collections.abc import Sequence

from partner_desk.files.packet import facts
from partner_desk.files.packet.content import Cover, Hand
from partner_desk.files.packet.speech import Speech
from partner_desk.files.pdf.document import (
    Block,
    Column,
    Contents,
    Heading,
    KeyValues,
    Letterhead,
    Note,
    Paragraph,
    Table,
    Tick,
    TickList,
    Voice,
)
from partner_desk.model.agreements import INSTRUMENTS, ROUTING_TASKS
from partner_desk.model.texts import N_


def cover(speech: Speech, sheet: Cover) -> tuple[Block, ...]:
    """The cover and routing sheet, which holds the contents of a packet that has a short list."""
    titles = dict.fromkeys(content.title for content in speech.contents)
    return (
        Letterhead(sheet.office, sheet.letterhead, sheet.logo),
        Heading(next(iter(titles)), 1),
        *(Paragraph(title, Voice.LEAD) for title in list(titles)[1:]),
        _facts(speech, sheet),
        Heading(speech.line(N_("On its way")), 3),
        _routing(speech, sheet.routing),
        *(() if _is_full(speech, sheet) else (_hint(speech),)),
        *(_contents(speech, sheet, 3) if on_cover(speech, sheet) else ()),
    )


def _hint(speech: Speech) -> Note:
    """What whoever gets the paper is asked to do."""
    return Note(speech.lines(N_(
        "Please sign in ink where a mark says so, write your initials at the foot of each "
        "page that has boxes for them, and return all pages."
    )))


def _is_full(speech: Speech, sheet: Cover) -> bool:
    """Whether the cover has no room for the hint; a page of contents then has it."""
    return speech.both and not on_cover(speech, sheet)


def on_cover(speech: Speech, sheet: Cover) -> bool:
    """Whether the list of parts is short enough for the cover."""
    papers = len(sheet.papers) + 2 if sheet.papers else 0  # Their heading takes room as well.
    lines = len(sheet.routing) + len(speech.first.exhibits) + papers
    return lines <= (3 if speech.both else 6)


def contents(speech: Speech, sheet: Cover) -> tuple[Block, ...]:
    """The page of contents of a packet with many exhibits."""
    hint = (_hint(speech),) if _is_full(speech, sheet) else ()
    return (*_contents(speech, sheet, 1), *hint)


def _contents(speech: Speech, sheet: Cover, level: int) -> tuple[Block, ...]:
    """The parts, to find them by and to tick them off, and the papers to come along."""
    found: list[Block] = [
        Heading(speech.line(N_("In this packet")), level),
        Contents(ticks=True),
    ]
    if sheet.papers:
        found += [
            Heading(speech.line(N_("To come along")), 3),
            TickList(tuple(Tick(each) for each in sheet.papers)),
        ]
    return tuple(found)


def _facts(speech: Speech, sheet: Cover) -> KeyValues:
    content = speech.first
    return KeyValues(facts.shown((
        (speech.line(N_("Agreement number")), speech.of(
            lambda _, text: text(N_("{0}, revision {1}")).format(content.number, sheet.revision))),
        (speech.line(N_("Kind of agreement")), speech.choice(INSTRUMENTS, content.instrument)),
        (speech.line(N_("District")), content.district),
        (speech.line(N_("Partner")), content.partner),
        (speech.line(N_("Contact")), "\n".join(sheet.contact)),
        (speech.line(N_("Term")), facts.term(speech)),
        (speech.line(N_("Schools")), facts.schools(speech, ", ")),
        (speech.line(N_("Amends")), content.amends),
        (speech.line(N_("Renews")), content.renews),
    )), label_share=0.33 if speech.both else 0.24)


def _routing(speech: Speech, hands: Sequence[Hand]) -> Table:
    """Who has the paper when, with room to write where that is not known yet."""
    return Table(
        columns=(
            Column(speech.say(N_("Who")), 3.0),
            Column(speech.say(N_("What to do")), 1.7),
            Column(speech.say(N_("Received on")), 1.5),
            Column(speech.say(N_("Done on")), 1.5),
        ),
        rows=tuple(
            (hand.holder, speech.choice(ROUTING_TASKS, hand.task),
             facts.written(hand.reached_on, speech), facts.written(hand.done_on, speech))
            for hand in hands
        ),
    )
