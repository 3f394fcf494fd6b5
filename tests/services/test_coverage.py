"""What schools need beside what there is: gaps, what could fill them, overlaps."""

import random
from datetime import date, time
from typing import Any

import pytest

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import (
    Need,
    Partnership,
    PartnershipCategory,
    PartnershipSchool,
    School,
)
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import Service, ServiceArea
from partner_desk.services import needs
from partner_desk.services.coverage import Choice, coverage, gaps, latest_year
from partner_desk.services.coverage.bits import members
from partner_desk.services.coverage.candidates import candidates, overlaps_at_intake
from partner_desk.services.coverage.facts import STEPS, facts_of
from partner_desk.services.coverage.places import miles_between
from partner_desk.services.coverage.times import times_of
from partner_desk.services.sample import fill
from partner_desk.store.store import Store

LINCOLN = School(
    name="Lincoln", latitude=41.82, longitude=-71.41, city="Providence", postal_code="02903"
)
FOOD = Category(name="Food", name_es="Comida")
PANTRY = Category(name="Pantries", parent_id=FOOD.id)
TUTORING = Category(name="Tutoring")


def _keep(store: Store, *records: Record) -> None:
    with store.writing(Operation("record.add")) as work:
        work.add_many(records)


def _partner(name: str, category: Category, school: School = LINCOLN, **more: Any) -> list[Record]:
    values: dict[str, Any] = {"stage": "active", **more}
    made = Partnership(name=name, **values)
    return [
        made,
        PartnershipSchool(partnership_id=made.id, school_id=school.id),
        PartnershipCategory(partnership_id=made.id, category_id=category.id),
    ]


def _resource(name: str, category: Category, **more: Any) -> list[Record]:
    made = Service(name=name, **more)
    return [made, ServiceCategory(service_id=made.id, category_id=category.id)]


def _placed(service: Record, **place: Any) -> list[Record]:
    made = Location(name="There", **place)
    return [made, ServiceAtLocation(service_id=service.id, location_id=made.id)]


def _need(category: Category | None = FOOD, **more: Any) -> Need:
    values: dict[str, Any] = {
        "description": "Help", "school_id": LINCOLN.id, "students": 10, **more,
    }
    return Need(category_id=category.id if category else None, **values)


@pytest.fixture
def begun(office: Store) -> Store:
    _keep(office, LINCOLN, FOOD, PANTRY, TUTORING)
    return office


def _level(store: Store, need: Need) -> str:
    with store.reading() as reader:
        found = coverage(reader, Choice())
    return next(each.level for each in found.standings if each.need.id == need.id)


def test_levels_follow_from_what_there_is(begun: Store) -> None:
    need = _need()
    _keep(begun, need)
    assert _level(begun, need) == "gap"
    pantry = _resource("Pantry", PANTRY)
    _keep(begun, *pantry)
    assert _level(begun, need) == "nearby"
    _keep(begun, *_partner("Weekend bags", PANTRY))
    assert _level(begun, need) == "met"
    _keep(begun, *_partner("Breakfast", FOOD, stage="renewal"))
    assert _level(begun, need) == "overlap"


def test_who_is_not_at_work_or_works_elsewhere_meets_nothing(begun: Store) -> None:
    other = School(name="Roosevelt")
    need = _need(time="school_day")
    _keep(
        begun, need, other, *_partner("Inquiry", FOOD, stage="inquiry"),
        *_partner("Elsewhere", FOOD, other), *_partner("Of tutors", TUTORING),
        *_partner("At night", FOOD, schedule="out_of_school"),
    )
    assert _level(begun, need) == "gap"
    _keep(begun, *_partner("At lunch", FOOD, schedule="in_school"))
    assert _level(begun, need) == "met"


def test_a_wider_category_does_not_meet_a_narrow_need(begun: Store) -> None:
    need = _need(PANTRY)
    _keep(begun, need, *_partner("Food in general", FOOD))
    assert _level(begun, need) == "gap"


@pytest.mark.parametrize(("place", "code"), [
    ({"latitude": 41.83, "longitude": -71.41}, "near"),
    ({"latitude": 41.92, "longitude": -71.41}, ""),
    ({"location_type": "virtual"}, "online"),
    ({}, "unknown"),
])
def test_places_are_measured(begun: Store, place: dict[str, Any], code: str) -> None:
    need, resource = _need(), _resource("Pantry", FOOD)
    _keep(begun, need, *resource, *_placed(resource[0], **place))
    with begun.reading() as reader:
        found = candidates(reader, need)
    assert [each.reach.code for each in found] == ([code] if code else [])
    assert _level(begun, need) == ("nearby" if code else "gap")


def test_addresses_and_areas_do_where_nothing_can_be_measured(begun: Store) -> None:
    need = _need()
    close, far, same_city, area, elsewhere = (
        _resource(name, FOOD) for name in ("Close", "Far", "Same city", "Area", "Elsewhere")
    )
    records: list[Record] = [need]
    for resource, postal, city in (
        (close, "02903-1234", "Pawtucket"), (far, "02860", "Pawtucket"),
        (same_city, "02906", "PROVIDENCE"),
    ):
        offer = _placed(resource[0])
        address = Address(
            address_1="1 Main", city=city, postal_code=postal, location_id=offer[0].id
        )
        records += [*resource, *offer, address]
    records += [*area, ServiceArea(service_id=area[0].id, name="Providence, RI")]
    records += [*elsewhere, ServiceArea(service_id=elsewhere[0].id, name="Newport")]
    _keep(begun, *records)
    with begun.reading() as reader:
        found = candidates(reader, need)
    assert [(each.service.name, each.reach.code) for each in found] == [
        ("Close", "zip"), ("Area", "area"), ("Same city", "city"),
    ]


def test_ages_and_times_and_states_have_to_fit(begun: Store) -> None:
    need = _need(grade_band="k2", time="weekend")
    adults = _resource("For adults", FOOD, minimum_age=18)
    closed = _resource("Closed", FOOD, status="inactive")
    weekdays = _resource("On weekdays", FOOD)
    saturdays = _resource("On Saturdays", FOOD, minimum_age=4, maximum_age=9)
    _keep(
        begun, need, *adults, *closed, *weekdays, *saturdays,
        Schedule(service_id=weekdays[0].id, byday="MO,TU", opens_at=time(9), closes_at=time(17)),
        Schedule(service_id=saturdays[0].id, byday="SA"),
    )
    with begun.reading() as reader:
        found = candidates(reader, need)
    assert [each.service.name for each in found] == ["On Saturdays"]
    assert [each.name for each in found[0].categories] == ["Food"]
    assert found[0].ages == (4, 9)


def test_hours_of_the_place_stand_in_for_hours_not_told(begun: Store) -> None:
    need = _need(time="evening")
    resource = _resource("Pantry", FOOD)
    place = _placed(resource[0], location_type="physical")
    _keep(
        begun, need, *resource, *place,
        Schedule(location_id=place[0].id, byday="MO", opens_at=time(9), closes_at=time(12)),
    )
    assert _level(begun, need) == "gap"
    _keep(begun, Schedule(location_id=place[0].id, byday="WE", opens_at=time(17),
                          closes_at=time(20)))
    assert _level(begun, need) == "nearby"


def test_times_of_opening_hours() -> None:
    assert times_of("MO,TU", time(15), time(18)) == {"after_school", "summer"}
    assert times_of("SA", None, None) == {"weekend", "summer"}
    assert times_of("1SU", time(9), time(12)) == {"weekend", "summer"}
    assert "evening" in times_of("", None, None)
    assert times_of("FR", time(7), time(9)) == {"before_school", "school_day", "summer"}


def test_the_map_has_rows_columns_and_its_worst_need(begun: Store) -> None:
    roosevelt = School(name="Roosevelt")
    _keep(
        begun, roosevelt,
        _need(PANTRY, priority="low", students=5),
        _need(FOOD, priority="high", students=None, grade_band="k2"),
        _need(None, school_id=roosevelt.id, time="summer"),
        _need(TUTORING, school_id=roosevelt.id, school_year="2025-26"),
        *_partner("Bags", PANTRY),
    )
    with begun.reading() as reader:
        found = coverage(reader, Choice())
        assert [each.name for each in found.rows] == ["Food", "Tutoring", ""]
        assert [each.name for each in found.columns] == ["Lincoln", "Roosevelt"]
        cell = found.cells[FOOD.id, LINCOLN.id]
        # "Bags" is a pantry, so it is food as well: both needs are met.
        assert (cell.level, cell.students, cell.priority) == ("met", 5, "high")
        assert found.cells["", roosevelt.id].level == "gap"
        assert (FOOD.id, roosevelt.id) not in found.cells
        deeper = coverage(reader, Choice(depth=2, side="grade"))
        assert [each.name for each in deeper.rows] == ["Food", "Pantries", "Tutoring", ""]
        assert [(each.id, each.is_label) for each in deeper.columns] == [("", False), ("k2", True)]
        # A need that tells no year is of every year.
        assert coverage(reader, Choice(year="2025-26")).count("gap") == 2
        assert len(coverage(reader, Choice(year="1999-00")).standings) == 3
        assert len(coverage(reader, Choice(priority="high")).standings) == 1
        assert latest_year(reader) == "2025-26"


def test_gaps_come_by_priority_and_students(begun: Store) -> None:
    _keep(
        begun,
        _need(TUTORING, description="few", priority="high", students=3),
        _need(TUTORING, description="many", priority="high", students=90),
        _need(TUTORING, description="low", priority="low", students=500),
        _need(FOOD, description="could be", priority="high", students=900),
        _need(FOOD, description="is not told"), *_resource("Pantry", FOOD),
    )
    with begun.reading() as reader:
        found = gaps(reader, Choice())
    assert [each.need.description for each in found] == [
        "many", "few", "low", "could be", "is not told",
    ]
    assert found[3].resources == 1


def test_overlaps_are_told_when_a_partnership_begins(begun: Store) -> None:
    new = _partner("New tutors", TUTORING, stage="inquiry", schedule="out_of_school")
    _keep(
        begun, *new, *_partner("B tutors", TUTORING), *_partner("A tutors", TUTORING),
        *_partner("In class", TUTORING, schedule="in_school"),
        *_partner("Over", TUTORING, stage="ended"), *_partner("Food", FOOD),
    )
    with begun.reading() as reader:
        found = overlaps_at_intake(reader, new[0].id)
    assert [(each.school.name, each.category.name) for each in found] == [
        ("Lincoln", "Tutoring")
    ]
    assert [each.name for each in found[0].partnerships] == ["A tutors", "B tutors"]


def test_needs_are_taken_over_for_the_next_year_once(begun: Store) -> None:
    _keep(begun, _need(school_year="2026-27"), _need(TUTORING, school_year="2026-27"))
    assert needs.next_year("2026-27") == "2027-28"
    assert needs.next_year("1999-2000") == "2000-01"
    assert needs.next_year("soon") == ""
    assert needs.copy_year(begun, "2026-27", "2027-28", LINCOLN.id) == 2
    assert needs.copy_year(begun, "2026-27", "2027-28") == 0
    with begun.reading() as reader:
        assert needs.years(reader) == ["2027-28", "2026-27"]
    with pytest.raises(InputError):
        needs.copy_year(begun, "2026-27", "2026-27")
    assert needs.school_year_name(date(2026, 11, 22)) == "2026-27"


def test_the_sample_has_all_levels(office: Store) -> None:
    fill(office, "es", date(2026, 11, 22))
    with office.reading() as reader:
        found = coverage(reader, Choice(year="2026-27"))
    assert all(found.count(level) >= 2 for level in ("gap", "nearby", "met", "overlap"))
    assert len(found.columns) == 8
    assert {each.name_es for each in found.rows} >= {"Alimentos", "Salud mental"}


def test_a_large_office_has_every_cell(office: Store) -> None:
    chance = random.Random(4)
    schools = [School(name=f"S{n}", latitude=41.8 + chance.random() / 5,
                      longitude=-71.5 + chance.random() / 5) for n in range(100)]
    categories = [Category(name=f"C{n}") for n in range(60)]
    owner = Organization(name="Everybody")
    records: list[Record] = [*schools, *categories, owner]
    for number in range(5000):
        made = _resource(f"R{number}", chance.choice(categories), organization_id=owner.id)
        records += [*made, *_placed(made[0], latitude=41.8 + chance.random() / 5,
                                    longitude=-71.5 + chance.random() / 5),
                    Schedule(service_id=made[0].id, byday="MO", opens_at=time(9))]
    for school in schools:
        records += [_need(each, school_id=school.id, grade_band="6_8", time="after_school")
                    for each in categories]
    _keep(office, *sorted(records, key=lambda each: each.kind))
    with office.reading() as reader:
        found = coverage(reader, Choice())
    assert len(found.cells) == 6000
    assert found.count("nearby") > 1000


def test_what_is_known_is_read_anew_after_a_write_only(begun: Store) -> None:
    _keep(begun, _need(), *_resource("Pantry", FOOD))
    with begun.reading() as reader:
        first = coverage(reader, Choice()).facts
        assert coverage(reader, Choice(side="time"), first).facts is first
        assert coverage(reader, Choice(miles=3.0), first).facts is not first
    _keep(begun, *_resource("Kitchen", PANTRY))
    with begun.reading() as reader:
        (standing,) = coverage(reader, Choice(), first).standings
    assert standing.resources == 2


def test_the_making_of_a_map_can_be_stopped_at_each_step(begun: Store) -> None:
    _keep(begun, _need())
    steps: list[int] = []

    def watch() -> None:
        steps.append(len(steps))

    def stop() -> None:
        raise Cancelled

    with begun.reading() as reader:
        coverage(reader, Choice(), watch=watch)
        assert len(steps) == STEPS
        with pytest.raises(Cancelled):
            coverage(reader, Choice(), watch=stop)


def test_the_nearest_candidates_are_those_of_the_whole_list(begun: Store) -> None:
    need, records = _need(), list[Record]()
    for number, north in enumerate((0.02, 0.01, 0.005, 0.4)):
        made = _resource(f"Measured {number}", FOOD)
        records += [*made, *_placed(made[0], latitude=41.82 + north, longitude=-71.41)]
    for name in ("An untold one", "B untold too"):
        records += _resource(name, PANTRY)
    area = _resource("Of the town", FOOD)
    records += [*area, ServiceArea(service_id=area[0].id, name="Providence County")]
    web = _resource("On the web", FOOD)
    records += [*web, *_placed(web[0], location_type="virtual")]
    _keep(begun, need, *sorted(records, key=lambda each: each.kind != "location"))
    with begun.reading() as reader:
        whole = candidates(reader, need)
        few = candidates(reader, need, most=4)
    told = [(each.service.name, each.reach.code, each.reach.name) for each in whole]
    assert told == [
        ("Measured 2", "near", ""), ("Measured 1", "near", ""), ("Measured 0", "near", ""),
        ("Of the town", "area", "Providence County"), ("On the web", "online", ""),
        ("An untold one", "unknown", ""), ("B untold too", "unknown", ""),
    ]
    assert few == whole[:4]


@pytest.mark.parametrize("latitude", [0.0, 39.3, 64.8, -41.2])
def test_squares_find_what_measuring_everything_finds(office: Store, latitude: float) -> None:
    chance = random.Random(round(latitude))
    school = School(name="S", latitude=latitude, longitude=-71.0)
    spots = [(latitude + chance.uniform(-0.08, 0.08), -71 + chance.uniform(-0.2, 0.2))
             for _ in range(300)]
    made = [Service(name=f"R{n}", status="active") for n in range(len(spots))]
    records: list[Record] = [school, *made]
    for service, (north, west) in zip(made, spots, strict=True):
        records += _placed(service, latitude=north, longitude=west)
    _keep(office, *sorted(records, key=lambda each: each.kind))
    with office.reading() as reader:
        facts = facts_of(reader, 2.0)
    found = members(facts.places.within_reach(school.id), facts.services)
    assert 0 < len(found) < len(spots)
    assert set(found) == {
        service.id for service, spot in zip(made, spots, strict=True)
        if miles_between(latitude, -71.0, *spot) <= 2.0
    }
