"""Files with bytes changed at random: refused in words or taken, never a crash or a miscount."""

import random
import shutil
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.services import importing
from partner_desk.services.importing import ImportPreview
from partner_desk.store.store import Store

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
FOLDERS = ("hsds_ohana", "hsds_2", "hsds_3")
PIECES = (b'"', b",", b"\n", b"\r", b"\x00", b"\xff", b"\xe2\x80", b"null", b"{", b"=1+1", b";")
CASES = 12


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        place = chance.randrange(len(changed) + 1)
        if chance.random() < 0.5:
            changed[place:place] = chance.choice(PIECES)
        else:
            del changed[place : place + chance.randint(1, 30)]
    return bytes(changed)


def _imported(office: Store, path: Path) -> ImportPreview | None:
    """What importing came to, or None when the whole was refused in words."""
    try:
        return importing.run(office, path)
    except (InputError, EnvironmentProblem):
        return None


@pytest.mark.parametrize("seed", range(4))
def test_damaged_tables_are_counted_all_the_same(
    office: Store, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    taken = 0
    for case in range(CASES):
        folder = tmp_path / f"case {case}"
        shutil.copytree(FIXTURES / chance.choice(FOLDERS), folder)
        for path in chance.sample(sorted(folder.iterdir()), 3):
            path.write_bytes(_damaged(path.read_bytes(), chance))
        result = _imported(office, folder)
        if result is None:
            continue
        taken += 1
        accounted = result.new + result.changed + result.unchanged + result.refused
        assert (result.read, result.refused) == (accounted, len(result.refusals)), (seed, case)
        again = importing.preview(office, folder)
        assert (again.new, again.changed) == (0, 0), (seed, case)
    assert taken > CASES // 2


@pytest.mark.parametrize("seed", range(4))
def test_damaged_zips_leave_the_office_or_are_taken_whole(
    office: Store, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    whole = Path(shutil.make_archive(str(tmp_path / "city"), "zip", FIXTURES / "hsds_2"))
    original = whole.read_bytes()
    refused = 0
    for _ in range(CASES):
        before = office.digest()
        data = bytearray(original)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        whole.write_bytes(bytes(data))
        if _imported(office, whole) is None:
            refused += 1
            assert office.digest() == before, seed
    assert refused > 0
