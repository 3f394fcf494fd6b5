"""What records that look alike hold, field by field, in the order of their columns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from partner_desk.model.registry import KINDS
from partner_desk.model.values import Extra
from partner_desk.ui.components.showing import shown
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.model.fields import Record
    from partner_desk.services.combining.view import CompareRow
    from partner_desk.store.reader import Reader


@dataclass(frozen=True)
class Line:
    """A field with its text in each column. ``asks``: the columns do not all say the same."""

    name: str
    label: str
    texts: tuple[str, ...]
    asks: bool


@dataclass(frozen=True)
class Part:
    """What hangs on each record of one kind, such as its phones."""

    label: str
    captions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Comparison:
    """Records side by side; ``ids`` are the columns."""

    kind: str
    ids: tuple[str, ...]
    captions: tuple[str, ...]
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]


def compare(desk: Desk, kind: str, ids: Sequence[str]) -> Comparison:
    """Read the records; one that is in Trash or gone has no column."""
    return desk.read(lambda reader: _compared(reader, desk, kind, ids))


def standing(
    desk: Desk, kind: str, survivor_id: str, others: Collection[str]
) -> dict[str, str]:
    """By field: the record whose value stands by the usual rules, "" where all are united."""
    from partner_desk.services.combining.view import compare_view

    found = desk.read(lambda reader: compare_view(reader, kind, [survivor_id, *others]))
    return {row.field.name: row.taken_from for row in found.rows}


def _compared(reader: "Reader", desk: Desk, kind: str, ids: Sequence[str]) -> Comparison:
    from partner_desk.services.combining.view import compare_view

    view = compare_view(reader, kind, ids)
    records = {each.id: each for each in reader.get_many(KINDS[kind], list(view.ids))}
    ordered = [records[each] for each in view.ids]
    lines = tuple(_line(desk, row, ordered) for row in view.rows)
    # What asks comes first; within it the order is that of the forms.
    lines = tuple(sorted(lines, key=lambda line: not line.asks))
    parts = tuple(Part(desk.text(each.plural), each.captions) for each in view.parts)
    return Comparison(kind, view.ids, view.captions, lines, parts)


def _line(desk: Desk, row: "CompareRow", records: Sequence["Record"]) -> Line:
    texts = tuple(
        text if row.field.target else _shown(desk, row, getattr(record, row.field.name))
        for text, record in zip(row.texts, records, strict=True)
    )
    one_is_empty = any(texts) and not all(texts)
    label = desk.text(row.field.label)
    return Line(row.field.name, label, texts, row.differs or one_is_empty)


def _shown(desk: Desk, row: "CompareRow", value: Any) -> str:
    if isinstance(row.field.type, Extra) and isinstance(value, dict):
        return "\n".join(f"{name}: {text}" for name, text in value.items())
    return shown(row.field.type, value, desk.text)
