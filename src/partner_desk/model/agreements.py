"""Agreements: the division of services, outcomes and financial responsibility."""

from datetime import date
from decimal import Decimal

from partner_desk.model.fields import Needed, Positioned, Record, declared, owner, reference
from partner_desk.model.texts import N_
from partner_desk.model.values import (
    LANGUAGES,
    Choice,
    Date,
    Flag,
    Integer,
    Money,
    Number,
    Text,
    options,
)

STATUSES = options(
    ("draft", N_("Draft")),
    ("in_review", N_("In review")),
    ("out_for_signature", N_("Out for signature")),
    ("active", N_("Active")),
    ("expired", N_("Expired")),
    ("terminated", N_("Terminated")),
    ("superseded", N_("Superseded")),
)
PARTIES = options(
    ("district", N_("District")), ("partner", N_("Partner")), ("shared", N_("Shared"))
)
PAYERS = (*PARTIES, *options(("other", N_("Another funder"))))
CLAUSE_STATES = options(
    ("not_addressed", N_("Not addressed")),
    ("under_discussion", N_("Under discussion")),
    ("final", N_("Final")),
)


class Agreement(Record, kind="agreement", label=N_("Agreement"), plural=N_("Agreements")):
    """What the district and a partner agree upon for a term."""

    partnership_id: str | None = owner("partnership", N_("Partnership"))
    number: str = declared(
        Text(20), N_("Number"), searchable=True, listed=True,
        help=N_("Given by the office when the agreement is drafted."),
    )
    title: str = declared(
        Text(), N_("Agreement title"), needed=Needed.ALWAYS, searchable=True, listed=True,
        title=True,
    )
    status: str = declared(
        Choice(options=STATUSES), N_("Status"), listed=True, default="draft"
    )
    template: str = declared(Text(), N_("Template"), internal=True)
    language: str = declared(
        Choice(options=LANGUAGES), N_("Language of the paper"), default="en"
    )
    starts_on: date | None = declared(
        Date(), N_("Begins on"), listed=True, needed=Needed.FOR_SIGNATURE, group=N_("Term")
    )
    ends_on: date | None = declared(
        Date(), N_("Ends on"), listed=True, needed=Needed.FOR_SIGNATURE, group=N_("Term")
    )
    signed_on: date | None = declared(Date(), N_("Signed on"), group=N_("Term"))
    revision: int = declared(Integer(1), N_("Revision"), group=N_("Term"), default=1)
    purpose: str = declared(
        Text(lines=True), N_("Purpose"), searchable=True, needed=Needed.FOR_SIGNATURE,
        group=N_("Content"), help=N_("What both sides want to reach together."),
    )
    notes: str = declared(
        Text(lines=True), N_("Notes"), group=N_("Content"),
        help=N_("For the office; never printed."),
    )


class AgreementSchool(
    Record, kind="agreement_school", label=N_("School"), plural=N_("Schools")
):
    """A school at which an agreement is carried out."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    school_id: str | None = reference("school", N_("School"))
    note: str = declared(Text(), N_("Note"), title=True)


class AgreementService(
    Positioned,
    kind="agreement_service",
    label=N_("Service"),
    plural=N_("Services"),
    collection="services",
):
    """Division of services: who does what, where and how often."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    description: str = declared(
        Text(5000), N_("Service"), needed=Needed.ALWAYS, searchable=True, title=True, listed=True
    )
    provider: str = declared(
        Choice(options=PARTIES), N_("Provided by"), listed=True, default="partner"
    )
    place: str = declared(Text(), N_("Where"), listed=True)
    frequency: str = declared(Text(), N_("How often"), listed=True)
    participants: int | None = declared(Integer(), N_("For how many"), listed=True)


class Outcome(Positioned, kind="outcome", label=N_("Outcome"), plural=N_("Outcomes")):
    """Division of outcomes: what will be better, how it is measured, who answers for it."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    statement: str = declared(
        Text(5000), N_("Outcome"), needed=Needed.ALWAYS, searchable=True, title=True, listed=True
    )
    indicator: str = declared(Text(), N_("Indicator"), listed=True)
    unit: str = declared(Text(60), N_("Unit"))
    baseline: Decimal | None = declared(Number(), N_("Baseline"), listed=True)
    target: Decimal | None = declared(Number(), N_("Target"), listed=True)
    method: str = declared(Text(), N_("How and when measured"), listed=True)
    answerable: str = declared(
        Choice(options=PARTIES), N_("Answerable"), listed=True, default="partner"
    )


class FinancialResponsibility(
    Positioned,
    kind="financial_responsibility",
    label=N_("Financial responsibility"),
    plural=N_("Financial responsibilities"),
    collection="financial_responsibilities",
):
    """Division of financial responsibility: who pays what, in money or in kind."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    item: str = declared(
        Text(5000), N_("Item"), needed=Needed.ALWAYS, searchable=True, title=True, listed=True
    )
    payer: str = declared(
        Choice(options=PAYERS), N_("Paid by"), listed=True, default="partner"
    )
    amount: Decimal | None = declared(Money(), N_("Amount"), listed=True)
    in_kind: bool = declared(
        Flag(), N_("In kind"), listed=True, help=N_("Given as goods, space or time, not as money.")
    )
    schedule: str = declared(Text(), N_("When"), listed=True)
    funding_source: str = declared(Text(), N_("Funding source"), listed=True)


class Clause(Positioned, kind="clause", label=N_("Clause"), plural=N_("Clauses")):
    """A numbered clause: this agreement's own copy of a text, free to be changed."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    heading: str = declared(Text(), N_("Heading"), needed=Needed.ALWAYS, title=True, listed=True)
    text: str = declared(Text(lines=True), N_("Text"), listed=True)
    status: str = declared(
        Choice(options=CLAUSE_STATES), N_("Status"), default="not_addressed", listed=True
    )
    notes: str = declared(Text(lines=True), N_("Notes"))
    key: str = declared(Text(), "", internal=True)


class Signatory(
    Positioned, kind="signatory", label=N_("Signatory"), plural=N_("Signatories"),
    collection="signatories",
):
    """Who signs for a party."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    party: str = declared(
        Choice(options=options(("district", N_("District")), ("partner", N_("Partner")))),
        N_("Signs for"), listed=True, default="partner",
    )
    name: str = declared(
        Text(), N_("Name"), needed=Needed.FOR_SIGNATURE, title=True, listed=True
    )
    title: str = declared(Text(), N_("Title"), listed=True)
    signed_on: date | None = declared(Date(), N_("Signed on"), listed=True)
    how: str = declared(
        Choice(options=options(("paper", N_("On paper")), ("electronic", N_("Electronically")))),
        N_("How"), default="paper",
    )
