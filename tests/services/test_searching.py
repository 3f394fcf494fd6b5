"""Search over everything and the first page: found at once, most urgent first."""

from datetime import date, timedelta

import pytest

from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.services import drafting, partners, records, searching
from partner_desk.services.search_reasons import Why
from partner_desk.services.today import today_list
from partner_desk.store.store import Store

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("niños jov", "organization"), ("jovenes ninos", "organization"),
        ("dang thi", "contact"), ("4135550", "organization"), ("413 555-01", "organization"),
        ("ភ្នំ", "organization"), ("2026-0001", "agreement"),
        ("012345", "organization"), ("01-2345678", "organization"), ("01-23", "organization"),
    ],
)
def test_people_find_what_they_mean(any_office: Store, query: str, kind: str) -> None:
    partner = partners.register(any_office, {
        "name": "Niños y Jóvenes", "alternate_name": "ភ្នំពេញ", "ein": "01-2345678",
        "contacts": [{"name": "Đặng Thị Hương"}], "phones": [{"number": "(413) 555-0100"}],
    })
    partnership = partners.partnerships_of(any_office, partner.id)[0]
    drafting.draft(any_office, partnership.id, "memorandum", TODAY)
    hits = searching.find(any_office, query)
    assert kind in {each.kind for each in hits}


@pytest.mark.parametrize("query", ["410-558", "410 558", "(410) 558-08", "558-0827"])
def test_a_number_is_found_by_its_beginning_first(any_office: Store, query: str) -> None:
    for name, numbers in (
        ("A clinic", ["(410) 732-8800", "(443) 558-0800"]), ("B shelter", ["(410) 827-5580"]),
        ("Meals on Wheels", ["(410) 558-0827"]),
    ):
        partners.register(any_office, {
            "name": name, "phones": [{"number": each} for each in numbers],
        })
    first = searching.find(any_office, query)[0]
    assert first.caption == "Meals on Wheels"


@pytest.mark.parametrize("query", ["", "  ", '"', "' OR 1=1 --", "NEAR(", "*", "a & b | !c", "\\"])
def test_signs_of_a_query_language_are_only_signs(any_office: Store, query: str) -> None:
    records.add(any_office, "organization", {"name": "Zebra"})
    assert searching.find(any_office, query) == []


def test_what_is_in_trash_is_not_found(any_office: Store) -> None:
    kept = records.add(any_office, "organization", {"name": "Zebra"})
    assert searching.find(any_office, "zeb")
    records.delete(any_office, type(kept), kept.id)
    assert searching.find(any_office, "zeb") == []
    records.bring_back(any_office, type(kept), kept.id)
    assert searching.find(any_office, "zeb")


def test_the_first_page_shows_what_lapses_and_what_is_unfinished(any_office: Store) -> None:
    partner = partners.register(any_office, {"name": "Reading Club", "partnerships": [
        {"name": "Reading", "agreements": [
            {"title": "Later", "status": "active", "ends_on": str(TODAY + timedelta(days=80))},
            {"title": "Soon", "status": "active", "ends_on": str(TODAY + timedelta(days=5))},
            {"title": "Over", "status": "active", "ends_on": str(TODAY - timedelta(days=1))},
            {"title": "Far", "status": "active", "ends_on": str(TODAY + timedelta(days=91))},
            {"title": "No end", "status": "active"},
            {"title": "Begun", "status": "draft"},
        ]},
    ], "services": [
        {"name": "Fresh", "assured_date": str(TODAY - timedelta(days=300))},
        {"name": "Stale", "assured_date": str(TODAY - timedelta(days=400))}, {"name": "Never"},
        {"name": "Closed", "status": "inactive"},
    ]})
    today = today_list(any_office, TODAY)
    assert [(each.title, each.days) for each in today.lapsing] == [
        ("Over", -1), ("Soon", 5), ("Later", 80),
    ]
    assert {each.partner for each in today.lapsing} == {partner.name}
    assert [each.caption for each in today.unfinished] == ["Begun"]
    assert today.unverified == 2
    assert [each.code for each in today.recent] == ["partner.register"]


def _sorted_pantry(store: Store) -> str:
    """A pantry in a category two levels deep; returns the category's id."""
    food = records.add(store, "category", {"name": "Food", "name_es": "Alimentos"})
    pantries = records.add(store, "category", {"name": "Groceries", "parent_id": food.id})
    records.add(store, "organization", {"name": "Harbor Church", "services": [
        {"name": "Open shelf", "description": "Every Saturday, while it lasts",
         "service_categories": [{"category_id": pantries.id}]},
        {"name": "Choir"},
    ]})
    return pantries.id


@pytest.mark.parametrize("query", ["groc", "food", "alimen", "food sat", "shelf groc", "food groc"])
def test_resources_are_found_by_their_category_and_those_above(
    any_office: Store, query: str
) -> None:
    _sorted_pantry(any_office)
    found = [each.caption for each in searching.find(any_office, query) if each.kind == "service"]
    assert found == ["Open shelf"]
    with any_office.reading() as reader:
        listed = reader.ids(ListQuery("service", search=query))
        assert [each.name for each in reader.get_many(Service, listed)] == ["Open shelf"]
        assert reader.count(ListQuery("service", search=query)) == 1


def test_a_new_name_of_a_category_counts_at_once(any_office: Store) -> None:
    category_id = _sorted_pantry(any_office)
    records.update(any_office, "category", category_id, {"name": "Bread"})
    assert [each.caption for each in searching.find(any_office, "bread")
            if each.kind == "service"] == ["Open shelf"]
    assert "service" not in {each.kind for each in searching.find(any_office, "groc")}


def test_the_middle_of_a_name_is_found(any_office: Store) -> None:
    records.add(any_office, "organization", {"name": "Riverside Youth"})
    records.add(any_office, "organization", {"name": "Side Street"})
    assert [each.caption for each in searching.find(any_office, "side")] == [
        "Side Street", "Riverside Youth",
    ]
    assert [each.caption for each in searching.find(any_office, "verside you")] == [
        "Riverside Youth"
    ]
    assert searching.find(any_office, "%_%") == []


@pytest.mark.parametrize(("query", "label", "told"), [
    ("zebra", "", ""),
    ("5550100", "Phone", "(413) 555-0100"),
    ("012345678", "EIN", "01-2345678"), ("01-2345678", "EIN", "01-2345678"),
    ("maple", "Address", "12 Maple Street"),
    ("ruiz", "Contact", "Ana Ruiz"),
    ("mentors", "Description", "…of mentors for newcomers and their families in town"),
])
def test_a_hit_says_why_it_is_one(any_office: Store, query: str, label: str, told: str) -> None:
    records.add(any_office, "organization", {
        "name": "Zebra House", "ein": "012345678",
        "description": "For forty years the house has been a place of mentors for newcomers and "
                       "their families in town",
        "phones": [{"number": "(413) 555-0100"}],
        "addresses": [{"address_1": "12 Maple Street"}],
        "contacts": [{"name": "Ana Ruiz"}],
    })
    hit = next(each for each in searching.find(any_office, query) if each.kind == "organization")
    assert hit.why == (Why(label, told) if label else None)


def test_a_hit_by_category_tells_the_way_down_to_it(any_office: Store) -> None:
    _sorted_pantry(any_office)
    hit = next(each for each in searching.find(any_office, "food") if each.kind == "service")
    assert hit.why == ("Category", "Food › Groceries")
    hits = searching.find(any_office, "food", language="es")
    assert next(each for each in hits if each.kind == "service").why == (
        "Category", "Alimentos › Groceries"
    )
