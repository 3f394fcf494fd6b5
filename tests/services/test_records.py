"""Records of any kind: nested, checked as a whole, moved, put back."""

from functools import partial
from typing import Any

import pytest

from partner_desk.model.agreements import AgreementService
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address
from partner_desk.services import history, records
from partner_desk.store.store import Store

RIVERSIDE: dict[str, Any] = {
    "name": "Riverside <b>& \"Arts\"",
    "ein": "01-2345678",
    "contacts": [{"name": "Đặng Thị Hương", "phones": [{"number": "555-0101"}]}],
    "phones": [{"number": "(413) 555-0100", "type": "Fax"}],
}


def test_children_are_kept_with_their_parent_in_one_change_set(any_office: Store) -> None:
    kept = records.add(any_office, "organization", RIVERSIDE)
    tree = records.tree(any_office, "organization", kept.id)
    assert tree["name"] == RIVERSIDE["name"]
    assert tree["ein"] == "012345678"
    assert tree["contacts"][0]["phones"][0]["number"] == "555-0101"
    assert tree["phones"][0]["type"] == "fax"
    assert len(history.recent(any_office)) == 1
    any_office.undo()
    with any_office.reading() as reader:
        kinds = (Organization, Contact, PhoneNumber)
        assert [len(reader.find(each)) for each in kinds] == [0, 0, 0]


def test_all_problems_are_told_with_their_places_and_nothing_is_kept(office: Store) -> None:
    values = {"email": "x", "contacts": [{"name": "A"}, {"email": "y"}], "phones": [{}]}
    with pytest.raises(InputError) as refused:
        records.add(office, "organization", values)
    found = {(each.where, each.field, each.code) for each in refused.value.problems}
    assert found == {
        ("", "name", "field.required"), ("", "email", "email.invalid"),
        ("contacts[2]", "name", "field.required"), ("contacts[2]", "email", "email.invalid"),
        ("phones[1]", "number", "field.required"),
    }
    assert history.recent(office) == []


def test_update_changes_rows_with_an_id_and_adds_the_others(any_office: Store) -> None:
    kept = records.add(any_office, "organization", RIVERSIDE)
    contact = records.tree(any_office, "organization", kept.id)["contacts"][0]
    records.update(
        any_office, "organization", kept.id,
        {"sector": "Arts and culture",
         "contacts": [{"id": contact["id"], "title": "Director"}, {"name": "Ana"}]},
    )
    tree = records.tree(any_office, "organization", kept.id)
    assert tree["sector"] == "arts"
    assert sorted((each["name"], each["title"]) for each in tree["contacts"]) == [
        ("Ana", ""), ("Đặng Thị Hương", "Director"),
    ]


def test_a_row_of_another_record_is_refused(office: Store) -> None:
    first = records.add(office, "organization", RIVERSIDE)
    second = records.add(office, "organization", {"name": "Other"})
    contact = records.tree(office, "organization", first.id)["contacts"][0]
    before = office.digest()
    with pytest.raises(InputError) as refused:
        records.update(
            office, "organization", second.id,
            {"name": "Changed", "contacts": [{"id": contact["id"], "name": "Taken"}]},
        )
    assert refused.value.code == "record.of_another"
    assert office.digest() == before


def test_a_field_that_is_refused_keeps_what_was_there(office: Store) -> None:
    kept = records.add(office, "organization", RIVERSIDE)
    before = office.digest()
    for field, typed, code in (
        ("email", "no address", "email.invalid"), ("name", "   ", "field.required"),
        ("ein", "12", "digits.invalid"),
    ):
        with pytest.raises(InputError) as refused:
            records.change_field(office, Organization, kept.id, field, typed)
        assert refused.value.code == code
    assert office.digest() == before


def test_an_address_keeps_the_last_that_makes_it_one(office: Store) -> None:
    kept = records.add(office, "organization", {"name": "P", "addresses": [
        {"address_1": "1 Elm", "city": "Avon", "state_province": "CT"}]})
    address = records.tree(office, "organization", kept.id)["addresses"][0]["id"]
    change = partial(records.change_field, office, Address, address)
    assert change("address_1", "").caption == "Avon"
    before = office.digest()
    with pytest.raises(InputError) as refused:
        change("city", " ")
    assert [(each.code, each.field) for each in refused.value.problems] == [
        ("address.empty", "city")]
    with pytest.raises(InputError) as refused:
        records.update(office, "organization", kept.id, {
            "name": "Other", "addresses": [{"id": address, "city": "", "state_province": ""}]})
    assert [(each.code, each.where) for each in refused.value.problems] == [
        ("address.empty", "addresses[1]")]
    with pytest.raises(InputError) as refused:
        records.add(office, "organization", {"name": "Q", "addresses": [{"country": "US"}]})
    assert [(each.code, each.where) for each in refused.value.problems] == [
        ("address.empty", "addresses[1]")]
    assert office.digest() == before
    assert change("state_province", "").caption == "Avon"


def test_an_address_that_came_empty_can_still_be_mended(office: Store) -> None:
    with office.writing(Operation("import")) as work:
        empty = work.add(Address(state_province="CT", country="US"))
    change = partial(records.change_field, office, Address, empty.id)
    assert change("state_province", "").country == "US"
    assert change("city", "Avon").caption == "Avon"


@pytest.mark.parametrize(
    ("stored", "code"),
    [("bao@example.org", "record.changed_meanwhile"), ("", "record.emptied_meanwhile")],
)
def test_what_changed_since_it_was_shown_is_not_replaced(
    any_office: Store, stored: str, code: str
) -> None:
    kept = records.add(any_office, "organization", {"name": "P", "email": "old@example.org"})
    change = partial(records.change_field, any_office, Organization, kept.id, "email")
    change(stored)
    before = any_office.digest()
    with pytest.raises(InputError) as refused:
        change("ana@example.org", expected="old@example.org")
    assert refused.value.code == code
    assert refused.value.values.get("other", "") == stored
    assert any_office.digest() == before
    assert change(stored, expected="old@example.org").email == stored
    assert change("ana@example.org", expected=stored).email == "ana@example.org"


def test_a_reference_changed_meanwhile_is_called_by_its_name(office: Store) -> None:
    ids = [records.add(office, "organization", {"name": name}).id for name in ("A", "B", "C")]
    contact = records.add(office, "contact", {"name": "Ana", "organization_id": ids[0]})
    change = partial(records.change_field, office, Contact, contact.id, "organization_id")
    change(ids[1])
    with pytest.raises(InputError) as refused:
        change(ids[2], expected=ids[0])
    assert refused.value.values == {"other": "B"}


def test_rows_are_moved_among_their_siblings(any_office: Store) -> None:
    rows = [{"description": each} for each in "abcd"]
    partner = records.add(any_office, "organization", {"name": "P", "partnerships": [
        {"name": "P", "agreements": [{"title": "A", "services": rows}]}]})
    tree = records.tree(any_office, "organization", partner.id)
    services = tree["partnerships"][0]["agreements"][0]["services"]
    records.move(any_office, AgreementService, "agreement_id", services[3]["id"], 1)
    again = records.tree(any_office, "organization", partner.id)
    found = again["partnerships"][0]["agreements"][0]["services"]
    assert [each["description"] for each in found] == ["d", "a", "b", "c"]


def test_history_tells_what_people_saw_and_puts_it_back(any_office: Store) -> None:
    kept = records.add(any_office, "organization", RIVERSIDE)
    records.change_field(any_office, Organization, kept.id, "email", "a@example.org")
    records.change_field(any_office, Organization, kept.id, "email", "b@example.org")
    newest = history.history_of(any_office, "organization", kept.id)[0]
    line = newest.lines[0]
    assert newest.change_set.code == "record.change"
    assert newest.change_set.who == any_office.author.who
    assert (line.before, line.after) == ("a@example.org", "b@example.org")
    assert line.field is not None and line.field.label == "Email"
    records.put_back(any_office, line.change)
    with any_office.reading() as reader:
        found = reader.get(Organization, kept.id)
    assert found is not None and found.email == "a@example.org"


def test_what_is_gone_is_said_so(office: Store) -> None:
    with pytest.raises(EnvironmentProblem) as gone:
        records.change_field(office, Organization, "nobody", "name", "x")
    assert gone.value.code == "record.gone"
