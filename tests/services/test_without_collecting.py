"""Large work is done without looking for waste, and what it made is not looked through after it."""

import gc
from collections.abc import Iterator

import pytest

from partner_desk.services.without_collecting import nothing_to_collect

MANY = 50_000


@pytest.fixture
def frozen() -> Iterator[None]:
    """As in a window that stands."""
    gc.freeze()
    yield
    gc.unfreeze()


def looked_at(made: list[list[int]]) -> int:
    """How many of what was made the next look for waste would go through."""
    places = {id(each) for each in made}
    return sum(id(each) in places for each in gc.get_objects())


@pytest.mark.usefixtures("frozen")
def test_in_a_window_what_was_made_is_not_looked_through_and_goes_when_nobody_holds_it() -> None:
    with nothing_to_collect():
        assert not gc.isenabled()
        made = [[number] for number in range(MANY)]
    assert gc.isenabled()
    assert looked_at(made) == 0
    before = gc.get_freeze_count()
    del made
    assert gc.get_freeze_count() <= before - MANY


def test_elsewhere_what_was_made_is_looked_through_as_ever() -> None:
    gc.unfreeze()
    with nothing_to_collect():
        made = [[number] for number in range(MANY)]
    assert looked_at(made) == MANY


def test_work_within_work_goes_on_without_looking() -> None:
    with nothing_to_collect():
        with nothing_to_collect():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_fails_lets_it_be_looked_for_again() -> None:
    with pytest.raises(ValueError, match="no"), nothing_to_collect():
        raise ValueError("no")
    assert gc.isenabled()
