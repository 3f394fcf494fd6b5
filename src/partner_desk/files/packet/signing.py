"""Where an agreement is signed."""

from partner_desk.files.packet.content import Content, Cover
from partner_desk.files.packet.speech import Speech, Text, one_line
from partner_desk.files.pdf.document import (
    Block,
    Heading,
    Note,
    Paragraph,
    SignatureBlock,
    Signatures,
    Spacer,
)
from partner_desk.model.texts import N_


def signatures(speech: Speech, sheet: Cover) -> tuple[Block, ...]:
    """The signature pages, the last ones of a packet."""

    def opening(content: Content, text: Text) -> tuple[Block, ...]:
        consent = text(N_(
            "By signing, each side confirms that it has read agreement {0}, revision {1}, and "
            "that the person signing may do so on its behalf."
        ))
        return (
            Heading(text(N_("Signatures")), 1),
            Paragraph(consent.format(content.number, sheet.revision)),
        )

    blocks = list(speech.blocks(opening))
    if sheet.draft:
        blocks.append(Note(speech.lines(N_(
            "This is a draft for discussion. It is not ready for signature."
        ))))
    names = {"district": speech.first.district, "partner": speech.first.partner}
    titles = [[signer.title for signer in content.signers] for content in speech.contents]
    signers = tuple(
        signature(speech, names.get(each.party, each.party), each.name, one_line(title))
        for each, title in zip(speech.first.signers, zip(*titles, strict=True), strict=True)
    )
    # Labels in two languages need a longer line.
    return (*blocks, Spacer(4), Signatures(signers, abreast=1 if speech.both else 2))


def signature(speech: Speech, party: str, name: str, title: str) -> SignatureBlock:
    """Room for one to sign, with a mark at the line."""
    return SignatureBlock(
        party=party,
        name=name,
        title=title,
        signature_label=speech.line(N_("Signature")),
        name_label=speech.line(N_("Name")),
        title_label=speech.line(N_("Title")),
        date_label=speech.line(N_("Date")),
        flag=speech.line(N_("Sign here")),
    )
