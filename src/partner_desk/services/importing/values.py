"""From raw texts of a file to values of declared fields, worked out once for each kind."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from partner_desk.files.hsds import RawRecord, Through
from partner_desk.model.fields import Field, Needed, Record
from partner_desk.model.numbers import Coordinate
from partner_desk.model.registry import KINDS
from partner_desk.model.values import Extra, InvalidValue, Reference, Text

Read = Callable[[str], Any]
_CACHED = 2_000
"""How many different short texts are remembered per field: states, cities, kinds of phone."""


class FieldTrouble(NamedTuple):
    """A value that does not fit: the field, the code of the reason, and what fills its sentence."""

    field: str
    code: str
    values: Mapping[str, object]


class RefusedValue(Exception):
    """A value does not fit, and the record cannot do without it."""

    def __init__(self, trouble: FieldTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


class ValueReader:
    """Reads the texts of one kind of record."""

    def __init__(self, entity: type[Record]) -> None:
        declarations = entity.declarations.values()
        self.entity = entity
        self.references = {
            each.name: each.target for each in declarations
            if each.target and each.name != "source_id"
        }
        self.owners = tuple(each.name for each in declarations if each.owner)
        self._needed = {
            each.name: each.type.empty for each in declarations if each.needed is Needed.ALWAYS
        }
        self._read = {
            each.name: _reading(each) for each in declarations
            if not isinstance(each.type, Reference | Extra)
        }
        self._blank = dict(vars(entity(id="")))

    def record(self, values: Mapping[str, Any]) -> Any:
        """A new record of these values, all else as declared.

        They are read and checked: nothing is left for a constructor to do, and there are many.
        """
        record = object.__new__(self.entity)
        record.__dict__ = {**self._blank, **values}
        return record

    def read(self, record: RawRecord, found: dict[str, Any]) -> Sequence[FieldTrouble]:
        """Add values of the fields that ``record`` has a column for; returns what to put aside.

        Words that do not fit a field nobody needs (an address of mail with a blank in it), and a
        place's position on the map, are put aside; a date, a number or a needed field that does
        not fit raises RefusedValue.
        """
        aside: list[FieldTrouble] = []
        for name, text in record.values.items():
            read = self._read.get(name)
            if read is None or isinstance(text, Through):
                continue
            if not text:
                found[name] = self._blank[name]
                continue
            try:
                found[name] = read(text)
            except InvalidValue as error:
                declaration = self.entity.declarations[name]
                values = {"field": declaration.label, **error.values}
                trouble = FieldTrouble(name, error.code, values)
                if name in self._needed or not isinstance(declaration.type, Text | Coordinate):
                    raise RefusedValue(trouble) from None
                aside.append(trouble)
        return aside

    def missing(self, values: Mapping[str, Any], is_new: bool) -> FieldTrouble | None:
        """The first field that is always needed and not there."""
        for name, empty in self._needed.items():
            if values.get(name, empty) == empty and (is_new or name in values):
                label = self.entity.declarations[name].label
                return FieldTrouble(name, "field.required", {"field": label})
        return None


@cache
def value_reader(kind: str) -> ValueReader:
    """The reader for records of ``kind``."""
    return ValueReader(KINDS[kind])


def _reading(declaration: Field) -> Read:
    return _text(declaration) if isinstance(declaration.type, Text) else _other(declaration)


def _text(declaration: Field) -> Read:
    type_, default = declaration.type, declaration.default
    assert isinstance(type_, Text)
    read = type_.read
    if type(type_) is not Text:
        return _other(declaration)
    limit = 100_000 if type_.lines else type_.limit

    def plain(text: str) -> Any:
        # Nearly every text is clean already, and this tells so faster than cleaning it.
        if text.isprintable() and "  " not in text and len(text) <= limit:
            return text or default
        return read(text.strip())

    return plain


def _other(declaration: Field) -> Read:
    parse, default = declaration.type.parse, declaration.default
    is_text = isinstance(declaration.type, Text)
    known: dict[str, Any] = {}

    def remembered(text: str) -> Any:
        if not text or (not is_text and text.lower() == "null"):
            return default
        value = known.get(text, known)
        if value is known:
            value = parse(text)
            if len(known) < _CACHED:
                known[text] = value
        return value

    return remembered
