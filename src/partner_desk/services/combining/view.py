"""Records side by side, before anybody combines them: a table of fields, and what hangs on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from partner_desk.model.fields import Field, Record
from partner_desk.services.combining.fields import FieldPlan, field_plans
from partner_desk.services.combining.parts import references_to
from partner_desk.services.records import captions, kind_named
from partner_desk.store.reader import Reader


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A field with its shown text in each record, and which one stands by the usual rules.

    ``stands`` is the text that will stand; ``taken_from`` the id of the record that it is of, ""
    where several are united. ``differs`` asks for a look.
    """

    field: Field
    texts: tuple[str, ...]
    stands: str
    taken_from: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ComparePart:
    """What hangs on each record of one kind (its untranslated plural): the captions of each."""

    kind: str
    plural: str
    captions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """Records side by side in the order of ``ids``; the first is the survivor."""

    kind: str
    ids: tuple[str, ...]
    captions: tuple[str, ...]
    rows: tuple[CompareRow, ...]
    parts: tuple[ComparePart, ...]


def compare_view(reader: Reader, kind: str, ids: Sequence[str]) -> CompareView:
    """Everything a person needs to see before combining; records that are gone are left out.

    Rows in which every record is empty are left out as well.
    """
    records = [
        each for each in reader.get_many(kind_named(kind), ids) if each.deleted_at is None
    ]
    rows = tuple(
        _row(reader, each) for each in (field_plans(records, {}) if records else ())
        if not each.field.internal
        and any(value != each.field.type.empty for value in each.values)
    )
    return CompareView(
        kind, tuple(each.id for each in records), tuple(each.caption for each in records), rows,
        _parts(reader, kind, records),
    )


def _row(reader: Reader, found: FieldPlan) -> CompareRow:
    texts = tuple(_shown(reader, found.field, each) for each in found.values)
    stands = _shown(reader, found.field, found.stands)
    return CompareRow(found.field, texts, stands, found.taken_from, found.differs)


def _shown(reader: Reader, declaration: Field, value: object) -> str:
    if declaration.target and isinstance(value, str):
        return captions(reader, declaration.target, [value]).get(value, "")
    return declaration.type.show(value)


def _parts(reader: Reader, kind: str, records: Sequence[Record]) -> tuple[ComparePart, ...]:
    found = []
    for entity, link in references_to(kind):
        held: list[tuple[str, ...]] = []
        for record in records:
            parts: list[Record] = reader.find(entity, **{link.name: record.id})
            held.append(tuple(_called(reader, each, link) for each in parts))
        if any(held):
            found.append(ComparePart(entity.kind, entity.plural, tuple(held)))
    return tuple(found)


def _called(reader: Reader, part: Record, link: Field) -> str:
    """The caption of a part, or that of what else it links."""
    if part.caption:
        return part.caption
    for each in part.declarations.values():
        other = getattr(part, each.name) if each.target and each.name != link.name else None
        if other:
            return captions(reader, each.target, [other]).get(other, "")
    return ""
