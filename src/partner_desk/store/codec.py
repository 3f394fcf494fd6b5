"""Between values of declared fields and columns of a database.

Days and moments are ISO text and money is whole cents on every engine: they sort and add up
exactly, and no engine's own idea of time zones or floating point comes between.
"""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Float, Integer, String, Text
from sqlalchemy.types import TypeEngine

from partner_desk.model import dates, numbers, values
from partner_desk.model.fields import Field


class Codec(NamedTuple):
    """The column type of a value type, and the two ways across; None means "as it is"."""

    column: TypeEngine[Any]
    store: Callable[[Any], Any] | None = None
    restore: Callable[[Any], Any] | None = None


# Made once: the module's own function makes an encoder for every value.
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _json(value: Any) -> str:
    return _ENCODE(value) if value else ""


def _iso(value: date | time | datetime | None) -> str | None:
    return None if value is None else value.isoformat()


def _optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda stored: None if stored is None else read(stored)


_CODECS: dict[type[values.ValueType], Codec] = {
    values.Words: Codec(
        Text(), _json, lambda stored: tuple(json.loads(stored)) if stored else ()
    ),
    values.Extra: Codec(Text(), _json, lambda stored: json.loads(stored) if stored else {}),
    numbers.Integer: Codec(BigInteger()),
    numbers.Money: Codec(
        BigInteger(),
        _optional(lambda amount: int(amount * 100)),
        _optional(lambda cents: (Decimal(cents) / 100).quantize(Decimal("0.01"))),
    ),
    numbers.Number: Codec(Text(), _optional(lambda number: f"{number:f}"), _optional(Decimal)),
    numbers.Coordinate: Codec(Float(53)),
    values.Flag: Codec(Integer(), int, bool),
    dates.Date: Codec(Text(), _iso, _optional(date.fromisoformat)),
    dates.TimeOfDay: Codec(Text(), _iso, _optional(time.fromisoformat)),
    dates.Moment: Codec(Text(), _iso, _optional(datetime.fromisoformat)),
    values.Reference: Codec(String(36)),
}


def codec_of(declaration: Field) -> Codec:
    """How the values of a declared field are kept; text of any kind is kept as text."""
    return _CODECS.get(type(declaration.type), Codec(Text()))


_FROM_PACKED: dict[type[values.ValueType], Callable[[Any], Any]] = {
    values.Words: tuple,
    values.Extra: dict,
    numbers.Money: Decimal,
    numbers.Number: Decimal,
    dates.Date: date.fromisoformat,
    dates.TimeOfDay: time.fromisoformat,
    dates.Moment: datetime.fromisoformat,
}


def from_packed(declaration: Field, packed: Any) -> Any:
    """The value that stood in the log, to the letter.

    Unlike ``unpack`` it checks nothing: what was kept once is put back as it was, although an
    import or an older program let pass what nobody may type today.
    """
    if packed is None:
        return declaration.type.empty
    read = _FROM_PACKED.get(type(declaration.type))
    return read(packed) if read else packed
