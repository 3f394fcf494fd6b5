"""Why a record was found: the field, the part or the category in which the words stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.fields import Field, Record
from partner_desk.model.folding import fold, fold_phone
from partner_desk.model.values import Digits, Phone
from partner_desk.services import categories
from partner_desk.store.documents import searched_fields, searched_parts
from partner_desk.store.reader import Reader

_BEFORE, _AROUND = 1, 9
"""Words shown before the one that was found, and in all: a line is cut at its end."""
_LONGEST = 80


class Why(NamedTuple):
    """Where the words stand: an untranslated label, and the text around them."""

    label: str
    text: str


def reasons(
    reader: Reader, kind: str, records: Sequence[Record], words: Sequence[str], language: str
) -> dict[str, Why]:
    """By id, why these records were found; none for those whose name tells it.

    Categories are told in ``language``, "en" or "es".
    """
    missing = {each.id: _unnamed(each, words) for each in records}
    found: dict[str, Why] = {}
    for record in records:
        _note(found, record.id, record, missing[record.id])
    for child, link in searched_parts(kind):
        open_ids = [each for each in missing if missing[each] and each not in found]
        for part in reader.find_by(child, link.name, open_ids) if open_ids else ():
            owner = getattr(part, link.name)
            _note(found, owner, part, missing[owner])
    if kind == "service":
        open_ids = [each for each in missing if missing[each] and each not in found]
        found |= _by_category(reader, open_ids, missing, language)
    return found


def _unnamed(record: Record, words: Iterable[str]) -> list[str]:
    """The words that the record's name does not explain."""
    name = fold(record.caption)
    return [each for each in words if each not in name]


def _note(found: dict[str, Why], owner: str, record: Record, words: Sequence[str]) -> None:
    """Keep the field of ``record`` that explains most of the words, unless there is one already."""
    if not words or owner in found:
        return
    best, most = None, 0
    for each in searched_fields(record.kind):
        text = each.type.show(getattr(record, each.name))
        explained = _explained(each, text, words)
        if explained > most:
            best, most = (each, text), explained
    if best is not None:
        field, text = best
        text = field.type.written(text) if isinstance(field.type, Digits) else text
        label = record.label if field.title else field.label
        found[owner] = Why(label, _around(text, words))


def _explained(field: Field, text: str, words: Sequence[str]) -> int:
    if not text:
        return 0
    if isinstance(field.type, Digits):
        text = field.type.searched(text)
    folded = (fold_phone(text) if isinstance(field.type, Phone) else fold(text)).split()
    return sum(any(each.startswith(word) for each in folded) for word in words)


def _around(text: str, words: Sequence[str]) -> str:
    """The words around the first one that was asked for."""
    told = text.split()
    at = next((place for place, each in enumerate(told)
               if any(part.startswith(tuple(words)) for part in fold(each).split())), 0)
    start = max(0, at - _BEFORE) if len(told) > _AROUND else 0
    shown = " ".join(told[start : start + _AROUND])
    cut = len(shown) > _LONGEST or start + _AROUND < len(told)
    return f"{'…' if start else ''}{shown[:_LONGEST]}{'…' if cut else ''}"


def _by_category(
    reader: Reader, ids: Sequence[str], missing: Mapping[str, Sequence[str]], language: str
) -> dict[str, Why]:
    """The categories, with those above them, that explain why resources were found."""
    links = reader.find_by(ServiceCategory, "service_id", list(ids)) if ids else []
    named = {each.category_id for each in links if each.category_id}
    told = {each: categories.paths(reader, named, each) for each in ("en", "es")}
    found: dict[str, Why] = {}
    for link in links:
        owner, category_id = link.service_id or "", link.category_id or ""
        names = fold(" ".join(each.get(category_id, "") for each in told.values())).split()
        if any(each.startswith(word) for word in missing[owner] for each in names):
            found.setdefault(owner, Why(Category.label, told[language][category_id]))
    return found
