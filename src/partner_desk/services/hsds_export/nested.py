"""A public directory as objects: resources and organizations with what belongs to them inside."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from partner_desk.files.hsds.tables import WRITTEN
from partner_desk.files.hsds_out.checking import Cells
from partner_desk.files.hsds_out.facts import Facts, facts_of
from partner_desk.model.contacts import Language
from partner_desk.model.organizations import Program
from partner_desk.model.places import Location, ServiceAtLocation
from partner_desk.services.hsds_export.choice import pages
from partner_desk.services.hsds_export.rows import PARTS
from partner_desk.services.hsds_export.tables import Tables

Object = dict[str, Any]
_IN_OBJECTS = ("service", "organization")


class Nested:
    """Makes the lists of objects. Holds the terms of the taxonomies, and a page of the rest."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows = tables.rows
        self._choice = tables.choice
        self._reader = tables.choice.reader
        self._terms: dict[str, Cells] = {}
        self._units: dict[object, Cells] = {}

    def lists(self, step: Callable[[int], None]) -> Iterator[tuple[str, Iterator[Object]]]:
        """The lists by name, as ``write_document`` takes them; ``step`` hears of each page."""
        self._terms = {str(row.cells["id"]): row.cells for row in self._tables.of("taxonomy_term")}
        self._units = {row.cells["id"]: row.cells for row in self._tables.kept_of("unit")}
        yield "services", self._paged("service", self._services, step)
        yield "organizations", self._paged("organization", self._organizations, step)
        yield "taxonomy_terms", (dict(each) for each in self._terms.values())
        for table in self._tables.names():
            if table not in _IN_OBJECTS:
                first = next(self._tables.kept_of(table), None)
                if first is not None:
                    yield _list_name(table), self._kept(table)

    def _paged(
        self, kind: str, made: Callable[[Sequence[str]], list[Object]], step: Callable[[int], None]
    ) -> Iterator[Object]:
        for page in pages(self._choice.ids(kind)):
            yield from made(page)
            step(len(page))

    def _kept(self, table: str) -> Iterator[Object]:
        for row in self._tables.kept_of(table):
            found: Object = dict(row.cells)
            if table == "service_capacity" and found.get("unit_id") in self._units:
                found["unit"] = dict(self._units[found["unit_id"]])
            yield found

    def _services(self, page: Sequence[str]) -> list[Object]:
        services = self._objects("service", page)
        self._attach_parts(services, "service")
        offers = self._offers(list(services))
        facts = facts_of("service")
        for each in offers.values():
            owner = services[each["service_id"]]
            owner.setdefault(facts.member("service_at_location"), []).append(each)
        for kind in ("organization", "program"):
            ids = sorted({each[f"{kind}_id"] for each in services.values() if f"{kind}_id" in each})
            owners = self._objects(kind, ids)
            for each in services.values():
                if each.get(f"{kind}_id") in owners:
                    each[kind] = owners[each[f"{kind}_id"]]
        return list(services.values())

    def _offers(self, page: Sequence[str]) -> dict[str, Object]:
        found = self._reader.find_by(ServiceAtLocation, "service_id", page)
        ids = sorted(each.id for each in found if self._choice.goes(each.kind, each.id))
        offers = self._objects("service_at_location", ids)
        self._attach_parts(offers, "service_at_location")
        places = sorted({each["location_id"] for each in offers.values()})
        locations = self._locations(places)
        for each in offers.values():
            each["location"] = locations[each["location_id"]]
        return offers

    def _locations(self, ids: Sequence[str]) -> dict[str, Object]:
        found = self._objects("location", ids)
        self._attach_parts(found, "location")
        return found

    def _organizations(self, page: Sequence[str]) -> list[Object]:
        organizations = self._objects("organization", page)
        self._attach_parts(organizations, "organization")
        programs = self._reader.find_by(Program, "organization_id", page)
        going = sorted(each.id for each in programs if self._choice.goes("program", each.id))
        self._attach(organizations, "programs", self._objects("program", going))
        self._attach(organizations, "locations", self._locations(self._idle_places(page)))
        return list(organizations.values())

    def _idle_places(self, page: Sequence[str]) -> list[str]:
        """The places of organizations at which nothing is offered."""
        own = self._reader.find_by(Location, "organization_id", page)
        ids = sorted(each.id for each in own if self._choice.goes("location", each.id))
        used = self._reader.find_by(ServiceAtLocation, "location_id", ids)
        busy = {each.location_id for each in used if self._choice.goes(each.kind, each.id)}
        return [each for each in ids if each not in busy]

    def _attach(self, owners: dict[str, Object], member: str, found: dict[str, Object]) -> None:
        for each in found.values():
            owners[each["organization_id"]].setdefault(member, []).append(each)

    def _attach_parts(self, owners: dict[str, Object], owner: str) -> None:
        """Put what belongs to these objects into them, the languages of phones too."""
        ids, facts = list(owners), facts_of(owner)
        for kind, entity in PARTS.items():
            if f"{owner}_id" not in entity.declarations:
                continue
            found: dict[str, Object] = {}
            for owner_id, row in self._rows.owned(entity, owner, ids):
                each = found[str(row.cells["id"])] = dict(row.cells)
                owners[owner_id].setdefault(_member(facts, kind), []).append(each)
            if kind == "phone" and found:
                self._attach_languages(found)
            elif kind == "service_category":
                self._attach_terms(found)

    def _attach_languages(self, phones: dict[str, Object]) -> None:
        for phone_id, row in self._rows.owned(Language, "phone", list(phones)):
            phones[phone_id].setdefault("languages", []).append(dict(row.cells))

    def _attach_terms(self, attributes: dict[str, Object]) -> None:
        for each in attributes.values():
            term = self._terms.get(each.get("taxonomy_term_id", ""))
            if term is not None:
                each["taxonomy_term"] = dict(term)

    def _objects(self, kind: str, ids: Sequence[str]) -> dict[str, Object]:
        return {row.id: dict(row.cells) for row in self._rows.of_ids(kind, ids)}


def _member(facts: Facts, kind: str) -> str:
    """The member that holds parts of a kind; the list's name where there is none."""
    table = WRITTEN[kind].name
    member = facts.member(table)
    return member if member != table else _list_name(table)


def _list_name(table: str) -> str:
    return PurePosixPath(facts_of(table).path).stem
