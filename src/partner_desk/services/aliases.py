"""Old ids lead on: what was combined into another record is found there."""

from collections.abc import Sequence

from partner_desk.model.office import Alias
from partner_desk.model.registry import KINDS
from partner_desk.store.reader import Reader

_LONGEST_CHAIN = 50


def current_id(reader: Reader, kind: str, record_id: str) -> str:
    """The id that a record goes by now: its own, or that of what it was combined into."""
    return current_ids(reader, kind, [record_id]).get(record_id, record_id)


def current_ids(reader: Reader, kind: str, ids: Sequence[str]) -> dict[str, str]:
    """The ids of records that were combined into others, each with the id it goes by now.

    What is there itself is left out, and so is what nobody knows.
    """
    found: dict[str, str] = {}
    waiting = {each: each for each in ids}
    for _ in range(_LONGEST_CHAIN):
        there = {
            each.id for each in reader.get_many(KINDS[kind], list(set(waiting.values())))
            if each.deleted_at is None
        }
        gone = {asked: now for asked, now in waiting.items() if now not in there}
        if not gone:
            break
        aliases = reader.find_by(Alias, "loser_id", list(set(gone.values())))
        leads = {each.loser_id: each.survivor_id for each in aliases if each.of_kind == kind}
        waiting = {asked: leads[now] for asked, now in gone.items() if now in leads}
        found |= waiting
    return found
