"""From declared fields to the columns of a sheet: nothing is listed twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from partner_desk.files.excel import headings
from partner_desk.files.excel.sheet import Column, Kind
from partner_desk.model.choices import Choice
from partner_desk.model.dates import Date, TimeOfDay
from partner_desk.model.fields import Field, Record
from partner_desk.model.numbers import Coordinate, Integer, Money, Number
from partner_desk.model.registry import KINDS
from partner_desk.model.values import Email, Flag, Text, ValueType, WebAddress, Words
from partner_desk.store.reader import Reader

TextOf = Callable[[str], str]
"""The catalogue of the reader's language: an English text of the program to its own."""

_LONG = 1_000
_MOST_CAPTIONS = 3_000


class Captions:
    """What referenced records are called, fetched in batches and remembered for a while."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def fetch(self, reader: Reader, kind: str, ids: Sequence[str | None], depth: int = 1) -> None:
        """Learn the captions of these records; a record without one is called by what it joins."""
        wanted = dict.fromkeys(each for each in ids if each and (kind, each) not in self._known)
        if not wanted:
            return
        if len(self._known) > _MOST_CAPTIONS:
            self._known.clear()
            wanted = dict.fromkeys(each for each in ids if each)
        records = reader.get_many(KINDS[kind], list(wanted))
        self._known.update({(kind, record.id): record.caption for record in records})
        nameless = [record for record in records if not record.caption]
        if nameless and depth:
            self._name_by_references(reader, kind, nameless, depth - 1)

    def of(self, kind: str, record_id: str | None) -> str:
        """The caption of a fetched record; "" when there is none."""
        return self._known.get((kind, record_id), "") if record_id else ""

    def _name_by_references(
        self, reader: Reader, kind: str, records: Sequence[Record], depth: int
    ) -> None:
        links = [each for each in KINDS[kind].visible_fields() if each.target]
        for link in links:
            self.fetch(reader, link.target, [getattr(each, link.name) for each in records], depth)
        for record in records:
            names = (self.of(link.target, getattr(record, link.name)) for link in links)
            self._known[kind, record.id] = " - ".join(name for name in names if name)


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A field as a column: ``show`` makes the cell of a value that is no reference."""

    field: Field
    column: Column
    show: Callable[[Any], object]


def field_column(field: Field, text: TextOf) -> FieldColumn:
    """The column of ``field``, its heading and its words in the reader's language."""
    return FieldColumn(field, Column(text(field.label), kind_of(field.type)), _shown(field, text))


def kind_of(value_type: ValueType) -> Kind:
    """How a sheet shows values of this type."""
    for classes, kind in _KINDS:
        if isinstance(value_type, classes):
            return kind
    is_long = isinstance(value_type, Text) and (value_type.lines or value_type.limit > _LONG)
    return Kind.LONGTEXT if is_long else Kind.TEXT


_KINDS: tuple[tuple[type[ValueType], Kind], ...] = (
    (Email, Kind.EMAIL),
    (WebAddress, Kind.LINK),
    (Integer, Kind.INTEGER),
    (Money, Kind.MONEY),
    (Number, Kind.DECIMAL),
    (Coordinate, Kind.DECIMAL),
    (Date, Kind.DATE),
    (TimeOfDay, Kind.TIME),
)
_AS_THEY_ARE = (Text, Integer, Number, Coordinate, Date, TimeOfDay)


def _shown(field: Field, text: TextOf) -> Callable[[Any], object]:
    value_type = field.type
    if isinstance(value_type, Choice):
        labels = {each.value: text(each.label) for each in value_type.options}
        return lambda value: labels.get(value, value)
    if isinstance(value_type, Flag):
        yes, no = text(headings.YES), text(headings.NO)
        return lambda value: yes if value else no
    if isinstance(value_type, Words) or not isinstance(value_type, _AS_THEY_ARE):
        return value_type.show
    return lambda value: value


def cells(
    reader: Reader, captions: Captions, columns: Sequence[FieldColumn], records: Sequence[Record]
) -> list[tuple[object, ...]]:
    """The cells of ``records``, one tuple each; references become captions, in batches."""
    for each in columns:
        if each.field.target:
            ids = [getattr(record, each.field.name) for record in records]
            captions.fetch(reader, each.field.target, ids)
    return [
        tuple(
            captions.of(each.field.target, getattr(record, each.field.name))
            if each.field.target
            else each.show(getattr(record, each.field.name))
            for each in columns
        )
        for record in records
    ]
