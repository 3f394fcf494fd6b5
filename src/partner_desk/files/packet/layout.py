"""A packet as a document."""

from functools import partial
from typing import TYPE_CHECKING

from partner_desk.files.packet.agreement import agreement
from partner_desk.files.packet.content import Cover, Packet
from partner_desk.files.packet.cover import contents, cover, on_cover
from partner_desk.files.packet.exhibits import exhibit
from partner_desk.files.packet.signing import signatures
from partner_desk.files.packet.speech import Speech, Text, one_line
from partner_desk.files.pdf.document import Document, Paper, Part, Stamp
from partner_desk.model.page_code import PageCode
from partner_desk.model.texts import N_

if TYPE_CHECKING:
    from collections.abc import Sequence


def layout(packet: Packet, texts: "Sequence[Text]") -> Document:
    """The document that prints ``packet``; ``texts`` are the catalogues of its contents."""
    speech = Speech(packet.contents, tuple(texts))
    sheet, content = packet.cover, speech.first
    parts = (
        Part(
            speech.line(N_("Cover and routing sheet")),
            cover(speech, sheet),
            running_header=False,
        ),
        *_contents(speech, sheet),
        *_following(speech, sheet),
    )
    return Document(
        title=content.title,
        language=content.language,
        author=sheet.office,
        office=sheet.office,
        logo=sheet.logo,
        paper=Paper.A4 if sheet.paper == "a4" else Paper.LETTER,
        stamp=_stamp(speech, sheet),
        parts=parts,
    )


def _contents(speech: Speech, sheet: Cover) -> tuple[Part, ...]:
    if on_cover(speech, sheet):
        return ()
    return (Part(speech.line(N_("Contents")), contents(speech, sheet)),)


def _following(speech: Speech, sheet: Cover) -> tuple[Part, ...]:
    """Everything after the cover; signatures last, so that all is read before them."""
    initials = (speech.line(N_("Partner")), speech.line(N_("District")))
    exhibits = [
        Part(
            exhibit_title(speech, place),
            exhibit(speech, place),
            initials=() if each.source == "file" else initials,
        )
        for place, each in enumerate(speech.first.exhibits)
    ]
    return (
        Part(speech.line(N_("Agreement")), agreement(speech), initials=initials),
        *exhibits,
        Part(speech.line(N_("Signatures")), signatures(speech, sheet)),
    )


def exhibit_title(speech: Speech, place: int) -> str:
    """What outline, contents and tick list call an exhibit: letter and title."""
    letter = speech.line(N_("Exhibit {0}"), speech.first.exhibits[place].letter)
    return f"{letter}: {one_line([each.exhibits[place].title for each in speech.contents])}"


def _stamp(speech: Speech, sheet: Cover) -> Stamp:
    """What each page says below, in the language the agreement was written in."""
    content, text = speech.first, speech.texts[0]
    return Stamp(
        number=text(N_("Agreement {0}")).format(content.number),
        revision=text(N_("Revision {0}")).format(sheet.revision),
        page_of=text(N_("Page {0} of {1}")),
        mark=speech.line(N_("Draft, not for signature")) if sheet.draft else "",
        code=partial(_code, sheet.office_mark, content.number, sheet.revision, sheet.draft),
    )


def _code(office: str, number: str, revision: int, draft: bool, page: int, pages: int) -> str:
    return PageCode(office, number, revision, draft, page, pages).text
