"""What belongs to records that become one, or refers to them: it moves to the survivor.

Which kinds do is read from the declarations; no list of them stands here.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from partner_desk.model.contacts import PhoneNumber
from partner_desk.model.fields import Field, Positioned, Record
from partner_desk.model.origins import Imported
from partner_desk.model.places import Address
from partner_desk.model.registry import ENTITIES, KINDS, is_searched
from partner_desk.services.combining.fields import is_alike
from partner_desk.services.duplicates.normal import phone_digits, street, zip5
from partner_desk.store.reader import Reader


class Twin(NamedTuple):
    """A part of a loser that the survivor has already: the same telephone, the same school."""

    kind: str
    kept_id: str
    dropped_id: str


@cache
def references_to(kind: str) -> tuple[tuple[type[Record], Field], ...]:
    """Every kind of record with a field that names a ``kind``, and that field."""
    return tuple(
        (entity, each)
        for entity in ENTITIES
        for each in entity.declarations.values()
        if each.target == kind
    )


class Moving:
    """Moves what hangs on losers to the survivor, and notes what the survivor has already.

    ``after`` holds each changed record as it will be.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.after: dict[str, Record] = {}
        self.twins: list[Twin] = []
        self.moved: dict[str, list[str]] = {}

    def absorb(self, kind: str, survivor_id: str, loser_id: str) -> None:
        """Move what names the loser, also what lies in Trash: brought back it finds its owner."""
        for entity, link in references_to(kind):
            siblings = self._siblings(entity, link, survivor_id)
            for record in self._naming(entity, link, loser_id):
                if record.id in (survivor_id, loser_id):
                    continue
                values: dict[str, Any] = {link.name: survivor_id}
                moved = replace(record, **values)
                twin = self._twin(moved, link, siblings)
                if twin is not None:
                    self._drop(twin, record)
                    continue
                self.after[moved.id] = moved
                self.moved.setdefault(entity.kind, []).append(record.id)
                if moved.deleted_at is None:
                    siblings.append(moved)

    def _naming(self, entity: type[Record], link: Field, record_id: str) -> Iterator[Record]:
        ids = self._reader.ids_owned_by(entity, link.name, record_id)
        for record in self._reader.get_many(entity, ids):
            found = self.after.get(record.id, record)
            if getattr(found, link.name) == record_id:
                yield found

    def _siblings(self, entity: type[Record], link: Field, survivor_id: str) -> list[Record]:
        if not _may_be_twins(entity.kind):
            return []
        stored: list[Record] = self._reader.find(entity, **{link.name: survivor_id})
        dropped = {each.dropped_id for each in self.twins}
        found = [self.after.get(each.id, each) for each in stored if each.id not in dropped]
        known = {each.id for each in found}
        found += [
            each for each in self.after.values()
            if isinstance(each, entity) and each.id not in known and each.id not in dropped
            and getattr(each, link.name) == survivor_id and each.deleted_at is None
        ]
        return found

    @staticmethod
    def _twin(moved: Record, link: Field, siblings: list[Record]) -> Record | None:
        if moved.deleted_at is not None or not _may_be_twins(moved.kind):
            return None
        return next((each for each in siblings if _is_twin(each, moved, link)), None)

    def _drop(self, kept: Record, dropped: Record) -> None:
        """The twin fills the blanks of the kept one and stays with the loser."""
        kept = self.after.get(kept.id, kept)
        blanks = {
            name: getattr(dropped, name)
            for name, each in kept.declarations.items()
            if not each.internal and not each.target
            and getattr(kept, name) == each.type.empty != getattr(dropped, name)
        }
        if blanks:
            self.after[kept.id] = replace(kept, **blanks)
        self.twins.append(Twin(dropped.kind, kept.id, dropped.id))
        self.absorb(dropped.kind, kept.id, dropped.id)


@cache
def _may_be_twins(kind: str) -> bool:
    """Whether two equal records of a kind are one: small parts of the directory, and bare links.

    Never what has a list of its own, such as people and agreements: whether two of these are one
    is for a person to say.
    """
    entity = KINDS[kind]
    if is_searched(kind) or issubclass(entity, Positioned):
        return False
    if issubclass(entity, Imported):
        return bool(entity.owner_fields()) and kind not in _WITH_SERVICES
    visible = entity.visible_fields()
    links = [each for each in visible if each.target]
    return len(links) > 1 and len(visible) - len(links) <= 1


_WITH_SERVICES = frozenset(
    each.target for each in KINDS["service"].declarations.values() if each.target
)


def _is_twin(one: Record, other: Record, link: Field) -> bool:
    if one.id == other.id:
        return False
    if isinstance(one, PhoneNumber) and isinstance(other, PhoneNumber):
        return _is_one_phone(one, other) and _same_owners(one, other, link)
    if isinstance(one, Address) and isinstance(other, Address):
        return _is_one_address(one, other) and _same_owners(one, other, link)
    return all(
        is_alike(each, getattr(one, name), getattr(other, name))
        for name, each in one.declarations.items()
        if not each.internal and name != link.name
    )


def _same_owners(one: Record, other: Record, link: Field) -> bool:
    return all(
        getattr(one, each.name) == getattr(other, each.name)
        for each in one.owner_fields() if each.name != link.name
    )


def _is_one_phone(one: PhoneNumber, other: PhoneNumber) -> bool:
    digits, second = phone_digits(one.number), phone_digits(other.number)
    same = digits == second if digits or second else one.number == other.number
    return same and _agree(one, other, "extension", "type")


def _is_one_address(one: Address, other: Address) -> bool:
    mine, theirs = street(one.address_1), street(other.address_1)
    if mine is None or theirs is None:
        same = is_alike(Address.declarations["address_1"], one.address_1, other.address_1)
    else:
        same = mine[:4] == theirs[:4]
    zips = zip5(one.postal_code), zip5(other.postal_code)
    return (
        same and (zips[0] == zips[1] or "" in zips)
        and _agree(one, other, "address_2", "city", "state_province", "attention", "address_type")
    )


def _agree(one: Record, other: Record, *names: str) -> bool:
    """Whether fields are alike, or empty on one side."""
    for name in names:
        mine: Any = getattr(one, name)
        theirs: Any = getattr(other, name)
        if mine and theirs and not is_alike(one.declarations[name], mine, theirs):
            return False
    return True
