"""Organizations that come in and may be the office's own already: told of, and decided once."""

import csv
from pathlib import Path

import pytest

from partner_desk.files.sheets.look import look
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import Alias, NotSame
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.services import importing
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT, ImportPreview, SeenRow
from partner_desk.services.sheets import taking
from partner_desk.services.sheets.proposing import propose
from partner_desk.store.store import Store

CAMPS = (
    ("Program", "Agency", "Agency Website", "Ages"),
    ("Swim", "River Club", "https://riverclub.org", "6 - 14"),
    ("Chess", "River Club", "", "5 - 9"),
    ("Judo", "Lake House", "", "5 - 9"),
)
RIVER = "organization:name:river club"


@pytest.fixture
def held(office: Store) -> Organization:
    """An organization that the office typed itself."""
    found = Organization(name="The River Club, Inc.", website="https://riverclub.org/camps")
    with office.writing(Operation("record.add")) as work:
        work.add(found)
    return found


def _table(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows(rows)
    return path


def _preview(office: Store, path: Path, **decisions: str) -> ImportPreview:
    with office.reading() as reader:
        settled = propose(reader, look(path)).settled
    return taking.preview(office, path, settled, decisions)


def _asked(seen: ImportPreview) -> list[SeenRow]:
    return [row for row in seen.rows if row.kind == "organization"]


def test_an_organization_that_rows_name_is_asked_about_once(
    office: Store, held: Organization, tmp_path: Path
) -> None:
    seen = _preview(office, _table(tmp_path / "camps.csv", CAMPS))
    (asked,) = _asked(seen)
    assert (asked.number, asked.key, asked.state, asked.caption) == (
        2, RIVER, "new", "River Club"
    )
    assert [each.record_id for each in asked.alike] == [held.id]
    assert (seen.read, seen.new, seen.doubtful) == (3, 3, 1)


def test_the_same_name_is_asked_about_though_nothing_else_agrees(
    office: Store, held: Organization, tmp_path: Path
) -> None:
    with office.writing(Operation("record.add")) as work:
        work.add(Organization(name="Lake House", ein="12-3456789"))
    seen = _preview(office, _table(tmp_path / "partners.csv", (
        ("Partner Name", "Phone", "EIN"),
        ("THE RIVER CLUB INC", "(401) 555-0199", ""),
        ("Lake House", "(401) 555-0198", "98-7654321"),
        ("River Bank", "(401) 555-0197", ""),
    )))
    assert {row.caption: [each.record_id for each in row.alike] for row in seen.rows} == {
        "THE RIVER CLUB INC": [held.id], "Lake House": [], "River Bank": [],
    }


def test_one_decision_holds_for_all_rows_and_for_next_year(
    office: Store, held: Organization, tmp_path: Path
) -> None:
    path = _table(tmp_path / "camps.csv", CAMPS)
    before = office.digest()
    seen = _preview(office, path, **{RIVER: held.id})
    assert [(each.decision, each.state) for each in _asked(seen)] == [(held.id, "changed")]
    assert seen.doubtful == 0
    result = taking.apply(office, seen)
    with office.reading() as reader:
        homes = {each.name: each.organization_id for each in reader.find(Service)}
        names = sorted(each.name for each in reader.find(Organization))
        aliases = [(each.of_kind, each.survivor_id) for each in reader.find(Alias)]
    assert (homes["Swim"], homes["Chess"]) == (held.id, held.id)
    assert names == ["Lake House", "The River Club, Inc."]
    assert aliases == [("organization", held.id)]
    again = _preview(office, path)
    assert (again.new, again.changed, again.unchanged, _asked(again)) == (0, 0, 3, [])
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_it_may_be_new_or_be_left_out(office: Store, held: Organization, tmp_path: Path) -> None:
    path = _table(tmp_path / "camps.csv", CAMPS)
    out = taking.apply(office, _preview(office, path, **{RIVER: LEFT_OUT}))
    assert [(each.row, each.code) for each in out.refusals] == [
        (2, "row.left_out"), (3, "row.left_out")
    ]
    assert [(each.number, each.decision) for each in _asked(out)] == [(2, LEFT_OUT)]
    new = taking.apply(office, _preview(office, path, **{RIVER: AS_NEW}))
    assert (new.new, new.unchanged) == (2, 1)
    with office.reading() as reader:
        assert len(reader.find(Organization)) == 3
    assert _asked(_preview(office, path)) == []


def test_a_place_that_the_organization_has_is_used_again(
    office: Store, held: Organization, tmp_path: Path
) -> None:
    pool = Location(name="Our pool", organization_id=held.id)
    with office.writing(Operation("record.add")) as work:
        work.add(pool)
        work.add(Address(location_id=pool.id, address_1="9 Lake Street", city="Providence"))
    path = _table(tmp_path / "camps.csv", (
        ("Program", "Agency", "Site", "Site Address"),
        ("Swim", "The River Club, Inc.", "Pool", "9 Lake St., Suite 2, Providence, RI 02903"),
        ("Judo", "The River Club, Inc.", "Hall", "11 Lake St., Providence, RI 02903"),
        ("Yoga", "Lake House", "Pool", "9 Lake Street, Providence, RI 02903"),
    ))
    taking.apply(office, _preview(office, path))
    with office.reading() as reader:
        swim = next(each.id for each in reader.find(Service) if each.name == "Swim")
        places = sorted(each.name for each in reader.find(Location))
        (link,) = reader.find(ServiceAtLocation, service_id=swim)
    assert places == ["Hall", "Our pool", "Pool"]
    assert link.location_id == pool.id
    again = _preview(office, path)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 3)


def _directory(folder: Path) -> Path:
    folder.mkdir()
    _table(folder / "organizations.csv", (
        ("id", "name", "url"), ("1", "River Club", "https://riverclub.org"),
        ("2", "Lake House", ""),
    ))
    _table(folder / "services.csv", (("id", "organization_id", "name"), ("1", "1", "Swim")))
    return folder


def test_a_directory_tells_of_what_the_office_typed(
    office: Store, held: Organization, tmp_path: Path
) -> None:
    folder = _directory(tmp_path / "hsds")
    seen = importing.preview(office, folder)
    assert [(row.number, row.caption, [each.record_id for each in row.alike])
            for row in seen.rows] == [(2, "River Club", [held.id])]
    new_id = derived_id(seen.source_id, "organization", "1")
    first, second = sorted((new_id, held.id))
    with office.writing(Operation("record.not_same")) as work:
        work.add(NotSame(of_kind="organization", first_id=first, second_id=second))
    assert importing.preview(office, folder).rows == []


def test_a_directory_is_not_like_itself(office: Store, tmp_path: Path) -> None:
    folder = _directory(tmp_path / "hsds")
    importing.apply(office, importing.preview(office, folder))
    with (folder / "organizations.csv").open("a", encoding="utf-8") as handle:
        handle.write("3,River Club,https://riverclub.org\r\n")
    seen = importing.preview(office, folder)
    assert (seen.new, seen.rows) == (1, [])
