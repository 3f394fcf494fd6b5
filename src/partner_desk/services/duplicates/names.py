"""How alike names are: the words that both have, by what they tell, and what sets them apart."""

from collections.abc import Callable

from rapidfuzz.distance import Indel, JaroWinkler

from partner_desk.services.duplicates.profiles import Name, Profile
from partner_desk.services.duplicates.vocabulary import OPPOSITES, TELLING

Weight = Callable[[str], float]
"""How much a word tells, over 0 and at most 1: rare ones tell most."""
_COUNTED = frozenset("23456789")
_TELLS_APART, _OTHERWISE = 0.2, 0.7
"""What words may weigh that only one of two whole names has, and what these are worth else."""
_NAMELESS = 0.8
"""A place without a name may be like any other."""
_BESIDE = 0.74
"""What it is worth at most that both have another name in common: "DSS" is many."""
_INSIDE = 0.85
"""What a name is worth at most that is a part of the other."""
_SPELT_ALIKE = 0.85


def compare_names(
    one: Profile, other: Profile, weight: Weight, whole: bool
) -> tuple[float, str]:
    """How alike the most alike names are, and what keeps these apart."""
    if not one.names or not other.names:
        return _NAMELESS, ""
    best, apart = 0.0, ""
    for name in one.names:
        for second in other.names:
            alike = name_likeness(name, second, weight, whole)
            if name is not one.names[0] and second is not other.names[0]:
                alike = min(alike, _BESIDE)
            if alike > best:
                best, apart = alike, _apart(name, second)
    return best, apart


def _apart(one: Name, other: Name) -> str:
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return "alike.other_number_in_name"
    bag, second = frozenset(one.words), frozenset(other.words)
    mine, theirs = (bag - second) & TELLING, (second - bag) & TELLING
    if mine and theirs:
        for some, others in OPPOSITES:
            crossed = (mine & some and theirs & others) or (mine & others and theirs & some)
            if crossed:
                return "alike.other_word_in_name"
    return ""


def name_likeness(one: Name, other: Name, weight: Weight, whole: bool = False) -> float:
    """0 to 1: the words that both have, by what they tell.

    A name inside the other ("Agency - Site" and "Site") counts nearly as the same one, unless
    names are ``whole``.
    """
    if one.words == other.words:
        return 1.0
    bag, second = frozenset(one.words), frozenset(other.words)
    if bag == second or one.together == other.together:
        return 1.0
    common = sum(map(weight, bag & second))
    mine = [word for word in one.words if word not in second]
    theirs = [word for word in other.words if word not in bag]
    if mine and theirs:
        common += _misspelt(mine, theirs, weight)
    if not common:
        return 0.0
    rest_mine, rest_theirs = sum(map(weight, mine)), sum(map(weight, theirs))
    found = 2 * common / (2 * common + rest_mine + rest_theirs)
    if whole:
        if min(rest_mine, rest_theirs) > _TELLS_APART:
            found = min(found, _OTHERWISE)  # "Adult Protection" and "Child Protection".
    elif common >= 0.5:
        found = max(found, _INSIDE * common / (common + min(rest_mine, rest_theirs)))
    if (one.numbers ^ other.numbers) & _COUNTED and not (one.numbers and other.numbers):
        found = min(found, _INSIDE)  # "Home of Life" and "Home of Life II".
    return min(found, 0.98)


def _misspelt(mine: list[str], theirs: list[str], weight: Weight) -> float:
    """What words are worth that are nearly the same; they are taken out of both lists.

    What is left is looked at once more without blanks: "play house" and "playhouse".
    """
    gained = 0.0
    for word in [each for each in mine if len(each) > 3 and not each.isdigit()]:
        near = next((each for each in theirs if nearly(word, each)), None)
        if near is not None:
            mine.remove(word)
            theirs.remove(near)
            gained += 0.9 * min(weight(word), weight(near))
    one, other = "".join(mine), "".join(theirs)
    if len(one) > 4 and Indel.normalized_similarity(one, other) >= _SPELT_ALIKE:
        gained += 0.9 * min(sum(map(weight, mine)), sum(map(weight, theirs)))
        mine.clear()
        theirs.clear()
    return gained


def nearly(one: str, other: str) -> bool:
    """Whether two words are one but for a slip of the hand; opposites and numbers never are."""
    if len(other) < 4 or one[0] != other[0] or abs(len(one) - len(other)) > 3:
        return False
    if (one in TELLING and other in TELLING) or one.isdigit():
        return False
    return JaroWinkler.similarity(one, other, score_cutoff=0.92) > 0
