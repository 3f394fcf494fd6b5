"""Value types of declared fields: how a value is read from text, checked, shown and packed.

``parse`` reads what a person or a file wrote, ``show`` writes it so that ``parse`` reads it again,
``pack`` and ``unpack`` go through JSON without loss. Text is "" when there is none, never None;
every other type has None for "nothing".
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from partner_desk.model.figures import plain_figures
from partner_desk.model.texts import N_


class InvalidValue(ValueError):
    """A value does not fit its type: ``code`` names the sentence, ``values`` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field: what is stored and what is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ValueType:
    """What all types share; a subclass says only what differs."""

    empty: ClassVar[Any] = None

    def parse(self, text: str) -> Any:
        """Read ``text``; "" or blanks give the empty value. Raises InvalidValue."""
        stripped = text.strip()
        return self.read(stripped) if stripped else self.empty

    def read(self, text: str) -> Any:
        """Read ``text``, which is neither empty nor padded. Raises InvalidValue."""
        return text

    def check(self, value: Any) -> Any:
        """``value`` as it is stored, or InvalidValue; takes text or the type's own values."""
        if value is None:
            return self.empty
        return self.parse(value) if isinstance(value, str) else self.unpack(value)

    def show(self, value: Any) -> str:
        """The text that ``parse`` reads back to ``value``."""
        return "" if value is None else str(value)

    def pack(self, value: Any) -> Any:
        """A JSON value that stands for ``value``."""
        return value

    def unpack(self, packed: Any) -> Any:
        """The value that ``packed`` stands for. Raises InvalidValue for a foreign JSON type."""
        if packed is None:
            return self.empty
        if isinstance(packed, str):
            return self.parse(packed)
        raise InvalidValue("value.wrong_type")


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text(ValueType):
    """Words of any script. ``lines`` says that line breaks belong to it."""

    empty: ClassVar[Any] = ""
    limit: int = 500
    lines: bool = False

    def check(self, value: Any) -> Any:
        if value is None:
            return ""
        if not isinstance(value, str):
            raise InvalidValue("value.wrong_type")
        return self.parse(value)

    def read(self, text: str) -> Any:
        cleaned = _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not self.lines:
            cleaned = " ".join(cleaned.split())
        limit = 100_000 if self.lines else self.limit
        if len(cleaned) > limit:
            raise InvalidValue("text.too_long", limit=limit, length=len(cleaned))
        return cleaned


@dataclass(frozen=True, slots=True)
class Email(Text):
    """One address of electronic mail."""

    def read(self, text: str) -> Any:
        cleaned = Text.read(self, text)
        if not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+", cleaned):
            raise InvalidValue("email.invalid", value=cleaned)
        return cleaned


@dataclass(frozen=True, slots=True)
class Phone(Text):
    """A telephone number as people write it, short codes and vanity numbers included."""

    def read(self, text: str) -> Any:
        cleaned = Text.read(self, text)
        if sum(character.isdigit() for character in cleaned) < 3:
            raise InvalidValue("phone.invalid", value=cleaned)
        return cleaned


@dataclass(frozen=True, slots=True)
class WebAddress(Text):
    """A web address; one without a scheme is taken as typed."""

    def read(self, text: str) -> Any:
        cleaned = Text.read(self, text)
        scheme, separator, _ = cleaned.partition("://")
        known = not separator or scheme.lower() in ("http", "https")
        host = cleaned.split("://")[-1].split("/")[0]
        if not known or " " in cleaned or "." not in host:
            raise InvalidValue("web.invalid", value=cleaned)
        return cleaned


@dataclass(frozen=True, slots=True)
class Digits(Text):
    """An identifier of exactly ``count`` digits, kept as text so that zeros stay."""

    count: int = 9

    def read(self, text: str) -> Any:
        digits = re.sub(r"[\s-]", "", text)
        if not (digits.isascii() and digits.isdigit() and len(digits) == self.count):
            raise InvalidValue("digits.invalid", value=text, count=self.count)
        return digits


@dataclass(frozen=True, slots=True)
class Days(Text):
    """Numbers of days from 1 to 999, kept as "90, 60, 30, 7": the largest first, none twice."""

    def read(self, text: str) -> Any:
        words = re.split(r"[\s,;]+", text.strip(" ,;"))
        if not all(re.fullmatch(r"0*[1-9]\d{0,2}", word) for word in words):
            raise InvalidValue("days.invalid", value=text)
        return ", ".join(map(str, sorted({int(word) for word in words}, reverse=True)))


def days_of(kept: str) -> tuple[int, ...]:
    """The numbers that a value of type Days stands for."""
    return tuple(int(word) for word in kept.split(",") if word.strip())


@dataclass(frozen=True, slots=True)
class Choice(Text):
    """One of ``options``; ``open`` lets other words through as they are."""

    options: tuple[Option, ...] = ()
    open: bool = False

    def read(self, text: str) -> Any:
        cleaned = Text.read(self, text)
        for option in self.options:
            if cleaned.casefold() in (option.value.casefold(), option.label.casefold()):
                return option.value
        if self.open:
            return cleaned
        known = ", ".join(option.value for option in self.options)
        raise InvalidValue("choice.unknown", value=cleaned, known=known)

    def label(self, value: str) -> str:
        """The untranslated label of a stored value; a free word is its own label."""
        return next((option.label for option in self.options if option.value == value), value)


@dataclass(frozen=True, slots=True)
class Words(ValueType):
    """Several short words: tags, language codes, the options of a question."""

    empty: ClassVar[Any] = ()

    def read(self, text: str) -> Any:
        return self._clean(re.split(r"[\n;,]", text))

    def show(self, value: Any) -> str:
        return "; ".join(value)

    def pack(self, value: Any) -> Any:
        return list(value)

    def unpack(self, packed: Any) -> Any:
        if isinstance(packed, str):
            return self.parse(packed)
        if packed is None:
            return ()
        if isinstance(packed, list | tuple) and all(isinstance(word, str) for word in packed):
            return self._clean(packed)
        raise InvalidValue("value.wrong_type")

    @staticmethod
    def _clean(words: Sequence[str]) -> tuple[str, ...]:
        cleaned = (" ".join(_CONTROL.sub("", word).split()) for word in words)
        return tuple(dict.fromkeys(word for word in cleaned if word))


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


@dataclass(frozen=True, slots=True)
class Flag(ValueType):
    """Yes or no; there is no "unknown"."""

    empty: ClassVar[Any] = False
    _TRUE: ClassVar[frozenset[str]] = frozenset({"yes", "true", "y", "t", "1", "x", "sí", "si"})
    _FALSE: ClassVar[frozenset[str]] = frozenset({"no", "false", "n", "f", "0"})

    def read(self, text: str) -> Any:
        word = text.casefold()
        if word in self._TRUE or word in self._FALSE:
            return word in self._TRUE
        raise InvalidValue("flag.invalid", value=text)

    def show(self, value: Any) -> str:
        return "yes" if value else "no"

    def unpack(self, packed: Any) -> Any:
        return packed if isinstance(packed, bool) else ValueType.unpack(self, packed)


_DATE_FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%Y%m%d")


@dataclass(frozen=True, slots=True)
class Date(ValueType):
    """A calendar day; read as ISO, or as American offices write it."""

    def read(self, text: str) -> Any:
        for form in _DATE_FORMS:
            try:
                day = datetime.strptime(text, form).date()
            except ValueError:
                continue
            if 1800 <= day.year <= 2200:
                return day
        raise InvalidValue("date.invalid", value=text)

    def show(self, value: Any) -> str:
        return "" if value is None else value.isoformat()

    def pack(self, value: Any) -> Any:
        return None if value is None else value.isoformat()

    def unpack(self, packed: Any) -> Any:
        if isinstance(packed, datetime):
            return packed.date()
        return packed if isinstance(packed, date) else ValueType.unpack(self, packed)


@dataclass(frozen=True, slots=True)
class TimeOfDay(ValueType):
    """Hours and minutes of a day."""

    def read(self, text: str) -> Any:
        compact = text.upper().replace(".", "").replace(" ", "")
        for form in ("%H:%M", "%H:%M:%S", "%I:%M%p", "%I%p"):
            try:
                return datetime.strptime(compact[:8], form).time().replace(second=0)
            except ValueError:
                continue
        raise InvalidValue("time.invalid", value=text)

    def show(self, value: Any) -> str:
        return "" if value is None else value.strftime("%H:%M")

    def pack(self, value: Any) -> Any:
        return None if value is None else value.strftime("%H:%M")

    def unpack(self, packed: Any) -> Any:
        return packed if isinstance(packed, time) else ValueType.unpack(self, packed)


@dataclass(frozen=True, slots=True)
class Moment(ValueType):
    """A point in time, always aware and in UTC."""

    def read(self, text: str) -> Any:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise InvalidValue("date.invalid", value=text) from None
        return moment.astimezone(UTC)

    def show(self, value: Any) -> str:
        return "" if value is None else value.isoformat()

    def pack(self, value: Any) -> Any:
        return None if value is None else value.isoformat()

    def unpack(self, packed: Any) -> Any:
        return packed if isinstance(packed, datetime) else ValueType.unpack(self, packed)


@dataclass(frozen=True, slots=True)
class Reference(ValueType):
    """The id of a record of kind ``target``. An ``owner`` reference makes the record its child."""

    target: str = ""
    owner: bool = False


@dataclass(frozen=True, slots=True)
class Extra(ValueType):
    """Columns of a foreign file that no field was declared for: names to texts, kept as read."""

    empty: ClassVar[Any] = {}

    def read(self, text: str) -> Any:
        try:
            return self.unpack(json.loads(text))
        except json.JSONDecodeError:
            raise InvalidValue("value.wrong_type") from None

    def show(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""

    def unpack(self, packed: Any) -> Any:
        if packed is None:
            return {}
        if isinstance(packed, str):
            return self.parse(packed)
        if isinstance(packed, dict) and all(isinstance(text, str) for text in packed.values()):
            return dict(packed)
        raise InvalidValue("value.wrong_type")


def options(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    """Options from (stored value, label marked with N_) pairs."""
    return tuple(Option(value, label) for value, label in pairs)


LANGUAGES = options(("en", N_("English")), ("es", N_("Spanish")))
