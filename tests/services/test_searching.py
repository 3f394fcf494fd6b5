"""Search over everything and the first page: found at once, most urgent first."""

from datetime import date, timedelta

import pytest

from partner_desk.services import drafting, partners, records, searching
from partner_desk.services.today import today_list
from partner_desk.store.store import Store

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("niños jov", "organization"), ("jovenes ninos", "organization"),
        ("dang thi", "contact"), ("4135550", "organization"), ("413 555-01", "organization"),
        ("ភ្នំ", "organization"), ("2026-0001", "agreement"),
    ],
)
def test_people_find_what_they_mean(any_office: Store, query: str, kind: str) -> None:
    partner = partners.register(any_office, {
        "name": "Niños y Jóvenes", "alternate_name": "ភ្នំពេញ",
        "contacts": [{"name": "Đặng Thị Hương"}], "phones": [{"number": "(413) 555-0100"}],
    })
    partnership = partners.partnerships_of(any_office, partner.id)[0]
    drafting.draft(any_office, partnership.id, "memorandum", TODAY)
    hits = searching.find(any_office, query)
    assert kind in {each.kind for each in hits}


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
