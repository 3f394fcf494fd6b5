"""The evidence between two records as codes with values, of which the screen makes sentences."""

from collections.abc import Iterator

from partner_desk.model.folding import fold
from partner_desk.model.organizations import EIN
from partner_desk.services.duplicates.comparing import (
    DIFFERENT,
    SAME,
    Evidence,
    Rules,
    one_address,
)
from partner_desk.services.duplicates.facts import Reason
from partner_desk.services.duplicates.profiles import Name, Profile


def reasons(one: Profile, other: Profile, found: Evidence, rules: Rules) -> tuple[Reason, ...]:
    """What speaks for one record, then what speaks for two, each surest first."""
    speaking_for = (Reason(code, values) for code, values in _for(one, other, found, rules))
    against = (Reason(code, values, False) for code, values in _against(one, other, found, rules))
    return (*speaking_for, *against)


_Told = tuple[str, dict[str, str]]


def _for(one: Profile, other: Profile, found: Evidence, rules: Rules) -> Iterator[_Told]:
    if found.ein == SAME:
        yield "alike.same_ein", {"ein": EIN.written(one.ein)}
    if found.number == SAME:
        yield "alike.same_number", {"number": one.number}
    yield from _names(one, other, found)
    if found.phone == SAME:
        yield "alike.same_phone", {"phone": _shared_phone(one, other)}
    if found.email == SAME:
        yield "alike.same_email", {"email": _both(one.emails, other.emails)}
    if found.street == SAME:
        yield "alike.same_street", {"street": _shared_street(one, other)}
    if found.host == SAME and rules.host:
        yield "alike.same_host", {"host": _both(one.hosts, other.hosts)}
    if found.within == SAME and rules.within:
        yield "alike.same_owner", {}
    if found.place == SAME and found.street != SAME:
        place = _both(one.zips, other.zips) or _both(one.cities, other.cities).title()
        yield "alike.same_place", {"place": place}


def _against(one: Profile, other: Profile, found: Evidence, rules: Rules) -> Iterator[_Told]:
    if found.ein == DIFFERENT:
        yield "alike.other_ein", {}
    if found.number == DIFFERENT:
        yield "alike.other_number", {"one": one.number, "other": other.number}
    if found.apart:
        yield found.apart, _words_apart(one, other)
    if found.house == DIFFERENT and rules.house_differs:
        yield "alike.other_house", _streets(one, other)
    elif found.street == DIFFERENT and rules.street_differs:
        yield "alike.other_street", _streets(one, other)
    if found.phone == DIFFERENT:
        yield "alike.other_phone", {
            "one": phone_shown(one.phones[0]), "other": phone_shown(other.phones[0])
        }
    if found.place == DIFFERENT and found.street != DIFFERENT:
        yield "alike.other_place", {}
    if found.within == DIFFERENT and rules.within_differs:
        yield "alike.other_owner", {}


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """The first text that both have, "" where none is."""
    return next((each for each in one if each in other), "")


def _names(one: Profile, other: Profile, found: Evidence) -> Iterator[_Told]:
    if not one.names or not other.names or found.apart:
        return
    if found.name < 1.0:
        if found.name >= 0.6:
            yield "alike.names_alike", {}
        return
    mine, theirs = _equal_names(one, other)
    if mine.typed == theirs.typed or fold(mine.typed) == fold(theirs.typed):
        yield "alike.same_name", {}
        return
    here, there = _only_in(mine.typed, theirs.typed), _only_in(theirs.typed, mine.typed)
    if bool(here) != bool(there):
        yield "alike.names_but_for", {"words": " ".join(here or there)}
    else:
        yield "alike.names_written_otherwise", {}


def _equal_names(one: Profile, other: Profile) -> tuple[Name, Name]:
    """The two names that count as one."""
    for mine in one.names:
        for theirs in other.names:
            if sorted(mine.words) == sorted(theirs.words) or mine.together == theirs.together:
                return mine, theirs
    return one.names[0], other.names[0]


def _only_in(one: str, other: str) -> list[str]:
    """The words of a name, as typed, that the other one has not."""
    known = set(fold(other).split())
    return [word.strip(",;()") for word in one.split() if not known.issuperset(fold(word).split())]


def _words_apart(one: Profile, other: Profile) -> dict[str, str]:
    mine, theirs = one.caption, other.caption
    return {"one": " ".join(_only_in(mine, theirs)), "other": " ".join(_only_in(theirs, mine))}


def phone_shown(digits: str) -> str:
    """Seven or ten digits as people write them here."""
    local = f"{digits[-7:-4]}-{digits[-4:]}"
    return f"{digits[:3]}-{local}" if len(digits) == 10 else local


def _shared_phone(one: Profile, other: Profile) -> str:
    ends = {each[-7:] for each in other.phones}
    return phone_shown(max((each for each in one.phones if each[-7:] in ends), key=len))


def _shared_street(one: Profile, other: Profile) -> str:
    for mine in one.streets:
        if any(one_address(mine, theirs) for theirs in other.streets):
            return " ".join(mine.typed.split())
    return ""


def _streets(one: Profile, other: Profile) -> dict[str, str]:
    return {
        "one": " ".join(one.streets[0].typed.split()),
        "other": " ".join(other.streets[0].typed.split()),
    }
