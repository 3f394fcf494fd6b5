"""Reads resources as papers say them: public fields of active resources, no person named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from partner_desk.files.directory_entries import Line, PaperHead, Resource, Site
from partner_desk.files.hours_in_words import Hours
from partner_desk.model.categories import ServiceCategory
from partner_desk.model.contacts import Language, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Accessibility, Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import CostOption, Eligibility, RequiredDocument, Service
from partner_desk.services.directory.costs import says_only_free
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader

R = TypeVar("R", bound=Record)

_OWNERS = {"service": "service_id", "service_at_location": "service_at_location_id",
           "location": "location_id", "organization": "organization_id"}
_MOST_PHONES = 4
_ENDS = (".", "!", "?")


def paper_head(reader: Reader) -> PaperHead:
    """What the papers of the directory say of the office."""
    office = settings_in(reader)
    return PaperHead(
        office.name, office.district,
        tuple(line for line in office.letterhead.splitlines() if line.strip()),
        office.phone, office.website, reader.blob(office.logo), office.paper,
    )


def read_resources(reader: Reader, ids: Sequence[str]) -> list[Resource]:
    """The active resources among ``ids``, in their order."""
    services = [each for each in reader.get_many(Service, ids)
                if each.status == "active" and each.deleted_at is None]
    around = _Around(reader, services)
    return [around.resource(each) for each in services]


class _Around:
    """What belongs to some resources, fetched at once."""

    def __init__(self, reader: Reader, services: Sequence[Service]) -> None:
        ids = [each.id for each in services]
        offers = reader.find_by(ServiceAtLocation, "service_id", ids)
        offers.sort(key=lambda each: each.id)
        places = sorted({each.location_id for each in offers if each.location_id})
        providers = sorted({each.organization_id for each in services if each.organization_id})
        self._offers = _grouped(offers, "service_id")
        self._locations = {
            each.id: each for each in reader.get_many(Location, places) if not each.deleted_at
        }
        self._organizations = {each.id: each for each in reader.get_many(Organization, providers)}
        owned = {"service": ids, "service_at_location": [each.id for each in offers],
                 "location": places, "organization": providers}
        self._addresses = _owned(reader, Address, {"location": places})
        self._phones = _owned(reader, PhoneNumber, owned)
        here = {name: owned[name] for name in ("service", "service_at_location", "location")}
        self._schedules = _owned(reader, Schedule, here)
        here = {name: owned[name] for name in ("service", "location")}
        self._languages = _owned(reader, Language, here)
        self._access = _owned(reader, Accessibility, {"location": places})
        own = {"service": ids}
        self._costs = _owned(reader, CostOption, own)
        self._rules = _owned(reader, Eligibility, own)
        self._documents = _owned(reader, RequiredDocument, own)
        self._categories = _owned(reader, ServiceCategory, own)

    def resource(self, service: Service) -> Resource:
        """A resource with all that stands around it."""
        offers = self._offers.get(service.id, [])
        places = [found for each in offers
                  if (found := self._locations.get(each.location_id or ""))]
        provider = self._organizations.get(service.organization_id or "")
        # What is nearest to the resource counts: its own before its place's, the provider's last.
        owners = [[service.id], [each.id for each in offers], [each.id for each in places]]
        rules = (each.description for each in self._rules.get(service.id, []))
        is_free = self._is_free(service)
        return Resource(
            service.id, service.name, service.organization_id or "",
            provider.name if provider else "", service.description, service.alert,
            _sentences([service.eligibility_description, *rules]),
            (service.minimum_age, service.maximum_age),
            tuple(map(_hours, _nearest(self._schedules, owners))),
            tuple(_sites(self._site(each) for each in places)),
            tuple(_lines(_nearest(
                self._phones, [*owners, [service.organization_id or ""]]
            ))),
            service.url or next((each.url for each in places if each.url), "")
            or (provider.website if provider else ""),
            service.email or (provider.email if provider else ""),
            "" if is_free else _sentences([service.fees_description, *self._cost(service)]),
            self._spoken(service, [each.id for each in places], provider),
            tuple(each.document for each in self._documents.get(service.id, [])),
            service.application_process, service.assured_date,
            tuple(each.category_id for each in self._categories.get(service.id, [])
                  if each.category_id),
            is_free,
        )

    def _site(self, place: Location) -> Site:
        addresses = self._addresses.get(place.id, [])
        addresses.sort(key=lambda each: (each.address_type == "postal", each.id))
        physical = [each for each in addresses if each.address_type != "postal"] or addresses
        position = None
        if place.latitude is not None and place.longitude is not None:
            position = place.latitude, place.longitude
        access = _sentences(each.description for each in self._access.get(place.id, []))
        return Site(place.name, postal(physical[0]) if physical else "", place.transportation,
                    access, position)

    def _spoken(
        self, service: Service, places: Sequence[str], provider: Organization | None
    ) -> tuple[str, ...]:
        found = [each.name or each.code for each in
                 _nearest(self._languages, [[service.id], places])]
        if not found and provider:
            found = list(provider.languages)
        return tuple(dict.fromkeys(filter(None, found)))

    def _is_free(self, service: Service) -> bool:
        """Whether all that is known of its cost is that there is none, in whatever words."""
        costs = self._costs.get(service.id, [])
        said = [service.fees_description,
                *(text for each in costs for text in (each.option, each.amount_description))]
        told = [each for each in said if each.strip()]
        return (
            not any(each.amount for each in costs) and all(map(says_only_free, told))
            and bool(told or any(each.amount == 0 for each in costs))
        )

    def _cost(self, service: Service) -> list[str]:
        """What each option costs; nothing is said twice, nor as $0.00 where words say it."""
        told = " ".join(service.fees_description.split())
        return [
            ": ".join(filter(None, (each.option, each.amount_description or _amount(each))))
            for each in self._costs.get(service.id, [])
            if not told or not _is_told(each, told)
        ]


def postal(address: Address) -> str:
    """An address in one line."""
    return ", ".join(postal_lines(address))


def postal_lines(address: Address) -> tuple[str, ...]:
    """An address as its lines stand on a letter; a street that is only the town is left out."""
    street = "" if fold(address.address_1) == fold(address.city) else address.address_1
    region = " ".join(filter(None, (address.state_province, address.postal_code)))
    last = ", ".join(filter(None, (address.city, region)))
    lines = (" ".join(each.split()) for each in (street, address.address_2, last))
    return tuple(filter(None, lines))


def _owned(
    reader: Reader, entity: type[R], owners: dict[str, list[str]]
) -> dict[str, list[R]]:
    """The rows of a kind by the ids of their owners, in a steady order."""
    found: dict[str, list[R]] = defaultdict(list)
    for owner, ids in owners.items():
        for each in reader.find_by(entity, _OWNERS[owner], ids):
            found[getattr(each, _OWNERS[owner])].append(each)
    for rows in found.values():
        rows.sort(key=lambda each: each.id)
    return found


def _grouped(records: Iterable[R], field: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for each in records:
        found[getattr(each, field)].append(each)
    return found


def _nearest(
    found: dict[str, list[R]], owners: Sequence[Sequence[str]]
) -> list[R]:
    """The rows of the first owners that have any."""
    for ids in owners:
        rows = [row for each in ids for row in found.get(each, [])]
        if rows:
            return rows
    return []


def _hours(schedule: Schedule) -> Hours:
    words = "; ".join(filter(None, (schedule.description, schedule.notes)))
    return Hours(schedule.byday, schedule.opens_at, schedule.closes_at, schedule.bymonthday,
                 words, schedule.valid_from, schedule.valid_to)


def _sites(sites: Iterable[Site]) -> list[Site]:
    return list(dict.fromkeys(each for each in sites if each.name or each.address))


def _lines(phones: Iterable[PhoneNumber]) -> list[Line]:
    """Each number once, those that are spoken on first, fax last, no more than are read."""
    lines = dict.fromkeys(
        Line(each.number, each.extension, each.type or "voice")
        for each in phones if not each.contact_id
    )
    return sorted(lines, key=lambda each: each.kind == "fax")[:_MOST_PHONES]


def _sentences(texts: Iterable[str]) -> str:
    """Each text once in a line; those that end as sentences stand side by side."""
    line = ""
    for each in dict.fromkeys(" ".join(each.split()) for each in texts if each.strip()):
        line += f"{' ' if line.endswith(_ENDS) else '; '}{each}" if line else each
    return line


def _is_told(cost: CostOption, words: str) -> bool:
    """Whether the words of what a resource costs say an option as well."""
    if cost.amount_description:
        return cost.amount_description in words
    if not cost.amount:
        return True
    amount = f"{cost.amount:,.2f}".removesuffix(".00")
    return amount in words or amount.replace(",", "") in words


def _amount(cost: CostOption) -> str:
    if cost.amount is None:
        return ""
    return f"${cost.amount:,.2f}" if cost.currency in ("", "USD") else (
        f"{cost.amount:,.2f} {cost.currency}"
    )
