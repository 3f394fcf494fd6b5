"""The rows of a public directory, table by table and always in the same order."""

from collections.abc import Iterator, Sequence
from typing import Any

from partner_desk.files.hsds.going_out import ein_id, scheme_id
from partner_desk.files.hsds_out.checking import check_of
from partner_desk.files.hsds_out.rows import OutRow, finish, maker
from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Language, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization, OrganizationIdentifier
from partner_desk.model.places import Accessibility, Address, Schedule
from partner_desk.model.registry import KINDS
from partner_desk.model.resources import CostOption, Eligibility, RequiredDocument, ServiceArea
from partner_desk.services.hsds_export.choice import Choice, pages
from partner_desk.services.hsds_export.references import References

EIN, EIN_SCHEME = "EIN", "US-EIN"
_OWNERS = ("organization", "service", "location", "service_at_location", "phone")
ORDER: tuple[str, ...] = (
    "organization", "program", "service", "service_category", "service_at_location", "location",
    "phone", "address", "schedule", "service_area", "required_document", "language",
    "accessibility", "category", "cost_option", "organization_identifier", "eligibility",
)
"""The kinds in the order of the specification's tables; phones before their languages."""
PARTS: dict[str, type[Record]] = {
    entity.kind: entity
    for entity in (
        ServiceCategory, PhoneNumber, Address, Schedule, ServiceArea, RequiredDocument, Language,
        Accessibility, CostOption, OrganizationIdentifier, Eligibility,
    )
}
"""The kinds whose records go out with what owns them."""
Parts = list[tuple[str, OutRow]]
"""Rows with the ids of the records they are read through."""


class Rows:
    """Makes the rows of what was chosen."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._reader = choice.reader
        self.references = References(choice)

    def of(self, kind: str) -> Iterator[OutRow]:
        """All rows of one kind, in order."""
        if kind in PARTS:
            yield from self._parts(PARTS[kind])
        else:
            for page in pages(self.choice.ids(kind)):
                yield from self.of_ids(kind, page)

    def of_ids(self, kind: str, ids: Sequence[str]) -> list[OutRow]:
        """The rows of these records."""
        found: list[Any] = self._reader.get_many(KINDS[kind], ids)
        return [self.row(each) for each in found]

    def row(self, record: Record) -> OutRow:
        """The row of a record."""
        extra = self.references.extra(record)
        made = maker(record.kind).row(record, extra, self.choice.goes)
        return self._with_scheme(record, made) if isinstance(record, Category) else made

    def owned(
        self, entity: type[Record], owner: str, page: Sequence[str], before: Sequence[str] = ()
    ) -> Parts:
        """The rows of ``entity`` that records of the kind ``owner`` own, in the page's order.

        Without those that a record of a kind ``before`` owns too.
        """
        link = f"{owner}_id"
        found: list[Any] = self._reader.find_by(KINDS[entity.kind], link, page)
        rows = [
            (getattr(each, link), self.row(each)) for each in found
            if (each.kind, each.id) not in self.choice.without
            and (each.kind != "service_category" or self.choice.goes("category", each.category_id))
            and not any(self.choice.goes(kind, getattr(each, f"{kind}_id")) for kind in before)
        ]
        if entity is OrganizationIdentifier:
            rows += self._eins(page, rows)
        places = {record_id: index for index, record_id in enumerate(page)}
        return sorted(rows, key=lambda each: (places[each[0]], str(each[1].cells["id"])))

    def schemes(self) -> Iterator[OutRow]:
        """A taxonomy for each that categories name and no row of a source tells of."""
        names: set[str] = set()
        for page in pages(self.choice.ids("category")):
            for each in self._reader.get_many(Category, page):
                if each.taxonomy and "taxonomy_id" not in self.choice.extra(each):
                    names.add(each.taxonomy)
        for name in sorted(names):
            row = OutRow("taxonomy", {"id": scheme_id(name), "name": name}, "", "", name)
            finish(row, check_of("taxonomy"))
            yield row

    def _parts(self, entity: type[Record]) -> Iterator[OutRow]:
        """Each part once, with the first of its owners that goes out."""
        links = [each for each in _OWNERS if f"{each}_id" in entity.declarations]
        for place, owner in enumerate(links):
            for page in pages(self._owner_ids(owner)):
                for _, row in self.owned(entity, owner, page, links[:place]):
                    if entity is PhoneNumber:
                        self.choice.note("phone", row.id)
                    yield row

    def _owner_ids(self, owner: str) -> Sequence[str]:
        return self.choice.ids(owner) if owner != "phone" else self.choice.noted("phone")

    def _with_scheme(self, category: Category, row: OutRow) -> OutRow:
        if category.taxonomy and "taxonomy_id" not in self.choice.extra(category):
            row.cells["taxonomy_id"] = scheme_id(category.taxonomy)
        return row

    def _eins(self, page: Sequence[str], there: Parts) -> Parts:
        """Employer numbers as identifiers, where none says them yet."""
        known = {
            (owner, "".join(filter(str.isdigit, str(row.cells.get("identifier", "")))))
            for owner, row in there
        }
        made: Parts = []
        for each in self._reader.get_many(Organization, page):
            if each.ein and (each.id, each.ein) not in known:
                identifier = OrganizationIdentifier(
                    id=ein_id(each.id), organization_id=each.id,
                    identifier_type=EIN, identifier_scheme=EIN_SCHEME, identifier=each.ein,
                )
                row = self.row(identifier)
                row.kind, row.id = each.kind, each.id  # No record of its own: its owner's is it.
                made.append((each.id, row))
        return made
