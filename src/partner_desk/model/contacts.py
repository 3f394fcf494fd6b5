"""How an organization, a resource or a place is reached: people, telephones, languages."""

from partner_desk.model.choices import Choice, options
from partner_desk.model.fields import Needed, declared, owner
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import PARAGRAPHS, Email, Flag, Phone, Text

PHONE_TYPES = options(
    ("voice", N_("Voice")),
    ("cell", N_("Mobile")),
    ("text", N_("Text messages")),
    ("fax", N_("Fax")),
    ("tty", N_("Text telephone")),
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


class Language(Imported, kind="language", label=N_("Language"), plural=N_("Languages")):
    """A language in which a service, a place or a telephone answers."""

    service_id: str | None = owner("service", N_("Resource"))
    location_id: str | None = owner("location", N_("Place"))
    phone_id: str | None = owner("phone", N_("Phone"))
    name: str = declared(Text(), N_("Language"), public=True, title=True)
    code: str = declared(Text(20), N_("Code"), public=True)
    note: str = declared(Text(5000), N_("Notes"), public=True)
