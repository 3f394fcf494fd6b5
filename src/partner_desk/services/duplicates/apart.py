"""The word that two records are two: said of several at once, listed, and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.folding import fold
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import NotSame
from partner_desk.services.records import kind_named
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def not_same(
    store: Store, kind: str, one_id: str, other_id: str, reason: str = ""
) -> NotSame:
    """Say once and for ever that two records are not the same; raises like ``none_the_same``."""
    (said,) = none_the_same(store, kind, [one_id, other_id], reason)
    return said


def none_the_same(
    store: Store, kind: str, ids: Sequence[str], reason: str = ""
) -> list[NotSame]:
    """Say of every two of ``ids`` that they are not the same; one Undo takes all of it back.

    Raises InputError: an unknown kind, a record that is not there ("record.missing"), fewer than
    two ("combine.too_few"), twice the same one ("combine.same_record").
    """
    entity = kind_named(kind)
    if len(ids) < 2:
        raise InputError(Problem("combine.too_few"))
    if len(set(ids)) < len(ids):
        raise InputError(Problem("combine.same_record"))
    with store.reading() as reader:
        found = {each.id: each for each in reader.get_many(entity, list(ids))}
    missing = [each for each in ids if each not in found]
    if missing:
        raise InputError(
            *(Problem("record.missing", "id", {"id": each, "kind": kind}) for each in missing)
        )
    said = [apart(kind, *pair, reason.strip()) for pair in combinations(ids, 2)]
    name, *others = (found[each].caption for each in ids)
    operation = Operation("record.not_same", {"name": name, "other": ", ".join(others)})
    with store.writing(operation) as work:
        work.add_many(said)
    return said


def apart(kind: str, one_id: str, other_id: str, reason: str) -> NotSame:
    """The record of it, which is one however often and from wherever it is said."""
    first, second = sorted((one_id, other_id))
    return NotSame(
        id=derived_id("not_same", kind, first, second), of_kind=kind, first_id=first,
        second_id=second, reason=reason,
    )


def not_same_of(store: Store, kind: str) -> list[NotSame]:
    """All that was said not to be the same, to be looked through and taken back."""
    with store.reading() as reader:
        return reader.find(NotSame, of_kind=kind)


@dataclass(frozen=True, slots=True)
class Apart:
    """That two records that are both there are not the same, and what they are called."""

    said: NotSame
    names: tuple[str, str]


def told_apart(reader: Reader, kind: str) -> list[Apart]:
    """What was said not to be the same, by name; what is in Trash is not asked about."""
    said = reader.find(NotSame, of_kind=kind)
    ids = {record_id for each in said for record_id in (each.first_id, each.second_id)}
    names = {
        each.id: each.caption for each in reader.get_many(kind_named(kind), sorted(ids))
        if each.deleted_at is None
    }
    found = [
        Apart(each, (names[each.first_id], names[each.second_id])) for each in said
        if each.first_id in names and each.second_id in names
    ]
    return sorted(found, key=lambda each: (*map(fold, each.names), each.said.id))


def same_after_all(store: Store, said: NotSame) -> None:
    """Take back that two records are not the same."""
    with store.reading() as reader:
        found = reader.get_many(kind_named(said.of_kind), [said.first_id, said.second_id])
    names = [each.caption for each in found] + ["", ""]
    operation = Operation("record.same_after_all", {"name": names[0], "other": names[1]})
    with store.writing(operation) as work:
        work.delete(NotSame, said.id)
