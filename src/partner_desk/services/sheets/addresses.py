"""One cell that holds a whole address: street, suite, city, state and ZIP code."""

import re
from functools import lru_cache
from typing import NamedTuple

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA",
    "colorado": "CO", "connecticut": "CT", "delaware": "DE", "district of columbia": "DC",
    "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID", "illinois": "IL",
    "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA",
    "maine": "ME", "maryland": "MD", "massachusetts": "MA", "michigan": "MI", "minnesota": "MN",
    "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE", "nevada": "NV",
    "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY",
    "north carolina": "NC", "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR",
    "pennsylvania": "PA", "puerto rico": "PR", "rhode island": "RI", "south carolina": "SC",
    "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT",
    "virginia": "VA", "washington": "WA", "west virginia": "WV", "wisconsin": "WI",
    "wyoming": "WY", "guam": "GU", "virgin islands": "VI", "american samoa": "AS",
}
_LETTERS = frozenset(STATES.values())
# Where ZIP codes begin with a zero, which Excel loses.
_ZERO_STATES = frozenset(("CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VT", "VI"))
_HOUSE = re.compile(r"\d+[\w-]*\s+\S+|p\.?\s?o\.?\s+box\b", re.IGNORECASE)
_COORDINATES = re.compile(r"\(\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\s*\)")
_GLUED = re.compile(r"([A-Za-z])(\d{5}(?:-\d{4})?)\s*$")
_ZIP = re.compile(r"(?:^|[\s,])(\d{5}(?:-\d{4})?|\d{9})\s*$")
_SHORT_ZIP = re.compile(r"(?:^|[\s,])(\d{4}(?:-\d{4})?)\s*$")
_COUNTRY = re.compile(r",?\s*\b(?:USA|U\.S\.A\.?|United States(?: of America)?|EE\.? ?UU\.?)\s*$",
                      re.IGNORECASE)
_SUITE = re.compile(
    r"^(?:suite|ste|unit|apt|apartment|room|rm|floor|fl|bldg|building|#|dept|lower level|"
    r"\d+(?:st|nd|rd|th) (?:floor|fl))\b\.?|^#",
    re.IGNORECASE,
)
_INNER_SUITE = re.compile(r"\s+((?:suite|ste|unit|apt|room|rm)\b\.?\s*#?\s*[\w-]+|#\s*[\w-]+)$",
                          re.IGNORECASE)
_STREET_END = re.compile(
    r"\b(?:st|street|ave|av|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|pl|place|ct|court|pkwy|"
    r"parkway|hwy|highway|way|ter|terrace|cir|circle|sq|square|pike|row|broadway|plaza|trail|trl)"
    r"\b\.?(?:\s+[NSEW]{1,2}\b)?",
    re.IGNORECASE,
)


class FoundAddress(NamedTuple):
    """The parts of an address; "" where there is none."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""


def state_letters(text: str) -> str:
    """The two letters of a state of the United States, "" for anything else."""
    word = " ".join(text.replace(".", "").split())
    if word.upper() in _LETTERS:
        return word.upper()
    return STATES.get(word.lower(), "")


def zip_code(text: str, state: str = "") -> str:
    """A ZIP code with the zeros that a spreadsheet took, or ``text`` as it is.

    Four digits get their zero back; nine digits their hyphen. Where the state is known and its
    codes begin with no zero, four digits stay as they are.
    """
    word = text.strip()
    may_begin_with_zero = not state or state_letters(state) in _ZERO_STATES
    if re.fullmatch(r"\d{3,4}", word) and may_begin_with_zero:
        return word.zfill(5)
    if re.fullmatch(r"\d{4}-\d{4}", word) and may_begin_with_zero:
        return "0" + word
    if re.fullmatch(r"\d{8}", word) and may_begin_with_zero:
        return f"0{word[:4]}-{word[4:]}"
    if re.fullmatch(r"\d{9}", word):
        return f"{word[:5]}-{word[5:]}"
    return word


def coordinates_in(text: str) -> tuple[str, str] | None:
    """Latitude and longitude in round brackets, as maps write them behind an address."""
    match = _COORDINATES.search(text)
    return (match[1], match[2]) if match else None


def looks_like_street(text: str) -> bool:
    """Whether a text begins as a street with a house number or a post box does."""
    return bool(_HOUSE.match(text)) and len(text) < 80


def looks_whole(text: str) -> bool:
    """Whether a text is a street with its state or ZIP code."""
    if not _HOUSE.match(text):
        return False
    found = split_address(text)
    return bool(found.state_province or found.postal_code)


@lru_cache(maxsize=5_000)
def split_address(text: str) -> FoundAddress:
    """The parts of an address in one cell; what cannot be told apart stays in the street."""
    plain = _GLUED.sub(r"\1 \2", _COORDINATES.sub("", text)).strip(" ,\t\r\n")
    lines = re.sub(r"\s*[\r\n]+\s*", ", ", plain)
    rest = _COUNTRY.sub("", " ".join(lines.split())).strip(" ,")
    rest, postal_code = _postal_code(rest)
    rest, state = _state(rest, told=bool(postal_code))
    street, suite, city = _street(rest, told=bool(state or postal_code))
    return FoundAddress(street, suite, city, state, zip_code(postal_code, state))


def _postal_code(rest: str) -> tuple[str, str]:
    match = _ZIP.search(rest)
    if match is None:
        short = _SHORT_ZIP.search(rest)
        before = rest[:short.start()].strip(" ,") if short else ""
        if short is None or not state_letters(before.rpartition(" ")[2]):
            return rest, ""
        match = short
    found = match[1]
    if match.start() == 0 and len(rest) == len(found):
        return "", found
    return rest[:match.start()].strip(" ,"), found


def _state(rest: str, told: bool) -> tuple[str, str]:
    """The state at the end; without a ZIP code behind it only what follows a comma is one."""
    words = rest.replace(",", " , ").split()
    for count in (3, 2, 1):
        tail = words[-count:]
        if len(tail) < count or "," in tail:
            continue
        letters = state_letters(" ".join(tail))
        # "NE" may be north-east, "CT" a court.
        if letters and (told or (count < len(words) and words[-count - 1] == ",")):
            return " ".join(words[:-count]).replace(" , ", ", ").strip(" ,"), letters
    return rest, ""


def _street(rest: str, told: bool) -> tuple[str, str, str]:
    """Street, suite and city of what is left; ``told``: there was a state or a ZIP code."""
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if not parts:
        return "", "", ""
    suites = [part for part in parts[1:] if _SUITE.match(part)]
    parts = [part for part in parts if part not in suites]
    city = ""
    if len(parts) > 1:
        city = parts.pop()
    elif told:
        parts[0], city = _city_behind(parts[0])
    street = ", ".join(parts)
    if not suites and (inner := _INNER_SUITE.search(street)) and street[:inner.start()].strip():
        street, suites = street[:inner.start()].strip(), [inner[1]]
    return street, ", ".join(suites), city


def _city_behind(street: str) -> tuple[str, str]:
    """A street and the city that follows it without a comma: "27 Main St Oak Park"."""
    if not any(letter.isdigit() for letter in street):
        return "", street
    ends = [match for match in _STREET_END.finditer(street) if match.start()]
    if not ends or not street[ends[-1].end():].strip():
        return street, ""
    behind = street[ends[-1].end():].strip(" ,")
    return (street[:ends[-1].end()].strip(), behind) if not any(
        letter.isdigit() for letter in behind
    ) else (street, "")
