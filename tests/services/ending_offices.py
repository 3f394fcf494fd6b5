"""Offices with agreements that end, for the tests of reminders, chasing and the calendar."""

from datetime import date, timedelta
from typing import Any

from partner_desk.model.agreements import Agreement
from partner_desk.services import office as office_service
from partner_desk.services import partners, records
from partner_desk.store.store import Store

TODAY = date(2026, 11, 22)
PARTNER = "Río Verde, Inc.; “Verde” 🌱"


def begin(store: Store, **settings: Any) -> str:
    """An office with one partner; returns the id of the partnership."""
    office_service.begin(store, {"name": "Office", "district": "Marlow", **settings}, "Dana Cole")
    organization = partners.register(store, {
        "name": PARTNER,
        "contacts": [{"name": "Núria Solé", "email": "nuria@example.org",
                      "phones": [{"number": "555-0142"}]}],
        "partnerships": [{"name": "Verde"}],
    })
    return partners.partnerships_of(store, organization.id)[0].id


def agreement(
    store: Store, partnership_id: str, ends: int | None, status: str = "active", **more: Any
) -> Agreement:
    """An agreement that ends ``ends`` days from TODAY and began a year before that."""
    ends_on = TODAY + timedelta(days=ends) if ends is not None else None
    starts_on = ends_on - timedelta(days=364) if ends_on else None
    record = records.add(store, "agreement", {
        "partnership_id": partnership_id, "title": f"Term {ends}", "status": status,
        "starts_on": starts_on, "ends_on": ends_on, **more,
    })
    assert isinstance(record, Agreement)
    return record


