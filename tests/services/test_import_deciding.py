"""What a person decides about a directory's organizations is done, kept and taken back."""

import csv
from pathlib import Path

import pytest

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.history import Operation
from partner_desk.model.office import Alias
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location
from partner_desk.model.resources import Service
from partner_desk.services import importing
from partner_desk.services.combining import combine
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT
from partner_desk.store.store import Store

RIVER, LAKE = "organization:1", "organization:2"
TABLES = {
    "organizations": (
        ("id", "name", "description", "email", "url"),
        ("1", "River Club", "Swimming for all.", "", "https://riverclub.org"),
        ("2", "Lake House", "", "", ""),
    ),
    "services": (("id", "organization_id", "name"), ("1", "1", "Swim"), ("2", "2", "Judo")),
    "contacts": (
        ("id", "organization_id", "name", "title"), ("1", "1", "Ana Díaz", "Director"),
        ("2", "1", "Bo Lind", ""),
    ),
    "phones": (
        ("id", "organization_id", "contact_id", "number", "description"),
        ("1", "1", "", "(401) 555-0199", ""), ("2", "1", "", "(401) 555-0199", "Evenings"),
        ("3", "", "1", "(401) 555-0100", ""),
    ),
}


@pytest.fixture
def held(office: Store) -> Organization:
    """An organization that the office typed itself, with a telephone and a person."""
    found = Organization(
        name="The River Club, Inc.", website="https://riverclub.org/camps",
        email="office@riverclub.org",
    )
    ana = Contact(organization_id=found.id, name="Ana Diaz", email="ana@riverclub.org")
    with office.writing(Operation("record.add")) as work:
        work.add_many([
            found, ana,
            PhoneNumber(organization_id=found.id, number="401-555-0199", description="Desk"),
            PhoneNumber(contact_id=ana.id, number="(401) 555-0100"),
        ])
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory of two organizations, one of which the office has."""
    found = tmp_path / "hsds"
    found.mkdir()
    for name, rows in TABLES.items():
        with (found / f"{name}.csv").open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows(rows)
    return found


def test_towns_without_a_street_are_not_taken_for_one(
    office: Store, held: Organization, folder: Path
) -> None:
    with office.writing(Operation("record.add")) as work:
        work.add(Address(organization_id=held.id, city="Warwick"))
    (folder / "addresses.csv").write_text(
        "id,organization_id,address_1,city\n1,1,,Newport\n", encoding="utf-8")
    importing.apply(office, importing.preview(office, folder, decisions={RIVER: held.id}))
    with office.reading() as reader:
        cities = {each.city for each in reader.find(Address, organization_id=held.id)}
    assert cities == {"Newport", "Warwick"}


def test_a_decision_shows_what_would_change(
    office: Store, held: Organization, folder: Path
) -> None:
    before = importing.preview(office, folder)
    assert [(row.file, row.key, row.state, row.decision) for row in before.rows] == [
        ("organizations.csv", RIVER, "new", "")
    ]
    assert before.doubtful == 1
    seen = importing.preview(office, folder, decisions={RIVER: held.id})
    (row,) = seen.rows
    assert (row.state, row.decision, seen.doubtful) == ("changed", held.id, 0)
    assert [each.record_id for each in row.alike] == [held.id]
    told = {each.field: (each.before, each.after) for each in row.fields}
    assert told == {
        "name": ("The River Club, Inc.", "River Club"),
        "description": ("", "Swimming for all."),
        "website": ("https://riverclub.org/camps", "https://riverclub.org"),
    }
    assert [each.id for each in seen.changes if each.kind == "organization"] == [held.id]


def test_it_is_written_into_the_offices_own_record(
    office: Store, held: Organization, folder: Path
) -> None:
    before = office.digest()
    seen = importing.preview(office, folder, decisions={RIVER: held.id})
    result = importing.apply(office, seen)
    assert (result.new, result.changed) == (seen.new, seen.changed)
    with office.reading() as reader:
        names = sorted(each.name for each in reader.find(Organization))
        club = reader.get(Organization, held.id)
        (swim,) = reader.find(Service, name="Swim")
        people = {each.name: each for each in reader.find(Contact)}
        phones = sorted((each.number, each.description) for each in reader.find(PhoneNumber))
    assert names == ["Lake House", "River Club"]
    assert club is not None
    assert club.email == "office@riverclub.org", "a blank cell takes nothing away"
    assert swim.organization_id == held.id
    assert set(people) == {"Ana Diaz", "Bo Lind"}
    assert (people["Ana Diaz"].title, people["Ana Diaz"].email) == (
        "Director", "ana@riverclub.org")
    assert phones == [
        ("(401) 555-0100", ""), ("(401) 555-0199", "Evenings"), ("401-555-0199", "Desk"),
    ]
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_the_next_import_of_the_same_file_knows_it(
    office: Store, held: Organization, folder: Path
) -> None:
    importing.apply(office, importing.preview(office, folder, decisions={RIVER: held.id}))
    again = importing.preview(office, folder)
    assert (again.new, again.changed, again.refused, again.rows) == (0, 0, 0, [])
    with office.reading() as reader:
        aliases = reader.find(Alias, of_kind="organization")
    assert [each.survivor_id for each in aliases] == [held.id]
    with (folder / "services.csv").open("a", encoding="utf-8") as handle:
        handle.write("3,1,Row\r\n")
    importing.run(office, folder)
    with office.reading() as reader:
        assert [each.organization_id for each in reader.find(Service, name="Row")] == [held.id]


def test_a_directory_of_which_all_was_the_offices_is_known_under_another_name(
    office: Store, held: Organization, folder: Path, tmp_path: Path
) -> None:
    with (folder / "organizations.csv").open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows(TABLES["organizations"][:2])
    first = importing.apply(office, importing.preview(office, folder, decisions={RIVER: held.id}))
    with (folder / "organizations.csv").open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows((
            TABLES["organizations"][0], ("0", "Hill House", "", "", ""),
            TABLES["organizations"][1],
        ))
    again = importing.preview(office, folder.rename(tmp_path / "hsds-december"))
    assert again.source_id == first.source_id
    assert (again.new, again.changed) == (1, 0)


def test_a_place_that_it_has_is_used_again(
    office: Store, held: Organization, folder: Path
) -> None:
    pool = Location(name="Our pool", organization_id=held.id)
    with office.writing(Operation("record.add")) as work:
        work.add_many([
            pool, Address(location_id=pool.id, address_1="9 Lake Street", city="Providence"),
        ])
    for name, rows in (
        ("locations", (("id", "organization_id", "name"), ("1", "1", "Pool"), ("2", "1", "Hall"),
                       ("3", "2", "Pool"))),
        ("addresses", (("id", "location_id", "address_1", "city"),
                       ("1", "1", "9 Lake St., Suite 2", "Providence"),
                       ("2", "2", "11 Lake St.", "Providence"),
                       ("3", "3", "9 Lake Street", "Providence"))),
    ):
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows(rows)
    importing.apply(office, importing.preview(office, folder, decisions={RIVER: held.id}))
    with office.reading() as reader:
        places = {each.id: each.name for each in reader.find(Location)}
        addresses = reader.find(Address, location_id=pool.id)
    assert sorted(places.values()) == ["Hall", "Pool", "Pool"]
    assert (places[pool.id], [each.address_1 for each in addresses]) == (
        "Pool", ["9 Lake Street"])
    again = importing.preview(office, folder)
    assert (again.new, again.changed) == (0, 0)


def test_it_may_be_new_or_be_left_out_with_all_its_own(
    office: Store, held: Organization, folder: Path
) -> None:
    seen = importing.preview(office, folder, decisions={RIVER: LEFT_OUT})
    assert [(row.state, row.decision, [each.code for each in row.refusals])
            for row in seen.rows] == [("refused", LEFT_OUT, ["row.left_out"])]
    importing.apply(office, seen)
    with office.reading() as reader:
        assert [each.name for each in reader.find(Service)] == ["Judo"]
        assert len(reader.find(Contact)) == 1
    seen = importing.preview(office, folder, decisions={RIVER: AS_NEW})
    assert [(row.state, row.decision) for row in seen.rows] == [("new", AS_NEW)]
    importing.apply(office, seen)
    with office.reading() as reader:
        assert len(reader.find(Organization)) == 3


def test_a_record_that_is_gone_meanwhile_is_no_record_to_write_into(
    office: Store, held: Organization, folder: Path
) -> None:
    seen = importing.preview(office, folder, decisions={RIVER: held.id})
    with office.writing(Operation("record.delete")) as work:
        work.delete(Organization, held.id)
    importing.apply(office, seen)
    with office.reading() as reader:
        assert sorted(each.name for each in reader.find(Organization)) == [
            "Lake House", "River Club"]


def test_two_rows_that_are_one_organization_both_join_it(
    office: Store, held: Organization, folder: Path
) -> None:
    with (folder / "organizations.csv").open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows((
            ("id", "name", "description", "email", "url", "year_incorporated", "founder"),
            ("1", "River Club", "", "", "https://riverclub.org", "", "Ann"),
            ("2", "River Club Judo", "Judo for all.", "", "www.riverclub.org/", "1990", "Bo"),
        ))
    before = office.digest()
    decisions = {RIVER: held.id, LAKE: held.id}
    seen = importing.preview(office, folder, decisions=decisions)
    assert (seen.refused, [row.state for row in seen.rows]) == (0, ["changed", "changed"])
    told = {each.field: (each.before, each.after) for each in seen.rows[1].fields}
    assert told == {
        "description": ("", "Judo for all."), "year_incorporated": ("", "1990"),
        "extra.name (2)": ("", "River Club Judo"), "extra.founder (2)": ("", "Bo"),
    }
    assert [(each.row, each.column, each.code) for each in seen.notes] == [
        (3, "name", "row.further"), (3, "founder", "row.further")]
    result = importing.apply(office, seen)
    assert (result.new, result.changed, result.refused) == (seen.new, seen.changed, 0)
    with office.reading() as reader:
        (club,) = reader.find(Organization)
        owners = {each.name: each.organization_id for each in reader.find(Service)}
        history = reader.history([club.id])
    assert (club.id, club.name, club.description, club.email) == (
        held.id, "River Club", "Judo for all.", "office@riverclub.org")
    assert owners == {"Swim": held.id, "Judo": held.id}
    assert [each.field for _, changes in history for each in changes].count("name") == 1
    again = importing.preview(office, folder)
    assert (again.new, again.changed, again.refused) == (0, 0, 0)
    office.undo(result.change_set_id)
    assert office.digest() == before


def test_what_became_one_comes_again_as_two_rows(office: Store, folder: Path) -> None:
    importing.run(office, folder)
    with office.reading() as reader:
        ids = {each.name: each.id for each in reader.find(Organization)}
    combine(office, "organization", ids["Lake House"], [ids["River Club"]])
    with office.reading() as reader:
        combined = reader.get(Organization, ids["Lake House"])
    again = importing.run(office, folder)
    assert again.refused == 0
    with office.reading() as reader:
        (house,) = reader.find(Organization)
    assert combined is not None
    assert (house.name, house.description) == ("Lake House", "Swimming for all.")
    assert house.website == "https://riverclub.org", "a blank cell takes no part of another away"
    assert importing.preview(office, folder).refused == 0


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (0, 2, 1)])
def test_what_became_one_is_unchanged_whichever_row_comes_first(
    office: Store, folder: Path, order: tuple[int, ...]
) -> None:
    rows = (
        ("1", "River Club", "Swimming for all.", "https://riverclub.org", "", "Ann"),
        ("2", "Lake House", "Judo for all.", "", "1990", "Bo"),
        ("3", "River Kids", "Swimming for some.", "", "", ""),
    )
    head = ("id", "name", "description", "url", "year_incorporated", "founder")
    with (folder / "organizations.csv").open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows((head, *(rows[each] for each in order)))
    importing.run(office, folder)
    with office.reading() as reader:
        ids = {each.name: each.id for each in reader.find(Organization)}
    combine(office, "organization", ids["Lake House"], [ids["River Club"], ids["River Kids"]])
    seen = importing.preview(office, folder)
    assert [[each.field for each in change.fields] for change in seen.changes] == [
        ["extra"], ["extra"]]
    importing.apply(office, seen)
    with office.reading() as reader:
        (house,) = reader.find(Organization)
    assert (house.name, house.description) == ("Lake House", "Judo for all.")
    assert house.extra == {
        "founder": "Bo", "name (2)": "River Club", "description (2)": "Swimming for all.",
        "founder (2)": "Ann", "name (3)": "River Kids", "description (3)": "Swimming for some.",
    }
    again = importing.preview(office, folder)
    assert (again.new, again.changed, again.refused) == (0, 0, 0)
