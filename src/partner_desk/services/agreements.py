"""Agreements: who their sides are, what each payer gives, how far they are."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from partner_desk.model.agreements import (
    Agreement,
    FinancialResponsibility,
)
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


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


def by_number(store: Store, number: str) -> Agreement:
    """The live agreement with this number. Raises InputError("agreement.unknown_number")."""
    with store.reading() as reader:
        found = reader.find(Agreement, number=number.strip()) if number.strip() else []
    if not found:
        raise InputError(Problem("agreement.unknown_number", values={"number": number}))
    return found[0]


def parties(store: Store, agreement_id: str) -> Parties:
    """The two sides of an agreement."""
    with store.reading() as reader:
        return parties_in(reader, existing(reader, agreement_id))


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


def set_status(store: Store, agreement_id: str, status: str) -> Agreement:
    """Set the status of an agreement. Raises InputError for an unknown one."""
    cleaned, problems = Agreement.check({"status": status})
    if problems:
        raise InputError(*problems)
    with store.reading() as reader:
        agreement = live(reader, agreement_id)
    values = {"name": agreement.number or agreement.title, "status": cleaned["status"]}
    with store.writing(Operation("agreement.status", values)) as work:
        return work.change(Agreement, agreement_id, **cleaned)


def existing(reader: Reader, agreement_id: str) -> Agreement:
    """The agreement with this id, in Trash or not. Raises EnvironmentProblem("record.gone")."""
    agreement = reader.get(Agreement, agreement_id)
    if agreement is None:
        raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
    return agreement


def live(reader: Reader, agreement_id: str) -> Agreement:
    """The same for who is about to change it: one in Trash is gone, too."""
    agreement = existing(reader, agreement_id)
    if agreement.deleted_at is not None:
        raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
    return agreement
