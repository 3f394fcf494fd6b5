"""Who is the same as whom: evidence, never identity, and the reasons in words.

``Known(reader, kind)`` is an index of what the office holds: ``known.likely(facts)`` gives what
may be the same, ``known.add(id, facts)`` takes a record along that comes in meanwhile.
``likely(reader, kind, facts)`` does so once for several; ``find_all(store, kind)`` looks through
the whole office; ``not_same`` says for ever that two are two.
"""

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

__all__ = ["FIRST_LEVELS", "LEVELS", "Facts", "Group", "Likeness", "Pair", "Place", "Reason"]
