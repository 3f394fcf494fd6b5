"""Packages, lists by line, rows of foreign tables: what lies in the further shapes is read too."""

import json
import zipfile
from pathlib import Path

from partner_desk.files.hsds import SourceRow, open_directory
from partner_desk.files.hsds.rows import RawRecord

_ORGANIZATIONS = "id,name,description\n1,One,One\n2,Two,Helps\n"


def _records(path: Path) -> list[RawRecord]:
    with open_directory(path) as directory:
        rows = list(directory.rows())
    assert all(isinstance(row, SourceRow) for row in rows)
    return [row.records[0] for row in rows if isinstance(row, SourceRow)]


def _package(folder: Path) -> Path:
    (folder / "data").mkdir()
    (folder / "data" / "providers.csv").write_text(_ORGANIZATIONS)
    (folder / "data" / "beds.csv").write_text("id,beds\na,4\n")
    (folder / "guests.csv").write_text("id,name\n1,Nobody's business\n")
    resources = [
        {"name": "organization", "path": "data/providers.csv"},
        {"name": "bed-count", "path": ["data/beds.csv", "../outside.csv", "https://x.example/y.csv"]},
    ]
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return folder


def _check_package(path: Path) -> None:
    found = _records(path)
    assert [each.kind for each in found] == ["organization", "organization", "kept_row"]
    assert found[2].values == {"table_name": "bed_count"}
    assert found[2].extra == {"id": "a", "beds": "4"}


def test_a_package_names_its_tables_and_where_they_lie(tmp_path: Path) -> None:
    folder = _package(tmp_path)
    _check_package(folder)
    _check_package(folder / "datapackage.json")
    with zipfile.ZipFile(tmp_path / "made.zip", "w") as made:
        for each in folder.rglob("*"):
            if each.is_file() and each.suffix != ".zip":
                made.write(each, f"city/{each.relative_to(folder)}")
    _check_package(tmp_path / "made.zip")


def test_an_unlisted_table_belongs_to_the_directory_when_it_refers_to_it(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text(_ORGANIZATIONS)
    (tmp_path / "awards.csv").write_text("id,organization_id,award\n7,1,=1+1\n")
    (tmp_path / "families.csv").write_text("name,phone\nAnn,410 555 0100\n")
    with open_directory(tmp_path) as directory:
        assert directory.left_out == ("families.csv",)
    kept = _records(tmp_path)[-1]
    assert (kept.kind, kept.key) == ("kept_row", "awards/7")
    assert kept.extra == {"id": "7", "organization_id": "1", "award": "=1+1"}


def test_one_id_in_two_foreign_tables_is_two_rows(tmp_path: Path) -> None:
    same = "8896b788-7b3e-11ef-8db9-7f3d040352b3"
    (tmp_path / "organizations.csv").write_text(_ORGANIZATIONS)
    (tmp_path / "unit.csv").write_text(f"id,name\n{same},Bed\n")
    (tmp_path / "funding.csv").write_text(f"id,source\n{same},City\n")
    assert {each.key for each in _records(tmp_path)[2:]} == {same, f"unit/{same}"}


def test_objects_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "organizations.ndjson"
    path.write_text('{"id": "1", "name": "One"}\n{"id": "2", "name": "Two"}\n')
    assert [each.values["name"] for each in _records(path)] == ["One", "Two"]


def test_pages_of_an_interface_keep_what_hangs_on_their_objects(tmp_path: Path) -> None:
    term = {"id": "t", "name": "Term", "taxonomy_detail": {"id": "x", "name": "Scheme"}}
    capacity = {"id": "c", "unit": {"id": "u", "name": "Bed"}, "available": 3}
    service = {
        "id": "s", "name": "Shelter", "status": "active", "organization": {"id": "o", "name": "O"},
        "capacities": [capacity], "attributes": [{"id": "a", "taxonomy_term": term}],
        "metadata": [{"id": "m", "field_name": "name"}],
    }
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"page_number": 1, "contents": [service]}))
    found = {each.key: each for each in _records(path)}
    assert found["service_capacity/c"].extra["unit_id"] == "u"
    assert found["service_capacity/c"].extra["service_id"] == "s"
    assert found["unit/u"].extra == {"id": "u", "name": "Bed"}
    assert found["taxonomy/x"].values == {"table_name": "taxonomy"}
    assert found["t"].extra["taxonomy_id"] == "x"
    metadata = found["metadata/m"].extra
    assert (metadata["resource_id"], metadata["resource_type"]) == ("s", "service")


def test_what_a_format_does_not_take_is_read_from_beside_it(tmp_path: Path) -> None:
    header = "id,name,email,email_as_given,year_incorporated_as_given\n"
    text = "1,One,,a b@c,1999\n2,Two,x@y.example,,\n"
    (tmp_path / "organizations.csv").write_text(header + text)
    one, two = _records(tmp_path)
    assert (one.values["email"], one.values["year_incorporated"]) == ("a b@c", "1999")
    assert two.values["email"] == "x@y.example"
    assert one.extra == two.extra == {}


def test_a_description_that_repeats_the_name_is_none(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text(_ORGANIZATIONS)
    one, two = _records(tmp_path)
    assert "description" not in one.values
    assert two.values["description"] == "Helps"
