"""Sets as whole numbers: bit n stands for member n, so that a set of thousands is one value."""

from collections.abc import Iterable, Sequence

Bits = int
"""A set; -1 is the set of all there are."""


def bits_of(numbers: Iterable[int]) -> Bits:
    """The set of these numbers (from 0)."""
    wanted = list(numbers)
    found = bytearray((max(wanted, default=0) >> 3) + 1)
    for number in wanted:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def members(bits: Bits, names: Sequence[str]) -> list[str]:
    """The names of the members of a set, in order; ``names`` has one for each number."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(names[lowest.bit_length() - 1])
        bits ^= lowest
    return found
