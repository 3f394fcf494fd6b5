"""Directories as they are read: tables found, rows numbered, quirks of every version."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from partner_desk.files.hsds import Refusal, SourceRow, Through, open_directory
from partner_desk.model.errors import InputError

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def _read(path: Path) -> tuple[list[SourceRow], list[Refusal]]:
    with open_directory(path) as directory:
        everything = list(directory.rows())
        assert directory.position == directory.size
    rows = [each for each in everything if isinstance(each, SourceRow)]
    return rows, [each for each in everything if isinstance(each, Refusal)]


def _folder(tmp_path: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / f"{name}.csv").write_bytes(data)
    return tmp_path


def _values(rows: list[SourceRow], kind: str, key: str) -> dict[str, object]:
    found = [one for row in rows for one in row.records if (one.kind, one.key) == (kind, key)]
    assert len(found) == 1
    return dict(found[0].values)


def test_ohana_tables_come_parents_first() -> None:
    with open_directory(FIXTURES / "hsds_ohana") as directory:
        kinds = [table.shape.kind for table in directory.tables]
    assert kinds == ["category", "organization", "program", "location", "service", "contact",
                     "phone", "address", "address", "schedule", "schedule"]


def test_row_numbers_are_those_of_a_spreadsheet(tmp_path: Path) -> None:
    text = 'id,name,description\n1,One,"a\nb\nc"\n\n2,Two,\n,,\n3,Three,\n'
    rows, _ = _read(_folder(tmp_path, organizations=text))
    assert [(row.row, row.records[0].key) for row in rows] == [(2, "1"), (4, "2"), (6, "3")]
    assert rows[0].records[0].values["description"] == "a\nb\nc"


def test_an_ohana_service_makes_its_links(tmp_path: Path) -> None:
    rows, _ = _read(FIXTURES / "hsds_ohana")
    row = next(each for each in rows if each.records[0].key == "100")
    own, *beside = row.records
    assert own.values["organization_id"] == Through("location", "1")
    assert own.values["fees_description"] == "Free"
    assert own.extra["accepted_payments"] == "Cash"
    links = next(each for each in beside if each.kind == "service_at_location")
    assert links.values == {"service_id": "100", "location_id": "1"}
    terms = [each.values["category_id"] for each in beside if each.kind == "service_category"]
    assert terms == ["101", "101-01"]
    names = [each.values["name"] for each in beside if each.kind == "language"]
    assert names == ["Spanish"]


def test_parts_of_different_owners_and_tables_have_different_keys() -> None:
    rows, _ = _read(FIXTURES / "hsds_ohana")
    keys = Counter((one.kind, one.key) for row in rows for one in row.records if not one.implied)
    assert [key for key, times in keys.items() if times > 1] == []


def test_older_columns_become_fields_of_today() -> None:
    rows, refused = _read(FIXTURES / "hsds_ohana")
    assert _values(rows, "organization", "7")["year_incorporated"] == "1988"
    assert _values(rows, "location", "2")["location_type"] == "virtual"
    assert _values(rows, "schedule", "weekday/2")["byday"] == "SU"
    assert _values(rows, "schedule", "holiday/1")["description"] == "Closed"
    yearly = _values(rows, "schedule", "holiday/3")
    assert (yearly["freq"], yearly["description"]) == ("YEARLY", "January 01: Closed")
    assert _values(rows, "address", "postal/1")["address_type"] == "postal"
    found = {(each.file, each.row): (each.column, each.code) for each in refused}
    assert found == {
        ("organizations.csv", 4): ("date_incorporated", "date.invalid"),
        ("addresses.csv", 3): ("address_1", "address.says_nothing"),
        ("services.csv", 4): ("location_id", "parent.missing"),
        ("phones.csv", 6): ("", "row.too_many_cells"),
        ("regular_schedules.csv", 4): ("weekday", "weekday.unknown"),
        ("regular_schedules.csv", 5): ("closes_at", "schedule.hours_incomplete"),
    }


def test_version_2_tables() -> None:
    rows, refused = _read(FIXTURES / "hsds_2")
    assert _values(rows, "organization", "a1b2")["year_incorporated"] == "1999"
    assert _values(rows, "language", "1")["name"] == "English"
    assert _values(rows, "language", "1/portuguese")["service_id"] == "s-1"
    assert _values(rows, "language", "phone_id/1/pt")["code"] == "pt"
    assert _values(rows, "eligibility", "1")["description"] == "Eighteen or older"
    assert _values(rows, "service_category", "1")["value"] == "All voices"
    parent = next(one for row in rows for one in row.records if one.key == "t-0")
    assert (parent.implied, parent.values) == (True, {"name": "Arts"})
    assert refused == []
    kept = next(row for row in rows if row.file == "payments_accepted.csv").records[0]
    assert (kept.kind, kept.values) == ("kept_row", {"table_name": "payment_accepted"})
    assert kept.key == f"payment_accepted/{kept.extra['id']}"
    assert kept.extra["service_id"]


def test_version_3_tables() -> None:
    rows, refused = _read(FIXTURES / "hsds_3")
    service = next(row for row in rows if row.file == "services.csv").records[0]
    assert service.values["fees_description"] == "Seeds cost"
    assert service.extra["fees"] == "old fees"
    assert refused == []
    kept = {row.records[0].values["table_name"]: row.records[0] for row in rows
            if row.records[0].kind == "kept_row"}
    assert kept.keys() == {"attribute", "metadata"}
    assert kept["attribute"].extra["link_entity"] == "organization"
    assert kept["metadata"].extra["replacement_value"] == "School Garden"


def test_taxonomy_means_terms_or_taxonomies_by_its_columns(tmp_path: Path) -> None:
    organizations = "id,name\n1,One\n"
    terms = _folder(tmp_path, organizations=organizations, taxonomy="id,name,parent_id\nt,T,\n")
    assert {row.records[0].kind for row in _read(terms)[0]} == {"organization", "category"}
    taxonomies = _folder(tmp_path, organizations=organizations, taxonomy="id,name,uri\nt,T,\n")
    assert {row.records[0].kind for row in _read(taxonomies)[0]} == {"organization", "kept_row"}


def test_files_beside_are_left_out_and_named() -> None:
    with open_directory(FIXTURES / "hsds_2") as directory:
        assert directory.left_out == ("README.txt",)


@pytest.mark.parametrize("name", ["organization", "Organizations", "ORGANIZATIONS"])
def test_names_singular_plural_and_in_capitals(tmp_path: Path, name: str) -> None:
    rows, _ = _read(_folder(tmp_path, **{name: "id,name\n1,One\n"}))
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("encoding", "guess"),
    [("utf-8", None), ("utf-8-sig", None), ("utf-16", None), ("cp1252", "cp1252"),
     ("mac-roman", "mac-roman")],
)
def test_encodings(tmp_path: Path, encoding: str, guess: str | None) -> None:
    name = "Niños de Nuestra Señora “Ávila”, José’s café"
    data = f'id,name\n1,"{name}"\n'.encode(encoding)
    path = _folder(tmp_path, organizations=data)
    with open_directory(path) as directory:
        row = next(directory.rows())
        assert isinstance(row, SourceRow)
        assert row.records[0].values["name"] == name
        assert directory.guessed.get("organizations.csv") == guess


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_line_ends_and_delimiters(tmp_path: Path, ending: str, delimiter: str) -> None:
    lines = ["id,name,email", "1,One,a@b.example", "2,Two,"]
    text = ending.join(lines).replace(",", delimiter)
    rows, _ = _read(_folder(tmp_path, organizations=text))
    assert [row.records[0].values["name"] for row in rows] == ["One", "Two"]


def test_a_header_with_marks_blanks_and_a_column_twice(tmp_path: Path) -> None:
    text = "\ufeff ID ,Name, odd column,odd column,,bom\n 1 , One ,x,y,,\n"
    rows, _ = _read(_folder(tmp_path, organizations=text))
    own = rows[0].records[0]
    assert (own.key, own.values) == ("1", {"name": "One"})
    assert own.extra["odd_column"] == "x"
    assert "y" in own.extra.values()


def test_rows_nothing_refers_to_may_lack_an_id(tmp_path: Path) -> None:
    path = _folder(
        tmp_path, organizations="id,name\n1,One\n,Two\n",
        phones="organization_id,number\n1,401 555 0100\n1,401 555 0101\n",
    )
    rows, refused = _read(path)
    keys = [row.records[0].key for row in rows if row.file == "phones.csv"]
    assert len(set(keys)) == 2
    assert all(key.startswith("=") for key in keys)
    assert [(each.row, each.column, each.code) for each in refused] == [(3, "id", "key.missing")]


def test_other_peoples_tables_are_not_ours(tmp_path: Path) -> None:
    path = _folder(tmp_path, contacts="name,email\nAnn,a@b.example\n", pupils="id,name\n1,Ann\n")
    with pytest.raises(InputError) as trouble:
        open_directory(path)
    assert trouble.value.code == "import.no_tables"


def _service_with_everything() -> dict[str, object]:
    organization = {"id": "o1", "name": "Org", "locations": [{"id": "l1", "name": "Place"}]}
    phone = {"id": "p1", "number": "401-555-0100", "languages": [{"id": "g1", "name": "Urdu"}]}
    return {
        "id": "s1", "name": "Service", "status": "active", "minimum_age": 6,
        "organization": organization, "phones": [phone],
        "program": {"id": "pr1", "name": "Program"},
        "service_at_locations": [
            {"id": "x1", "location": {"id": "l1", "name": "Place", "latitude": 41.5},
             "contacts": [{"id": "c1", "name": "Ann"}]}
        ],
        "attributes": [{"id": "a1", "taxonomy_term": {"id": "t1", "name": "Term"}}],
        "funding": [{"id": "f1", "source": "City"}],
    }


def test_nested_json_becomes_rows_with_their_references(tmp_path: Path) -> None:
    path = tmp_path / "service_full.json"
    path.write_text(json.dumps(_service_with_everything()))
    rows, refused = _read(path)
    assert _values(rows, "service", "s1")["organization_id"] == "o1"
    assert _values(rows, "service", "s1")["program_id"] == "pr1"
    assert _values(rows, "service", "s1")["minimum_age"] == "6"
    assert _values(rows, "program", "pr1")["organization_id"] == "o1"
    assert _values(rows, "service_at_location", "x1")["location_id"] == "l1"
    assert _values(rows, "contact", "c1")["service_at_location_id"] == "x1"
    assert _values(rows, "language", "g1")["phone_id"] == "p1"
    link = _values(rows, "service_category", "attribute/a1")
    assert (link["service_id"], link["category_id"]) == ("s1", "t1")
    assert refused == []
    funding = next(row for row in rows if row.prefix == "funding[0].").records[0]
    assert funding.values == {"table_name": "funding"}
    assert funding.extra == {"id": "f1", "service_id": "s1", "source": "City"}


def test_an_object_said_in_two_places_is_told_as_one(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([_service_with_everything()]))
    rows, _ = _read(path)
    places = [row.records[0] for row in rows if row.records[0].kind == "location"]
    assert len(places) == 2
    assert places[0] == places[1]
    assert (places[0].values["organization_id"], places[0].values["latitude"]) == ("o1", "41.5")


@pytest.mark.parametrize(
    "content",
    [{"organizations.csv": [{"id": "1", "name": "One"}]},
     {"contents": [{"id": "1", "name": "One", "tax_status": ""}], "page_number": 1},
     [{"id": "1", "name": "One", "tax_status": None}],
     {"id": "1", "name": "One", "organization_identifiers": []}],
)
def test_json_by_table_by_page_as_list_or_alone(tmp_path: Path, content: object) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(content))
    rows, _ = _read(path)
    assert [row.records[0].values["name"] for row in rows] == ["One"]


def test_an_absent_json_member_is_not_a_blank_one(tmp_path: Path) -> None:
    path = tmp_path / "organizations.json"
    path.write_text(json.dumps([{"id": "1", "name": "One", "email": ""}, {"id": "2", "name": "T"}]))
    rows, _ = _read(path)
    assert "email" in rows[0].records[0].values
    assert "email" not in rows[1].records[0].values


def test_halves_of_letters_do_not_reach_the_office(tmp_path: Path) -> None:
    path = tmp_path / "organizations.json"
    path.write_text('[{"id": "1", "name": "O\\ud83dne \\ud83d\\ude00", "odd": "\\u0000x"}]')
    own = _read(path)[0][0].records[0]
    assert (own.values["name"], own.extra["odd"]) == ("One \U0001f600", "x")


def test_a_category_comes_after_the_one_it_belongs_under(tmp_path: Path) -> None:
    text = "id,name,parent_id\nc,C,b\nb,B,a\nx,X,y\ny,Y,x\na,A,\n"
    path = _folder(tmp_path, organizations="id,name\n1,One\n", taxonomy_terms=text)
    rows, _ = _read(path)
    keys = [row.records[0].key for row in rows if row.records[0].kind == "category"]
    assert keys[:3] == ["a", "b", "c"]
    assert sorted(keys[3:]) == ["x", "y"]


def test_a_file_alone_is_known_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "from the county (2).csv"
    shutil.copy(FIXTURES / "hsds_ohana" / "regular_schedules.csv", path)
    with open_directory(path) as directory:
        assert [table.shape.name for table in directory.tables] == ["regular_schedule"]
        assert directory.name == "from the county (2)"
