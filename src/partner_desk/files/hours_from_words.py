"""Days and hours as people write them: "Mon-Fri 3-6pm", "M/W/F 9:00 AM - 12:00 PM", "Fri2nd"."""

import re
from datetime import time
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "m": "MO", "mo": "MO", "mon": "MO", "monday": "MO", "mondays": "MO", "lunes": "MO",
    "lun": "MO", "tu": "TU", "tue": "TU", "tues": "TU", "tuesday": "TU", "tuesdays": "TU",
    "martes": "TU", "mar": "TU", "w": "WE", "we": "WE", "wed": "WE", "weds": "WE",
    "wednesday": "WE", "wednesdays": "WE", "miercoles": "WE", "miércoles": "WE", "mie": "WE",
    "mié": "WE", "th": "TH", "thu": "TH", "thur": "TH", "thurs": "TH", "thursday": "TH",
    "thursdays": "TH", "r": "TH", "jueves": "TH", "jue": "TH", "f": "FR", "fr": "FR",
    "fri": "FR", "friday": "FR", "fridays": "FR", "viernes": "FR", "vie": "FR", "sa": "SA",
    "sat": "SA", "saturday": "SA", "saturdays": "SA", "sabado": "SA", "sábado": "SA",
    "sáb": "SA", "sab": "SA", "su": "SU", "sun": "SU", "sunday": "SU", "sundays": "SU",
    "domingo": "SU", "dom": "SU", "t": "TU",
}
_MARCH = "mar"
"""By itself a Tuesday in Spanish or the month."""
_SETS = {
    "daily": DAYS, "every day": DAYS, "everyday": DAYS, "7 days a week": DAYS, "7 days": DAYS,
    "todos los dias": DAYS, "todos los días": DAYS, "weekdays": DAYS[:5], "weekday": DAYS[:5],
    "weekends": DAYS[5:], "weekend": DAYS[5:], "mtwthf": DAYS[:5], "mtwrf": DAYS[:5],
    "m-f": DAYS[:5], "entre semana": DAYS[:5],
}
_NTH = re.compile(r"^([a-záé]+?)\s*(1st|2nd|3rd|4th|5th|last)$|^(1st|2nd|3rd|4th|5th|last)\s+"
                  r"([a-záé]+?)$", re.IGNORECASE)
_TIME = r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?\s*(?:m\b\.?)?|noon|midnight|mediod[ií]a"
_HOURS = re.compile(
    rf"^(?:from\s+|de\s+)?(?P<from>{_TIME})\s*(?:-|–|—|to|until|till|a|hasta)\s*(?P<to>{_TIME})$"
    .replace(r"(\d{1,2})", r"(?:\d{1,2})").replace(r"(\d{2})", r"(?:\d{2})")
    .replace("([ap])", "(?:[ap])"),
    re.IGNORECASE,
)
_ONE_TIME = re.compile(r"^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(?:([ap])\.?\s*m?\.?)?$",
                       re.IGNORECASE)
_ALWAYS = re.compile(r"^(?:24\s*/\s*7|24 hours(?: a day)?(?:,? 7 days(?: a week)?)?|"
                     r"(?:las )?24 horas)$", re.IGNORECASE)
_TIME_BEGINS = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s*m|-|–|to\b)|noon|24 h", re.I)
_LAST_MINUTE = time(23, 59)
_BEFORE = re.compile(
    r"^(?:(?:(?:opening|office|business)\s+)?hours(?:\s+of\s+operation)?\s*:|horarios?\s*:|"
    r"(?:open|abierto)\b\s*:?)\s*", re.IGNORECASE
)
"""Words in front that say only that hours follow."""
_FROM = re.compile(r"\b(?:from|de|desde)$", re.IGNORECASE)


class FoundHours(NamedTuple):
    """Opening hours that are certain: two letters a day, "2FR" for every second Friday a month."""

    byday: str
    opens_at: time | None
    closes_at: time | None
    freq: str = "WEEKLY"


def hours_in(text: str) -> list[FoundHours] | None:
    """What a cell of days and hours says, or None where any of it is uncertain."""
    said = " ".join(re.sub(r"[\r\n]+", "; ", text.strip()).split()).strip(" .;,")
    if not said:
        return []
    said = _BEFORE.sub("", said)
    if _ALWAYS.match(said):
        return [FoundHours(",".join(DAYS), time(0), _LAST_MINUTE)]
    found: list[FoundHours] = []
    for part in re.split(r"\s*;\s*|,\s+(?=[a-záé]{1,9}\b[^,;]*\d)", said, flags=re.IGNORECASE):
        one = _part(part)
        if one is None:
            return None
        found.extend(one)
    # Days in one line and hours in the next: which belong together is not said.
    return found if len({bool(each.byday) for each in found}) == 1 else None


@lru_cache(maxsize=5_000)
def days_in(text: str) -> tuple[str, str] | None:
    """The days that a text names, in two letters each, and how they repeat; None if uncertain."""
    said = " ".join(text.lower().replace("&", ",").split()).strip(" .:,;")
    if not said or said == _MARCH:
        return None
    if said in _SETS:
        return ",".join(_SETS[said]), "WEEKLY"
    if match := _NTH.match(said):
        nth = (match[2] or match[3]).lower()
        name = (match[1] or match[4]).lower()
        if name == _MARCH or name not in _NAMES:
            return None
        return ("-1" if nth == "last" else nth[0]) + _NAMES[name], "MONTHLY"
    days: list[str] = []
    for piece in re.split(r"\s*(?:,|/|;|\||\band\b|\by\b|\be\b)\s*|\s+(?=[a-z]{3})(?!-|to\b|a\b)",
                          re.sub(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\ba\b)\s*", "-", said)):
        if not piece:
            continue
        run = _run(piece.strip(" ."))
        if run is None:
            return None
        days.extend(run)
    ordered = sorted(dict.fromkeys(days), key=DAYS.index)
    return (",".join(ordered), "WEEKLY") if ordered else None


@lru_cache(maxsize=5_000)
def time_in(text: str) -> time | None:
    """A time of day: "9am", "9:00 AM", "1730", "0830", "17:00", "noon"; None for anything else."""
    said = " ".join(text.lower().split()).strip(" .")
    if said in ("noon", "12 noon", "mediodía", "mediodia"):
        return time(12)
    if said in ("midnight", "12 midnight", "medianoche"):
        return time(0)
    if re.fullmatch(r"\d{3,4}", said):
        return _clock(int(said[:-2]), int(said[-2:]), "")
    match = _ONE_TIME.match(said)
    if match is None or not (match[2] or match[3]):
        return None
    return _clock(int(match[1]), int(match[2] or 0), match[3] or "")


@lru_cache(maxsize=5_000)
def hours_between(text: str) -> tuple[time, time] | None:
    """From and to of "3-6pm", "9:00 AM - 12:00 PM", "15:00-18:00"; None where it is uncertain."""
    said = " ".join(text.lower().split()).strip(" .,")
    match = _HOURS.match(said)
    if match is None:
        return None
    start, end = match["from"].strip(), match["to"].strip()
    closes = time_in(end)
    opens = time_in(start)
    half = re.search(r"([ap])\.?\s*m?\.?$", end)
    if opens is None or (half and not re.search(r"[ap]\.?\s*m?\.?$", start)
                         and not start.isalpha()):
        opens = _before(start, closes, half[1] if half else "")
    if opens is None or closes is None or opens >= closes:
        return None
    said_half = "p" in start or "a" in start or half is not None
    # "9:00 - 5:00" with no half of the day: certain only where it reads as a clock of 24 hours.
    return (opens, closes) if said_half or closes.hour > 12 else None


def calendar_values(hours: FoundHours) -> dict[str, str]:
    """The texts of a schedule's fields, without those that are not said."""
    values = {"byday": hours.byday, "freq": hours.freq}
    if hours.opens_at:
        values["opens_at"] = hours.opens_at.strftime("%H:%M")
    if hours.closes_at:
        values["closes_at"] = hours.closes_at.strftime("%H:%M")
    return {name: text for name, text in values.items() if text}


def _before(start: str, closes: time | None, half: str) -> time | None:
    """The time before ``closes`` that a number without a half of the day means: 9-12pm, 3-6pm."""
    if closes is None or not half:
        return None
    same, other = time_in(start + half + "m"), time_in(start + ("a" if half == "p" else "p") + "m")
    if same is not None and same < closes:
        return same
    return other if other is not None and other < closes else None


def _clock(hour: int, minute: int, half: str) -> time | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == 0:
        return _LAST_MINUTE
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _run(piece: str) -> tuple[str, ...] | None:
    if piece in _SETS:
        return _SETS[piece]
    ends = piece.split("-")
    known = [_NAMES.get(end.strip(" .")) for end in ends]
    if len(ends) > 2 or None in known:
        return None
    places = [DAYS.index(day) for day in known if day]
    if len(places) == 1:
        return (DAYS[places[0]],)
    first, last = places
    return DAYS[first:last + 1] if first <= last else (*DAYS[first:], *DAYS[:last + 1])


@lru_cache(maxsize=5_000)
def _part(part: str) -> list[FoundHours] | None:
    """One stretch of days with its hours: "Mon-Fri 9-12pm, 1-5pm"."""
    begins = _TIME_BEGINS.search(part)
    if begins is None:
        days = days_in(part)
        return [FoundHours(days[0], None, None, days[1])] if days else None
    head, tail = part[:begins.start()].strip(" :,-–("), part[begins.start():].strip()
    head = _FROM.sub("", head).strip(" :,")
    days = days_in(head) if head else None
    if days is None and not head and (found := _days_last(tail)):
        tail, days = found
    if (head and days is None) or (not head and days is None and ";" in part):
        return None
    byday, freq = days or ("", "")
    if _ALWAYS.match(tail.strip(" )")):
        return [FoundHours(byday or ",".join(DAYS), time(0), _LAST_MINUTE, freq or "WEEKLY")]
    stretches = [hours_between(each) for each in re.split(r"\s*(?:,|&|\band\b|\by\b)\s*",
                                                          tail.strip(" )"))]
    certain = [each for each in stretches if each]
    if len(certain) != len(stretches) or not _in_order(certain):
        return None
    return [FoundHours(byday, opens, closes, freq) for opens, closes in certain]


def _days_last(tail: str) -> tuple[str, tuple[str, str]] | None:
    """Hours and the days behind them: "9am-5pm Mon-Fri"."""
    match = re.match(r"^(.*?\d(?:\s*[ap]\.?m\.?)?)[\s,]+([a-z].*)$", tail, re.IGNORECASE)
    days = days_in(match[2]) if match else None
    return (match[1], days) if match and days else None


def _in_order(stretches: list[tuple[time, time]]) -> bool:
    return all(first[1] <= second[0] for first, second in pairwise(stretches))
