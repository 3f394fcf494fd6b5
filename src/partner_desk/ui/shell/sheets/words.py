"""What people call the parts of a sheet: formats, letters, separators, what a row is, why."""

from collections.abc import Callable
from typing import NamedTuple

from partner_desk.model.texts import N_

TextOf = Callable[[str], str]

FORMATS = {
    "xlsx": N_("Excel workbook"), "xlsm": N_("Excel workbook with macros"),
    "xlsb": N_("Excel workbook (binary)"), "xls": N_("Excel workbook (97-2003)"),
    "ods": N_("OpenDocument sheet"), "text": N_("Text file"),
}
LINE_ENDS = {
    "crlf": N_("lines end as on Windows"), "lf": N_("lines end as on Linux and Mac"),
    "cr": N_("lines end as on old Macs"), "mixed": N_("lines end in different ways"),
}
ENCODINGS = {
    "utf-8": N_("Unicode (UTF-8)"), "utf-16": N_("Unicode (UTF-16)"),
    "cp1252": N_("Windows, Western"), "mac_roman": N_("Mac, Western"),
    "latin-1": N_("Latin 1"), "cp1250": N_("Windows, Central European"),
    "cp850": N_("DOS, Western"),
}
_SAME_ENCODINGS = {
    "utf_8": "utf-8", "utf-8-sig": "utf-8", "utf_8_sig": "utf-8", "ascii": "utf-8",
    "utf_16": "utf-16", "latin_1": "latin-1", "iso8859-1": "latin-1", "iso-8859-1": "latin-1",
    "windows-1252": "cp1252", "macroman": "mac_roman", "mac-roman": "mac_roman",
}
SEPARATORS = {
    ",": N_("Comma  ,"), ";": N_("Semicolon  ;"), "\t": N_("Tab"), "|": N_("Bar  |"),
}
DECIMALS = {".": N_("Point: 1,234.5"), ",": N_("Comma: 1.234,5")}
DATES = {
    "mdy": N_("Month first (3/14)"), "dmy": N_("Day first (14/3)"),
    "ymd": N_("Year first (2026-03)"),
}
PARTS = {
    "": N_("One value"), ",": N_("Comma  ,"), ";": N_("Semicolon  ;"), "/": N_("Slash  /"),
    "|": N_("Bar  |"), "\n": N_("Line break"), "&": N_("And sign  &"),
}
"""What parts several values in one cell."""


class TargetWords(NamedTuple):
    """What a row can be: the word on the chip, what it means, where such records are listed."""

    label: str
    help: str
    area: str
    needed: str


TARGET_WORDS = {
    "organization": TargetWords(
        N_("Partner"), N_("Each row is an organization, and becomes a partner."), "partners",
        N_("No column gives the name of the partner."),
    ),
    "contact": TargetWords(
        N_("Contact"), N_("Each row is a person, with the organization or without."), "partners",
        N_("No column gives the name of the person."),
    ),
    "school": TargetWords(
        N_("School"), N_("Each row is a school."), "partners",
        N_("No column gives the name of the school."),
    ),
    "service": TargetWords(
        N_("Resource"),
        N_("Each row is something families can be sent to; its organization and place may "
           "stand in the same row."),
        "directory",
        N_("No column gives the name of the resource, its organization or its place."),
    ),
}


class WhyWords(NamedTuple):
    """How sure a use of a column is: word, tone of its badge."""

    label: str
    tone: str


WHY_WORDS = {
    "remembered": WhyWords(N_("Remembered"), "success"),
    "name": WhyWords(N_("By its name"), "success"),
    "synonym": WhyWords(N_("By its name"), "success"),
    "content": WhyWords(N_("By its content"), "info"),
    "chosen": WhyWords(N_("You chose"), "neutral"),
    "unsure": WhyWords(N_("Please choose"), "warning"),
}


class StateWords(NamedTuple):
    """What became of a row: the word for many, the word for one, the tone."""

    many: str
    one: str
    tone: str


STATE_WORDS = {
    "all": StateWords(N_("rows"), "", "neutral"),
    "new": StateWords(N_("new"), N_("New"), "success"),
    "changed": StateWords(N_("changed"), N_("Changed"), "info"),
    "unchanged": StateWords(N_("unchanged"), N_("Unchanged"), "neutral"),
    "refused": StateWords(N_("refused"), N_("Refused"), "error"),
    "double": StateWords(N_("possible duplicates"), N_("Possible duplicate"), "warning"),
    "left": StateWords(N_("left out"), N_("Left out"), "neutral"),
    "aside": StateWords(N_("with values put aside"), "", "info"),
    "blank": StateWords(N_("blank"), N_("Blank"), "neutral"),
}


def encoding_key(name: str) -> str:
    """One name for the names that an encoding goes by."""
    lower = name.lower()
    return _SAME_ENCODINGS.get(lower, lower)


def one_line(text: str, most: int = 300) -> str:
    """The beginning of a text in one line."""
    return " ".join(text[:most].split())
