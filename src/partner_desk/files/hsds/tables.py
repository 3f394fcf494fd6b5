"""The tables of Ohana and HSDS 1.x to 3.x: which records their rows are, under which names.

A column that bears the name of a declared field is that field and is not listed here.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

KEPT = "kept_row"
"""The kind of the rows of tables that the office has no kind for."""
AS_GIVEN = "_as_given"
"""A column of this ending holds what the column before it means and its format does not take."""
FORMER_ID = "former_id"
"""The column for an id that a source's rows had beside the one that others refer to."""
NAMED = frozenset(("organization", "program", "service", "location", "category", "contact"))
"""Kinds whose rows need a key of their own, because others refer to them or people know them."""
NO_COLUMNS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """A column whose cell lists several things, each a record of ``kind`` of its own.

    ``field`` takes the thing, ``owner`` the key of the row the cell stands in.
    """

    kind: str
    field: str
    owner: str


@dataclass(frozen=True, slots=True)
class Shape:
    """One table. ``kind`` is what its rows are, KEPT when the office has no kind for them.

    ``columns`` maps column names to fields; a name that begins with "_" is no field but goes to
    ``refine``, the name of the step (see ``refining``) that finishes a row. ``fixed`` are values
    that the table itself states. ``space`` tells its ids apart from those of the other table of
    the same kind, which count from 1 as well.
    """

    name: str
    kind: str
    key: str = "id"
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    parts: Mapping[str, Part] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    refine: str = ""
    space: str = ""


def table_name(text: str) -> str:
    """The name of a table as tables are known: lower case, words parted by underscores."""
    return re.sub(r"\W+", "_", text.strip().lower()).strip("_")


def kept(name: str) -> Shape:
    """A table that the office has no kind for: its rows are kept as they are."""
    return Shape(name, KEPT, fixed={"table_name": name}, space=name)


_HOURS = {"weekday": "_weekday"}
_HOLIDAY = {"start_date": "_start", "end_date": "_end", "closed": "_closed"}

ORGANIZATION = Shape(
    "organization", "organization", refine="organization",
    columns={"url": "website", "tax_id": "ein", "year_incorporated": "_year",
             "date_incorporated": "_incorporated"},
)
PROGRAM = Shape("program", "program", refine="described")
SERVICE = Shape(
    "service", "service", refine="service",
    columns={"website": "url", "eligibility": "eligibility_description",
             "fees": "fees_description", "location_id": "_location"},
    parts={"taxonomy_ids": Part("service_category", "category_id", "service_id"),
           "languages": Part("language", "name", "service_id"),
           "required_documents": Part("required_document", "document", "service_id"),
           "service_areas": Part("service_area", "name", "service_id")},
)
LOCATION = Shape(
    "location", "location", refine="location",
    columns={"website": "url", "virtual": "_virtual"},
    parts={"languages": Part("language", "name", "location_id"),
           "accessibility": Part("accessibility", "description", "location_id")},
)
SERVICE_AT_LOCATION = Shape("service_at_location", "service_at_location")
CONTACT = Shape(
    "contact", "contact", refine="contact",
    columns={"resource_type": "_type", "resource_id": "_id"},
)
PHONE = Shape(
    "phone", "phone", columns={"number_type": "type", "department": "description"},
    parts={"language": Part("language", "name", "phone_id")},
)
ADDRESS = Shape("address", "address", refine="address")
PHYSICAL = Shape(
    "physical_address", "address", fixed={"address_type": "physical"}, refine="address"
)
POSTAL = Shape(
    "postal_address", "address", fixed={"address_type": "postal"}, refine="address",
    space="postal",
)
SCHEDULE = Shape("schedule", "schedule", refine="schedule")
WEEKDAYS = Shape(
    "regular_schedule", "schedule", columns=_HOURS, fixed={"freq": "WEEKLY"}, refine="weekday",
    space="weekday",
)
HOLIDAYS = Shape(
    "holiday_schedule", "schedule", columns=_HOLIDAY, refine="holiday", space="holiday"
)
LANGUAGE = Shape("language", "language", columns={"language": "_listed"}, refine="language")
ELIGIBILITY = Shape("eligibility", "eligibility", columns={"eligibility": "description"})
COST_OPTION = Shape("cost_option", "cost_option")
CATEGORY = Shape(
    "taxonomy_term", "category", refine="category",
    columns={"term": "name", "vocabulary": "taxonomy"},
)
OHANA_CATEGORY = Shape("category", "category", key="taxonomy_id", refine="ohana_category")
SERVICE_CATEGORY = Shape(
    "service_taxonomy", "service_category",
    columns={"taxonomy_id": "category_id", "taxonomy_term_id": "category_id",
             "taxonomy_detail": "value"},
)
ATTRIBUTE = Shape(
    "attribute", "service_category", refine="attribute", space="attribute",
    columns={"taxonomy_term_id": "category_id", "link_id": "_link", "link_entity": "_entity",
             "link_type": "_type"},
)
ACCESSIBILITY = Shape("accessibility", "accessibility", columns={"accessibility": "description"})
REQUIRED_DOCUMENT = Shape("required_document", "required_document")
SERVICE_AREA = Shape("service_area", "service_area", columns={"service_area": "name"})
IDENTIFIER = Shape("organization_identifier", "organization_identifier")
TAXONOMY = kept("taxonomy")

NAMES: dict[str, Shape] = {
    "organization": ORGANIZATION, "organizations": ORGANIZATION,
    "program": PROGRAM, "programs": PROGRAM,
    "service": SERVICE, "services": SERVICE,
    "location": LOCATION, "locations": LOCATION,
    "service_at_location": SERVICE_AT_LOCATION, "services_at_location": SERVICE_AT_LOCATION,
    "service_at_locations": SERVICE_AT_LOCATION, "services_at_locations": SERVICE_AT_LOCATION,
    "contact": CONTACT, "contacts": CONTACT,
    "phone": PHONE, "phones": PHONE,
    "address": ADDRESS, "addresses": ADDRESS,
    "physical_address": PHYSICAL, "physical_addresses": PHYSICAL,
    "postal_address": POSTAL, "postal_addresses": POSTAL,
    "mail_address": POSTAL, "mail_addresses": POSTAL,
    "schedule": SCHEDULE, "schedules": SCHEDULE,
    "regular_schedule": WEEKDAYS, "regular_schedules": WEEKDAYS,
    "holiday_schedule": HOLIDAYS, "holiday_schedules": HOLIDAYS,
    "language": LANGUAGE, "languages": LANGUAGE,
    "eligibility": ELIGIBILITY, "eligibilities": ELIGIBILITY,
    "cost_option": COST_OPTION, "cost_options": COST_OPTION,
    "taxonomy_term": CATEGORY, "taxonomy_terms": CATEGORY,
    "category": OHANA_CATEGORY, "categories": OHANA_CATEGORY,
    "taxonomy": TAXONOMY, "taxonomies": TAXONOMY,
    "taxonomy_detail": TAXONOMY, "taxonomy_details": TAXONOMY,
    "service_taxonomy": SERVICE_CATEGORY, "services_taxonomy": SERVICE_CATEGORY,
    "service_attribute": SERVICE_CATEGORY, "service_attributes": SERVICE_CATEGORY,
    "attribute": ATTRIBUTE, "attributes": ATTRIBUTE,
    "other_attribute": ATTRIBUTE, "other_attributes": ATTRIBUTE,
    "accessibility": ACCESSIBILITY, "accessibility_for_disabilities": ACCESSIBILITY,
    "required_document": REQUIRED_DOCUMENT, "required_documents": REQUIRED_DOCUMENT,
    "service_area": SERVICE_AREA, "service_areas": SERVICE_AREA,
    "organization_identifier": IDENTIFIER, "organization_identifiers": IDENTIFIER,
}
NAMES |= {
    name: kept(table)
    for table, names in {
        "metadata": ("metadata",),
        "meta_table_description": ("meta_table_description", "meta_table_descriptions"),
        "payment_accepted": ("payment_accepted", "payments_accepted"),
        "funding": ("funding", "fundings"),
        "service_capacity": ("service_capacity", "service_capacities", "capacities"),
        "unit": ("unit", "units"),
        "url": ("url", "urls", "additional_websites", "additional_urls"),
    }.items()
    for name in names
}

WRITTEN: dict[str, Shape] = {
    shape.kind: shape
    for shape in (
        ORGANIZATION, PROGRAM, SERVICE, ATTRIBUTE, SERVICE_AT_LOCATION, LOCATION, PHONE, ADDRESS,
        SCHEDULE, SERVICE_AREA, REQUIRED_DOCUMENT, LANGUAGE, ACCESSIBILITY, CATEGORY, COST_OPTION,
        IDENTIFIER, ELIGIBILITY,
    )
}
"""The tables of HSDS 3 that records of a kind are written to: reading and writing are one."""


def column_of(shape: Shape, field: str, known: Collection[str]) -> str:
    """The column of a table with the columns ``known`` that holds a field; else its own name."""
    if field in known:
        return field
    return next(
        (column for column, name in shape.columns.items() if name == field and column in known),
        field,
    )


SIGNATURES: tuple[tuple[frozenset[str], Shape], ...] = tuple(
    (frozenset(columns.split()), shape)
    for columns, shape in (
        ("start_date end_date closed", HOLIDAYS),
        ("weekday opens_at closes_at", WEEKDAYS),
        ("freq byday", SCHEDULE),
        ("link_id taxonomy_term_id", ATTRIBUTE),
        ("number extension", PHONE),
        ("location_id attention address_1 city", POSTAL),
        ("location_id address_1 city", PHYSICAL),
        ("name tax_id tax_status", ORGANIZATION),
        ("organization_id name latitude longitude", LOCATION),
        ("name status wait_time application_process", SERVICE),
        ("name title email department", CONTACT),
        ("taxonomy_id name parent_id parent_name", OHANA_CATEGORY),
        ("name parent_id vocabulary", CATEGORY),
        ("organization_id name alternate_name", PROGRAM),
        ("service_id taxonomy_id", SERVICE_CATEGORY),
        ("service_id taxonomy_term_id", SERVICE_CATEGORY),
        ("service_id location_id language", LANGUAGE),
        ("service_id eligibility", ELIGIBILITY),
        ("service_id document", REQUIRED_DOCUMENT),
        ("service_id service_area", SERVICE_AREA),
        ("service_id option amount", COST_OPTION),
        ("location_id accessibility details", ACCESSIBILITY),
        ("organization_id identifier identifier_type", IDENTIFIER),
        ("service_id location_id description", SERVICE_AT_LOCATION),
    )
)
"""Columns that give a table away whose file bears another name, the most telling first."""

_TERM_COLUMNS = frozenset(("parent_id", "parent_name", "vocabulary", "code", "term"))


_REFERRING = frozenset(
    f"{shape.name}_id" for shape in NAMES.values() if shape.kind != KEPT
) | {"link_id", "resource_id"}


def unknown_shape(name: str, header: tuple[str, ...], listed: bool) -> Shape | None:
    """The table that a file beside tables of a directory is, None when it is none of them.

    It belongs to them when the package lists it or its rows refer to theirs.
    """
    named = [each for each in header if each]
    is_table = len(named) > 1 and len(set(named)) == len(named) and table_name(name) != ""
    belongs = listed or not _REFERRING.isdisjoint(named)
    return kept(table_name(name)) if is_table and belongs else None


def shape_of(stem: str, header: tuple[str, ...]) -> Shape | None:
    """The table that a file of this name and header is, or None when it is none of ours."""
    columns = frozenset(header)
    named = NAMES.get(stem)
    if named is not None:
        return _confirmed(named, columns)
    return next((_variety(shape, columns) for needed, shape in SIGNATURES if needed <= columns),
                None)


def _confirmed(shape: Shape, columns: frozenset[str]) -> Shape | None:
    """Somebody's "contacts.csv" need not be ours: without keys and names it is not."""
    shape = _variety(shape, columns)
    if shape.kind in NAMED:
        names = {"name", *(other for other, name in shape.columns.items() if name == "name")}
        return shape if shape.key in columns and names & columns else None
    has_key = shape.key in columns or any(name.endswith("_id") for name in columns)
    return shape if has_key or shape.kind == KEPT else None


def _variety(shape: Shape, columns: frozenset[str]) -> Shape:
    """Ohana, HSDS 2 and 3 give the names taxonomy and category to different things."""
    if shape not in (TAXONOMY, OHANA_CATEGORY):
        return shape
    if "taxonomy_id" in columns and "taxonomy" not in columns and "vocabulary" not in columns:
        return OHANA_CATEGORY
    is_taxonomy = shape is TAXONOMY and not columns & _TERM_COLUMNS
    return TAXONOMY if is_taxonomy else CATEGORY
