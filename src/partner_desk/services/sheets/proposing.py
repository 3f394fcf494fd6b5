"""What the columns of a sheet seem to be, to be looked at by a person."""

from dataclasses import dataclass

from partner_desk.files.sheets.look import Look
from partner_desk.services.sheets.settled import Settled
from partner_desk.store.reader import Reader

WHYS = ("remembered", "name", "synonym", "content", "unsure")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and for every column why (one of WHYS) and what else it may be.

    ``others`` are paths of ``fields_for``, likeliest first. ``remembered`` is the name of the way
    to read sheets of this shape that was kept, "" where there is none.
    """

    settled: Settled
    why: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    remembered: str = ""


def propose(reader: Reader, look: Look, target: str = "") -> Proposal:
    """What ``look``'s columns seem to be; ``target`` is what a row is, "" to guess that too."""
    raise NotImplementedError
