"""From a heading to the field it means: words, numbers of repeated columns, whom it is about."""

import re
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.sheets.targets import paths_for
from partner_desk.services.sheets.vocabulary import known_headings, subjects

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBER = re.compile(r"^([a-z]*)(\d{1,2})$")
_OF_CONTACT = {
    "service.name": "contact.name", "organization.name": "contact.name",
    "school.name": "contact.name", "contact.name": "contact.name",
    "phone.number": "contact.phone", "phone.cell": "contact.phone",
    "service.email": "contact.email", "organization.email": "contact.email",
    "school.email": "contact.email", "contact.email": "contact.email",
    "contact.title": "contact.title",
}
_OF_ORGANIZATION = {
    "service.name": "organization.name", "service.email": "organization.email",
    "service.url": "organization.website", "service.description": "organization.description",
    "row.key": "organization.key", "category.name": "organization.sector",
}
REPEATED = frozenset(("contact", "phone", "address", "location", "schedule"))
"""Kinds of which a row may carry several, told apart by numbers in the headings."""


class Meant(NamedTuple):
    """What a heading means: the path, the number of the record, and how that is known."""

    path: str
    number: int
    why: str


def words_of(heading: str) -> str:
    """The folded words of a heading; "orgId" and "org_id" are the same."""
    return fold(_CAMEL.sub(" ", heading))


def meant_by(heading: str, target: str) -> Meant | None:
    """The field that a heading means where a row is a ``target``, None when it tells nothing."""
    whole = words_of(heading)
    for words in dict.fromkeys((whole, fold(heading), words_of(_ASIDE.sub(" ", heading)))):
        if words and (found := _looked_up(words, target)):
            return found
    return None


def _looked_up(words: str, target: str) -> Meant | None:
    known = known_headings(target)
    if words in known:
        path, own = known[words]
        return Meant(path, 1, "name" if own else "synonym")
    plain, number = _without_number(words)
    if number and plain in known:
        return Meant(known[plain][0], number, "synonym")
    path = _about(plain, target)
    return Meant(path, number or 1, "synonym") if path else None


def _without_number(words: str) -> tuple[str, int]:
    """The words without the one number among them: "contact 2 name", "day1 open"."""
    parts, number = [], 0
    for word in words.split():
        match = _NUMBER.match(word)
        if match and not number and int(match[2]) > 0:
            number = int(match[2])
            parts.append(match[1])
        else:
            parts.append(word)
    return " ".join(part for part in parts if part), number


def _about(words: str, target: str) -> str:
    """The path of "agency phone", "site address", "director email": a subject and an attribute."""
    first, _, rest = words.partition(" ")
    subject = subjects().get(first)
    known = known_headings(target)
    if subject is None or rest not in known:
        return ""
    path = known[rest][0]
    if subject == "contact":
        path = _OF_CONTACT.get(path, "")
    elif subject == "organization" and target != "organization":
        path = _OF_ORGANIZATION.get(path, path)
    elif subject == "location" and path in ("service.name", "organization.name"):
        path = "location.name"
    elif subject == "service" and target != "service":
        path = ""
    return path if path in paths_for(target) else ""
