"""A stream of a compound file, which is what workbooks of Excel 97 to 2003 are kept in."""

import struct
from collections.abc import Iterator

_END = 0xFFFFFFF0
"""Numbers of sectors from here on say that a chain ends."""
_ENTRY = 128


def stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """The bytes of the first stream with one of these names; b"" where there is none.

    Raises struct.error, IndexError or ValueError for a file that is damaged.
    """
    return _Compound(data).stream(names)


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << _number(data, 30, "H")
        self._small = 1 << _number(data, 32, "H")
        self._cutoff = _number(data, 56)
        self._table = self._sector_table()
        self._entries = self._joined(_number(data, 48), self._table)

    def stream(self, names: tuple[str, ...]) -> bytes:
        for start in range(0, len(self._entries) - _ENTRY + 1, _ENTRY):
            entry = self._entries[start : start + _ENTRY]
            length = max(_number(entry, 64, "H") - 2, 0)
            if entry[:length].decode("utf-16-le", "replace") in names and entry[66] == 2:
                return self._content(_number(entry, 116), _number(entry, 120))
        return b""

    def _content(self, first: int, size: int) -> bytes:
        if size >= self._cutoff:
            return self._joined(first, self._table)[:size]
        whole = self._joined(_number(self._entries, 116), self._table)  # The root's own stream.
        table = _numbers(self._joined(_number(self._data, 60), self._table))
        places = (at * self._small for at in _chain(first, table))
        return b"".join(whole[at : at + self._small] for at in places)[:size]

    def _sector_table(self) -> tuple[int, ...]:
        """Which sector follows which."""
        passed: set[int] = set()
        return _numbers(b"".join(
            self._sector(_not_passed(each, passed)) for each in self._listed() if each < _END))

    def _listed(self) -> Iterator[int]:
        """The sectors of the table itself: the first are listed at the start, others in a chain."""
        yield from struct.unpack_from("<109I", self._data, 76)
        more, passed = _number(self._data, 68), set[int]()
        for _ in range(min(_number(self._data, 72), len(self._data) // self._size)):
            part = _numbers(self._sector(_not_passed(more, passed)))
            yield from part[:-1]
            more = part[-1]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _joined(self, first: int, table: tuple[int, ...]) -> bytes:
        return b"".join(self._sector(each) for each in _chain(first, table))


def _chain(first: int, table: tuple[int, ...]) -> Iterator[int]:
    passed: set[int] = set()
    while first < _END:
        yield _not_passed(first, passed)
        first = table[first]


def _not_passed(sector: int, passed: set[int]) -> int:
    """This sector, taken down as one of those that were passed. Raises ValueError for a second."""
    if sector in passed:
        raise ValueError("a chain of sectors leads back to itself")
    passed.add(sector)
    return sector


def _number(data: bytes, start: int, kind: str = "I") -> int:
    (found,) = struct.unpack_from(f"<{kind}", data, start)
    return int(found)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
