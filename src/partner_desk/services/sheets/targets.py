"""What the columns of a sheet can be: the fields to choose from, by what a row is."""

from functools import cache
from typing import NamedTuple

from partner_desk.model.registry import KINDS
from partner_desk.model.texts import N_

TARGETS = ("organization", "contact", "school", "service")
"""What one row of a sheet can be. A resource's row may carry its organization, place and so on."""

KEEP, LEAVE = "keep", "leave"
"""A column kept with the record under its own heading; a column not taken in at all."""


class TargetField(NamedTuple):
    """Something a column can be: its path, its label, a word of help, the group it stands in.

    ``many`` says that one cell may hold several; ``needed`` that rows without it are refused.
    ``label``, ``help`` and ``group`` are marked with N_ and not translated.
    """

    path: str
    label: str
    help: str
    group: str
    many: bool = False
    needed: bool = False


_BESIDE = N_("Not a field")
_ROW = N_("The row")
_ALWAYS = (
    TargetField(KEEP, N_("Keep with the record"), N_("Kept as it is, under its own heading."),
                _BESIDE),
    TargetField(LEAVE, N_("Leave out"), N_("Not taken in at all."), _BESIDE),
    TargetField("row.key", N_("Id in this list"),
                N_("What the list itself knows the row by; it is unlike in every row."), _ROW),
)
# Fields of our own that no declared field stands for: one cell that says several things.
_MADE = {
    "organization.key": (N_("Id of the organization"),
                         N_("What another list knows the organization by.")),
    "address.whole": (N_("Whole address"),
                      N_("Street, city, state and ZIP code in one cell; they are told apart.")),
    "schedule.whole": (N_("Days and hours"), N_("Such as Mon-Fri 3-6pm.")),
    "schedule.days": (N_("Days"), N_("Such as Mon, Wed or weekdays.")),
    "schedule.hours": (N_("Hours"), N_("Such as 3-6pm.")),
    "category.name": (N_("Category"), N_("Found in the office's own categories by its name.")),
    "age.range": (N_("Ages"), N_("Such as 6 - 14, 5+ or K-5.")),
    "age.from": (N_("From age"), ""),
    "age.to": (N_("To age"), ""),
    "grade.range": (N_("Grades"), N_("Such as K-5; the ages follow from them.")),
    "grade.from": (N_("From grade"), N_("The age follows from it.")),
    "grade.to": (N_("To grade"), N_("The age follows from it.")),
    "contact.whole": (N_("Contact in one cell"), N_("Name, phone and email of a person.")),
    "contact.first": (N_("First name"), ""),
    "contact.last": (N_("Last name"), ""),
    "contact.phone": (N_("Phone of the contact"), ""),
    "phone.fax": (N_("Fax"), ""),
    "phone.cell": (N_("Mobile"), ""),
    "school.grades": (N_("Grades"), N_("The level follows from them.")),
}
_MANY = frozenset((
    "phone.number", "phone.fax", "phone.cell", "contact.phone", "category.name", "language.name",
    "organization.languages", "organization.tags", "organization.email", "service.email",
    "contact.email", "contact.name", "eligibility.description", "required_document.document",
    "service_area.name", "organization.website", "service.url", "schedule.whole",
    "organization.alternate_name", "service.alternate_name",
))
_ADDRESS = (
    "address.whole", "address.address_1", "address.address_2", "address.city", "address.region",
    "address.state_province", "address.postal_code", "address.country", "address.attention",
)
_PHONE = ("phone.number", "phone.extension", "phone.cell", "phone.fax", "phone.description")
_CONTACT = (
    "contact.name", "contact.first", "contact.last", "contact.title", "contact.department",
    "contact.email", "contact.phone", "contact.preferred_language", "contact.may_sign",
    "contact.notes", "contact.whole",
)
_ORGANIZATION = (
    "organization.name", "organization.alternate_name", "organization.sector",
    "organization.description", "organization.email", "organization.website",
    "organization.languages", "organization.ein", "organization.legal_status",
    "organization.year_incorporated", "organization.tags", "organization.notes",
)
_PLACE = (
    "location.name", "location.latitude", "location.longitude", "location.transportation",
    "location.description",
)
_SCHOOL = (
    "school.name", "school.level", "school.grades", "school.nces_id", "school.principal",
    "school.phone", "school.email", *_ADDRESS[:4], "address.state_province",
    "address.postal_code", "school.latitude", "school.longitude", "school.notes",
)
_SERVICE = (
    "service.name", "service.alternate_name", "service.description", "program.name",
    "category.name", "service.status", "age.range", "age.from", "age.to", "grade.range",
    "grade.from", "grade.to", "service.eligibility_description", "eligibility.description",
    "service.application_process", "service.fees_description", "required_document.document",
    "service.wait_time", "language.name", "service.interpretation_services",
    "service.accreditations", "service.email", "service.url", "service.alert",
    "service.assured_date", "service.assurer_email", "service_area.name",
    "accessibility.description",
)
_TIMES = (
    "schedule.whole", "schedule.days", "schedule.hours", "schedule.opens_at",
    "schedule.closes_at", "schedule.valid_from", "schedule.valid_to", "schedule.notes",
)
_OF_TARGET = {
    "organization": (*_ORGANIZATION, *_PHONE, *_ADDRESS, *_PLACE, *_CONTACT),
    "contact": (*_CONTACT, *_PHONE, "organization.name", "organization.key", "organization.ein",
                "organization.website"),
    "school": _SCHOOL,
    "service": (*_SERVICE, *_TIMES, "organization.key", *_ORGANIZATION, *_PLACE, *_ADDRESS,
                *_PHONE, *_CONTACT),
}
NEEDED = {
    "organization": ("organization.name",),
    "contact": ("contact.name", "contact.first", "contact.last", "contact.whole"),
    "school": ("school.name",),
    "service": ("service.name", "organization.name", "location.name"),
}
"""One of these has to be a column; a row in which all of them are blank is refused."""


@cache
def fields_for(target: str) -> tuple[TargetField, ...]:
    """What a column can be where a row is a ``target``, in the order it is offered, by group."""
    return (*(_field(path, target) for path in _OF_TARGET[target]), *_ALWAYS)


def paths_for(target: str) -> frozenset[str]:
    """The paths of ``fields_for``."""
    return frozenset(each.path for each in fields_for(target))


def field_named(path: str, target: str) -> TargetField:
    """The field with this path. Raises KeyError for one that rows of this kind cannot have."""
    found = {each.path: each for each in fields_for(target)}
    return found[path]


def _field(path: str, target: str) -> TargetField:
    kind, _, name = path.partition(".")
    label, help_ = _MADE[path] if path in _MADE else _declared(kind, name)
    return TargetField(path, label, help_, _group(kind), path in _MANY, path in NEEDED[target][:1])


def _declared(kind: str, name: str) -> tuple[str, str]:
    declaration = KINDS[kind].declarations[name]
    return declaration.label, declaration.help


def _group(kind: str) -> str:
    kind = {"age": "service", "grade": "service"}.get(kind, kind)
    return KINDS[kind].label
