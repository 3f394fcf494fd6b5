"""Ages and grades as people write them: "6", "5+", "6 - 14", "K-5", "18 months to 4 years"."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_WORDS = {
    "infant": 0, "infants": 0, "birth": 0, "newborn": 0, "toddler": 1, "toddlers": 1,
    "bebes": 0, "bebés": 0, "adult": 18, "adults": 18, "adultos": 18,
}
_GRADES = {"prek": 4, "pre k": 4, "pre-k": 4, "pk": 4, "pk3": 3, "pk4": 4, "prek3": 3, "prek4": 4,
           "preschool": 3, "k": 5, "kg": 5, "kinder": 5, "kindergarten": 5, "tk": 4}
_SCHOOLS = (
    (re.compile(r"\belem(?:entary)?\b", re.IGNORECASE), (5, 11)),
    (re.compile(r"\b(?:ms|middle(?: school)?|junior high)\b", re.IGNORECASE), (11, 14)),
    (re.compile(r"\b(?:hs|high ?school|preparatoria)\b", re.IGNORECASE), (14, 18)),
)
_TO = r"\s*(?:-|–|—|to|through|thru|until|hasta|a|/)\s*"
_UNIT = r"\s*(months?|mos?\.?|meses|weeks?|wks?\.?|years?|yrs?\.?|años|y\.?o\.?)?"
_NUMBER = r"(\d{1,3}(?:\.5|½)?)"
_RANGE = re.compile(rf"^\D{{0,20}}?{_NUMBER}{_UNIT}(?:\s*olds?)?{_TO}{_NUMBER}{_UNIT}\D{{0,20}}$",
                    re.IGNORECASE)
_FROM = re.compile(
    rf"^\D{{0,20}}?{_NUMBER}{_UNIT}(?:\s*olds?)?\s*(?:\+|and up|and older|and over|& up|up|y más|"
    r"o más|or older)\W*$", re.IGNORECASE,
)
_UP_TO = re.compile(
    rf"^(?:up to|under|younger than|below|through|hasta|menores de|birth{_TO}|0{_TO})\s*"
    rf"{_NUMBER}{_UNIT}(?:\s*olds?)?\W*$", re.IGNORECASE,
)
_ONE = re.compile(rf"^(?:ages?|edad(?:es)?|age:)?\s*{_NUMBER}{_UNIT}(?:\s*olds?)?\W*$",
                  re.IGNORECASE)
_GRADE = r"(pre-?\s?k(?:indergarten)?[34]?|pk[34]?|tk|kg|kinder(?:garten)?|k|\d{1,2})"
_ORDINAL = r"(?:st|nd|rd|th|°|º|o)?\s*(?:grades?|graders?|gr\.?|grado)?"
_GRADE_RANGE = re.compile(
    rf"^(?:grades?|gr\.?|grados?)?\s*{_GRADE}{_ORDINAL}{_TO}{_GRADE}{_ORDINAL}\W*$", re.IGNORECASE
)
_GRADE_FROM = re.compile(
    rf"^(?:grades?|gr\.?|grados?)?\s*{_GRADE}{_ORDINAL}\s*(?:\+|and up|& up|y más)\W*$",
    re.IGNORECASE,
)
_GRADE_ONE = re.compile(rf"^(?:grades?|gr\.?|grado)?\s*{_GRADE}{_ORDINAL}\W*$", re.IGNORECASE)
_GRADE_LIKE = re.compile(r"k|grade|\bgr\.|grado|\d(?:st|nd|rd|th)|school|elem|\b(?:ms|hs)\b", re.I)
_EPOCH = date(1899, 12, 30)
_SERIALS = range(36526, 73051)  # 2000 to 2099


class Ages(NamedTuple):
    """From and to, in whole years; None where it is open."""

    least: int | None
    most: int | None


@lru_cache(maxsize=5_000)
def ages_in(text: str) -> Ages | None:
    """The ages that a text says, None when it is not certain; grades are understood too."""
    if _GRADE_LIKE.search(text) and (grades := grades_in(text)):
        return grades
    said = " ".join(text.replace("½", ".5").split()).strip(" .;")
    if match := _UP_TO.match(said):
        # "Under 12" ends at 11, "up to 12" at 12.
        under = re.match(r"under|younger|below|menores", said, re.IGNORECASE) is not None
        most = _years(match[1], match[2])
        return _checked(0, most - 1 if under and most else most)
    if match := _RANGE.match(said):
        unit = match[4] or ""
        return _checked(_years(match[1], match[2] or unit), _years(match[3], unit))
    if match := _FROM.match(said):
        return _checked(_years(match[1], match[2]), None)
    if match := _ONE.match(said):
        age = _years(match[1], match[2])
        return _checked(age, age)
    if said.lower() in _WORDS:
        return Ages(_WORDS[said.lower()], None)
    return None


@lru_cache(maxsize=5_000)
def grades_in(text: str) -> Ages | None:
    """The ages of children in the grades that a text says, None when it is not certain."""
    said = " ".join(text.split()).strip(" .;")
    if match := _GRADE_RANGE.match(said):
        return _checked(_grade_age(match[1]), _grade_age(match[2], last=True))
    if match := _GRADE_FROM.match(said):
        return _checked(_grade_age(match[1]), None)
    if match := _GRADE_ONE.match(said):
        return _checked(_grade_age(match[1]), _grade_age(match[1], last=True))
    bands = [ages for pattern, ages in _SCHOOLS if pattern.search(said)]
    if bands and len(said) < 60:
        return Ages(min(low for low, _ in bands), max(high for _, high in bands))
    return None


def serial_range(value: object) -> str:
    """The "4-6" that Excel read as a date, from its serial number or the date; "" for others.

    Takes numbers, dates, and texts such as "46,118".
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str) and re.fullmatch(r"\d{2},?\d{3}", value.strip()):
        value = int(value.strip().replace(",", ""))
    if isinstance(value, int | float) and not isinstance(value, bool):
        if int(value) != value or int(value) not in _SERIALS:
            return ""
        value = _EPOCH + timedelta(days=int(value))
    return f"{value.month}-{value.day}" if isinstance(value, date) else ""


def _years(number: str, unit: str | None) -> int:
    count = float(number)
    word = (unit or "").lower()
    if word.startswith(("mo", "mes")):
        return int(count // 12)
    return 0 if word.startswith(("w",)) else int(count)


def _grade_age(grade: str, last: bool = False) -> int:
    word = " ".join(grade.lower().split())
    first = int(word) + 5 if word.isdigit() else _GRADES.get(word, 4)
    return first + 1 if last else first


def _checked(least: int | None, most: int | None) -> Ages | None:
    if least is not None and not 0 <= least <= 120:
        return None
    if most is not None and (not 0 <= most <= 130 or (least is not None and most < least)):
        return None
    return Ages(least, None if most is not None and most >= 99 else most)
