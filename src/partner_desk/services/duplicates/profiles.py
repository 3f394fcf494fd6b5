"""A record's facts prepared once, so that comparing two takes microseconds."""

from collections.abc import Collection
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.duplicates.facts import Facts, Place
from partner_desk.services.duplicates.normal import (
    Street,
    email_key,
    host,
    name_words,
    numbers_in,
    person_words,
    phone_digits,
    street,
    zip5,
)


class Name(NamedTuple):
    """One name as it was typed, its telling words, and the numbers in it."""

    typed: str
    words: tuple[str, ...]
    numbers: frozenset[str]

    @property
    def together(self) -> str:
        """The words without blanks: "day care" and "daycare" are one."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Profile:
    """Facts in a form that can be compared; a hundred thousand of them are held at a time."""

    names: tuple[Name, ...]
    ein: str
    number: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    hosts: tuple[str, ...]
    streets: tuple[Street, ...]
    zips: tuple[str, ...]
    cities: tuple[str, ...]
    within: tuple[str, ...]

    @property
    def caption(self) -> str:
        """What the record is called."""
        return self.names[0].typed if self.names else ""

    @property
    def keys(self) -> list[tuple[str, str]]:
        """What firmly leads to the record besides its name: kind of evidence and value."""
        found = [("phone", each[-7:]) for each in self.phones]
        found += [("email", each) for each in self.emails]
        found += [("street", street_key(each)) for each in self.streets]
        if self.ein:
            found.append(("ein", self.ein))
        if self.number:
            found.append(("number", self.number))
        return found


def street_key(where: Street) -> str:
    """House number and first word of the street: enough to find it, not to call it the same."""
    return f"{where.number.partition('-')[0]} {where.words[0] if where.words else ''}"


def profile(facts: Facts, of_person: bool = False) -> Profile:
    """Prepare facts; the names of persons are taken apart otherwise."""
    words = person_words if of_person else name_words
    emails = _distinct([email_key(each) for each in facts.emails])
    hosts = [host(each) for each in facts.websites]
    hosts += [host(each.partition("@")[2]) for each in emails]
    return Profile(
        tuple(
            _name(each, words(each))
            for each in (facts.name, *facts.alternate_names) if each.strip()
        ),
        "".join(filter(str.isdigit, facts.ein)) if facts.ein else "",
        facts.number.strip(),
        _distinct([phone_digits(each) for each in facts.phones]),
        emails,
        _distinct(hosts),
        _streets(facts.addresses),
        _distinct([intern(zip5(each.postal_code)) for each in facts.addresses]),
        _distinct([intern(fold(each.city)) for each in facts.addresses]),
        _distinct(facts.within),
    )


def _distinct(texts: Collection[str]) -> tuple[str, ...]:
    """Those that say something, each once: a tuple takes a fifth of the room of a set."""
    if not texts:
        return ()
    found = tuple([each for each in texts if each])
    return tuple(dict.fromkeys(found)) if len(found) > 1 else found


def _streets(places: Collection[Place]) -> tuple[Street, ...]:
    found = [each for each in (street(place.street) for place in places if place.street) if each]
    if len(found) < 2:
        return tuple(found)
    return tuple({each[:4]: each for each in found}.values())


def _name(typed: str, words: tuple[str, ...]) -> Name:
    return Name(typed, words, numbers_in(words))
