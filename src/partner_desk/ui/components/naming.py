"""What records are called where they are chosen: with what they stand under.

That is a category with those above it, and a partnership with its organization, whose name people
know it by.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from partner_desk.model.categories import Category
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services import categories
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader


def names(reader: "Reader", records: Sequence[Record], language: str) -> list[str]:
    """The name of each record of one kind, such as "Food › Food pantries"."""
    if records and records[0].kind == Category.kind:
        found = categories.paths(reader, [each.id for each in records], language)
        return [found.get(each.id, each.caption) for each in records]
    owned = {each.id: each.organization_id or ""
             for each in records if isinstance(each, Partnership)}
    owners = {each.id: each.caption
              for each in reader.get_many(Organization, list(owned.values()))}
    return [_under(owners.get(owned.get(each.id, ""), ""), each.caption) for each in records]


def short_names(record: Record, name: str, language: str) -> tuple[str, ...]:
    """What stands for a record too, where nothing else does: ``name`` is its name in full."""
    if isinstance(record, Category):
        return categories.name_in(record, language), record.caption
    if isinstance(record, Partnership):
        return name.partition(categories.PATH)[0], record.caption
    return (record.caption,)


def _under(owner: str, name: str) -> str:
    """A name below that of its owner; many partnerships are called like their organization."""
    return categories.PATH.join((owner, name)) if owner and fold(owner) != fold(name) else name


def describe_category(desk: Desk) -> "Callable[[Reader, Record], tuple[str, str]]":
    """What a card of a link to a category says: all the category stands under, and the note."""

    def describe(reader: "Reader", link: Record) -> tuple[str, str]:
        category_id = str(getattr(link, "category_id", None) or "")
        found = categories.paths(reader, [category_id], desk.catalogue.language)
        note = " ".join(link.caption.split())
        return found.get(category_id, note), note if category_id in found else ""

    return describe
