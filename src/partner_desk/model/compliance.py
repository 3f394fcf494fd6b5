"""Compliance papers: what a partner must show, what is on file, and how long it holds.

How long a paper is valid and who needs it are settings of the office; nothing is fixed here.
"""

from datetime import date
from decimal import Decimal

from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS
from partner_desk.model.choices import Choice, options
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Record, declared, owner, reference
from partner_desk.model.numbers import Integer, Money
from partner_desk.model.texts import N_
from partner_desk.model.values import Flag, Text

PAPER_ABOUT = options(
    ("partner", N_("The partner: one for all its agreements")),
    ("agreement", N_("Each agreement: one of its own")),
)
COVERAGES = options(
    ("general", N_("General liability")),
    ("auto", N_("Automobile liability")),
    ("workers", N_("Workers' compensation")),
    ("abuse", N_("Abuse and molestation")),
    ("professional", N_("Professional liability")),
    ("medical", N_("Medical")),
    ("cyber", N_("Cyber liability")),
    ("umbrella", N_("Umbrella")),
)
DECISIONS = options(("required", N_("Required")), ("waived", N_("Not needed")))


class PaperKind(
    Record, kind="paper_kind", label=N_("Kind of paper"), plural=N_("Kinds of papers")
):
    """A kind of paper that the office asks for, such as a certificate of insurance."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    about: str = declared(
        Choice(options=PAPER_ABOUT), N_("Asked of"), listed=True, default="partner"
    )
    valid_months: int | None = declared(
        Integer(1, 600), N_("Valid for months"), listed=True,
        help=N_("Counted from its date; empty when each paper has its own last day, or none."),
    )
    insurance: bool = declared(
        Flag(), N_("Insurance"), listed=True, help=N_("Lists coverages with their limits.")
    )
    in_use: bool = declared(Flag(), N_("In use"), default=True)
    notes: str = declared(Text(lines=True), N_("Notes"))
    key: str = declared(Text(), "", internal=True)


class PaperRequirement(
    Record, kind="paper_requirement", label=N_("Requirement"), plural=N_("Requirements")
):
    """For which agreements a kind of paper is required, and for insurance with which limits."""

    paper_kind_id: str | None = owner("paper_kind", N_("Kind of paper"))
    instrument: str = declared(
        Choice(options=AGREEMENT_INSTRUMENTS), N_("For"), title=True, listed=True,
        help=N_("Empty: for every kind of agreement."),
    )
    coverage: str = declared(
        Choice(options=COVERAGES, open=True), N_("Coverage"), listed=True
    )
    per_occurrence: Decimal | None = declared(Money(), N_("Each occurrence"), listed=True)
    aggregate: Decimal | None = declared(Money(), N_("Aggregate"), listed=True)
    endorsement: bool = declared(
        Flag(), N_("Endorsement page"), listed=True,
        help=N_("The page that names the district as additional insured has to be on file."),
    )


class Paper(Record, kind="paper", label=N_("Compliance paper"), plural=N_("Compliance papers")):
    """A paper on file, for a partner or for one agreement."""

    organization_id: str | None = owner("organization", N_("Organization"))
    agreement_id: str | None = owner("agreement", N_("Agreement"))
    paper_kind_id: str | None = reference(
        "paper_kind", N_("Kind of paper"), needed=Needed.ALWAYS, listed=True
    )
    name: str = declared(
        Text(), N_("What it says"), title=True, listed=True,
        help=N_("A policy or certificate number, a name, a title."),
    )
    issued_on: date | None = declared(Date(), N_("Dated"), listed=True)
    expires_on: date | None = declared(
        Date(), N_("Valid until"), listed=True,
        help=N_("Empty: counted from its date by the kind of paper."),
    )
    received_on: date | None = declared(Date(), N_("Received on"))
    verified_on: date | None = declared(Date(), N_("Verified on"), listed=True)
    verified_by: str = declared(Text(), N_("Verified by"))
    insured_name: str = declared(
        Text(), N_("Insured name"), group=N_("Insurance"),
        help=N_("Has to be the name of the partner on the agreement."),
    )
    producer: str = declared(Text(), N_("Producer"), group=N_("Insurance"))
    attachment_id: str | None = reference("attachment", N_("Document"))
    note: str = declared(Text(lines=True), N_("Note"))


class Coverage(Record, kind="coverage", label=N_("Coverage"), plural=N_("Coverages")):
    """One policy on a certificate of insurance."""

    paper_id: str | None = owner("paper", N_("Compliance paper"))
    coverage: str = declared(
        Choice(options=COVERAGES, open=True), N_("Coverage"), needed=Needed.ALWAYS, title=True,
        listed=True,
    )
    carrier: str = declared(Text(), N_("Insurer"), listed=True)
    policy: str = declared(Text(), N_("Policy number"), listed=True)
    per_occurrence: Decimal | None = declared(Money(), N_("Each occurrence"), listed=True)
    aggregate: Decimal | None = declared(Money(), N_("Aggregate"), listed=True)
    begins_on: date | None = declared(Date(), N_("Begins on"), listed=True)
    expires_on: date | None = declared(Date(), N_("Ends on"), listed=True)
    additional_insured: bool = declared(Flag(), N_("District is additional insured"))
    endorsement: bool = declared(Flag(), N_("Endorsement page"), listed=True)
    waiver: bool = declared(Flag(), N_("Waiver of subrogation"))


class PaperDecision(
    Record, kind="paper_decision", label=N_("Decision"), plural=N_("Decisions")
):
    """That one agreement needs a kind of paper, or does not, against what is usual."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    paper_kind_id: str | None = reference(
        "paper_kind", N_("Kind of paper"), needed=Needed.ALWAYS, listed=True
    )
    decision: str = declared(
        Choice(options=DECISIONS), N_("Decision"), listed=True, default="required"
    )
    reason: str = declared(Text(), N_("Why"), title=True, listed=True)
