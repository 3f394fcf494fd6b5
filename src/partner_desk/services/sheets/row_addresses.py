"""The addresses and places of one row: told apart, put right, given a state where none is named."""

from partner_desk.model.places import where_of
from partner_desk.services.sheets.addresses import (
    coordinates_in,
    looks_whole,
    split_address,
    zip_code,
)
from partner_desk.services.sheets.read_row import ReadRow, differs, note_zeros

_POSITION = ("latitude", "longitude")
_AT_HOME = ("", "us", "usa", "u.s.", "u.s.a.", "united states", "united states of america")


def give_state(row: ReadRow, state: str) -> int:
    """Put the state into addresses with a street or a town that name none; how many they were."""
    given = 0
    for (kind, _), parts in row.values.items():
        here = kind == "address" and (parts.get("address_1") or parts.get("city"))
        abroad = parts.get("country", "").casefold() not in _AT_HOME
        if here and not abroad and not parts.get("state_province"):
            parts["state_province"] = state
            given += 1
    return given


def take_address(row: ReadRow, number: int, heading: str, text: str) -> None:
    """A cell that holds a whole address, told apart; kept beside where that changed its words."""
    found = split_address(text)
    row.headings.setdefault("address.address_1", heading)
    row.values["address_whole", number].update(found._asdict())
    place = coordinates_in(text)
    if place and not row.text("location", "latitude", number):
        values = row.values["location", number]
        values["latitude"], values["longitude"] = place
    shown = ", ".join(part for part in found if part)
    if differs(shown, text.replace("\n", ", "), False):
        row.extra[heading] = text


def finish_addresses(row: ReadRow) -> None:
    """Make one address of its columns; what says only a state or less is kept beside."""
    numbers = {number for kind, number in row.values if kind in ("address", "address_whole")}
    for number in sorted(numbers):
        whole = row.values.pop(("address_whole", number), {})
        parts = {**{name: text for name, text in whole.items() if text},
                 **row.values.pop(("address", number), {})}
        if number > 1 and whole and "address_1" not in whole and not parts:
            continue
        if "postal_code" in parts:
            typed = parts["postal_code"]
            parts["postal_code"] = zip_code(typed, parts.get("state_province", ""))
            heading = row.headings.get("address.postal_code", "")
            if parts["postal_code"] != typed:
                note_zeros(row, heading, typed, parts["postal_code"])
                row.extra.setdefault(heading, typed)
        if "city" not in parts and looks_whole(parts.get("address_1", "")):
            parts = _taken_apart(row, parts)
        if where_of(parts):
            row.values["address", number] = parts
        else:
            for name, text in parts.items():
                row.extra[row.headings.get(f"address.{name}", name)] = text


def _taken_apart(row: ReadRow, parts: dict[str, str]) -> dict[str, str]:
    """A whole address that stands in the street's column, told apart; other columns go before."""
    found = split_address(parts["address_1"])._asdict()
    told = {name: text for name, text in found.items() if text}
    if "city" not in told:
        return parts
    row.extra.setdefault(row.headings.get("address.address_1", "address_1"), parts["address_1"])
    return {**told, **{name: text for name, text in parts.items() if name != "address_1"}}


def finish_places(row: ReadRow) -> None:
    """A position of 0, 0 is in the sea off Africa: it says that nobody knew."""
    for kind, number in [key for key in row.values if key[0] == "location"]:
        values = row.values[kind, number]
        if all(_is_zero(values.get(name, "")) for name in _POSITION):
            for name in _POSITION:
                values.pop(name)


def _is_zero(text: str) -> bool:
    return bool(text) and not text.strip("0.-")
