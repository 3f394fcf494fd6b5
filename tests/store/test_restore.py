"""Restoring: the backup takes the office's place, and what was there can still be opened."""

from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.store import disk
from partner_desk.store.backup import make_backup
from partner_desk.store.restore import restore
from partner_desk.store.store import Store
from tests.conftest import FakeClock
from tests.store.test_backup import add, add_many, damage, leave_half_written


def digest_of(path: Path, like: Store) -> str:
    """The digest of an office file."""
    with closing(Store.open(path, like.author, read_only=True)) as store:
        return store.digest()


@pytest.mark.parametrize("kind", ["text", "empty", "missing", "damaged"])
def test_a_bad_backup_leaves_the_office_alone(
    kind: str, office: Store, clock: FakeClock, tmp_path: Path
) -> None:
    add_many(office, 500)
    assert office.path
    before = office.digest()
    bad = make_backup(office.path, clock()).path if kind == "damaged" else tmp_path / "Bad.pdoffice"
    office.close()
    if kind == "damaged":
        damage(bad)
    elif kind != "missing":
        bad.write_text("no office" * 50 if kind == "text" else "")
    names = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(EnvironmentProblem) as caught:
        restore(bad, office.path, clock())
    assert caught.value.code == "backup.not_verified"
    assert sorted(each.name for each in tmp_path.iterdir()) == names
    assert digest_of(office.path, office) == before


def test_the_former_office_is_kept(office: Store, clock: FakeClock) -> None:
    add(office, "Before the backup")
    assert office.path
    then = office.digest()
    made = make_backup(office.path, clock())
    add(office, "After the backup")
    now = office.digest()
    office.close()
    aside = restore(made.path, office.path, clock())
    assert aside is not None
    assert digest_of(office.path, office) == then
    assert digest_of(aside, office) == now


def test_a_damaged_office_is_replaced_and_kept(office: Store, clock: FakeClock) -> None:
    add_many(office, 500)
    assert office.path
    made = make_backup(office.path, clock())
    good = office.digest()
    office.close()
    damage(office.path)
    rubbish = office.path.read_bytes()
    aside = restore(made.path, office.path, clock())
    assert aside is not None
    assert aside.read_bytes() == rubbish
    assert digest_of(office.path, office) == good


def test_a_journal_of_the_former_office_never_meets_the_restored_one(
    office: Store, clock: FakeClock
) -> None:
    add(office, "Before the backup")
    assert office.path
    made = make_backup(office.path, clock())
    then = office.digest()
    office.close()
    office.path.write_text("too damaged to be settled" * 1000)
    disk.journal_of(office.path).write_bytes(b"a hot journal" * 100)
    aside = restore(made.path, office.path, clock())
    assert aside is not None
    assert not disk.journal_of(office.path).exists()
    assert disk.journal_of(aside).exists()
    assert disk.journal_of(aside).read_bytes() == b"a hot journal" * 100
    assert digest_of(office.path, office) == then


def test_a_journal_that_is_still_needed_goes_with_the_former_office(
    office: Store, clock: FakeClock
) -> None:
    add_many(office, 200)
    assert office.path
    made = make_backup(office.path, clock())
    then = office.digest()
    add_many(office, 300)
    now = office.digest()
    office.close()
    leave_half_written(office.path)
    aside = restore(made.path, office.path, clock())
    assert aside is not None
    assert digest_of(office.path, office) == then
    assert digest_of(aside, office) == now


def test_a_lost_office_comes_back(office: Store, clock: FakeClock) -> None:
    assert office.path
    made = make_backup(office.path, clock())
    office.close()
    office.path.unlink()
    assert restore(made.path, office.path, clock()) is None
    assert digest_of(office.path, office) == digest_of(made.path, office)


def test_a_fault_at_the_swap_leaves_the_office(
    office: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office, "Before")
    assert office.path
    made = make_backup(office.path, clock())
    add(office, "After")
    before = office.digest()
    office.close()

    def fail(_fresh: Path, _office: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("partner_desk.store.restore.swap_in", fail)
    with pytest.raises(EnvironmentProblem) as caught:
        restore(made.path, office.path, clock())
    assert caught.value.code == "disk.full"
    assert digest_of(office.path, office) == before
