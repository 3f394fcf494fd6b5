"""Many different numbers as a few equal ranges, which are read at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

FEW = 8
"""So many different numbers are still read one by one."""
_PARTS = 5
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class NumberRange:
    """How many numbers are at least ``first`` and less than ``beyond``."""

    first: Decimal
    beyond: Decimal
    count: int


def in_ranges(counts: Sequence[tuple[Decimal, int]]) -> tuple[NumberRange, ...]:
    """About five equal ranges of round width over all numbers; none where there are only a few.

    ``counts`` are the different numbers in rising order, each with how often it was given.
    """
    if len(counts) <= FEW:
        return ()
    lowest, highest = counts[0][0], counts[-1][0]
    step = _round_step((highest - lowest) / _PARTS)
    found, first = [], lowest // step * step
    if first > lowest:
        first -= step  # Division of decimals goes towards zero.
    while first <= highest:
        beyond = first + step
        count = sum(times for number, times in counts if first <= number < beyond)
        found.append(NumberRange(first, beyond, count))
        first = beyond
    return tuple(found)


def _round_step(least: Decimal) -> Decimal:
    """1, 2 or 5 with zeros, the smallest of them that is not below ``least``."""
    power = Decimal(10) ** least.adjusted()
    return next(each * power for each in _STEPS if each * power >= least)
