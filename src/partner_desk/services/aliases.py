"""Old ids lead on: what was combined into another record is found there."""

from partner_desk.model.office import Alias
from partner_desk.model.registry import KINDS
from partner_desk.store.reader import Reader

_LONGEST_CHAIN = 50


def current_id(reader: Reader, kind: str, record_id: str) -> str:
    """The id that a record goes by now: its own, or that of what it was combined into."""
    found = record_id
    for _ in range(_LONGEST_CHAIN):
        record = reader.get(KINDS[kind], found)
        if record is not None and record.deleted_at is None:
            return found
        alias = next(iter(reader.find(Alias, of_kind=kind, loser_id=found)), None)
        if alias is None:
            return found
        found = alias.survivor_id
    return found
