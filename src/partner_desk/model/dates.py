"""Values of the calendar and the clock, and numbers of days."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from partner_desk.model.values import InvalidValue, Text, ValueType

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
