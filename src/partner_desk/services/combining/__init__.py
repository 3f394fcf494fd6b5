"""Combining records that are one: the survivor takes over what the others hold.

Blanks are filled, telephones, addresses and notes are added, everything that belongs to a loser
moves. The loser goes to Trash with an alias, so that whatever still names it finds the survivor.
One change set; Undo puts everything back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from partner_desk.model.categories import Category
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import Alias, NotSame
from partner_desk.model.organizations import EIN
from partner_desk.model.registry import KINDS
from partner_desk.services import safekeeping
from partner_desk.services.categories import parents_of, way_up
from partner_desk.services.combining.fields import FieldPlan, field_plans
from partner_desk.services.combining.parts import Moving, Twin
from partner_desk.services.duplicates import DUPLICATE_KINDS
from partner_desk.services.duplicates.apart import apart
from partner_desk.services.duplicates.known import not_same_pairs
from partner_desk.services.records import kind_named
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

COMBINED_KINDS = (*DUPLICATE_KINDS, "program", "category")
"""The kinds of records that can be combined."""


@dataclass(frozen=True, slots=True)
class CombinePlan:
    """What combining would do. Nothing here writes.

    ``after`` is the survivor as it will be; ``moved`` gives the ids of what moves to it, by kind;
    ``twins`` are parts that it has already.
    """

    kind: str
    survivor: Record
    losers: tuple[Record, ...]
    fields: tuple[FieldPlan, ...]
    after: Record
    moved: Mapping[str, tuple[str, ...]]
    twins: tuple[Twin, ...]
    parts: tuple[Record, ...] = field(repr=False)
    """Every moved or filled part as it will be."""
    said_not_same: tuple[NotSame, ...] = ()


def plan(
    reader: Reader,
    kind: str,
    survivor_id: str,
    loser_ids: Sequence[str],
    choices: Mapping[str, str] | None = None,
    *,
    anyway: bool = False,
) -> CombinePlan:
    """What combining ``loser_ids`` into ``survivor_id`` would do.

    ``choices`` name the record whose value is to stand, by field. Raises InputError:
    "combine.not_of_kind", "combine.same_record", "record.missing", "combine.other_kind",
    "combine.bad_choice", and unless ``anyway`` "combine.other_ein" and
    "combine.said_not_same".
    """
    records = _wanted(reader, kind, survivor_id, loser_ids)
    chosen = dict(choices or {})
    _require_choices(records, chosen)
    said = _said_not_same(reader, kind, [each.id for each in records])
    if not anyway:
        _require_one_ein(records)
        if said:
            raise InputError(Problem("combine.said_not_same", values={"reason": said[0].reason}))
    fields = _out_of_circles(reader, records, field_plans(records, chosen))
    after = replace(records[0], **{each.field.name: each.stands for each in fields})
    moving = Moving(reader)
    for loser in records[1:]:
        moving.absorb(kind, survivor_id, loser.id)
    moving.after.pop(survivor_id, None)
    return CombinePlan(
        kind, records[0], tuple(records[1:]), fields, after,
        {name: tuple(ids) for name, ids in moving.moved.items()}, tuple(moving.twins),
        tuple(moving.after.values()), tuple(said),
    )


def combine(
    store: Store,
    kind: str,
    survivor_id: str,
    loser_ids: Sequence[str],
    choices: Mapping[str, str] | None = None,
    *,
    anyway: bool = False,
) -> Record:
    """Combine records into one and return it. A backup is made before. Raises like ``plan``."""
    with store.reading() as reader:
        seen = plan(reader, kind, survivor_id, loser_ids, choices, anyway=anyway)
    safekeeping.backup_if_changed(store)
    values = {
        "kind": kind, "name": seen.after.caption,
        "other": ", ".join(each.caption for each in seen.losers),
    }
    with store.writing(Operation("record.combine", values, kind="combine")) as work:
        # Planned anew: somebody else may have written between the two views of the office.
        written = plan(work, kind, survivor_id, loser_ids, choices, anyway=anyway)
        _write(work, written)
    return written.after


def _write(work: UnitOfWork, wanted: CombinePlan) -> None:
    moment = work.now()
    dropped = {each.dropped_id for each in wanted.twins}
    by_kind: dict[str, list[Record]] = {}
    for part in wanted.parts:
        if part.id not in dropped:
            by_kind.setdefault(part.kind, []).append(part)
    for parts in by_kind.values():
        work.change_many(parts)
    work.change_many([wanted.after])
    # Only themselves and what the survivor has already: their other parts have moved.
    for loser in wanted.losers:
        work.change(type(loser), loser.id, deleted_at=moment)
        _lead_on(work, wanted.kind, loser.id, wanted.survivor.id)
        _keep_apart(work, wanted.kind, loser.id, wanted.survivor.id)
    for twin in wanted.twins:
        work.change(KINDS[twin.kind], twin.dropped_id, deleted_at=moment)
        _lead_on(work, twin.kind, twin.dropped_id, twin.kept_id)
    for said in wanted.said_not_same:
        work.delete(NotSame, said.id)


def _lead_on(work: UnitOfWork, kind: str, loser_id: str, survivor_id: str) -> None:
    """Let whatever names the loser find the survivor, by its older names as well.

    The survivor is called by no other id itself: one that came back from Trash leads nowhere.
    """
    for own in work.find(Alias, of_kind=kind, loser_id=survivor_id):
        work.delete(Alias, own.id)
    older = work.find(Alias, of_kind=kind, survivor_id=loser_id)
    work.change_many([replace(each, survivor_id=survivor_id) for each in older])
    work.add(Alias(
        id=derived_id("alias", kind, loser_id), of_kind=kind, loser_id=loser_id,
        survivor_id=survivor_id,
    ))


def _keep_apart(work: UnitOfWork, kind: str, loser_id: str, survivor_id: str) -> None:
    """What the loser was said not to be, the survivor is not either."""
    for each in (
        *work.find(NotSame, of_kind=kind, first_id=loser_id),
        *work.find(NotSame, of_kind=kind, second_id=loser_id),
    ):
        other = each.second_id if each.first_id == loser_id else each.first_id
        if other != survivor_id:
            work.add(apart(kind, other, survivor_id, each.reason))


def _wanted(
    reader: Reader, kind: str, survivor_id: str, loser_ids: Sequence[str]
) -> list[Record]:
    entity = kind_named(kind)
    if kind not in COMBINED_KINDS:
        raise InputError(Problem("combine.not_of_kind", values={
            "name": kind, "known": ", ".join(COMBINED_KINDS)
        }))
    ids = [survivor_id, *loser_ids]
    if len(set(ids)) < len(ids) or len(ids) < 2:
        raise InputError(Problem("combine.same_record"))
    found = {each.id: each for each in reader.get_many(entity, ids) if each.deleted_at is None}
    missing = [each for each in ids if each not in found]
    if missing:
        raise InputError(*(_missing(reader, kind, each) for each in missing))
    return [found[each] for each in ids]


def _missing(reader: Reader, kind: str, record_id: str) -> Problem:
    for other in COMBINED_KINDS:
        if other != kind and reader.get(KINDS[other], record_id) is not None:
            return Problem("combine.other_kind", "id", {"id": record_id, "kind": other})
    return Problem("record.missing", "id", {"id": record_id, "kind": kind})


def _out_of_circles(
    reader: Reader, records: Sequence[Record], fields: Sequence[FieldPlan]
) -> tuple[FieldPlan, ...]:
    """A category never comes under what stands below it.

    Where the way up leads through one that becomes a part of it, it takes that one's place.
    """
    ids = {each.id for each in records}
    found = []
    for each in fields:
        if each.stands and each.field.target == records[0].kind == Category.kind:
            way = way_up(parents_of(reader), each.stands)
            beyond = max((place + 1 for place, one in enumerate(way) if one in ids), default=0)
            if beyond:
                each = replace(each, stands=way[beyond] if beyond < len(way) else None)
        found.append(each)
    return tuple(found)


def _require_choices(records: Sequence[Record], choices: Mapping[str, str]) -> None:
    ids = {each.id for each in records}
    bad = [
        Problem("combine.bad_choice", name, {"name": name, "id": chosen})
        for name, chosen in choices.items()
        if name not in records[0].declarations or name == "deleted_at" or chosen not in ids
    ]
    if bad:
        raise InputError(*bad)


def _require_one_ein(records: Sequence[Record]) -> None:
    known = {each.id: str(getattr(each, "ein", "")) for each in records}
    told = list(dict.fromkeys(EIN.written(ein) for ein in known.values() if ein))
    if len(told) > 1:
        raise InputError(Problem("combine.other_ein", "ein", {"one": told[0], "other": told[1]}))


def _said_not_same(reader: Reader, kind: str, ids: Sequence[str]) -> list[NotSame]:
    pairs = not_same_pairs(reader, kind)
    wanted = {
        (min(one, other), max(one, other)) for one in ids for other in ids if one != other
    } & pairs
    return [
        said for first, second in sorted(wanted)
        for said in reader.find(NotSame, of_kind=kind, first_id=first, second_id=second)
    ]
