"""What of an office goes out in a public directory: resources, and what they hang on.

Everything in Trash stays, and every organization that offers none of the chosen resources: who
is only a partner of the office is nobody's business. Places are those where a chosen resource is
offered, and those of its organizations where nothing is offered at all. Categories go as a whole:
they are one tree. Contacts are people and stay.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from partner_desk.model.categories import Category
from partner_desk.model.fields import Record
from partner_desk.model.office import Alias
from partner_desk.model.organizations import Organization, Program
from partner_desk.model.origins import Imported, Source
from partner_desk.model.places import Location, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.model.resources import Service
from partner_desk.store.reader import Reader

R = TypeVar("R", bound=Record)
PAGE = 500
Without = frozenset[tuple[str, str]]
"""Kind and id of records that are to be left out."""
_OF_PERSONS = frozenset(("admin_emails",))
"""Ohana's list of who may change a place."""
ROOTS = ("organization", "program", "service", "category", "location", "service_at_location")
"""The kinds whose records everything else hangs on."""


def pages(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in portions."""
    for start in range(0, len(ids), PAGE):
        yield ids[start : start + PAGE]


class Choice:
    """The records that go out, as ids. Holds nothing else: an office may be large."""

    def __init__(self, reader: Reader, query: ListQuery | None, without: Without) -> None:
        self.reader = reader
        self.without = without
        self._ids: dict[str, list[str]] = {kind: [] for kind in ROOTS}
        self._known: dict[str, set[str]] = {kind: set() for kind in ROOTS}
        self._own_sheets = {each.id for each in reader.find(Source) if each.of_sheet}
        self._aliases = {
            (each.of_kind, each.loser_id): each.survivor_id for each in reader.find(Alias)
        }
        self._choose(query or ListQuery("service"))

    def ids(self, kind: str) -> list[str]:
        """The ids of the records of one of ROOTS that go out, in their order."""
        return self._ids[kind]

    def goes(self, kind: str, record_id: str) -> bool:
        """Whether a record of one of ROOTS, or a phone already written, goes out."""
        return record_id in self._known.get(kind, ())

    def note(self, kind: str, record_id: str) -> None:
        """Remember that a record of another kind goes out, for what refers to it."""
        self._known.setdefault(kind, set()).add(record_id)

    def noted(self, kind: str) -> list[str]:
        """The ids of the records of a kind that ``note`` was told of, in their order."""
        return sorted(self._known.get(kind, ()))

    def survivor(self, kind: str, record_id: str) -> str:
        """The record that this one was combined into, over and over; else its own id."""
        seen = set()
        while (kind, record_id) in self._aliases and record_id not in seen:
            seen.add(record_id)
            record_id = self._aliases[kind, record_id]
        return record_id

    def extra(self, record: Record) -> dict[str, str]:
        """The other columns of a record's source that may go out.

        Those of the office's own sheets stay, and those that name persons.
        """
        if not isinstance(record, Imported) or record.source_id in self._own_sheets:
            return {}
        if _OF_PERSONS.isdisjoint(record.extra):
            return record.extra
        return {name: text for name, text in record.extra.items() if name not in _OF_PERSONS}

    def _choose(self, query: ListQuery) -> None:
        owners = self._choose_services(query)
        self._keep("organization", self._live(Organization, owners))
        programs = self._children(Program, "organization_id", self.ids("organization"))
        self._keep("program", (each.id for each in programs))
        self._choose_places()
        categories = self.reader.stream(Category)
        self._keep("category", (each.id for each in categories))

    def _choose_services(self, query: ListQuery) -> list[str]:
        """Keep the resources; returns the organizations that offer them."""
        owners: set[str] = set()
        kept: list[str] = []
        for page in pages(self.reader.ids(query)):
            for service in self.reader.get_many(Service, page):
                if ("organization", service.organization_id or "") not in self.without:
                    kept.append(service.id)
                    owners.add(service.organization_id or "")
        self._keep("service", kept)
        return sorted(owners)

    def _choose_places(self) -> None:
        offers = self._children(ServiceAtLocation, "service_id", self.ids("service"))
        pairs = [(each.id, each.location_id) for each in offers if each.location_id]
        wanted = {location_id for _, location_id in pairs}
        own = self._children(Location, "organization_id", self.ids("organization"))
        idle = [each.id for each in own if each.id not in wanted]
        for page in pages(idle):
            used = self.reader.find_by(ServiceAtLocation, "location_id", page)
            wanted.update(set(page).difference(each.location_id or "" for each in used))
        self._keep("location", self._live(Location, sorted(wanted)))
        self._keep(
            "service_at_location", (id_ for id_, place in pairs if self.goes("location", place))
        )

    def _keep(self, kind: str, ids: Iterable[str]) -> None:
        found = sorted(each for each in ids if (kind, each) not in self.without)
        self._ids[kind] = found
        self._known[kind] = set(found)

    def _live(self, entity: type[Record], ids: Sequence[str]) -> list[str]:
        return [
            each.id
            for page in pages(ids)
            for each in self.reader.get_many(KINDS[entity.kind], page)
            if each.deleted_at is None
        ]

    def _children(self, entity: type[R], field: str, owners: Sequence[str]) -> Iterator[R]:
        for page in pages(owners):
            yield from self.reader.find_by(entity, field, page)
