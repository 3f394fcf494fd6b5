"""What a list asks for, in terms of declared fields; the store makes SQL of it."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Condition:
    """A field holds this value."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Total:
    """What the live children of a kind hold together in a field of money or whole numbers.

    Only those that fit all of ``where`` count; without any it is 0.
    """

    kind: str
    field: str
    where: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """A field or total holds something smaller than this value, or exactly it."""

    field: str | Total
    value: Any


@dataclass(frozen=True, slots=True)
class After:
    """A field or total holds something greater than this value, or exactly it."""

    field: str | Total
    value: Any


@dataclass(frozen=True, slots=True)
class OneOf:
    """A field holds one of these values."""

    field: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class HasChild:
    """A live child of this kind exists that fits all of ``where``."""

    kind: str
    where: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Refers:
    """The live record that this reference names fits all of ``where``."""

    field: str
    where: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a filter."""

    filter: "Filter"


Filter = Condition | Before | After | OneOf | HasChild | Refers | Not


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Records of one kind: found by ``search``, fitting ``where``, in an order.

    ``order`` names a field or a total, "" means by what records are called. ``trash`` asks for
    deleted records instead.
    """

    kind: str
    search: str = ""
    where: tuple[Filter, ...] = ()
    order: str | Total = ""
    descending: bool = False
    trash: bool = False

    def searching(self, text: str) -> "ListQuery":
        """The same list, filtered by ``text``."""
        return replace(self, search=text)
