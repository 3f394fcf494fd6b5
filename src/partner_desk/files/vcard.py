"""Contacts as vCard 3.0 (RFC 2426), for any address book."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_KINDS = {"cell": ["CELL"], "fax": ["FAX", "WORK"], "text": ["CELL", "MSG"]}


@dataclass(frozen=True, slots=True)
class CardAddress:
    """The parts of a postal address."""

    street: str = ""
    more: str = ""
    city: str = ""
    region: str = ""
    code: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A person as an address book knows one; ``phones`` are numbers with a kind of phone."""

    uid: str
    name: str
    title: str = ""
    department: str = ""
    organization: str = ""
    email: str = ""
    website: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    address: CardAddress | None = None
    note: str = ""


def to_vcf(cards: Iterable[ContactCard]) -> bytes:
    """One file with all cards, UTF-8, lines folded and ended as the standard asks."""
    return "".join(_card(each) for each in cards).encode("utf-8")


def _card(card: ContactCard) -> str:
    import vobject

    made: Any = vobject.vCard()
    made.add("uid").value = card.uid
    made.add("fn").value = _line(card.name)
    made.add("n").value = _name(_line(card.name))
    organization = [part for part in (card.organization, card.department) if part]
    if organization:
        made.add("org").value = [_line(part) for part in organization]
    for name, value in (("title", card.title), ("url", card.website)):
        if value:
            made.add(name).value = _line(value)
    if card.note:
        made.add("note").value = card.note
    if card.email:
        _typed(made, "email", _line(card.email), ["INTERNET"])
    for number, kind in card.phones:
        _typed(made, "tel", _line(number), _KINDS.get(kind, ["VOICE", "WORK"]))
    if card.address:
        _typed(made, "adr", _address(card.address), ["WORK"])
    text: str = made.serialize()
    return text


def _typed(card: Any, name: str, value: object, kinds: list[str]) -> None:
    line = card.add(name)
    line.value = value
    line.type_param = kinds


def _name(name: str) -> Any:
    """The last word as the family name, what follows a comma as a suffix; FN shows it whole.

    What stands in brackets is the same name in other letters, or what somebody is called.
    """
    import vobject

    one_way = _line(_IN_BRACKETS.sub(" ", name)) or name
    plain, _, suffix = (part.strip() for part in one_way.partition(","))
    given, _, family = plain.rpartition(" ")
    return vobject.vcard.Name(family=family, given=given, suffix=suffix)


def _address(address: CardAddress) -> Any:
    import vobject

    return vobject.vcard.Address(
        street=_line(address.street), extended=_line(address.more), city=_line(address.city),
        region=_line(address.region), code=_line(address.code), country=_line(address.country),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
