"""The office's own directory read into the same office: nothing is new and nothing changed."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from partner_desk.model.categories import Category
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization, OrganizationIdentifier
from partner_desk.model.origins import Source
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.services import hsds_export, importing
from partner_desk.services.importing import ImportPreview
from partner_desk.store.store import Store


def _fill(office: Store) -> None:
    sheet = Source(name="partners.xlsx", of_sheet=True)
    club = Organization(
        name="River Club", description="Rows", website="www.river.example/ñ", ein="521234567",
        source_id=sheet.id, source_key="river", extra={"description": "kept", "website": "?"},
    )
    swim = Service(name="Swim", organization_id=club.id, url="river.example")
    pool = Location(name="Pool", organization_id=club.id)
    with office.writing(Operation("record.add")) as work:
        work.add_many([
            sheet, club, swim, pool, Category(name="Sport", code="S", taxonomy="Ours"),
            Address(location_id=pool.id, city="Avon", state_province="CT", postal_code="06001"),
            ServiceAtLocation(service_id=swim.id, location_id=pool.id),
        ])


def _unchanged(seen: ImportPreview) -> bool:
    assert [(each.kind, each.fields) for each in seen.changes] == []
    return (seen.new, seen.changed, seen.refused) == (0, 0, 0) and seen.unchanged == seen.read


@pytest.mark.parametrize("ending", ["zip", "json"])
def test_what_is_written_otherwise_comes_back_as_it_is(
    office: Store, tmp_path: Path, ending: str
) -> None:
    _fill(office)
    path = tmp_path / f"out.{ending}"
    checked = hsds_export.write(office, path)
    assert {code for _, _, code in checked.repaired} >= {
        "hsds.address_completed", "hsds.town_repeated",
    }
    assert _unchanged(importing.preview(office, path))


def test_another_employer_number_is_an_identifier_of_its_own(
    office: Store, tmp_path: Path
) -> None:
    _fill(office)
    path = tmp_path / "out.zip"
    hsds_export.write(office, path)
    folder = _unpacked(path, tmp_path / "out")
    _edit(folder / "organization_identifiers.csv", lambda row: {**row, "identifier": "52-7654321"})
    back = importing.run(office, folder)
    assert (back.new, back.changed) == (1, 0)
    with office.reading() as reader:
        assert [each.identifier for each in reader.find(OrganizationIdentifier)] == ["52-7654321"]


def test_another_web_address_is_a_change(office: Store, tmp_path: Path) -> None:
    _fill(office)
    path = tmp_path / "out.zip"
    hsds_export.write(office, path)
    folder = _unpacked(path, tmp_path / "out")
    _edit(folder / "organizations.csv", lambda row: {**row, "website": "https://new.example"})
    back = importing.run(office, folder)
    assert [(each.kind, [field.field for field in each.fields]) for each in back.changes] == [
        ("organization", ["website"])
    ]


def test_what_looks_like_a_code_stays_as_the_office_typed_it(
    office: Store, tmp_path: Path
) -> None:
    club = Organization(name="Write &amp; not &", description="Type &lt; for less. AT&T")
    with office.writing(Operation("record.add")) as work:
        work.add_many([club, Service(name="Q&A", organization_id=club.id)])
    path = tmp_path / "out.zip"
    hsds_export.write(office, path)
    assert _unchanged(importing.preview(office, path))


def _unpacked(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as made:
        made.extractall(folder)
    return folder


def _edit(path: Path, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(map(change, rows))
