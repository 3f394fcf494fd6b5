"""Workbooks of Excel 97 whose sectors lead back to themselves cost no more than their own size."""

import struct
import tracemalloc

import pytest

from partner_desk.files.sheets.compound_file import stream

_SIZE = 512
_SECTORS = 4_000
_END = 0xFFFFFFFE


def _file(header: dict[int, int], sectors: dict[int, list[int]]) -> bytes:
    """A file with these numbers at these places of its header, and these sectors of numbers."""
    data = bytearray(_SIZE * (_SECTORS + 1))
    struct.pack_into("<HH", data, 30, 9, 6)
    for place, number in {**dict.fromkeys(range(76, _SIZE, 4), 0xFFFFFFFF), **header}.items():
        struct.pack_into("<I", data, place, number)
    for sector, numbers in sectors.items():
        struct.pack_into(f"<{len(numbers)}I", data, (sector + 1) * _SIZE, *numbers)
    return bytes(data)


LOOPING = {
    "the list of tables leads to itself": _file(
        {68: 0, 72: 0xFFFFFF, 48: 0}, {0: [*range(1, 128), 0]}),
    "a table is listed again and again": _file(
        {68: 0, 72: _SECTORS, 48: 0},
        {each: [*[_SECTORS - 1] * 127, each + 1] for each in range(_SECTORS - 1)}),
    "two sectors follow each other": _file(
        {76 + 4 * each: each for each in range(32)} | {48: 0}, {0: [1, 0]}),
}


@pytest.mark.parametrize("what", LOOPING)
def test_what_leads_back_is_refused_before_it_grows(what: str) -> None:
    data = LOOPING[what]
    tracemalloc.start()
    try:
        with pytest.raises((ValueError, IndexError, struct.error)):
            stream(data, ("Workbook",))
        assert tracemalloc.get_traced_memory()[1] < 2 * len(data)
    finally:
        tracemalloc.stop()


def test_a_stream_that_is_not_there_is_none() -> None:
    data = _file({48: 1, 76: 0}, {0: [_END, _END]})
    assert stream(data, ("Workbook",)) == b""
