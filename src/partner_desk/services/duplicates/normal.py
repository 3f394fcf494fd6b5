"""What is typed in many ways brought into one: names, phones, emails, web hosts, streets."""

import re
from sys import intern
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.duplicates.vocabulary import (
    ABBREVIATED,
    DIRECTIONS,
    ENDINGS,
    EVERYBODYS,
    HONORIFICS,
    JOINED,
    NUMBERS,
    SILENT,
)

_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_DIGITS = re.compile(r"\D+")
_EXTENSION = re.compile(r"(?:x|ext|extension|#)\.?\s*\d+\s*$", re.IGNORECASE)
_HOST = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?:www\d?\.)?([^/:?#\s]+)", re.IGNORECASE
)


class Street(NamedTuple):
    """A street address taken apart: house number, direction, words of the name, its ending.

    A post box has its number as "box 12" and no words. ``typed`` is how it was written.
    """

    number: str
    direction: str
    words: tuple[str, ...]
    ending: str
    typed: str


def name_words(name: str) -> tuple[str, ...]:
    """The telling words of a name in order, abbreviations written out.

    "The St. Mary's Ctr., Inc." gives saint, marys, center. A name of silent words alone keeps them.
    """
    folded = fold(name.replace("'", "").replace("\u2019", ""))
    if " " not in folded:
        return (ABBREVIATED.get(folded, folded),) if folded else ()
    for apart, joined in JOINED:
        if apart in folded:
            folded = folded.replace(apart, joined)
    words = _initials_joined(folded.split())
    told = tuple(_word(each) for each in words if each not in SILENT)
    return told or tuple(words)


def _word(word: str) -> str:
    word = ABBREVIATED.get(word) or NUMBERS.get(word, word)
    ordinal = _ORDINAL.match(word)
    return intern(ordinal[1] if ordinal else word)


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles, and without initials between two names."""
    words = [each for each in fold(name.replace("'", "")).split() if each not in HONORIFICS]
    long = [each for each in words if len(each) > 1]
    return tuple(map(intern, long if len(long) > 1 else words))


def _initials_joined(words: list[str]) -> list[str]:
    """Single letters that follow each other as one word: "y m c a" is "ymca"."""
    found: list[str] = []
    run = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            found.append(run)
            run = ""
        found.append(word)
    return [*found, run] if run else found


def phone_digits(phone: str) -> str:
    """The last ten digits of a telephone number without its extension, seven where it has no
    area code; "" for what is shorter.
    """
    digits = _DIGITS.sub("", _EXTENSION.sub("", phone))
    if len(digits) >= 10:
        return digits[-10:]
    return digits[-7:] if len(digits) >= 7 else ""


def email_key(email: str) -> str:
    """An email address in lower case; "" for what is none."""
    found = email.strip().casefold().removeprefix("mailto:")
    return found if "@" in found else ""


def host(website: str) -> str:
    """The host of a web address without "www."; "" for pages on hosts of everybody."""
    found = _HOST.match(website.strip())
    name = found[1].casefold().rstrip(".") if found else ""
    return name if "." in name and name not in EVERYBODYS else ""


_UNIT = re.compile(
    r"(?:,\s*|\s+)(?:(?:suite|ste|apt|apartment|unit|room|rm|bldg|building)\b|(?:#)|"
    r"(?:\d+\s*(?:st|nd|rd|th)\s+)?(?:fl|floor)\b).*$",
    re.IGNORECASE,
)
_BOX = re.compile(r"\b(?:p\s*o\s*|post office\s+)?box\s+(\w+)")
_HOUSE = re.compile(r"^\s*(\d+(?:-\d+)?)[a-z]?(?=\s)", re.IGNORECASE)


def street(typed: str) -> Street | None:
    """The parts of a street address; None where it has no house number and is no post box.

    Suite and floor are left off: two rooms of one house are one house.
    """
    bare = _UNIT.sub("", " ".join(typed.split()))
    folded = fold(bare)
    box = _BOX.search(folded)
    if box:
        return Street(f"box {box[1]}", "", (), "", typed)
    house = _HOUSE.match(bare)
    if house is None:
        return None
    words = fold(bare[house.end():]).split()
    return _parted(house[1], words, typed) if words else None


def _parted(number: str, words: list[str], typed: str) -> Street:
    direction = ending = ""
    if len(words) > 1 and words[0] in DIRECTIONS:
        direction = DIRECTIONS[words.pop(0)]
    for place in range(1, len(words)):
        if words[place] in ENDINGS:
            ending = ENDINGS[words[place]]
            del words[place:]  # What follows is a direction again, or the town.
            break
    return Street(number, direction, tuple(_street_word(each) for each in words), ending, typed)


def _street_word(word: str) -> str:
    digits = _ORDINAL.match(word)
    return intern(digits[1] if digits else word)


def zip5(postal_code: str) -> str:
    """The first five digits of a ZIP code; another code in lower case without blanks."""
    plain = "".join(postal_code.split()).casefold()
    return plain[:5] if plain[:5].isdigit() else plain


def numbers_in(words: tuple[str, ...]) -> frozenset[str]:
    """The numbers in a name's words: "troop 12" and "troop 13" are two."""
    return frozenset(each.lstrip("0") or "0" for each in words if each.isdigit())
