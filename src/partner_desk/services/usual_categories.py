"""The categories that come with the program: every office begins with them and goes its own way."""

import json
from collections.abc import Iterator
from typing import Any

from partner_desk.files.resources import resource_dir
from partner_desk.model.categories import Category
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import Alias
from partner_desk.model.queries import ListQuery
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

Term = dict[str, Any]


def usual_categories() -> list[Category]:
    """The categories that come with the program, those above before those under; not yet kept.

    Their ids follow from their keys, so that two computers make the same records.
    """
    path = resource_dir("templates") / "categories.json"
    return list(_made(json.loads(path.read_text(encoding="utf-8")), None))


def usual_id(key: str) -> str:
    """The id of the category with this key."""
    return derived_id("category", "usual", key)


def ensure(store: Store) -> bool:
    """Keep the usual categories in an office that never had any; returns whether it did.

    An office that trashed all of them keeps it so; one open for reading stays as it is.
    """
    with store.reading() as reader:
        begun = any(reader.count(ListQuery("category", trash=trash)) for trash in (False, True))
    if begun or store.read_only:
        return False
    # Of a kind that Undo leaves alone: nobody did it, so nobody takes it back by mistake.
    with store.writing(Operation("categories.filled", kind="migrate")) as work:
        work.add_many(usual_categories())
    return True


def fill(store: Store) -> int:
    """Keep those of the usual categories that are not there, also those that lie in Trash.

    A category that is there stays as it is, and one that was merged stays merged. Returns how
    many were added.
    """
    with store.writing(Operation("categories.filled")) as work:
        new = missing(work)
        work.add_many(new)
    return len(new)


def missing(reader: Reader) -> list[Category]:
    """Those of the usual categories that the office has not; what was merged is not missing."""
    merged = {each.loser_id for each in reader.find(Alias, of_kind="category")}
    live = {each.id for each in reader.find(Category)}
    return [each for each in usual_categories() if each.id not in live | merged]


def _made(terms: list[Term], parent_id: str | None) -> Iterator[Category]:
    for term in terms:
        made = Category(
            id=usual_id(term["key"]), name=term["name"], name_es=term["name_es"],
            parent_id=parent_id,
        )
        yield made
        yield from _made(term.get("terms", []), made.id)
