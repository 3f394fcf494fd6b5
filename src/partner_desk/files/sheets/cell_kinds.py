"""What a cell looks like, for telling headings from what stands under them."""

import re
from datetime import date, time

from partner_desk.files.sheets.table import CellValue, Damage
from partner_desk.model.folding import fold

NUMBER, DAY, YES_NO, REACH, BROKEN, TEXT = "number", "day", "yes_no", "reach", "broken", "text"
LONGEST_HEADING = 80
_NUMBER = re.compile(r"[-+($€£]*\s?\d[\d., ]*\s?[%)]?$")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d.*)?$")
_HOUR = re.compile(
    r"\d{1,2}(?::\d\d){1,2}(?:\s*[ap]\.?m\.?)?$|\d{1,2}\s*[ap]\.?m\.?$", re.IGNORECASE
)
_REACH = re.compile(
    r"\S+@\S+\.\S+$|https?://\S+$|www\.\S+$|\+?[\d(][\d() .-]{6,}\d(?:\s*(?:x|ext)\.?\s*\d+)?$"
)
_YES_NO = frozenset(("yes", "no", "true", "false", "y", "n", "si"))
_WORDS = """
    name names organization organisation agency company program programme site school service
    services contact contacts person title position phone telephone tel fax cell mobile email mail
    website web url address street city town state zip zipcode postal county country latitude
    longitude lat long lng id code type category description notes note comments hours days day
    time schedule start end date age ages grade grades cost fee price language languages status
    ein number first last year district ward capacity borough neighborhood region
    nombre organizacion agencia programa escuela servicio servicios contacto telefono correo
    direccion calle ciudad estado codigo horario edad edades grado costo idioma fecha sitio notas
    value label
"""
_KNOWN = frozenset(_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")


def kind_of(value: CellValue) -> str:
    """The kind of a cell that holds something."""
    if isinstance(value, str):
        return _kind_of_text(value.strip())
    if isinstance(value, bool):
        return YES_NO
    if isinstance(value, date | time):
        return DAY
    return BROKEN if isinstance(value, Damage) else NUMBER


def is_heading(value: CellValue) -> bool:
    """Whether a cell could be a heading: a short text, or a year as pivot tables have them."""
    if isinstance(value, str):
        text = value.strip()
        return len(text) <= LONGEST_HEADING and (_kind_of_text(text) == TEXT or _is_year(text))
    return isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100


def is_known(value: CellValue) -> bool:
    """Whether a word in it is one that headings of lists like ours are made of."""
    return isinstance(value, str) and len(value) <= LONGEST_HEADING and any(
        word in _KNOWN for word in _WORD.findall(fold(value.replace("_", " ")))
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _kind_of_text(text: str) -> str:
    if text.lower() in _YES_NO:
        return YES_NO
    if _DAY.match(text) or _HOUR.match(text):
        return DAY
    if _REACH.match(text):
        return REACH
    return NUMBER if _NUMBER.match(text) else TEXT
