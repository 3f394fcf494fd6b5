"""The reminder list as an iCalendar file (RFC 5545), for any calendar program.

An event keeps its UID for good, and its SEQUENCE grows when something in it changes: a calendar
that imports the file again brings its own events up to date. What no longer holds comes as a
cancelled event, so that it goes from the calendar too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.files.replacing import write_bytes
from partner_desk.model.errors import Cancelled
from partner_desk.model.texts import N_

if TYPE_CHECKING:
    from icalendar import Alarm, Event

Text = Callable[[str], str]
Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]

_PRODUCT = "-//Partner Desk//Partner Desk//EN"
_END = b"END:VCALENDAR\r\n"
_STEP = 50
"""Events between two reports; each takes about a millisecond."""
_DASH = " \N{EN DASH} "
_MORNING = timedelta(hours=9)
"""Alarms ring at nine: an event of a whole day begins at midnight, when nobody looks."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of an agreement or compliance paper.

    ``uid`` is the same in every export. ``sequence`` grows with every change of the others, and
    ``changed_at`` (aware) is when the last one was made. ``cancelled``: nobody need be reminded.
    """

    uid: str
    day: date
    paper: bool
    number: str
    title: str
    partner: str
    renewal: str
    sequence: int
    changed_at: datetime
    cancelled: bool


@dataclass(frozen=True, slots=True)
class ReminderCalendar:
    """All endings of an office; ``days`` are those before an end on which an alarm rings."""

    office: str
    days: tuple[int, ...]
    endings: tuple[Ending, ...]


def write(
    path: Path,
    calendar: ReminderCalendar,
    text: Text,
    report: Report = lambda done, whole: None,
    cancelled: IsCancelled = lambda: False,
) -> None:
    """Write the calendar to ``path``, whole or not at all; see ``to_ics``.

    Raises EnvironmentProblem and Cancelled.
    """
    write_bytes(path, to_ics(calendar, text, report, cancelled))


def to_ics(
    calendar: ReminderCalendar,
    text: Text,
    report: Report = lambda done, whole: None,
    cancelled: IsCancelled = lambda: False,
) -> bytes:
    """The file in UTF-8; equal calendars give equal bytes.

    ``report`` gets the events done and all there are, often. Raises Cancelled.
    """
    head, end = _frame(calendar)
    parts = [head]
    for done, each in enumerate(calendar.endings):
        if done % _STEP == 0:
            if cancelled():
                raise Cancelled
            report(done, len(calendar.endings))
        parts.append(_event(each, calendar.days, text).to_ical())
    return b"".join([*parts, end])


def _frame(calendar: ReminderCalendar) -> tuple[bytes, bytes]:
    """What stands before the events and after them; they are made one by one in between."""
    from icalendar import Calendar

    file = Calendar()
    file.add("prodid", _PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", calendar.office)
    data: bytes = file.to_ical()
    return data.removesuffix(_END), _END


def _event(ending: Ending, days: tuple[int, ...], text: Text) -> "Event":
    from icalendar import Event

    event = Event()
    summary = _summary(ending, text)
    event.add("uid", ending.uid)
    event.add("sequence", ending.sequence)
    event.add("dtstamp", ending.changed_at)
    event.add("last-modified", ending.changed_at)
    event.add("dtstart", ending.day)
    event.add("dtend", ending.day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(ending, text))
    category = N_("Compliance papers") if ending.paper else N_("Agreements")
    event.add("categories", [text(category)])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if ending.cancelled else "CONFIRMED")
    for each in () if ending.cancelled else days:
        event.add_component(_alarm(each, summary))
    return event


def _alarm(days: int, summary: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _MORNING - timedelta(days=days))
    alarm.add("description", summary)
    return alarm


def _summary(ending: Ending, text: Text) -> str:
    words = text(N_("Paper lapses: {0}") if ending.paper else N_("Agreement ends: {0}"))
    return words.format(_DASH.join(filter(None, (ending.title, ending.partner))))


def _description(ending: Ending, text: Text) -> str:
    lines = [
        text(words).format(value)
        for words, value in (
            (N_("Agreement: {0}"), ending.number),
            (N_("Partner: {0}"), ending.partner),
            (N_("Renewed by: {0}"), ending.renewal),
        )
        if value
    ]
    if not ending.renewal and not ending.paper:
        lines.append(text(N_("No renewal is begun.")))
    return "\n".join(lines)
