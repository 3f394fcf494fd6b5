"""Opening hours in words, from the terms of a calendar rule."""

from collections.abc import Callable

from partner_desk.model.directory import Schedule
from partner_desk.model.texts import N_
from partner_desk.ui.components.showing import shown_date, shown_time

TextOf = Callable[[str], str]

WEEKDAYS = {
    "MO": N_("Mon"), "TU": N_("Tue"), "WE": N_("Wed"), "TH": N_("Thu"), "FR": N_("Fri"),
    "SA": N_("Sat"), "SU": N_("Sun"),
}


def weekdays(text: TextOf) -> dict[str, str]:
    """The short names of the days by their two letters, in order."""
    return {letters: text(name) for letters, name in WEEKDAYS.items()}


def describe_hours(schedule: Schedule, names: dict[str, str]) -> tuple[str, str]:
    """Days and hours such as "Mon–Fri 9:00 AM – 5:00 PM", and what else is said of them."""
    days = _days(schedule.byday, names)
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


def _days(byday: str, names: dict[str, str]) -> str:
    """Runs of three days and more as a range; what is no plain day is shown as it is."""
    wanted = [each.strip().upper() for each in byday.split(",") if each.strip()]
    order = list(names)
    if not wanted or any(each not in names for each in wanted):
        return byday
    places = sorted({order.index(each) for each in wanted})
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(
        f"{names[order[run[0]]]}–{names[order[run[-1]]]}" if len(run) > 2
        else ", ".join(names[order[place]] for place in run)
        for run in runs
    )
