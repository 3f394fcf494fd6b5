"""The fields of records that become one: what each holds, and what will stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold
from partner_desk.model.values import (
    Email,
    Extra,
    InvalidValue,
    Phone,
    Reference,
    Text,
    WebAddress,
    Words,
)
from partner_desk.services.duplicates.normal import phone_digits

_PROVENANCE = ("source_id", "source_key")
_BOUND = (
    _PROVENANCE,
    ("address_1", "city", "state_province", "postal_code", "latitude", "longitude"),
    ("minimum_age", "maximum_age"),
    ("assured_date", "assurer_email"),
    ("external_identifier", "external_identifier_type"),
    ("latitude", "longitude"),
)
"""Fields that say something only together: they are filled from one record, or not at all."""
_SCHEME_ENDS = "://"


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: what each record holds (the survivor first), and what will stand.

    ``taken_from`` is the id of the record whose value stands; "" where values are united.
    ``differs`` tells that two records hold different values, however they are written.
    """

    field: Field
    values: tuple[Any, ...]
    stands: Any
    taken_from: str
    differs: bool


def field_plans(
    records: Sequence[Record], choices: Mapping[str, str]
) -> tuple[FieldPlan, ...]:
    """What will stand in each field of ``records[0]`` when the others are combined into it.

    ``choices`` name the record whose value a person wants, by field.
    """
    survivor = records[0]
    standing = _filled(records, choices)
    united = _united(records, standing, choices)
    found = []
    for name, declaration in survivor.declarations.items():
        if name == "deleted_at":
            continue
        values = tuple(getattr(each, name) for each in records)
        source = "" if name in united else standing[name].id
        stands = united.get(name, getattr(standing[name], name))
        found.append(
            FieldPlan(declaration, values, stands, source, _differ(declaration, values))
        )
    return tuple(found)


def is_alike(declaration: Field, one: Any, other: Any) -> bool:
    """Whether two values are the same, however they are written."""
    return bool(_comparable(declaration, one) == _comparable(declaration, other))


def _comparable(declaration: Field, value: Any) -> Any:
    kind = declaration.type
    if isinstance(kind, Reference) or not isinstance(kind, Text):
        return value
    if isinstance(kind, Phone):
        return phone_digits(value) or fold(value)
    if isinstance(kind, WebAddress):
        bare = value.casefold().rpartition(_SCHEME_ENDS)[2].removeprefix("www.")
        return bare.rstrip("/")
    if isinstance(kind, Email):
        return value.casefold()
    return fold(value) or value.strip()


def _differ(declaration: Field, values: Sequence[Any]) -> bool:
    filled = [each for each in values if each != declaration.type.empty]
    return any(not is_alike(declaration, filled[0], each) for each in filled[1:])


def _filled(records: Sequence[Record], choices: Mapping[str, str]) -> dict[str, Record]:
    """For each field the record whose value stands: the chosen one, the survivor, or the next."""
    by_id = {each.id: each for each in records}
    survivor = records[0]
    found: dict[str, Record] = {}
    for name, declaration in survivor.declarations.items():
        if choices.get(name) in by_id:
            found[name] = by_id[choices[name]]
            continue
        allowed = [survivor, *(
            each for each in records[1:] if may_fill(survivor, each, name)
        )]
        empty = declaration.type.empty
        found[name] = next(
            (each for each in allowed if getattr(each, name) != empty), survivor
        )
    return found


def may_fill(survivor: Record, loser: Record, name: str) -> bool:
    """Whether a blank of the survivor may be filled from this loser.

    Of fields that belong together only where what both have filled is alike: the town of another
    street helps nobody.
    """
    declarations = survivor.declarations
    group = next((each for each in _BOUND if name in each), ())
    for each in group:
        if each not in declarations:
            continue
        mine, theirs = getattr(survivor, each), getattr(loser, each)
        empty = declarations[each].type.empty
        if empty not in (mine, theirs) and not is_alike(declarations[each], mine, theirs):
            return False
    return True


def _united(
    records: Sequence[Record], standing: Mapping[str, Record], choices: Mapping[str, str]
) -> dict[str, Any]:
    """The fields that hold what several records say: keywords, notes, other names and columns."""
    found: dict[str, Any] = {}
    for name, declaration in records[0].declarations.items():
        if name in choices:
            continue
        values = [getattr(each, name) for each in records]
        if isinstance(declaration.type, Words):
            found[name] = tuple(dict.fromkeys(word for words in values for word in words))
        elif isinstance(declaration.type, Extra):
            found[name] = {key: each[key] for each in reversed(values) for key in each}
    _unite_names(records, standing, found, choices)
    _unite_notes(records, standing, found, choices)
    return found


def _unite_names(
    records: Sequence[Record],
    standing: Mapping[str, Record],
    found: dict[str, Any],
    choices: Mapping[str, str],
) -> None:
    """What a loser was called goes on among the other names: people look for it so."""
    declaration = records[0].declarations.get("alternate_name")
    if declaration is None or "alternate_name" in choices:
        return
    name = getattr(standing["name"], "name", "")
    told = [getattr(each, "alternate_name", "") for each in records]
    told += [getattr(each, "name", "") for each in records]
    parts: dict[str, str] = {fold(name): ""}
    for each in (part.strip() for text in told for part in text.split(";")):
        parts.setdefault(fold(each) or each, each)
    united = "; ".join(each for each in parts.values() if each)
    try:
        found["alternate_name"] = declaration.type.check(united)
    except InvalidValue:
        return  # Longer than the field: they stay with the records in Trash.


def _unite_notes(
    records: Sequence[Record],
    standing: Mapping[str, Record],
    found: dict[str, Any],
    choices: Mapping[str, str],
) -> None:
    """All notes one after the other, and below them what an only field has no room for."""
    declaration = records[0].declarations.get("notes")
    if declaration is None or declaration.public or "notes" in choices:
        return
    notes = [getattr(each, "notes", "") for each in records]
    aside = [
        getattr(each, name)
        for name, one in records[0].declarations.items()
        if isinstance(one.type, Email | Phone | WebAddress)
        for each in records
        if getattr(each, name) and not is_alike(one, getattr(each, name),
                                                getattr(standing[name], name))
    ]
    if any(notes[1:]) or aside:
        blocks = dict.fromkeys(each for each in (*notes, "\n".join(dict.fromkeys(aside))) if each)
        found["notes"] = "\n\n".join(blocks)
