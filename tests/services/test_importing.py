"""Importing a directory: every row accounted for, once only, and taken back whole."""

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Contact, Language, PhoneNumber
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.origins import Source
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.services import hsds_export, importing, safekeeping
from partner_desk.services.importing import ImportPreview
from partner_desk.store.backup import verified_counts
from partner_desk.store.store import Store

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
EDIT = Operation("record.change")


def _accounted(result: ImportPreview) -> bool:
    per_kind = [
        sum(each[state] for each in result.by_kind.values()) for state in importing.STATES
    ]
    parts = [result.new, result.changed, result.unchanged, result.refused]
    return (
        result.read == sum(parts) and parts == per_kind and result.refused == len(result.refusals)
        and all(each["read"] == sum(each[state] for state in importing.STATES)
                for each in result.by_kind.values())
    )


def _numbers(result: ImportPreview) -> tuple[int, int, int, int]:
    return (result.new, result.changed, result.unchanged, result.refused)


def _copy(tmp_path: Path, name: str = "hsds_ohana") -> Path:
    return Path(shutil.copytree(FIXTURES / name, tmp_path / name))


def _edit(path: Path, key: str, **cells: str) -> None:
    """Put other cells into the row with this id."""
    with path.open(newline="", encoding="utf-8") as handle:
        reader = csv.DictReader(handle)
        rows = [{**row, **cells} if row["id"] == key else row for row in reader]
        names = reader.fieldnames or []
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.DictWriter(handle, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def test_every_row_that_is_refused_says_where_and_why(office: Store) -> None:
    seen = importing.preview(office, FIXTURES / "hsds_ohana")
    assert _accounted(seen)
    found = {(each.file, each.row, each.column, each.code) for each in seen.refusals}
    assert found == {
        ("taxonomy.csv", 4, "parent_id", "parent.unknown"),
        ("organizations.csv", 4, "date_incorporated", "date.invalid"),
        ("organizations.csv", 5, "name", "field.required"),
        ("locations.csv", 4, "organization_id", "parent.unknown"),
        ("services.csv", 4, "location_id", "parent.missing"),
        ("services.csv", 5, "location_id", "parent.refused"),
        ("contacts.csv", 3, "organization_id", "parent.refused"),
        ("contacts.csv", 4, "organization_id", "parent.missing"),
        ("phones.csv", 5, "number", "phone.invalid"),
        ("phones.csv", 6, "", "row.too_many_cells"),
        ("addresses.csv", 3, "address_1", "address.says_nothing"),
        ("regular_schedules.csv", 4, "weekday", "weekday.unknown"),
        ("regular_schedules.csv", 5, "closes_at", "schedule.hours_incomplete"),
        ("holiday_schedules.csv", 5, "end_date", "date.invalid"),
    }


def test_an_address_without_a_street_is_taken_for_its_town(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    _edit(folder / "addresses.csv", "2", city="Pawtucket")
    result = importing.run(office, folder)
    assert result.by_kind["address"]["refused"] == 0
    with office.reading() as reader:
        found = reader.find(Address, city="Pawtucket")
        assert [(each.address_1, each.state_province) for each in found] == [("", "RI")]
        checked = hsds_export.check(reader)
    told = {each.column for each in checked.problems if each.id == found[0].id}
    assert told == {"postal_code"}, "the specification asks for more than a town"
    assert importing.run(office, folder).changed == 0


def test_what_does_not_fit_but_nobody_needs_is_put_aside(office: Store) -> None:
    result = importing.run(office, FIXTURES / "hsds_ohana")
    notes = {(each.file, each.row, each.column, each.code) for each in result.notes}
    assert notes == {
        ("organizations.csv", 3, "website", "web.invalid"),
        ("locations.csv", 3, "latitude", "coordinate.invalid"),
        ("services.csv", 3, "taxonomy_ids", "parent.unknown"),
        ("phones.csv", 4, "contact_id", "parent.refused"),
    }
    with office.reading() as reader:
        library = reader.find(Organization, source_key="8")[0]
        tutoring = reader.find(Service, source_key="101")[0]
        fax = reader.find(PhoneNumber, source_key="3")[0]
    assert (library.website, library.extra["website"]) == ("", "not a web address")
    assert tutoring.extra["taxonomy_ids"] == "999"
    assert (fax.contact_id, fax.organization_id, fax.extra["contact_id"]) == (None, library.id, "2")


def test_records_hold_what_the_file_says(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    with office.reading() as reader:
        center = reader.find(Organization, source_key="7")[0]
        meals = reader.find(Service, source_key="100")[0]
        place = reader.find(Location, source_key="1")[0]
        links = reader.find(ServiceAtLocation, service_id=meals.id)
        terms = reader.find(ServiceCategory, service_id=meals.id)
        food = reader.find(Category, source_key="101")[0]
        hot = reader.find(Category, source_key="101-01")[0]
        spoken = [each.name for each in reader.find(Language, location_id=place.id)]
        hours = reader.find(Schedule, location_id=place.id)
        streets = reader.find(Address, location_id=place.id)
        director = reader.find(Contact, source_key="1")[0]
    assert center.name == "Mill Street Family Center"
    assert center.description == "Meals, clothes and company.\n\nOpen to all."
    assert (center.ein, center.year_incorporated) == ("012345678", 1988)
    assert center.extra["tax_status"] == "501(c)3"
    assert meals.organization_id == center.id
    assert [each.location_id for each in links] == [place.id]
    assert {each.category_id for each in terms} == {food.id, hot.id}
    assert hot.parent_id == food.id
    assert spoken == ["Khmer", "spanish"]
    assert {each.address_type for each in streets} == {"physical", "postal"}
    assert [each.byday for each in hours if each.freq == "WEEKLY"] == ["MO"]
    assert director.name == "Sokha Chea"


def test_hostile_texts_arrive_as_they_are(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    with office.reading() as reader:
        library = reader.find(Organization, source_key="8")[0]
        tutoring = reader.find(Service, source_key="101")[0]
    assert library.name == "Biblioteca Niño Perdido"
    assert library.description == 'Homework help in <b>two</b> languages & "tea".'
    assert tutoring.description == "=1+1 is homework."


@pytest.mark.parametrize("name", ["hsds_ohana", "hsds_2", "hsds_3"])
def test_once_again_changes_nothing_and_undo_takes_all_back(any_office: Store, name: str) -> None:
    before = any_office.digest()
    seen = importing.preview(any_office, FIXTURES / name)
    assert any_office.digest() == before
    result = importing.apply(any_office, seen)
    assert _numbers(result) == _numbers(seen)
    assert _accounted(result)
    assert result.new > 0
    after = any_office.digest()
    again = importing.run(any_office, FIXTURES / name)
    assert _numbers(again) == (0, 0, result.new + result.unchanged, result.refused)
    assert again.change_set_id == ""
    assert again.known_source
    any_office.undo(result.change_set_id)
    assert any_office.digest() == before
    third = importing.run(any_office, FIXTURES / name)
    assert _numbers(third) == _numbers(result)
    assert any_office.digest() == after


def test_one_import_is_one_change_set_with_the_name(office: Store) -> None:
    result = importing.run(office, FIXTURES / "hsds_ohana")
    with office.reading() as reader:
        newest = reader.change_sets(1)[0]
    assert (newest.id, newest.kind, newest.code) == (
        result.change_set_id, "import", "import.directory"
    )
    assert newest.values == {"name": "hsds_ohana"}


def test_only_what_differs_is_changed_and_shown(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    importing.run(office, folder)
    _edit(folder / "services.csv", "100", name="Noon Table II", fees="", taxonomy_ids="101")
    seen = importing.preview(office, folder)
    assert (seen.new, seen.changed) == (0, 1)
    (change,) = seen.changes
    assert (change.kind, change.caption, change.file, change.row) == (
        "service", "Noon Table", "services.csv", 2
    )
    assert [tuple(each) for each in change.fields] == [
        ("name", "Noon Table", "Noon Table II"), ("fees_description", "Free", "")
    ]
    importing.apply(office, seen)
    assert importing.preview(office, folder).changed == 0


def test_what_the_office_typed_where_the_file_has_no_column_stays(
    office: Store, tmp_path: Path
) -> None:
    folder = _copy(tmp_path)
    importing.run(office, folder)
    with office.reading() as reader:
        center = reader.find(Organization, source_key="7")[0]
    with office.writing(EDIT) as work:
        work.change(Organization, center.id, notes="Call first", sector="nonprofit")
    _edit(folder / "organizations.csv", "7", name="Mill Street Center")
    importing.run(office, folder)
    with office.reading() as reader:
        now = reader.get(Organization, center.id)
    assert now is not None
    assert (now.name, now.notes, now.sector) == ("Mill Street Center", "Call first", "nonprofit")


def test_a_value_that_fits_by_now_is_no_longer_kept_aside(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    importing.run(office, folder)
    _edit(folder / "organizations.csv", "8", website="www.biblioteca.example")
    importing.run(office, folder)
    with office.reading() as reader:
        library = reader.find(Organization, source_key="8")[0]
    assert library.website == "www.biblioteca.example"
    assert "website" not in library.extra


def test_the_same_directory_is_known_under_another_name(office: Store, tmp_path: Path) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    moved = shutil.copytree(FIXTURES / "hsds_ohana", tmp_path / "download (3)")
    _edit(moved / "organizations.csv", "7", name="Mill Street Family Center Inc.")
    seen = importing.preview(office, moved)
    assert seen.known_source
    assert (seen.new, seen.changed) == (0, 1)


def test_another_directory_with_the_same_numbers_is_another(office: Store, tmp_path: Path) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    other = tmp_path / "hsds_ohana"
    other.mkdir()
    (other / "organizations.csv").write_text("id,name\n7,Quite Another\n8,And One More\n")
    result = importing.run(office, other)
    assert (result.known_source, result.new) == (False, 2)
    with office.reading() as reader:
        assert len(reader.find(Source)) == 2
        assert len(reader.find(Organization)) == 4


def test_a_table_alone_finds_what_was_imported_before(office: Store, tmp_path: Path) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    text = (FIXTURES / "hsds_ohana" / "locations.csv").read_text() + "4,7" + "," * 8 + ",Annex,,,\n"
    (tmp_path / "locations.csv").write_text(text)
    result = importing.run(office, tmp_path / "locations.csv")
    assert result.known_source
    assert (result.new, result.refused) == (1, 1)
    with office.reading() as reader:
        annex = reader.find(Location, source_key="4")[0]
        center = reader.find(Organization, source_key="7")[0]
    assert annex.organization_id == center.id


def test_world_wide_ids_are_kept(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_3")
    with office.reading() as reader:
        garden = reader.get(Service, "6b2f0a5e-3d0c-4a55-9c58-0a9d3c1f7e02")
        link = reader.get(ServiceCategory, "6b2f0a5e-3d0c-4a55-9c58-0a9d3c1f7e04")
        hours = reader.get(Schedule, "6b2f0a5e-3d0c-4a55-9c58-0a9d3c1f7e06")
    assert garden is not None and link is not None and hours is not None
    assert (garden.minimum_age, garden.extra["fees"]) == (6, "old fees")
    assert link.service_id == garden.id
    assert (hours.byday, hours.valid_to, hours.extra["until"]) == ("WE", None, "null")


def test_world_wide_ids_in_capitals_are_the_same(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path, "hsds_3")
    path = folder / "services.csv"
    path.write_text(path.read_text().replace("6b2f0a5e-3d0c", "6B2F0A5E-3D0C"))
    result = importing.run(office, folder)
    assert result.by_kind["schedule"]["new"] == 1
    assert importing.run(office, FIXTURES / "hsds_3").new == 0


def test_the_second_of_two_equal_tables_is_unchanged(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    shutil.copy(folder / "taxonomy.csv", folder / "categories.csv")
    seen = importing.preview(office, folder)
    assert _accounted(seen)
    assert seen.by_kind["category"] == {
        "read": 6, "new": 2, "changed": 0, "unchanged": 2, "refused": 2
    }


def test_an_id_used_twice_for_different_things_is_refused(office: Store, tmp_path: Path) -> None:
    text = "id,name\n1,One\n1,One\n1,Two\n"
    (tmp_path / "organizations.csv").write_text(text)
    seen = importing.preview(office, tmp_path)
    assert _numbers(seen) == (1, 0, 1, 1)
    assert [(each.row, each.column, each.code) for each in seen.refusals] == [
        (4, "id", "key.repeated")
    ]


def test_a_parent_only_told_of_is_made_once(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_2")
    with office.reading() as reader:
        singing = reader.find(Category, source_key="t-1")[0]
        arts = reader.get(Category, singing.parent_id)
    assert arts is not None
    assert arts.name == "Arts"


def test_a_record_from_trash_comes_back_and_counts_as_new(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_2")
    with office.reading() as reader:
        choir = reader.find(Service, source_key="s-1")[0]
    with office.writing(EDIT) as work:
        work.delete(Service, choir.id)
    result = importing.run(office, FIXTURES / "hsds_2")
    assert result.by_kind["service"]["new"] == 1
    with office.reading() as reader:
        back = reader.get(Service, choir.id)
    assert back == choir


def test_cancelling_writes_nothing(office: Store) -> None:
    before = office.digest()
    with pytest.raises(Cancelled):
        importing.run(office, FIXTURES / "hsds_ohana", cancelled=lambda: True)
    assert office.digest() == before
    with office.reading() as reader:
        assert reader.find(Source) == []


def test_progress_goes_up_to_the_whole(office: Store) -> None:
    told: list[tuple[int, int | None]] = []
    importing.preview(office, FIXTURES / "hsds_ohana", lambda *done: told.append(done))
    total = sum(path.stat().st_size for path in (FIXTURES / "hsds_ohana").iterdir())
    assert told[-1] == (total, total)
    assert told == sorted(told)


def test_files_changed_since_they_were_looked_at(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    seen = importing.preview(office, folder)
    _edit(folder / "services.csv", "100", name="Something else")
    before = office.digest()
    with pytest.raises(InputError) as trouble:
        importing.apply(office, seen)
    assert trouble.value.code == "import.file_changed"
    assert office.digest() == before


def test_a_file_damaged_half_way_leaves_nothing(office: Store, tmp_path: Path) -> None:
    folder = _copy(tmp_path)
    with (folder / "phones.csv").open("a") as handle:
        handle.write('9,,,7,,"' + "1" * 9_000_000)
    before = office.digest()
    with pytest.raises(InputError) as trouble:
        importing.run(office, folder)
    assert trouble.value.code == "csv.damaged"
    assert office.digest() == before


def test_found_by_search_after_import(office: Store) -> None:
    from partner_desk.model.queries import ListQuery

    importing.run(office, FIXTURES / "hsds_ohana")
    with office.reading() as reader:
        assert reader.count(ListQuery("organization", search="nino perdido")) == 1
        assert reader.count(ListQuery("organization", search="5550100")) == 1


def _nested(name: str) -> Mapping[str, object]:
    place = {"id": "l1", "name": "Place", "addresses": [{"id": "a1", "address_1": "1 Road"}]}
    return {
        "id": "s1", "name": name, "status": "active",
        "organization": {"id": "o1", "name": "Org"},
        "service_at_locations": [{"id": "x1", "location": place}],
        "schedules": [{"id": "h1", "opens_at": "noon-ish"}],
    }


def test_nested_json_names_the_path_of_what_it_refuses(office: Store, tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([_nested("One"), {**_nested("Two"), "id": "s2", "name": ""}]))
    result = importing.run(office, path)
    assert _accounted(result)
    found = [(each.row, each.column, each.code) for each in result.refusals]
    assert (1, "schedules[0].opens_at", "time.invalid") in found
    assert (2, "name", "field.required") in found
    with office.reading() as reader:
        assert [each.address_1 for each in reader.find(Address)] == ["1 Road"]


def test_an_import_begins_with_a_backup_unless_there_is_one(office: Store) -> None:
    importing.run(office, FIXTURES / "hsds_ohana")
    [before] = safekeeping.backups(office)
    assert verified_counts(before.path)["organization"] == 0
    importing.run(office, FIXTURES / "hsds_ohana")
    assert len(safekeeping.backups(office)) == 2
    importing.run(office, FIXTURES / "hsds_ohana")
    assert len(safekeeping.backups(office)) == 2
