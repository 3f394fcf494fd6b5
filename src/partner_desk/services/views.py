"""Lists under a name: what somebody narrowed a list by once, kept for everybody in the office."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.folding import fold
from partner_desk.model.history import Operation
from partner_desk.model.office import SavedView
from partner_desk.model.queries import ListQuery
from partner_desk.services.directory.lists import CHOICES, Narrowed, ResourceList
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

KIND = "service"


def all_views(reader: Reader) -> list[SavedView]:
    """The views of resources, by name."""
    found = reader.find(SavedView, of_kind=KIND)
    return sorted(found, key=lambda each: (fold(each.name), each.id))


def view_named(reader: Reader, name: str) -> SavedView:
    """The view of this name, whatever its case. Raises InputError("view.unknown")."""
    views = all_views(reader)
    same = [each for each in views if each.name == name]
    same = same or [each for each in views if fold(each.name) == fold(name)]
    if not same:
        known = ", ".join(each.name for each in views) or "–"
        raise InputError(Problem("view.unknown", "name", {"name": name, "known": known}))
    return same[0]


def query_of(reader: Reader, view: SavedView, today: date) -> ListQuery:
    """What a view lists on ``today``. Raises InputError("view.unreadable")."""
    return list_of(view).query(reader, today)


def list_of(view: SavedView) -> ResourceList:
    """What a view stands for. Raises InputError("view.unreadable")."""
    try:
        return unpacked(view.conditions)
    except ValueError as error:
        raise InputError(Problem("view.unreadable", "", {"name": view.name})) from error


def save(store: Store, name: str, wanted: ResourceList) -> SavedView:
    """Keep a list under a new name. Raises InputError ("field.required", "view.taken")."""
    view = SavedView.checked({"name": name, "of_kind": KIND, "conditions": packed(wanted)})
    with store.writing(Operation("view.save", {"name": view.name})) as work:
        _require_free(work, view.name, view.id)
        return work.add(view)


def update(store: Store, view_id: str, wanted: ResourceList) -> SavedView:
    """Let a view stand for another list from now on."""
    name = _name(store, view_id)
    with store.writing(Operation("view.update", {"name": name})) as work:
        return work.change(SavedView, view_id, conditions=packed(wanted))


def rename(store: Store, view_id: str, name: str) -> SavedView:
    """Call a view something else. Raises InputError as ``save`` does."""
    called = SavedView.checked({"name": name}).name
    with store.writing(Operation("view.rename", {"name": called})) as work:
        _require_free(work, called, view_id)
        return work.change(SavedView, view_id, name=called)


def delete(store: Store, view_id: str) -> None:
    """Drop a view; the resources stay as they are."""
    name = _name(store, view_id)
    with store.writing(Operation("view.delete", {"name": name})) as work:
        work.delete(SavedView, view_id)


def packed(wanted: ResourceList) -> str:
    """A list as JSON; what narrows nothing is left out."""
    nothing = asdict(Narrowed())
    narrowed = {name: _plain(value) for name, value in asdict(wanted.narrowed).items()
                if value != nothing[name]}
    found = {"choice": wanted.choice, "search": wanted.search, "narrowed": narrowed}
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def unpacked(text: str) -> ResourceList:
    """The list that ``packed`` wrote. Raises ValueError for what it never writes.

    A condition that is not known is refused and not left out: the list would be a wider one.
    """
    found = json.loads(text)
    if not isinstance(found, dict) or not isinstance(found.get("narrowed"), dict):
        raise ValueError("no list")
    choice, search = found.get("choice"), found.get("search", "")
    if choice not in CHOICES or not isinstance(search, str):
        raise ValueError("no such list")
    readers = _READERS
    values = {name: readers[name](value) if name in readers else _unknown(name)
              for name, value in found["narrowed"].items()}
    return ResourceList(choice, search, Narrowed(**values))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("no list of words")
    return tuple(value)


def _exactly(wanted: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not wanted:
            raise ValueError(f"no {wanted.__name__}")
        return value

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError("no number")
    return float(value)


def _iso(read: Callable[[str], Any]) -> Callable[[Any], Any]:
    return lambda value: read(_exactly(str)(value))


def _unknown(name: str) -> Any:
    raise ValueError(name)


_BY_TYPE: dict[Any, Callable[[Any], Any]] = {
    tuple[str, ...]: _words, str: _exactly(str), bool: _exactly(bool),
    str | None: _exactly(str), int | None: _exactly(int), float | None: _number,
    date | None: _iso(date.fromisoformat), time | None: _iso(time.fromisoformat),
}
_READERS = {each.name: _BY_TYPE[each.type] for each in fields(Narrowed)}


def _name(store: Store, view_id: str) -> str:
    with store.reading() as reader:
        found = reader.get(SavedView, view_id)
    return found.name if found else ""


def _require_free(reader: Reader, name: str, view_id: str) -> None:
    if any(fold(each.name) == fold(name) and each.id != view_id for each in all_views(reader)):
        raise InputError(Problem("view.taken", "name", {"name": name}))
