"""The groups of records that seem to be one, as far as they are still to be decided."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from partner_desk.model.office import NotSame
from partner_desk.model.registry import KINDS
from partner_desk.ui.desk import Changed, Desk

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Group, Pair
    from partner_desk.store.reader import Reader

CHOSEN = "chosen"
"""The level of a group that a person put together."""
_BATCH = 5_000


class Groups:
    """What was found of one kind. A group is known by its place in ``found``.

    What is combined or told apart meanwhile leaves ``open``; Undo brings it back. Of thousands of
    groups only those that a change touches are looked at again.
    """

    def __init__(
        self, desk: Desk, kind: str, found: "Sequence[Group] | None" = None
    ) -> None:
        self.kind = kind
        self.found = list(found or ())
        self._desk = desk
        self._captions: dict[str, str] = {}
        self._apart: set[tuple[str, str]] = set()
        self._insisted: dict[int, set[tuple[str, str]]] = {}
        self._open: dict[int, Group] = {}
        self._listed: list[tuple[int, Group]] | None = None
        self._places: dict[str, list[int]] = {}
        for place, each in enumerate(self.found):
            self._note(place, each)
        if found is not None:  # What is looked for now is read when it is found.
            self._read(range(len(self.found)))

    def add(self, group: "Group") -> int:
        """Take one more group in and return its place; one of the same records stays as it is."""
        place = next(
            (n for n, each in enumerate(self.found) if set(each.ids) == set(group.ids)), -1
        )
        if place < 0:
            self.found.append(group)
            place = len(self.found) - 1
            self._note(place, group)
        self._read([place])
        # Whoever chose two that were told apart wants to see them nevertheless.
        self._insisted[place] = {_pair(*each) for each in combinations(group.ids, 2)} & self._apart
        self._decide([place])
        return place

    def refresh(self, changed: Changed) -> list[int] | None:
        """Read anew what ``changed`` touches; the places of groups that are to be decided again.

        None where it touches nothing here.
        """
        if not changed.touches(self.kind, NotSame.kind):
            return None
        before = set(self._open)
        self._read(
            range(len(self.found)) if changed.everything else self._places_of(changed.ids)
        )
        return sorted(set(self._open) - before)

    def open(self) -> "list[tuple[int, Group]]":
        """The groups that are still to be decided, each with its place, chosen ones first."""
        if self._listed is None:
            self._listed = sorted(
                self._open.items(), key=lambda each: (each[1].level != CHOSEN, each[0])
            )
        return self._listed

    def at(self, place: int) -> "Group | None":
        """The group at a place, as far as it is to be decided."""
        return self._open.get(place)

    def chosen(self) -> "list[tuple[int, Group]]":
        """The groups that a person put together and has not decided."""
        return [each for each in self.open() if each[1].level == CHOSEN]

    @property
    def waiting(self) -> int:
        """How many groups that were found and are more than perhaps the same are not decided."""
        from partner_desk.services.duplicates.facts import FIRST_LEVELS

        return sum(each.level in FIRST_LEVELS for each in self._open.values())

    @property
    def any_apart(self) -> bool:
        """Whether somebody said of any two that they are not the same."""
        return bool(self._apart)

    def place_of(self, group: "Group") -> int:
        """The place of the group with most of these records, -1 where there is none."""
        shared = [len(set(each.ids) & set(group.ids)) for each in self.found]
        best = max(shared, default=0)
        return shared.index(best) if best > 1 else -1

    def apart_of(self, group: "Group") -> set[str]:
        """The records of a group that somebody said are not what the ones before them are."""
        together: list[str] = []
        for each in group.ids:
            if not any(_pair(each, other) in self._apart for other in together):
                together.append(each)
        return set(group.ids) - set(together)

    def _note(self, place: int, group: "Group") -> None:
        for each in group.ids:
            self._places.setdefault(each, []).append(place)

    def _places_of(self, ids: Iterable[str]) -> set[int]:
        return {place for each in ids for place in self._places.get(each, ())}

    def _left(self, group: "Group") -> "Group":
        ids = tuple(each for each in group.ids if each in self._captions)
        pairs = tuple(
            each for each in group.pairs if each.first_id in ids and each.second_id in ids
            and _pair(each.first_id, each.second_id) not in self._apart
        )
        captions = tuple(self._captions[each] for each in ids)
        return replace(group, ids=ids, captions=captions, pairs=pairs)

    def _is_open(self, place: int, group: "Group") -> bool:
        insisted = self._insisted.get(place, set())
        pairs = (_pair(*each) for each in combinations(group.ids, 2))
        return any(each not in self._apart or each in insisted for each in pairs)

    def _decide(self, places: Iterable[int]) -> None:
        """Note which of the groups at these places are still to be decided."""
        self._listed = None
        for place in places:
            left = self._left(self.found[place])
            if self._is_open(place, left):
                self._open[place] = left
            else:
                self._open.pop(place, None)

    def _read(self, places: Iterable[int]) -> None:
        self._desk.read(lambda reader: self._read_with(reader, set(places)))

    def _read_with(self, reader: "Reader", places: set[int]) -> None:
        from partner_desk.services.duplicates.known import not_same_pairs

        before, self._apart = self._apart, not_same_pairs(reader, self.kind)
        ids = list({key for place in places for key in self.found[place].ids})
        for key in ids:
            self._captions.pop(key, None)
        for begin in range(0, len(ids), _BATCH):
            for record in reader.get_many(KINDS[self.kind], ids[begin:begin + _BATCH]):
                if record.deleted_at is None:
                    self._captions[record.id] = record.caption
        said = before ^ self._apart
        self._decide(places | self._places_of(key for pair in said for key in pair))


def chosen_group(reader: "Reader", kind: str, ids: Sequence[str]) -> "Group":
    """A group that a person put together, with the reasons between each two of it."""
    from partner_desk.services.duplicates import Group, Known, Pair, facts_of

    records = [
        each for each in reader.get_many(KINDS[kind], list(ids)) if each.deleted_at is None
    ]
    facts = facts_of(reader, kind, records)
    known = Known.empty(kind)
    pairs: list[Pair] = []
    for record, its in zip(records, facts, strict=True):
        pairs += (
            Pair(each.record_id, record.id, each.score, each.level, each.reasons)
            for each in known.likely(its)
        )
        known.add(record.id, its)
    return Group(
        tuple(each.id for each in records), tuple(each.caption for each in records), CHOSEN,
        tuple(pairs),
    )


def reasons_between(group: "Group", ids: Collection[str]) -> "list[Pair]":
    """The pairs of a group whose records are both among ``ids``, surest first."""
    return [each for each in group.pairs if {each.first_id, each.second_id} <= set(ids)]


def _pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)
