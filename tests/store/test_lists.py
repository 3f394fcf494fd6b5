"""Lists: what is found, in which order, fitting which filters, on both engines alike."""

from datetime import date

import pytest

from partner_desk.model.agreements import Agreement
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.queries import (
    After,
    Before,
    Condition,
    Filter,
    HasChild,
    ListQuery,
    Not,
    OneOf,
)
from partner_desk.model.resources import Service
from partner_desk.store.store import Store

EDIT = Operation("test.edit")
NAMES = ("Łódź Society", "alpha", "Ánimo", "Đà Nẵng Club", "zebra", "Beta", "សាលារៀន ភ្នំពេញ")


@pytest.fixture
def filled(any_office: Store) -> Store:
    """Organizations of many scripts; the fourth has a contact with a phone, the fifth is gone."""
    with any_office.writing(EDIT) as work:
        made = [
            work.add(Organization(name=name, sector="nonprofit" if number % 2 else "arts"))
            for number, name in enumerate(NAMES)
        ]
        contact = work.add(
            Contact(name="Nguyễn Thị Bích", email="bich@club.org", organization_id=made[3].id)
        )
        work.add(PhoneNumber(number="(401) 555-0199", organization_id=made[3].id))
        work.add(PhoneNumber(number="+1 401 555 0142 x7", contact_id=contact.id))
        work.add(Service(name="After-school Café", organization_id=made[1].id, maximum_age=12))
        work.add(Service(name="Evening class", organization_id=made[1].id))
    with any_office.writing(EDIT) as work:
        work.delete(Organization, made[4].id)
    return any_office


def names(store: Store, query: ListQuery) -> list[str]:
    """The titles that a list shows, in its order."""
    with store.reading() as reader:
        ids = reader.ids(query)
        assert reader.count(query) == len(ids)
        records: list[Record] = []
        for kind in (Organization, Contact, Service, Agreement):
            if kind.kind == query.kind:
                records = list(reader.get_many(kind, ids))
        return [each.caption for each in records]


def found(store: Store, text: str, kind: str = "organization") -> list[str]:
    """What a search in a list finds."""
    return names(store, ListQuery(kind, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("animo", ["Ánimo"]),
        ("ÁNIMO", ["Ánimo"]),
        ("lodz", ["Łódź Society"]),
        ("da nang", ["Đà Nẵng Club"]),
        ("nang da", ["Đà Nẵng Club"]),
        ("ភ្នំពេញ", ["សាលារៀន ភ្នំពេញ"]),
        ("រៀន", ["សាលារៀន ភ្នំពេញ"]),
        ("4015550199", ["Đà Nẵng Club"]),
        ("401-555-01", ["Đà Nẵng Club"]),
        ("5550199", ["Đà Nẵng Club"]),
        ("bich@club.org", ["Đà Nẵng Club"]),
        ("soc", ["Łódź Society"]),
        ("ociety", []),
        ("zebra", []),
        ("' OR 1=1 --", []),
        ('"*', ["alpha", "Ánimo", "Beta", "Đà Nẵng Club", "Łódź Society", "សាលារៀន ភ្នំពេញ"]),
        ("NEAR(alpha", []),
        ("a" * 3000, []),
    ],
)
def test_search(filled: Store, text: str, expected: list[str]) -> None:
    assert found(filled, text) == expected


def test_words_of_parts_follow_their_changes(filled: Store) -> None:
    with filled.writing(EDIT) as work:
        (phone,) = work.find(PhoneNumber, number="(401) 555-0199")
        (other,) = work.find(Organization, name="alpha")
        work.change(PhoneNumber, phone.id, organization_id=other.id, number="202 555 0123")
    assert found(filled, "2025550123") == ["alpha"]
    assert found(filled, "4015550199") == []
    with filled.writing(EDIT) as work:
        work.delete(PhoneNumber, phone.id)
    assert found(filled, "2025550123") == []
    with filled.writing(EDIT) as work:
        work.bring_back(PhoneNumber, phone.id)
        work.change(Organization, other.id, name="Ωmega")
    assert found(filled, "2025550123") == ["Ωmega"]
    assert found(filled, "alpha") == []


def test_trash_is_a_list_of_its_own(filled: Store) -> None:
    assert names(filled, ListQuery("organization", trash=True)) == ["zebra"]


def test_order_knows_no_case_and_no_accents(filled: Store) -> None:
    ordered = ["alpha", "Ánimo", "Beta", "Đà Nẵng Club", "Łódź Society", "សាលារៀន ភ្នំពេញ"]
    assert names(filled, ListQuery("organization")) == ordered
    assert names(filled, ListQuery("organization", descending=True)) == ordered[::-1]
    by_sector = names(filled, ListQuery("organization", order="sector"))
    assert by_sector[:3] == ["Ánimo", "Łódź Society", "សាលារៀន ភ្នំពេញ"]
    with_age_first = ["After-school Café", "Evening class"]
    assert names(filled, ListQuery("service", order="maximum_age")) == with_age_first
    assert names(filled, ListQuery("service", order="maximum_age", descending=True)) == (
        with_age_first
    )


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Condition("sector", "arts"), ["Ánimo", "Łódź Society", "សាលារៀន ភ្នំពេញ"]),
        (Not(Condition("sector", "arts")), ["alpha", "Beta", "Đà Nẵng Club"]),
        (OneOf("name", ("alpha", "Beta", "x")), ["alpha", "Beta"]),
        (HasChild("contact"), ["Đà Nẵng Club"]),
        (HasChild("service", (After("maximum_age", 12),)), ["alpha"]),
        (HasChild("service", (Before("maximum_age", 11),)), []),
        (Not(HasChild("phone")), ["alpha", "Ánimo", "Beta", "Łódź Society", "សាលារៀន ភ្នំពេញ"]),
        (Condition("year_incorporated", None),
         ["alpha", "Ánimo", "Beta", "Đà Nẵng Club", "Łódź Society", "សាលារៀន ភ្នំពេញ"]),
    ],
)
def test_filters(filled: Store, where: Filter, expected: list[str]) -> None:
    assert names(filled, ListQuery("organization", where=(where,))) == expected


def test_days_are_early_or_late_and_nothing_is_neither(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        owner = work.add(Organization(name="O"))
        partnership = work.add(Partnership(name="P", organization_id=owner.id))
        for title, day in (("May", date(2026, 5, 1)), ("June", date(2026, 6, 1)), ("None", None)):
            work.add(Agreement(title=title, ends_on=day, partnership_id=partnership.id))
    day = date(2026, 5, 1)
    assert names(any_office, ListQuery("agreement", where=(Before("ends_on", day),))) == ["May"]
    late = ListQuery("agreement", where=(After("ends_on", day),), order="ends_on", descending=True)
    assert names(any_office, late) == ["June", "May"]
    both = ListQuery("agreement", order="ends_on")
    assert names(any_office, both) == ["May", "June", "None"]


def test_a_list_is_never_older_than_the_office(any_office: Store, any_location: str) -> None:
    everything, some = ListQuery("organization"), ListQuery("organization", "partner")
    other = Store.open(any_location, any_office.author)
    for number in range(3):
        for store in (any_office, other):
            with store.writing(EDIT) as work:
                work.add(Organization(name=f"Partner {number} of {id(store)}"))
            expected = names(any_office, everything)
            assert names(any_office, some) == expected
            assert names(other, some) == names(other, everything) == expected
    assert any_office.undo() is not None
    assert len(names(other, some)) == len(names(any_office, everything)) == 5
    other.close()


@pytest.mark.parametrize("descending", [False, True])
def test_a_long_list_is_filtered_in_its_order(any_office: Store, descending: bool) -> None:
    with any_office.writing(EDIT) as work:
        work.add_many(
            [Organization(name=f"{'ab'[number % 2]} {number * 7919 % 1500:04d} partner")
             for number in range(1500)]
        )
    for order in ("", "sector"):
        query = ListQuery("organization", "partn", order=order, descending=descending)
        with any_office.writing(EDIT) as work:
            by_database = work.ids(query)
        with any_office.reading() as reader:
            assert len(by_database) == 1500
            assert reader.ids(query) == by_database
            assert reader.ids(query.searching("a partn")) == [
                each.id for each in reader.get_many(Organization, by_database)
                if each.name.startswith("a")
            ]
