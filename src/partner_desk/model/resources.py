"""What organizations offer to families and schools, for whom and at what cost.

A *resource* of the screens is HSDS's service.
"""

from datetime import date
from decimal import Decimal

from partner_desk.model.choices import Choice, options
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Record, declared, owner, reference
from partner_desk.model.numbers import Integer, Money
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import PARAGRAPHS, Email, Text, WebAddress

SERVICE_STATES = options(
    ("active", N_("Active")),
    ("inactive", N_("Inactive")),
    ("temporarily closed", N_("Temporarily closed")),
    ("defunct", N_("No longer offered")),
)
VERIFICATION_METHODS = options(
    ("phone", N_("By phone")),
    ("email", N_("By email")),
    ("visit", N_("On the spot")),
    ("website", N_("On their website")),
    ("form", N_("They filled in a form")),
)


class Service(Imported, kind="service", label=N_("Resource"), plural=N_("Resources")):
    """A community resource: what an organization offers to families and schools."""

    organization_id: str | None = owner("organization", N_("Organization"))
    program_id: str | None = reference("program", N_("Program"), internal=True)
    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    alternate_name: str = declared(Text(), N_("Other names"), public=True, searchable=True)
    description: str = declared(
        PARAGRAPHS, N_("Description"), public=True, searchable=True,
        help=N_("What a family gets there, in plain words."),
    )
    status: str = declared(
        Choice(options=SERVICE_STATES, open=True), N_("Status"), public=True, listed=True,
        default="active",
    )
    eligibility_description: str = declared(
        PARAGRAPHS, N_("Who can use it"), public=True, group=N_("Using it")
    )
    minimum_age: int | None = declared(
        Integer(0, 130), N_("From age"), public=True, group=N_("Using it")
    )
    maximum_age: int | None = declared(
        Integer(0, 130), N_("To age"), public=True, group=N_("Using it")
    )
    application_process: str = declared(
        PARAGRAPHS, N_("How to apply"), public=True, group=N_("Using it")
    )
    fees_description: str = declared(
        PARAGRAPHS, N_("Fees"), public=True, listed=True, group=N_("Using it")
    )
    wait_time: str = declared(Text(), N_("Waiting time"), public=True, group=N_("Using it"))
    interpretation_services: str = declared(
        Text(5000), N_("Interpretation"), public=True, group=N_("Using it")
    )
    accreditations: str = declared(Text(5000), N_("Accreditations"), public=True)
    email: str = declared(
        Email(), N_("Email"), public=True, searchable=True, listed=True, group=N_("Reach")
    )
    url: str = declared(
        WebAddress(limit=2000), N_("Website"), public=True, searchable=True, group=N_("Reach")
    )
    alert: str = declared(
        Text(5000), N_("Alert"), public=True, group=N_("Office"),
        help=N_("A temporary notice, such as a closing."),
    )
    assured_date: date | None = declared(
        Date(), N_("Verified on"), public=True, listed=True, group=N_("Office"),
        help=N_("The day somebody last confirmed that all this is right."),
    )
    assurer_email: str = declared(Email(), N_("Verified by"), group=N_("Office"))


class Eligibility(
    Imported,
    kind="eligibility",
    label=N_("Eligibility"),
    plural=N_("Eligibility rules"),
    collection="eligibilities",
):
    """One rule of who can use a service."""

    service_id: str | None = owner("service", N_("Resource"))
    description: str = declared(
        Text(5000), N_("Rule"), needed=Needed.ALWAYS, public=True, title=True
    )


class CostOption(Imported, kind="cost_option", label=N_("Cost"), plural=N_("Costs")):
    """What a service costs for whom."""

    service_id: str | None = owner("service", N_("Resource"))
    option: str = declared(Text(), N_("For whom"), public=True, title=True)
    amount: Decimal | None = declared(Money(), N_("Amount"), public=True)
    currency: str = declared(Text(3), N_("Currency"), public=True)
    amount_description: str = declared(Text(5000), N_("In words"), public=True)
    valid_from: date | None = declared(Date(), N_("Valid from"), public=True)
    valid_to: date | None = declared(Date(), N_("Valid until"), public=True)


class RequiredDocument(
    Imported, kind="required_document", label=N_("Required paper"), plural=N_("Required papers")
):
    """A paper that a family has to bring."""

    service_id: str | None = owner("service", N_("Resource"))
    document: str = declared(
        Text(5000), N_("Paper"), needed=Needed.ALWAYS, public=True, title=True
    )


class ServiceArea(
    Imported, kind="service_area", label=N_("Area served"), plural=N_("Areas served")
):
    """Where the people live whom a service is for."""

    service_id: str | None = owner("service", N_("Resource"))
    name: str = declared(Text(), N_("Area"), public=True, title=True)
    description: str = declared(Text(5000), N_("Description"), public=True)


class Verification(
    Record, kind="verification", label=N_("Verification"), plural=N_("Verifications")
):
    """That somebody made sure an entry of the directory is right."""

    service_id: str | None = owner("service", N_("Resource"))
    verified_on: date | None = declared(
        Date(), N_("Verified on"), needed=Needed.ALWAYS, listed=True
    )
    verified_by: str = declared(Text(), N_("Verified by"), listed=True, title=True)
    method: str = declared(Choice(options=VERIFICATION_METHODS), N_("How"), listed=True)
    note: str = declared(Text(5000), N_("What was said"), listed=True)
