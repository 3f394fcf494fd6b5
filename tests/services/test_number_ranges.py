"""Ranges of numbers: round, equal, and none is lost or counted twice."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partner_desk.services.number_ranges import FEW, in_ranges


def _counts(*numbers: str) -> list[tuple[Decimal, int]]:
    return [(each, 1) for each in sorted(map(Decimal, numbers))]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("3", "9", "14", "27", "31", "48", "60", "77", "98"),
         [(0, 20, 3), (20, 40, 2), (40, 60, 1), (60, 80, 2), (80, 100, 1)]),
        (("-7", "-3", "0", "1", "2", "4", "5", "8", "11"),
         [(-10, -5, 1), (-5, 0, 1), (0, 5, 4), (5, 10, 2), (10, 15, 1)]),
        (("0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"),
         [("0", "0.2", 1), ("0.2", "0.4", 2), ("0.4", "0.6", 2), ("0.6", "0.8", 2),
          ("0.8", "1.0", 2)]),
        (("1", "2", "3", "4"), []),
    ],
)
def test_ranges_are_round(
    numbers: tuple[str, ...], expected: list[tuple[object, object, int]]
) -> None:
    found = [(each.first, each.beyond, each.count) for each in in_ranges(_counts(*numbers))]
    assert found == [(Decimal(str(a)), Decimal(str(b)), count) for a, b, count in expected]


@given(st.sets(st.decimals(-10**9, 10**9, places=2), min_size=FEW + 1, max_size=60))
def test_each_number_is_in_one_range(numbers: set[Decimal]) -> None:
    found = in_ranges([(each, 2) for each in sorted(numbers)])
    assert sum(each.count for each in found) == 2 * len(numbers)
    assert len(found) <= 7
    assert found[0].count and found[-1].count
    assert all(one.beyond == other.first for one, other in zip(found, found[1:], strict=False))
