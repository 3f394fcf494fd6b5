"""The agreement itself: parties, facts, purpose, the three divisions, terms."""

from partner_desk.files.packet import facts
from partner_desk.files.packet.content import ClauseText, Content
from partner_desk.files.packet.divisions import divisions
from partner_desk.files.packet.speech import Speech, Text
from partner_desk.files.pdf.document import (
    Block,
    Clause,
    Clauses,
    Heading,
    KeyValues,
    Note,
    Paragraph,
    Voice,
)
from partner_desk.files.templates import named_schools
from partner_desk.model.texts import N_

PREVAILING = {
    "en": N_(
        "This agreement stands here in English and in Spanish. Where they differ, the English "
        "text prevails."
    ),
    "es": N_(
        "This agreement stands here in English and in Spanish. Where they differ, the Spanish "
        "text prevails."
    ),
}
"""Which language prevails where the two say different things: the one it was written in."""


def agreement(speech: Speech) -> tuple[Block, ...]:
    """The blocks of the agreement's part."""
    blocks = [
        *speech.blocks(_opening),
        KeyValues(facts.shown((
            (speech.say(N_("Term")), facts.term(speech)),
            (speech.say(N_("Schools")), speech.of(
                lambda content, _: named_schools(content.schools, content.language))),
            (speech.say(N_("Amends")), speech.first.amends),
            (speech.say(N_("Renews")), speech.first.renews),
        )), label_share=0.24),
    ]
    if speech.both:
        prevailing = PREVAILING[speech.first.language]
        blocks.append(Note("\n".join(text(prevailing) for text in speech.texts)))
    if any(content.purpose for content in speech.contents):
        blocks += speech.blocks(_purpose)
    blocks += divisions(speech)
    if speech.first.clauses:
        blocks += speech.blocks(lambda _, text: (Heading(text(N_("Terms")), 2),))
        blocks += speech.blocks(lambda content, _: clauses(content.clauses))
    return tuple(blocks)


def clauses(texts: tuple[ClauseText, ...]) -> tuple[Clauses, ...]:
    """Clauses numbered from 1; each is a block, so that two languages begin at one height."""
    return tuple(
        Clauses((Clause(f"{number}.", each.heading, each.text),))
        for number, each in enumerate(texts, 1)
    )


def _opening(content: Content, text: Text) -> tuple[Block, ...]:
    parties = text(N_("This agreement is made between {0} (the District) and {1} (the Partner)."))
    return (
        Heading(content.title, 1),
        Paragraph(parties.format(content.district, content.partner), Voice.LEAD),
    )


def _purpose(content: Content, text: Text) -> tuple[Block, ...]:
    return Heading(text(N_("Purpose")), 2), Paragraph(content.purpose)

