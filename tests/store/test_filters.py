"""Filters over several kinds, alike on both engines, and read through indexes."""

from math import asin, cos, radians, sin, sqrt

import pytest
from sqlalchemy import select, text

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.queries import (
    AllOf,
    Among,
    AnyOf,
    ChangedIn,
    Condition,
    Filter,
    HasChild,
    Holds,
    ListQuery,
    Near,
    Not,
    OneOf,
)
from partner_desk.model.resources import Service
from partner_desk.store.list_orders import of_rows
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.tables import table_of

EDIT = Operation("test.edit")
HARBOR = (39.2856, -76.6131)


@pytest.fixture
def filled(any_office: Store) -> Store:
    """Four services; two at places, one of which is in another state; one place is in Trash."""
    with any_office.writing(EDIT) as work:
        for key, name in (("oz", "Zebra"), ("oa", "Ánimo")):
            work.add(Organization(id=key, name=name))
        for key, owner, words in (
            ("s1", "oz", "Niños de 5 a 12 AÑOS"), ("s2", "oa", "100% free_of charge"),
            ("s3", None, ""), ("s4", "oz", "đường số 1"),
        ):
            work.add(Service(id=key, organization_id=owner, name=key, fees_description=words))
        for key, city, latitude, longitude in (
            ("l1", "Baltimore", 39.2904, -76.6122), ("l2", "Boston", 42.3601, -71.0589),
            ("l3", "Baltimore", 39.30, -76.62), ("l4", "Nowhere", None, None),
        ):
            work.add(Location(id=key, name=key, latitude=latitude, longitude=longitude))
            work.add(Address(location_id=key, address_1="1 Main St", city=city))
        for service, place in (("s1", "l1"), ("s2", "l2"), ("s3", "l3"), ("s4", "l4")):
            work.add(ServiceAtLocation(service_id=service, location_id=place))
        work.add(Schedule(location_id="l1", byday="SA,SU"))
    with any_office.writing(EDIT) as work:
        work.delete(Location, "l3")
    return any_office


def ids(store: Store, *where: Filter, order: str = "") -> list[str]:
    with store.reading() as reader:
        return reader.ids(ListQuery("service", where=where, order=order))


def at_places(*where: Filter) -> Among:
    places = Among("location_id", "location", "id", where)
    return Among("id", "service_at_location", "service_id", (places,))


def test_filters_are_joined_by_and_and_or(filled: Store) -> None:
    one, two = Condition("name", "s1"), Condition("name", "s2")
    assert ids(filled, AnyOf((one, two))) == ["s1", "s2"]
    assert ids(filled, AnyOf(())) == []
    assert len(ids(filled, AllOf(()))) == 4
    assert ids(filled, AllOf((one, two))) == []
    assert ids(filled, Not(AnyOf((one, AllOf((two, Condition("organization_id", "oa"))))))) == [
        "s3", "s4"
    ]


@pytest.mark.parametrize(("typed", "expected"), [
    ("niños", ["s1"]), ("NIÑOS", ["s1"]), ("años", ["s1"]), ("FREE", ["s2"]), ("0%", ["s2"]),
    ("e_o", ["s2"]), ("fr%e", []), ("_", ["s2"]), ("Đường", ["s4"]), ("'", []),
])
def test_letters_are_found_in_any_case(filled: Store, typed: str, expected: list[str]) -> None:
    assert ids(filled, Holds("fees_description", typed)) == expected


def test_what_a_change_set_brought_is_found_by_it(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        work.add_many([Service(id=each, name=each) for each in ("s1", "s2", "s3")])
    with any_office.writing(EDIT) as work:
        work.add_many([Service(id="s4", name="s4"), Location(id="s3", name="another kind")])
        work.change(Service, "s1", name="s1 by now")
        work.add(ServiceAtLocation(service_id="s2", location_id="s3"))
    newest = ChangedIn(work.change_set_id)
    assert ids(any_office, newest) == ["s1", "s4"]
    assert ids(any_office, Not(newest)) == ["s2", "s3"]
    assert ids(any_office, HasChild("service_at_location", (newest,))) == ["s2"]
    assert ids(any_office, ChangedIn("none such")) == []


def test_what_is_near_is_reached_over_the_places(filled: Store) -> None:
    assert ids(filled, at_places(Near(*HARBOR, 1))) == ["s1"]
    assert ids(filled, at_places(Near(*HARBOR, 500))) == ["s1", "s2"]
    assert ids(filled, at_places(Near(*HARBOR, 0.1))) == []
    assert ids(filled, Not(at_places(Near(*HARBOR, 1)))) == ["s2", "s3", "s4"]


def test_places_without_a_field_are_among_nothing(filled: Store) -> None:
    city = Among("id", "address", "location_id", (OneOf("city", ("Baltimore",)),))
    assert ids(filled, at_places(city)) == ["s1"]
    hours = Among("location_id", "schedule", "location_id", (Condition("byday", "SA,SU"),))
    assert ids(filled, Among("id", "service_at_location", "service_id", (hours,))) == ["s1"]
    owned = Among("id", "schedule", "service_id", ())
    assert ids(filled, Not(owned)) == ["s1", "s2", "s3", "s4"]


def test_a_kind_among_itself(filled: Store) -> None:
    same = Among("organization_id", "service", "organization_id", (Condition("name", "s1"),))
    assert ids(filled, same) == ["s1", "s4"]


def test_a_reference_orders_by_what_its_record_is_called(filled: Store) -> None:
    assert ids(filled, order="organization_id") == ["s3", "s2", "s1", "s4"]
    with filled.reading() as reader:
        found = reader.ids(ListQuery("service", order="organization_id", descending=True))
    assert found == ["s4", "s1", "s2", "s3"]


@pytest.mark.parametrize("latitude", [0.0, 39.3, -33.9, 60.0])
@pytest.mark.parametrize("miles", [0.5, 2.0, 25.0])
def test_a_circle_is_as_wide_as_on_a_sphere(
    office: Store, latitude: float, miles: float
) -> None:
    """Points all around at 98 and 102 parts of a hundred of the distance."""
    places, inside = [], set()
    for step in range(36):
        for part in (0.98, 1.02):
            north = miles * part * cos(radians(10 * step)) / 69.0933
            east = miles * part * sin(radians(10 * step)) / 69.0933 / cos(radians(latitude))
            place = Location(latitude=latitude + north, longitude=20 + east)
            places.append(place)
            if haversine(latitude, 20, latitude + north, 20 + east) <= miles:
                inside.add(place.id)
    with office.writing(EDIT) as work:
        work.add_many(places)
    with office.reading() as reader:
        found = reader.ids(ListQuery("location", where=(Near(latitude, 20, miles),)))
    assert set(found) == inside
    assert len(inside) == 36


def haversine(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Miles between two points on a sphere of the earth's mean radius."""
    a, b = radians(lat1), radians(lat2)
    step = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * 3958.7613 * asin(sqrt(step))


def plan(reader: Reader, query: ListQuery) -> str:
    """How SQLite goes about a list, one step a line."""
    statement = reader._listing(query, None)
    words = str(statement.compile(
        reader.connection.engine, compile_kwargs={"literal_binds": True}
    ))
    rows = reader.connection.execute(text("EXPLAIN QUERY PLAN " + words.replace(":", r"\:")))
    return "\n".join(str(row[-1]) for row in rows)


@pytest.mark.parametrize("wanted", [
    Among("id", "service_category", "service_id", (OneOf("category_id", ("a", "b")),)),
    at_places(Near(*HARBOR, 2)),
    at_places(Among("id", "address", "location_id", (OneOf("postal_code", ("21201",)),))),
    AnyOf((
        Among("id", "schedule", "service_id", (OneOf("byday", ("SA",)),)),
        at_places(Among("id", "schedule", "location_id", (OneOf("byday", ("SA",)),))),
    )),
    Among("id", "language", "service_id", (OneOf("name", ("Spanish",)),)),
])
def test_no_table_of_parts_is_read_from_end_to_end(office: Store, wanted: Filter) -> None:
    with office.reading() as reader:
        steps = plan(reader, ListQuery("service", where=(Condition("status", "active"), wanted)))
    assert "SEARCH" in steps
    for kind in ("service_category", "service_at_location", "location", "address", "schedule",
                 "language"):
        assert f"SCAN {kind}\n" not in steps + "\n", steps


@pytest.mark.parametrize("few", [0, 10])
def test_rows_that_are_few_or_many_stand_in_the_order_of_the_list(office: Store, few: int) -> None:
    with office.writing(EDIT) as work:
        for n in range(9):
            work.add(Service(id=f"s{n}", name=f"{(n * 4) % 9}"))
        work.delete(Service, "s4")
    with office.reading() as reader:
        table = table_of("service")
        listing = reader._listing(ListQuery("service"), None)
        pairs = reader.connection.execute(select(table.c.id, table.c.row)).all()
        numbers = {each[0]: each[1] for each in pairs}
        rows = [numbers[each] for each in ("s1", "s2", "s4", "s7")]
        found = reader.connection.scalars(of_rows(listing, table, rows, few)).all()
    assert list(found) == ["s7", "s1", "s2"]


@pytest.mark.parametrize(("kind", "field"), [("address", "city"), ("service", "fees_description")])
@pytest.mark.parametrize("many", [1, 3_000])
def test_each_value_that_occurs_is_found_once(
    any_office: Store, kind: str, field: str, many: int
) -> None:
    """Along an index or without one, a few that repeat or thousands."""
    texts = ["", "Ñandú", "ñandú", "a'b", "zz\n", "%", "中文", *(f"n {n}" for n in range(many))] * 2
    with any_office.writing(EDIT) as work:
        if kind == "address":
            work.add_many(Address(address_1="1 Elm", city=each) for each in texts)
        else:
            work.add_many(Service(name="S", fees_description=each) for each in texts)
    with any_office.reading() as reader:
        found = reader.occurring(kind, field)
    assert sorted(found) == sorted(set(texts))
