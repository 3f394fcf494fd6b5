"""Opening hours as a paper says them, such as "Mon–Fri 9:00 am – 5:00 pm"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from partner_desk.model.texts import N_

Text = Callable[[str], str]
_TO = "\N{EN DASH}"
_DAYS = {
    "MO": N_("Mon"), "TU": N_("Tue"), "WE": N_("Wed"), "TH": N_("Thu"), "FR": N_("Fri"),
    "SA": N_("Sat"), "SU": N_("Sun"),
}


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


def hours_in_words(hours: Sequence[Hours], text: Text) -> list[str]:
    """A phrase for each, days that have the same hours together, each phrase once."""
    together: dict[str, list[str]] = {}
    for each in hours:
        together.setdefault(_times(each, text), []).append(each.days)
    phrases = [
        " ".join(filter(None, (_days(",".join(filter(None, days)), text), times)))
        for times, days in together.items()
    ]
    phrases += [
        part
        for each in hours
        for part in (_month_days(each, text), " ".join(each.words.split()), _season(each, text))
    ]
    return list(dict.fromkeys(filter(None, phrases)))


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


def _days(letters: str, text: Text) -> str:
    """Runs of three days and more as a range; what is no plain day is said as it stands."""
    wanted = [each.strip().upper() for each in letters.split(",") if each.strip()]
    order = list(_DAYS)
    if any(each not in _DAYS for each in wanted):
        return ", ".join(dict.fromkeys(wanted))
    runs: list[list[int]] = []
    for place in sorted({order.index(each) for each in wanted}):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    names = [text(_DAYS[each]) for each in order]
    return ", ".join(
        f"{names[run[0]]}{_TO}{names[run[-1]]}" if len(run) > 2
        else ", ".join(names[place] for place in run)
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
