"""Changes to the tree of categories; none of them can bring it into a circle."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partner_desk.model.categories import Category
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.registry import ENTITIES
from partner_desk.services import combining, records
from partner_desk.services.categories import parents_of, way_up
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Use:
    """What hangs on a category itself: how many resources, needs, partnerships, children."""

    resources: int
    needs: int
    partnerships: int
    children: int

    @property
    def any(self) -> bool:
        """Whether it is used at all."""
        return bool(self.resources or self.needs or self.partnerships or self.children)


def add(store: Store, values: Mapping[str, Any], parent_id: str | None = None) -> Category:
    """Keep a new category, under ``parent_id`` or on top. Raises InputError."""
    made = records.add(store, "category", {**values, "parent_id": parent_id})
    assert isinstance(made, Category)
    return made


def rename(store: Store, category_id: str, name: str) -> Category:
    """Call a category otherwise. Raises InputError for an empty name."""
    return records.change_field(store, Category, category_id, "name", name)


def move(store: Store, category_id: str, parent_id: str | None) -> Category:
    """Put a category under another, or on top (None). Raises InputError("category.circle")."""
    with store.reading() as reader:
        category = _existing(reader, category_id)
        if parent_id is not None:
            above = _existing(reader, parent_id)
            if category_id in way_up(parents_of(reader), parent_id):
                values = {"name": category.name, "parent": above.name}
                raise InputError(Problem("category.circle", "parent_id", values))
    operation = Operation("category.move", {"kind": "category", "name": category.name})
    with store.writing(operation) as work:
        return work.change(Category, category_id, parent_id=parent_id)


def change_field(
    store: Store, category_id: str, field: str, value: object, expected: object = records.UNSEEN
) -> Category:
    """Like ``records.change_field``, and never into a circle. Raises InputError."""
    if field == "parent_id" and isinstance(value, str):
        with store.reading() as reader:
            if category_id in way_up(parents_of(reader), value):
                name, above = (_existing(reader, each).name for each in (category_id, value))
                values = {"name": name, "parent": above}
                raise InputError(Problem("category.circle", "parent_id", values))
    return records.change_field(store, Category, category_id, field, value, expected)


def use_of(reader: Reader, category_id: str) -> Use:
    """What hangs on a category itself."""
    return Use(*(
        len(_referring(reader, kind, category_id))
        for kind in ("service_category", "need", "partnership_category", "category")
    ))


def delete(store: Store, category_id: str) -> None:
    """Move a category that nothing hangs on to Trash. Raises InputError("category.in_use")."""
    with store.reading() as reader:
        category = _existing(reader, category_id)
        use = use_of(reader, category_id)
    if use.any:
        values = {"name": category.name, "count": use.resources + use.needs + use.partnerships,
                  "children": use.children}
        code = "category.in_use" if values["count"] else "category.has_children"
        raise InputError(Problem(code, values=values))
    records.delete(store, Category, category_id)


def merge(store: Store, loser_id: str, survivor_id: str) -> Category:
    """Make two categories one, as ``combining.combine`` does: the first becomes the second.

    Raises InputError("category.itself").
    """
    with store.reading() as reader:
        loser = _existing(reader, loser_id)
    if loser_id == survivor_id:
        raise InputError(Problem("category.itself", values={"name": loser.name}))
    kept = combining.combine(store, Category.kind, survivor_id, [loser_id])
    assert isinstance(kept, Category)
    return kept


def _referring(reader: Reader, kind: str, category_id: str) -> list[Record]:
    entity = next(each for each in ENTITIES if each.kind == kind)
    field = "parent_id" if entity is Category else "category_id"
    return list(reader.find(entity, **{field: category_id}))


def _existing(reader: Reader, category_id: str) -> Category:
    found = reader.get(Category, category_id)
    if found is None:
        raise EnvironmentProblem("record.gone", kind=Category.kind, id=category_id)
    return found
