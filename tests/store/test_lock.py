"""One editor per file: who is told what, and when a lock is believed to be dead."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.store.lock import acquire, holder, take_over
from tests.conftest import FakeClock

LAPTOP = Author("Bao", "laptop")

_HOLD = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from partner_desk.model.history import Author
from partner_desk.store.lock import acquire
lock = acquire(Path(sys.argv[1]), Author("Ana Núñez", sys.argv[2]), lambda: datetime.now(UTC))
print("held", flush=True)
time.sleep(60)
"""


@contextmanager
def another_program(office: Path, computer: str) -> Iterator[subprocess.Popen[str]]:
    """A second program that holds the lock until it is killed."""
    command = [sys.executable, "-c", _HOLD, str(office), computer]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "held\n"
            yield child
        finally:
            child.kill()


def refused(office: Path, author: Author, clock: FakeClock) -> dict[str, object]:
    """What an author is told who finds the office taken."""
    with pytest.raises(EnvironmentProblem) as caught:
        acquire(office, author, clock)
    assert caught.value.code == "office.in_use"
    return caught.value.values


def test_a_folder_that_cannot_be_written(author: Author, clock: FakeClock) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        acquire(Path("/proc/Office.pdoffice"), author, clock)
    assert caught.value.code in ("office.no_rights", "office.missing")


def test_a_lock_file_cut_off_while_it_was_written(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    card = office_path.with_name(office_path.name + ".lock")
    for rubbish in ("", "{", "[]", '{"who": "Ana"}', "\x00" * 100):
        card.write_text(rubbish)
        assert refused(office_path, author, clock)["here"] is False
    card.write_bytes(b"\xff\xfe\xff")
    assert refused(office_path, author, clock)["who"] == ""
    take_over(office_path, author, clock).release()
    assert holder(office_path) is None


def test_nobody_else_edits_meanwhile(office_path: Path, author: Author, clock: FakeClock) -> None:
    lock = acquire(office_path, author, clock)
    assert not lock.unclean
    told = refused(office_path, LAPTOP, clock)
    assert (told["who"], told["computer"], told["here"]) == ("Ana Núñez", "desk", True)
    assert told["since"] is not None
    lock.release()
    assert list(office_path.parent.iterdir()) == []
    again = acquire(office_path, LAPTOP, clock)
    assert not again.unclean
    again.release()


def test_a_living_program_on_this_computer_is_not_pushed_aside(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    with another_program(office_path, author.computer):
        told = refused(office_path, author, clock)
        assert (told["who"], told["here"]) == ("Ana Núñez", True)
        with pytest.raises(EnvironmentProblem):
            take_over(office_path, author, clock)


def test_a_killed_program_on_this_computer_leaves_an_unclean_office(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    with another_program(office_path, author.computer):
        pass
    lock = acquire(office_path, author, clock)
    assert lock.unclean
    lock.release()
    assert not acquire(office_path, author, clock).unclean


def test_a_lock_of_another_computer_stays_until_a_person_decides(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    with another_program(office_path, "laptop"):
        pass
    for _ in range(2):
        told = refused(office_path, author, clock)
        assert (told["computer"], told["here"]) == ("laptop", False)
        assert told["seen"] is not None
    lock = take_over(office_path, author, clock)
    assert lock.unclean
    found = holder(office_path)
    assert found is not None
    assert (found.who, found.computer) == (author.who, author.computer)
    lock.release()


def test_who_was_pushed_aside_learns_it_at_the_next_sign_of_life(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    first = acquire(office_path, LAPTOP, clock)
    second = take_over(office_path, author, clock)
    with pytest.raises(EnvironmentProblem) as caught:
        first.heartbeat()
    assert caught.value.code == "office.taken_over"
    assert caught.value.values["who"] == author.who
    first.release()
    second.heartbeat()
    assert holder(office_path) is not None
    second.release()


def test_a_sign_of_life_is_seen(office_path: Path, author: Author, clock: FakeClock) -> None:
    lock = acquire(office_path, author, clock)
    os.utime(office_path.with_name(office_path.name + ".lock"), (1_000_000_000, 1_000_000_000))
    before = holder(office_path)
    lock.heartbeat()
    after = holder(office_path)
    assert before is not None
    assert after is not None
    assert before.seen.year == 2001
    assert after.seen > before.seen
    lock.release()


def test_a_short_command_waits_for_its_turn(
    office_path: Path, author: Author, clock: FakeClock
) -> None:
    with another_program(office_path, author.computer) as child:
        child.kill()
        lock = acquire(office_path, author, clock, wait_seconds=5)
    lock.release()
