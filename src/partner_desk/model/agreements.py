"""Agreements: the division of services, outcomes and financial responsibility."""

from datetime import date
from decimal import Decimal

from partner_desk.model.choices import LANGUAGES, Choice, options
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Positioned, Record, declared, owner, reference
from partner_desk.model.numbers import Integer, Money, Number
from partner_desk.model.texts import N_
from partner_desk.model.values import Flag, Text

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
INSTRUMENTS = options(
    ("memorandum", N_("Memorandum of understanding")),
    ("service_agreement", N_("Service agreement")),
    ("data_sharing", N_("Data-sharing exhibit")),
    ("space_use", N_("Space-use exhibit")),
    ("site_plan", N_("School site plan")),
    ("amendment", N_("Amendment")),
    ("other", N_("Other agreement")),
)
EXHIBIT_INSTRUMENTS = ("data_sharing", "space_use", "site_plan")
"""Instruments that are part of an agreement and never one of their own."""
AGREEMENT_INSTRUMENTS = tuple(
    each for each in INSTRUMENTS if each.value not in EXHIBIT_INSTRUMENTS
)
PAPER_LANGUAGES = (*LANGUAGES, *options(("both", N_("English and Spanish, side by side"))))
EXHIBIT_SOURCES = options(
    ("clauses", N_("Clauses")), ("school", N_("School site plan")), ("file", N_("Document"))
)
ROUTING_TASKS = options(
    ("review", N_("Review")), ("sign", N_("Sign")), ("file", N_("File the signed copy"))
)
CLAUSE_STATES = options(
    ("not_addressed", N_("Not addressed")),
    ("under_discussion", N_("Under discussion")),
    ("final", N_("Final")),
)


EVERY_SCHOOL = N_("Empty: for every school of the agreement.")


class Agreement(Record, kind="agreement", label=N_("Agreement"), plural=N_("Agreements")):
    """What the district and a partner agree upon for a term."""

    partnership_id: str | None = owner("partnership", N_("Partnership"))
    number: str = declared(
        Text(20), N_("Number"), searchable=True, listed=True, given=True,
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
    instrument: str = declared(
        Choice(options=AGREEMENT_INSTRUMENTS), N_("Kind of agreement"), listed=True,
        default="memorandum",
    )
    language: str = declared(
        Choice(options=LANGUAGES), N_("Written in"), default="en",
        help=N_("The language its texts are written in; the other one is their translation."),
    )
    paper_language: str = declared(
        Choice(options=PAPER_LANGUAGES), N_("Language of the paper"),
        help=N_("Empty: the language it is written in."),
    )
    amends_id: str | None = reference("agreement", N_("Amends"))
    renews_id: str | None = reference("agreement", N_("Renews"))
    starts_on: date | None = declared(
        Date(), N_("Begins on"), listed=True, needed=Needed.FOR_SIGNATURE, group=N_("Term")
    )
    ends_on: date | None = declared(
        Date(), N_("Ends on"), listed=True, needed=Needed.FOR_SIGNATURE, group=N_("Term")
    )
    signed_on: date | None = declared(Date(), N_("Signed on"), group=N_("Term"))
    purpose: str = declared(
        Text(lines=True), N_("Purpose"), searchable=True, needed=Needed.FOR_SIGNATURE,
        group=N_("Content"), help=N_("What both sides want to reach together."),
    )
    title_translated: str = declared(
        Text(), N_("Agreement title, translated"), searchable=True, group=N_("Content")
    )
    purpose_translated: str = declared(
        Text(lines=True), N_("Purpose, translated"), group=N_("Content")
    )
    notes: str = declared(
        Text(lines=True), N_("Notes"), group=N_("Content"),
        help=N_("For the office; never printed."),
    )


class AgreementSchool(
    Record, kind="agreement_school", label=N_("School"), plural=N_("Schools")
):
    """A school at which an agreement is carried out, with what its site plan says."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    school_id: str | None = reference("school", N_("School"))
    note: str = declared(Text(), N_("Note"), title=True)
    contact: str = declared(
        Text(), N_("Contact at the school"), group=N_("Site plan"),
        help=N_("Who at the school the partner turns to."),
    )
    times: str = declared(Text(), N_("Days and times"), group=N_("Site plan"))
    space: str = declared(Text(), N_("Rooms and spaces"), group=N_("Site plan"))
    grades: str = declared(Text(), N_("Grades"), group=N_("Site plan"))
    participants: int | None = declared(Integer(), N_("For how many"), group=N_("Site plan"))


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
    school_id: str | None = reference("school", N_("School"), help=EVERY_SCHOOL)
    description_translated: str = declared(Text(5000), N_("Service, translated"))
    place_translated: str = declared(Text(), N_("Where, translated"))
    frequency_translated: str = declared(Text(), N_("How often, translated"))


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
    school_id: str | None = reference("school", N_("School"), help=EVERY_SCHOOL)
    statement_translated: str = declared(Text(5000), N_("Outcome, translated"))
    indicator_translated: str = declared(Text(), N_("Indicator, translated"))
    method_translated: str = declared(Text(), N_("How and when measured, translated"))


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
    school_id: str | None = reference("school", N_("School"), help=EVERY_SCHOOL)
    item_translated: str = declared(Text(5000), N_("Item, translated"))
    schedule_translated: str = declared(Text(), N_("When, translated"))
    funding_source_translated: str = declared(Text(), N_("Funding source, translated"))


class Exhibit(Positioned, kind="exhibit", label=N_("Exhibit"), plural=N_("Exhibits")):
    """A lettered part of the packet: clauses, the site plan of a school, or a document.

    Its letter follows from its place.
    """

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    title: str = declared(
        Text(), N_("Exhibit title"), needed=Needed.ALWAYS, title=True, listed=True
    )
    source: str = declared(
        Choice(options=EXHIBIT_SOURCES), N_("Holds"), listed=True, default="clauses"
    )
    school_id: str | None = reference("school", N_("School"))
    attachment_id: str | None = reference("attachment", N_("Document"))
    title_translated: str = declared(Text(), N_("Exhibit title, translated"))
    template: str = declared(Text(), N_("Template"), internal=True)


class Clause(Positioned, kind="clause", label=N_("Clause"), plural=N_("Clauses")):
    """A numbered clause of an agreement or of an exhibit: its own copy of a text."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    exhibit_id: str | None = owner("exhibit", N_("Exhibit"))
    heading: str = declared(Text(), N_("Heading"), needed=Needed.ALWAYS, title=True, listed=True)
    text: str = declared(Text(lines=True), N_("Text"), listed=True)
    status: str = declared(
        Choice(options=CLAUSE_STATES), N_("Status"), default="not_addressed", listed=True
    )
    notes: str = declared(Text(lines=True), N_("Notes"))
    heading_translated: str = declared(Text(), N_("Heading, translated"))
    text_translated: str = declared(Text(lines=True), N_("Text, translated"))
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
    title_translated: str = declared(Text(), N_("Title, translated"))


class RoutingStep(
    Positioned, kind="routing_step", label=N_("Routing step"), plural=N_("Routing")
):
    """A hand the paper goes through; it lies with the first step that is reached and not done."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    holder: str = declared(Text(), N_("Who"), needed=Needed.ALWAYS, title=True, listed=True)
    task: str = declared(
        Choice(options=ROUTING_TASKS), N_("What to do"), listed=True, default="sign"
    )
    reached_on: date | None = declared(Date(), N_("Has it since"), listed=True)
    done_on: date | None = declared(Date(), N_("Done on"), listed=True)
    note: str = declared(Text(), N_("Note"), listed=True)


class Revision(Record, kind="revision", label=N_("Revision"), plural=N_("Revisions")):
    """An agreement as it went out for signature: the bytes of its packet and what it said."""

    agreement_id: str | None = owner("agreement", N_("Agreement"))
    number: int = declared(Integer(1), N_("Revision"), title=True, listed=True, default=1)
    frozen_on: date | None = declared(Date(), N_("Sent out on"), listed=True)
    paper_language: str = declared(
        Choice(options=PAPER_LANGUAGES), N_("Language of the paper"), listed=True, default="en"
    )
    pages: int = declared(Integer(), N_("Pages"), listed=True, default=0)
    reason: str = declared(Text(), N_("Why"), listed=True)
    sha256: str = declared(Text(64), N_("Fingerprint"), internal=True)
    content: str = declared(Text(64), "", internal=True)


class FiledPage(
    Record, kind="filed_page", label=N_("Signed page"), plural=N_("Signed pages")
):
    """A page of a revision that came home in a scan."""

    revision_id: str | None = owner("revision", N_("Revision"))
    page: int = declared(Integer(1), N_("Page"), title=True, listed=True, default=1)
    attachment_id: str | None = reference("attachment", N_("Scan"))
    source: str = declared(Text(64), "", internal=True)
