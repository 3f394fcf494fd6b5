"""Sets as whole numbers: bit n stands for member n, so that a set of thousands is one value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

Bits = int
"""A set; -1 is the set of all there are."""


def bits_of(numbers: Iterable[int]) -> Bits:
    """The set of these numbers (from 0)."""
    wanted = list(numbers)
    found = bytearray((max(wanted, default=0) >> 3) + 1)
    for number in wanted:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def numbers_in(bits: Bits) -> Iterator[int]:
    """The numbers of a set that ends somewhere, the lowest first."""
    # A search of letters: taking bit after bit off a set of thousands writes it anew each time.
    letters = bin(bits)[:1:-1]
    place = letters.find("1")
    while place >= 0:
        yield place
        place = letters.find("1", place + 1)


def members(bits: Bits, names: Sequence[str]) -> list[str]:
    """The names of the members of a set, in order; ``names`` has one for each number."""
    return [names[number] for number in numbers_in(bits)]


def union(sets: Mapping[str, Bits], keys: Iterable[str]) -> Bits:
    """What is in any of the sets that are called by ``keys``."""
    found = 0
    for key in keys:
        found |= sets.get(key, 0)
    return found
