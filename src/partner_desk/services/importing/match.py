"""Matching rows of a directory with what the office holds: new, changed, unchanged or refused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partner_desk.files.hsds import RawRecord, Refusal, SourceRow, Through
from partner_desk.model.identity import as_uuid
from partner_desk.model.origins import Imported
from partner_desk.model.places import Location
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.coming_back import Repeats, as_held, is_same
from partner_desk.services.importing.marks import Marks
from partner_desk.services.importing.several_rows import SeveralRows, further
from partner_desk.services.importing.source import SourceMatch, aliases, record_id
from partner_desk.services.importing.values import (
    FieldTrouble,
    RefusedValue,
    ValueReader,
    value_reader,
)
from partner_desk.store.reader import Reader

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
# Links say nothing with one end missing; every other record needs one owner of those it may have.
_BOTH_ENDS = {
    "service_at_location": ("service_id", "location_id"),
    "service_category": ("service_id", "category_id"),
}
_WORLDWIDE = 32
"""So many letters has the shortest id that may be one of a kind in the world."""
_MAY_STAND_ALONE = frozenset(("location",))
_REFUSED_WITHOUT = frozenset(("parent_id",))


class Taken(NamedTuple):
    """A record as it will be, and the one the office holds now (None when it is new)."""

    state: str
    record: Imported
    before: Imported | None


class Matched(NamedTuple):
    """A row that is taken: the records to write, and the cells put aside."""

    row: SourceRow
    state: str
    taken: tuple[Taken, ...]
    notes: tuple[Refusal, ...]


class Matcher:
    """Matches rows in batches. Holds the keys of all rows seen, never the rows themselves."""

    def __init__(self, reader: Reader, match: SourceMatch) -> None:
        self._reader = reader
        self._source_id = match.source.id
        self._of_sheet = match.source.of_sheet
        self.aliases = aliases(reader)
        """Ids of records that were combined, and of those they were combined into."""
        self._repeats = Repeats()
        self._several = SeveralRows()
        self._row_of: dict[int, int] = {}
        self._fresh = match.fresh
        self._seen = Marks()
        self._refused: dict[str, set[str]] = defaultdict(set)
        self._held: dict[str, set[str]] = defaultdict(set)
        self._home: dict[str, str | None] = {}
        self._stored: dict[str, dict[str, Imported]] = defaultdict(dict)

    @property
    def _is_unknown(self) -> bool:
        return self._fresh and not self.aliases

    def match(self, rows: Iterable[SourceRow]) -> list[Matched | Refusal]:
        """What becomes of each row, in their order."""
        batch = list(rows)
        self._several.look_up(self.aliases)
        self._several.await_own(self._own_id(row.records[0]) for row in batch)
        self._look_up(batch)
        return [self._row(row) for row in batch]

    def note_refused(self, refusal: Refusal) -> None:
        """Remember a row that could not even be read, for the sake of what refers to it."""
        if refusal.key:
            self._refused[refusal.kind].add(refusal.key)

    def _row(self, row: SourceRow) -> Matched | Refusal:
        own, mark = row.records[0], self._row_mark(row.records[0])
        if self._repeats.is_one(own):
            return Matched(row, UNCHANGED, (), ())
        said = hash(tuple([
            (*each.values.values(), *each.extra.values()) for each in row.records
        ]))
        before = self._seen.said(mark)
        if before is not None:
            if before == said:
                return Matched(row, UNCHANGED, (), ())
            return _refusal(row, own, self._repeated(own))
        beside = [
            each for each in row.records[1:]
            if not each.implied or self._mark(each) not in self._seen
        ]
        self._seen.put(mark, said)
        if self._of_sheet:
            self._row_of[mark] = row.row
        # What a row's records refer to may be one another.
        for each in (own, *beside):
            if not each.soft and (other := self._mark(each)) not in self._seen:
                self._seen.put(other, 0)
        try:
            found = self._matched(row, own, beside)
        except RefusedValue as error:
            for each in (own, *beside):
                if not each.soft:
                    self._forget(each)
            return _refusal(row, own, error.trouble)
        for taken in found.taken:
            self._several.note(taken.record)
        if self._several.awaits_any:
            self._several.own_is_here(self._own_id(own))
        return found

    def _forget(self, refused: RawRecord) -> None:
        self._seen.take_back(self._row_mark(refused))
        if self._several.by_now(self.id_of(refused.kind, refused.key)) is None:
            self._seen.take_back(self._mark(refused))
        if not refused.implied:
            self._refused[refused.kind].add(refused.key)

    def _repeated(self, own: RawRecord) -> FieldTrouble:
        """A key stands in two rows that say different things."""
        other = self._row_of.get(self._row_mark(own))
        if other is not None:
            return FieldTrouble("name", "row.conflicts", {"row": other})
        return FieldTrouble("id", "key.repeated", {"key": own.key})

    def id_of(self, kind: str, key: str) -> str:
        """The id of the record that a key stands for, what was combined since followed."""
        found = record_id(self._source_id, kind, key)
        return self.aliases.get(found, found) if self.aliases else found

    def _is_led(self, raw: RawRecord) -> bool:
        """Whether a key leads to a record that was not made from it."""
        return bool(self.aliases) and self._own_id(raw) in self.aliases

    def _own_id(self, raw: RawRecord) -> str:
        """The id of a record that is made from a row, whatever it was combined into since."""
        return record_id(self._source_id, raw.kind, raw.key)

    def _matched(self, row: SourceRow, own: RawRecord, beside: list[RawRecord]) -> Matched:
        """The records of a row, its own first; raises RefusedValue when it is to be refused."""
        notes: list[Refusal] = []
        aside: dict[str, str] = {}
        parts = [taken for each in beside if (taken := self._part(row, each, notes, aside))]
        taken = self._take(row, own, notes, aside)
        if isinstance(taken.record, Location):
            self._home[taken.record.id] = taken.record.organization_id
        if not parts:
            return Matched(row, taken.state, (taken,), tuple(notes))
        # A parent that only this row tells of is written before it.
        parts.sort(key=lambda part: part.record.kind != taken.record.kind)
        implied = [part for part in parts if part.record.kind == taken.record.kind]
        state = taken.state
        if state == UNCHANGED and any(each.state != UNCHANGED for each in parts):
            state = CHANGED
        everything = (*implied, taken, *parts[len(implied):])
        return Matched(row, state, everything, tuple(notes))

    def _part(
        self, row: SourceRow, record: RawRecord, notes: list[Refusal], aside: dict[str, str]
    ) -> Taken | None:
        if not record.soft:
            return self._take(row, record, notes, {})
        column = record.extra["column"]
        try:
            return self._take(row, record._replace(extra={}), notes, {})
        except RefusedValue as error:
            trouble = error.trouble
            notes.append(Refusal(row.file, row.row, row.prefix + column, trouble.code,
                                 trouble.values, record.kind))
            said = str(record.values.get(trouble.field, record.key))
            aside[column] = f"{aside[column]}, {said}" if column in aside else said
        return None

    def _take(
        self, row: SourceRow, raw: RawRecord, notes: list[Refusal], aside: Mapping[str, str]
    ) -> Taken:
        reader = value_reader(raw.kind)
        extra = {**raw.extra, **aside}
        values = self._links(row, raw, reader, notes, extra)
        troubles = reader.read(raw, values)
        for trouble in troubles:
            notes.append(_refusal(row, raw, trouble))
            column = row.column(raw, trouble.field).removeprefix(row.prefix)
            extra[column] = str(raw.values[trouble.field])
        self._repeats.note(raw, values)
        record_key = self.id_of(raw.kind, raw.key)
        before = self._several.by_now(record_key)
        stored = before or self._stored[raw.kind].get(record_key)
        if missing := reader.missing(values, is_new=stored is None):
            raise RefusedValue(missing)
        if stored is None:
            kept = {name: text for name, text in extra.items() if text}
            source = {"id": record_key, "source_id": self._source_id, "source_key": raw.key}
            return Taken(NEW, reader.record({**values, **source, "extra": kept}), None)
        for name in self._not_told_of(reader, values, stored):
            del values[name]
        if self._is_led(raw) or record_key in self._several:
            # It holds what others said as well, which blank cells leave be.
            values = {name: value for name, value in values.items()
                      if value is not None and raw.values.get(name) != ""}
            extra = {name: text for name, text in extra.items() if text}
        if stored.source_id != self._source_id:
            # Beside it stands what another list said; blank cells of this one do not take it away.
            extra = {name: text for name, text in extra.items() if text}
        else:
            for name in values if stored.extra else ():
                # What was put aside last time and fits by now is not kept twice.
                extra.setdefault(row.column(raw, name).removeprefix(row.prefix), "")
        if stored.extra and extra:
            extra = as_held(stored, extra, self.aliases)
        if self._is_led(raw) and (number := self._several.number(record_key)) > 1:
            values, extra, beside = further(row, raw, stored, values, extra, number)
            notes.extend(
                Refusal(row.file, row.row, row.prefix + column, "row.further", {}, raw.kind)
                for column in beside
            )
        return _compared(stored, values, extra, stored.source_id == self._source_id)

    def _not_told_of(
        self, reader: ValueReader, values: Mapping[str, Any], stored: Imported
    ) -> list[str]:
        """Blank references to what this file has no row of: it cannot take them away.

        An office's own directory comes back without what stays at home, and a person may have put
        a category of another directory under one of the office.
        """
        return [
            name for name, target in reader.references.items()
            if name in values and values[name] is None and (held := getattr(stored, name))
            and hash((target, held)) not in self._seen
        ]

    def _links(
        self, row: SourceRow, raw: RawRecord, reader: ValueReader, notes: list[Refusal],
        extra: dict[str, str],
    ) -> dict[str, Any]:
        """The references of a record. Those that lead nowhere are put aside where others hold."""
        found: dict[str, Any] = {}
        lost: dict[str, FieldTrouble] = {}
        for name, target in reader.references.items():
            key = raw.values.get(name)
            if key is None:
                continue
            is_itself = key == raw.key and target == raw.kind
            if not key or is_itself:
                found[name] = None
                continue
            found[name] = self._resolved(target, key)
            if found[name] is None and key != "null":
                lost[name] = self._lost(name, target, key)
        self._check_links(raw, reader.owners, found, lost)
        for name, trouble in lost.items():
            del found[name]
            column = row.column(raw, trouble.field)
            notes.append(
                Refusal(row.file, row.row, column, trouble.code, trouble.values, raw.kind)
            )
            extra[column.removeprefix(row.prefix)] = str(trouble.values["key"])
        return found

    def _check_links(
        self, raw: RawRecord, owners: tuple[str, ...], found: Mapping[str, str | None],
        lost: Mapping[str, FieldTrouble],
    ) -> None:
        needed = _BOTH_ENDS.get(raw.kind, ())
        for name, trouble in lost.items():
            if name in needed or name in _REFUSED_WITHOUT:
                raise RefusedValue(trouble)
        for name in needed:
            if not found.get(name):
                raise RefusedValue(_no_parent(raw, (name,)))
        if not owners or any(map(found.get, owners)):
            return
        for name, trouble in lost.items():
            if name in owners:
                raise RefusedValue(trouble)
        if raw.kind not in _MAY_STAND_ALONE:
            raise RefusedValue(_no_parent(raw, owners))

    def _resolved(self, target: str, key: str | Through) -> str | None:
        """The id of the record a key refers to, when it is taken or the office holds it."""
        if isinstance(key, Through):
            place = self._resolved(key.kind, key.key)
            return self._home.get(place) if place else None
        if not key:
            return None
        id_ = self.id_of(target, key)
        there = hash((target, id_)) in self._seen or id_ in self._held[target]
        return id_ if there else None

    def _lost(self, name: str, target: str, key: str | Through) -> FieldTrouble:
        if isinstance(key, Through):
            target, key = key
            name = f"{target}_id"
            if self._resolved(target, key):
                return FieldTrouble(name, "parent.has_no_parent", _named(target, key))
        code = "parent.refused" if key in self._refused[target] else "parent.unknown"
        return FieldTrouble(name, code, _named(target, key))

    def _look_up(self, batch: list[SourceRow]) -> None:
        """Fetch what the office holds under the ids that these rows have and refer to."""
        own: dict[str, dict[str, None]] = defaultdict(dict)
        referred: dict[str, dict[str, None]] = defaultdict(dict)
        is_unknown = self._is_unknown
        shortest = _WORLDWIDE if is_unknown else 1
        for record in (each for row in batch for each in row.records):
            if len(record.key) >= shortest:
                self._want(own, record.kind, record.key)
            for name, target in value_reader(record.kind).references.items():
                if said := record.values.get(name):
                    kind, key = (target, said) if isinstance(said, str) else said
                    if len(key) >= shortest:
                        self._want(referred, kind, key)
        self._stored.clear()
        for kind, ids in own.items():
            found = self._fetch(kind, ids)
            self._stored[kind] = {each.id: each for each in found}
        for kind, ids in referred.items():
            found = self._fetch(kind, (id_ for id_ in ids if id_ not in self._held[kind]))
            self._held[kind].update(each.id for each in found if each.deleted_at is None)
            self._home.update(
                (each.id, each.organization_id) for each in found if isinstance(each, Location)
            )

    def _fetch(self, kind: str, ids: Iterable[str]) -> list[Imported]:
        found: list[Any] = self._reader.get_many(KINDS[kind], list(ids))
        return found

    def _mark(self, record: RawRecord) -> int:
        """What is remembered of a record: far smaller than its id, and as good as different."""
        return hash((record.kind, self.id_of(record.kind, record.key)))

    def _row_mark(self, record: RawRecord) -> int:
        """The same of its row: where several rows are one record, each has a mark of its own."""
        if self.id_of(record.kind, record.key) not in self._several:
            return self._mark(record)
        return hash((record.kind, self._own_id(record), ""))

    def _want(self, wanted: dict[str, dict[str, None]], kind: str, key: str) -> None:
        # Nothing of a directory never seen can be held already, unless its ids are the world's.
        if self._is_unknown and not as_uuid(key):
            return
        id_ = self.id_of(kind, key)
        if hash((kind, id_)) not in self._seen:
            wanted[kind][id_] = None


def _named(target: str, key: str) -> dict[str, object]:
    return {"target": KINDS[target].label, "key": key}


def _no_parent(raw: RawRecord, names: Iterable[str]) -> FieldTrouble:
    wanted = list(names)
    field = next((name for name in wanted if name in raw.values), wanted[0])
    target = KINDS[value_reader(raw.kind).references[field]].label
    return FieldTrouble(field, "parent.missing", {"target": target})


def _refusal(row: SourceRow, raw: RawRecord, trouble: FieldTrouble) -> Refusal:
    column = row.column(raw, trouble.field)
    return Refusal(row.file, row.row, column, trouble.code, trouble.values, raw.kind, raw.key)


def _compared(
    stored: Imported, values: dict[str, Any], extra: dict[str, str], is_of_list: bool
) -> Taken:
    """What the file makes of a record the office holds; fields it has no column for stay."""
    kept = {name: text for name, text in {**stored.extra, **extra}.items() if text}
    changed = {
        name: value for name, value in values.items()
        if (held := getattr(stored, name)) != value
        and not is_same(held, value, is_of_list=is_of_list)
    }
    if kept != stored.extra:
        changed["extra"] = kept
    if stored.deleted_at is not None:
        return Taken(NEW, replace(stored, **changed, deleted_at=None), None)
    if not changed:
        return Taken(UNCHANGED, stored, stored)
    return Taken(CHANGED, replace(stored, **changed), stored)
