"""Opening hours as a paper says them, such as "Mon–Fri 9:00 am – 5:00 pm"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from partner_desk.model.folding import fold
from partner_desk.model.texts import N_

Text = Callable[[str], str]
_TO = "\N{EN DASH}"
_DAYS = {
    "MO": N_("Mon"), "TU": N_("Tue"), "WE": N_("Wed"), "TH": N_("Thu"), "FR": N_("Fri"),
    "SA": N_("Sat"), "SU": N_("Sun"),
}
_TIME = re.compile(r"\d{1,4}(am|pm|a|p)?")
_AGAIN = frozenset((
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
    *("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
    *("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "sabados"),
    *("am", "pm", "a", "p", "m", "noon", "to", "from", "and", "on", "until", "through", "open"),
    *("de", "desde", "el", "la", "los", "las", "y", "al", "hasta", "domingos"),
))
"""Words that say days and times, in English and Spanish."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When something is open: ``days`` are letters such as "MO,TU"; words stand for themselves."""

    days: str = ""
    opens: time | None = None
    closes: time | None = None
    month_days: str = ""
    words: str = ""
    begins: date | None = None
    ends: date | None = None


def weekdays(text: Text) -> dict[str, str]:
    """The short names of the days by their two letters, in order."""
    return {letters: text(name) for letters, name in _DAYS.items()}


def hours_in_words(hours: Sequence[Hours], text: Text) -> list[str]:
    """A phrase for each, days that have the same hours together, each phrase once."""
    names = weekdays(text)
    together: dict[str, list[str]] = {}
    for each in hours:
        together.setdefault(_times(each, text), []).append(each.days)
    phrases = [
        " ".join(filter(None, (days_in_words(",".join(filter(None, days)), names), times)))
        for times, days in together.items()
    ]
    phrases += [
        part
        for each in hours
        for part in (_month_days(each, text), _more(each), _season(each, text))
    ]
    return list(dict.fromkeys(filter(None, phrases)))


def _more(hours: Hours) -> str:
    """What the words add; words that only say days and times again add nothing."""
    words = " ".join(hours.words.split())
    is_told = hours.days and (hours.opens or hours.closes)
    if is_told and all(_TIME.fullmatch(each) or each in _AGAIN for each in fold(words).split()):
        return ""
    return words


def _times(hours: Hours, text: Text) -> str:
    opens, closes = (_time(each, text) for each in (hours.opens, hours.closes))
    if opens and closes:
        return f"{opens} {_TO} {closes}"
    if opens:
        return text(N_("from {0}")).format(opens)
    return text(N_("until {0}")).format(closes) if closes else ""


def _time(moment: time | None, text: Text) -> str:
    if moment is None:
        return ""
    half = text(N_("am")) if moment.hour < 12 else text(N_("pm"))
    return f"{moment.hour % 12 or 12}:{moment.minute:02d} {half}"


def days_in_words(letters: str, names: Mapping[str, str]) -> str:
    """Runs of three days and more as a range; what is no plain day is said as it stands.

    ``letters`` are such as "MO,TU"; ``names`` says what each of the seven is called, in order.
    """
    wanted = [each.strip().upper() for each in letters.split(",") if each.strip()]
    order = list(names)
    if any(each not in names for each in wanted):
        return ", ".join(dict.fromkeys(wanted))
    runs: list[list[int]] = []
    for place in sorted({order.index(each) for each in wanted}):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    named = [names[each] for each in order]
    return ", ".join(
        f"{named[run[0]]}{_TO}{named[run[-1]]}" if len(run) > 2
        else ", ".join(named[place] for place in run)
        for run in runs
    )


def _month_days(hours: Hours, text: Text) -> str:
    if not hours.month_days:
        return ""
    return text(N_("on day {0} of the month")).format(hours.month_days.replace(",", ", "))


def _season(hours: Hours, text: Text) -> str:
    begins, ends = (f"{each:%m/%d/%Y}" if each else "" for each in (hours.begins, hours.ends))
    if begins and ends:
        return f"{begins} {_TO} {ends}"
    if begins:
        return text(N_("since {0}")).format(begins)
    return text(N_("until {0}")).format(ends) if ends else ""
