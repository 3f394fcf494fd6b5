"""Agreements: drafted from a template, divided in three, checked before they are signed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from partner_desk.files.templates import (
    AgreementTemplate,
    Values,
    agreement_templates,
    filled,
    named_schools,
    written_date,
)
from partner_desk.model.agreements import (
    Agreement,
    AgreementSchool,
    AgreementService,
    Clause,
    FinancialResponsibility,
    Outcome,
    Signatory,
)
from partner_desk.model.directory import Contact, Organization
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Needed, Record
from partner_desk.model.history import Operation
from partner_desk.model.office import Office
from partner_desk.model.partners import Partnership, PartnershipSchool, School
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Parties:
    """Who the two sides of an agreement are; ``organization`` is None when it is gone."""

    district: str
    partner: str
    organization: Organization | None


@dataclass(frozen=True, slots=True)
class PayerTotal:
    """What one payer gives: money, and apart from it the value of what is given in kind."""

    payer: str
    money: Decimal
    in_kind: Decimal


def template_named(key: str) -> AgreementTemplate:
    """The template with this key. Raises InputError("template.unknown")."""
    templates = agreement_templates()
    if key not in templates:
        known = ", ".join(templates)
        raise InputError(Problem("template.unknown", values={"key": key, "known": known}))
    return templates[key]


def draft(
    store: Store, partnership_id: str, template: str, today: date, language: str | None = None
) -> Agreement:
    """Begin an agreement: number, term, schools, clauses and signatories are filled in.

    The term is the school year that ``today`` lies in, or the next one in its last two months.
    Raises InputError for an unknown template, EnvironmentProblem("record.gone").
    """
    chosen = template_named(template)
    with store.reading() as reader:
        partnership = reader.get(Partnership, partnership_id)
        if partnership is None or partnership.deleted_at is not None:
            raise EnvironmentProblem("record.gone", kind="partnership", id=partnership_id)
        organization = reader.get(Organization, partnership.organization_id)
    partner = organization.name if organization else partnership.name
    operation = Operation("agreement.draft", {"name": partner})
    with store.writing(operation) as work:
        return _write_draft(work, partnership, partner, chosen, today, language)


def _write_draft(
    work: UnitOfWork,
    partnership: Partnership,
    partner: str,
    template: AgreementTemplate,
    today: date,
    language: str | None,
) -> Agreement:
    office = settings_in(work)
    paper = language or office.language
    starts_on, ends_on = school_year(today, int(office.school_year_start))
    links = work.find(PartnershipSchool, partnership_id=partnership.id)
    schools = work.get_many(School, [each.school_id for each in links if each.school_id])
    number = next_number(work, today)
    values: Values = {
        "district": office.district or office.name,
        "partner": partner,
        "office": office.name,
        "number": number,
        "starts_on": written_date(starts_on, paper),
        "ends_on": written_date(ends_on, paper),
        "schools": named_schools([each.name for each in schools], paper),
    }

    def fill(text: str) -> str:
        return filled(text, paper, values)

    agreement = Agreement(
        partnership_id=partnership.id,
        number=number,
        title=fill(template.title[paper]),
        purpose=fill(template.purpose[paper]),
        template=template.key,
        language=paper,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    clauses = [
        Clause(agreement_id=agreement.id, position=position, key=each.key,
               heading=fill(each.heading[paper]), text=each.text[paper])
        for position, each in enumerate(template.clauses, 1)
    ]
    work.add(agreement)
    work.add_many(AgreementSchool(agreement_id=agreement.id, school_id=each.id)
                  for each in schools)
    work.add_many(clauses)
    work.add_many(_first_signatories(work, agreement, partnership, office))
    return agreement


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
    taken = reader.values_beginning(Agreement, "number", prefix)
    numbers = [int(each[len(prefix):]) for each in taken if each[len(prefix):].isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1:04d}"


def by_number(store: Store, number: str) -> Agreement:
    """The live agreement with this number. Raises InputError("agreement.unknown_number")."""
    with store.reading() as reader:
        found = reader.find(Agreement, number=number.strip())
    if not found:
        raise InputError(Problem("agreement.unknown_number", values={"number": number}))
    return found[0]


def parties(store: Store, agreement_id: str) -> Parties:
    """The two sides of an agreement."""
    with store.reading() as reader:
        return parties_in(reader, _agreement(reader, agreement_id))


def parties_in(reader: Reader, agreement: Agreement) -> Parties:
    """The two sides of an agreement as a reader sees them."""
    office = settings_in(reader)
    partnership = reader.get(Partnership, agreement.partnership_id)
    organization = reader.get(Organization, partnership.organization_id) if partnership else None
    name = organization.name if organization else partnership.name if partnership else ""
    return Parties(office.district or office.name, name, organization)


def totals(store: Store, agreement_id: str) -> list[PayerTotal]:
    """What each payer gives, in the order in which payers first appear."""
    with store.reading() as reader:
        return totals_of(reader.find(FinancialResponsibility, agreement_id=agreement_id))


def totals_of(rows: list[FinancialResponsibility]) -> list[PayerTotal]:
    """What each payer of these rows gives."""
    money: dict[str, Decimal] = defaultdict(Decimal)
    in_kind: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        chosen, other = (in_kind, money) if row.in_kind else (money, in_kind)
        chosen[row.payer] += row.amount or Decimal()
        other[row.payer] += Decimal()
    return [PayerTotal(payer, money[payer], in_kind[payer])
            for payer in dict.fromkeys(row.payer for row in rows)]


def missing_for_signature(store: Store, agreement_id: str) -> list[Problem]:
    """What an agreement still lacks before it can go out; ``where`` names the tab or record."""
    with store.reading() as reader:
        return missing_in(reader, _agreement(reader, agreement_id))


def missing_in(reader: Reader, agreement: Agreement) -> list[Problem]:
    """What an agreement still lacks, in a view of the office that is open already."""
    found = _unfilled(agreement, "")
    organization = parties_in(reader, agreement).organization
    if organization:
        found += _unfilled(organization, "partner")
    if not settings_in(reader).district:
        found.append(Problem("sign.no_district", "district", where="office"))
    found += _missing_rows(reader, agreement)
    if agreement.starts_on and agreement.ends_on and agreement.ends_on < agreement.starts_on:
        found.append(Problem("sign.term_reversed", "ends_on"))
    return found


def _missing_rows(reader: Reader, agreement: Agreement) -> list[Problem]:
    wanted: tuple[tuple[type[Record], str], ...] = (
        (AgreementService, "sign.no_services"),
        (Outcome, "sign.no_outcomes"),
        (FinancialResponsibility, "sign.no_financial"),
        (Clause, "sign.no_clauses"),
    )
    found = [
        Problem(code, where=entity.kind)
        for entity, code in wanted
        if not reader.find(entity, agreement_id=agreement.id)
    ]
    signatories = reader.find(Signatory, agreement_id=agreement.id)
    for party in ("partner", "district"):
        if not any(each.party == party and each.name for each in signatories):
            found.append(Problem("sign.no_signatory", values={"party": party}, where="signatory"))
    return found


def _unfilled(record: Record, where: str) -> list[Problem]:
    return [
        Problem("field.needed_to_sign", each.name, {"field": each.label}, where)
        for each in record.declarations.values()
        if each.needed is Needed.FOR_SIGNATURE and getattr(record, each.name) == each.type.empty
    ]


def set_status(store: Store, agreement_id: str, status: str) -> Agreement:
    """Set the status of an agreement. Raises InputError for an unknown one."""
    cleaned, problems = Agreement.check({"status": status})
    if problems:
        raise InputError(*problems)
    with store.reading() as reader:
        agreement = _agreement(reader, agreement_id)
    values = {"name": agreement.number or agreement.title, "status": cleaned["status"]}
    with store.writing(Operation("agreement.status", values)) as work:
        return work.change(Agreement, agreement_id, **cleaned)


def _agreement(reader: Reader, agreement_id: str) -> Agreement:
    agreement = reader.get(Agreement, agreement_id)
    if agreement is None:
        raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
    return agreement
