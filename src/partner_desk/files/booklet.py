"""The booklet: the directory by category, with contents and an index of names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partner_desk.files.directory_entries import (
    PaperHead,
    Resource,
    facts,
    shortened,
    shown_web,
    verified,
)
from partner_desk.files.pdf.document import Paper
from partner_desk.files.templates import written_date
from partner_desk.files.typeset.description import (
    Block,
    Chapter,
    Contents,
    Entry,
    Index,
    IndexRow,
    Pointer,
    Section,
    TitlePage,
    Typeset,
    Words,
)
from partner_desk.files.typeset.saying import Saying, flat
from partner_desk.model.folding import fold
from partner_desk.model.texts import N_

BRIEF = 320
"""How long what a resource is for may be in a brief booklet, in characters."""


@dataclass(frozen=True, slots=True)
class BookletSection:
    """What stands under one heading: resources in full, and those that stand elsewhere."""

    title: Words
    entries: tuple[Resource, ...]
    elsewhere: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class BookletChapter:
    """A category and those under it; a section without a title comes first."""

    title: Words
    sections: tuple[BookletSection, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """All that a booklet says. ``subject`` narrows the title, such as the name of a view."""

    head: PaperHead
    day: date
    chapters: tuple[BookletChapter, ...]
    subject: Words = ""
    brief: bool = False


def lay_out_booklet(booklet: Booklet, saying: Saying) -> Typeset:
    """The booklet to set, in the languages of ``saying``."""
    title = saying.say(N_("Directory of community resources"))
    resources = [
        each for chapter in booklet.chapters for section in chapter.sections
        for each in section.entries
    ]
    blocks: list[Block] = [_title_page(booklet, title, resources, saying)]
    if booklet.chapters:
        blocks.append(Contents(saying.say(N_("Contents"))))
    for chapter in booklet.chapters:
        blocks.append(Chapter(chapter.title, _chapter(chapter, booklet.brief, saying)))
    if resources:
        blocks.append(Index(saying.say(N_("Index of names")), index_rows(resources)))
    day = saying.of(lambda _, code: written_date(booklet.day, code))
    return Typeset(
        title=" \N{EN DASH} ".join(
            filter(None, (flat(title), flat(booklet.subject)))
        ),
        languages=saying.languages,
        author=booklet.head.office,
        blocks=tuple(blocks),
        paper=Paper.A4 if booklet.head.paper == "a4" else Paper.LETTER,
        size=8.3,
        running=booklet.head.office,
        foot=day if isinstance(day, str) else day.first,
    )


def _title_page(
    booklet: Booklet, title: Words, resources: Sequence[Resource], saying: Saying
) -> TitlePage:
    head = booklet.head
    providers = len({each.organization_id for each in resources})
    lines: list[Words] = [booklet.subject, head.district]
    lines.append(saying.of(lambda _, code: written_date(booklet.day, code)))
    lines.append(saying.say(N_("Resources: {0:,}. Organizations: {1:,}."), len(resources),
                            providers))
    foot: list[Words] = [
        saying.say(N_("Call before you go: hours and rules change. The date under an entry is "
                      "the day on which somebody last made sure of it.")),
        " \N{MIDDLE DOT} ".join(
            dict.fromkeys(filter(None, (*head.letterhead, head.phone, shown_web(head.website))))
        ),
    ]
    return TitlePage(
        head.office, title, tuple(filter(None, lines)), tuple(filter(None, foot)), head.logo
    )


def _chapter(chapter: BookletChapter, brief: bool, saying: Saying) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for section in chapter.sections:
        if section.title:
            blocks.append(Section(section.title))
        level = 3 if section.title else 2
        blocks += [entry(each, saying, level, brief) for each in section.entries]
        words = saying.keep(N_("see page {0}"))
        blocks += [Pointer(each.name, each.id, words) for each in section.elsewhere]
    return tuple(blocks)


def entry(resource: Resource, saying: Saying, level: int, brief: bool = False) -> Entry:
    """The entry of a resource; its organization is not said twice."""
    by = resource.organization
    text = shortened(resource.what, BRIEF) if brief else resource.what
    return Entry(
        resource.id, resource.name, by if fold(by) != fold(resource.name) else "", text,
        resource.alert, facts(resource, saying), verified(resource, saying), level,
    )


def index_rows(resources: Sequence[Resource]) -> tuple[IndexRow, ...]:
    """Resources and organizations in one alphabet; names that read the same share a row."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for each in resources:
        found.setdefault(_key(each.name), []).append((each.name, each.id, False))
        if each.organization:
            place = (each.organization, each.id, True)
            found.setdefault(_key(each.organization), []).append(place)
    rows = []
    for key in sorted(found):
        places = found[key]
        keys = tuple(dict.fromkeys(place[1] for place in places))
        strong = any(place[2] for place in places)
        rows.append(IndexRow(places[0][0], keys, _letter(key), strong))
    return tuple(rows)


def _key(name: str) -> str:
    return fold(name) or name.strip()


def _letter(key: str) -> str:
    first = key[:1].upper()
    return "0\N{EN DASH}9" if first.isdigit() else first
