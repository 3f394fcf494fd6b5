"""Many records at once: written beside Python's own work, and still all of them or none."""

import sys
from collections.abc import Sequence
from contextlib import closing

import pytest
from sqlalchemy import literal, select
from sqlalchemy.exc import DBAPIError

from partner_desk.model.contacts import PhoneNumber
from partner_desk.model.errors import Cancelled, EnvironmentProblem
from partner_desk.model.fields import Record
from partner_desk.model.history import CREATED, Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Location
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from partner_desk.store.tables import table_of
from tests.conftest import Reopen

MANY = Operation("test.many", kind="import")
HOSTILE = (
    "0012", "1e5", "true", "null", "{}", "[1]", 'a "quoted" \\ back\\slash \\u0041', "=1+1",
    "tab\tline\nend", "ភាសាខ្មែរ مرحبا 🎈 \u2028", "-0.0", "9007199254740993",
)
COORDINATES = (39.290385, -76.612189, 0.1 + 0.2, 1e-17, 89.99999999999999, 2 / 3)


def _many(count: int = 6_000) -> list[Record]:
    named = [
        Organization(id=f"o{n}", name=f"{HOSTILE[n % len(HOSTILE)]} {n}",
                     description=HOSTILE[n % len(HOSTILE)], year_incorporated=n or None)
        for n in range(count)
    ]
    places = [
        Location(id=f"l{n}", name=f"Place {n}", latitude=COORDINATES[n % len(COORDINATES)],
                 longitude=-COORDINATES[n % len(COORDINATES)])
        for n in range(600)
    ]
    phones = [PhoneNumber(id=f"p{n}", organization_id=f"o{n}", number=f"555 {n:04}")
              for n in range(600)]
    return [*named, *places, *phones]


def _stored(store: Store, kind: type[Record], ids: Sequence[str]) -> list[Record]:
    with store.reading() as reader:
        return reader.get_many(kind, ids)


def test_every_value_arrives_as_it_was(any_office: Store, reopened: Reopen) -> None:
    records = _many()
    with any_office.writing(MANY) as work:
        work.add_many(records)
    store = reopened(any_office)
    for kind in (Organization, Location, PhoneNumber):
        mine = [each for each in records if isinstance(each, kind)]
        assert _stored(store, kind, [each.id for each in mine]) == mine
    with store.reading() as reader:
        changes = reader.changes(reader.change_sets(1)[0].id)
        assert [each.record_id for each in changes] == [each.id for each in records]
        assert {each.field for each in changes} == {CREATED}
    assert not check(store).problems


def test_what_is_asked_in_between_has_all_that_was_added(any_office: Store) -> None:
    records = _many(2_000)
    with any_office.writing(MANY) as work:
        work.add_many(records)
        assert work.get_many(Organization, ["o0", "o1999"]) == [records[0], records[1999]]
        work.change(Organization, "o1999", name="Changed")
        work.delete(PhoneNumber, "p3")
        assert len(work.find(PhoneNumber)) == 599
    with any_office.reading() as reader:
        fields = [each.field for each in reader.changes(reader.change_sets(1)[0].id)]
        assert fields[-2:] == ["name", "deleted_at"]
        assert fields[:-2] == [CREATED] * len(records)


def test_what_was_in_trash_comes_back_among_many(any_office: Store) -> None:
    records = _many(1_500)
    with any_office.writing(MANY) as work:
        work.add_many(records)
    everything = any_office.digest()
    set_id = any_office.undo()
    assert set_id is not None
    with any_office.writing(MANY) as work:
        work.add(Organization(id="new", name="New"))
        work.add_many(records)
        work.delete(Organization, "new")
    assert any_office.digest() == everything
    with any_office.reading() as reader:
        changes = reader.changes(reader.change_sets(1)[0].id)
        assert [each.record_id for each in changes if each.field == CREATED] == ["new"]
    assert not check(any_office).problems


def test_what_is_given_up_halfway_leaves_nothing(any_office: Store) -> None:
    before = any_office.digest()
    with pytest.raises(Cancelled), any_office.writing(MANY) as work:
        work.add_many(_many())
        raise Cancelled
    assert any_office.digest() == before
    assert _stored(any_office, Organization, ["o1", "o5999"]) == []


def test_a_disk_that_is_full_keeps_nothing_of_what_was_on_its_way(office: Store) -> None:
    before = office.digest()
    with pytest.raises(EnvironmentProblem) as caught, office.writing(MANY) as work:
        driver = work.connection
        pages = driver.exec_driver_sql("PRAGMA page_count").scalar_one()
        driver.exec_driver_sql(f"PRAGMA max_page_count={pages + 100}")
        work.add_many(_many())
        work.add_many(Organization(id=f"later{n}", name="Later") for n in range(3_000))
    assert caught.value.code == "disk.full"
    assert office.digest() == before
    assert _stored(office, Organization, ["o1", "later1"]) == []
    assert not check(office).problems


def test_an_id_that_comes_twice_in_one_change_set_is_one_record(any_office: Store) -> None:
    twice = [Organization(id=f"o{n}", name=f"First {n}") for n in range(500)]
    again = [Organization(id=f"o{n}", name=f"Second {n}") for n in range(250, 750)]
    with any_office.writing(MANY) as work:
        work.add_many(twice)
        work.add_many(again)
    named = _stored(any_office, Organization, ["o0", "o250", "o749"])
    assert [each.caption for each in named] == ["First 0", "Second 250", "Second 749"]
    assert not check(any_office).problems


def test_what_was_in_trash_comes_back_in_the_order_in_which_it_was_added(
    any_office: Store,
) -> None:
    records = [Organization(id="o", name="Owner"), Location(id="l", organization_id="o"),
               PhoneNumber(id="p", organization_id="o", number="555 0100")]
    with any_office.writing(MANY) as work:
        work.add_many(records)
    any_office.undo()
    with any_office.writing(MANY) as work:
        work.add_many(records)
        work.change(Organization, "o", deleted_at=work.now())
        work.add(Organization(id="o", name="Owner again"))
        work.add(Organization(id="o", name="Owner at last"))
    with any_office.reading() as reader:
        changes = reader.changes(reader.change_sets(1)[0].id)
        assert [each.record_id for each in changes][:3] == ["o", "l", "p"]
        assert [each.after for each in changes if each.field == "name"] == [
            "Owner again", "Owner at last"]
    assert [each.caption for each in _stored(any_office, Organization, ["o"])] == ["Owner at last"]


def test_what_comes_after_a_failure_tells_of_that_failure(office: Store) -> None:
    table = table_of("organization")
    with office.engine.connect() as connection, closing(BulkWriter(connection)) as bulk:
        bulk.insert(table, ("id", "no_such_column"), [(f"o{n}", n) for n in range(1_000)])
        for _ in range(3):
            with pytest.raises(DBAPIError, match="no_such_column"):
                bulk.ask(select(literal(1).label("one")), {}).result()
        for _ in range(3):
            with pytest.raises(DBAPIError, match="no_such_column"):
                bulk.wait()


def test_pythons_lock_is_handed_on_as_usual_once_two_offices_have_been_written(
    office: Store,
) -> None:
    usual = sys.getswitchinterval()
    table, rows = table_of("organization"), [(f"o{n}", "") for n in range(1_000)]
    with office.engine.connect() as connection, office.engine.connect() as other:
        first = BulkWriter(connection)
        first.insert(table, ("id", "no_such_column"), rows)
        second = BulkWriter(other)
        second.insert(table, ("id", "no_such_column"), rows)
        first.close()
        second.close()
    assert sys.getswitchinterval() == usual
