"""What a column holds, told by its cells: addresses of mail, telephones, ZIP codes and so on."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from partner_desk.files.hours_from_words import days_in, hours_in, time_in
from partner_desk.files.sheets.look import CellValue
from partner_desk.services.sheets.addresses import looks_like_street, looks_whole, state_letters
from partner_desk.services.sheets.ages import ages_in
from partner_desk.services.sheets.cells import is_damaged, says_nothing, text_of

_EMAIL = re.compile(r"(?:mailto:)?[^@\s,;<>]+@[^@\s,;<>]+\.[a-z]{2,}\b", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:?//|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|edu|gov|net)"
                  r"(?:/\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s./-]?\d{3}[\s.-]?\d{4}(?:\D.{0,25})?")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_EIN = re.compile(r"\d{2}-\d{7}")
_NCES = re.compile(r"\d{12}")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}")
_ENOUGH = 0.7
_FEWEST = 2


def _is_decimal(text: str, least: float, most: float) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    return "." in text and len(text.partition(".")[2]) >= 3 and least <= number <= most


_TESTS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("email", lambda text: bool(_EMAIL.search(text))),
    ("web", lambda text: bool(_WEB.fullmatch(text))),
    ("nces", lambda text: bool(_NCES.fullmatch(text))),
    ("ein", lambda text: bool(_EIN.fullmatch(text))),
    ("latitude", lambda text: _is_decimal(text, 13, 72)),
    ("longitude", lambda text: _is_decimal(text, -180, -60)),
    ("phone", lambda text: not text.isdigit() and bool(_PHONE.fullmatch(text))),
    ("zip", lambda text: bool(_ZIP.fullmatch(text))),
    ("state", lambda text: bool(state_letters(text))),
    ("address", looks_whole),
    ("street", looks_like_street),
    ("days", lambda text: len(text) > 1 and days_in(text) is not None),
    ("time", lambda text: ":" in text and time_in(text) is not None),
    ("hours", lambda text: any(each.isdigit() for each in text) and bool(hours_in(text))),
    ("ages", lambda text: not text.isdigit() and ages_in(text) is not None),
)
CONTENT_PATHS = {
    "organization": {
        "email": "organization.email", "web": "organization.website", "ein": "organization.ein",
        "latitude": "location.latitude", "longitude": "location.longitude",
        "phone": "phone.number", "zip": "address.postal_code", "state": "address.state_province",
        "address": "address.whole", "street": "address.address_1",
    },
    "contact": {"email": "contact.email", "phone": "phone.number"},
    "school": {
        "email": "school.email", "nces": "school.nces_id", "latitude": "school.latitude",
        "longitude": "school.longitude", "phone": "school.phone", "zip": "address.postal_code",
        "state": "address.state_province", "address": "address.whole",
        "street": "address.address_1",
    },
    "service": {
        "email": "service.email", "web": "service.url", "ein": "organization.ein",
        "latitude": "location.latitude", "longitude": "location.longitude",
        "phone": "phone.number", "zip": "address.postal_code", "state": "address.state_province",
        "address": "address.whole", "street": "address.address_1", "days": "schedule.days",
        "hours": "schedule.whole", "ages": "age.range",
    },
}


def texts_of(cells: Sequence[CellValue]) -> list[str]:
    """The texts of cells that say something."""
    return [
        text for cell in cells
        if not is_damaged(cell) and not says_nothing(text := text_of(cell))
    ]


def content_of(cells: Sequence[CellValue]) -> str:
    """What most cells of a column are: a key of CONTENT_PATHS, "date", or ""."""
    if sum(isinstance(cell, date | datetime) for cell in cells) * 2 > len(cells):
        return "date"
    texts = texts_of(cells)
    if len(texts) < _FEWEST:
        return ""
    if sum(bool(_DATE.fullmatch(text)) for text in texts) >= _ENOUGH * len(texts):
        return "date"
    for name, test in _TESTS:
        if sum(map(test, texts)) >= _ENOUGH * len(texts):
            return name
    return ""


def separator_of(cells: Sequence[CellValue], path: str) -> str:
    """What parts several values in the cells of a column, "" where each holds one."""
    texts = texts_of(cells)
    for mark in ("|", ";", "\n"):
        if sum(mark in text.strip(mark + " ") for text in texts) * 20 > len(texts):
            return mark
    listed = path.partition(".")[0] in ("category", "language", "service_area") or path in (
        "organization.languages", "organization.tags", "organization.email", "service.email",
        "contact.email",
    )
    parted = [text for text in texts if "," in text]
    short = all(len(piece) <= 45 for text in parted for piece in text.split(","))
    return "," if listed and parted and short else ""
