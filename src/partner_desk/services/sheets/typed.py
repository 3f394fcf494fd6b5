"""One text of a cell as one value of a declared field, put right where that is certain."""

import re
from datetime import date

from partner_desk.files.sheets.look import Reading
from partner_desk.model.registry import KINDS
from partner_desk.model.values import (
    Choice,
    Coordinate,
    Date,
    Digits,
    Email,
    InvalidValue,
    TimeOfDay,
    WebAddress,
    Words,
)
from partner_desk.services.sheets.addresses import state_letters
from partner_desk.services.sheets.hours import time_in

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
    declaration = KINDS[kind].declarations[name]
    type_ = declaration.type
    if isinstance(type_, Email):
        found = emails_in(text)
        text = found[0].lower() if found else text
    elif isinstance(type_, WebAddress):
        text = _web(text)
    elif isinstance(type_, Date):
        return day_of(text, reading).isoformat()
    elif isinstance(type_, TimeOfDay):
        moment = time_in(text)
        text = moment.strftime("%H:%M") if moment else text
    elif isinstance(type_, Coordinate):
        text = text.replace(",", ".") if reading.decimal == "," else text
    elif isinstance(type_, Digits):
        text = zeros_back(text, type_.count)
    elif isinstance(type_, Choice):
        text = _chosen(name, text)
    if name == "state_province":
        text = state_letters(text) or text
    value = type_.parse(text)
    return type_.show(value) if not isinstance(type_, Words) else "; ".join(value)


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
