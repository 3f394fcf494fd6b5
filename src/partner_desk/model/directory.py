"""The directory of community resources, in the shapes of Open Referral HSDS 3.

A *resource* of the screens is HSDS's service. Names of fields are the specification's own, so
that files need no second vocabulary.
"""

from datetime import date, time
from decimal import Decimal

from partner_desk.model.fields import Needed, Record, declared, owner, reference
from partner_desk.model.texts import N_
from partner_desk.model.values import (
    Choice,
    Coordinate,
    Date,
    Digits,
    Email,
    Extra,
    Flag,
    Integer,
    Money,
    Phone,
    Text,
    TimeOfDay,
    WebAddress,
    Words,
    options,
)

PARAGRAPHS = Text(lines=True)

SECTORS = options(
    ("higher_education", N_("Higher education")),
    ("nonprofit", N_("Non-profit")),
    ("business", N_("Business")),
    ("government", N_("Government")),
    ("health_care", N_("Health care")),
    ("faith", N_("Faith community")),
    ("philanthropy", N_("Philanthropy")),
    ("arts", N_("Arts and culture")),
    ("other", N_("Other")),
)
SERVICE_STATES = options(
    ("active", N_("Active")),
    ("inactive", N_("Inactive")),
    ("temporarily closed", N_("Temporarily closed")),
    ("defunct", N_("No longer offered")),
)
PLACE_TYPES = options(
    ("physical", N_("A place to visit")),
    ("postal", N_("For mail only")),
    ("virtual", N_("Online or by phone")),
)
PHONE_TYPES = options(
    ("voice", N_("Voice")),
    ("cell", N_("Mobile")),
    ("text", N_("Text messages")),
    ("fax", N_("Fax")),
    ("tty", N_("Text telephone")),
)
VERIFICATION_METHODS = options(
    ("phone", N_("By phone")),
    ("email", N_("By email")),
    ("visit", N_("On the spot")),
    ("website", N_("On their website")),
    ("form", N_("They filled in a form")),
)


class Source(Record, kind="source", label=N_("Source"), plural=N_("Sources")):
    """A directory that records were imported from; its own ids are unique within it only."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    of_sheet: bool = declared(
        Flag(), N_("A sheet of the office"), internal=True,
        help=N_("Its other columns are the office's own and leave it in no public directory."),
    )


class Imported(Record):
    """What every record keeps of the file it came from."""

    source_id: str | None = reference("source", N_("Source"), internal=True)
    source_key: str = declared(Text(), N_("Id in its source"), internal=True)
    extra: dict[str, str] = declared(Extra(), N_("Other columns"), internal=True)


class Organization(
    Imported, kind="organization", label=N_("Organization"), plural=N_("Organizations")
):
    """A partner of the office, a provider in the directory, or both: one record."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True, help=N_("The official name, as it should be printed on an agreement."),
    )
    alternate_name: str = declared(
        Text(), N_("Other names"), public=True, searchable=True,
        help=N_("Former names and abbreviations under which people look for it."),
    )
    sector: str = declared(
        Choice(options=SECTORS, open=True), N_("Sector"), public=True, listed=True
    )
    description: str = declared(
        PARAGRAPHS, N_("Description"), public=True, searchable=True,
        help=N_("What it does, for whom, in a few sentences."),
    )
    email: str = declared(
        Email(), N_("Email"), public=True, searchable=True, listed=True, group=N_("Reach")
    )
    website: str = declared(
        WebAddress(limit=2000), N_("Website"), public=True, searchable=True, group=N_("Reach")
    )
    languages: tuple[str, ...] = declared(
        Words(), N_("Languages"), public=True, group=N_("Reach"),
        help=N_("Languages the staff speak with families, parted by semicolons."),
    )
    ein: str = declared(
        Digits(count=9), N_("EIN"), searchable=True, needed=Needed.FOR_SIGNATURE,
        group=N_("Legal"), help=N_("Employer identification number: nine digits."),
    )
    legal_status: str = declared(
        Text(), N_("Legal status"), public=True, group=N_("Legal")
    )
    year_incorporated: int | None = declared(
        Integer(1500, 2200), N_("Year incorporated"), public=True, group=N_("Legal")
    )
    tags: tuple[str, ...] = declared(
        Words(), N_("Tags"), searchable=True, group=N_("Office"),
        help=N_("Your own keywords, parted by semicolons."),
    )
    notes: str = declared(
        PARAGRAPHS, N_("Notes"), searchable=True, group=N_("Office"),
        help=N_("Seen in this office only; never exported to a public directory."),
    )


class Program(Imported, kind="program", label=N_("Program"), plural=N_("Programs")):
    """Services of an organization that belong together."""

    organization_id: str | None = owner("organization", N_("Organization"))
    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    alternate_name: str = declared(Text(), N_("Other names"), public=True, searchable=True)
    description: str = declared(PARAGRAPHS, N_("Description"), public=True)


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


class Location(Imported, kind="location", label=N_("Place"), plural=N_("Places")):
    """Where services are offered: a site, a mail box, a web page."""

    organization_id: str | None = owner("organization", N_("Organization"))
    name: str = declared(
        Text(), N_("Name"), public=True, searchable=True, listed=True, title=True
    )
    alternate_name: str = declared(Text(), N_("Other names"), public=True, searchable=True)
    location_type: str = declared(
        Choice(options=PLACE_TYPES, open=True), N_("Kind of place"), public=True, listed=True,
        default="physical",
    )
    description: str = declared(PARAGRAPHS, N_("Description"), public=True)
    transportation: str = declared(Text(5000), N_("Getting there"), public=True)
    url: str = declared(WebAddress(limit=2000), N_("Website"), public=True)
    latitude: float | None = declared(Coordinate(90.0), N_("Latitude"), public=True)
    longitude: float | None = declared(Coordinate(180.0), N_("Longitude"), public=True)
    external_identifier: str = declared(Text(), N_("Outside identifier"), public=True)
    external_identifier_type: str = declared(Text(), N_("Kind of outside identifier"), public=True)


class ServiceAtLocation(
    Imported,
    kind="service_at_location",
    label=N_("Resource at a place"),
    plural=N_("Resources at places"),
    collection="service_at_locations",
):
    """One service offered at one place."""

    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = reference("location", N_("Place"))
    description: str = declared(Text(5000), N_("Description"), public=True, title=True)


class OrganizationIdentifier(
    Imported,
    kind="organization_identifier",
    label=N_("Outside identifier"),
    plural=N_("Outside identifiers"),
):
    """What somebody else calls an organization: a licence, a vendor or a registry number."""

    organization_id: str | None = owner("organization", N_("Organization"))
    identifier_type: str = declared(Text(), N_("Kind"), needed=Needed.ALWAYS, public=True)
    identifier_scheme: str = declared(Text(), N_("Scheme"), public=True)
    identifier: str = declared(
        Text(), N_("Identifier"), needed=Needed.ALWAYS, public=True, title=True
    )


class Contact(Imported, kind="contact", label=N_("Contact"), plural=N_("Contacts")):
    """A person, seen from the organization, service or place they are reached at."""

    organization_id: str | None = owner("organization", N_("Organization"))
    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = owner("location", N_("Place"))
    service_at_location_id: str | None = owner("service_at_location", N_("Resource at a place"))
    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, searchable=True, listed=True, title=True
    )
    title: str = declared(Text(), N_("Role"), searchable=True, listed=True)
    department: str = declared(Text(), N_("Department"))
    email: str = declared(Email(), N_("Email"), searchable=True, listed=True)
    preferred_language: str = declared(Text(), N_("Preferred language"))
    may_sign: bool = declared(
        Flag(), N_("May sign agreements"), help=N_("Offered first when signatories are chosen.")
    )
    notes: str = declared(PARAGRAPHS, N_("Notes"))


class PhoneNumber(Imported, kind="phone", label=N_("Phone"), plural=N_("Phones")):
    """A telephone number of whatever owns it."""

    organization_id: str | None = owner("organization", N_("Organization"))
    contact_id: str | None = owner("contact", N_("Contact"))
    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = owner("location", N_("Place"))
    service_at_location_id: str | None = owner("service_at_location", N_("Resource at a place"))
    number: str = declared(
        Phone(), N_("Number"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    extension: str = declared(Text(50), N_("Extension"), public=True)
    type: str = declared(
        Choice(options=PHONE_TYPES, open=True), N_("Kind"), public=True, default="voice"
    )
    description: str = declared(Text(), N_("Description"), public=True)


class Address(
    Imported, kind="address", label=N_("Address"), plural=N_("Addresses"), collection="addresses"
):
    """A postal or physical address."""

    location_id: str | None = owner("location", N_("Place"))
    organization_id: str | None = owner("organization", N_("Organization"))
    attention: str = declared(Text(), N_("Attention"), public=True)
    address_1: str = declared(
        Text(), N_("Street"), needed=Needed.ALWAYS, public=True, searchable=True, title=True
    )
    address_2: str = declared(Text(), N_("Suite or floor"), public=True)
    city: str = declared(Text(), N_("City"), public=True, searchable=True)
    region: str = declared(Text(), N_("Neighborhood or county"), public=True, searchable=True)
    state_province: str = declared(Text(), N_("State"), public=True)
    postal_code: str = declared(Text(), N_("ZIP code"), public=True, searchable=True)
    country: str = declared(Text(), N_("Country"), public=True, default="US")
    address_type: str = declared(
        Choice(options=PLACE_TYPES, open=True), N_("Used for"), public=True, default="physical"
    )


class Schedule(Imported, kind="schedule", label=N_("Opening hours"), plural=N_("Opening hours")):
    """When a service or a place is open, in the terms of a recurring calendar rule."""

    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = owner("location", N_("Place"))
    service_at_location_id: str | None = owner("service_at_location", N_("Resource at a place"))
    byday: str = declared(
        Text(), N_("Days"), public=True, help=N_("Two letters a day: MO,TU,WE,TH,FR,SA,SU.")
    )
    opens_at: time | None = declared(TimeOfDay(), N_("Opens at"), public=True)
    closes_at: time | None = declared(TimeOfDay(), N_("Closes at"), public=True)
    freq: str = declared(
        Choice(
            options=options(("WEEKLY", N_("Every week")), ("MONTHLY", N_("Every month"))),
            open=True,
        ),
        N_("Repeats"),
        public=True,
    )
    interval: int | None = declared(Integer(1, 1000), N_("Every so many"), public=True)
    bymonthday: str = declared(Text(), N_("Days of the month"), public=True)
    valid_from: date | None = declared(Date(), N_("Valid from"), public=True)
    valid_to: date | None = declared(Date(), N_("Valid until"), public=True)
    description: str = declared(Text(5000), N_("In words"), public=True, title=True)
    notes: str = declared(Text(5000), N_("Notes"), public=True)


class Language(Imported, kind="language", label=N_("Language"), plural=N_("Languages")):
    """A language in which a service, a place or a telephone answers."""

    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = owner("location", N_("Place"))
    phone_id: str | None = owner("phone", N_("Phone"))
    name: str = declared(Text(), N_("Language"), public=True, title=True)
    code: str = declared(Text(20), N_("Code"), public=True)
    note: str = declared(Text(5000), N_("Notes"), public=True)


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


class Category(
    Imported, kind="category", label=N_("Category"), plural=N_("Categories"),
    collection="categories",
):
    """A term of the tree by which resources are found."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    code: str = declared(Text(), N_("Code"), public=True, listed=True)
    description: str = declared(Text(5000), N_("Description"), public=True)
    name_es: str = declared(
        Text(), N_("Name in Spanish"), public=True, searchable=True, listed=True,
        help=N_("Printed and shown where the language is Spanish; empty means the same name."),
    )
    parent_id: str | None = reference("category", N_("Belongs under"))
    taxonomy: str = declared(Text(), N_("Taxonomy"), public=True)
    language: str = declared(Text(20), N_("Language"), public=True)


class ServiceCategory(
    Imported,
    kind="service_category",
    label=N_("Category of a resource"),
    plural=N_("Categories of a resource"),
    collection="service_categories",
):
    """That a service belongs to a category."""

    service_id: str | None = owner("service", N_("Resource"))
    category_id: str | None = reference("category", N_("Category"))
    value: str = declared(Text(), N_("Note"), public=True, title=True)


class Accessibility(
    Imported,
    kind="accessibility",
    label=N_("Accessibility"),
    plural=N_("Accessibility"),
    collection="accessibility",
):
    """How people with disabilities get in and around."""

    location_id: str | None = owner("location", N_("Place"))
    description: str = declared(Text(5000), N_("Description"), public=True, title=True)
    details: str = declared(Text(5000), N_("Details"), public=True)
    url: str = declared(WebAddress(limit=2000), N_("Website"), public=True)


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


class KeptRow(Imported, kind="kept_row", label=N_("Kept row"), plural=N_("Kept rows")):
    """A row of a foreign directory that the office has no kind for, kept for the way back.

    ``extra`` holds its cells by column, the keys of its source included.
    """

    table_name: str = declared(Text(), N_("Table"), needed=Needed.ALWAYS, title=True)


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
