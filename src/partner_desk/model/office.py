"""The office itself: its settings, the people who work in it, files it keeps, its aliases."""

from partner_desk.model.choices import LANGUAGES, Choice, options
from partner_desk.model.dates import Days
from partner_desk.model.fields import Needed, Record, declared, owner
from partner_desk.model.numbers import Integer
from partner_desk.model.texts import N_
from partner_desk.model.values import Email, Flag, Phone, Text, WebAddress

OFFICE_ID = "00000000-0000-7000-8000-000000000001"

MONTHS = options(
    ("1", N_("January")), ("2", N_("February")), ("3", N_("March")), ("4", N_("April")),
    ("5", N_("May")), ("6", N_("June")), ("7", N_("July")), ("8", N_("August")),
    ("9", N_("September")), ("10", N_("October")), ("11", N_("November")), ("12", N_("December")),
)
PAPER = options(("letter", N_("Letter")), ("a4", N_("A4")))


class Office(Record, kind="office", label=N_("Office"), plural=N_("Offices")):
    """The settings that belong to the office and not to one computer. There is one record."""

    name: str = declared(
        Text(), N_("Office name"), needed=Needed.ALWAYS, title=True,
        help=N_("Shown in the window and at the head of every printed page."),
    )
    district: str = declared(
        Text(), N_("District"), help=N_("The party that signs agreements: its full legal name.")
    )
    letterhead: str = declared(
        Text(lines=True), N_("Letterhead"), group=N_("Printed pages"),
        help=N_("Lines under the office name: street, city, phone."),
    )
    logo: str = declared(Text(), N_("Logo"), group=N_("Printed pages"), internal=True)
    paper: str = declared(
        Choice(options=PAPER), N_("Paper size"), group=N_("Printed pages"), default="letter"
    )
    phone: str = declared(Phone(), N_("Phone"), group=N_("Reach"))
    email: str = declared(Email(), N_("Email"), group=N_("Reach"))
    website: str = declared(WebAddress(), N_("Website"), group=N_("Reach"))
    signer_name: str = declared(
        Text(), N_("Signs for the district"), group=N_("Agreements"),
        help=N_("Put on every new agreement; may be changed on each."),
    )
    signer_title: str = declared(Text(), N_("Title of the signer"), group=N_("Agreements"))
    school_year_start: str = declared(
        Choice(options=MONTHS), N_("School year begins in"), group=N_("Agreements"), default="7"
    )
    language: str = declared(
        Choice(options=LANGUAGES), N_("Language"), default="en", group=N_("Agreements"),
        help=N_("Of new agreements and forms; the screen has its own setting."),
    )
    reminder_days: str = declared(
        Days(), N_("Remind (days before)"), group=N_("Agreements"), default="90, 60, 30, 7",
        help=N_("Before an agreement ends or a compliance paper lapses."),
    )
    chase_days: int = declared(
        Integer(1, 365), N_("Ask after (days)"), group=N_("Agreements"), default=7,
        help=N_("How long somebody may hold the paper before the office asks after it."),
    )
    verify_days: int = declared(
        Integer(1, 3650), N_("Verify again after (days)"), group=N_("Directory"), default=365,
        help=N_("How long what somebody confirmed of a resource is trusted."),
    )


class Coordinator(
    Record, kind="coordinator", label=N_("Coordinator"), plural=N_("Coordinators")
):
    """A person who works in the office; named in history, never a login."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    email: str = declared(Email(), N_("Email"), listed=True)
    phone: str = declared(Phone(), N_("Phone"), listed=True)
    active: bool = declared(Flag(), N_("Works here now"), default=True)


class Attachment(
    Record, kind="attachment", label=N_("Document"), plural=N_("Documents")
):
    """A file kept in the office's database; its bytes are stored once under their SHA-256."""

    organization_id: str | None = owner("organization", N_("Organization"))
    partnership_id: str | None = owner("partnership", N_("Partnership"))
    agreement_id: str | None = owner("agreement", N_("Agreement"))
    response_id: str | None = owner("response", N_("Response"))
    service_id: str | None = owner("service", N_("Resource"))
    name: str = declared(
        Text(), N_("File name"), needed=Needed.ALWAYS, title=True, listed=True, searchable=True
    )
    media_type: str = declared(Text(), N_("Type"), listed=True)
    size: int = declared(Integer(0, 2**40), N_("Size in bytes"), listed=True, default=0)
    sha256: str = declared(Text(64), N_("Fingerprint"), internal=True)
    note: str = declared(Text(), N_("Note"), listed=True)


class Alias(
    Record, kind="alias", label=N_("Alias"), plural=N_("Aliases"), collection="aliases"
):
    """That one record was combined into another of the same kind."""

    of_kind: str = declared(Text(), N_("Kind"), title=True)
    loser_id: str = declared(Text(), N_("Combined record"))
    survivor_id: str = declared(Text(), N_("Kept record"))


class NotSame(
    Record, kind="not_same", label=N_("Not the same"), plural=N_("Not the same")
):
    """That two records of one kind look alike and are not the same, once and for ever.

    ``first_id`` comes before ``second_id``; the id follows from both, so that the same word said
    on two computers is one.
    """

    of_kind: str = declared(Text(), N_("Kind"), title=True)
    first_id: str = declared(Text(), N_("One record"))
    second_id: str = declared(Text(), N_("The other record"))
    reason: str = declared(Text(), N_("Why"))


class SavedView(Record, kind="saved_view", label=N_("View"), plural=N_("Views")):
    """A list with its conditions, under a name."""

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    of_kind: str = declared(Text(), N_("Kind"), listed=True)
    conditions: str = declared(Text(lines=True), N_("Conditions"), internal=True)


class ImportMap(
    Record, kind="import_map", label=N_("Way to read sheets"), plural=N_("Ways to read sheets")
):
    """How sheets of one shape are read: remembered for the next file of that shape.

    ``shape`` follows from the headings; ``settings`` is what the person settled, as JSON.
    """

    name: str = declared(Text(), N_("Name"), needed=Needed.ALWAYS, title=True, listed=True)
    shape: str = declared(Text(64), N_("Shape"), internal=True)
    settings: str = declared(Text(lines=True), N_("Settings"), internal=True)
