"""Directories made by others: nothing is lost silently, nothing crashes. Skipped where absent."""

import shutil
import zipfile
from pathlib import Path

import pytest

from partner_desk.model.errors import InputError
from partner_desk.model.organizations import Organization, Program
from partner_desk.model.places import Location
from partner_desk.model.resources import Service
from partner_desk.services import importing
from partner_desk.services.importing import ImportPreview
from partner_desk.store.store import Store

OHANA = "hsds-ohana-sample-and-bad-fixtures"
SERVICENET = "hsds-servicenet-adapter-fixtures"


def _numbers(result: ImportPreview) -> tuple[int, int, int, int]:
    return (result.new, result.changed, result.unchanged, result.refused)


def _rows_of_a_spreadsheet(path: Path) -> int:
    import csv

    with path.open(newline="", encoding="utf-8-sig") as handle:
        return sum(any(cell.strip() for cell in row) for row in csv.reader(handle)) - 1


def test_baltimore_is_accounted_for_and_taken_back(office: Store, data_folder: Path) -> None:
    folder = data_folder / "hsds-baltimore-ohana"
    before = office.digest()
    seen = importing.preview(office, folder)
    beside = set(seen.left_out)
    tables = [path for path in folder.glob("*.csv") if path.name not in beside]
    assert seen.read == sum(map(_rows_of_a_spreadsheet, tables))
    assert seen.read == sum(_numbers(seen))
    assert seen.refused == len(seen.refusals)
    assert {"2021-03-11-service-categories.csv", "LICENSE.md"} <= beside
    assert seen.by_kind["organization"]["new"] == 748
    assert seen.by_kind["location"]["new"] == 1_482
    assert seen.by_kind["service"] == {
        "read": 1_876, "new": 1_875, "changed": 0, "unchanged": 0, "refused": 1
    }
    assert seen.by_kind["category"]["unchanged"] == 517
    lost = {each.code for each in seen.refusals if each.kind == "address"}
    assert lost == {"parent.unknown"}, "a town is an address where no street is known"
    result = importing.apply(office, seen)
    again = importing.run(office, folder)
    assert _numbers(again) == (0, 0, result.new + result.unchanged, result.refused)
    assert again.change_set_id == ""
    undone = office.undo(result.change_set_id)
    assert undone is not None
    assert undone.conflicts == ()
    assert office.digest() == before


def test_the_one_baltimore_service_without_a_place(office: Store, data_folder: Path) -> None:
    seen = importing.preview(office, data_folder / "hsds-baltimore-ohana")
    found = [each for each in seen.refusals if each.file == "services.csv"]
    assert [(each.key, each.column, each.code) for each in found] == [
        ("144332", "location_id", "parent.missing")
    ]


def test_the_ohana_sample_from_a_zip_is_the_one_from_the_folder(
    office: Store, data_folder: Path, tmp_path: Path
) -> None:
    folder = data_folder / OHANA / "sample-csv"
    result = importing.run(office, folder)
    assert (result.new, result.refused) == (result.read, 0)
    with zipfile.ZipFile(tmp_path / "sample.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for path in folder.glob("*.csv"):
            made.write(path, path.name)
    again = importing.run(office, tmp_path / "sample.zip")
    assert again.known_source
    assert _numbers(again) == (0, 0, result.read, 0)


# What each of the bad and good files comes to when its parents are there: the column and the code
# of its refusals. Files with none are all taken.
REFUSED: dict[str, list[tuple[int, str, str]]] = {
    "contact_with_no_parent": [(2, "", "row.too_many_cells")],
    "holiday_schedule_with_no_parent": [(2, "service_id", "parent.missing")],
    "hs_with_invalid_date": [(2, "end_date", "date.invalid")],
    "invalid_category": [(2, "name", "field.required")],
    "invalid_contact": [(2, "name", "field.required")],
    "invalid_holiday_schedule": [(2, "closes_at", "schedule.hours_incomplete")],
    "invalid_location_org": [(2, "organization_id", "parent.unknown")],
    "invalid_mail_address_location": [(2, "location_id", "parent.unknown")],
    "invalid_org": [(2, "name", "field.required")],
    "invalid_parent_category": [(2, "parent_id", "parent.unknown")],
    "invalid_program": [(2, "name", "field.required")],
    "invalid_regular_schedule": [(2, "closes_at", "schedule.hours_incomplete")],
    "invalid_service": [(2, "name", "field.required")],
    "invalid_service_location": [(2, "location_id", "parent.unknown")],
    "missing_address": [(2, "location_id", "parent.unknown")],
    "org_with_invalid_date": [(2, "date_incorporated", "date.invalid")],
    "phone_with_no_parent": [(2, "organization_id", "parent.missing")],
    "program_with_no_parent": [(2, "organization_id", "parent.missing")],
    "regular_schedule_with_no_parent": [(2, "service_id", "parent.missing")],
}
NO_DIRECTORY = {"service_upload", "service_upload_invalid_url",
                "service_upload_location_not_found", "invalid_program_headers"}


def _parents(folder: Path) -> None:
    """A directory around the file, so that only its own faults are left."""
    (folder / "organizations.csv").write_text("id,name\n1,Parent Agency\n2,Second Agency\n")
    (folder / "programs.csv").write_text("id,organization_id,name\n1,1,Parent Program\n")
    (folder / "locations.csv").write_text(
        "id,organization_id,name\n1,1,First\n2,1,Second\n3,1,Third\n9,1,Ninth\n"
    )
    (folder / "services.csv").write_text(
        "id,location_id,name\n1,1,First Service\n9,9,Ninth Service\n"
    )
    (folder / "contacts.csv").write_text("id,organization_id,name\n9,1,Ann\n")


def test_all_good_and_bad_ohana_files(
    office: Store, data_folder: Path, tmp_path: Path
) -> None:
    files = sorted((data_folder / OHANA / "fixtures").glob("*.csv"))
    assert len(files) == 55
    parents = tmp_path / "parents"
    parents.mkdir()
    _parents(parents)
    importing.run(office, parents)
    found = {path.stem: _refusals(office, path, parents, tmp_path / path.stem) for path in files}
    assert {stem: each for stem, each in found.items() if each} == REFUSED


def _refusals(
    office: Store, path: Path, parents: Path, folder: Path
) -> list[tuple[int, str, str]]:
    """The refusals of one file that lies beside its parents and is read before them."""
    text = path.read_text()
    for kind, key in (("ORG", "1"), ("LOCATION", "9"), ("SERVICE", "9"), ("CONTACT", "9")):
        text = text.replace(f"{{{kind}_ID}}", key)
    shutil.copytree(parents, folder)
    alone = folder / f"a {path.name}"
    alone.write_text(text)
    if path.stem in NO_DIRECTORY:
        with pytest.raises(InputError):
            importing.preview(office, alone)
        return []
    seen = importing.preview(office, folder)
    assert seen.read == sum(_numbers(seen))
    assert alone.name not in seen.left_out
    return [
        (each.row, each.column, each.code) for each in seen.refusals
        if each.file == alone.name and each.code != "key.repeated"
    ]


EXAMPLES = [
    "2.0.1/examples/simple", "2.0.1/examples/all_resources",
    "3.0/examples/csv", "3.1-dev/examples/csv",
    *(f"{version}/examples/{name}.json" for version in ("3.0", "3.1-dev")
      for name in ("tabular", "organization_full", "service_full", "service_at_location_full",
                   "organization_list", "service_list", "service_at_location_list", "location")),
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_of_the_specification(office: Store, data_folder: Path, example: str) -> None:
    path = data_folder / "hsds-spec" / example
    before = office.digest()
    result = importing.run(office, path)
    assert result.read == sum(_numbers(result))
    assert result.new > 0
    again = importing.run(office, path)
    assert _numbers(again) == (0, 0, result.new + result.unchanged, result.refused)
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_a_full_service_brings_all_that_hangs_on_it(office: Store, data_folder: Path) -> None:
    importing.run(office, data_folder / "hsds-spec/3.0/examples/service_full.json")
    with office.reading() as reader:
        service = reader.find(Service)[0]
        organization = reader.get(Organization, service.organization_id)
        place = reader.find(Location)[0]
        program = reader.find(Program)[0]
    assert organization is not None
    assert organization.name == "Example Organization Inc."
    assert place.organization_id == organization.id
    assert program.organization_id == organization.id
    assert service.program_id == program.id


@pytest.mark.parametrize(
    ("folder", "new", "refused"),
    [("healthleads", 33, 0), ("healthleads/complete", 14, 1), ("healthleads/bad_matches", 48, 1),
     ("healthleads/minimal", 0, 11), ("smcconnect/complete", 15, 1), ("smcconnect/minimal", 0, 10),
     ("smcconnect/bad_matches", 5, 1), ("smcconnect/invalid_fields", 14, 1)],
)
def test_providers_of_one_region(
    office: Store, data_folder: Path, folder: str, new: int, refused: int
) -> None:
    result = importing.run(office, data_folder / SERVICENET / folder)
    assert _numbers(result) == (new, 0, 0, refused)


@pytest.mark.parametrize("name", ["icarol", "laac", "sheltertech", "eden", "anonymous"])
def test_providers_of_other_shapes_are_no_directory(
    office: Store, data_folder: Path, name: str
) -> None:
    with pytest.raises(InputError) as trouble:
        importing.preview(office, data_folder / SERVICENET / name)
    assert trouble.value.code == "import.no_tables"


def test_other_lists_are_no_directory(office: Store, data_folder: Path) -> None:
    others = [each for each in data_folder.iterdir() if each.is_dir() and "hsds" not in each.name]
    assert len(others) > 10
    for folder in others:
        with pytest.raises(InputError) as trouble:
            importing.preview(office, folder)
        assert trouble.value.code == "import.no_tables", folder.name
