"""The last step of reading a row: what the older formats say in another way than our fields do."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from partner_desk.files.hours_from_words import calendar_values, hours_in
from partner_desk.files.hsds.going_out import scheme_id
from partner_desk.files.hsds.rows import RawRecord, RefusedRow, Through, Values
from partner_desk.model.dates import Date
from partner_desk.model.places import Location, where_of
from partner_desk.model.texts import N_
from partner_desk.model.values import Flag, InvalidValue

CLOSED = N_("Closed")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY_YEAR = re.compile(r"^(.*\D)000[0-9]$")
_RULES = ("byday", "opens_at", "closes_at", "interval", "bymonthday")
_OTHER_RULES = ("byweekno", "byyearday", "dtstart", "until", "count")
"""Columns of rules that are no fields: what they say of the hours, the words may not."""
_OF_ALL_STRETCHES = (
    "service_id", "location_id", "service_at_location_id", "valid_from", "valid_to",
)
_LISTED = re.compile(r"[;,\n]")


class NotModelled(Exception):
    """A row that the office has no kind for: it is kept as it is."""


@dataclass(slots=True)
class Draft:
    """A row being read: its key, the values of its own record, and the records beside it."""

    key: str
    values: Values
    extra: dict[str, str]
    beside: list[RawRecord] = field(default_factory=list)

    def take(self, name: str) -> str:
        """Remove a value that is no field and return its text, "" when the file has none."""
        value = self.values.pop(name, "")
        return value if isinstance(value, str) else ""

    def text(self, name: str) -> str:
        """The text of a value, "" when the file has none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""


def listed(cell: str) -> list[str]:
    """The different things that a cell lists, in order, without the quotes and full stops."""
    words = (word.strip(" \t\r\n\"'.") for word in _LISTED.split(cell))
    return list({word.casefold(): word for word in words if word}.values())


def part_key(key: str, thing: str) -> str:
    """The key of a record read from a list, the same wherever in the list it stands."""
    return f"{key}/{' '.join(thing.casefold().split())}"


def _described(draft: Draft) -> None:
    """A description that only repeats the name stands for none: some formats ask for one."""
    if draft.text("description") == draft.text("name") != "":
        del draft.values["description"]


def _organization(draft: Draft) -> None:
    _described(draft)
    year = draft.take("_year")
    date = draft.take("_incorporated")
    if year and not year.isdecimal():
        draft.extra["year_incorporated"] = year
        year = _year_of(year, "year_incorporated")
    if date:
        draft.extra["date_incorporated"] = date
        year = year or _year_of(date, "date_incorporated")
    if year:
        draft.values["year_incorporated"] = year


def _year_of(text: str, column: str) -> str:
    try:
        return str(Date().parse(text).year)
    except InvalidValue as error:
        raise RefusedRow(column, error.code, **error.values) from None


def _service(draft: Draft) -> None:
    is_ohana = "_location" in draft.values
    location = draft.take("_location")
    if not location:
        if is_ohana and not draft.text("organization_id"):
            raise RefusedRow("location_id", "parent.missing", target=Location.label)
        return
    if not draft.text("organization_id"):
        draft.values["organization_id"] = Through("location", location)
    draft.beside.insert(0, RawRecord(
        "service_at_location", f"{draft.key}/{location}",
        {"service_id": draft.key, "location_id": location}, {},
    ))


def _location(draft: Draft) -> None:
    if "_virtual" in draft.values and "location_type" not in draft.values:
        draft.values["location_type"] = (
            "virtual" if _flag(draft.take("_virtual"), "virtual") else "physical"
        )


def _flag(text: str, column: str) -> bool:
    try:
        return bool(Flag().parse(text))
    except InvalidValue as error:
        raise RefusedRow(column, error.code, **error.values) from None


def _contact(draft: Draft) -> None:
    kind, key = draft.take("_type").casefold(), draft.take("_id")
    if kind in ("organization", "service", "location") and key:
        draft.values[f"{kind}_id"] = key


def _address(draft: Draft) -> None:
    """A street is needed there, but many know the town only, which we sent in its place."""
    if not where_of(draft.values):
        raise RefusedRow("address_1", "address.says_nothing")
    if draft.text("address_1") == draft.text("city") != "":
        del draft.values["address_1"]


def _weekday(draft: Draft) -> None:
    day = draft.take("_weekday")
    draft.values["byday"] = _day(day)
    _check_hours(draft)


def _day(text: str) -> str:
    if text.isdecimal():
        return _DAYS[(int(text) - 1) % 7] if 0 <= int(text) <= 7 else _no_day(text)
    start = text[:2].upper()
    return start if start in _DAYS else _no_day(text)


def _no_day(text: str) -> str:
    raise RefusedRow("weekday", "weekday.unknown", value=text)


def _schedule(draft: Draft) -> None:
    """Hours that stand in words only become days and times where these are certain.

    The words stay as they were typed. Several stretches are schedules of their own beside.
    """
    words = draft.text("description")
    if not words or any(map(draft.text, _RULES)) or any(map(draft.extra.get, _OTHER_RULES)):
        return
    said = _said_hours(words)
    if not said or "byday" not in said[0] or draft.text("freq") not in ("", said[0]["freq"]):
        return
    shared = {name: text for name, text in draft.values.items() if name in _OF_ALL_STRETCHES}
    draft.values |= said[0]
    draft.beside.extend(
        RawRecord("schedule", part_key(draft.key, " ".join(each.values())), {**shared, **each}, {})
        for each in said[1:]
    )


@lru_cache(maxsize=5_000)
def _said_hours(words: str) -> tuple[dict[str, str], ...]:
    """The fields of each stretch of hours; none where any of them is uncertain."""
    return tuple(calendar_values(each) for each in hours_in(words) or ())


def _holiday(draft: Draft) -> None:
    start, end = draft.take("_start"), draft.take("_end")
    closed = draft.take("_closed")
    if closed:
        draft.extra["closed"] = closed
    if _flag(closed, "closed"):
        draft.values["description"] = CLOSED
    else:
        _check_hours(draft)
    yearly = [found[1].strip(" ,/-") for text in (start, end) if (found := _EVERY_YEAR.match(text))]
    if yearly:
        # Ohana writes year 1 for "every year"; no calendar can hold that day.
        said = draft.text("description")
        draft.values["freq"] = "YEARLY"
        draft.values["description"] = " – ".join(dict.fromkeys(yearly)) + (said and f": {said}")
        draft.extra |= {"start_date": start, "end_date": end}
    else:
        draft.values["valid_from"], draft.values["valid_to"] = start, end


def _check_hours(draft: Draft) -> None:
    for there, missing in (("opens_at", "closes_at"), ("closes_at", "opens_at")):
        if draft.text(there) and not draft.text(missing):
            raise RefusedRow(missing, "schedule.hours_incomplete", given=there)


def _language(draft: Draft) -> None:
    words = listed(draft.take("_listed"))
    if not words:
        return
    draft.values["name"] = words[0]
    owners = {name: key for name, key in draft.values.items() if name.endswith("_id")}
    draft.beside.extend(
        RawRecord("language", part_key(draft.key, word), {**owners, "name": word}, {})
        for word in words[1:]
    )


def _ohana_category(draft: Draft) -> None:
    draft.values["code"] = draft.key
    _category(draft)


def _category(draft: Draft) -> None:
    _described(draft)
    if draft.extra.get("taxonomy_id") == scheme_id(draft.text("taxonomy")):
        del draft.extra["taxonomy_id"]  # Made on the way out, of the name alone.
    parent, name = draft.text("parent_id"), draft.extra.get("parent_name", "")
    if parent and name:
        draft.beside.append(
            RawRecord("category", parent, {"name": name}, {}, implied=True)
        )


def _attribute(draft: Draft) -> None:
    entity, link_type, key = draft.take("_entity"), draft.take("_type"), draft.take("_link")
    owner = (entity or link_type).casefold()
    if owner not in ("service", "services"):
        raise NotModelled
    if link_type and entity:
        draft.extra["link_type"] = link_type
    draft.values["service_id"] = key


MADE_FROM: dict[str, tuple[str, ...]] = {
    "_year": ("year_incorporated",),
    "_incorporated": ("year_incorporated",),
    "_virtual": ("location_type",),
    "_id": ("organization_id", "service_id", "location_id"),
    "_weekday": ("byday",),
    "_start": ("valid_from",),
    "_end": ("valid_to",),
    "_listed": ("name",),
    "_link": ("service_id",),
}
"""The fields that a value which is no field turns into."""

REFINERS: dict[str, Callable[[Draft], None]] = {
    "organization": _organization,
    "described": _described,
    "service": _service,
    "location": _location,
    "contact": _contact,
    "address": _address,
    "weekday": _weekday,
    "schedule": _schedule,
    "holiday": _holiday,
    "language": _language,
    "category": _category,
    "ohana_category": _ohana_category,
    "attribute": _attribute,
}
