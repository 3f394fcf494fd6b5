"""Nothing acknowledged is lost: kill -9 while saving, several writers at once, full disks."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.directory import Organization
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, ChangeSet, Operation
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from tests.store.test_backup import add

_SAVE = """
import os, random, signal, sys, time
from partner_desk.model.directory import Organization
from partner_desk.model.history import Author, Operation
from partner_desk.store.store import Store

def save(location, who, limit, beat=None):
    store = Store.open(location, Author(who, "desk"), busy_seconds=60)
    for number in range(limit):
        with store.writing(Operation("test.save")) as work:
            made = work.add(Organization(name=f"{who} {number}", description="x" * 5000))
        with store.writing(Operation("test.save")) as work:
            work.change(Organization, made.id, email=f"a{number}@b.org")
        os.write(1, f"{made.id}\\n".encode())
        if beat is not None:
            os.write(beat, b".")
"""
_SAVE_LOOP = f"{_SAVE}\nsave(sys.argv[1], sys.argv[2], int(sys.argv[3]))"
_KILL_LOOP = f"""{_SAVE}
# Forked, because starting a program takes far longer than what is to be interrupted.
chance = random.Random(50)
for child in range(int(sys.argv[2])):
    heard, beat = os.pipe()
    pid = os.fork()
    if pid == 0:
        save(sys.argv[1], f"Child {{child}}", 10**6, beat)
    if child % 5:
        os.read(heard, 1)  # Most have saved once; the others may die while they open the office.
    time.sleep(chance.random() * 0.1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
"""
KILLS = 50


def saving(location: Path | str, who: str, limit: int) -> "subprocess.Popen[str]":
    """A program that saves and says so after each time."""
    return subprocess.Popen(
        [sys.executable, "-c", _SAVE_LOOP, str(location), who, str(limit)],
        stdout=subprocess.PIPE, text=True,
    )


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killing children at once needs fork")
def test_killed_while_saving_fifty_times(office: Store, author: Author) -> None:
    assert office.path
    office.close()
    done = subprocess.run(
        [sys.executable, "-c", _KILL_LOOP, str(office.path), str(KILLS)],
        capture_output=True, text=True, check=True,
    )
    acknowledged = done.stdout.split()
    with closing(Store.open(office.path, author)) as store:
        with store.reading() as reader:
            kept = {each.id: each.email for each in reader.find(Organization)}
        assert [each for each in acknowledged if not kept.get(each)] == []
        assert len(acknowledged) >= KILLS * 4 // 5
        assert len({each.who for each in _all_sets(store)}) >= KILLS * 4 // 5
        result = check(store)
        assert result.ok, result.problems
        add(store, "Still writable")


def _all_sets(store: Store) -> list[ChangeSet]:
    with store.reading() as reader:
        return reader.change_sets(10**6)


def test_six_programs_write_at_once(office: Store, author: Author) -> None:
    assert office.path
    children = [saving(office.path, f"Writer {number}", 20) for number in range(6)]
    outputs = [child.communicate()[0].split() for child in children]
    assert [child.returncode for child in children] == [0] * 6
    assert [len(each) for each in outputs] == [20] * 6
    with office.reading() as reader:
        kept = {each.id for each in reader.find(Organization)}
    assert kept == {each for ids in outputs for each in ids}
    assert check(office).ok


def test_six_programs_write_to_a_server_at_once(postgresql_url: str, author: Author) -> None:
    children = [saving(postgresql_url, f"Writer {number}", 20) for number in range(6)]
    outputs = [child.communicate()[0].split() for child in children]
    assert [child.returncode for child in children] == [0] * 6
    with closing(Store.open(postgresql_url, author)) as store:
        with store.reading() as reader:
            kept = {each.id for each in reader.find(Organization)}
        assert kept == {each for ids in outputs for each in ids}
        result = check(store)
        assert result.ok, result.problems


def test_a_busy_office_is_named(office: Store, author: Author) -> None:
    assert office.path
    with (
        closing(Store.open(office.path, author, busy_seconds=0.1)) as second,
        office.writing(Operation("test.edit")) as work,
    ):
        work.add(Organization(name="First"))
        with pytest.raises(EnvironmentProblem) as caught:
            add(second, "Second")
    assert caught.value.code == "office.busy"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_takes_back_the_save_and_keeps_the_office(
    tmp_path: Path, author: Author
) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        with closing(Store.create(tmp_path / "Office.pdoffice", author)) as store:
            written: list[str] = []
            (tmp_path / "ballast").write_bytes(bytes(700_000))
            with pytest.raises(EnvironmentProblem) as caught:
                for _ in range(1000):
                    with store.writing(Operation("test.edit")) as work:
                        made = work.add(Organization(name="Large", description="x" * 90_000))
                    written.append(made.id)
            assert caught.value.code == "disk.full"
            with store.reading() as reader:
                assert {each.id for each in reader.find(Organization)} == set(written)
            (tmp_path / "ballast").unlink()
            assert check(store).ok
            with store.writing(Operation("test.edit")) as work:
                for each in written:
                    work.change(Organization, each, description="")
            add(store, "There is room again")
            assert check(store).ok
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


_LIMITED = """
import resource, signal, sys
from partner_desk.model.directory import Organization
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, Operation
from partner_desk.store.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(sys.argv[1], Author("Ana", "desk"))
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
try:
    while True:
        with store.writing(Operation("test.edit")) as work:
            made = work.add(Organization(name="Large", description="x" * 90_000))
        print(made.id, flush=True)
except EnvironmentProblem as problem:
    print(problem.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are a matter of Unix")
def test_a_file_that_may_not_grow(office: Store) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(office.path)], capture_output=True, text=True,
        check=False,
    )
    *written, code = done.stdout.split()
    assert code in ("disk.full", "disk.failing"), done.stderr
    assert written
    with office.reading() as reader:
        assert {each.id for each in reader.find(Organization)} == set(written)
    assert check(office).ok
