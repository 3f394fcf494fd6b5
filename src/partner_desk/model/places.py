"""Where the directory's resources are offered, and when."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from partner_desk.model.choices import Choice, options
from partner_desk.model.dates import Date, TimeOfDay
from partner_desk.model.fields import declared, owner, reference
from partner_desk.model.numbers import Coordinate, Integer
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import PARAGRAPHS, Text, WebAddress

SAYS_WHERE = ("address_1", "city", "region", "postal_code")
"""The fields of which an address needs one, the most exact first."""
PLACE_TYPES = options(
    ("physical", N_("A place to visit")),
    ("postal", N_("For mail only")),
    ("virtual", N_("Online or by phone")),
)


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


class Address(
    Imported, kind="address", label=N_("Address"), plural=N_("Addresses"), collection="addresses"
):
    """A postal or physical address: a street, or where none is known a town or less."""

    location_id: str | None = owner("location", N_("Place"))
    organization_id: str | None = owner("organization", N_("Organization"))
    attention: str = declared(Text(), N_("Attention"), public=True)
    address_1: str = declared(Text(), N_("Street"), public=True, searchable=True, title=True)
    address_2: str = declared(Text(), N_("Suite or floor"), public=True)
    city: str = declared(Text(), N_("City"), public=True, searchable=True)
    region: str = declared(Text(), N_("Neighborhood or county"), public=True, searchable=True)
    state_province: str = declared(Text(), N_("State"), public=True)
    postal_code: str = declared(Text(), N_("ZIP code"), public=True, searchable=True)
    country: str = declared(Text(), N_("Country"), public=True, default="US")
    address_type: str = declared(
        Choice(options=PLACE_TYPES, open=True), N_("Used for"), public=True, default="physical"
    )

    @property
    def caption(self) -> str:
        """The most exact that is known of it."""
        return where_of(vars(self))

    @property
    def lacking(self) -> str:
        """What says neither street nor town nor less is no address."""
        return "" if self.caption else "address.empty"


def where_of(address: Mapping[str, Any]) -> str:
    """The most exact that an address says: its street, else its town and so on; "" for nothing."""
    return next((address[name] for name in SAYS_WHERE if address.get(name)), "")


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
