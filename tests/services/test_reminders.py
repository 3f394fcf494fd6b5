"""Reminders: what ends soon, what is renewed, and a calendar that never doubles."""

import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest
from icalendar import Calendar

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import Paper
from partner_desk.model.history import Author, Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.partners import Partnership
from partner_desk.services import records
from partner_desk.services.reminder_calendar import write_ics
from partner_desk.services.reminders import Reminder, band_of, print_reminders, reminders
from partner_desk.store.store import Store
from tests.services.ending_offices import PARTNER, TODAY, agreement, begin


def english(text: str) -> str:
    """The catalogue of an English office."""
    return text


def ending(store: Store) -> tuple[Reminder, ...]:
    """The reminders of TODAY."""
    with store.reading() as reader:
        return reminders(reader, TODAY)


def exported(store: Store, folder: Path) -> bytes:
    """The calendar file of TODAY."""
    write_ics(store, folder / "reminders.ics", TODAY, english)
    return (folder / "reminders.ics").read_bytes()


class OtherCalendar:
    """A calendar program: an event is brought up to date by UID when its SEQUENCE is newer."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def take_in(self, data: bytes) -> "OtherCalendar":
        """Import a file."""
        for event in Calendar.from_ical(data).walk("VEVENT"):
            uid = str(event["UID"])
            known = self.kept.get(uid)
            if known is None or self._age(event) > self._age(known):
                self.kept[uid] = event
        return self

    @staticmethod
    def _age(event: Any) -> tuple[int, Any]:
        return event["SEQUENCE"], event["DTSTAMP"].dt

    def shown(self) -> dict[str, Any]:
        """The last days that stand in the calendar, by what they are called."""
        return {str(each["SUMMARY"]): each["DTSTART"].dt for each in self.kept.values()
                if each["STATUS"] != "CANCELLED"}


def test_what_ends_is_listed_by_urgency_with_the_band_reached(any_office: Store) -> None:
    own = begin(any_office)
    for days in (91, 90, 61, 30, 7, 0, -1, None):
        agreement(any_office, own, days)
    agreement(any_office, own, 5, "draft")
    agreement(any_office, own, 6, "terminated")
    agreement(any_office, own, 20, "out_for_signature")
    found = ending(any_office)
    assert [(each.days, each.band) for each in found] == [
        (-1, 0), (0, 7), (7, 7), (20, 30), (30, 30), (61, 90), (90, 90),
    ]
    assert {each.partner for each in found} == {PARTNER}
    assert found[1].ends_on == TODAY


def test_bands_are_those_of_the_office(office: Store) -> None:
    own = begin(office, reminder_days="7")
    for days in (8, 7, 1):
        agreement(office, own, days)
    assert [each.days for each in ending(office)] == [1, 7]
    records.update(office, "office", OFFICE_ID, {"reminder_days": ""})
    assert ending(office) == ()
    assert [band_of(each, (90, 7)) for each in (-3, 0, 7, 8, 90, 91)] == [0, 7, 7, 90, 90, 0]


def test_a_renewal_is_named_and_ends_the_reminder_when_it_is_in_force(office: Store) -> None:
    own = begin(office)
    old = agreement(office, own, 10)
    assert [each.renewal for each in ending(office)] == [""]
    renewal = agreement(office, own, 375, "draft", renews_id=old.id, number="2026-0009")
    assert [each.renewal for each in ending(office)] == ["2026-0009"]
    records.change_field(office, Agreement, renewal.id, "status", "active")
    assert ending(office) == ()
    records.change_field(office, Agreement, renewal.id, "status", "terminated")
    assert [each.renewal for each in ending(office)] == [""]


def test_an_agreement_that_renews_itself_is_still_reminded_of(office: Store) -> None:
    old = agreement(office, begin(office), 10)
    records.change_field(office, Agreement, old.id, "renews_id", old.id)
    assert [each.renewal for each in ending(office)] == [""]


def test_what_expired_stays_until_something_follows_it(office: Store) -> None:
    own = begin(office)
    agreement(office, own, -150, "expired")
    agreement(office, own, -400, "expired")
    assert [each.days for each in ending(office)] == [-150]
    later = agreement(office, own, 300, starts_on=TODAY - timedelta(days=20))
    assert ending(office) == ()
    records.delete(office, Agreement, later.id)
    assert [each.days for each in ending(office)] == [-150]
    records.change_field(office, Partnership, own, "stage", "ended")
    assert ending(office) == ()


def test_a_term_that_ends_before_it_begins_is_still_told(office: Store) -> None:
    agreement(office, begin(office), -3, starts_on=TODAY)
    assert [(each.days, each.band) for each in ending(office)] == [(-3, 0)]


def test_papers_stand_among_the_agreements(office: Store) -> None:
    own = begin(office)
    agreement(office, own, 10)
    paper = _paper(office, own, 5)
    found = ending(office)
    assert [(each.kind, each.days) for each in found] == [("paper", 5), ("agreement", 10)]
    assert found[0].title == "Certificate 保険"
    assert (found[0].record_id, found[0].partner) == (paper.id, PARTNER)
    assert found[0].place[0] == "organization"


def _paper(store: Store, partnership_id: str, days: int) -> Paper:
    kind = records.add(store, "paper_kind", {"name": "Certificate 保険", "in_use": True})
    records.change_field(store, Partnership, partnership_id, "stage", "active")
    with store.reading() as reader:
        partnership = reader.get(Partnership, partnership_id)
    assert partnership is not None
    record = records.add(store, "paper", {
        "organization_id": partnership.organization_id, "paper_kind_id": kind.id,
        "name": "P-1", "expires_on": TODAY + timedelta(days=days),
    })
    assert isinstance(record, Paper)
    return record


def test_the_same_office_gives_the_same_file(any_office: Store, tmp_path: Path) -> None:
    own = begin(any_office)
    agreement(any_office, own, 10)
    _paper(any_office, own, 40)
    first = exported(any_office, tmp_path)
    assert exported(any_office, tmp_path) == first
    assert len(Calendar.from_ical(first).walk("VEVENT")) == 2
    records.add(any_office, "school", {"name": "Elsewhere"})
    assert exported(any_office, tmp_path) == first


def test_importing_again_updates_and_does_not_double(office: Store, tmp_path: Path) -> None:
    own = begin(office)
    moved, kept = agreement(office, own, 10), agreement(office, own, 20)
    other = OtherCalendar().take_in(exported(office, tmp_path))
    before = {uid: event["SEQUENCE"] for uid, event in other.kept.items()}
    later = TODAY + timedelta(days=50)
    records.change_field(office, Agreement, moved.id, "ends_on", later)
    other.take_in(exported(office, tmp_path))
    assert sorted(other.shown().values()) == [kept.ends_on, later]
    grown = [uid for uid, event in other.kept.items() if event["SEQUENCE"] > before[uid]]
    assert len(grown) == 1 and moved.id in grown[0]
    office.undo()
    other.take_in(exported(office, tmp_path))
    assert sorted(other.shown().values()) == [moved.ends_on, kept.ends_on]
    assert len(other.kept) == 2


@pytest.mark.parametrize("status", ["terminated", "superseded", "draft"])
def test_what_is_over_goes_from_the_calendar(
    office: Store, tmp_path: Path, status: str
) -> None:
    old = agreement(office, begin(office), 10)
    other = OtherCalendar().take_in(exported(office, tmp_path))
    assert len(other.shown()) == 1
    records.change_field(office, Agreement, old.id, "status", status)
    assert other.take_in(exported(office, tmp_path)).shown() == {}
    office.undo()
    assert len(other.take_in(exported(office, tmp_path)).shown()) == 1


def test_trash_and_a_missing_end_go_from_the_calendar_too(office: Store, tmp_path: Path) -> None:
    own = begin(office)
    thrown, endless = agreement(office, own, 10), agreement(office, own, 20)
    agreement(office, own, None)
    agreement(office, own, 30, "draft")
    other = OtherCalendar().take_in(exported(office, tmp_path))
    assert len(other.kept) == 2
    records.delete(office, Agreement, thrown.id)
    records.change_field(office, Agreement, endless.id, "ends_on", "")
    assert other.take_in(exported(office, tmp_path)).shown() == {}


def test_a_renewal_takes_the_old_end_out_and_brings_its_own(
    office: Store, tmp_path: Path
) -> None:
    own = begin(office)
    old = agreement(office, own, 10)
    other = OtherCalendar().take_in(exported(office, tmp_path))
    renewal = agreement(office, own, 375, "draft", renews_id=old.id, number="2026-0009")
    other.take_in(exported(office, tmp_path))
    (event,) = other.kept.values()
    assert "Renewed by: 2026-0009" in event["DESCRIPTION"]
    records.change_field(office, Agreement, renewal.id, "status", "active")
    assert list(other.take_in(exported(office, tmp_path)).shown().values()) == [renewal.ends_on]
    records.change_field(office, Agreement, renewal.id, "renews_id", None)
    shown = other.take_in(exported(office, tmp_path)).shown()
    assert sorted(shown.values()) == [old.ends_on, renewal.ends_on]


def test_a_new_name_of_the_partner_reaches_the_calendar(office: Store, tmp_path: Path) -> None:
    agreement(office, begin(office), 10)
    other = OtherCalendar().take_in(exported(office, tmp_path))
    with office.reading() as reader:
        found = reader.find(Partnership)[0].organization_id
    assert found is not None
    records.update(office, "organization", found, {"name": "עמותה חדשה"})
    (name,) = other.take_in(exported(office, tmp_path)).shown()
    assert "עמותה חדשה" in name


def test_a_paper_that_a_later_one_replaces_goes(office: Store, tmp_path: Path) -> None:
    own = begin(office)
    first = _paper(office, own, 10)
    other = OtherCalendar().take_in(exported(office, tmp_path))
    later = TODAY + timedelta(days=375)
    records.add(office, "paper", {
        "organization_id": first.organization_id, "paper_kind_id": first.paper_kind_id,
        "name": "P-2", "expires_on": later,
    })
    assert list(other.take_in(exported(office, tmp_path)).shown().values()) == [later]
    assert len(other.kept) == 2


def test_what_ended_long_ago_is_left_out(office: Store, tmp_path: Path) -> None:
    agreement(office, begin(office), -500, "expired")
    write_ics(office, tmp_path / "old.ics", TODAY + timedelta(days=400), english)
    events = Calendar.from_ical((tmp_path / "old.ics").read_bytes()).walk("VEVENT")
    assert events == []


def test_offices_do_not_touch_each_others_events(
    office: Store, tmp_path: Path, author: Author
) -> None:
    second = Store.create(tmp_path / "Second.pdoffice", author)
    for each in (office, second):
        agreement(each, begin(each), 10, id="0190b5f0-0000-7000-8000-00000000000a")
    other = OtherCalendar().take_in(exported(office, tmp_path))
    assert len(other.take_in(exported(second, tmp_path)).kept) == 2
    second.close()


def test_the_printed_list_names_all_in_any_script(office: Store) -> None:
    own = begin(office, letterhead="12 Depot Road\nMarlow")
    for days, title in ((5, "Đặng Nguyễn <b>&"), (80, "Lettura"), (-4, "=1+1")):
        agreement(office, own, days, title=title, number=f"N-{days}")
    pdf = print_reminders(office, TODAY, english)
    text = "\n".join(each.extract_text() for each in _pages(pdf.data))
    for words in ("What ends soon", "Đặng Nguyễn <b>&", "=1+1", "Within 7 days", "Ended",
                  "Within 90 days", "11/27/2026", "N--4", "Not begun"):
        assert words in text
    assert print_reminders(office, TODAY, english).data == pdf.data


def test_an_empty_list_prints_a_sentence(office: Store) -> None:
    begin(office)
    text = _pages(print_reminders(office, TODAY, english).data)[0].extract_text()
    assert "No agreement or compliance paper ends soon." in text


def _pages(data: bytes) -> Any:
    from io import BytesIO

    return pypdf.PdfReader(BytesIO(data)).pages


def test_ten_thousand_agreements_are_reminded_of_in_a_moment(office: Store) -> None:
    own = begin(office)
    with office.writing(Operation("record.add", {"kind": "agreement", "name": "many"})) as work:
        work.add_many(
            Agreement(partnership_id=own, title=f"A {number}", status="active",
                      ends_on=TODAY + timedelta(days=number % 400))
            for number in range(10_000)
        )
        assert work.get(Office, OFFICE_ID)
    began = time.perf_counter()
    found = ending(office)
    assert time.perf_counter() - began < 5
    assert len(found) == 25 * 91
