"""By what a row is known again: its id, a number of the authorities, or its name and where."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.importing.source import record_id
from partner_desk.services.sheets.read_row import ReadRow

_MANY = 0
KEY_PATHS = {
    "organization": ("row.", "organization.name", "organization.ein", "location.name", "address."),
    "contact": ("row.", "organization.", "contact."),
    "school": ("row.", "school.name", "school.nces_id", "address."),
    "service": ("row.", "service.name", "program.", "location.name", "organization.", "address.",
                "schedule.", "age.", "grade.", "category."),
}
"""How the paths begin of what the key of a row, and its organization, follow from."""


class Named(NamedTuple):
    """What a row is known by: a firm key, "" for none, else names from short to long."""

    firm: str
    names: tuple[str, ...]


def named(row: ReadRow, target: str, home: str) -> Named:
    """What a row is known by; ``home`` is the key of its organization."""
    firm = row.keys.get("row", "")
    if target == "organization" and not firm and (ein := row.text("organization", "ein")):
        firm = f"ein:{ein}"
    if target == "school" and not firm and (nces := row.text("school", "nces_id")):
        firm = f"nces:{nces}"
    name = fold(row.text(target, "name")) or row.text(target, "name")
    where = [fold(row.text("address", part)) for part in ("address_1", "city")]
    if target == "contact":
        mail = row.text("contact", "email")
        return Named(firm, (f"{name}|{home}", f"{name}|{home}|{mail}"))
    if target == "service":
        site = "|".join((f"{name}|{home}", fold(row.text("location", "name")), *where))
        return Named(firm, (f"{name}|{home}", site, "|".join((site, *_more(row)))))
    return Named(firm, (name, "|".join((name, *where))))


def _more(row: ReadRow) -> Iterator[str]:
    """What tells two offers of one name at one place apart: program, topics, ages, times."""
    yield fold(row.text("program", "name"))
    yield ",".join(sorted(fold(name) for name, _ in row.lists.get("category", ())))
    for name in ("minimum_age", "maximum_age", "eligibility_description"):
        yield fold(row.text("service", name))
    for number, parts in sorted(row.timing.items()):
        yield f"{number}:{fold(' '.join(parts.values()))}"


class KeyChooser:
    """Chooses the shortest name that no other row of the sheet has.

    A name under which the office holds the row already goes before, so that a part of the sheet
    that comes again leads to the same records.
    """

    def __init__(self, source_id: str, kind: str, held: Iterable[str]) -> None:
        self._source_id, self._kind = source_id, kind
        self._held = frozenset(held)
        self._said: dict[int, int] = {}

    def note(self, known: Named, said: int) -> None:
        """Take down a row of the sheet; ``said`` tells rows of other content apart."""
        if known.firm:
            return
        for name in known.names:
            mark = hash(name)
            before = self._said.setdefault(mark, said)
            if before != said:
                self._said[mark] = _MANY

    def choose(self, known: Named) -> str:
        """The key of a row that was noted."""
        if known.firm:
            return known.firm
        last = len(known.names) - 1
        alone = next((place for place, name in enumerate(known.names)
                      if self._said.get(hash(name), 1) != _MANY), last)
        for name in known.names[alone:]:
            if record_id(self._source_id, self._kind, f"name:{name}") in self._held:
                return f"name:{name}"
        return f"name:{known.names[alone]}"
