"""Agreements of the sample office at every step of their way home, for pictures of them.

The sample office is as it would be on any day; what only a day's work brings about is done here:
a draft with exhibits of each kind and papers in all states, and two agreements that went out for
signature, one of them twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PIL import Image, ImageDraw

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    AgreementService,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.compliance import Coverage, Paper, PaperKind
from partner_desk.model.history import Operation
from partner_desk.model.identity import new_id
from partner_desk.model.library import SigningAuthority
from partner_desk.model.organizations import Organization
from partner_desk.services import (
    agreements,
    attachments,
    drafting,
    exhibits,
    papers,
    routing,
    sending,
)
from partner_desk.services.office import settings_in
from partner_desk.services.revisions import Text
from partner_desk.store.store import Store

PARTNERS = ("Riverside", "Mentoring", "Falls")
"""Words in the names of the partners, as they are in every language."""
TITLES = {
    "en": ("Artists in residence, spring", "Mentors at two more schools", "Reading on Saturdays"),
    "es": ("Artistas en primavera", "Mentores en dos escuelas más", "Lectura los sábados"),
}
WRITTEN = {
    "en": ("A room in the library was added", "Courtyard map", "Confirmed by phone"),
    "es": ("Se agregó una sala en la biblioteca", "Mapa del patio", "Confirmado por teléfono"),
}


@dataclass(frozen=True, slots=True)
class WayHome:
    """Ids of agreements: ``draft`` lacks a few things, ``out`` went out twice, ``other`` once."""

    draft: str
    out: str
    other: str
    clauses: str
    """The exhibit of the draft that has clauses."""
    partner: str
    """The organization of the draft, with papers in all states."""


def catalogue(language: str) -> Text:
    """The texts of a language."""
    return Catalogue(language).text


def prepare(store: Store, language: str, today: date) -> WayHome:
    """Bring agreements of a filled sample office onto their way."""
    papers.ensure_kinds(store)
    draft, out, other = (_drafted(store, language, today, place) for place in range(3))
    clauses = _add_exhibits(store, draft, language)
    _send(store, out, today - timedelta(days=12))
    _change(store, out, language)
    _send(store, out, today - timedelta(days=9), WRITTEN[language][0])
    routing.hand_on(store, out.id, today - timedelta(days=2))
    _send(store, other, today - timedelta(days=4))
    _refuse_signer(store, draft)
    return WayHome(draft.id, out.id, other.id, clauses, _file_papers(store, draft, language, today))


def _drafted(store: Store, language: str, today: date, place: int) -> Agreement:
    """An agreement that begins as a template and has the rows of one from the sample."""
    with store.reading() as reader:
        old = next(
            each for each in reader.find(Agreement, status="active")
            if PARTNERS[place] in str(_partner(store, each))
        )
    assert old.partnership_id
    template = "service_agreement" if place == 0 else "memorandum"
    made = drafting.draft(store, old.partnership_id, template, today, language)
    with store.writing(Operation("record.change")) as work:
        for service in work.find(AgreementService, agreement_id=old.id):
            work.add(replace(service, id=new_id(), agreement_id=made.id))
        for outcome in work.find(Outcome, agreement_id=old.id):
            work.add(replace(outcome, id=new_id(), agreement_id=made.id))
        for row in work.find(FinancialResponsibility, agreement_id=old.id):
            work.add(replace(row, id=new_id(), agreement_id=made.id))
        known = {each.school_id for each in work.find(AgreementSchool, agreement_id=made.id)}
        for school in work.find(AgreementSchool, agreement_id=old.id):
            if school.school_id not in known:
                work.add(replace(school, id=new_id(), agreement_id=made.id))
        changed: dict[str, Any] = {"title": TITLES[language][place], "purpose": old.purpose,
                                   "purpose_translated": old.purpose_translated}
        if place == 0:
            other = "es" if language == "en" else "en"
            changed |= {"paper_language": "both", "title_translated": TITLES[other][place]}
        return work.change(Agreement, made.id, **changed)


def _partner(store: Store, agreement: Agreement) -> str:
    with store.reading() as reader:
        found = agreements.parties_in(reader, agreement).organization
    return found.name if found else ""


def _add_exhibits(store: Store, draft: Agreement, language: str) -> str:
    """An exhibit of each kind; returns the one of clauses."""
    with store.reading() as reader:
        schools = reader.find(AgreementSchool, agreement_id=draft.id)
    with store.writing(Operation("record.change")) as work:
        work.change(AgreementSchool, schools[0].id, contact="Pat Lee", grades="3-5",
                    participants=84)
    made = exhibits.add_from_template(store, draft.id, "data_sharing")
    exhibits.add_from_template(store, draft.id, "site_plan", schools[0].school_id)
    path = Path(mkdtemp()) / f"{WRITTEN[language][1]}.png"
    path.write_bytes(_map())
    kept = attachments.attach(store, draft, path)
    exhibits.add_file(store, draft.id, kept.id)
    return made.id


def _map() -> bytes:
    """A plan of a courtyard, as somebody drew it."""
    picture = Image.new("RGB", (1000, 700), "white")
    draw = ImageDraw.Draw(picture)
    for place, colour in enumerate(("#dbe7c9", "#cfe3ea", "#efe0c4")):
        left = 60 + 310 * place
        draw.rectangle((left, 80, left + 260, 420), fill=colour, outline="#444444", width=4)
    draw.rectangle((60, 480, 940, 620), fill="#eeeeee", outline="#444444", width=4)
    draw.line((500, 640, 500, 440), fill="#b03030", width=6)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _send(store: Store, agreement: Agreement, day: date, reason: str = "") -> None:
    sending.freeze(store, agreement.id, day, catalogue, reason, papers_later=True)


def _change(store: Store, agreement: Agreement, language: str) -> None:
    """What both sides agreed to change after the first sending."""
    told = {"kind": "agreement", "field": "purpose", "name": agreement.caption}
    with store.writing(Operation("record.change", told)) as work:
        first = work.find(AgreementService, agreement_id=agreement.id)[0]
        place = "Library, room 12" if language == "en" else "Biblioteca, sala 12"
        work.change(AgreementService, first.id, place=place, participants=60)
        row = work.find(FinancialResponsibility, agreement_id=agreement.id)[0]
        work.change(FinancialResponsibility, row.id, amount=Decimal("4250.00"))


def _refuse_signer(store: Store, draft: Agreement) -> None:
    """Somebody signs the draft for the district who may not."""
    with store.writing(Operation("record.change")) as work:
        office = settings_in(work)
        if not work.find(SigningAuthority):
            work.add(SigningAuthority(name=office.signer_name, title=office.signer_title))
            work.add(SigningAuthority(name="Marcus Bell", instrument="memorandum",
                                      up_to=Decimal("10000"), title="Director"))
        for each in work.find(Signatory, agreement_id=draft.id):
            if each.party == "district":
                work.change(Signatory, each.id, name="Marcus Bell")


def _file_papers(store: Store, draft: Agreement, language: str, today: date) -> str:
    """A paper of the draft in each state in which papers can be."""
    with store.reading() as reader:
        kinds = {each.key: each for each in reader.find(PaperKind)}
        partner = agreements.parties_in(reader, draft).organization
    assert partner is not None
    with store.writing(Operation("record.delete", {"kind": "paper", "name": ""})) as work:
        for old in work.find(Paper, organization_id=partner.id):
            work.delete(Paper, old.id)

    def file(key: str, verified: bool, **values: Any) -> None:
        _file(store, partner, kinds[key], today, {**values, "verified": verified})

    days = timedelta(days=1)
    file("insurance", True, name="GL-2231-88", expires_on=today + 400 * days)
    file("tax_form", True, issued_on=today - 90 * days, name="W-9")
    file("background_checks", True, issued_on=today - 420 * days)
    file("tuberculosis", False, issued_on=today - 20 * days)
    file("business_licence", True, expires_on=today + 21 * days, name="BL-77120")
    for key in ("data_assurance", "tuberculosis"):
        papers.decide(store, draft.id, kinds[key].id, "required", "")
    papers.decide(store, draft.id, kinds["volunteers"].id, "waived", WRITTEN[language][2])
    return partner.id


def _file(
    store: Store, partner: Organization, kind: PaperKind, today: date, values: Mapping[str, Any]
) -> None:
    kept = {name: each for name, each in values.items() if name != "verified"}
    kept |= {"paper_kind_id": kind.id, "received_on": today}
    coverages = ("general", "abuse") if kind.insurance else ()
    insured = {"insured_name": partner.name} if kind.insurance else {}
    made = papers.file_paper(store, partner, {**kept, **insured}, coverages)
    if kind.insurance:
        with store.writing(Operation("record.change")) as work:
            for each in work.find(Coverage, paper_id=made.id):
                work.change(Coverage, each.id, per_occurrence=Decimal("1000000"),
                            aggregate=Decimal("1000000"), carrier="Tamsett Mutual",
                            policy="GL-2231-88", expires_on=today + timedelta(days=400))
    if values["verified"]:
        papers.verify(store, made.id, "Dana Cole", today - timedelta(days=3))
