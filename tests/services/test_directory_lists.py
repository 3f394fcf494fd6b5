"""Lists of resources narrowed by what families ask for, on both engines; views of them."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Language, PhoneNumber
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Coordinator, Office, SavedView
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.places import Accessibility, Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import CostOption, Eligibility, Service
from partner_desk.services import verification, views
from partner_desk.services.directory.languages import languages_in, languages_of
from partner_desk.services.directory.lists import (
    Narrowed,
    ResourceList,
    unverified_count,
    verify_days,
)
from partner_desk.store.store import Store

EDIT = Operation("test.edit")
TODAY = date(2026, 3, 2)
WILD = 'Hội Bình Minh <b>&" =1+1'


def records() -> list[Record]:
    """Pantry, tutoring, a clinic that is closed, and one of which nothing is known."""
    food, pantry = Category(id="food", name="Food"), Category(id="pantry", parent_id="food")
    services: dict[str, dict[str, Any]] = {
        "pantry": {"minimum_age": 18, "fees_description": "Free of charge", "status": "active",
                   "eligibility_description": "Residents of the county",
                   "assured_date": TODAY - timedelta(days=10)},
        "tutor": {"minimum_age": 6, "maximum_age": 11, "fees_description": "$20 a week",
                  "assured_date": TODAY - timedelta(days=500)},
        "clinic": {"maximum_age": 18, "status": "inactive"},
        "blank": {},
    }
    return [
        food, pantry, Category(id="school", name="School"),
        Organization(id="org", name=WILD, languages=("Português", "English")),
        *(Service(id=key, name=key, organization_id="org" if key == "tutor" else None, **values)
          for key, values in services.items()),
        Location(id="l1", name="Church", latitude=41.82, longitude=-71.41),
        Location(id="l2", name="Library", latitude=41.90, longitude=-71.41),
        Address(location_id="l1", address_1="1 Elm", city="Providence", region="Cañada Sur",
                postal_code="02903"),
        Address(location_id="l2", address_1="2 Oak", city="Pawtucket", postal_code="02860-1234"),
        ServiceAtLocation(id="o1", service_id="pantry", location_id="l1"),
        ServiceAtLocation(id="o2", service_id="tutor", location_id="l2"),
        ServiceCategory(service_id="pantry", category_id="pantry"),
        ServiceCategory(service_id="tutor", category_id="school"),
        Schedule(service_id="pantry", byday="SA,SU", opens_at=time(9), closes_at=time(11, 30)),
        Schedule(service_at_location_id="o2", byday="MO,TU,WE", opens_at=time(15),
                 closes_at=time(18)),
        Schedule(location_id="l1", byday="1fr", opens_at=time(20), closes_at=time(2)),
        Schedule(service_id="clinic", byday="SU"),
        Schedule(service_id="clinic", byday="SA", valid_to=TODAY - timedelta(days=1)),
        PhoneNumber(id="phone", service_id="clinic", number="4015550123"),
        Language(service_id="pantry", name="español"), Language(phone_id="phone", name="Khmer"),
        Language(location_id="l2", name="Español"),
        Eligibility(service_id="tutor", description="Children of RESIDENTS"),
        CostOption(service_id="clinic", amount=Decimal(0)),
        Accessibility(location_id="l1", description="Ramp"),
        School(id="school", name="Lincoln", latitude=41.81, longitude=-71.41),
        School(id="nowhere", name="Nowhere"),
    ]


@pytest.fixture
def lists(any_office: Store) -> Store:
    with any_office.writing(EDIT) as work:
        work.add(Office(id=OFFICE_ID, name="East", verify_days=365))
        work.add_many(records())
    return any_office


def listed(store: Store, narrowed: Narrowed, choice: str = "all") -> str:
    with store.reading() as reader:
        query = ResourceList(choice, "", narrowed).query(reader, TODAY)
        found = reader.ids(query)
        assert reader.count(query) == len(found)
    return " ".join(found)


CASES = [
    (Narrowed(), "blank clinic pantry tutor"),
    (Narrowed(categories=("food",)), "pantry"),
    (Narrowed(categories=("food", "school")), "pantry tutor"),
    (Narrowed(age_from=5, age_to=10), "blank clinic tutor"),
    (Narrowed(age_from=5, age_to=10, ages_stated=True), "clinic tutor"),
    (Narrowed(age_from=18), "blank clinic pantry"),
    (Narrowed(age_to=5), "blank clinic"),
    (Narrowed(age_from=11, age_to=11, ages_stated=True), "clinic tutor"),
    (Narrowed(ages_stated=True), "blank clinic pantry tutor"),
    (Narrowed(eligibility="residents"), "pantry tutor"),
    (Narrowed(eligibility="county residents"), "pantry"),
    (Narrowed(languages=("Espanol",)), "pantry tutor"),
    (Narrowed(languages=("khmer",)), "clinic"),
    (Narrowed(languages=("portugues", "Khmer")), "clinic tutor"),
    (Narrowed(languages=("Latin",)), ""),
    (Narrowed(place="prov"), "pantry"),
    (Narrowed(place="canada"), "pantry"),
    (Narrowed(place="sur canada; pawt"), "pantry tutor"),
    (Narrowed(place=" , "), "blank clinic pantry tutor"),
    (Narrowed(place="elm"), ""),
    (Narrowed(postal_codes=("029",)), "pantry"),
    (Narrowed(postal_codes=("02860", "02903")), "pantry tutor"),
    (Narrowed(school_id="school"), "pantry"),
    (Narrowed(school_id="school", miles=6.5), "pantry tutor"),
    (Narrowed(school_id="nowhere"), ""),
    (Narrowed(school_id="gone"), ""),
    (Narrowed(days=("SA",)), "pantry"),
    (Narrowed(days=("SA",), part="morning"), "pantry"),
    (Narrowed(days=("SA",), part="afternoon"), ""),
    (Narrowed(days=("SU",), part="evening"), "clinic"),
    (Narrowed(part="after_school"), "clinic tutor"),
    (Narrowed(days=("FR",), part="evening"), "pantry"),
    (Narrowed(days=("FR",), at=time(21)), "pantry"),
    (Narrowed(days=("MO",), at=time(15)), "tutor"),
    (Narrowed(days=("MO",), at=time(18)), ""),
    (Narrowed(days=("MO",), at=time(14, 59)), ""),
    (Narrowed(cost="free"), "clinic pantry"),
    (Narrowed(cost="fee"), "tutor"),
    (Narrowed(cost="unknown"), "blank"),
    (Narrowed(accessible=True), "pantry"),
    (Narrowed(verified_since=TODAY - timedelta(days=10)), "pantry"),
    (Narrowed(unverified_days=30), "blank clinic tutor"),
    (Narrowed(never_verified=True), "blank clinic"),
    (Narrowed(statuses=("inactive",)), "clinic"),
    (Narrowed(organization_id="org"), "tutor"),
    (Narrowed(categories=("food",), days=("SA",), part="morning", school_id="school",
              languages=("Español",), cost="free", age_from=30), "pantry"),
    (Narrowed(categories=("food",), days=("MO",)), ""),
]


@pytest.mark.parametrize(("narrowed", "expected"), CASES)
def test_each_condition_narrows(lists: Store, narrowed: Narrowed, expected: str) -> None:
    assert listed(lists, narrowed) == expected


def test_lists_to_begin_with(lists: Store) -> None:
    assert listed(lists, Narrowed(), "active") == "blank pantry tutor"
    assert listed(lists, Narrowed(), "unverified") == "tutor blank"
    with lists.reading() as reader:
        assert unverified_count(reader, TODAY) == 2
        assert verify_days(reader) == 365
    with lists.writing(EDIT) as work:
        work.change(Office, OFFICE_ID, verify_days=7)
    assert listed(lists, Narrowed(), "unverified") == "tutor pantry blank"


def test_what_is_in_trash_leads_nowhere(lists: Store) -> None:
    with lists.writing(EDIT) as work:
        work.delete(Location, "l1")
    assert listed(lists, Narrowed(accessible=True)) == ""
    assert listed(lists, Narrowed(place="Providence")) == ""
    assert listed(lists, Narrowed(days=("FR",))) == ""


def test_languages_are_offered_once_each(lists: Store) -> None:
    with lists.reading() as reader:
        assert languages_in(reader) == ["English", "Khmer", "Portuguese", "Spanish"]


@pytest.mark.parametrize(("text", "names"), [
    ("ASL", "American Sign Language"), ("A.S.L.", "American Sign Language"),
    ("En", "English"), ("es", "Spanish"), ("es posible", ""),
    ("Sign language", "American Sign Language"), ("lengua de senas", "American Sign Language"),
    ("American Sign Language or ASL", "American Sign Language"),
    ("Haitian Creole", "Haitian Creole"), ("Kreyòl Ayisyen", "Haitian Creole"),
    ("Creole, French", "Creole French"), ("Chinese / 中文 (Mandarin)", "Chinese Mandarin"),
    ("Spanish/Español, inglés", "Spanish English"), ("Farsi", "Persian"),
    ("Lakota.", "Lakota"), ("Arabic, Swahili, Lao", "Arabic Swahili Lao"),
    ("None.", ""), ("All", ""), ("", ""), ("Accommodations possible.", ""),
    ("Spanglish nights", ""),
])
def test_a_language_has_one_name(text: str, names: str) -> None:
    assert " ".join(languages_of(text)) == names


def test_a_language_is_found_by_any_of_its_names(lists: Store) -> None:
    with lists.writing(EDIT) as work:
        work.add(Language(service_id="clinic", name="A.S.L. with notice"))
        work.add(Language(service_id="tutor", name="American Sign Language."))
        work.add(Language(service_id="blank", name="Arabic, Swahili, Lao"))
        work.add(Organization(id="deaf", name="Deaf Club", languages=("asl", "English")))
        work.change(Service, "pantry", organization_id="deaf")
    for name in ("ASL", "American Sign Language", "sign language"):
        assert listed(lists, Narrowed(languages=(name,))) == "clinic pantry tutor"
    assert listed(lists, Narrowed(languages=("Spanish",))) == "pantry tutor"
    assert listed(lists, Narrowed(languages=("Spanish", "Español"))) == "pantry tutor"
    with lists.reading() as reader:
        assert [each.name for each in reader.find(Language, service_id="clinic")] == [
            "A.S.L. with notice"
        ]


def test_languages_are_found_in_sentences(lists: Store) -> None:
    with lists.writing(EDIT) as work:
        work.add(Language(service_id="blank", name="Accommodations possible. Russian & Lao"))
        work.add(Language(service_id="blank", name="Language Line"))
    with lists.reading() as reader:
        assert languages_in(reader) == [
            "English", "Khmer", "Lao", "Portuguese", "Russian", "Spanish"
        ]
    assert listed(lists, Narrowed(languages=("Russian",))) == "blank"


def test_more_texts_than_an_engine_takes_parameters(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        work.add(Location(id="place", name="Place"))
        work.add_many(Service(id=f"s{n}", name="S", fees_description=f"Free\n'{n}\" \\ñ")
                      for n in range(3_000))
        work.add_many(Address(location_id="place", address_1="1 Elm", postal_code=f"2{n:04}")
                      for n in range(3_000))
        work.add(ServiceAtLocation(service_id="s7", location_id="place"))
    assert len(listed(any_office, Narrowed(cost="free")).split()) == 3_000
    assert listed(any_office, Narrowed(postal_codes=("2",))) == "s7"


def test_conditions_are_named_and_taken_away() -> None:
    narrowed = Narrowed(age_to=5, ages_stated=True, days=("SA",), part="morning", miles=3.0)
    assert narrowed.names == ("ages", "open")
    assert narrowed.without("ages") == Narrowed(days=("SA",), part="morning", miles=3.0)
    assert narrowed.without("open").without("ages").without("near") == Narrowed()
    assert Narrowed(age_from=0).names == ("ages",)


@pytest.mark.parametrize("narrowed", [each for each, _ in CASES])
def test_a_list_comes_back_from_its_json(narrowed: Narrowed) -> None:
    wanted = ResourceList("unverified", WILD, narrowed)
    assert views.unpacked(views.packed(wanted)) == wanted


@pytest.mark.parametrize("text", [
    "", "[]", "{}", '{"choice": "active", "narrowed": {"later": 1}}',
    '{"choice": "some", "narrowed": {}}', '{"choice": "active", "narrowed": {"age_to": "5"}}',
    '{"choice": "active", "narrowed": {"days": "SA"}}',
    '{"choice": "active", "narrowed": {"accessible": 1}}',
    '{"choice": "active", "narrowed": {"at": "noon"}}',
])
def test_a_view_that_cannot_be_read_is_refused(office: Store, text: str) -> None:
    with office.writing(EDIT) as work:
        view = work.add(SavedView(name="Odd", of_kind="service", conditions=text))
    with office.reading() as reader, pytest.raises(InputError) as refused:
        views.query_of(reader, view, TODAY)
    assert refused.value.code == "view.unreadable"


def test_views_are_kept_renamed_and_dropped(lists: Store) -> None:
    narrowed = Narrowed(categories=("food",), days=("SA",), part="morning", at=time(9))
    kept = views.save(lists, WILD, ResourceList("active", "pan", narrowed))
    with pytest.raises(InputError) as taken:
        views.save(lists, WILD.upper(), ResourceList())
    assert taken.value.code == "view.taken"
    with lists.reading() as reader:
        found = views.view_named(reader, WILD.lower())
        assert reader.ids(views.query_of(reader, found, TODAY)) == ["pantry"]
    views.rename(lists, kept.id, "Saturday food")
    views.update(lists, kept.id, ResourceList("all"))
    with lists.reading() as reader:
        found = views.view_named(reader, "saturday FOOD")
        assert len(reader.ids(views.query_of(reader, found, TODAY))) == 4
        with pytest.raises(InputError) as unknown:
            views.view_named(reader, "Food")
    assert unknown.value.values["known"] == "Saturday food"
    views.delete(lists, kept.id)
    with lists.reading() as reader:
        assert views.all_views(reader) == []
    lists.undo()
    with lists.reading() as reader:
        assert [each.name for each in views.all_views(reader)] == ["Saturday food"]


def test_a_verification_is_who_when_how(lists: Store) -> None:
    with lists.writing(EDIT) as work:
        work.add(Coordinator(name="Ana Núñez", email="ana@example.org"))
    verification.verify(lists, "tutor", TODAY, method="phone", note="Moved to <b>&")
    verification.verify(lists, "tutor", TODAY, by="Somebody else")
    with lists.reading() as reader:
        found = verification.verifications(reader, "tutor")
        service = reader.get(Service, "tutor")
    assert [(each.verified_by, each.method, each.note) for each in found] == [
        ("Somebody else", "", ""), ("Ana Núñez", "phone", "Moved to <b>&"),
    ]
    assert service is not None
    assert (service.assured_date, service.assurer_email) == (TODAY, "")
    lists.undo()
    with lists.reading() as reader:
        before = reader.get(Service, "tutor")
        assert len(verification.verifications(reader, "tutor")) == 1
    assert before is not None
    assert before.assurer_email == "ana@example.org"


def test_many_are_verified_as_one_change(lists: Store) -> None:
    verification.verify_many(lists, ["tutor", "blank"], TODAY)
    assert listed(lists, Narrowed(), "unverified") == ""
    lists.undo()
    assert listed(lists, Narrowed(), "unverified") == "tutor blank"
    with pytest.raises(EnvironmentProblem):
        verification.verify_many(lists, ["tutor", "gone"], TODAY)
    with pytest.raises(InputError):
        verification.verify(lists, "tutor", TODAY, method="dream")
    assert listed(lists, Narrowed(), "unverified") == "tutor blank"
