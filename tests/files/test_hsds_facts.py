"""The facts of HSDS 3.1 that come with the program are those of the specification."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from partner_desk.files.hsds_out.checking import Cells, check_of
from partner_desk.files.hsds_out.facts import facts_of, tables


def _tool() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "tools" / "hsds_facts.py"
    spec = importlib.util.spec_from_file_location("hsds_facts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_facts_are_those_of_the_specification(data_folder: Path) -> None:
    tool = _tool()
    found = tool.facts(data_folder / "hsds-spec" / "3.1-dev")
    shipped = tool.FACTS.read_text(encoding="utf-8")
    assert shipped == tool.written(found)
    assert json.loads(shipped) == found


def test_a_table_knows_its_columns_and_lists() -> None:
    service = facts_of("service")
    assert service.columns["organization_id"].reference == "organization"
    assert service.member("service_capacity") == "capacities"
    assert facts_of("awards").columns == {}
    assert len(tables()) == 24


_RIGHT: Cells = {
    "id": "6b2f0a5e-3d0c-4a55-9c58-0a9d3c1f7e01", "name": "Soup", "status": "active",
    "organization_id": "6b2f0a5e-3d0c-4a55-9c58-0a9d3c1f7e02",
}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [("url", "www.x.example", "hsds.no_uri"), ("url", "http://x.example/ a", "hsds.no_uri"),
     ("email", "a b@x.example", "hsds.no_email"), ("minimum_age", "six", "hsds.no_number"),
     ("assured_date", "2024-02-30", "hsds.no_date"), ("status", "open", "hsds.not_listed"),
     ("last_modified", "2024-01-01", "hsds.no_moment"), ("program_id", "7", "hsds.no_uuid")],
)
def test_what_is_wrong_has_a_code(column: str, value: str, code: str) -> None:
    check = check_of("service")
    assert check.troubles(_RIGHT) == []
    found = check.troubles({**_RIGHT, column: value})
    assert [(each.column, each.code) for each in found] == [(column, code)]


def test_what_is_missing_is_told() -> None:
    found = check_of("address").troubles({"id": str(_RIGHT["id"]), "address_1": "1 Main St"})
    assert {each.column for each in found} == {
        "city", "state_province", "postal_code", "country", "address_type"
    }
