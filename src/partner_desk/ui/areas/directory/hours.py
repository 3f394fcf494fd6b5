"""Opening hours in words, from the terms of a calendar rule."""

from partner_desk.files.hours_in_words import days_in_words
from partner_desk.model.places import Schedule
from partner_desk.ui.components.showing import shown_date, shown_time


def describe_hours(schedule: Schedule, names: dict[str, str]) -> tuple[str, str]:
    """Days and hours such as "Mon–Fri 9:00 AM – 5:00 PM", and what else is said of them."""
    days = days_in_words(schedule.byday, names)
    hours = " – ".join(
        shown_time(each) for each in (schedule.opens_at, schedule.closes_at) if each
    )
    head = " ".join(each for each in (days, hours) if each)
    season = " – ".join(
        shown_date(each) for each in (schedule.valid_from, schedule.valid_to) if each
    )
    rest = [" ".join(each.split()) for each in (schedule.description, season, schedule.notes)]
    if not head:
        head, rest = rest[0], rest[1:]
    return head, " · ".join(each for each in rest if each)
