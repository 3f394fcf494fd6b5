"""Values that are counted, paid or measured."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from partner_desk.model.figures import plain_figures
from partner_desk.model.values import InvalidValue, ValueType


@dataclass(frozen=True, slots=True)
class Integer(ValueType):
    """A whole number between ``least`` and ``most``."""

    least: int = 0
    most: int = 1_000_000_000

    def read(self, text: str) -> Any:
        try:
            number = int(_figures(text))
        except ValueError:
            raise InvalidValue("integer.invalid", value=text) from None
        return self._within(number)

    def unpack(self, packed: Any) -> Any:
        if isinstance(packed, bool) or not isinstance(packed, int | str | None):
            raise InvalidValue("value.wrong_type")
        return self._within(packed) if isinstance(packed, int) else ValueType.unpack(self, packed)

    def _within(self, number: int) -> int:
        if not self.least <= number <= self.most:
            raise InvalidValue("integer.out_of_range", least=self.least, most=self.most)
        return number


@dataclass(frozen=True, slots=True)
class Number(ValueType):
    """An exact decimal number of up to six decimals."""

    def read(self, text: str) -> Any:
        number = _decimal(text, "number.invalid")
        exponent = number.as_tuple().exponent
        if number.adjusted() > 14 or (isinstance(exponent, int) and exponent < -6):
            raise InvalidValue("number.invalid", value=text)
        return number

    def show(self, value: Any) -> str:
        return "" if value is None else f"{value:f}"

    def pack(self, value: Any) -> Any:
        return None if value is None else f"{value:f}"

    def unpack(self, packed: Any) -> Any:
        if isinstance(packed, Decimal):
            return self.read(f"{packed:f}")
        if isinstance(packed, int | float) and not isinstance(packed, bool):
            return self.read(repr(packed))
        return ValueType.unpack(self, packed)


@dataclass(frozen=True, slots=True)
class Money(Number):
    """An amount of dollars and cents; more than two decimals are refused, not rounded."""

    def read(self, text: str) -> Any:
        amount = _decimal(text, "money.invalid")
        rounded = amount.quantize(Decimal("0.01")) if amount.adjusted() < 13 else None
        if rounded != amount:
            raise InvalidValue("money.invalid", value=text)
        return rounded


@dataclass(frozen=True, slots=True)
class Coordinate(ValueType):
    """A latitude or longitude in degrees, between ``-most`` and ``most``."""

    most: float = 180.0

    def read(self, text: str) -> Any:
        try:
            degrees = float(text)
        except ValueError:
            raise InvalidValue("coordinate.invalid", value=text) from None
        if not -self.most <= degrees <= self.most:
            raise InvalidValue("coordinate.invalid", value=text)
        return degrees

    def show(self, value: Any) -> str:
        return "" if value is None else repr(value)

    def unpack(self, packed: Any) -> Any:
        if isinstance(packed, int | float) and not isinstance(packed, bool):
            return self.read(repr(packed))
        return ValueType.unpack(self, packed)


def _figures(text: str) -> str:
    plain = plain_figures(text)
    if plain is None:
        raise InvalidValue("number.unclear", value=text)
    return plain


def _decimal(text: str, code: str) -> Decimal:
    plain = _figures(text)
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", plain):
        raise InvalidValue(code, value=text)
    try:
        return Decimal(plain)
    except InvalidOperation:
        raise InvalidValue(code, value=text) from None
