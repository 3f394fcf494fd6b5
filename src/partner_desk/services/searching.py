"""Search over the whole office: what people call things first, then wherever words occur.

A hit that its name does not explain says why it is one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from partner_desk.model.choices import Choice
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold, query_words
from partner_desk.model.registry import KINDS, SEARCHED
from partner_desk.services.search_reasons import Why, reasons
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_Way = Callable[[int], list[str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; ``detail`` tells it from others of the same name."""

    kind: str
    id: str
    caption: str
    detail: str
    is_label: bool = False
    """Whether ``detail`` is a label of ours, to be looked up in the language at hand."""
    why: Why | None = None
    """Where the words stand, when the caption does not tell."""


_SHORTEST_PART = 3
"""Fewer letters stand in the middle of too many names."""


def find(
    store: Store, query: str, per_kind: int = 6, language: str = "en"
) -> list[Hit]:
    """At most ``per_kind`` records of each kind with words that begin so.

    Kinds in which somebody or something is called so, or has a number that begins so, come before
    those that only mention it.
    Where words lead to little, names that hold them in their middle are found as well. Reasons
    name categories in ``language``.
    """
    words = query_words(query)
    if not words:
        return []
    with store.reading() as reader:
        named = {
            kind: _filled(_dialed(reader, kind, words, per_kind),
                          [partial(reader.title_matches, kind, words)], per_kind)
            for kind in SEARCHED
        }
        found = {
            kind: _filled(ids, _mentions(reader, kind, words), per_kind)
            for kind, ids in named.items()
        }
        if sum(map(len, found.values())) < per_kind and min(map(len, words)) >= _SHORTEST_PART:
            found = {
                kind: _filled(ids, [partial(reader.name_parts, kind, words)], per_kind)
                for kind, ids in found.items()
            }
        order = sorted(SEARCHED, key=lambda kind: not named[kind])
        return [
            hit for kind in order for hit in _hits(reader, kind, found[kind], words, language)
        ]


def _dialed(reader: Reader, kind: str, words: Sequence[str], limit: int) -> list[str]:
    """Who is reached by a number that begins with these groups of digits, one after another.

    "410-558" is meant so, and not (410) 732-8800 with some 558 elsewhere.
    """
    number = "".join(words)
    if len(words) < 2 or not number.isdigit():
        return []
    return reader.word_matches(kind, [number], limit)


def _mentions(reader: Reader, kind: str, words: Sequence[str]) -> list[_Way]:
    """How what is not called so is found, the surest first."""
    ways: list[_Way] = [partial(reader.word_matches, kind, words)]
    if kind == "service":
        ways.append(partial(reader.word_matches, kind, words, in_categories=True))
    return ways


def _filled(ids: Sequence[str], ways: Sequence[_Way], limit: int) -> list[str]:
    """The first ``limit`` ids, further ways asked only while there are fewer."""
    found = list(ids)
    for way in ways:
        if len(found) < limit:
            found = list(dict.fromkeys([*found, *way(limit)]))
    return found[:limit]


def _hits(
    reader: Reader, kind: str, ids: Sequence[str], words: Sequence[str], language: str
) -> list[Hit]:
    records = reader.get_many(KINDS[kind], ids)
    why = reasons(reader, kind, records, words, language)
    return [
        Hit(kind, each.id, each.caption, *_detail(reader, each), why.get(each.id))
        for each in records
    ]


def _detail(reader: Reader, record: Record) -> tuple[str, bool]:
    """The owner's name, or the first of its listed fields that is filled; whether it is a label."""
    for link in record.owner_fields():
        owner = reader.get(KINDS[link.target], getattr(record, link.name))
        if owner is not None and fold(owner.caption) != fold(record.caption):
            return owner.caption, False
    for each in record.declarations.values():
        value = getattr(record, each.name)
        if each.listed and not each.title and value != each.type.empty:
            if isinstance(each.type, Choice):
                label = each.type.label(value)
                return label, label != value
            return each.type.show(value), False
    return "", False
