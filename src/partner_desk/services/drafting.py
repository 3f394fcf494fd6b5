"""New agreements: from a template, as the renewal of an old one, as an amendment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from partner_desk.files.templates import Values, filled, named_schools, written_date
from partner_desk.model.agreements import (
    EXHIBIT_INSTRUMENTS,
    Agreement,
    AgreementSchool,
    Clause,
    Exhibit,
    Signatory,
)
from partner_desk.model.contacts import Contact
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.identity import new_id
from partner_desk.model.library import LibraryClause, Template
from partner_desk.model.office import Office
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, PartnershipSchool, School
from partner_desk.services import library
from partner_desk.services.agreements import live, parties_in
from partner_desk.services.office import settings_in
from partner_desk.services.snapshots import PARTS
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

_OTHER = {"en": "es", "es": "en"}
_LONGEST_AMENDED = 16
"""So much of a number leaves room for that of its amendments."""
_LONGEST_COUNT = 6


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a new agreement is made from."""

    partnership: Partnership
    partner: str
    template: Template
    language: str
    paper_language: str
    today: date


def draft(
    store: Store, partnership_id: str, template: str, today: date, language: str = ""
) -> Agreement:
    """Begin an agreement: number, term, schools, clauses and signatories are filled in.

    ``template`` is a template's key. ``language`` is en, es, both, or "" for the office's own. The
    term is the school year that ``today`` lies in, or the next one in its last two months.
    Raises InputError for an unknown template or one of an exhibit,
    EnvironmentProblem("record.gone").
    """
    library.ensure(store)
    with store.reading() as reader:
        chosen = library.template_named(reader, template)
        if chosen.instrument in EXHIBIT_INSTRUMENTS:
            raise InputError(Problem("template.of_exhibit", values={"name": chosen.name}))
        partnership = reader.get(Partnership, partnership_id)
        if partnership is None or partnership.deleted_at is not None:
            raise EnvironmentProblem("record.gone", kind="partnership", id=partnership_id)
        organization = reader.get(Organization, partnership.organization_id)
        office = settings_in(reader)
    partner = organization.name if organization else partnership.name
    written = language if language in _OTHER else office.language
    wish = _Wish(partnership, partner, chosen, written, language or written, today)
    with store.writing(Operation("agreement.draft", {"name": partner})) as work:
        return _write_draft(work, wish, office)


def _write_draft(work: UnitOfWork, wish: _Wish, office: Office) -> Agreement:
    starts_on, ends_on = school_year(wish.today, int(office.school_year_start))
    links = work.find(PartnershipSchool, partnership_id=wish.partnership.id)
    schools = work.get_many(School, [each.school_id for each in links if each.school_id])
    number = next_number(work, wish.today)

    def fill(text: str, language: str) -> str:
        values: Values = {
            "district": office.district or office.name,
            "partner": wish.partner,
            "office": office.name,
            "number": number,
            "starts_on": written_date(starts_on, language),
            "ends_on": written_date(ends_on, language),
            "schools": named_schools([each.name for each in schools], language),
        }
        return filled(text, language, values)

    other = _OTHER[wish.language]
    titles, purposes = _titles(wish.template), _purposes(wish.template)
    agreement = Agreement(
        partnership_id=wish.partnership.id,
        number=number,
        title=fill(titles[wish.language] or titles[other], wish.language) or wish.partner,
        title_translated=fill(titles[other], other) if titles[wish.language] else "",
        purpose=fill(purposes[wish.language], wish.language),
        purpose_translated=fill(purposes[other], other),
        template=library.key_of(wish.template),
        instrument=wish.template.instrument,
        language=wish.language,
        paper_language=wish.paper_language,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    work.add(agreement)
    work.add_many(AgreementSchool(agreement_id=agreement.id, school_id=each.id)
                  for each in schools)
    wordings = library.clauses_of(work, wish.template.id)
    work.add_many(copies(wordings, wish.language, agreement_id=agreement.id))
    work.add_many(_first_signatories(work, agreement, wish.partnership, office))
    return agreement


def _titles(template: Template) -> dict[str, str]:
    return {"en": template.title, "es": template.title_es}


def _purposes(template: Template) -> dict[str, str]:
    return {"en": template.purpose, "es": template.purpose_es}


def copies(
    wordings: Iterable[LibraryClause], language: str, *, agreement_id: str | None = None,
    exhibit_id: str | None = None,
) -> list[Clause]:
    """Clauses of an agreement's or exhibit's own, written in ``language``, from the library's.

    What the library has in the other language only stands as it is, so that nothing is lost.
    """
    found = []
    for position, each in enumerate(wordings, 1):
        headings = {"en": each.heading, "es": each.heading_es}
        texts = {"en": each.text, "es": each.text_es}
        other = _OTHER[language]
        found.append(Clause(
            position=position, key=library.key_of(each),
            heading=headings[language] or headings[other],
            text=texts[language] or texts[other],
            heading_translated=headings[other] if headings[language] else "",
            text_translated=texts[other] if texts[language] else "",
            agreement_id=agreement_id, exhibit_id=exhibit_id,
        ))
    return found


def _first_signatories(
    reader: Reader, agreement: Agreement, partnership: Partnership, office: Office
) -> list[Signatory]:
    contacts = reader.find(Contact, organization_id=partnership.organization_id)
    signer = next((each for each in contacts if each.may_sign), None)
    partner = Signatory(agreement_id=agreement.id, position=1, party="partner")
    if signer:
        partner.name, partner.title = signer.name, signer.title
    district = Signatory(
        agreement_id=agreement.id, position=2, party="district",
        name=office.signer_name, title=office.signer_title,
    )
    return [partner, district]


def school_year(today: date, first_month: int) -> tuple[date, date]:
    """First and last day of the school year of ``today``; in its last two months the next one."""
    ahead = today + timedelta(days=61)
    year = ahead.year if ahead.month >= first_month else ahead.year - 1
    starts_on = date(year, first_month, 1)
    return starts_on, date(year + 1, first_month, 1) - timedelta(days=1)


def next_number(reader: Reader, today: date) -> str:
    """The number after the highest of this year, such as 2026-0042; those in Trash count too."""
    prefix = f"{today.year}-"
    return f"{prefix}{_highest(reader, prefix) + 1:04d}"


def _highest(reader: Reader, prefix: str) -> int:
    """The highest count behind ``prefix`` among all numbers; what somebody typed may be no count.

    One that is too long to be counted on from is none either: a number has to fit its field.
    """
    rests = [each[len(prefix):] for each in reader.values_beginning(Agreement, "number", prefix)]
    counts = [int(each) for each in rests if each.isdecimal() and len(each) <= _LONGEST_COUNT]
    return max(counts, default=0)


def renew(store: Store, agreement_id: str, today: date) -> Agreement:
    """Begin the agreement that follows an old one: the same words, the term after its term.

    Rows, clauses, exhibits and signatories are copied; nothing is signed, and the old agreement
    stays as it is. Raises InputError("agreement.renewed_already") with the number of a renewal
    that was begun before, EnvironmentProblem("record.gone").
    """
    with store.reading() as reader:
        old = live(reader, agreement_id)
        starts_on, ends_on = _next_term(old, today, int(settings_in(reader).school_year_start))
    with store.writing(Operation("agreement.renew", {"name": old.number or old.title})) as work:
        # Asked where it is written: two people may renew at the same time.
        begun = work.find(Agreement, renews_id=old.id)
        if begun:
            values = {"number": begun[0].number or begun[0].title}
            raise InputError(Problem("agreement.renewed_already", values=values))
        renewal = replace(
            old, id=new_id(), number=next_number(work, today), status="draft", renews_id=old.id,
            amends_id=None, signed_on=None, starts_on=starts_on, ends_on=ends_on,
        )
        work.add(renewal)
        _copy_parts(work, old.id, renewal.id, lambda _: True)
        return renewal


def _next_term(old: Agreement, today: date, first_month: int) -> tuple[date, date]:
    """The day after the old term and as long again, in whole months.

    That of a draft where the old one has no term, or ended so long ago that this one were over.
    """
    if old.starts_on is None or old.ends_on is None or old.ends_on < old.starts_on:
        return school_year(today, first_month)
    starts_on = old.ends_on + timedelta(days=1)
    months = round((starts_on - old.starts_on).days / 30.4375)
    year, month = divmod(starts_on.year * 12 + starts_on.month - 1 + max(months, 1), 12)
    try:
        ends_on = date(year, month + 1, starts_on.day) - timedelta(days=1)
    except ValueError:  # There is no 31st in that month.
        ends_on = date(year, month + 1, 28)
    return (starts_on, ends_on) if ends_on >= today else school_year(today, first_month)


def amend(store: Store, agreement_id: str, today: date, template: str = "amendment") -> Agreement:
    """Begin an amendment: an agreement of its own that names the one it changes.

    It is numbered after it, 2026-0042-A1, runs to the end of its term, and has its schools and
    signatories. Raises InputError("agreement.not_in_force") for one that is neither in force nor
    out for signature, EnvironmentProblem("record.gone").
    """
    library.ensure(store)
    with store.reading() as reader:
        old = live(reader, agreement_id)
        chosen = library.template_named(reader, template)
        if old.status not in ("active", "out_for_signature"):
            raise InputError(Problem("agreement.not_in_force", values={"number": old.number}))
        titles, purposes = _titles(chosen), _purposes(chosen)
        partner = parties_in(reader, old).partner
    other = _OTHER[old.language]
    values: dict[str, str | None] = {
        "amended_number": old.number, "partner": partner
    }
    with store.writing(Operation("agreement.amend", {"name": old.number or old.title})) as work:
        amendment = replace(
            old, id=new_id(), number=_amendment_number(work, old), status="draft",
            amends_id=old.id, renews_id=None, signed_on=None, notes="",
            starts_on=max(today, old.starts_on or today),
            template=library.key_of(chosen), instrument="amendment",
            title=filled(titles[old.language] or titles[other], old.language, values),
            title_translated=filled(titles[other], other, values),
            purpose=filled(purposes[old.language], old.language, values),
            purpose_translated=filled(purposes[other], other, values),
        )
        work.add(amendment)
        _copy_parts(work, old.id, amendment.id,
                    lambda entity: entity in (AgreementSchool, Signatory))
        wordings = library.clauses_of(work, chosen.id)
        work.add_many(copies(wordings, old.language, agreement_id=amendment.id))
        return amendment


def _amendment_number(reader: Reader, old: Agreement) -> str:
    prefix = f"{old.number[:_LONGEST_AMENDED]}-A"
    return f"{prefix}{_highest(reader, prefix) + 1}"


def _copy_parts(
    work: UnitOfWork, old_id: str, new_owner: str, wanted: Callable[[type[Record]], bool]
) -> None:
    """Copies of the rows of an agreement for another; who signed stays with the old one."""
    for entity in PARTS:
        if not wanted(entity):
            continue
        rows: list[Record] = work.find(entity, agreement_id=old_id)
        for each in rows:
            mine = work.add(_copy(each, agreement_id=new_owner))
            if isinstance(each, Exhibit):
                clauses = work.find(Clause, exhibit_id=each.id)
                work.add_many(_copy(clause, exhibit_id=mine.id) for clause in clauses)


def _copy(record: Record, **owner: str) -> Record:
    signed = {"signed_on": None} if isinstance(record, Signatory) else {}
    changed: dict[str, Any] = {"id": new_id(), **owner, **signed}
    return replace(record, **changed)
