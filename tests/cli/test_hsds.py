"""The public directory from the terminal: written, looked at, refused, of a view."""

import json
from pathlib import Path

import pytest

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.store.store import Store
from tests.cli.conftest import Desk


@pytest.fixture
def place(office: Store) -> Location:
    """A place of a resource whose address lacks its ZIP code."""
    organization = Organization(name="Pantry", description="Gives")
    service = Service(organization_id=organization.id, name="Food box")
    place = Location(organization_id=organization.id, name="Hall")
    with office.writing(Operation("test.add", {})) as work:
        work.add_many([
            organization, service, place,
            Address(location_id=place.id, address_1="1 Main St", city="B", state_province="MD"),
            ServiceAtLocation(service_id=service.id, location_id=place.id),
        ])
    return place


def test_what_is_refused_is_told_and_nothing_written(
    desk: Desk, office: Store, office_path: Path, place: Location, tmp_path: Path
) -> None:
    out = tmp_path / "out.zip"
    found = desk(office_path, "hsds", out, "--validate")
    assert found.status == 3
    value = json.loads(found.out)
    assert value["tables"]["address"] == 1
    assert value["rows"] == sum(value["tables"].values())
    assert "addresses.csv" in value["files"]
    assert value["written"] == ""
    (error,) = value["errors"]
    assert (error["table"], error["row"], error["column"], error["kind"]) == (
        "address", 2, "postal_code", "address"
    )
    assert error["reason"] == "This is needed."
    assert not out.exists()


def test_the_rest_is_written_when_asked(
    desk: Desk, office: Store, office_path: Path, place: Location, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    found = desk(office_path, "hsds", out, "--leave-out")
    assert found.status == 0
    value = json.loads(found.out)
    assert (value["written"], value["left_out"]) == (str(out), 1)
    assert "address" not in value["tables"]
    content = json.loads(out.read_text())
    assert content["services"][0]["service_at_locations"][0]["location"]["name"] == "Hall"
    assert "addresses" not in content["services"][0]["service_at_locations"][0]["location"]


def test_looking_alone_writes_nothing_and_needs_no_file(
    desk: Desk, office: Store, office_path: Path, place: Location
) -> None:
    assert json.loads(desk(office_path, "hsds", "--validate").out)["error_count"] == 1
    assert desk(office_path, "hsds").complaint(3)
    assert "view" in desk(office_path, "hsds", "--validate", "--view", "None such").complaint(3)
