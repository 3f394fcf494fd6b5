"""Value types of declared fields: how a value is read from text, checked, shown and packed.

``parse`` reads what a person or a file wrote, ``show`` writes it so that ``parse`` reads it again,
``pack`` and ``unpack`` go through JSON without loss. Text is "" when there is none, never None;
every other type has None for "nothing". Choices, numbers and dates have modules of their own.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


class InvalidValue(ValueError):
    """A value does not fit its type: ``code`` names the sentence, ``values`` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


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


PARAGRAPHS = Text(lines=True)


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
    """An identifier of exactly ``count`` digits, kept as text so that zeros stay.

    People write a hyphen after the first ``lead`` of them; with 0 they write none.
    """

    count: int = 9
    lead: int = 0

    def read(self, text: str) -> Any:
        digits = re.sub(r"[\s-]", "", text)
        if not (digits.isascii() and digits.isdigit() and len(digits) == self.count):
            raise InvalidValue("digits.invalid", value=text, count=self.count)
        return digits

    def written(self, digits: str) -> str:
        """Stored ``digits`` as people write them; any other text as it is."""
        if not self.lead or len(digits) != self.count or not digits.isdigit():
            return digits
        return f"{digits[:self.lead]}-{digits[self.lead:]}"

    def searched(self, digits: str) -> str:
        """The words under which stored ``digits`` are found: as they are, and as written."""
        return " ".join(dict.fromkeys((digits, self.written(digits))))


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
