"""Two profiles compared: what speaks for one record and what for two, weighed into a level.

The weights are ours, explained in docs/decisions/duplicates.md; nothing is learned from anybody's
data. They are logarithms of odds: what speaks for and against is added up.
"""

from math import exp
from typing import NamedTuple

from partner_desk.services.duplicates.names import Weight, compare_names, nearly
from partner_desk.services.duplicates.normal import Street
from partner_desk.services.duplicates.profiles import Profile

SAME, DIFFERENT, UNKNOWN = 1, -1, 0


class Evidence(NamedTuple):
    """What two profiles have in common. Other fields but ``name`` are SAME, DIFFERENT or UNKNOWN.

    ``name`` is between 0 and 1; ``apart`` names what only two records can differ in: "" or the
    code of the reason. ``house`` is DIFFERENT for two numbers of one street.
    """

    name: float
    apart: str
    ein: int
    number: int
    phone: int
    email: int
    host: int
    street: int
    house: int
    place: int
    within: int


class Rules(NamedTuple):
    """What evidence is worth for a kind of record, and from where on levels begin.

    ``least_name`` is how alike names must be for the first levels at all,
    ``least_name_at_home`` where telephone and street are the same as well, ``same_name``
    for the surest level. ``names_are_whole`` says that a name inside the other is not the same
    (of persons, places and services).
    """

    phone: float = 3.0
    phone_differs: float = -0.8
    email: float = 2.5
    host: float = 1.5
    street: float = 3.0
    street_differs: float = -3.0
    house_differs: float = -4.0
    place: float = 0.5
    place_differs: float = -1.0
    within: float = 0.0
    within_differs: float = 0.0
    least_name: float = 0.45
    least_name_at_home: float = 0.25
    same_name: float = 0.84
    names_are_whole: bool = False


RULES = {
    "organization": Rules(),
    "location": Rules(
        phone=2.0, within=1.0, street_differs=-4.0, least_name=0.75, least_name_at_home=0.75,
        names_are_whole=True,
    ),
    "school": Rules(place=1.5, place_differs=-3.0, street_differs=-1.5, least_name=0.7,
                    least_name_at_home=0.5),
    "contact": Rules(
        phone=2.5, email=2.5, host=0.0, street=1.0, street_differs=0.0, house_differs=0.0,
        within=2.5, within_differs=-0.5, least_name=0.85, least_name_at_home=0.85,
        names_are_whole=True,
    ),
    "service": Rules(
        phone=1.0, email=1.0, host=0.5, street=2.5, street_differs=-4.0, house_differs=-4.0,
        within=2.5, within_differs=-2.0, least_name=0.85, least_name_at_home=0.85,
        # What one house offers has one telephone and begins with the name of the house.
        same_name=0.97, names_are_whole=True,
    ),
}
FROM_SAME, FROM_LIKELY, FROM_PERHAPS = 7.0, 3.5, 2.0
_SURE = 9.0


def compare(one: Profile, other: Profile, weight: Weight, whole: bool = False) -> Evidence:
    """What two profiles have in common."""
    name, apart = compare_names(one, other, weight, whole)
    where, house = _streets(one.streets, other.streets)
    return Evidence(
        name, apart,
        _relation(one.ein, other.ein), _relation(one.number, other.number),
        _phones(one.phones, other.phones), _shared(one.emails, other.emails, UNKNOWN),
        _shared(one.hosts, other.hosts, UNKNOWN), where, house, _place(one, other),
        _shared(one.within, other.within, DIFFERENT),
    )


def points(found: Evidence, rules: Rules) -> float:
    """The evidence added up; 0 is as good as a coin."""
    total = name_points(found.name)
    if found.apart:
        total -= 5.0
    total += _SURE * found.ein + _SURE * found.number
    total += _worth(found.phone, rules.phone, rules.phone_differs)
    total += _worth(found.email, rules.email, 0.0)
    total += _worth(found.host, rules.host, 0.0)
    total += _worth(found.street, rules.street, rules.street_differs)
    if found.house == DIFFERENT:
        total += rules.house_differs - rules.street_differs
    total += _worth(found.place, rules.place, rules.place_differs)
    return total + _worth(found.within, rules.within, rules.within_differs)


def level(found: Evidence, total: float, rules: Rules) -> str:
    """One of LEVELS, or "" for what is not worth telling.

    A name alone is "perhaps" at most, and so is whatever can only be two.
    """
    if total < FROM_PERHAPS:
        return ""
    apart = found.apart or found.ein == DIFFERENT or found.number == DIFFERENT
    if apart or total < FROM_LIKELY or not is_supported(found, rules):
        return "perhaps"
    numbered = SAME in (found.ein, found.number)
    # Two sites of an agency have its name, telephone and mailbox, each in a house of its own.
    named = found.name >= rules.same_name and found.house != DIFFERENT
    return "same" if (numbered or named) and total >= FROM_SAME else "likely"


def is_supported(found: Evidence, rules: Rules) -> bool:
    """Whether something else than names speaks for it, and names do not speak against it."""
    if found.ein == SAME or found.number == SAME:
        return True
    at_home = found.phone == SAME and found.street == SAME
    if found.name < (rules.least_name_at_home if at_home else rules.least_name):
        return False
    firm = (found.phone, found.email, found.street, found.host)
    if SAME in firm or (rules.within > 0 and found.within == SAME):
        return True
    return found.name >= 0.99 and found.place == SAME


def score(total: float) -> float:
    """Points as a number between 0 and 1."""
    return 1 / (1 + exp(-(total - FROM_LIKELY) / 2))


def _worth(relation: int, same: float, differs: float) -> float:
    return same if relation == SAME else differs if relation == DIFFERENT else 0.0


_STEPS = ((0.0, -5.0), (0.2, -3.5), (0.4, -1.0), (0.6, 0.5), (0.8, 2.5), (0.9, 3.5), (1.0, 4.5))


def name_points(alike: float) -> float:
    """What the likeness of two names is worth, straight between the steps."""
    low = _STEPS[0]
    for high in _STEPS[1:]:
        if alike <= high[0]:
            part = (alike - low[0]) / (high[0] - low[0])
            return low[1] + part * (high[1] - low[1])
        low = high
    return low[1]


def _relation(one: str, other: str) -> int:
    if not one or not other:
        return UNKNOWN
    return SAME if one == other else DIFFERENT


def _shared(one: tuple[str, ...], other: tuple[str, ...], else_: int) -> int:
    if not one or not other:
        return UNKNOWN
    return SAME if any(each in other for each in one) else else_


def _phones(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    if not one or not other:
        return UNKNOWN
    for mine in one:
        for theirs in other:
            if mine == theirs or (len(mine) != len(theirs) and mine[-7:] == theirs[-7:]):
                return SAME
    return DIFFERENT


def _place(one: Profile, other: Profile) -> int:
    """ZIP codes, and towns where one of both has no ZIP code."""
    if one.zips and other.zips:
        return _shared(one.zips, other.zips, DIFFERENT)
    return _shared(one.cities, other.cities, DIFFERENT)


def _streets(one: tuple[Street, ...], other: tuple[Street, ...]) -> tuple[int, int]:
    """Whether both have a street address in common, and whether only the house differs."""
    if not one or not other:
        return UNKNOWN, UNKNOWN
    house = UNKNOWN
    for mine in one:
        for theirs in other:
            if _one_street(mine, theirs):
                if one_house(mine.number, theirs.number):
                    return SAME, SAME
                house = DIFFERENT
    return DIFFERENT, house


def one_address(one: Street, other: Street) -> bool:
    """Whether two addresses are the same house of the same street."""
    return _one_street(one, other) and one_house(one.number, other.number)


def one_house(one: str, other: str) -> bool:
    """Whether two house numbers are one: "27" is in "27-29", "35-12" is not "35-14"."""
    if one == other:
        return True
    both = "-" in one and "-" in other
    return not both and one.partition("-")[0] == other.partition("-")[0]


def _one_street(one: Street, other: Street) -> bool:
    if one.direction and other.direction and one.direction != other.direction:
        return False
    if one.words == other.words or "".join(one.words) == "".join(other.words):
        endings = one.ending and other.ending and one.ending != other.ending
        return not (endings and one.words and one.words[0].isdigit())
    if not one.words or not other.words:
        return False
    shorter, longer = sorted((one.words, other.words), key=len)
    if longer[: len(shorter)] == shorter:
        return True
    return nearly(one.words[0], other.words[0]) and not one.words[0].isdigit()
