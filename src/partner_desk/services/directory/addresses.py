"""Addresses of organizations and contacts: labels to stick on, cards for address books."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location
from partner_desk.model.queries import ListQuery
from partner_desk.model.texts import N_
from partner_desk.services.directory.entries import postal_lines
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf
    from partner_desk.files.vcard import CardAddress, ContactCard

LABELLED = ("organization", "contact")
"""Kinds that letters go to."""


def places_on_a_sheet(reader: Reader) -> int:
    """How many labels a sheet of the office's paper has."""
    from partner_desk.files.labels import places

    return places(settings_in(reader).paper)


@dataclass(frozen=True, slots=True)
class LabelSheets:
    """Printed labels, how many have no address, and whose were too long for their place."""

    pdf: "Pdf"
    without: int
    shortened: tuple[str, ...]


def labels(
    store: Store, query: ListQuery, start: int = 1, paper: str = ""
) -> LabelSheets:
    """Labels of the listed organizations or contacts.

    ``start`` is the first free place of the first sheet; ``paper`` "letter" or "a4", "" as the
    office has it. Raises InputError("labels.empty", "labels.start", "labels.kind").
    """
    from partner_desk.files.catalogue import Catalogue
    from partner_desk.files.labels import SHORTENED, lay_out_labels
    from partner_desk.files.typeset.engine import render, told

    if query.kind not in LABELLED:
        raise InputError(Problem("labels.kind", values={"kind": query.kind}))
    with store.reading() as reader:
        office = settings_in(reader)
        made, without = _labels(reader, query)
    if not made:
        raise InputError(Problem("labels.empty", values={"without": without}))
    title = Catalogue(office.language).text(N_("Address labels"))
    paper = paper or office.paper
    described = lay_out_labels(made, paper, title, office.name, office.language, start)
    shortened = tuple(made[number][0] for number in told(described, SHORTENED))
    return LabelSheets(render(described), without, shortened)


def _labels(reader: Reader, query: ListQuery) -> tuple[list[tuple[str, ...]], int]:
    ids = reader.ids(query)
    named: list[tuple[str, tuple[str, ...]]]
    if query.kind == "organization":
        named = [(each.id, (each.name,)) for each in reader.get_many(Organization, ids)]
    else:
        contacts = reader.get_many(Contact, ids)
        names = _names(reader, contacts)
        named = [
            (each.organization_id or "",
             tuple(filter(None, (each.name, each.title, names.get(each.organization_id or "")))))
            for each in contacts
        ]
    addresses = postal_addresses(reader, [owner for owner, _ in named])
    made = [
        (*_attention(lines, addresses[owner]), *postal_lines(addresses[owner]))
        for owner, lines in named if owner in addresses
    ]
    return made, len(named) - len(made)


def postal_addresses(reader: Reader, organizations: Sequence[str]) -> dict[str, Address]:
    """Where letters to these organizations go: their own address, else one of their places.

    An address for mail comes before one to visit.
    """
    wanted = sorted({each for each in organizations if each})
    places = reader.find_by(Location, "organization_id", wanted)
    owner = {each.id: each.organization_id or "" for each in places}
    found: dict[str, list[tuple[tuple[bool, bool, str], Address]]] = defaultdict(list)
    for each in reader.find_by(Address, "organization_id", wanted):
        rank = (each.address_type != "postal", False, each.id)
        found[each.organization_id or ""].append((rank, each))
    for each in reader.find_by(Address, "location_id", sorted(owner)):
        rank = (each.address_type != "postal", True, each.id)
        found[owner[each.location_id or ""]].append((rank, each))
    return {
        organization: min(ranked, key=lambda pair: pair[0])[1]
        for organization, ranked in found.items()
    }


def contact_cards(store: Store, query: ListQuery) -> tuple["ContactCard", ...]:
    """The listed contacts as cards, with the telephones and address of their organization.

    Raises InputError("cards.empty", "cards.kind").
    """
    if query.kind != "contact":
        raise InputError(Problem("cards.kind", values={"kind": query.kind}))
    with store.reading() as reader:
        contacts = reader.get_many(Contact, reader.ids(query))
        if not contacts:
            raise InputError(Problem("cards.empty"))
        return tuple(_cards(reader, contacts))


def _cards(reader: Reader, contacts: Sequence[Contact]) -> Iterable["ContactCard"]:
    from partner_desk.files.vcard import ContactCard

    owners = sorted({each.organization_id for each in contacts if each.organization_id})
    organizations = {each.id: each for each in reader.get_many(Organization, owners)}
    addresses = postal_addresses(reader, owners)
    phones: dict[str, list[PhoneNumber]] = defaultdict(list)
    for field, ids in (("contact_id", [each.id for each in contacts]),
                       ("organization_id", owners)):
        for phone in sorted(reader.find_by(PhoneNumber, field, ids), key=lambda each: each.id):
            if field == "contact_id" or not phone.contact_id:  # That of a colleague is not theirs.
                phones[getattr(phone, field)].append(phone)
    for each in contacts:
        owner = each.organization_id or ""
        organization = organizations.get(owner)
        yield ContactCard(
            uid=f"urn:uuid:{each.id}",
            name=each.name,
            title=each.title,
            department=each.department,
            organization=organization.name if organization else "",
            email=each.email or (organization.email if organization else ""),
            website=organization.website if organization else "",
            phones=tuple(dict.fromkeys(
                (_dialled(phone), phone.type) for phone in (*phones[each.id], *phones[owner])
            )),
            address=_card_address(addresses.get(owner)),
            note=organization.description if organization else "",
        )


def _card_address(address: Address | None) -> "CardAddress | None":
    from partner_desk.files.vcard import CardAddress

    if address is None:
        return None
    return CardAddress(address.address_1, address.address_2, address.city,
                       address.state_province, address.postal_code, address.country)


def _dialled(phone: PhoneNumber) -> str:
    return f"{phone.number} x{phone.extension}" if phone.extension else phone.number


def _names(reader: Reader, contacts: Sequence[Contact]) -> dict[str, str]:
    ids = sorted({each.organization_id for each in contacts if each.organization_id})
    return {each.id: each.name for each in reader.get_many(Organization, ids)}


def _attention(lines: Sequence[str], address: Address) -> tuple[str, ...]:
    return (*lines, address.attention) if address.attention else tuple(lines)
