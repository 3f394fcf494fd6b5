"""What links are called where a program reads them aloud: by typst's own words it is an address.

``geo:39.29,-76.61?q=12%20Elm`` says nothing to a listener, and twenty links that are all called
"Section, page 3" cannot be told apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from partner_desk.files.pdf.document import Twin
from partner_desk.files.typeset.description import (
    Block,
    Card,
    Chapter,
    Entry,
    Fact,
    Form,
    Typeset,
    Words,
)

if TYPE_CHECKING:
    from pikepdf import Pdf


def link_names(document: Typeset) -> dict[str, str]:
    """By what a link leads to, an address or the key of an entry: what stands there."""
    return {target: " ".join(name.split()) for target, name in _named(document.blocks) if target}


def name_links(pdf: "Pdf", names: Mapping[str, str]) -> None:
    """Give the links of ``pdf`` these names; those that lead anywhere else keep theirs."""
    from pikepdf import String

    for page in pdf.pages:
        for each in page.obj.get("/Annots", []):
            target = each.A.get("/URI", "") if "/A" in each else each.get("/Dest", "")
            name = names.get(str(target)) if isinstance(target, String) else None
            if name:
                each.Contents = String(name)


def _named(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for each in blocks:
        if isinstance(each, Chapter):
            yield from _named(each.blocks)
        elif isinstance(each, Entry):
            yield each.key, each.title
        elif isinstance(each, Card):
            yield each.phone_target, f"{each.title}: {_first(each.phone)}"
        if isinstance(each, Entry | Card | Form):
            yield from map(_fact, each.facts)


def _fact(fact: Fact) -> tuple[str, str]:
    return fact.target, f"{_first(fact.label)}: {_first(fact.text)}"


def _first(words: Words) -> str:
    """In the paper's own language, as the name of a link is in one."""
    return words.first if isinstance(words, Twin) else words
