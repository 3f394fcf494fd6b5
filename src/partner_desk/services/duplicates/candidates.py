"""Which records are worth comparing: those that share a rare word, a phone, a street and so on.

The index grows while records come in, so that an import finds duplicates within itself as well.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import log

from partner_desk.services.duplicates.profiles import Profile
from partner_desk.services.duplicates.vocabulary import GENERIC

_CROWD = 60
_WEAK_CROWD = 12
"""Where more records than this share something, it says too little to compare them all.

Of words and web hosts the second: whole districts share a host.
"""
_AT_LEAST = 1000
"""In a small office words count as if so many records were there, else none would be common."""
_NOBODY: tuple[int, ...] = ()


class Candidates:
    """Profiles by their place in the index, from 0, and what they are found by.

    Of what is found by a thing only the places are held, one as a bare number and none any more
    where it is a crowd: a hundred thousand organizations have to fit beside an import.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.profiles: list[Profile] = []
        self._found_by: dict[int, int | list[int] | None] = {}
        self._having: dict[str, int] = defaultdict(int)
        self._weights: dict[str, float] = {}
        self._weighed_at = 0

    def add(self, record_id: str, known: Profile) -> int:
        """Take a record in; returns its place."""
        place = len(self.ids)
        self.ids.append(record_id)
        self.profiles.append(known)
        for key in set(_firm_keys(known)):
            self._note(key, place, _CROWD)
        for site in known.hosts:
            self._note(hash(("host", site)), place, _WEAK_CROWD)
        for word in _words(known):
            self._having[word] += 1
            self._note(hash(("word", word)), place, _WEAK_CROWD)
        return place

    def _note(self, key: int, place: int, crowd: int) -> None:
        found = self._found_by.get(key, _NOBODY)
        if found is _NOBODY:
            self._found_by[key] = place
        elif isinstance(found, int):
            self._found_by[key] = [found, place]
        elif isinstance(found, list):
            found.append(place)
            if len(found) > crowd:
                self._found_by[key] = None

    def near(self, known: Profile) -> set[int]:
        """The places of what is worth comparing with a profile; itself where it is in."""
        found: set[int] = set()
        for key in _keys(known):
            places = self._found_by.get(key)
            if isinstance(places, int):
                found.add(places)
            elif places:
                found.update(places)
        return found

    def pairs_of(self, place: int) -> Iterator[tuple[int, int]]:
        """What is worth comparing with the record at ``place`` and stands before it."""
        return ((other, place) for other in self.near(self.profiles[place]) if other < place)

    def weight(self, word: str) -> float:
        """How much a word tells, over 0 and at most 1."""
        found = self._weights.get(word)
        if found is None:
            found = self._weights[word] = self._weigh(word)
        return found

    def _weigh(self, word: str) -> float:
        everything = max(len(self.ids), _AT_LEAST)
        having = max(self._having.get(word, 0), 1)
        if word in GENERIC:
            having = max(having, everything // 8)
        return max(0.05, min(1.0, log(everything / having) / log(everything)))

    def settle(self) -> None:
        """Weigh words anew once the index has grown by a tenth."""
        if len(self.ids) > self._weighed_at * 1.1:
            self._weights.clear()
            self._weighed_at = len(self.ids)


def _keys(known: Profile) -> Iterator[int]:
    yield from _firm_keys(known)
    for site in known.hosts:
        yield hash(("host", site))
    for word in _words(known):
        yield hash(("word", word))


def _firm_keys(known: Profile) -> Iterator[int]:
    yield from map(hash, known.keys)
    for name in known.names:
        yield hash(("name", "".join(sorted(name.words))))
        yield hash(("name", name.together))


def _words(known: Profile) -> set[str]:
    """The different words of all names."""
    if len(known.names) == 1:
        return set(known.names[0].words)
    return {word for name in known.names for word in name.words}
