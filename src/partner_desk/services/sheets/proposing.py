"""What the columns of a sheet seem to be, to be looked at by a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from partner_desk.files.sheets.look import CellValue, Look
from partner_desk.model.folding import fold
from partner_desk.services.sheets.contents import (
    CONTENT_PATHS,
    content_of,
    separator_of,
    texts_of,
)
from partner_desk.services.sheets.headings import REPEATED, Meant, meant_by, words_of
from partner_desk.services.sheets.home_state import needed_state
from partner_desk.services.sheets.remembering import remembered
from partner_desk.services.sheets.settled import ColumnUse, Settled, is_added
from partner_desk.services.sheets.targets import KEEP, LEAVE, NEEDED, TARGETS, field_named
from partner_desk.store.reader import Reader

WHYS = ("remembered", "name", "synonym", "content", "unsure")
_KEYS = frozenset(("row.key",))
_RANK = {"name": 0, "synonym": 1, "content": 2}
_HINTS = {
    "school": r"schools?|escuelas?|headcount",
    "contact": r"contacts?|people|staff|persons?|directory of staff|contactos",
    "service": r"programs?|camps?|services?|resources?|activities|classes|programas|servicios|"
    r"pantry|lunch|market|garden|after ?school|recursos",
    "organization": r"organizations?|orgs|partners?|agencies|nonprofits?|vendors|organizaciones|"
    r"socios",
}
_OF_SERVICE = re.compile(
    r"(?:schedule|age|grade)\..*|service\.(?:fees_description|eligibility_description|"
    r"application_process)|category\.name|service_area\.name"
)
_SERVICE_NAMES = re.compile(r"program|camp|service|activity|class|course|event|programa|servicio")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and for every column why (one of WHYS) and what else it may be.

    ``others`` are paths of ``fields_for``, likeliest first. ``remembered`` is the name of the way
    to read sheets of this shape that was kept, "" where there is none.
    """

    settled: Settled
    why: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    remembered: str = ""


@dataclass(slots=True)
class _Column:
    """A column being thought about."""

    place: int
    heading: str
    cells: Sequence[CellValue]
    meant: Meant | None = None
    content: str = ""
    others: list[str] = field(default_factory=list)


def propose(reader: Reader, look: Look, target: str = "") -> Proposal:
    """What ``look``'s columns seem to be; ``target`` is what a row is, "" to guess that too."""
    kept = remembered(reader, look)
    if kept is not None and target in ("", kept[1].target):
        guessed = _proposed(look, kept[1].target)
        settled = replace(kept[1], reading=look.reading)
        found = replace(guessed, settled=settled, remembered=kept[0],
                        why=("remembered",) * len(look.headings))
    else:
        found = _proposed(look, target or guess_target(look))
    if found.settled.state is not None:
        return found
    state = needed_state(reader, look, found.settled)
    return replace(found, settled=replace(found.settled, state=state))


def guess_target(look: Look) -> str:
    """What a row of the sheet seems to be, one of TARGETS."""
    marks = dict.fromkeys(TARGETS, 0.0)
    name = fold(f"{PurePath(look.path).stem} {look.reading.sheet or ''}")
    for target, words in _HINTS.items():
        marks[target] += 1.5 if re.search(rf"\b(?:{words})\b", name) else 0
    headings = [words_of(each) for each in look.raw_headings if each]
    for target in ("service", "contact", "school"):
        marks[target] += _marks(target, headings)
    marks["organization"] += 2
    return max(TARGETS, key=lambda target: marks[target])


def _marks(target: str, headings: Sequence[str]) -> float:
    """How much the headings speak for rows of this kind."""
    if target == "school":
        return sum(bool(re.search(r"\b(?:nces|principal|sch|school|lea)\b", each))
                   for each in headings) * 1.0
    paths = {meant.path for each in headings if (meant := meant_by(each, target))}
    if target == "contact":
        if {"contact.first", "contact.last"} <= paths:
            return 4
        persons = {"contact.name", "contact.title", "contact.email"} <= paths
        return 3 if persons and len(headings) < 10 and "address.city" not in paths else 0
    named = any(_SERVICE_NAMES.search(each) for each in headings)
    sites = {"organization.name", "location.name"} <= paths
    told = sum(bool(_OF_SERVICE.fullmatch(path)) for path in paths)
    return told + (1.5 if named else 0.0) + (1.5 if sites else 0.0)


def _proposed(look: Look, target: str) -> Proposal:
    columns = [
        _Column(place, raw or shown, [row.cells[place] for row in look.sample
                                      if place < len(row.cells)])
        for place, (raw, shown) in enumerate(zip(look.raw_headings, look.headings, strict=True))
    ]
    for column in columns:
        column.meant = meant_by(column.heading, target)
        column.content = content_of(column.cells)
        _weigh(column, target)
    _part_rivals(columns, target)
    _fill_needed(columns, target)
    uses = tuple(_use(column, look, target) for column in columns)
    why = tuple(column.meant.why if column.meant else "unsure" for column in columns)
    others = tuple(tuple(dict.fromkeys(column.others)) for column in columns)
    return Proposal(Settled(target, look.reading, uses), why, others)


def _weigh(column: _Column, target: str) -> None:
    """Let what the cells hold decide where the heading is silent, or says what they are not."""
    by_content = CONTENT_PATHS[target].get(column.content, "")
    meant = column.meant
    if by_content:
        column.others.append(by_content)
    if is_added(column.heading):
        column.meant = None
    elif meant is None and by_content and column.content not in ("street", "days"):
        column.meant = Meant(by_content, 1, "content")
    elif meant and _belied(meant.path, column):
        column.others.append(meant.path)
        column.meant = Meant(by_content, meant.number, "content") if by_content else None


def _belied(path: str, column: _Column) -> bool:
    """Whether the cells cannot be what the heading says."""
    texts = texts_of(column.cells)
    if path in ("organization.name", "service.name", "school.name", "contact.name",
                "location.name", "organization.sector", "service.application_process"):
        if path == "location.name" and column.content in ("address", "street"):
            return True
        numbers = sum(text.replace(".", "").isdigit() for text in texts)
        return column.content in ("email", "web", "phone") or numbers * 2 > len(texts) > 0
    if path in _KEYS:
        return not texts or len(set(texts)) < len(texts) or len(texts) * 2 < len(column.cells)
    if path in ("service.email", "organization.email", "contact.email", "school.email"):
        return bool(texts) and not any("@" in text for text in texts)
    if path in ("service.url", "organization.website"):
        return bool(texts) and not any("." in text for text in texts)
    return False


def _part_rivals(columns: Sequence[_Column], target: str) -> None:
    """Let one column be a field of which there is one; number those of which there are several."""
    taken: set[tuple[str, int]] = set()
    ordered = sorted(
        (column for column in columns if column.meant),
        key=lambda column: (_RANK[column.meant.why] if column.meant else 9, column.place),
    )
    for column in ordered:
        meant = column.meant
        if meant is None:
            continue
        if (meant.path, meant.number) == ("schedule.opens_at", meant.number) and (
            ("schedule.opens_at", meant.number) in taken
            and ("schedule.closes_at", meant.number) not in taken
        ):
            meant = meant._replace(path="schedule.closes_at", why="content")
        if (meant.path, meant.number) in taken:
            meant = _further(meant, taken, target, column)
        column.meant = meant
        if meant:
            taken.add((meant.path, meant.number))


def _further(
    meant: Meant, taken: set[tuple[str, int]], target: str, column: _Column
) -> Meant | None:
    kind = meant.path.partition(".")[0]
    single = kind == target or target == "school" or kind not in REPEATED
    if single or kind in ("location", "schedule"):
        column.others.append(meant.path)
        return None
    number = meant.number
    while (meant.path, number) in taken:
        number += 1
    return meant._replace(number=number)


def _fill_needed(columns: Sequence[_Column], target: str) -> None:
    """Where no column is the name of what a row is, take the first that could be one."""
    paths = {column.meant.path for column in columns if column.meant}
    if paths & set(NEEDED[target]):
        return
    for column in columns:
        texts = texts_of(column.cells)
        words = [text for text in texts if any(letter.isalpha() for letter in text)]
        if column.meant is None and words and len(set(words)) * 10 >= len(column.cells) * 7:
            column.meant = Meant(NEEDED[target][0], 1, "content")
            return


def _use(column: _Column, look: Look, target: str) -> ColumnUse:
    heading = look.headings[column.place]
    if column.meant is None:
        return ColumnUse(column.place, LEAVE if is_added(heading) else KEEP, heading=heading)
    path = column.meant.path
    many = field_named(path, target).many
    separator = separator_of(column.cells, path) if many else ""
    return ColumnUse(column.place, path, separator, column.meant.number, heading)
