"""What is settled about a sheet: what a row is and what each column is; kept as JSON."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from partner_desk.files.sheets.look import Reading
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.folding import fold
from partner_desk.services.sheets.targets import KEEP, LEAVE, TARGETS, paths_for

_ADDED = "partner desk"
"""How the headings end that ``save_refused`` adds to a sheet, in whatever language."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column is: ``field`` is a path of ``fields_for``, or "keep", or "leave".

    ``column`` counts from 0. ``separator`` parts several values in one cell, "" where a cell holds
    one. ``number`` tells repeated columns apart: both "Contact 2 Name" and "Contact 2 Email" are
    of the second contact. ``heading`` is the column's own, to find it again in another sheet.
    """

    column: int
    field: str
    separator: str = ""
    number: int = 1
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a sheet is read and what becomes of it.

    ``target`` is one of TARGETS; ``attach`` the id of the organization that rows belong to which
    name none themselves, "" for none. ``state`` is that of addresses which name none, "" where it
    stays empty; None where nobody was asked yet. ``takes_explained`` is kept for the next sheet of
    the shape: somebody chose to take in the row that seems to explain its headings.
    """

    target: str
    reading: Reading = field(default_factory=Reading)
    uses: tuple[ColumnUse, ...] = ()
    attach: str = ""
    state: str | None = None
    takes_explained: bool = False

    def use_of(self, column: int) -> ColumnUse:
        """What the column is; one that nothing is settled of is kept beside."""
        return next((use for use in self.uses if use.column == column), ColumnUse(column, KEEP))

    def with_use(self, use: ColumnUse) -> "Settled":
        """The same with another use of one column."""
        others = (each for each in self.uses if each.column != use.column)
        uses = tuple(sorted((*others, use), key=lambda each: each.column))
        return replace(self, uses=uses)

    def knows(self, headings: Sequence[str]) -> bool:
        """Whether any of these headings is one of those that something was settled of."""
        known = {fold(use.heading) for use in self.uses if use.heading}
        return any(fold(each) in known for each in headings)

    def fitted(self, headings: Sequence[str]) -> "Settled":
        """The same for a sheet with these headings, in which columns may stand elsewhere."""
        known: dict[str, list[ColumnUse]] = {}
        for use in self.uses:
            known.setdefault(fold(use.heading), []).append(use)
        uses = []
        for column, heading in enumerate(headings):
            waiting = known.get(fold(heading))
            if waiting and not is_added(heading):
                uses.append(replace(waiting.pop(0), column=column, heading=heading))
            else:
                path = LEAVE if is_added(heading) else KEEP
                uses.append(ColumnUse(column, path, heading=heading))
        return replace(self, uses=tuple(uses))


def is_added(heading: str) -> bool:
    """Whether a column was added to a sheet by ``save_refused``: it is never taken in."""
    return fold(heading).endswith(_ADDED)


def shape_of(headings: Sequence[str]) -> str:
    """What sheets with the same headings have in common, in whatever order: 64 hex digits."""
    words = sorted(fold(each) or each.strip() for each in headings if not is_added(each))
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()


def to_json(settled: Settled) -> str:
    """The JSON that ``from_json`` reads; the name of the sheet and the row of its head go too."""
    return json.dumps(asdict(settled), ensure_ascii=False, indent=1)


def from_json(text: str) -> Settled:
    """What was settled, alone or within the answer of an import that tells it.

    Raises InputError("sheet.map_unreadable") for anything else.
    """
    try:
        packed = json.loads(text)
        settled = _unpacked(packed.get("settled", packed))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError(Problem("sheet.map_unreadable")) from None
    known = paths_for(settled.target)
    for use in settled.uses:
        if use.field not in known:
            values = {"field": use.field, "heading": use.heading or use.column + 1}
            raise InputError(Problem("sheet.map_field_unknown", values=values))
    return settled


def _unpacked(packed: Mapping[str, Any]) -> Settled:
    target = packed["target"]
    if target not in TARGETS:
        raise ValueError(target)
    uses = tuple(
        ColumnUse(int(each.get("column", place)), str(each["field"]),
                  str(each.get("separator", "")), int(each.get("number", 1)),
                  str(each.get("heading", "")))
        for place, each in enumerate(packed.get("uses", ()))
    )
    state = packed.get("state")
    return Settled(target, Reading(**packed.get("reading", {})), uses,
                   str(packed.get("attach", "")), None if state is None else str(state),
                   packed.get("takes_explained") is True)
