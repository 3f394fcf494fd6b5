"""The filters of a list as conditions of SQL, alike on every engine."""

from collections.abc import Iterator
from math import cos, radians
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    false,
    func,
    not_,
    or_,
    select,
    true,
    union_all,
)

from partner_desk.model.fields import Field
from partner_desk.model.queries import (
    After,
    AllOf,
    Among,
    AnyOf,
    Before,
    ChangedIn,
    Condition,
    Filter,
    HasChild,
    Holds,
    Near,
    Not,
    OneOf,
    Refers,
    Total,
    Walked,
)
from partner_desk.model.registry import KINDS, children_of
from partner_desk.store.codec import codec_of
from partner_desk.store.letters import holds
from partner_desk.store.many_values import among_texts
from partner_desk.store.tables import CHANGE, CHANGE_SET, table_of

_MANY = 500
"""Values, from which on they are handed over as one."""
MILES_TO_A_DEGREE = 69.0933
"""Along a meridian of a sphere of the earth's mean radius, 3,958.76 miles."""


def condition(kind: str, wanted: Filter) -> ColumnElement[bool]:
    """What rows of ``kind`` have to fit."""
    if isinstance(wanted, Not | AnyOf | AllOf):
        return _combined(kind, wanted)
    if isinstance(wanted, Walked):
        return condition(kind, wanted.filter)
    if isinstance(wanted, HasChild):
        return _exists(table_of(kind), table_of(wanted.kind), children_fitting(kind, wanted))
    if isinstance(wanted, Refers):
        return _refers(kind, wanted)
    if isinstance(wanted, Among):
        return _among(kind, wanted)
    if isinstance(wanted, Near):
        return _near(table_of(kind), wanted)
    if isinstance(wanted, ChangedIn):
        return table_of(kind).c.id.in_(_changed_in(kind, wanted))
    if isinstance(wanted, Holds):
        return holds(table_of(kind).c[wanted.field], wanted.text, begins=wanted.begins)
    return _compared(kind, wanted)


def _compared(kind: str, wanted: Condition | OneOf | Before | After) -> ColumnElement[bool]:
    """A field or total held against values."""
    if isinstance(wanted.field, Total):
        assert isinstance(wanted, Before | After)
        declaration = KINDS[wanted.field.kind].declarations[wanted.field.field]
        return _bounded(sum_of(kind, wanted.field), wanted, _stored(declaration, wanted.value))
    column = table_of(kind).c[wanted.field]
    if wanted.field == "id" and isinstance(wanted, Condition | OneOf):
        return column.in_(wanted.values if isinstance(wanted, OneOf) else (wanted.value,))
    declaration = KINDS[kind].declarations[wanted.field]
    if isinstance(wanted, OneOf):
        values = [_stored(declaration, value) for value in wanted.values]
        if len(values) > _MANY and all(isinstance(each, str) for each in values):
            return among_texts(column, values)
        return column.in_(values)
    value = _stored(declaration, wanted.value)
    if isinstance(wanted, Condition):
        return column.is_(None) if value is None else column == value
    # Nothing typed is neither early nor late.
    return and_(column.is_not(None), _bounded(column, wanted, value))


def sum_of(kind: str, total: Total) -> ColumnElement[Any]:
    """The total of a row of ``kind``, in the unit that its column is kept in."""
    column = table_of(total.kind).c[total.field]
    found = select(func.coalesce(func.sum(column), 0)).where(*children_fitting(kind, total))
    return found.correlate(table_of(kind)).scalar_subquery()


def children_fitting(kind: str, wanted: HasChild | Total) -> list[ColumnElement[bool]]:
    """What makes a row of the wanted kind a live child, one that fits."""
    parent, child = table_of(kind), table_of(wanted.kind)
    link = next(each for entity, each in children_of(kind) if entity.kind == wanted.kind)
    return [
        child.c[link.name] == parent.c.id,
        child.c.deleted_at.is_(None),
        *(condition(wanted.kind, each) for each in wanted.where),
    ]


def restored(declaration: Field, value: Any) -> Any:
    """What a value of a column stands for."""
    restore = codec_of(declaration).restore
    return restore(value) if restore else value


def _stored(declaration: Field, value: Any) -> Any:
    store = codec_of(declaration).store
    return store(value) if store else value


def _bounded(
    column: ColumnElement[Any], wanted: Before | After, value: Any
) -> ColumnElement[bool]:
    bound: ColumnElement[bool] = (
        column <= value if isinstance(wanted, Before) else column >= value
    )
    return bound


def _refers(kind: str, wanted: Refers) -> ColumnElement[bool]:
    table, target = table_of(kind), KINDS[kind].declarations[wanted.field].target
    named = table_of(target)
    return _exists(table, named, [
        named.c.id == table.c[wanted.field],
        named.c.deleted_at.is_(None),
        *(condition(target, each) for each in wanted.where),
    ])


def _combined(kind: str, wanted: Not | AnyOf | AllOf) -> ColumnElement[bool]:
    if isinstance(wanted, Not):
        return not_(condition(kind, wanted.filter))
    each_fits = [condition(kind, each) for each in _others(wanted)]
    if isinstance(wanted, AllOf):
        return and_(true(), *each_fits)
    return or_(false(), *_listed(kind, wanted), *each_fits)


def _others(wanted: AnyOf | AllOf) -> list[Filter]:
    """The filters that are asked by themselves."""
    return [each for each in wanted.filters
            if isinstance(wanted, AllOf) or not isinstance(each, Among)]


def _listed(kind: str, wanted: AnyOf) -> Iterator[ColumnElement[bool]]:
    """One list for each field to look a row up in, instead of one for each way to it."""
    ways: dict[str, list[Select[Any]]] = {}
    for each in wanted.filters:
        if isinstance(each, Among):
            ways.setdefault(each.field, []).append(_sought(each))
    for field, found in ways.items():
        yield table_of(kind).c[field].in_(union_all(*found))


def _among(kind: str, wanted: Among) -> ColumnElement[bool]:
    return table_of(kind).c[wanted.field].in_(_sought(wanted).scalar_subquery())


def _sought(wanted: Among) -> Select[Any]:
    """The values of the link, whatever is asked around them."""
    other = table_of(wanted.kind)
    link = other.c[wanted.link]
    # Nothing among them may be NULL: a NOT IN of such a list fits no row at all.
    return select(link).where(
        link.is_not(None), other.c.deleted_at.is_(None),
        *(condition(wanted.kind, each) for each in wanted.where),
    ).correlate(None)


def _changed_in(kind: str, wanted: ChangedIn) -> Select[Any]:
    """The ids of the records of ``kind`` in a change set; its changes are found by its number."""
    number = select(CHANGE_SET.c.sequence).where(CHANGE_SET.c.id == wanted.change_set_id)
    return select(CHANGE.c.record_id).where(
        CHANGE.c.sequence == number.scalar_subquery(), CHANGE.c.kind == kind
    ).correlate(None)


def _near(table: Table, wanted: Near) -> ColumnElement[bool]:
    """A box, for which there is an index, then the circle within it."""
    latitude, longitude = table.c.latitude, table.c.longitude
    miles_east = MILES_TO_A_DEGREE * max(cos(radians(wanted.latitude)), 0.01)
    high, wide = wanted.miles / MILES_TO_A_DEGREE, wanted.miles / miles_east
    north = (latitude - wanted.latitude) * MILES_TO_A_DEGREE
    east = (longitude - wanted.longitude) * miles_east
    return and_(
        latitude.between(wanted.latitude - high, wanted.latitude + high),
        longitude.between(wanted.longitude - wide, wanted.longitude + wide),
        north * north + east * east <= wanted.miles * wanted.miles,
    )


def _exists(table: Table, other: Table, where: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    return select(other.c.id).where(*where).correlate(table).exists()
