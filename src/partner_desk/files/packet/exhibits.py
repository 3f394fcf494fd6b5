"""Exhibits: clauses of their own, the site plan of a school, a document merged in."""

from partner_desk.files.packet import facts
from partner_desk.files.packet.agreement import clauses
from partner_desk.files.packet.content import Content, EnclosedFile, SitePlan
from partner_desk.files.packet.divisions import divisions
from partner_desk.files.packet.signing import signature
from partner_desk.files.packet.speech import Speech, Text
from partner_desk.files.pdf.document import (
    Block,
    Enclosure,
    Heading,
    KeyValues,
    Note,
    Paragraph,
    Signatures,
    Voice,
)
from partner_desk.model.texts import N_


def exhibit(speech: Speech, place: int) -> tuple[Block, ...]:
    """The blocks of the exhibit at ``place``, from 0; its head says where it belongs."""
    found = speech.first.exhibits[place]

    def head(content: Content, text: Text) -> tuple[Block, ...]:
        belongs = text(N_("Exhibit {0} to agreement {1}")).format(found.letter, content.number)
        return Paragraph(belongs, Voice.QUIET), Heading(content.exhibits[place].title, 1)

    blocks = [*speech.blocks(head)]
    if found.source == "file":
        return (*blocks, *_document(speech, found.file))
    if found.site is not None:
        blocks += _site(speech, found.site)
    if found.clauses:
        if found.site is not None:
            blocks += speech.blocks(lambda _, text: (Heading(text(N_("Terms")), 2),))
        blocks += speech.blocks(lambda content, _: clauses(content.exhibits[place].clauses))
    if found.site is not None:
        blocks += _principal(speech, found.letter, found.site)
    return tuple(blocks)


def _document(speech: Speech, file: EnclosedFile | None) -> tuple[Block, ...]:
    """The cover of a document, then its pages; where they cannot be printed it says so."""
    content = speech.first
    if file is None:
        return (Note(speech.lines(N_("No document has been chosen yet."))),)
    named = KeyValues(facts.shown((
        (speech.say(N_("Document")), file.name),
        (speech.say(N_("Agreement")), " ".join(filter(None, (content.number, content.title)))),
        (speech.say(N_("Partner")), content.partner),
    )), label_share=0.24)
    if file.pdf is None:
        return named, Note(speech.lines(N_("This document is enclosed separately.")))
    return (
        named,
        Paragraph(speech.line(N_("The pages of the document follow.")), Voice.QUIET),
        Enclosure(file.pdf),
    )


def _site(speech: Speech, site: SitePlan) -> tuple[Block, ...]:
    rows = facts.shown((
        (speech.say(N_("School")), site.school),
        (speech.say(N_("Principal")), site.principal),
        (speech.say(N_("Contact at the school")), site.contact),
        (speech.say(N_("Days and times")), site.times),
        (speech.say(N_("Rooms and spaces")), site.space),
        (speech.say(N_("Grades")), site.grades),
        (speech.say(N_("For how many")), facts.count(site.participants)),
    ))
    content = speech.first
    found: list[Block] = [KeyValues(rows, label_share=0.3), *divisions(speech, site.school)]
    schools = [row.school for row in content.services]
    schools += [row.school for row in content.outcomes]
    schools += [row.school for row in content.financial]
    if "" in schools:
        found += speech.blocks(lambda _, text: (Paragraph(text(N_(
            "What the agreement divides for every school holds for this school too."
        ))),))
    return tuple(found)


def _principal(speech: Speech, letter: str, site: SitePlan) -> tuple[Block, ...]:
    """The principal signs below what is signed, said again in case the page turns between."""
    agreed = speech.blocks(lambda content, text: (Heading(
        text(N_("Agreed by the school: exhibit {0} to agreement {1}")).format(
            letter, content.number), 3),))
    block = signature(speech, site.school, site.principal, speech.line(N_("Principal")))
    return *agreed, Signatures((block,), abreast=1 if speech.both else 2)
