"""The registry: schools, and the office's dealings with organizations."""

from datetime import date

from partner_desk.model.choices import Choice, options
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Record, declared, owner, reference
from partner_desk.model.numbers import Coordinate, Integer
from partner_desk.model.origins import Imported
from partner_desk.model.texts import N_
from partner_desk.model.values import Digits, Email, Phone, Text, Words

STAGES = options(
    ("inquiry", N_("Inquiry")),
    ("application", N_("Application")),
    ("feasibility", N_("Feasibility study")),
    ("approval", N_("Approval")),
    ("agreement", N_("Agreement")),
    ("active", N_("Active")),
    ("renewal", N_("Renewal")),
    ("ended", N_("Ended")),
    ("declined", N_("Declined")),
)
STAGES_OVER = ("ended", "declined")
"""Stages of partnerships that ask for nothing any more."""
PARTNERSHIP_TYPES = options(
    ("partnership", N_("Partnership")),
    ("collaboration", N_("Collaboration")),
    ("cross_sector", N_("Cross-sector")),
    ("strategic", N_("Strategic collaboration")),
)
INTENSITIES = options(("low", N_("Low")), ("medium", N_("Medium")), ("high", N_("High")))
LEVELS = options(
    ("elementary", N_("Elementary")),
    ("middle", N_("Middle")),
    ("high", N_("High school")),
    ("k8", N_("Elementary and middle")),
    ("other", N_("Other")),
)
SCHEDULES = options(
    ("in_school", N_("During the school day")),
    ("out_of_school", N_("Out of school time")),
    ("both", N_("Both")),
)
GRADE_BANDS = options(
    ("prek", N_("Before kindergarten")),
    ("k2", N_("Kindergarten to grade 2")),
    ("3_5", N_("Grades 3 to 5")),
    ("6_8", N_("Grades 6 to 8")),
    ("9_12", N_("Grades 9 to 12")),
    ("families", N_("Families")),
)
"""Whom a need is about. An empty band means everybody at the school."""
TIMES_OF_NEED = options(
    ("before_school", N_("Before school")),
    ("school_day", N_("During the school day")),
    ("after_school", N_("After school")),
    ("evening", N_("Evenings")),
    ("weekend", N_("Weekends")),
    ("summer", N_("Summer")),
)
PRIORITIES = options(("low", N_("Low")), ("medium", N_("Medium")), ("high", N_("High")))


class School(Imported, kind="school", label=N_("School"), plural=N_("Schools")):
    """A school of the district."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, public=True, searchable=True, listed=True,
        title=True,
    )
    level: str = declared(Choice(options=LEVELS, open=True), N_("Level"), listed=True)
    nces_id: str = declared(
        Digits(count=12), N_("NCES id"), searchable=True,
        help=N_("Twelve digits: seven of the district, five of the school."),
    )
    principal: str = declared(Text(), N_("Principal"), searchable=True, listed=True)
    phone: str = declared(Phone(), N_("Phone"), searchable=True, listed=True)
    email: str = declared(Email(), N_("Email"), searchable=True)
    address_1: str = declared(Text(), N_("Street"), searchable=True, group=N_("Address"))
    city: str = declared(Text(), N_("City"), searchable=True, group=N_("Address"))
    state_province: str = declared(Text(), N_("State"), group=N_("Address"))
    postal_code: str = declared(Text(), N_("ZIP code"), searchable=True, group=N_("Address"))
    latitude: float | None = declared(
        Coordinate(90.0), N_("Latitude"), group=N_("Address"),
        help=N_("Where the school stands, in degrees: resources nearby are found by it."),
    )
    longitude: float | None = declared(
        Coordinate(180.0), N_("Longitude"), group=N_("Address")
    )
    notes: str = declared(Text(lines=True), N_("Notes"), group=N_("Office"))


class Need(Record, kind="need", label=N_("Need"), plural=N_("Needs")):
    """What a school asks for: help of one category, for whom, when, for how many."""

    school_id: str | None = owner("school", N_("School"))
    description: str = declared(
        Text(), N_("What is needed"), needed=Needed.ALWAYS, listed=True, title=True,
        help=N_("In the school's own words, without names of students."),
    )
    category_id: str | None = reference("category", N_("Category"), listed=True)
    grade_band: str = declared(
        Choice(options=GRADE_BANDS), N_("For whom"), listed=True,
        help=N_("Empty means everybody at the school."),
    )
    time: str = declared(
        Choice(options=TIMES_OF_NEED), N_("When"), listed=True, help=N_("Empty means any time.")
    )
    students: int | None = declared(
        Integer(0, 1_000_000), N_("How many students"), listed=True
    )
    priority: str = declared(
        Choice(options=PRIORITIES), N_("Priority"), listed=True, default="medium"
    )
    school_year: str = declared(
        Text(20), N_("School year"), listed=True, help=N_("Such as 2026-27.")
    )
    notes: str = declared(Text(lines=True), N_("Notes"))


class Partnership(
    Record, kind="partnership", label=N_("Partnership"), plural=N_("Partnerships")
):
    """The office's dealings with one organization, or with several that act together."""

    organization_id: str | None = owner("organization", N_("Organization"))
    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, searchable=True, listed=True, title=True,
        help=N_("What the office calls this partnership."),
    )
    stage: str = declared(
        Choice(options=STAGES), N_("Stage"), listed=True, default="inquiry"
    )
    type: str = declared(
        Choice(options=PARTNERSHIP_TYPES, open=True), N_("Type"), listed=True
    )
    type_reason: str = declared(
        Text(lines=True), N_("Why this type"),
        help=N_("Who sets priorities; which resources, risks and decisions are shared."),
    )
    intensity: str = declared(Choice(options=INTENSITIES), N_("Intensity"))
    alignment: str = declared(
        Text(lines=True), N_("District goals it serves"), searchable=True
    )
    audience: str = declared(Text(), N_("Audience"), group=N_("Program"))
    schedule: str = declared(
        Choice(options=SCHEDULES), N_("When"), group=N_("Program")
    )
    started_on: date | None = declared(Date(), N_("Started on"), group=N_("Program"))
    owner_name: str = declared(
        Text(), N_("Owner in the office"), listed=True, group=N_("Office")
    )
    tags: tuple[str, ...] = declared(Words(), N_("Tags"), searchable=True, group=N_("Office"))
    notes: str = declared(Text(lines=True), N_("Notes"), searchable=True, group=N_("Office"))


class PartnershipMember(
    Record, kind="partnership_member", label=N_("Member"), plural=N_("Members")
):
    """A further organization of a partnership of several."""

    partnership_id: str | None = owner("partnership", N_("Partnership"))
    organization_id: str | None = reference("organization", N_("Organization"))
    role: str = declared(Text(), N_("Role"), title=True)


class PartnershipSchool(
    Record, kind="partnership_school", label=N_("School served"), plural=N_("Schools served")
):
    """A school that a partnership serves."""

    partnership_id: str | None = owner("partnership", N_("Partnership"))
    school_id: str | None = reference("school", N_("School"))
    note: str = declared(Text(), N_("Note"), title=True)


class PartnershipCategory(
    Record,
    kind="partnership_category",
    label=N_("Category of a partnership"),
    plural=N_("Categories of a partnership"),
    collection="partnership_categories",
):
    """What kind of help a partnership brings."""

    partnership_id: str | None = owner("partnership", N_("Partnership"))
    category_id: str | None = reference("category", N_("Category"))
    note: str = declared(Text(), N_("Note"), title=True)
