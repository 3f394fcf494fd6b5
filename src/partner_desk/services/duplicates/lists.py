"""Who is alike in the whole office, in groups."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from partner_desk.model.errors import Cancelled
from partner_desk.model.queries import ListQuery
from partner_desk.services.duplicates import comparing
from partner_desk.services.duplicates.facts import FIRST_LEVELS, LEVELS, Facts, Group, Pair
from partner_desk.services.duplicates.known import Judged, Known, not_same_pairs
from partner_desk.services.duplicates.reading import all_facts
from partner_desk.services.duplicates.reasons import reasons
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.store import Store

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]
_REPORTED_EVERY = 1_000
_HELD_TOGETHER = 2.0
"""The points that the members of a group have with each other at least, on average."""
_WIDEST = 40
"""Groups of more members than this are not joined: all their pairs would have to be compared."""


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


class _Link(NamedTuple):
    """Two places of the index that are alike."""

    one: int
    other: int
    judged: Judged


def find_all(
    store: Store,
    kind: str,
    report: Report = _no_report,
    cancelled: IsCancelled = _never,
    levels: Collection[str] = FIRST_LEVELS,
) -> list[Group]:
    """All groups of live records of a kind that seem to be one, surest first.

    Pairs of ``levels`` make the groups. What is in Trash and what somebody said is not the same
    is left out. ``report`` gets steps done and steps in all: every record is read and compared.
    Raises Cancelled, and InputError("duplicates.not_of_kind").
    """
    with store.reading() as reader:
        known = Known.empty(kind, not_same_pairs(reader, kind))
        total = reader.count(ListQuery(kind))
        known.fill(_watched(all_facts(reader, kind), 2 * total, report, cancelled))
    return groups(known, lambda done, of: report(total + done, 2 * total), cancelled, levels)


def _watched(
    records: Iterable[tuple[str, Facts]], total: int, report: Report, cancelled: IsCancelled
) -> Iterator[tuple[str, Facts]]:
    for done, each in enumerate(records):
        if done % _REPORTED_EVERY == 0:
            if cancelled():
                raise Cancelled
            report(done, total)
        yield each


def groups(
    known: Known,
    report: Report = _no_report,
    cancelled: IsCancelled = _never,
    levels: Collection[str] = FIRST_LEVELS,
) -> list[Group]:
    """The groups of an index; see ``find_all``. ``report`` gets records compared, and in all."""
    with nothing_to_collect():
        links = [
            link for link in _links(known, report, cancelled) if link.judged.level in levels
        ]
        links.sort(key=lambda link: (-link.judged.points, link.one, link.other))
        found = [_group(known, *each) for each in _Grouping(known).joined(links)]
    return sorted(found, key=lambda each: (-each.pairs[0].score, each.captions))


def _links(known: Known, report: Report, cancelled: IsCancelled) -> Iterator[_Link]:
    """Every two that are alike, each once."""
    candidates = known.candidates
    candidates.settle()
    for place in range(len(known)):
        if place % _REPORTED_EVERY == 0:
            if cancelled():
                raise Cancelled
            report(place, len(known))
        mine = candidates.profiles[place]
        for other, _ in candidates.pairs_of(place):
            judged = known.judge(candidates.profiles[other], mine)
            ids = candidates.ids
            if judged.level and not known.is_apart(ids[other], ids[place]):
                yield _Link(other, place, judged)
    report(len(known), len(known))


class _Grouping:
    """Joins what is alike, surest first, while the members of a group are alike on average.

    A chain of neighbours alone makes no group: of the Scouts at St. Mary's and the parish of
    St. Mary's neither is the same as the other because both share a telephone with the school.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._of: dict[int, list[int]] = {}
        self._points: dict[tuple[int, int], float] = {}

    def joined(self, links: Sequence[_Link]) -> Iterator[tuple[list[int], list[_Link]]]:
        """The members of each group, and the links within it, surest first."""
        for link in links:
            self._points[link.one, link.other] = link.judged.points
        for link in links:
            mine = self._of.setdefault(link.one, [link.one])
            theirs = self._of.setdefault(link.other, [link.other])
            if mine is not theirs and self._belong(mine, theirs):
                mine += theirs
                for each in theirs:
                    self._of[each] = mine
        within: dict[int, list[_Link]] = {}
        for link in links:
            if self._of[link.one] is self._of[link.other]:
                within.setdefault(self._of[link.one][0], []).append(link)
        for first, its in within.items():
            yield self._of[first], its

    def _belong(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        if len(mine) + len(theirs) > _WIDEST:
            return False
        if len(mine) == len(theirs) == 1:
            return True
        total = sum(self._between(one, other) for one in mine for other in theirs)
        return total >= _HELD_TOGETHER * len(mine) * len(theirs)

    def _between(self, one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        found = self._points.get(pair)
        if found is None:
            found = self._points[pair] = self._compared(*pair)
        return found

    def _compared(self, one: int, other: int) -> float:
        candidates = self._known.candidates
        if self._known.is_apart(candidates.ids[one], candidates.ids[other]):
            return _NEVER
        judged = self._known.judge(candidates.profiles[one], candidates.profiles[other])
        evidence = judged.evidence
        if evidence.apart or comparing.DIFFERENT in (evidence.ein, evidence.number):
            return _NEVER
        return judged.points


_NEVER = -1_000.0
"""The points of two that are two, whatever holds the rest of a group together."""


def _group(known: Known, members: list[int], links: list[_Link]) -> Group:
    candidates, rules = known.candidates, known.rules
    pairs = tuple(
        Pair(
            candidates.ids[link.one], candidates.ids[link.other],
            comparing.score(link.judged.points), link.judged.level,
            reasons(candidates.profiles[link.one], candidates.profiles[link.other],
                    link.judged.evidence, rules),
        )
        for link in links
    )
    return Group(
        tuple(candidates.ids[each] for each in members),
        tuple(candidates.profiles[each].caption for each in members),
        _level_of(members, links), pairs,
    )


def _level_of(members: list[int], links: list[_Link]) -> str:
    """The level from which on its pairs reach every member."""
    for level in LEVELS:
        sure = LEVELS[: LEVELS.index(level) + 1]
        reached = {members[0]}
        rest = [(each.one, each.other) for each in links if each.judged.level in sure]
        while grown := {place for pair in rest if reached & set(pair) for place in pair} - reached:
            reached |= grown
        if len(reached) == len(members):
            return level
    return LEVELS[-1]
