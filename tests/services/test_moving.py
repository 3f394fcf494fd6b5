"""An office leaves a synced folder for this computer's own disk."""

from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.services import records, safekeeping
from partner_desk.services.opening import create_office, open_office

ANA = Author("Ana", "Desk 1")


def _office(folder: Path) -> tuple[Path, str]:
    folder.mkdir()
    place = folder / "East.pdoffice"
    with closing(create_office(place, ANA, {"name": "East"})) as office:
        records.add(office.store, "school", {"name": "Escuela Ñ <b>"})
        return place, office.store.digest()


def test_an_office_is_moved_whole_and_the_old_file_is_kept_aside(tmp_path: Path) -> None:
    place, before = _office(tmp_path / "OneDrive - District")
    moved, aside = safekeeping.move(place, tmp_path / "own", ANA)
    assert moved == tmp_path / "own" / "East.pdoffice"
    assert not place.exists() and aside.parent == place.parent and "before move" in aside.name
    with closing(open_office(moved, ANA)) as office:
        assert office.store.digest() == before
    with closing(open_office(aside, ANA, "read")) as old:
        assert old.store.digest() == before


def test_an_office_never_takes_the_place_of_another(tmp_path: Path) -> None:
    place, _ = _office(tmp_path / "Dropbox")
    other, _ = _office(tmp_path / "own")
    moved, _ = safekeeping.move(place, tmp_path / "own", ANA)
    assert moved.name == "East-2.pdoffice" and other.exists()


def test_an_office_that_is_edited_or_damaged_stays_where_it_is(tmp_path: Path) -> None:
    place, _ = _office(tmp_path / "Dropbox")
    with closing(open_office(place, ANA)), pytest.raises(EnvironmentProblem) as caught:
        safekeeping.move(place, tmp_path / "own", ANA)
    assert caught.value.code == "office.in_use"
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    with pytest.raises(EnvironmentProblem):
        safekeeping.move(place, tmp_path / "own", ANA)
    assert place.exists() and not list((tmp_path / "own").glob("*"))
