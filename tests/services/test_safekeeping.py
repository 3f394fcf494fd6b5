"""Backup, restore and check as the window and the terminal ask for them."""

from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.services import safekeeping
from partner_desk.services.opening import create_office, open_office
from partner_desk.store.store import Store
from tests.store.test_backup import add


def test_a_server_is_backed_up_by_its_own_tools(
    postgresql_url: str, author: Author, tmp_path: Path
) -> None:
    with closing(Store.open(postgresql_url, author)) as store:
        with pytest.raises(EnvironmentProblem) as caught:
            safekeeping.backup(store)
        assert caught.value.code == "backup.on_server"
        assert safekeeping.backups(store) == []
        assert safekeeping.last_backup(store) is None
        assert safekeeping.check(store).ok
    with pytest.raises(EnvironmentProblem) as caught:
        safekeeping.restore(postgresql_url, tmp_path / "x.pdoffice", author)
    assert caught.value.code == "backup.on_server"


def test_nothing_is_restored_under_an_editor(office_path: Path, author: Author) -> None:
    with closing(create_office(office_path, author, {"name": "Office"})) as office:
        made = safekeeping.backup(office.store)
        add(office.store, "After the backup")
        with pytest.raises(EnvironmentProblem) as caught:
            safekeeping.restore(office_path, made.path, author)
        assert caught.value.code == "office.in_use"
        with pytest.raises(EnvironmentProblem) as caught:
            safekeeping.restore(office_path, made.path.with_name("none.pdoffice"), author)
        assert caught.value.code == "office.missing"
        before = office.store.digest()
    with closing(open_office(office_path, author, "read")) as office:
        assert office.store.digest() == before


def test_a_backup_comes_back(office_path: Path, author: Author) -> None:
    with closing(create_office(office_path, author, {"name": "Office"})) as office:
        then = office.store.digest()
        made = safekeeping.backup(office.store)
        assert safekeeping.last_backup(office.store) == made
        add(office.store, "After the backup")
    aside = safekeeping.restore(office_path, made.path, author)
    assert aside is not None
    with closing(open_office(office_path, author)) as office:
        assert office.store.digest() == then
        assert office.notices == ()
