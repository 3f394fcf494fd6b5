"""Which directory a file is: one that was imported before, or a new one."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from partner_desk.files.hsds import Directory, SourceRow
from partner_desk.model.folding import fold
from partner_desk.model.identity import as_uuid, derived_id
from partner_desk.model.office import Alias
from partner_desk.model.origins import Imported, Source
from partner_desk.model.registry import KINDS
from partner_desk.store.reader import Reader

_TOLD_BY = ("organization", "location", "service", "program", "category", "contact")
_SAMPLE = 2_000
_FIRST = 5


class Named(NamedTuple):
    """What a row of a file is called there: enough to know it again."""

    kind: str
    key: str
    name: str


class SourceMatch(NamedTuple):
    """The directory a file is. ``fresh``: the office never held a record of it."""

    source: Source
    fresh: bool


def matching_source(reader: Reader, directory: Directory) -> SourceMatch:
    """The source in which the file's keys stand for the same names, mostly, or a new one.

    The id of a new one follows from the file's name and first rows, so that importing the same
    directory again after it was taken back leads to the same records.
    """
    sample = _sample(directory)
    best, most = None, 0
    for source in reader.find(Source, of_sheet=False):
        agreeing, shared = agreement(reader, source, sample)
        if agreeing > most and agreeing * 2 >= shared:
            best, most = source, agreeing
    if best is not None:
        return SourceMatch(best, fresh=False)
    beginning = [part for each in sample[:_FIRST] for part in (each.key, each.name)]
    source_id = derived_id("source", directory.name, *beginning)
    known = reader.get(Source, source_id)
    return SourceMatch(known or Source(id=source_id, name=directory.name), fresh=known is None)


@lru_cache(maxsize=30_000)
def record_id(source_id: str, kind: str, key: str) -> str:
    """The id of the record that a source knows by ``key``: its own UUID, or one derived from it."""
    own = as_uuid(key) if len(key) >= 32 else None
    return own or derived_id(source_id, kind, key)


def aliases(reader: Reader) -> dict[str, str]:
    """The ids of combined records, each with the one it was combined into at last."""
    direct = {each.loser_id: each.survivor_id for each in reader.find(Alias)}
    found = {}
    for loser, survivor in direct.items():
        passed = {loser}
        while survivor in direct and survivor not in passed:
            passed.add(survivor)
            survivor = direct[survivor]
        found[loser] = survivor
    return found


def _sample(directory: Directory) -> list[Named]:
    for kind in _TOLD_BY:
        rows = (row for row in directory.rows((kind,)) if isinstance(row, SourceRow))
        found = [_named(row) for row in islice(rows, _SAMPLE)]
        if found:
            return found
    return []


def _named(row: SourceRow) -> Named:
    own = row.records[0]
    name = own.values.get("name", "")
    return Named(own.kind, own.key, name if isinstance(name, str) else "")


def agreement(reader: Reader, source: Source, sample: Sequence[Named]) -> tuple[int, int]:
    """How many keys of the sample the source has for the same thing, and how many at all.

    The same name tells that it is the same thing, or a key that is one of a kind in the world.
    """
    if not sample:
        return 0, 0
    led = aliases(reader)
    # What became a record of another origin is known by the alias that leads there.
    own = [record_id(source.id, each.kind, each.key) for each in sample]
    ids = [led.get(id_, id_) for id_ in own]
    as_said = set(own)
    entity = KINDS[sample[0].kind]
    held = {
        each.id: fold(each.caption)
        for each in reader.get_many(entity, list(dict.fromkeys(ids)))
        if isinstance(each, Imported) and each.deleted_at is None
        and (each.source_id == source.id or each.id not in as_said)
    }
    named = list(zip(ids, sample, strict=True))
    agreeing = sum(
        id_ in held and (id_ == as_uuid(each.key) or held[id_] == fold(each.name))
        for id_, each in named
    )
    return agreeing, sum(id_ in held for id_ in ids)
