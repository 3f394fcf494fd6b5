"""What the office holds, ready to be asked: is this one there already?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from partner_desk.model.folding import fold
from partner_desk.model.office import NotSame
from partner_desk.model.queries import Condition
from partner_desk.model.registry import KINDS, is_searched
from partner_desk.services.duplicates import comparing
from partner_desk.services.duplicates.candidates import Candidates
from partner_desk.services.duplicates.comparing import Evidence
from partner_desk.services.duplicates.facts import Facts, Likeness
from partner_desk.services.duplicates.profiles import Profile, profile
from partner_desk.services.duplicates.reading import all_facts, facts_of, require_kind
from partner_desk.services.duplicates.reasons import reasons
from partner_desk.services.duplicates.vocabulary import GENERIC
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.columns import columns
from partner_desk.store.reader import Reader

_MOST = 10
"""How many records one is told to be like at most."""
_BY_SEARCH = 25
"""From so many facts at once on, an index of everything pays."""
_SEARCHED_WORDS = 5
_FOUND_BY_WORD = 40


class Judged(NamedTuple):
    """Two profiles compared: points and level, "" for what is not worth telling."""

    points: float
    level: str
    evidence: Evidence


class Known:
    """An index of the live records of one kind; built once for many questions.

    ``reader`` is used while it is built only. ``add`` takes in what comes meanwhile.
    """

    def __init__(self, reader: Reader, kind: str) -> None:
        self._begin(kind, not_same_pairs(reader, kind))
        self.fill(all_facts(reader, kind))

    @classmethod
    def empty(cls, kind: str, apart: Collection[tuple[str, str]] = ()) -> Self:
        """An index of nothing yet. ``apart`` are pairs of ids that are not the same, lower first.

        Records of a file are so compared with each other only.
        """
        found = cls.__new__(cls)
        found._begin(kind, apart)
        return found

    def _begin(self, kind: str, apart: Collection[tuple[str, str]]) -> None:
        require_kind(kind)
        self.kind = kind
        self.rules = comparing.RULES[kind]
        self.candidates = Candidates()
        self._apart = frozenset(apart)

    def __len__(self) -> int:
        return len(self.candidates.ids)

    def add(self, record_id: str, facts: Facts) -> None:
        """Take one more record in, such as one that is about to be imported."""
        self.candidates.add(record_id, self._profile(facts))

    def fill(self, records: Iterable[tuple[str, Facts]]) -> None:
        """Take many records in, each with its id."""
        with nothing_to_collect():
            for record_id, facts in records:
                self.add(record_id, facts)

    def likely(self, facts: Facts, record_id: str = "") -> list[Likeness]:
        """What may be the same as something of these facts, surest first.

        ``record_id`` is the record itself where it has one already: it is not like itself, nor
        like what somebody said it is not.
        """
        self.candidates.settle()
        known = self._profile(facts)
        found = list(self._judged(known, record_id))
        found.sort(key=lambda pair: -pair[1].points)
        return [self._likeness(known, *each) for each in found[:_MOST]]

    def judge(self, one: Profile, other: Profile) -> Judged:
        """Compare two profiles."""
        rules = self.rules
        evidence = comparing.compare(
            one, other, self.candidates.weight, rules.names_are_whole
        )
        total = comparing.points(evidence, rules)
        return Judged(total, comparing.level(evidence, total, rules), evidence)

    def is_apart(self, one_id: str, other_id: str) -> bool:
        """Whether somebody said that two records are not the same."""
        return (min(one_id, other_id), max(one_id, other_id)) in self._apart

    def _profile(self, facts: Facts) -> Profile:
        return profile(facts, of_person=self.kind == "contact")

    def _judged(self, known: Profile, record_id: str) -> Iterator[tuple[int, Judged]]:
        for place in self.candidates.near(known):
            other_id = self.candidates.ids[place]
            if other_id == record_id or (record_id and self.is_apart(record_id, other_id)):
                continue
            judged = self.judge(known, self.candidates.profiles[place])
            if judged.level:
                yield place, judged

    def _likeness(self, known: Profile, place: int, judged: Judged) -> Likeness:
        other = self.candidates.profiles[place]
        return Likeness(
            self.candidates.ids[place], other.caption, comparing.score(judged.points),
            judged.level, reasons(known, other, judged.evidence, self.rules),
        )


def not_same_pairs(reader: Reader, kind: str) -> set[tuple[str, str]]:
    """The pairs of ids that somebody said are not the same, the lower one first."""
    where = (Condition("of_kind", kind),)
    return set(columns(reader, NotSame.kind, ("first_id", "second_id"), where))


def likely(
    reader: Reader, kind: str, facts: Sequence[Facts], own_ids: Sequence[str] = ()
) -> list[list[Likeness]]:
    """What the office holds that may be the same, for each of ``facts``.

    For a few the search index tells what to look at, as while somebody types; for many an index
    of everything is made. Whoever asks often makes a ``Known``. ``own_ids`` go with ``facts``.
    """
    ids = list(own_ids) or [""] * len(facts)
    if len(facts) >= _BY_SEARCH or not is_searched(kind):
        known = Known(reader, kind)
        return [known.likely(each, id_) for each, id_ in zip(facts, ids, strict=True)]
    known = Known.empty(kind, not_same_pairs(reader, kind))
    found = dict.fromkeys(id_ for each in facts for id_ in _found_by_search(reader, kind, each))
    records = [
        each for each in reader.get_many(KINDS[kind], list(found)) if each.deleted_at is None
    ]
    for record, its in zip(records, facts_of(reader, kind, records), strict=True):
        known.add(record.id, its)
    return [known.likely(each, id_) for each, id_ in zip(facts, ids, strict=True)]


def _found_by_search(reader: Reader, kind: str, facts: Facts) -> Iterable[str]:
    """The ids of what shares a telling word, a telephone, an email or the rest with ``facts``."""
    known = profile(facts, of_person=kind == "contact")
    words = sorted(
        {word for name in known.names for word in name.words},
        key=lambda word: (word in GENERIC, -len(word)),
    )
    for word in words[:_SEARCHED_WORDS]:
        yield from reader.title_matches(kind, [word], _FOUND_BY_WORD)
    whole = [fold(name.typed).split() for name in known.names]
    firm = [[each[-7:]] for each in known.phones]
    firm += [fold(each).split() for each in (*known.emails, *known.hosts, known.ein, known.number)]
    firm += [[each.number, *each.words[:1]] for each in known.streets]
    for together in (*whole, *firm):
        if together:
            yield from reader.word_matches(kind, together, _FOUND_BY_WORD)
