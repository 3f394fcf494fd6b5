"""Calendar files: read back by an independent reader, and looked at octet by octet."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from partner_desk.files.calendar import Ending, ReminderCalendar, to_ics, write
from partner_desk.files.catalogue import Catalogue
from partner_desk.model.errors import Cancelled, EnvironmentProblem

DAY = date(2027, 6, 30)
HOSTILE = [
    "Niños, Jóvenes; y «Más»", "Trung tâm Cộng đồng Đặng " * 9, "មណ្ឌលសហគមន៍ភ្នំពេញ" * 6,
    "עמותת הנוער, בע\"מ", "شراكة المجتمع؛ الأهلية", "👩‍👩‍👧‍👦 Família 🏳️‍🌈" * 8,
    'C:\\new\\table "=1+1"', "BEGIN:VALARM", "END:VCALENDAR",
    "<b>&amp;</b>", "a\\, b\\; c\\n d", "{0} {title}", "x" * 500,
]


def english(text: str) -> str:
    """The catalogue of an English office."""
    return text


def ending(title: str = "Reading", **more: Any) -> Ending:
    """An agreement that ends on DAY, with what a test wants otherwise."""
    values: dict[str, Any] = {
        "uid": "agreement-1@AB.partner-desk", "day": DAY, "paper": False, "number": "2026-0001",
        "title": title, "partner": "Alliance", "renewal": "", "sequence": 4,
        "changed_at": datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "cancelled": False,
    }
    return Ending(**{**values, **more})


def ics(*endings: Ending, days: tuple[int, ...] = (90, 7), office: str = "Office") -> bytes:
    """The file of these endings."""
    return to_ics(ReminderCalendar(office, days, endings), english)


def events(data: bytes) -> list[Any]:
    """The events that a calendar program reads."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def unfolded(data: bytes) -> list[str]:
    """The content lines, put together by hand as RFC 5545 says."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


@pytest.mark.parametrize("title", HOSTILE)
def test_any_text_comes_back_unharmed(title: str) -> None:
    data = ics(ending(title, partner=title, renewal=title), office=title)
    (event,) = events(data)
    assert event["SUMMARY"] == f"Agreement ends: {title} \N{EN DASH} {title}"
    assert event["DESCRIPTION"].split("\n") == [
        "Agreement: 2026-0001", f"Partner: {title}", f"Renewed by: {title}",
    ]
    assert Calendar.from_ical(data)["X-WR-CALNAME"] == title


@pytest.mark.parametrize("title", HOSTILE)
def test_lines_are_folded_between_letters_at_75_octets(title: str) -> None:
    data = ics(ending(title, partner=title))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(each) <= 75 for each in lines)
    for each in lines:
        each.decode()  # No letter is torn in two.
    names = [each.partition(":")[0].partition(";")[0] for each in unfolded(data)]
    assert names.count("BEGIN") == names.count("END") == 4  # Calendar, event and two alarms.


def test_an_ending_takes_a_whole_day_and_no_time_of_anybody() -> None:
    lines = unfolded(ics(ending()))
    assert "DTSTART;VALUE=DATE:20270630" in lines
    assert "DTEND;VALUE=DATE:20270701" in lines
    assert "TRANSP:TRANSPARENT" in lines
    assert "SEQUENCE:4" in lines
    assert "DTSTAMP:20261122T093000Z" in lines
    assert "LAST-MODIFIED:20261122T093000Z" in lines
    assert "UID:agreement-1@AB.partner-desk" in lines
    assert "CATEGORIES:Agreements" in lines


def test_an_alarm_rings_in_the_morning_of_each_day() -> None:
    (event,) = events(ics(ending(), days=(90, 60, 30, 7)))
    rings = [DAY - (DAY - (datetime.combine(DAY, datetime.min.time())
             + each["TRIGGER"].dt).date()) for each in event.walk("VALARM")]
    assert rings == [DAY - timedelta(days=each) for each in (90, 60, 30, 7)]
    assert {(datetime.combine(DAY, datetime.min.time()) + each["TRIGGER"].dt).hour
            for each in event.walk("VALARM")} == {9}


def test_what_is_over_is_cancelled_and_silent() -> None:
    (event,) = events(ics(ending(cancelled=True)))
    assert event["STATUS"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_a_paper_says_so_in_the_language_of_the_office() -> None:
    paper = ending("Certificate", paper=True, number="", renewal="")
    (event,) = events(ics(paper))
    assert event["SUMMARY"] == "Paper lapses: Certificate \N{EN DASH} Alliance"
    assert event["DESCRIPTION"] == "Partner: Alliance"
    spanish = Catalogue("es").text
    calendar = ReminderCalendar("Oficina", (7,), (paper,))
    (translated,) = events(to_ics(calendar, spanish))
    words = spanish("Paper lapses: {0}").format("Certificate \N{EN DASH} Alliance")
    assert translated["SUMMARY"] == words


def test_an_empty_calendar_is_a_calendar() -> None:
    data = ics()
    assert events(data) == []
    assert unfolded(data)[:1] + unfolded(data)[-2:] == ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    calendar = ReminderCalendar("Office", (7,), (ending(),))
    place = tmp_path / "reminders.ics"
    write(place, calendar, english)
    assert place.read_bytes() == to_ics(calendar, english)
    with pytest.raises(EnvironmentProblem):
        write(tmp_path / "none" / "reminders.ics", calendar, english)
    assert [each.name for each in tmp_path.iterdir()] == ["reminders.ics"]


def test_a_long_file_is_told_of_as_it_grows_and_can_be_stopped(tmp_path: Path) -> None:
    calendar = ReminderCalendar("Office", (), tuple(ending(uid=f"{n}@x") for n in range(120)))
    place = tmp_path / "reminders.ics"
    place.write_bytes(b"old")
    told: list[tuple[int, int | None]] = []

    def report(done: int, whole: int | None) -> None:
        told.append((done, whole))

    with pytest.raises(Cancelled):
        write(place, calendar, english, report, lambda: bool(told) and told[-1][0] >= 50)
    assert told == [(0, 120), (50, 120)]
    assert place.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["reminders.ics"]
    write(place, calendar, english, report)
    assert told[2:] == [(0, 120), (50, 120), (100, 120)]
    assert len(events(place.read_bytes())) == 120
