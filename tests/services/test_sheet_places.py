"""Addresses of sheets that say little: a town alone, or no state anywhere."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from partner_desk.files.sheets.look import look
from partner_desk.model.errors import InputError
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location
from partner_desk.services.sheets import taking
from partner_desk.services.sheets.proposing import Proposal, propose
from partner_desk.services.sheets.remembering import remember
from partner_desk.services.sheets.settled import from_json, to_json
from partner_desk.store.store import Store

PARTNERS = (
    ("Agency", "Street", "City", "Country"),
    ("River Club", "1 Main St", "Providence", None),
    ("Hill Club", None, "Pawtucket", None),
    ("Far Club", "9 Rue Haute", "Québec", "Canada"),
    ("No Club", None, None, None),
)
CAMPS = (
    ("Program", "Agency", "Site", "Town"),
    ("Swim", "River Club", "Pool", "Avon"),
    ("Chess", "River Club", None, "Salem"),
)


def _book(path: Path, rows: tuple[tuple[str | int | None, ...], ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def _proposed(office: Store, path: Path) -> Proposal:
    seen = look(path)
    with office.reading() as reader:
        return propose(reader, seen)


def _said(office: Store) -> dict[str, tuple[str, str, str]]:
    """Street, town and state by the name of the organization."""
    with office.reading() as reader:
        homes = {each.id: each.name for each in reader.find(Organization)}
        return {homes[each.organization_id or ""]: (
            each.address_1, each.city, each.state_province) for each in reader.find(Address)}


def _set_letterhead(office: Store, letterhead: str) -> None:
    with office.writing(Operation("record.change")) as work:
        if work.get(Office, OFFICE_ID) is None:
            work.add(Office(id=OFFICE_ID, name="Office"))
        work.change(Office, OFFICE_ID, letterhead=letterhead)


def test_a_town_alone_is_a_town_and_no_street(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    taking.apply(office, taking.preview(office, path, _proposed(office, path).settled))
    assert _said(office)["Hill Club"] == ("", "Pawtucket", "")
    with office.reading() as reader:
        assert "Pawtucket" in {each.caption for each in reader.find(Address)}
    again = taking.preview(office, path, _proposed(office, path).settled)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 4)


def test_a_site_without_a_name_is_called_by_its_town(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "camps.xlsx", CAMPS)
    settled = _proposed(office, path).settled
    assert settled.target == "service"
    taking.apply(office, taking.preview(office, path, settled))
    with office.reading() as reader:
        assert sorted(each.name for each in reader.find(Location)) == ["Pool", "Salem"]
        assert {(each.address_1, each.city) for each in reader.find(Address)} == {
            ("", "Avon"), ("", "Salem"),
        }


def test_an_address_says_at_least_a_town() -> None:
    assert Address.checked({"city": "Avon"}).caption == "Avon"
    with pytest.raises(InputError, match="address.empty"):
        Address.checked({"state_province": "CT"})


@pytest.mark.parametrize(("letterhead", "state"), [
    ("100 School St\nProvidence, RI 02903\n401-555-0100", "RI"),
    ("100 School St, Baltimore, Maryland 21201 · 410-555-0100", "MD"),
    ("Washington Schools\nOffice of Partners", ""),
])
def test_the_offices_own_state_is_proposed(
    office: Store, tmp_path: Path, letterhead: str, state: str
) -> None:
    _set_letterhead(office, letterhead)
    assert _proposed(office, _book(tmp_path / "partners.xlsx", PARTNERS)).settled.state == state


def test_else_the_state_of_most_addresses_is_proposed(office: Store, tmp_path: Path) -> None:
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    with office.writing(Operation("record.add")) as work:
        owner = Organization(name="Old Club")
        work.add_many([owner, *(
            Address(organization_id=owner.id, address_1=f"{number} Elm St", state_province=state)
            for number, state in enumerate(("VT", "vermont", "NH", ""))
        )])
    assert _proposed(office, path).settled.state == "VT"
    with office.writing(Operation("record.add")) as work:
        work.add(Address(organization_id=owner.id, address_1="5 Elm St", state_province="NH"))
    assert _proposed(office, path).settled.state == ""  # As many here as there.


@pytest.mark.parametrize("rows", [
    (("Agency", "Street", "State"), ("A Club", "1 Main St", None)),
    (("Agency", "Full Address"), ("A Club", "1 Main St, Avon, CT 06001"),
     ("B Club", "2 Main St, Avon, CT 06001")),
    (("Agency", "Phone"), ("A Club", "401-555-0100")),
])
def test_no_state_is_proposed_where_the_sheet_tells_it_or_has_no_addresses(
    office: Store, tmp_path: Path, rows: tuple[tuple[str | int | None, ...], ...]
) -> None:
    _set_letterhead(office, "Providence, RI 02903")
    assert _proposed(office, _book(tmp_path / "partners.xlsx", rows)).settled.state == ""


def test_addresses_at_home_get_the_state(office: Store, tmp_path: Path) -> None:
    _set_letterhead(office, "Providence, RI 02903")
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    seen = taking.preview(office, path, _proposed(office, path).settled)
    assert [(each.row, each.values) for each in seen.notes
            if each.code == "address.state_given"] == [(0, {"count": 2, "state": "RI"})]
    taking.apply(office, seen)
    assert _said(office) == {
        "River Club": ("1 Main St", "Providence", "RI"), "Hill Club": ("", "Pawtucket", "RI"),
        "Far Club": ("9 Rue Haute", "Québec", ""),
    }


def test_the_state_is_remembered_and_so_is_that_there_is_none(
    office: Store, tmp_path: Path
) -> None:
    _set_letterhead(office, "Providence, RI 02903")
    path = _book(tmp_path / "partners.xlsx", PARTNERS)
    for state in ("MA", ""):
        settled = replace(_proposed(office, path).settled, state=state)
        assert from_json(to_json(settled)) == settled
        remember(office, look(path), settled)
        assert _proposed(office, path).settled.state == state
    # What was remembered before anybody was asked is asked now.
    remember(office, look(path), replace(settled, state=None))
    assert _proposed(office, path).settled.state == "RI"
