"""Nothing acknowledged is lost: kill -9 while saving, several writers at once, full disks."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, ChangeSet, Operation
from partner_desk.model.organizations import Organization
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from tests.store.test_backup import add

_SAVE = """
import os, random, signal, sys, time
from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
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
# Forked, because starting a program takes far longer than what is to be tried.
_SAVE_LOOP = f"""{_SAVE}
location, limit, *names = sys.argv[1:]
while len(names) > 1 and os.fork():
    del names[0]
save(location, names[0], int(limit))
while True:
    try:
        sys.exit(1) if os.wait()[1] else None
    except (ChildProcessError, AttributeError):
        break
"""
_KILL_LOOP = f"""{_SAVE}
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
WRITERS = [f"Writer {number}" for number in range(6)]


def saved_by_all(location: Path | str) -> list[str]:
    """What six programs that write at once say they saved, 20 times each."""
    programs = [WRITERS] if hasattr(os, "fork") else [[each] for each in WRITERS]
    children = [
        subprocess.Popen(
            [sys.executable, "-c", _SAVE_LOOP, str(location), "20", *names],
            stdout=subprocess.PIPE, text=True,
        )
        for names in programs
    ]
    outputs = [child.communicate()[0].split() for child in children]
    assert [child.returncode for child in children] == [0] * len(children)
    return [each for ids in outputs for each in ids]


def killed_while_saving(office: Path, kills: int, planted: str = "") -> list[str]:
    """The ids that programs acknowledged before they were killed at any moment."""
    done = subprocess.run(
        [sys.executable, "-c", planted + _KILL_LOOP, str(office), str(kills)],
        capture_output=True, text=True, check=True,
    )
    return done.stdout.split()


def lost(store: Store, acknowledged: list[str]) -> list[str]:
    """What was acknowledged and is not there as it was saved last."""
    with store.reading() as reader:
        kept = {each.id: each.email for each in reader.find(Organization)}
    return [each for each in acknowledged if not kept.get(each)]


NEEDS_FORK = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="killing children at once needs fork"
)


@NEEDS_FORK
def test_killed_while_saving_fifty_times(office: Store, author: Author) -> None:
    assert office.path
    office.close()
    acknowledged = killed_while_saving(office.path, KILLS)
    with closing(Store.open(office.path, author)) as store:
        assert lost(store, acknowledged) == []
        assert len(acknowledged) >= KILLS * 4 // 5
        assert len({each.who for each in _all_sets(store)}) >= KILLS * 4 // 5
        result = check(store)
        assert result.ok, result.problems
        add(store, "Still writable")


# A commit for several saves at once, "because it is faster".
_WRITES_BEHIND = """
from contextlib import contextmanager
from partner_desk.store.engine import WRITES
from partner_desk.store.store import Store

@contextmanager
def behind(store):
    if not hasattr(store, "held"):
        connection = store.engine.connect()
        connection.execution_options(**{WRITES: True})
        store.held = [connection, connection.begin(), 0]
    connection, transaction, saves = store.held
    yield connection
    store.held[2] += 1
    if store.held[2] % 16 == 0:
        transaction.commit()
        store.held[1] = connection.begin()

Store._begin_write = behind
"""


@NEEDS_FORK
def test_planted_a_save_acknowledged_before_its_commit_is_caught(
    office: Store, author: Author
) -> None:
    assert office.path
    office.close()
    acknowledged = killed_while_saving(office.path, 4, _WRITES_BEHIND)
    with closing(Store.open(office.path, author)) as store:
        assert lost(store, acknowledged) != []


def _all_sets(store: Store) -> list[ChangeSet]:
    with store.reading() as reader:
        return reader.change_sets(10**6)


def test_six_programs_write_at_once(office: Store) -> None:
    assert office.path
    saved = saved_by_all(office.path)
    assert len(set(saved)) == len(WRITERS) * 20
    assert lost(office, saved) == []
    with office.reading() as reader:
        assert len(reader.find(Organization)) == len(saved)
    assert {each.who for each in _all_sets(office)} == set(WRITERS)
    assert check(office).ok


def test_six_programs_write_to_a_server_at_once(postgresql_url: str, author: Author) -> None:
    saved = saved_by_all(postgresql_url)
    assert len(set(saved)) == len(WRITERS) * 20
    with closing(Store.open(postgresql_url, author)) as store:
        assert lost(store, saved) == []
        with store.reading() as reader:
            assert len(reader.find(Organization)) == len(saved)
        assert {each.who for each in _all_sets(store)} == set(WRITERS)
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
from partner_desk.model.organizations import Organization
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, Operation
from partner_desk.store.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(sys.argv[1], Author("Ana", "desk"))
resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, 2_500_000))
try:
    for _ in range(60):
        with store.writing(Operation("test.edit")) as work:
            made = work.add(Organization(name="Large", description="x" * 90_000))
        print(made.id, flush=True)
except EnvironmentProblem as problem:
    print(problem.code)
"""


# An error kept from whoever saves.
_SWALLOWS = """
from contextlib import contextmanager
from partner_desk.store.store import Store
writing = Store.writing

@contextmanager
def quietly(store, operation):
    try:
        with writing(store, operation) as work:
            yield work
    except Exception:
        pass

Store.writing = quietly
"""


def filled_up(store: Store, planted: str = "") -> tuple[list[str], list[str]]:
    """Save to a file that may not grow; returns the ids said to be saved, and the error's code."""
    done = subprocess.run(
        [sys.executable, "-c", planted + _LIMITED, str(store.path)], capture_output=True,
        text=True, check=True,
    )
    lines = done.stdout.split()
    return [each for each in lines if "." not in each], [each for each in lines if "." in each]


NEEDS_LIMITS = pytest.mark.skipif(
    sys.platform == "win32", reason="limits of file sizes are a matter of Unix"
)


@NEEDS_LIMITS
def test_a_file_that_may_not_grow(office: Store) -> None:
    written, codes = filled_up(office)
    assert codes in (["disk.full"], ["disk.failing"])
    assert written
    with office.reading() as reader:
        assert {each.id for each in reader.find(Organization)} == set(written)
    assert check(office).ok


@NEEDS_LIMITS
def test_planted_a_swallowed_error_is_caught(office: Store) -> None:
    written, codes = filled_up(office, _SWALLOWS)
    assert codes == []
    with office.reading() as reader:
        assert {each.id for each in reader.find(Organization)} < set(written)
