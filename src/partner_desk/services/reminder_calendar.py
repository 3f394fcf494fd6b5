"""The reminders for other calendars: every end of an agreement or paper as an event of its own."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.model.dates import days_of
from partner_desk.services.office import settings_in
from partner_desk.services.revisions import office_mark
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.calendar import ReminderCalendar

Text = Callable[[str], str]
Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]

_KEPT = timedelta(days=366)
"""What ended and last changed before that is left out: every calendar knows of it by now."""


def write_ics(
    store: Store,
    path: Path,
    today: date,
    text: Text,
    report: Report = lambda done, whole: None,
    cancelled: IsCancelled = lambda: False,
) -> int:
    """Write all endings as iCalendar to ``path`` and return how many; see ``files.calendar``.

    ``text`` belongs to the language of the office. ``report`` gets the events done and all there
    are. Raises EnvironmentProblem and Cancelled; an older file is then as it was.
    """
    from partner_desk.files.calendar import write

    with store.reading() as reader:
        calendar = gather(reader, today)
    write(path, calendar, text, report, cancelled)
    return len(calendar.endings)


def gather(reader: Reader, today: date) -> "ReminderCalendar":
    """All endings from a year ago on, those that no longer hold among them as cancelled."""
    from partner_desk.files.calendar import ReminderCalendar
    from partner_desk.services.calendar_agreements import agreement_endings
    from partner_desk.services.calendar_papers import paper_endings

    office, mark = settings_in(reader), office_mark(reader)
    every = [*agreement_endings(reader, mark), *paper_endings(reader, mark, today)]
    kept = [each for each in every if max(each.day, each.changed_at.date()) >= today - _KEPT]
    kept.sort(key=lambda each: (each.day, each.uid))
    return ReminderCalendar(office.name, days_of(office.reminder_days), tuple(kept))
