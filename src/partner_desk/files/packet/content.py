"""What a packet says: an agreement in one language, and the sheet that goes on top of it.

Choices are the stored codes of the model, so that the words for them come from the catalogue of the
paper. Amounts are dollars.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One row of the division of services; ``school`` is "" for every school of the agreement."""

    description: str
    provider: str
    place: str
    frequency: str
    participants: int | None
    school: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One row of the division of outcomes."""

    statement: str
    indicator: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    method: str
    answerable: str
    school: str = ""


@dataclass(frozen=True, slots=True)
class FinancialRow:
    """One row of the division of financial responsibility, paid in money or given in kind."""

    item: str
    payer: str
    amount: Decimal | None
    in_kind: bool
    schedule: str
    funding_source: str
    school: str = ""


@dataclass(frozen=True, slots=True)
class PayerTotal:
    """What one payer gives: money, and apart from it the value of what is given in kind."""

    payer: str
    money: Decimal
    in_kind: Decimal


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A clause with its placeholders filled."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SitePlan:
    """What a school site plan says of its school."""

    school: str
    principal: str
    contact: str
    times: str
    space: str
    grades: str
    participants: int | None


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """A document as an exhibit: a PDF, or None when it has to be enclosed separately."""

    name: str
    pdf: bytes | None


@dataclass(frozen=True, slots=True)
class ExhibitText:
    """A lettered exhibit: clauses, and with them a site plan or a document where it has one."""

    letter: str
    title: str
    source: str
    clauses: tuple[ClauseText, ...] = ()
    site: SitePlan | None = None
    file: EnclosedFile | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs for which party, a code of the model."""

    party: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Content:
    """What an agreement says in ``language``; what it lacks there stands as it was written.

    ``amends`` and ``renews`` are number and title of another agreement, or "".
    """

    language: str
    number: str
    title: str
    instrument: str
    district: str
    partner: str
    starts_on: date | None
    ends_on: date | None
    schools: tuple[str, ...]
    purpose: str
    services: tuple[ServiceRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    financial: tuple[FinancialRow, ...]
    clauses: tuple[ClauseText, ...]
    exhibits: tuple[ExhibitText, ...]
    signers: tuple[Signer, ...]
    amends: str = ""
    renews: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand on the routing sheet; the dates are None until they are known."""

    holder: str
    task: str
    reached_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands around an agreement and is no part of it. ``papers`` are to come along."""

    office: str
    letterhead: tuple[str, ...]
    logo: bytes | None
    paper: str
    office_mark: str
    revision: int
    draft: bool
    contact: tuple[str, ...] = ()
    routing: tuple[Hand, ...] = ()
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet in the language of its only content, or in those of two, side by side.

    The first content is in the language the agreement was written in; both have the same rows.
    """

    contents: tuple[Content, ...]
    cover: Cover


def totals(rows: Sequence[FinancialRow]) -> tuple[PayerTotal, ...]:
    """What each payer gives, in the order in which payers first appear."""
    payers = dict.fromkeys(row.payer for row in rows)
    return tuple(PayerTotal(payer, _sum(rows, payer, False), _sum(rows, payer, True))
                 for payer in payers)


def _sum(rows: Sequence[FinancialRow], payer: str, in_kind: bool) -> Decimal:
    wanted = (row.amount for row in rows if row.payer == payer and row.in_kind is in_kind)
    return sum((amount for amount in wanted if amount is not None), Decimal())
