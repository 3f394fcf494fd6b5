"""What records are called where they are chosen: a category with all it stands under."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from partner_desk.model.categories import Category
from partner_desk.model.fields import Record
from partner_desk.services import categories
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


def names(reader: "Reader", records: Sequence[Record], language: str) -> list[str]:
    """The name of each record of one kind, such as "Food › Food pantries"."""
    if not records or records[0].kind != Category.kind:
        return [each.caption for each in records]
    found = categories.paths(reader, [each.id for each in records], language)
    return [found.get(each.id, each.caption) for each in records]


def own_name(record: Record, language: str) -> str:
    """What a record is called by itself."""
    if isinstance(record, Category):
        return categories.name_in(record, language)
    return record.caption


def describe_category(desk: Desk) -> "Callable[[Reader, Record], tuple[str, str]]":
    """What a card of a link to a category says: all the category stands under, and the note."""

    def describe(reader: "Reader", link: Record) -> tuple[str, str]:
        category_id = str(getattr(link, "category_id", None) or "")
        found = categories.paths(reader, [category_id], desk.catalogue.language)
        note = " ".join(link.caption.split())
        return found.get(category_id, note), note if category_id in found else ""

    return describe
