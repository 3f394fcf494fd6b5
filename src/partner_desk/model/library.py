"""The office's library: templates of agreements, the clauses they begin with, who may sign."""

from datetime import date
from decimal import Decimal

from partner_desk.model.agreements import AGREEMENT_INSTRUMENTS, INSTRUMENTS
from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Positioned, Record, declared, owner, reference
from partner_desk.model.numbers import Money
from partner_desk.model.texts import N_
from partner_desk.model.values import Text


class LibraryClause(
    Record, kind="library_clause", label=N_("Library clause"), plural=N_("Library clauses")
):
    """A clause that templates begin with; agreements keep copies of their own."""

    heading: str = declared(
        Text(), N_("Heading"), needed=Needed.ALWAYS, title=True, listed=True, group=N_("English")
    )
    text: str = declared(Text(lines=True), N_("Text"), listed=True, group=N_("English"))
    heading_es: str = declared(Text(), N_("Heading in Spanish"), group=N_("Spanish"))
    text_es: str = declared(Text(lines=True), N_("Text in Spanish"), group=N_("Spanish"))
    notes: str = declared(Text(lines=True), N_("Notes"), group=N_("Office"))
    key: str = declared(Text(), "", internal=True)


class Template(Record, kind="template", label=N_("Template"), plural=N_("Templates")):
    """What a new agreement or exhibit begins with."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True, group=N_("English")
    )
    instrument: str = declared(
        Choice(options=INSTRUMENTS), N_("Kind of agreement"), listed=True, default="other",
        group=N_("English"),
    )
    description: str = declared(Text(lines=True), N_("When to use it"), group=N_("English"))
    title: str = declared(Text(), N_("Title of the agreement"), group=N_("English"))
    purpose: str = declared(Text(lines=True), N_("Purpose"), group=N_("English"))
    name_es: str = declared(Text(), N_("Name in Spanish"), group=N_("Spanish"))
    description_es: str = declared(
        Text(lines=True), N_("When to use it, in Spanish"), group=N_("Spanish")
    )
    title_es: str = declared(Text(), N_("Title in Spanish"), group=N_("Spanish"))
    purpose_es: str = declared(Text(lines=True), N_("Purpose in Spanish"), group=N_("Spanish"))
    key: str = declared(Text(), "", internal=True)


class TemplateClause(
    Positioned, kind="template_clause", label=N_("Clause"), plural=N_("Clauses")
):
    """That a template has a clause, and where."""

    template_id: str | None = owner("template", N_("Template"))
    library_clause_id: str | None = reference("library_clause", N_("Library clause"))
    note: str = declared(Text(), N_("Note"), title=True)


class SigningAuthority(
    Record, kind="signing_authority", label=N_("Signing authority"),
    plural=N_("Signing authorities"), collection="signing_authorities",
):
    """Who may sign for the district, what, and up to which amount."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    title: str = declared(Text(), N_("Title"), listed=True)
    instrument: str = declared(
        Choice(options=AGREEMENT_INSTRUMENTS), N_("May sign"), listed=True,
        help=N_("Empty: every kind of agreement."),
    )
    up_to: Decimal | None = declared(
        Money(), N_("Up to"), listed=True,
        help=N_("What the district pays at most under the agreement; empty: any amount."),
    )
    begins_on: date | None = declared(Date(), N_("From"), listed=True)
    ends_on: date | None = declared(Date(), N_("Until"), listed=True)
