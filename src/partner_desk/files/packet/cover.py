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
    Spacer,
    Table,
    Tick,
    TickList,
    Voice,
)
from partner_desk.model.agreements import INSTRUMENTS, ROUTING_TASKS
from partner_desk.model.texts import N_


def cover(speech: Speech, sheet: Cover) -> tuple[Block, ...]:
    """The cover and routing sheet; its contents are the list of parts to tick off, too."""
    titles = dict.fromkeys(content.title for content in speech.contents)
    return (
        Letterhead(sheet.office, sheet.letterhead, sheet.logo),
        Heading(next(iter(titles)), 1),
        *(Paragraph(title, Voice.LEAD) for title in list(titles)[1:]),
        _facts(speech, sheet),
        Heading(speech.line(N_("On its way")), 3),
        _routing(speech, sheet.routing),
        Heading(speech.line(N_("In this packet")), 3),
        Contents(ticks=True),
        *_papers(speech, sheet),
        Spacer(2),
        Note(speech.line(N_(
            "Please sign in ink where a mark says so, write your initials at the foot of each "
            "page that has boxes for them, and return all pages."
        ))),
    )


def _facts(speech: Speech, sheet: Cover) -> KeyValues:
    content = speech.first
    return KeyValues(facts.shown((
        (speech.say(N_("Agreement number")), speech.of(
            lambda _, text: text(N_("{0}, revision {1}")).format(content.number, sheet.revision))),
        (speech.say(N_("Kind of agreement")), speech.choice(INSTRUMENTS, content.instrument)),
        (speech.say(N_("District")), content.district),
        (speech.say(N_("Partner")), content.partner),
        (speech.say(N_("Contact")), "\n".join(sheet.contact)),
        (speech.say(N_("Term")), facts.term(speech)),
        (speech.say(N_("Schools")), facts.schools(speech, ", ")),
        (speech.say(N_("Amends")), content.amends),
        (speech.say(N_("Renews")), content.renews),
    )), label_share=0.24)


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


def _papers(speech: Speech, sheet: Cover) -> tuple[Block, ...]:
    if not sheet.papers:
        return ()
    return (
        Heading(speech.line(N_("To come along")), 3),
        TickList(tuple(Tick(each) for each in sheet.papers)),
    )
