"""Packets: an agreement in one language or two, described for the printer and printed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partner_desk.files.packet.content import Cover, Hand, Packet
from partner_desk.model.agreements import Agreement, Revision
from partner_desk.model.contacts import Contact
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.office import Office
from partner_desk.services import compliance, revisions, routing
from partner_desk.services.agreements import Parties, existing, parties_in
from partner_desk.services.office import settings_in
from partner_desk.services.packet_checks import (
    Missing,
    languages,
    missing_translations,
    missing_translations_in,
    unfilled,
    unfilled_in,
)
from partner_desk.services.packet_content import gather
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.pdf.document import Document
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.files.pdf.unprintable import UnprintableCharacters

__all__ = [
    "Described", "Missing", "Printed", "describe", "described", "frozen_bytes",
    "missing_translations", "packet", "printed", "render_revision",
    "unfilled", "unfilled_in", "unprintable",
]

Text = Callable[[str], str]
Catalogues = Callable[[str], Text]
"""The texts of a language by its code."""


@dataclass(frozen=True, slots=True)
class Described:
    """A packet ready for the printer, what is not translated, and documents it cannot take in."""

    document: "Document"
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()
    attachments: tuple[str, ...] = ()
    """The ids of the attachments whose pages it takes in."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed packet with what a person should know of it; ``pdf.warnings`` names characters."""

    pdf: "Pdf"
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Standing:
    """Which revision is printed, and whether it is one that may be signed."""

    number: int
    draft: bool


def packet(
    store: Store, agreement_id: str, language: str, catalogues: Catalogues
) -> "Pdf":
    """The packet of an agreement as PDF: ``language`` is "en", "es", "both", or "" for its own.

    Raises EnvironmentProblem("record.gone").
    """
    return printed(store, agreement_id, language, catalogues).pdf


def printed(
    store: Store, agreement_id: str, language: str, catalogues: Catalogues
) -> Printed:
    """The packet with what a person should know of it.

    A revision that went out and did not change since comes as the very bytes that went out.
    """
    frozen = _frozen(store, agreement_id, language)
    if frozen is None:
        return _printed(store, agreement_id, language, catalogues, None)
    from partner_desk.files.pdf.render import Pdf

    pdf = Pdf(revisions.pdf_of(store, frozen), frozen.pages, frozen.sha256, ())
    return Printed(pdf, missing_translations(store, agreement_id, language))


def frozen_bytes(store: Store, agreement_id: str, language: str) -> bytes | None:
    """The bytes of the revision that went out, None when another packet would be printed now.

    Raises EnvironmentProblem("record.gone"), EnvironmentProblem("revision.damaged").
    """
    frozen = _frozen(store, agreement_id, language)
    return revisions.pdf_of(store, frozen) if frozen else None


def _frozen(store: Store, agreement_id: str, language: str) -> Revision | None:
    with store.reading() as reader:
        agreement = existing(reader, agreement_id)
        at = revisions.working(reader, agreement)
    return at.frozen if not at.draft and _same_paper(agreement, language) else None


def render_revision(
    store: Store,
    agreement_id: str,
    language: str,
    number: int,
    catalogues: Catalogues,
    draft: bool,
) -> Printed:
    """The packet stamped as revision ``number``, as a draft or ready for signature."""
    return _printed(store, agreement_id, language, catalogues, _Standing(number, draft))


def unprintable(
    store: Store, agreement_id: str, language: str, catalogues: Catalogues
) -> "tuple[UnprintableCharacters, ...]":
    """The characters of a packet that no font has, before anything is printed."""
    from partner_desk.files.pdf.unprintable import unprintable as find

    return find(describe(store, agreement_id, language, catalogues))


def describe(
    store: Store, agreement_id: str, language: str, catalogues: Catalogues
) -> "Document":
    """The packet of an agreement as a plain document. Raises EnvironmentProblem("record.gone")."""
    return described(store, agreement_id, language, catalogues).document


def described(
    store: Store,
    agreement_id: str,
    language: str,
    catalogues: Catalogues,
    standing: _Standing | None = None,
    left_out: Collection[str] = (),
) -> Described:
    """The packet with what a person should know of it; ``left_out`` are attachments' ids."""
    from partner_desk.files.packet.layout import layout
    from partner_desk.files.pdf.document import Paper
    from partner_desk.services.packet_documents import enclosed

    with store.reading() as reader:
        agreement = existing(reader, agreement_id)
        office = settings_in(reader)
        spoken = languages(agreement, language)
        at = standing or _standing(reader, agreement, language)
        paper = Paper.A4 if office.paper == "a4" else Paper.LETTER
        documents = enclosed(reader, agreement, paper, left_out)
        contents = tuple(gather(reader, agreement, each, documents.pdfs) for each in spoken)
        cover = _cover(reader, agreement, office, at)
        missing = missing_translations_in(reader, agreement, language)
    document = layout(Packet(contents, cover), [catalogues(each) for each in spoken])
    taken_in = tuple(each for each, data in documents.pdfs.items() if data is not None)
    return Described(document, missing, tuple(documents.problems), taken_in)


def _printed(
    store: Store,
    agreement_id: str,
    language: str,
    catalogues: Catalogues,
    standing: _Standing | None,
) -> Printed:
    from partner_desk.files.pdf.render import render

    found = described(store, agreement_id, language, catalogues, standing)
    try:
        pdf = render(found.document)
    except InputError:
        # A document that could be opened cannot be taken in after all: the rest is printed.
        left_out = _not_taken_in(store, found)
        found = described(store, agreement_id, language, catalogues, standing, left_out)
        pdf = render(found.document)
    return Printed(pdf, found.missing, found.problems)


def _not_taken_in(store: Store, found: Described) -> list[str]:
    """The attachments that the printer refuses, each tried by itself."""
    from partner_desk.files.pdf.document import Document, Enclosure, Part
    from partner_desk.files.pdf.render import render
    from partner_desk.model.office import Attachment
    from partner_desk.services.packet_documents import printable

    refused = []
    with store.reading() as reader:
        for attachment in reader.get_many(Attachment, found.attachments):
            data, _ = printable(reader.blob(attachment.sha256), found.document.paper)
            try:
                render(Document("", "en", "", (Part("", (Enclosure(data),)),)))
            except InputError:
                refused.append(attachment.id)
    return refused


def _same_paper(agreement: Agreement, language: str) -> bool:
    """Whether ``language`` is what the agreement goes out in."""
    return languages(agreement, language) == languages(agreement, "")


def _standing(reader: Reader, agreement: Agreement, language: str) -> _Standing:
    """What went out may be signed only in the language in which it went out."""
    at = revisions.working(reader, agreement)
    return _Standing(at.number, at.draft or not _same_paper(agreement, language))


def _cover(reader: Reader, agreement: Agreement, office: Office, at: _Standing) -> Cover:
    return Cover(
        office=office.name,
        letterhead=tuple(line for line in office.letterhead.splitlines() if line.strip()),
        logo=reader.blob(office.logo) if office.logo else None,
        paper=office.paper,
        office_mark=revisions.office_mark(reader),
        revision=at.number,
        draft=at.draft,
        contact=_contact(reader, parties_in(reader, agreement)),
        routing=_routing(reader, agreement, at),
        papers=tuple(each.kind.name for each in compliance.required(reader, agreement)),
    )


def _contact(reader: Reader, sides: Parties) -> tuple[str, ...]:
    if sides.organization is None:
        return ()
    people = reader.find(Contact, organization_id=sides.organization.id)
    if not people:
        return tuple(filter(None, (sides.organization.email,)))
    first = next((each for each in people if each.may_sign), people[0])
    named = ", ".join(filter(None, (first.name, first.title)))
    return tuple(filter(None, (named, first.email or sides.organization.email)))


def _routing(reader: Reader, agreement: Agreement, at: _Standing) -> tuple[Hand, ...]:
    """The hands the paper goes through; one that goes out begins its way, with no day filled in."""
    return tuple(
        Hand(each.holder, each.task, each.reached_on, each.done_on)
        if at.draft else Hand(each.holder, each.task)
        for each in routing.planned(reader, agreement)
    )
