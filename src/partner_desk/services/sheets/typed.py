"""One text of a cell as one value of a declared field, put right where that is certain."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from partner_desk.files.hours_from_words import time_in
from partner_desk.files.sheets.look import Reading
from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date, TimeOfDay
from partner_desk.model.numbers import Coordinate
from partner_desk.model.registry import KINDS
from partner_desk.model.values import (
    Digits,
    Email,
    InvalidValue,
    Text,
    ValueType,
    WebAddress,
    Words,
)
from partner_desk.services.sheets.addresses import state_letters

Typing = Callable[[str, Reading], str]
"""A text of a cell made the text of a field, given how the sheet is read."""

_MAIL_SIGN = r"[^@\s,;<>()\[\]\"']"
_EMAIL = re.compile(rf"{_MAIL_SIGN}+@{_MAIL_SIGN}+\.[^@\s,;<>()\[\]\"'.]+")
_SCHEME = re.compile(r"^(https?)\s*:?/{1,3}\s*(?:https?:?//)?", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_STATUS = {
    "y": "active", "yes": "active", "true": "active", "open": "active", "1": "active",
    "current": "active", "n": "inactive", "no": "inactive", "false": "inactive",
    "closed": "inactive", "0": "inactive", "sí": "active", "si": "active",
}
_SECTORS = {
    "nonprofit": "nonprofit", "non profit": "nonprofit", "non-profit": "nonprofit",
    "non-profit organization": "nonprofit", "nonprofit organization": "nonprofit",
    "501(c)(3)": "nonprofit", "501c3": "nonprofit", "private": "business",
    "for profit": "business", "for-profit": "business", "governmental agency": "government",
    "government agency": "government", "public": "government", "university": "higher_education",
    "college": "higher_education", "church": "faith", "hospital": "health_care",
    "foundation": "philanthropy",
}
_LEVELS = {
    "es": "elementary", "elementary school": "elementary", "ms": "middle",
    "middle school": "middle", "hs": "high", "high school": "high", "ec": "k8", "k-8": "k8",
}


def emails_in(text: str) -> list[str]:
    """The addresses of mail that a text holds."""
    plain = re.sub(r"mailto:", "", text, flags=re.IGNORECASE)
    return [each.strip(".") for each in _EMAIL.findall(plain)]


def typed_text(kind: str, name: str, text: str, reading: Reading) -> str:
    """``text`` as the field's own type writes it. Raises InvalidValue where it does not fit."""
    return _typing(kind, name)(text, reading)


@cache
def _typing(kind: str, name: str) -> Typing:
    """How texts of one field are read, settled once for all rows."""
    type_ = KINDS[kind].declarations[name].type
    if isinstance(type_, Date):
        return lambda text, reading: day_of(text, reading).isoformat()
    prepared = _preparing(type_, name)
    if type(type_) is Text and prepared is None:
        return _as_text(type_)

    def typed(text: str, reading: Reading) -> str:
        value = type_.parse(prepared(text, reading) if prepared else text)
        return type_.show(value) if not isinstance(type_, Words) else "; ".join(value)

    return typed


def _as_text(type_: Text) -> Typing:
    limit = 100_000 if type_.lines else type_.limit

    def typed(text: str, _: Reading) -> str:
        # Nearly every text is clean already, and this tells so faster than cleaning it.
        if text.isprintable() and "  " not in text and len(text) <= limit:
            return text
        return type_.show(type_.parse(text))

    return typed


def _preparing(type_: ValueType, name: str) -> Typing | None:
    """What is put right in a text before its type reads it; None for nothing."""
    if name == "state_province":
        return lambda text, _: state_letters(text) or text
    if isinstance(type_, Email):
        return lambda text, _: next((each.lower() for each in emails_in(text)), text)
    if isinstance(type_, WebAddress):
        return lambda text, _: _web(text)
    if isinstance(type_, TimeOfDay):
        return lambda text, _: _moment(text)
    if isinstance(type_, Coordinate):
        return lambda text, reading: text.replace(",", ".") if reading.decimal == "," else text
    if isinstance(type_, Digits):
        count = type_.count
        return lambda text, _: zeros_back(text, count)
    if isinstance(type_, Choice):
        return lambda text, _: _chosen(name, text)
    return None


def _moment(text: str) -> str:
    moment = time_in(text)
    return moment.strftime("%H:%M") if moment else text


def zeros_back(text: str, count: int) -> str:
    """Digits with the zeros at their beginning that a spreadsheet took; other text as it is."""
    digits = re.sub(r"[\s-]", "", text)
    if digits.isascii() and digits.isdigit() and count - 2 <= len(digits) < count:
        return digits.zfill(count)
    return text


def day_of(text: str, reading: Reading) -> date:
    """The day a text means in the settled style. Raises InvalidValue."""
    said = " ".join(text.split())
    match = _SLASHED.fullmatch(said)
    if match is None:
        found = Date().parse(said.split(" ")[0] if re.match(r"\d{4}-\d\d-\d\d ", said) else said)
        assert isinstance(found, date)
        return found
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    month, day = (second, first) if reading.dates == "dmy" else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidValue("date.invalid", value=text) from None


def _web(text: str) -> str:
    """The first web address of a text, its beginning mended: "https//example.org"."""
    words = re.sub(r"[<>\"']", " ", text).split()
    likely = [word.strip(",;()") for word in words if "." in word and "@" not in word]
    found = likely[0] if likely else " ".join(words)
    return _SCHEME.sub(lambda match: match[1].lower() + "://", found)


def _chosen(name: str, text: str) -> str:
    word = " ".join(text.casefold().split())
    table = {"status": _STATUS, "sector": _SECTORS, "level": _LEVELS}.get(name, {})
    return table.get(word, text)
