"""What one row of a sheet says, as it is read cell by cell."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from partner_desk.files.sheets.look import Reading
from partner_desk.services.sheets.phones import FoundPhone


class CellNote(NamedTuple):
    """What is to be said of a cell: its column's heading, a code and what fills its sentence."""

    heading: str
    code: str
    values: Mapping[str, object]


@dataclass(slots=True)
class ReadRow:
    """What a row says. ``values`` holds texts by kind and number, then by field.

    ``lists`` holds names by kind with the heading they stood under; ``phones`` of the row's owner
    stand under 0, those of the contact with that number under it. ``timing`` holds what is said
    of opening hours, by number and part.
    """

    number: int
    values: dict[tuple[str, int], dict[str, str]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    lists: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    phones: dict[int, list[FoundPhone]] = field(default_factory=lambda: defaultdict(list))
    timing: dict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    keys: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)
    notes: list[CellNote] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)

    def text(self, kind: str, name: str, number: int = 1) -> str:
        """A value's text, "" where there is none."""
        return self.values[kind, number].get(name, "") if (kind, number) in self.values else ""


def differs(value: str, text: str, is_email: bool) -> bool:
    """Whether a value says otherwise than its cell, blanks and the case of mail apart."""
    if value == text:
        return False
    if is_email:
        return value.casefold() != text.strip().casefold()
    return "".join(value.split()) != "".join(text.split())


def note_zeros(row: ReadRow, heading: str, text: str, value: str) -> None:
    """Say so where zeros came back that Excel had taken."""
    digits = re.sub(r"\D", "", text)
    if value.startswith("0") and digits and re.sub(r"\D", "", value).lstrip("0") == digits:
        row.notes.append(CellNote(heading, "cell.zeros_back", {"typed": text, "value": value}))
