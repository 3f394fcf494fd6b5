"""Records of any kind: adding, changing, moving, deleting, and reading them with their children.

Nested values are JSON objects: the declared fields of a record and, by the collection name of
their kind, arrays of its children.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Field, Needed, Positioned, Record
from partner_desk.model.history import CREATED, Change, Operation
from partner_desk.model.identity import as_uuid
from partner_desk.model.office import Alias
from partner_desk.model.registry import KINDS, children_of
from partner_desk.model.values import InvalidValue
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

R = TypeVar("R", bound=Record)
UNSEEN = object()
"""Stands for the value of a field that nobody was shown."""
OVERTAKEN = ("record.changed_meanwhile", "record.emptied_meanwhile")
"""Codes by which a person learns that somebody else changed a field meanwhile."""


def kind_named(kind: str) -> type[Record]:
    """The entity called ``kind``. Raises InputError("kind.unknown")."""
    if kind not in KINDS:
        raise InputError(Problem("kind.unknown", values={"kind": kind, "known": ", ".join(KINDS)}))
    return KINDS[kind]


def change_field(
    store: Store,
    entity: type[R],
    record_id: str,
    field: str,
    value: object,
    expected: object = UNSEEN,
) -> R:
    """Set one field from what was typed, or from a value of its type. Raises InputError.

    ``expected`` is the value that the person saw: where somebody stored another one meanwhile,
    nothing is written ("record.changed_meanwhile", other= or "record.emptied_meanwhile").
    """
    declaration = entity.declarations[field]
    cleaned = _cleaned(declaration, value)
    with store.reading() as reader:
        caption = _existing(reader, entity, record_id).caption
    operation = Operation(
        "record.change", {"kind": entity.kind, "field": field, "name": caption}
    )
    with store.writing(operation) as work:
        found = getattr(_existing(work, entity, record_id), field)
        if expected is not UNSEEN and found not in (expected, cleaned):
            raise InputError(_overtaken(work, declaration, found))
        _require_targets(work, entity, {field: cleaned})
        _require_given(work, entity, record_id, {field: cleaned})
        _require_whole(work, entity, record_id, {field: cleaned})
        return work.change(entity, record_id, **{field: cleaned})


def _cleaned(declaration: Field, value: object) -> Any:
    label = {"field": declaration.label}
    try:
        cleaned = declaration.type.check(value)
    except InvalidValue as error:
        problem = Problem(error.code, declaration.name, {**label, **error.values})
        raise InputError(problem) from error
    if declaration.needed is Needed.ALWAYS and cleaned == declaration.type.empty:
        raise InputError(Problem("field.required", declaration.name, label))
    return cleaned


def _overtaken(reader: Reader, declaration: Field, found: Any) -> Problem:
    """What somebody is told whose field holds another value than was shown."""
    if found == declaration.type.empty:
        return Problem("record.emptied_meanwhile", declaration.name)
    other = (
        captions(reader, declaration.target, [found]).get(found, "")
        if declaration.target
        else declaration.type.show(found)
    )
    return Problem("record.changed_meanwhile", declaration.name, {"other": other})


def add(store: Store, kind: str, values: Mapping[str, Any]) -> Record:
    """Keep a new record with its nested children. Raises InputError naming every problem."""
    entity = kind_named(kind)
    records = build(entity, values)
    operation = Operation("record.add", {"kind": kind, "name": records[0].caption})
    with store.writing(operation) as work:
        _require_new(work, records)
        work.add_many(records)
    return records[0]


def build(
    entity: type[Record], values: Mapping[str, Any], where: str = "", **owner: str
) -> list[Record]:
    """The record that ``values`` describe and its children, parents first, not yet kept.

    Raises InputError with the problems of all of them, each with the path of its record.
    """
    own, nested = _split(entity, values)
    problems = _id_problems(own, where)
    record: Record | None = None
    try:
        record = entity.checked({**own, **owner}, where)
    except InputError as error:
        problems.extend(error.problems)
    parent_id = record.id if record else "-"
    found: list[Record] = [record] if record else []
    for collection, rows in nested.items():
        child, link = _collections(entity.kind)[collection]
        for number, row in enumerate(rows, 1):
            path = f"{where}.{collection}[{number}]".lstrip(".")
            try:
                children = build(child, row, path, **{link: parent_id})
            except InputError as error:
                problems.extend(error.problems)
                continue
            if isinstance(children[0], Positioned):
                children[0].position = number
            found.extend(children)
    if problems:
        raise InputError(*problems)
    return found


def update(store: Store, kind: str, record_id: str, values: Mapping[str, Any]) -> Record:
    """Change the given fields of a record; nested rows with an id change, others are added."""
    entity = kind_named(kind)
    with store.reading() as reader:
        caption = _existing(reader, entity, record_id).caption
    operation = Operation("record.update", {"kind": kind, "name": caption})
    with store.writing(operation) as work:
        return _update(work, entity, record_id, values, "")


def _update(
    work: UnitOfWork, entity: type[Record], record_id: str, values: Mapping[str, Any], where: str
) -> Record:
    own, nested = _split(entity, values)
    own.pop("id", None)
    cleaned, problems = entity.check(own, where)
    problems += [
        Problem("field.required", name, {"field": entity.declarations[name].label}, where)
        for name, value in cleaned.items()
        if entity.declarations[name].needed is Needed.ALWAYS
        and value == entity.declarations[name].type.empty
    ]
    if problems:
        raise InputError(*problems)
    _require_targets(work, entity, cleaned)
    _require_given(work, entity, record_id, cleaned)
    _require_whole(work, entity, record_id, cleaned, where)
    record = work.change(entity, record_id, **cleaned)
    for collection, rows in nested.items():
        child, link = _collections(entity.kind)[collection]
        for number, row in enumerate(rows, 1):
            path = f"{where}.{collection}[{number}]".lstrip(".")
            _put_child(work, child, link, record_id, row, path)
    return record


def _put_child(
    work: UnitOfWork,
    child: type[Record],
    link: str,
    parent_id: str,
    row: Mapping[str, Any],
    where: str,
) -> None:
    stored = work.get(child, row.get("id"))
    if stored is None:
        records = build(child, row, where, **{link: parent_id})
        place_last(work, records[0], link, parent_id)
        _require_new(work, records)
        work.add_many(records)
    elif getattr(stored, link) == parent_id:
        _update(work, child, stored.id, row, where)
    else:
        raise InputError(Problem("record.of_another", "id", {"id": stored.id}, where))


def add_child(
    store: Store, entity: type[R], link: str, parent: Record, values: Mapping[str, Any]
) -> R:
    """Keep a new child of ``parent``, last in its order. Raises InputError."""
    record = entity.checked({**values, link: parent.id})
    operation = Operation(
        "record.add_child",
        {"kind": entity.kind, "name": record.caption, "parent": parent.caption},
    )
    with store.writing(operation) as work:
        _require_targets(work, entity, vars(record))
        place_last(work, record, link, parent.id)
        return work.add(record)


def place_last(work: UnitOfWork, record: Record, link: str, parent_id: str) -> None:
    """Give a new record of an ordered kind the place behind its siblings'."""
    if isinstance(record, Positioned):
        siblings = work.find(type(record), **{link: parent_id})
        record.position = max((each.position for each in siblings), default=0) + 1


def move(store: Store, entity: type[Record], link: str, record_id: str, place: int) -> None:
    """Put a positioned child at ``place`` (from 1) among its siblings."""
    with store.reading() as reader:
        record = _existing(reader, entity, record_id)
        siblings = reader.find(entity, **{link: getattr(record, link)})
    order = [each.id for each in siblings if each.id != record_id]
    order.insert(max(0, place - 1), record_id)
    operation = Operation("record.move", {"kind": entity.kind, "name": record.caption})
    with store.writing(operation) as work:
        for position, sibling_id in enumerate(order, 1):
            work.change(entity, sibling_id, position=position)


def delete(store: Store, entity: type[Record], record_id: str) -> None:
    """Move a record to Trash, and its children with it."""
    with store.reading() as reader:
        caption = _existing(reader, entity, record_id).caption
    with store.writing(
        Operation("record.delete", {"kind": entity.kind, "name": caption})
    ) as work:
        work.delete(entity, record_id)


def bring_back(store: Store, entity: type[Record], record_id: str) -> None:
    """Take a record out of Trash, with the children that went there with it.

    Where it was combined into another one, its id leads there no more.
    """
    with store.reading() as reader:
        caption = _existing(reader, entity, record_id).caption
    with store.writing(
        Operation("record.bring_back", {"kind": entity.kind, "name": caption})
    ) as work:
        work.bring_back(entity, record_id)
        for each in work.find(Alias, of_kind=entity.kind, loser_id=record_id):
            work.delete(Alias, each.id)


def put_back(store: Store, change: Change) -> Record:
    """Give a field the value it had before ``change``, whatever happened since."""
    entity = KINDS[change.kind]
    if change.field == CREATED:
        delete(store, entity, change.record_id)
        with store.reading() as reader:
            return _existing(reader, entity, change.record_id)
    value = entity.declarations[change.field].type.unpack(change.before)
    return change_field(store, entity, change.record_id, change.field, value)


def tree(store: Store, kind: str, record_id: str) -> dict[str, Any]:
    """A record with its live children, nested, in JSON values."""
    entity = kind_named(kind)
    with store.reading() as reader:
        return _tree(reader, _existing(reader, entity, record_id))


def _tree(reader: Reader, record: Record) -> dict[str, Any]:
    found = record.packed()
    for collection, children in reader.children(record).items():
        if children:
            found[collection] = [_tree(reader, child) for child in children]
    return found


def _existing(reader: Reader, entity: type[R], record_id: str) -> R:
    record = reader.get(entity, record_id)
    if record is None:
        raise EnvironmentProblem("record.gone", kind=entity.kind, id=record_id)
    return record


def _collections(kind: str) -> dict[str, tuple[type[Record], str]]:
    """The child kinds of a kind by their collection name, each with its owner reference."""
    return {child.collection: (child, link.name) for child, link in children_of(kind)}


def _split(
    entity: type[Record], values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, list[Mapping[str, Any]]]]:
    if not isinstance(values, Mapping):
        raise InputError(Problem("json.not_an_object"))
    collections = _collections(entity.kind)
    nested = {name: rows for name, rows in values.items() if name in collections}
    for name, rows in nested.items():
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise InputError(Problem("json.not_an_array", name, {"name": name}))
    return {name: each for name, each in values.items() if name not in collections}, nested


def _id_problems(values: dict[str, Any], where: str) -> list[Problem]:
    """An id may be brought along, if it is one; it is put into its canonical form."""
    given = values.get("id")
    if given is None:
        values.pop("id", None)
        return []
    canonical = as_uuid(given) if isinstance(given, str) else None
    if canonical is None:
        del values["id"]
        return [Problem("id.invalid", "id", {"id": given}, where)]
    values["id"] = canonical
    return []


def _require_new(work: Reader, records: Iterable[Record]) -> None:
    """See that nothing live has the ids of these records, and that what they refer to is there."""
    new = list(records)
    coming = {each.id for each in new}
    for record in new:
        stored = work.get(type(record), record.id)
        if stored is not None and stored.deleted_at is None:
            raise InputError(Problem("record.exists", "id", {"id": record.id}))
        _require_targets(work, type(record), vars(record), coming)
        _require_given(work, type(record), record.id, vars(record))


def _require_targets(
    work: Reader, entity: type[Record], values: Mapping[str, Any], coming: Container[str] = ()
) -> None:
    """See that references point at records that are there or are ``coming`` with this one."""
    missing = [
        Problem("reference.missing", each.name, {"field": each.label, "id": values[each.name]})
        for each in entity.declarations.values()
        if each.target
        and values.get(each.name)
        and values[each.name] not in coming
        and work.get(KINDS[each.target], values[each.name]) is None
    ]
    if missing:
        raise InputError(*missing)


def _require_given(
    work: Reader, entity: type[Record], record_id: str, values: Mapping[str, Any]
) -> None:
    """See that what people know a record by stays once it is there, and is nobody else's."""
    for each in entity.declarations.values():
        wanted = values.get(each.name)
        if not each.given or each.name not in values:
            continue
        stored = work.get(entity, record_id)
        kept = getattr(stored, each.name) if stored is not None else each.type.empty
        label = {"field": each.label}
        if kept not in (each.type.empty, wanted):
            raise InputError(Problem("field.given", each.name, {**label, "value": kept}))
        others = work.find(entity, **{each.name: wanted}) if wanted else []
        if any(other.id != record_id for other in others):
            raise InputError(Problem("field.taken", each.name, {**label, "value": wanted}))


def _require_whole(
    work: Reader, entity: type[Record], record_id: str, values: Mapping[str, Any], where: str = ""
) -> None:
    """See that a record which says enough still does; one that came without may be mended."""
    stored = work.get(entity, record_id)
    if stored is None or stored.lacking or not values:
        return
    if code := replace(stored, **values).lacking:
        raise InputError(Problem(code, next(iter(values)), where=where))


def captions(reader: Reader, kind: str, ids: Iterable[str]) -> dict[str, str]:
    """What records of one kind are called, by id."""
    return {each.id: each.caption for each in reader.get_many(KINDS[kind], list(ids))}
