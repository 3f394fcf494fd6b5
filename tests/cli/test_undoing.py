"""Undo, redo, import, backup and restore, by the digest of all that the office holds."""

import json
import shutil
from pathlib import Path
from typing import Any

from partner_desk.model.history import Author
from partner_desk.services import usual_categories
from partner_desk.store.store import Store
from tests.cli.conftest import Desk, Digest

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_undo_and_redo_go_through_the_same_digests(
    desk: Desk, digest: Digest, any_location: str
) -> None:
    before = digest(any_location)
    given = {"name": "East", "email": "east@example.org"}
    school = desk(any_location, "add", "organization", stdin=given).value["id"]
    added = digest(any_location)
    desk(any_location, "set", "organization", school, stdin={"name": "West"})
    changed = digest(any_location)
    assert len({before, added, changed}) == 3

    undone = desk(any_location, "undo").value
    assert set(undone) == {"undone", "operation", "conflicts"}
    assert digest(any_location) == added
    assert desk(any_location, "undo").status == 0
    assert digest(any_location) == before
    assert desk(any_location, "redo").status == 0
    assert desk(any_location, "redo").status == 0
    assert digest(any_location) == changed
    assert desk(any_location, "redo").value["undone"] is None


def test_undo_of_an_older_change_tells_conflicts(desk: Desk, new_office: Path) -> None:
    school = desk(new_office, "add", "school", stdin={"name": "East"}).value["id"]
    for name in ("West", "North"):
        desk(new_office, "set", "school", school, stdin={"name": name})
    west = desk(new_office, "history", "school", school).value[1]["id"]
    conflicts = desk(new_office, "undo", west).value["conflicts"]
    assert conflicts == [
        {"kind": "school", "id": school, "field": "name", "wanted": "East", "found": "North"}]


def test_import_accounts_for_every_row(desk: Desk, digest: Digest, any_location: str) -> None:
    folder = "hsds_ohana"
    before = digest(any_location)
    looked = desk(any_location, "import", FIXTURES / folder, "--dry-run").value
    assert digest(any_location) == before
    done = desk(any_location, "import", FIXTURES / folder, "--as", "directory").value
    assert done == looked
    assert set(done) == {
        "read", "rows", "new", "changed", "unchanged", "refused", "blank", "by_kind", "refusals"
    }
    counts = (done[name] for name in ("new", "changed", "unchanged", "refused"))
    assert done["read"] == sum(counts) > 0
    assert len(done["refusals"]) == done["refused"]
    for refusal in done["refusals"]:
        assert set(refusal) == {"file", "row", "column", "reason"}
        assert " " in refusal["reason"], refusal
    assert sum(each["read"] for each in done["by_kind"].values()) == done["read"]

    after = digest(any_location)
    again = desk(any_location, "import", FIXTURES / folder).value
    assert (again["new"], again["changed"]) == (0, 0)
    assert again["unchanged"] == done["new"] + done["unchanged"]
    assert digest(any_location) == after
    desk(any_location, "undo")
    assert digest(any_location) == before


def test_digest_does_not_depend_on_the_order_of_writing(
    desk: Desk, digest: Digest, tmp_path: Path
) -> None:
    """Ids that are brought along make two offices alike, whatever came first."""
    rows = [
        ("school", {"id": "00000000-0000-7000-8000-00000000000a", "name": "East"}),
        ("school", {"id": "00000000-0000-7000-8000-00000000000b", "name": "West"}),
        ("organization", {"id": "00000000-0000-7000-8000-00000000000c", "name": "Club"}),
    ]
    digests = set()
    for order in (rows, rows[::-1]):
        office = tmp_path / f"{order[0][0]}.pdoffice"
        desk(office, "new", "--name", "East Office")
        for kind, values in order:
            assert desk(office, "add", kind, stdin=values).status == 0
        digests.add(digest(office))
    assert len(digests) == 1


def test_digest_is_the_same_on_both_engines(
    desk: Desk, digest: Digest, new_office: Path, postgresql_url: str
) -> None:
    own = {"id": "00000000-0000-7000-8000-00000000000a", "name": "Đà Nẵng", "latitude": 1.5}
    shared = Store.open(postgresql_url, Author("Ana", "desk"))
    assert usual_categories.ensure(shared)  # As every new office has them.
    shared.close()
    office = desk(new_office, "show", "office", desk(new_office, "settings").value["id"]).value
    assert desk(postgresql_url, "add", "office", stdin=office).status == 0
    for place in (new_office, postgresql_url):
        assert desk(place, "add", "school", stdin={"id": own["id"], "name": own["name"]}
                    ).status == 0
    assert digest(new_office) == digest(postgresql_url)


def test_backup_and_restore(desk: Desk, digest: Digest, new_office: Path) -> None:
    desk(new_office, "add", "school", stdin={"name": "East"})
    kept = digest(new_office)
    made = desk(new_office, "backup").value
    assert made["verified"] is True
    desk(new_office, "add", "school", stdin={"name": "West"})
    later = digest(new_office)

    restored = desk(new_office, "restore", made["path"]).value
    assert restored["office"] == str(new_office)
    assert digest(new_office) == kept
    assert digest(restored["kept"]) == later


def test_restore_where_no_office_is_left(
    desk: Desk, digest: Digest, new_office: Path, tmp_path: Path
) -> None:
    kept = digest(new_office)
    backup = shutil.copy(desk(new_office, "backup").value["path"], tmp_path / "copy.pdoffice")
    new_office.unlink()
    assert desk(new_office, "restore", backup).value["kept"] is None
    assert digest(new_office) == kept


def test_import_of_json(desk: Desk, new_office: Path, tmp_path: Path) -> None:
    directory: list[dict[str, Any]] = [{"id": "o1", "name": "Đà Nẵng <b>", "services": [
        {"id": "s1", "name": "Food =1+1", "status": "active"}]}]
    path = tmp_path / "organizations.json"
    path.write_text(json.dumps(directory), encoding="utf-8")
    done = desk(new_office, "import", path).value
    assert (done["read"], done["new"], done["refused"]) == (2, 2, 0)
    assert desk(new_office, "list", "service").value[0]["name"] == "Food =1+1"
