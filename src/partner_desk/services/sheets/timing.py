"""What the columns of a row say about when: opening hours where they are certain, else words."""

from collections.abc import Iterator
from datetime import date

from partner_desk.files.hours_from_words import (
    FoundHours,
    calendar_values,
    days_in,
    hours_between,
    hours_in,
    time_in,
)
from partner_desk.model.values import InvalidValue
from partner_desk.services.sheets.read_row import CellNote, ReadRow
from partner_desk.services.sheets.typed import day_of

_SEASON = ("valid_from", "valid_to")


def schedules_of(row: ReadRow) -> Iterator[tuple[dict[str, str], int]]:
    """The values of each schedule of a row, and the number of the columns they are from."""
    timing = {number: parts for number, parts in sorted(row.timing.items()) if parts}
    season = _season(row, timing)
    made = 0
    for number, parts in timing.items():
        for values in _schedules(parts):
            made += 1
            yield {**values, **season}, number
    if not made and season:
        yield season, 1


def _season(row: ReadRow, timing: dict[int, dict[str, str]]) -> dict[str, str]:
    """From when to when; it holds for every schedule of the row."""
    found: dict[str, str] = {}
    for parts in timing.values():
        for name in _SEASON:
            text = parts.pop(name, "")
            if not text or name in found:
                continue
            heading = row.headings.get(f"schedule.{name}", name)
            try:
                found[name] = day_of(text, row.reading).isoformat()
            except InvalidValue as error:
                row.notes.append(CellNote(heading, error.code, {"field": heading, **error.values}))
                row.extra[heading] = text
    if len(found) == 2 and date.fromisoformat(found["valid_to"]) < date.fromisoformat(
        found["valid_from"]
    ):
        heading = row.headings.get("schedule.valid_to", "valid_to")
        row.notes.append(CellNote(heading, "season.ends_before", {}))
    return found


def _schedules(parts: dict[str, str]) -> list[dict[str, str]]:
    notes = parts.get("notes", "")
    plain = {name: text for name, text in parts.items() if name != "notes"}
    if not plain:
        return [{"notes": notes}] if notes else []
    found = _certain(plain)
    if found is None:
        words = " ".join(plain.values())
        values = [{"description": words, **_days_only(plain)}]
    else:
        values = [calendar_values(each) for each in found]
    return [{**each, **({"notes": notes} if notes else {})} for each in values]


def _days_only(plain: dict[str, str]) -> dict[str, str]:
    """The days, where these at least are certain."""
    days = days_in(plain.get("days", ""))
    return {"byday": days[0], "freq": days[1]} if days else {}


def _certain(plain: dict[str, str]) -> list[FoundHours] | None:
    days = days_in(plain["days"]) if "days" in plain else ("", "")
    if days is None:
        return hours_in(plain["days"]) if set(plain) == {"days"} else None
    if "opens_at" in plain or "closes_at" in plain:
        return _from_to(plain, days)
    said = plain.get("hours") or plain.get("whole") or ""
    if not said:
        return [FoundHours(days[0], None, None, days[1])]
    stretch = hours_between(said)
    if stretch:
        return [FoundHours(days[0], *stretch, days[1])]
    found = hours_in(said)
    if found is None or not days[0]:
        return found
    return [each if each.byday else each._replace(byday=days[0], freq=days[1]) for each in found]


def _from_to(plain: dict[str, str], days: tuple[str, str]) -> list[FoundHours] | None:
    opens = time_in(plain.get("opens_at", ""))
    closes = time_in(plain.get("closes_at", ""))
    known = (("opens_at" in plain) == (opens is not None)
             and ("closes_at" in plain) == (closes is not None))
    if not known or (opens and closes and opens >= closes):
        return None
    if "whole" in plain:
        return None
    return [FoundHours(days[0], opens, closes, days[1])]
