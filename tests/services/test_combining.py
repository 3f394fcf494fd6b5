"""Combining records that are one: nothing is lost, nothing stays behind, Undo takes it all back."""

from datetime import date
from typing import Any

import pytest

from partner_desk.model.agreements import Agreement, AgreementSchool, Revision
from partner_desk.model.categories import Category
from partner_desk.model.contacts import Contact, Language, PhoneNumber
from partner_desk.model.errors import InputError
from partner_desk.model.history import Operation
from partner_desk.model.office import Alias, Attachment, NotSame
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, PartnershipMember, PartnershipSchool, School
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.registry import ENTITIES
from partner_desk.model.resources import Service
from partner_desk.services import combining, duplicates, records, safekeeping
from partner_desk.services.aliases import current_id
from partner_desk.services.combining.parts import references_to
from partner_desk.services.combining.view import compare_view
from partner_desk.store.store import Store
from partner_desk.ui.sentences import SENTENCES

WILD = "Hội Bình Minh <b>&\" =1+1"


def add(office: Store, kind: str = "organization", **values: Any) -> str:
    return records.add(office, kind, values).id


def get(office: Store, entity: type[Any], record_id: str) -> Any:
    with office.reading() as reader:
        return reader.get(entity, record_id)


def of(office: Store, entity: type[Any], **equals: Any) -> list[Any]:
    with office.reading() as reader:
        return reader.find(entity, **equals)


def clubs(office: Store, **loser: Any) -> tuple[str, str]:
    """The club as the office knows it, and as it came with a list."""
    kept = add(
        office, name="River Club", email="hello@river.org", tags=["youth"], notes="Met in May.",
        phones=[{"number": "(773) 555-0100"}],
        addresses=[{"address_1": "12 N. Main St.", "city": "Avon"}],
    )
    other = add(office, **{
        "name": "River Club, Inc.", "email": "office@river.org", "website": "river.org",
        "tags": ["Youth arts", "youth"], "notes": WILD, "sector": "nonprofit",
        "phones": [{"number": "773.555.0100", "description": "front desk"},
                   {"number": "773-555-0101"}],
        "addresses": [{"address_1": "12 North Main Street", "postal_code": "06001"},
                      {"address_1": "14 North Main Street"}],
        "contacts": [{"name": "Ana Ruiz"}], "services": [{"name": "Tutoring"}], **loser,
    })
    return kept, other


def test_blanks_are_filled_and_everything_else_is_added(any_office: Store) -> None:
    kept, other = clubs(any_office)
    combining.combine(any_office, "organization", kept, [other])
    found = get(any_office, Organization, kept)
    assert (found.name, found.website, found.sector) == ("River Club", "river.org", "nonprofit")
    assert found.alternate_name == "River Club, Inc."
    assert found.email == "hello@river.org"
    assert found.tags == ("youth", "Youth arts")
    assert found.notes == f"Met in May.\n\n{WILD}\n\noffice@river.org"
    phones = of(any_office, PhoneNumber, organization_id=kept)
    assert {(each.number, each.description) for each in phones} == {
        ("(773) 555-0100", "front desk"), ("773-555-0101", "")
    }
    addresses = of(any_office, Address, organization_id=kept)
    assert {(each.address_1, each.city, each.postal_code) for each in addresses} == {
        ("12 N. Main St.", "Avon", "06001"), ("14 North Main Street", "", "")
    }
    assert [each.name for each in of(any_office, Contact, organization_id=kept)] == ["Ana Ruiz"]
    assert [each.name for each in of(any_office, Service, organization_id=kept)] == ["Tutoring"]
    assert get(any_office, Organization, other).deleted_at is not None


def test_undo_puts_everything_back_exactly(any_office: Store) -> None:
    kept, other = clubs(any_office)
    before = any_office.digest()
    combining.combine(any_office, "organization", kept, [other])
    combined = any_office.digest()
    undone = any_office.undo()
    assert undone is not None
    assert undone.undone.kind == "combine"
    assert undone.conflicts == ()
    assert any_office.digest() == before
    assert any_office.redo() is not None
    assert any_office.digest() == combined
    any_office.undo()
    duplicates.not_same(any_office, "organization", kept, other, "Two branches")
    assert duplicates.find_all(any_office, "organization") == []


def test_a_backup_is_made_before(office: Store) -> None:
    kept, other = clubs(office)
    combining.combine(office, "organization", kept, [other])
    assert len(safekeeping.backups(office)) == 1


def test_a_person_chooses_what_stands(office: Store) -> None:
    kept, other = clubs(office)
    combining.combine(office, "organization", kept, [other],
                      {"email": other, "notes": kept, "name": other})
    found = get(office, Organization, kept)
    assert (found.email, found.notes) == ("office@river.org", "Met in May.")
    assert (found.name, found.alternate_name) == ("River Club, Inc.", "River Club")


def test_an_old_id_leads_to_the_survivor(any_office: Store) -> None:
    first, second = clubs(any_office)
    third = add(any_office, name="The River Club")
    combining.combine(any_office, "organization", second, [first])
    combining.combine(any_office, "organization", third, [second])
    with any_office.reading() as reader:
        assert current_id(reader, "organization", first) == third
        assert current_id(reader, "organization", second) == third
        assert current_id(reader, "organization", third) == third
        assert current_id(reader, "organization", "nobody") == "nobody"
        assert {each.survivor_id for each in reader.find(Alias, of_kind="organization")} == {third}
    any_office.undo()
    with any_office.reading() as reader:
        assert current_id(reader, "organization", first) == second
        assert current_id(reader, "organization", second) == second


def test_several_become_one_at_once(office: Store) -> None:
    kept, other = clubs(office)
    third = add(office, name="RIVER CLUB", year_incorporated=1990,
                phones=[{"number": "773 555 0101"}, {"number": "773 555 0102"}])
    before = office.digest()
    combining.combine(office, "organization", kept, [other, third])
    found = get(office, Organization, kept)
    assert found.year_incorporated == 1990
    assert found.alternate_name == "River Club, Inc."
    numbers = {each.number for each in of(office, PhoneNumber, organization_id=kept)}
    assert numbers == {"(773) 555-0100", "773-555-0101", "773 555 0102"}
    office.undo()
    assert office.digest() == before


def test_agreements_and_partnerships_of_both_are_kept(office: Store) -> None:
    kept, other = clubs(office)
    ids = {}
    for owner in (kept, other):
        ids[owner] = add(office, "partnership", organization_id=owner, name=WILD, stage="active",
                         agreements=[{"title": "Memorandum"}])
    add(office, "attachment", organization_id=other, name="w9.pdf")
    member = add(office, "partnership_member", partnership_id=ids[kept], organization_id=other)
    with office.writing(Operation("test")) as work:
        agreement = work.find(Agreement, partnership_id=ids[other])[0]
        work.add(Revision(agreement_id=agreement.id, number=1, content="0" * 64))
    frozen = of(office, Revision)
    combining.combine(office, "organization", kept, [other])
    assert {each.id for each in of(office, Partnership, organization_id=kept)} == {
        *ids.values()
    }
    assert len(of(office, Agreement)) == 2
    assert of(office, Revision) == frozen
    assert get(office, PartnershipMember, member).organization_id == kept
    assert [each.name for each in of(office, Attachment, organization_id=kept)] == ["w9.pdf"]


def test_two_schools_of_one_partnership_become_one_line(office: Store) -> None:
    one = add(office, "school", name="Lincoln School", address_1="1 Oak St")
    other = add(office, "school", name="Lincoln Elem.", city="Avon", postal_code="06001",
                phone="860-555-0100", needs=[{"description": "Tutors"}])
    club = add(office, name="River Club")
    partnership = add(office, "partnership", organization_id=club, name="Club")
    for school in (one, other):
        add(office, "partnership_school", partnership_id=partnership, school_id=school)
    add(office, "agreement_school", school_id=other, times="Mondays")
    combining.combine(office, "school", one, [other])
    found = get(office, School, one)
    assert (found.address_1, found.city, found.phone) == ("1 Oak St", "Avon", "860-555-0100")
    assert len(of(office, PartnershipSchool, partnership_id=partnership)) == 1
    assert [each.times for each in of(office, AgreementSchool, school_id=one)] == ["Mondays"]


def test_an_address_is_never_put_together_from_two(office: Store) -> None:
    one = add(office, "school", name="Lincoln", address_1="1 Oak St")
    other = add(office, "school", name="Lincoln", address_1="9 Elm St", city="Salem")
    combining.combine(office, "school", one, [other])
    found = get(office, School, one)
    assert (found.address_1, found.city) == ("1 Oak St", "")


def test_parts_of_parts_go_along(office: Store) -> None:
    phone = {"number": "773-555-0100"}
    kept = add(office, name="River Club", phones=[phone])
    other = add(office, name="River Club", phones=[
        {**phone, "languages": [{"name": "Spanish"}]}])
    combining.combine(office, "organization", kept, [other])
    [left] = of(office, PhoneNumber)
    assert left.organization_id == kept
    assert [each.name for each in of(office, Language, phone_id=left.id)] == ["Spanish"]


def test_two_places_of_one_service_become_one(office: Store) -> None:
    club = add(office, name="River Club")
    service = add(office, "service", organization_id=club, name="Tutoring")
    places = [add(office, "location", organization_id=club, name=name)
              for name in ("Hall", "The Hall")]
    for place in places:
        add(office, "service_at_location", service_id=service, location_id=place)
    combining.combine(office, "location", places[0], [places[1]])
    assert [each.location_id for each in of(office, ServiceAtLocation)] == [places[0]]
    assert [each.alternate_name for each in of(office, Location)] == ["The Hall"]


def test_a_category_does_not_come_under_itself(office: Store) -> None:
    food = add(office, "category", name="Food")
    pantry = add(office, "category", name="Food pantry", parent_id=food)
    below = add(office, "category", name="Fresh food", parent_id=food)
    combining.combine(office, "category", pantry, [food])
    with office.reading() as reader:
        found = {each.id: each.parent_id for each in reader.find(Category)}
    assert found == {pantry: None, below: pantry}


@pytest.mark.parametrize("lowest_stays", [True, False])
def test_categories_never_come_into_a_circle(office: Store, lowest_stays: bool) -> None:
    help_ = add(office, "category", name="Help")
    food = add(office, "category", name="Food", parent_id=help_)
    fresh = add(office, "category", name="Fresh food", parent_id=food)
    fruit = add(office, "category", name="Fruit", parent_id=fresh)
    kept, gone = (fruit, food) if lowest_stays else (food, fruit)
    combining.combine(office, "category", kept, [gone])
    with office.reading() as reader:
        found = {each.id: each.parent_id for each in reader.find(Category)}
    assert found == {help_: None, kept: help_, fresh: kept}


def test_a_top_category_does_not_come_under_what_is_below_it(office: Store) -> None:
    top = add(office, "category", name="Food")
    middle = add(office, "category", name="Fresh food", parent_id=top)
    low = add(office, "category", name="Foods", parent_id=middle)
    combining.combine(office, "category", top, [low])
    with office.reading() as reader:
        found = {each.id: each.parent_id for each in reader.find(Category)}
    assert found == {top: None, middle: top}


def test_what_comes_back_from_trash_leads_nowhere_else(any_office: Store) -> None:
    kept, other = clubs(any_office)
    combining.combine(any_office, "organization", kept, [other])
    records.bring_back(any_office, Organization, other)
    assert of(any_office, Alias, loser_id=other) == []
    combining.combine(any_office, "organization", other, [kept])
    assert {(each.loser_id, each.survivor_id) for each in of(any_office, Alias)
            if each.of_kind == "organization"} == {(kept, other)}
    with any_office.reading() as reader:
        assert current_id(reader, "organization", kept) == other


def test_what_was_said_not_to_be_the_loser_is_not_the_survivor(office: Store) -> None:
    kept, other = clubs(office)
    third = add(office, name="River Club of Salem")
    duplicates.not_same(office, "organization", other, third, "Another town")
    combining.combine(office, "organization", kept, [other])
    pairs = {frozenset((each.first_id, each.second_id)) for each in of(office, NotSame)}
    assert frozenset((kept, third)) in pairs


def test_what_cannot_be_combined_is_refused_and_nothing_is_written(office: Store) -> None:
    kept, other = clubs(office, ein="98-7654321")
    records.update(office, "organization", kept, {"ein": "12-3456789"})
    school = add(office, "school", name="Lincoln")
    gone = add(office, name="Gone")
    records.delete(office, Organization, gone)
    before = office.digest()
    refused = {
        "combine.other_ein": ("organization", kept, [other], {}),
        "combine.same_record": ("organization", kept, [kept], {}),
        "combine.other_kind": ("organization", kept, [school], {}),
        "record.missing": ("organization", kept, [gone], {}),
        "combine.not_of_kind": ("agreement", kept, [other], {}),
        "combine.bad_choice": ("organization", kept, [other], {"email": school}),
        "kind.unknown": ("nothing", kept, [other], {}),
    }
    for code, (kind, survivor, losers, choices) in refused.items():
        with pytest.raises(InputError) as caught:
            combining.combine(office, kind, survivor, losers, choices)
        assert caught.value.code == code
        assert code in SENTENCES
    assert office.digest() == before
    combining.combine(office, "organization", kept, [other], anyway=True)
    assert get(office, Organization, kept).ein == "123456789"


def test_what_somebody_said_is_not_the_same_asks_again(office: Store) -> None:
    kept, other = clubs(office)
    duplicates.not_same(office, "organization", kept, other, "Two branches")
    with pytest.raises(InputError) as caught:
        combining.combine(office, "organization", kept, [other])
    assert caught.value.code == "combine.said_not_same"
    before = office.digest()
    combining.combine(office, "organization", kept, [other], anyway=True)
    assert of(office, NotSame) == []
    office.undo()
    assert office.digest() == before


@pytest.mark.parametrize("kind", combining.COMBINED_KINDS)
def test_nothing_that_names_the_loser_stays_behind(office: Store, kind: str) -> None:
    """For every reference to this kind a record is made by hand, of whatever kind it is."""
    entity = records.kind_named(kind)
    kept, other = entity(), entity()
    with office.writing(Operation("test")) as work:
        work.add_many([kept, other])
        for number, (part, link) in enumerate(references_to(kind)):
            values: dict[str, Any] = {part.title_field().name: str(number), link.name: other.id}
            work.add(part(**values))
    before = office.digest()
    combining.combine(office, kind, kept.id, [other.id])
    with office.reading() as reader:
        for part, link in references_to(kind):
            assert reader.find(part, **{link.name: other.id}) == []
            assert len(reader.find(part, **{link.name: kept.id})) >= 1
        dangling = [
            (part.kind, link.name) for part in ENTITIES for link in part.declarations.values()
            if link.target == kind and reader.find(part, **{link.name: other.id})
        ]
    assert dangling == []
    office.undo()
    assert office.digest() == before


def test_records_side_by_side(office: Store) -> None:
    kept, other = clubs(office)
    with office.reading() as reader:
        view = compare_view(reader, "organization", [kept, other])
    rows = {each.field.name: each for each in view.rows}
    assert view.captions == ("River Club", "River Club, Inc.")
    assert rows["email"].texts == ("hello@river.org", "office@river.org")
    assert (rows["email"].stands, rows["email"].taken_from) == ("hello@river.org", kept)
    assert (rows["website"].taken_from, rows["website"].differs) == (other, False)
    assert rows["email"].differs
    assert (rows["tags"].stands, rows["tags"].taken_from) == ("youth; Youth arts", "")
    assert "ein" not in rows
    parts = {each.kind: each.captions for each in view.parts}
    assert parts["contact"] == ((), ("Ana Ruiz",))
    assert parts["phone"][0] == ("(773) 555-0100",)


def test_a_plan_tells_what_will_move(office: Store) -> None:
    kept, other = clubs(office)
    before = office.digest()
    with office.reading() as reader:
        plan = combining.plan(reader, "organization", kept, [other])
    assert {kind: len(ids) for kind, ids in plan.moved.items()} == {
        "contact": 1, "service": 1, "phone": 1, "address": 1
    }
    assert {each.kind for each in plan.twins} == {"phone", "address"}
    assert office.digest() == before


def test_work_done_since_is_told_by_undo(office: Store) -> None:
    kept, other = clubs(office)
    combining.combine(office, "organization", kept, [other])
    combined = next(
        each for each in _change_sets(office) if each.code == "record.combine"
    )
    records.update(office, "organization", kept, {"website": "club.example"})
    result = office.undo(combined.id)
    assert result is not None
    assert [each.field for each in result.conflicts] == ["website"]
    assert get(office, Organization, other).deleted_at is None


def _change_sets(office: Store) -> list[Any]:
    with office.reading() as reader:
        return reader.change_sets()


def test_dates_and_ages_come_from_one_record(office: Store) -> None:
    club = add(office, name="River Club")
    one = add(office, "service", organization_id=club, name="Tutoring", minimum_age=6,
              assured_date="2026-01-05")
    other = add(office, "service", organization_id=club, name="Tutoring", minimum_age=12,
                maximum_age=18, assured_date="2026-01-05", assurer_email="ana@river.org")
    combining.combine(office, "service", one, [other])
    found = get(office, Service, one)
    assert (found.minimum_age, found.maximum_age) == (6, None)
    assert (found.assured_date, found.assurer_email) == (date(2026, 1, 5), "ana@river.org")
