"""Several rows of one list that are one record, because somebody said so or combined them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from partner_desk.files.hsds import RawRecord, SourceRow
from partner_desk.model.origins import Imported
from partner_desk.services.combining.fields import is_alike, may_fill
from partner_desk.services.importing.values import value_reader


class SeveralRows:
    """The records that several keys lead to, each as the rows so far make it."""

    def __init__(self) -> None:
        self._survivors: frozenset[str] = frozenset()
        self._known = 0
        self._by_now: dict[str, Imported] = {}
        self._rows: Counter[str] = Counter()
        self._awaited: set[str] = set()

    def look_up(self, aliases: Mapping[str, str]) -> None:
        """Take down what ``aliases`` lead to, which may have become more."""
        if len(aliases) != self._known:
            self._known = len(aliases)
            self._survivors = frozenset(aliases.values())

    def await_own(self, record_ids: Iterable[str]) -> None:
        """Take down what has its own row among the next: that one stands, and it may come late."""
        self._awaited = set(self._survivors.intersection(record_ids)) if self._survivors else set()

    @property
    def awaits_any(self) -> bool:
        """Whether some of these rows are still to come."""
        return bool(self._awaited)

    def own_is_here(self, record_id: str) -> None:
        """The row of the record's own id was taken."""
        self._awaited.discard(record_id)

    def __contains__(self, record_id: str) -> bool:
        """Whether more keys than its own lead to this record."""
        return record_id in self._survivors

    def by_now(self, record_id: str) -> Imported | None:
        """The record as the rows before make it, None where this is the first of them."""
        return self._by_now.get(record_id)

    def number(self, record_id: str) -> int:
        """Which row of its record the next one is, from 1: its own counts before it is here."""
        return self._rows[record_id] + 1 + (record_id in self._awaited)

    def note(self, record: Imported) -> None:
        """Keep what a row made of its record."""
        if record.id in self._survivors:
            self._by_now[record.id] = record
            self._rows[record.id] += 1


class Further(NamedTuple):
    """What a further row adds, and the columns of which it says otherwise."""

    values: dict[str, Any]
    extra: dict[str, str]
    beside: tuple[str, ...]


def further(
    row: SourceRow, raw: RawRecord, stored: Imported, values: Mapping[str, Any],
    extra: Mapping[str, str], number: int,
) -> Further:
    """What the row ``number`` of a record adds to ``stored``: it fills blanks, all else stands.

    What it says otherwise is kept under its column's name and this number, so that the same rows
    find it there next time.
    """
    reader = value_reader(raw.kind)
    said = reader.record({**values, "id": stored.id})
    filling: dict[str, Any] = {}
    otherwise: dict[str, str] = {}
    for name, value in values.items():
        declared, text = reader.entity.declarations[name], raw.values.get(name)
        held = getattr(stored, name)
        if not text or value == declared.type.empty or is_alike(declared, held, value):
            continue
        if held == declared.type.empty and may_fill(stored, said, name):
            filling[name] = value
        else:
            column = row.column(raw, name).removeprefix(row.prefix)
            otherwise[column] = text if isinstance(text, str) else text.key
    kept = {}
    for column, words in extra.items():
        if words and stored.extra.get(column, words) == words:
            kept[column] = words
        elif words:
            otherwise[column] = words
    numbered = {f"{column} ({number})": words for column, words in otherwise.items()}
    return Further(filling, kept | numbered, tuple(otherwise))
