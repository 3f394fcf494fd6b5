"""What is known of a record as far as it tells who it is, and what was found to be like it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

LEVELS = ("same", "likely", "perhaps")
"""How sure it is, surest first. The list of duplicates shows the first two at first."""
FIRST_LEVELS = ("same", "likely")


class Place(NamedTuple):
    """An address as it was typed; any part may be ""."""

    street: str = ""
    city: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What tells who a record is, as it was typed.

    ``within`` are ids of the records it belongs to (of a contact and a resource: their
    organization, of a resource its places too), ``number`` is what an outside authority knows it
    by (of a school its NCES id). Everything but the name may be missing.
    """

    name: str
    alternate_names: tuple[str, ...] = ()
    ein: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    addresses: tuple[Place, ...] = ()
    within: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against: ``code`` names the sentence, ``values`` fill it."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    speaks_for: bool = True


@dataclass(frozen=True, slots=True)
class Likeness:
    """A record that something is like; ``score`` is between 0 and 1, ``level`` one of LEVELS."""

    record_id: str
    caption: str
    score: float
    level: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one kind that are alike."""

    first_id: str
    second_id: str
    score: float
    level: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Two or more records that seem to be one; ``captions`` go with ``ids``.

    ``pairs`` say why, surest first; ``level`` is that of the weakest pair that holds the group
    together.
    """

    ids: tuple[str, ...]
    captions: tuple[str, ...]
    level: str
    pairs: tuple[Pair, ...]
