"""Telephone numbers as people write them into one cell: several, with extensions and words."""

import re
from typing import NamedTuple

_KINDS = (
    ("fax", re.compile(r"\bfax\b|\bf\s*[:.]", re.IGNORECASE)),
    ("cell", re.compile(r"\b(?:cell|mobile|celular|móvil|movil|c)\b", re.IGNORECASE)),
    ("tty", re.compile(r"\b(?:tty|tdd)\b", re.IGNORECASE)),
    ("text", re.compile(r"\b(?:text|sms|texto)\b", re.IGNORECASE)),
)
_SILENT = re.compile(
    r"\b(?:phone|tel|telephone|teléfono|telefono|ph|voice|main|call|llame|number|no|p|t|o|and|y|or|"
    r"cell|mobile|celular|móvil|movil|fax|tty|tdd)\b\.?:?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"^\s*[,;]?\s*(?:x|ext|extension|extensión|#)\.?\s*:?\s*(\d{1,7})\b",
                        re.IGNORECASE)
_SHORT = re.compile(r"(?<![\d-])(?:\d{3}[\s.-]\d{4}|\d{7}|[2-9]11|\d{3}-HELP)(?![\d-])")
_VANITY = re.compile(r"\b1?[\s.-]*\(?8\d\d\)?[\s.-]+[A-Z0-9][A-Z0-9-]{6,}\b")
# What most cells hold; telling it so is much faster than looking for numbers in words.
_PLAIN = re.compile(r"\s*\(?([2-9]\d\d)\)?[\s.-]?([2-9]\d\d)[\s.-]?(\d{4})\s*")
_PARTS = re.compile(r"\s*(?:/|;|\n|\||,|\bor\b)\s*")
_EDGES = " \t\r\n/;,|-–:.&+"


class FoundPhone(NamedTuple):
    """A number as it is stored; ``type`` is one of PHONE_TYPES or "" where nothing tells."""

    number: str
    extension: str = ""
    type: str = ""
    description: str = ""


def phones_in(text: str) -> list[FoundPhone]:
    """The numbers of a cell, in order; words that are of none are the description of the nearest.

    Empty when there is no number at all. A number of ten digits is written (410) 555-0100; one
    with fewer digits, or of another country, stays as it was typed.
    """
    if plain := _PLAIN.fullmatch(text):
        return [FoundPhone(f"({plain[1]}) {plain[2]}-{plain[3]}")]
    spans = _spans(text)
    if not spans:
        return []
    found = []
    for place, (start, end, number, extension) in enumerate(spans):
        stop = spans[place + 1][0] if place + 1 < len(spans) else len(text)
        after, end = text[end:stop], end
        if not extension and (match := _EXTENSION.match(after)):
            extension, after = match[1], after[match.end():]
        before = text[:start] if place == 0 else ""
        if place + 1 < len(spans):
            after = _own_part(after)
        if place:
            before = _label(text[spans[place - 1][1]:start])
        found.append(_described(number, extension, before, after))
    return found


def _spans(text: str) -> list[tuple[int, int, str, str]]:
    """Where each number starts and ends, how it is stored, and its extension."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    found = []
    for match in PhoneNumberMatcher(text, "US", leniency=Leniency.POSSIBLE):
        digits = sum(letter.isdigit() for letter in match.raw_string)
        if digits < 10:
            continue
        found.append((match.start, match.end, _shown(match.number, match.raw_string),
                      match.number.extension or ""))
    for pattern in (_VANITY, _SHORT):
        for plain in pattern.finditer(text):
            if not any(start < plain.end() and plain.start() < end for start, end, *_ in found):
                found.append((plain.start(), plain.end(), plain[0].strip(), ""))
    return sorted(found)


def _shown(number: "object", typed: str) -> str:
    code, national = getattr(number, "country_code", 1), str(getattr(number, "national_number", ""))
    if code == 1 and len(national) == 10:
        return f"({national[:3]}) {national[3:6]}-{national[6:]}"
    return " ".join(typed.split())


def _own_part(after: str) -> str:
    """What stands behind a number and still belongs to it: up to the next mark that parts."""
    return _PARTS.split(after, maxsplit=1)[0]


def _label(between: str) -> str:
    """What stands before a further number and belongs to it: what follows the last mark."""
    parts = _PARTS.split(between)
    return parts[-1] if len(parts) > 1 else ""


def _described(number: str, extension: str, before: str, after: str) -> FoundPhone:
    around = f"{before} {after}"
    kind = next((kind for kind, pattern in _KINDS if pattern.search(around)), "")
    words = [_clean(each) for each in (before, after)]
    return FoundPhone(number, extension, kind, "; ".join(each for each in words if each))


def _clean(words: str) -> str:
    said = " ".join(words.split()).strip(_EDGES)
    if said.count("(") != said.count(")") or re.fullmatch(r"\([^()]*\)", said):
        said = said.strip("() ")
    left = _SILENT.sub("", said).strip(_EDGES + "()")
    # Words that only say what kind of number it is say nothing more.
    return said if left else ""
