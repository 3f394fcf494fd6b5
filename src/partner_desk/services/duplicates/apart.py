"""Saying of several records at once that no two of them are the same."""

from collections.abc import Sequence
from itertools import combinations

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import NotSame
from partner_desk.services.duplicates.known import not_same_pairs
from partner_desk.services.records import kind_named
from partner_desk.store.store import Store


def none_the_same(
    store: Store, kind: str, ids: Sequence[str], reason: str = ""
) -> list[NotSame]:
    """Say of every two of ``ids`` that they are not the same; one Undo takes all of it back.

    Returns what was not said before.
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
        known = not_same_pairs(reader, kind)
    missing = [each for each in ids if each not in found]
    if missing:
        raise InputError(
            *(Problem("record.missing", "id", {"id": each, "kind": kind}) for each in missing)
        )
    said = [
        NotSame(
            id=derived_id("not_same", kind, first, second), of_kind=kind, first_id=first,
            second_id=second, reason=reason.strip(),
        )
        for first, second in combinations(sorted(ids), 2) if (first, second) not in known
    ]
    if not said:
        return []
    name, *others = (found[each].caption for each in ids)
    operation = Operation("record.not_same", {"name": name, "other": ", ".join(others)})
    with store.writing(operation) as work:
        for each in said:
            work.add(each)
    return said
