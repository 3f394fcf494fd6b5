"""What could fill a gap, with reasons; and who covers already what a partnership brings."""

from collections.abc import Sequence
from dataclasses import dataclass

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import (
    Need,
    Partnership,
    PartnershipCategory,
    PartnershipSchool,
    School,
)
from partner_desk.model.resources import Service
from partner_desk.services.categories import related
from partner_desk.services.coverage.facts import (
    AGES,
    AT_WORK,
    NEAR_MILES,
    TIMES_OF_SCHEDULE,
    Facts,
    facts_of,
)
from partner_desk.services.coverage.places import Reach
from partner_desk.services.directory.narrowed import Narrowed
from partner_desk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Candidate:
    """A resource that could answer a need, and why.

    ``categories`` are those of its categories that answer it; ``ages`` are its first and last
    age, None where it takes everybody; ``reach`` is how it is within reach of the school.
    """

    service: Service
    organization: str
    categories: tuple[Category, ...]
    ages: tuple[int | None, int | None]
    reach: Reach


@dataclass(frozen=True, slots=True)
class Overlap:
    """Other partnerships at work that bring the same category to the same school."""

    school: School
    category: Category
    partnerships: tuple[Partnership, ...]


def candidates(
    reader: Reader, need: Need, miles: float = NEAR_MILES, facts: Facts | None = None,
    most: int | None = None,
) -> list[Candidate]:
    """The active resources that could answer a need, the nearest first, ``most`` at most.

    Category (or one under it), ages, times and place fit; what a resource does not tell is not
    held against it.
    """
    facts = facts or facts_of(reader, miles)
    if need.category_id is None:
        return []
    nearest = facts.places.nearest(need.school_id or "", facts.resources_for(need), most)
    reaches = {facts.services[number]: reach for number, reach in nearest}
    services = reader.get_many(Service, list(reaches))
    owners = {each.organization_id for each in services if each.organization_id}
    names = {each.id: each.name for each in reader.get_many(Organization, sorted(owners))}
    fitting = _categories(reader, list(reaches), facts.subtree(need.category_id))
    return [
        Candidate(
            each, names.get(each.organization_id or "", ""), tuple(fitting.get(each.id, ())),
            (each.minimum_age, each.maximum_age), reaches[each.id],
        )
        for each in services
    ]


def narrowed_for(reader: Reader, need: Need, miles: float = NEAR_MILES) -> Narrowed:
    """The list of resources to look through for a need: category, ages, near its school.

    Times are left out, and the place where the school does not tell where it stands: a person
    may know more than the directory does.
    """
    school = reader.get(School, need.school_id)
    placed = school is not None and school.latitude is not None and school.longitude is not None
    youngest, oldest = AGES.get(need.grade_band, (None, None))
    return Narrowed(
        categories=(need.category_id,) if need.category_id else (),
        age_from=youngest, age_to=oldest,
        school_id=need.school_id if placed else None, miles=miles if placed else None,
    )


def overlaps_at_intake(reader: Reader, partnership_id: str) -> list[Overlap]:
    """What other partnerships at work already bring to the schools of this one.

    A category counts as the same as those above and below it. Partnerships whose times never
    meet do not overlap.
    """
    own = reader.get(Partnership, partnership_id)
    schools = reader.find(PartnershipSchool, partnership_id=partnership_id)
    links = reader.find(PartnershipCategory, partnership_id=partnership_id)
    if own is None or not schools or not links:
        return []
    school_ids = [each.school_id for each in schools if each.school_id]
    category_ids = [each.category_id for each in links if each.category_id]
    others = _others(reader, own, school_ids)
    brought = _brought(reader, [each.id for each in others])
    known = reader.find(Category)
    parents = {each.id: each.parent_id for each in known}
    same = {each: related(parents, each) for each in category_ids}
    at = _partners_at(reader, school_ids)
    found = []
    for school in reader.get_many(School, school_ids):
        for category in reader.get_many(Category, category_ids):
            there = tuple(
                each for each in others
                if each.id in at[school.id] and brought[each.id] & same[category.id]
            )
            if there and school.deleted_at is None and category.deleted_at is None:
                found.append(Overlap(school, category, there))
    return found


def _others(
    reader: Reader, own: Partnership, school_ids: Sequence[str]
) -> list[Partnership]:
    """Other partnerships at work at one of these schools whose time can be the same."""
    links = reader.find_by(PartnershipSchool, "school_id", school_ids)
    ids = sorted({each.partnership_id for each in links if each.partnership_id} - {own.id})
    return sorted(
        (
            each for each in reader.get_many(Partnership, ids)
            if each.deleted_at is None and each.stage in AT_WORK
            and not _apart(own.schedule, each.schedule)
        ),
        key=lambda each: each.name,
    )


def _apart(one: str, other: str) -> bool:
    times = [set(TIMES_OF_SCHEDULE[each]) for each in (one, other) if each in TIMES_OF_SCHEDULE]
    return len(times) == 2 and times[0].isdisjoint(times[1])


def _brought(reader: Reader, partnership_ids: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {each: set() for each in partnership_ids}
    for link in reader.find_by(PartnershipCategory, "partnership_id", partnership_ids):
        if link.partnership_id and link.category_id:
            found[link.partnership_id].add(link.category_id)
    return found


def _partners_at(reader: Reader, school_ids: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {each: set() for each in school_ids}
    for link in reader.find_by(PartnershipSchool, "school_id", school_ids):
        if link.school_id and link.partnership_id:
            found[link.school_id].add(link.partnership_id)
    return found


def _categories(
    reader: Reader, service_ids: Sequence[str], wanted: frozenset[str]
) -> dict[str, list[Category]]:
    links = [
        each for each in reader.find_by(ServiceCategory, "service_id", service_ids)
        if each.category_id in wanted
    ]
    ids = sorted({each.category_id for each in links if each.category_id})
    known = {each.id: each for each in reader.get_many(Category, ids)}
    found: dict[str, list[Category]] = {}
    for link in links:
        found.setdefault(link.service_id or "", []).append(known[link.category_id or ""])
    return found
