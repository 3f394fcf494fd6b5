"""Categories as other people write them: "Food Pantry" is the office's "Food pantries"."""

from collections.abc import Mapping

from partner_desk.model.categories import Category
from partner_desk.model.folding import fold
from partner_desk.store.reader import Reader

_GENERAL = frozenset(("program", "service", "and", "y", "of", "de", "the", "for"))
_LEAST = 4
"""Letters that a word must have to lose the "s" of its plural: "gas" keeps it."""


def known_categories(reader: Reader) -> dict[str, str]:
    """Ids of categories by name, the office's own before those of foreign directories.

    Each stands under its folded name and, where no name is just so, under what is left of that
    without plurals and words that any category could have.
    """
    found: dict[str, str] = {}
    loosely: dict[str, str] = {}
    ordered = sorted(reader.stream(Category), key=lambda each: each.source_id is not None)
    for each in ordered:
        for name in filter(None, (each.name, each.name_es)):
            found.setdefault(fold(name), each.id)
            loosely.setdefault(_loosely(name), each.id)
    return {**loosely, **found}


def category_labels(reader: Reader) -> dict[str, str]:
    """The names of all categories by their ids."""
    return {each.id: each.name for each in reader.stream(Category)}


def category_called(known: Mapping[str, str], name: str) -> str | None:
    """The id of the category that ``name`` means, None for none; ``known`` as above."""
    return known.get(fold(name)) or known.get(_loosely(name))


def _loosely(name: str) -> str:
    words = [_singular(word) for word in fold(name).split()]
    return " ".join(word for word in words if word not in _GENERAL) or " ".join(words)


def _singular(word: str) -> str:
    if len(word) < _LEAST or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
