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


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these filters fits; none of none."""

    filters: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these filters fits; all of none."""

    filters: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Holds:
    """A text has these letters somewhere, whatever their case; ``begins``: at its beginning."""

    field: str
    text: str
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Walked:
    """What ``filter`` fits, sought in one walk through all records of the list's kind.

    For their long texts: a list is read along an index in its order, and to look each text up from
    there takes three times as long.
    """

    filter: "Filter"


@dataclass(frozen=True, slots=True)
class Among:
    """A field's value is what live records of ``kind`` that fit ``where`` hold in ``link``.

    Says the same as ``HasChild`` and ``Refers``, from the other end: those that fit are sought
    first. For lists of which few records fit, or whose way leads over several kinds.
    """

    field: str
    kind: str
    link: str
    where: tuple["Filter", ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A place lies within so many miles of a point in degrees, over a sphere that is flat there.

    For kinds with ``latitude`` and ``longitude``; a record without them is nowhere. Off by less
    than one part in a hundred as far as 100 miles, between the polar circles.
    """

    latitude: float
    longitude: float
    miles: float


@dataclass(frozen=True, slots=True)
class ChangedIn:
    """The record itself came or was changed in the change set with this id."""

    change_set_id: str


Filter = (
    Condition | Before | After | OneOf | HasChild | Refers | Not | AnyOf | AllOf | Holds | Among
    | Near | ChangedIn | Walked
)


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Records of one kind: found by ``search``, fitting ``where``, in an order.

    ``order`` names a field or a total, "" means by what records are called; a reference orders by
    what its record is called. ``trash`` asks for deleted records instead.
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
