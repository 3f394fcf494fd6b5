"""Who is the same as whom: evidence, never identity, and the reasons in words.

``Known(reader, kind)`` is an index of what the office holds: ``known.likely(facts)`` gives what
may be the same, ``known.add(id, facts)`` takes a record along that comes in meanwhile.
``likely(reader, kind, facts)`` does so once for a few; ``find_all(store, kind)`` looks through
the whole office; ``not_same`` and ``none_the_same`` say for ever that two are two.
"""

from partner_desk.services.duplicates.apart import (
    none_the_same,
    not_same,
    not_same_of,
    same_after_all,
    told_apart,
)
from partner_desk.services.duplicates.facts import (
    FIRST_LEVELS,
    LEVELS,
    Facts,
    Group,
    Likeness,
    Pair,
    Place,
    Reason,
)
from partner_desk.services.duplicates.known import Known, likely
from partner_desk.services.duplicates.lists import find_all, groups
from partner_desk.services.duplicates.reading import DUPLICATE_KINDS, all_facts, facts_of

__all__ = [
    "DUPLICATE_KINDS", "FIRST_LEVELS", "LEVELS", "Facts", "Group", "Known", "Likeness", "Pair",
    "Place", "Reason", "all_facts", "facts_of", "find_all", "groups", "likely",
    "none_the_same", "not_same", "not_same_of", "same_after_all", "told_apart",
]
