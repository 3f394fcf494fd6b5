"""From what a row says to the records it makes, each with a key that is the same next time."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from partner_desk.files.hsds import RawRecord
from partner_desk.model.folding import fold
from partner_desk.model.places import where_of
from partner_desk.services.sheets.category_names import category_called
from partner_desk.services.sheets.costs import costs_in
from partner_desk.services.sheets.read_row import CellNote, ReadRow
from partner_desk.services.sheets.timing import schedules_of

_CHILD_TITLES = {
    "language": "name", "eligibility": "description", "required_document": "document",
    "service_area": "name",
}


@dataclass(slots=True)
class Owner:
    """The organization of a row: its key, and its values ({} where the office's own is meant).

    ``home`` is its record's id, which stays when its key becomes that id at the next import.
    ``asked`` is what a decision about it is kept by, "" where there is nothing to decide; ``told``
    is all that the sheet tells of it.
    """

    key: str
    values: dict[str, str] = field(default_factory=dict)
    home: str = ""
    asked: str = ""
    told: dict[str, str] = field(default_factory=dict)


class RecordBuilder:
    """Builds the records of rows of one target. ``categories`` are those known, by name."""

    def __init__(self, target: str, categories: Mapping[str, str]) -> None:
        self._target = target
        self._categories = categories

    def records(self, row: ReadRow, key: str, owner: Owner | None) -> tuple[RawRecord, ...]:
        """The records of a row, its own first; none stands there twice."""
        build = {
            "organization": self._organization, "contact": self._contact,
            "school": self._school, "service": self._service,
        }[self._target]
        found = {(each.kind, each.key): each for each in reversed([*build(row, key, owner)])}
        own, *beside = reversed(found.values())
        return (own._replace(extra=dict(row.extra)), *beside)

    def _organization(self, row: ReadRow, key: str, _: Owner | None) -> Iterator[RawRecord]:
        values = _values(row, "organization")
        _give_mail(row, values)
        tags = [*_split(values.get("tags", "")), *(name for name, _ in row.lists["category"])]
        if tags:
            values["tags"] = "; ".join(tags)
        yield RawRecord("organization", key, {**values}, {})
        link = {"organization_id": key}
        for number in _numbers(row, "location", "address"):
            place = _values(row, "location", number)
            address = _values(row, "address", number)
            where = where_of(address)
            if place:
                place_key = f"{key}/{_key_of(place.get('name'), where, number)}"
                place.setdefault("name", where)
                yield _beside("location", place_key, {**place, **link})
                if address:
                    yield _beside("address", f"{place_key}/address",
                                  {**address, "location_id": place_key})
            elif address:
                yield _beside("address", f"{key}/{fold(where)}",
                              {**address, **link})
        yield from self._people(row, key, link)

    def _contact(self, row: ReadRow, key: str, owner: Owner | None) -> Iterator[RawRecord]:
        values = _values(row, "contact")
        _give_mail(row, values)
        yield RawRecord("contact", key, {**values, **_link(owner)}, {})
        yield from _owner_record(owner)
        yield from _phones(row, [0, 1], key, {"contact_id": key})

    def _school(self, row: ReadRow, key: str, _: Owner | None) -> Iterator[RawRecord]:
        values = _values(row, "school")
        _give_mail(row, values)
        address = _values(row, "address")
        for name in ("address_1", "city", "state_province", "postal_code"):
            if name in address:
                values.setdefault(name, address[name])
        if suite := address.get("address_2"):
            values["address_1"] = f"{values.get('address_1', '')}, {suite}".strip(" ,")
        place = _values(row, "location")
        values |= {name: place[name] for name in ("latitude", "longitude") if name in place}
        yield RawRecord("school", key, {**values}, {})

    def _service(self, row: ReadRow, key: str, owner: Owner | None) -> Iterator[RawRecord]:
        values = _values(row, "service")
        _give_mail(row, values)
        program = row.text("program", "name")
        if program and program != values["name"] and owner:
            values["program_id"] = f"{owner.home}/{fold(program)}"
        yield RawRecord("service", key, {**values, **_link(owner)}, {})
        yield from _owner_record(owner)
        if "program_id" in values and owner:
            yield _beside("program", values["program_id"],
                          {"name": program, "organization_id": owner.key})
        link = {"service_id": key}
        yield from self._places(row, key, owner)
        yield from self._children(row, key, link)
        for values, number in schedules_of(row):
            said = fold(" ".join(values.values())) or str(number)
            yield _beside("schedule", f"{key}/{_short(said)}", {**values, **link})
        yield from self._people(row, key, {**link, **_link(owner)})

    def _places(self, row: ReadRow, key: str, owner: Owner | None) -> Iterator[RawRecord]:
        home = owner.home if owner else key
        for number in _numbers(row, "location", "address"):
            place, address = _values(row, "location", number), _values(row, "address", number)
            if not place and not address:
                continue
            where = where_of(address)
            place_key = f"{home}/{_key_of(place.get('name'), where, number)}"
            place.setdefault("name", where)
            yield _beside("location", place_key, {**place, **_link(owner)})
            if address:
                yield _beside("address", f"{place_key}/address",
                              {**address, "location_id": place_key})
            yield _beside("service_at_location", f"{key}/{place_key}",
                          {"service_id": key, "location_id": place_key})
            if number == 1:
                for text, _ in row.lists["accessibility"]:
                    yield _beside("accessibility", f"{place_key}/{fold(text)}",
                                  {"description": text, "location_id": place_key})

    def _children(self, row: ReadRow, key: str, link: dict[str, str]) -> Iterator[RawRecord]:
        for kind, title in _CHILD_TITLES.items():
            for text, _ in row.lists.get(kind, ()):
                yield _beside(kind, f"{key}/{_short(fold(text))}", {title: text, **link})
        for cost in costs_in(row.text("service", "fees_description")):
            values = {"option": cost.option, "amount": cost.amount, "currency": "USD",
                      "amount_description": cost.words}
            yield _beside("cost_option", f"{key}/cost {_short(fold(cost.option))}".rstrip(),
                          {**values, **link})
        for text, heading in row.lists["category"]:
            found = category_called(self._categories, text)
            if found:
                yield _beside("service_category", f"{key}/{found}",
                              {"category_id": found, **link})
            else:
                row.notes.append(CellNote(heading, "category.not_ours", {"name": text}))
                kept = row.extra.get(heading, "")
                if text not in kept:
                    row.extra[heading] = f"{kept}; {text}".strip("; ")

    def _people(self, row: ReadRow, key: str, link: dict[str, str]) -> Iterator[RawRecord]:
        nearest = dict(list(link.items())[:1])
        for number in _numbers(row, "contact"):
            values = _values(row, "contact", number)
            name = values.setdefault("name", values.get("email") or values.get("title", ""))
            if not name:
                continue
            contact = f"{key}/{fold(name) or name}"
            yield _beside("contact", contact, {**values, **link})
            yield from _phones(row, [number], contact, {"contact_id": contact})
        yield from _phones(row, [0], key, nearest)


def _values(row: ReadRow, kind: str, number: int = 1) -> dict[str, str]:
    if (kind, number) not in row.values:
        return {}
    return {name: text for name, text in row.values[kind, number].items() if text}


def _numbers(row: ReadRow, *kinds: str) -> list[int]:
    return sorted({number for kind, number in row.values if kind in kinds})


def _beside(kind: str, key: str, values: dict[str, str]) -> RawRecord:
    return RawRecord(kind, key, {**values}, {}, implied=True)


def _link(owner: Owner | None) -> dict[str, str]:
    return {"organization_id": owner.key} if owner else {}


def _owner_record(owner: Owner | None) -> Iterator[RawRecord]:
    if owner and owner.values:
        yield _beside("organization", owner.key, owner.values)


def _give_mail(row: ReadRow, values: dict[str, str]) -> None:
    """An address of mail found in another cell is the row's, where it has none."""
    for text, _ in row.lists.pop("email", ()):
        values.setdefault("email", text)


def _phones(
    row: ReadRow, numbers: list[int], key: str, link: dict[str, str]
) -> Iterator[RawRecord]:
    for number in numbers:
        for each in row.phones.get(number, ()):
            digits = re.sub(r"\D", "", each.number) or each.number
            values = {
                name: text for name, text in each._asdict().items() if text
            }
            if number == 0 and "extension" not in values and row.text("phone", "extension"):
                values["extension"] = row.text("phone", "extension")
            if number == 0 and "description" not in values and row.text("phone", "description"):
                values["description"] = row.text("phone", "description")
            yield _beside("phone", f"{key}/{digits}-{each.extension}", {**values, **link})


def _split(text: str) -> list[str]:
    return [each.strip() for each in re.split(r"[;,\n]", text) if each.strip()]


def _key_of(name: str | None, where: str, number: int) -> str:
    return "|".join((fold(name or ""), fold(where))).strip("|") or f"place {number}"


def _short(said: str) -> str:
    if len(said) <= 60:
        return said
    return hashlib.sha256(said.encode()).hexdigest()[:24]
