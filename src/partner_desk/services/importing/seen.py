"""What would change, as texts: every field of the records that a row makes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from partner_desk.model.fields import Record
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.match import UNCHANGED, Taken
from partner_desk.services.importing.preview import SeenField

_OTHER_COLUMN = "extra."


def seen_fields(
    taken: Iterable[Taken], own: str, names: Mapping[str, str] = MappingProxyType({})
) -> tuple[SeenField, ...]:
    """The fields that differ, those of the row's own record (of kind ``own``) first.

    A column kept beside has "extra." and its heading for a field. What is only referred to is shown
    where ``names`` says, by its id, what it is called.
    """
    counts: Counter[str] = Counter()
    found: list[SeenField] = []
    for each in sorted(taken, key=lambda one: one.record.kind != own):
        counts[each.record.kind] += 1
        if each.state != UNCHANGED:
            found.extend(_differing(each.record, each.before, names, counts[each.record.kind]))
    return tuple(found)


def _differing(
    record: Record, before: Record | None, names: Mapping[str, str], number: int
) -> Iterator[SeenField]:
    for name, default, show in _shown_fields(record.kind):
        # Of what goes to Trash nothing stays.
        value = default if record.deleted_at else getattr(record, name)
        old = getattr(before, name) if before else default
        if value != old:
            yield SeenField(record.kind, name, show(old) if before else "", show(value), number)
    for name in _references(record.kind) if names else ():
        value, old = getattr(record, name), getattr(before, name) if before else None
        if value in names and value != old:
            yield SeenField(record.kind, name, names.get(old or "", ""), names[value], number)
    yield from _other_columns(record, before, number)


@cache
def _shown_fields(kind: str) -> tuple[tuple[str, Any, Callable[[Any], str]], ...]:
    return tuple(
        (each.name, each.default, each.type.show) for each in KINDS[kind].visible_fields()
        if not each.target
    )


@cache
def _references(kind: str) -> tuple[str, ...]:
    return tuple(each.name for each in KINDS[kind].visible_fields() if each.target)


def _other_columns(record: Any, before: Any, number: int) -> Iterator[SeenField]:
    old = before.extra if before else {}
    for heading, text in record.extra.items():
        if old.get(heading, "") != text:
            yield SeenField(record.kind, _OTHER_COLUMN + heading, old.get(heading, ""), text,
                            number)
