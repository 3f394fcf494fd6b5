"""Views on the command line: told, listed, exported."""

from pathlib import Path

from openpyxl import load_workbook

from partner_desk.model.history import Author
from partner_desk.services import views
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.store.store import Store
from tests.cli.conftest import Desk


def _save(office: Path, name: str, wanted: ResourceList) -> None:
    store = Store.open(office, Author("Ana", "desk"))
    try:
        views.save(store, name, wanted)
    finally:
        store.close()


def test_a_view_is_listed_searched_and_exported(desk: Desk, sample: Path, tmp_path: Path) -> None:
    _save(sample, "Saturday & free", ResourceList("active", "", Narrowed(days=("SA",))))
    told = desk(sample, "views").value
    assert [each["name"] for each in told] == ["Saturday & free"]
    listed = desk(sample, "list", "service", "--view", "saturday & FREE").value
    assert len(listed) == told[0]["records"] > 3
    assert len(listed) < len(desk(sample, "list", "service").value)
    word = listed[0]["name"].split()[0]
    fewer = desk(sample, "list", "service", "--view", "Saturday & free", "--search", word).value
    assert listed[0]["id"] in [each["id"] for each in fewer]
    assert len(fewer) <= len(listed)
    path = tmp_path / "view.xlsx"
    done = desk(sample, "export", "service", path, "--view", "Saturday & free").value
    assert done["rows"] == len(listed)
    book = load_workbook(path)
    assert book.worksheets[0].max_row == len(listed) + 1
    assert book.worksheets[1]["A2"].value == "Saturday & free"


def test_what_is_no_view_is_refused(desk: Desk, sample: Path) -> None:
    unknown = desk(sample, "list", "service", "--view", "Nothing")
    assert unknown.status == 3
    other = desk(sample, "list", "organization", "--view", "Nothing")
    assert other.status == 3
