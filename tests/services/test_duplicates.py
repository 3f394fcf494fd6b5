"""Who is alike: evidence and reasons, never a name alone; what was said stays said."""

from pathlib import Path
from typing import Any

import pytest

import duplicate_trial as trial
from partner_desk.model.errors import Cancelled, InputError
from partner_desk.model.fields import Record
from partner_desk.services import duplicates, records
from partner_desk.services.duplicates import Facts, Known, Likeness, Place
from partner_desk.services.duplicates.normal import (
    email_key,
    host,
    name_words,
    person_words,
    phone_digits,
    street,
)
from partner_desk.store.store import Store
from partner_desk.ui.sentences import SENTENCES, problem_sentence

HOME: dict[str, Any] = {
    "phones": ("773-555-0100",), "addresses": (Place("12 N. Main St.", "Avon", "06001"),)
}


def alike(one: Facts, other: Facts, kind: str = "organization") -> Likeness | None:
    """What the first is told of the second."""
    known = Known.empty(kind)
    known.add("other", other)
    return next(iter(known.likely(one)), None)


def said(found: Likeness | None) -> list[str]:
    assert found is not None
    return [problem_sentence(each.code, each.values, str) for each in found.reasons]


@pytest.mark.parametrize(("one", "other"), [
    ("St. Mary's Ctr.", "Saint Marys Center"), ("The River Club, Inc.", "RIVER CLUB"),
    ("Y.M.C.A. of Salem", "YMCA Salem"), ("Niños y Jóvenes", "NINOS Y JOVENES"),
    ("ABC Day Care", "ABC DayCare"), ("Child Care of Avon", "Avon Daycare"),
    ("Second Street School", "2nd Street Schools"), ("Scouts III", "Scouts Three"),
])
def test_names_are_one_however_they_are_written(one: str, other: str) -> None:
    assert set(name_words(one)) == set(name_words(other)) != set()


@pytest.mark.parametrize("name", ["", "   ", "The", "…", "ភ្នំពេញ", "<b>&\"", "=1+1", "I", "12"])
def test_any_name_can_be_compared(name: str) -> None:
    found = alike(Facts(name, **HOME), Facts("River Club", **HOME))
    assert found is None or found.level in duplicates.LEVELS
    same = alike(Facts(name, **HOME), Facts(name, **HOME))
    assert same is not None


def test_persons_have_names_of_their_own() -> None:
    assert person_words("Dr. Ana M. Ruiz, PhD") == ("ana", "ruiz")
    assert person_words("J. Smith") == ("j", "smith")


@pytest.mark.parametrize(("typed", "digits"), [
    ("+1 (773) 555-0100", "7735550100"), ("555.0100 ext. 12", "5550100"), ("911", ""),
    ("773 555 0100 x7", "7735550100"), ("", ""), ("none", ""),
])
def test_phones_by_their_last_digits(typed: str, digits: str) -> None:
    assert phone_digits(typed) == digits


def test_streets_are_taken_apart() -> None:
    one = street("1845 E. 79th St., Suite 200")
    assert one is not None
    assert one[:4] == ("1845", "e", ("79",), "st")
    other = street("1845 East 79TH STREET #4")
    assert other is not None
    assert one[:4] == other[:4]
    assert street("PO Box 12") == ("box 12", "", (), "", "PO Box 12")
    assert [street(each) for each in ("", "Main Street", "12")] == [None, None, None]


def test_hosts_of_everybody_say_nothing() -> None:
    assert host("https://www.River-Club.org/about") == "river-club.org"
    assert host("https://facebook.com/riverclub") == ""
    assert (email_key(" Ana@River.ORG "), email_key("ana")) == ("ana@river.org", "")


def test_the_same_is_told_with_its_reasons() -> None:
    found = alike(
        Facts("River Club, Inc.", ein="12-3456789", emails=("Hello@river.org",), **HOME),
        Facts("The River Club", ein="123456789", emails=("hello@river.org",),
              phones=("(773) 555 0100",), addresses=(Place("12 North Main Street"),)),
    )
    assert found is not None
    assert (found.record_id, found.caption, found.level) == ("other", "The River Club", "same")
    assert found.score > 0.95
    assert said(found) == [
        "Same EIN 12-3456789", "Names differ only in how they are written",
        "Same phone 773-555-0100", "Same email hello@river.org", "Same address 12 N. Main St.",
        "Same website river.org",
    ]


def test_names_differ_only_in_a_word() -> None:
    found = alike(Facts("River Club Inc.", **HOME), Facts("River Club", **HOME))
    assert "Names differ only in “Inc.”" in said(found)


@pytest.mark.parametrize(("name", "level"), [
    ("Krieger Family Center, S.T.A.R.", False), ("KRIEGER FAMILY CTR., New Start", True),
])
def test_two_programs_of_one_house_are_not_surely_one(name: str, level: bool) -> None:
    found = alike(Facts(name, within=("owner",), emails=("hello@krieger.org",), **HOME),
                  Facts("Krieger Family Center, New Start", within=("owner",),
                        emails=("hello@krieger.org",), **HOME), "service")
    assert (found is not None and found.level == "same") is level


def test_a_name_alone_proposes_nothing_at_first() -> None:
    found = alike(Facts("Riverside Quilting Guild"), Facts("Riverside Quilting Guild"))
    assert found is not None
    assert found.level == "perhaps"


def test_a_shared_switchboard_alone_proposes_nothing_at_first() -> None:
    found = alike(Facts("Avon Chess Club", **HOME), Facts("Lincoln Elementary School", **HOME))
    assert found is None or found.level == "perhaps"


def test_different_eins_are_two_whatever_else_is_shared() -> None:
    found = alike(Facts("River Club", ein="12-3456789", **HOME),
                  Facts("River Club", ein="98-7654321", **HOME))
    assert found is None or found.level == "perhaps"


@pytest.mark.parametrize("pair", trial.LOOK_ALIKES)
def test_look_alikes_are_not_proposed_at_first(pair: tuple[str, str]) -> None:
    one, other = (Facts(name, emails=("a@b.org",), **HOME) for name in pair)
    found = alike(one, other)
    assert found is None or found.level == "perhaps"


def test_another_house_of_the_same_street_is_another_place() -> None:
    found = alike(
        Facts("Home of Life", phones=("626-8655",), addresses=(Place("4647 W Madison"),)),
        Facts("Home of Life", phones=("626-8655",), addresses=(Place("4650 W Madison St"),)),
    )
    assert found is not None
    assert "Another house number: 4647 W Madison and 4650 W Madison St" in said(found)
    assert not all(each.speaks_for for each in found.reasons)


def test_two_houses_are_never_called_the_same_for_all_that_an_agency_shares() -> None:
    shared: dict[str, Any] = {"phones": ("773-555-0100",), "emails": ("hello@river.org",)}
    one = Facts("River Club", addresses=(Place("12 N Main St", "Avon", "06001"),), **shared)
    other = Facts("River Club", addresses=(Place("48 N Main St", "Avon", "06001"),), **shared)
    found = alike(one, other)
    assert found is not None
    assert found.level == "likely"


def test_people_are_one_by_name_and_something_else() -> None:
    ana = Facts("Ana Ruiz", emails=("ana@river.org",))
    same = alike(ana, Facts("Ruiz, Ana", emails=("ANA@river.org",)), "contact")
    assert same is not None
    assert same.level == "same"
    other = alike(ana, Facts("Bo Lee", emails=("ana@river.org",)), "contact")
    assert other is None or other.level == "perhaps"
    namesake = alike(ana, Facts("Ana Ruiz"), "contact")
    assert namesake is not None
    assert namesake.level == "perhaps"


def test_schools_by_number_or_by_name_and_town() -> None:
    lincoln = Facts("Lincoln Elementary", addresses=(Place("", "Avon"),))
    there = Facts("LINCOLN ELEM. SCHOOL", addresses=(Place("1 Oak St", "Avon"),))
    found = alike(lincoln, there, "school")
    assert found is None or found.level in duplicates.LEVELS
    one = Facts("Lincoln", number="090001000001")
    assert alike(one, Facts("A. Lincoln School", number="090001000001"), "school") is not None
    other = alike(one, Facts("Lincoln", number="090001000002"), "school")
    assert other is None or other.level == "perhaps"


def test_every_reason_has_a_sentence() -> None:
    folder = Path(duplicates.__file__).parent
    text = "".join(each.read_text(encoding="utf-8") for each in folder.glob("*.py"))
    codes = {part.partition('"')[0] for part in text.split('"alike.')[1:]}
    assert len(codes) > 15
    assert {f"alike.{code}" for code in codes} <= set(SENTENCES)


def add(office: Store, kind: str = "organization", **values: object) -> Record:
    return records.add(office, kind, values)


def twins(office: Store) -> tuple[str, str]:
    """Two records of one club."""
    phone = [{"number": "773-555-0100"}]
    one = add(office, name="River Club", phones=phone)
    other = add(office, name="The River Club, Inc.", phones=phone)
    add(office, name="Hill Choir", phones=[{"number": "773-555-0199"}])
    return one.id, other.id


def test_the_office_is_looked_through(any_office: Store) -> None:
    ids = twins(any_office)
    told: list[tuple[int, int | None]] = []
    found = duplicates.find_all(any_office, "organization", lambda *each: told.append(each))
    assert [set(each.ids) for each in found] == [set(ids)]
    assert found[0].captions[found[0].ids.index(ids[1])] == "The River Club, Inc."
    assert found[0].pairs[0].reasons
    assert told[-1] == (6, 6)


def test_a_search_can_be_stopped(office: Store) -> None:
    twins(office)
    with pytest.raises(Cancelled):
        duplicates.find_all(office, "organization", cancelled=lambda: True)


def test_what_is_in_trash_is_not_like_anything(office: Store) -> None:
    one, _ = twins(office)
    records.delete(office, duplicates_entity(), one)
    assert duplicates.find_all(office, "organization") == []


def duplicates_entity() -> type[Record]:
    return records.kind_named("organization")


def test_not_the_same_holds_for_ever_until_it_is_undone(any_office: Store) -> None:
    one, other = twins(any_office)
    duplicates.not_same(any_office, "organization", other, one, "Two branches")
    assert duplicates.find_all(any_office, "organization") == []
    kept = duplicates.not_same_of(any_office, "organization")
    assert [(each.first_id, each.second_id) for each in kept] == [tuple(sorted((one, other)))]
    with any_office.reading() as reader:
        facts = duplicates.facts_of(reader, "organization", reader.get_many(
            duplicates_entity(), [one]))
        known = Known(reader, "organization")
        assert known.likely(facts[0], one) == []
        assert duplicates.likely(reader, "organization", facts, [one]) == [[]]
    any_office.undo()
    assert len(duplicates.find_all(any_office, "organization")) == 1


def test_the_same_word_said_twice_is_one_and_can_be_taken_back(office: Store) -> None:
    one, other = twins(office)
    first = duplicates.not_same(office, "organization", one, other)
    second = duplicates.not_same(office, "organization", other, one)
    assert first.id == second.id
    duplicates.same_after_all(office, second)
    assert len(duplicates.find_all(office, "organization")) == 1


def test_not_the_same_needs_two_that_are_there(office: Store) -> None:
    one, _ = twins(office)
    with pytest.raises(InputError) as caught:
        duplicates.not_same(office, "organization", one, one)
    assert caught.value.code == "combine.same_record"
    with pytest.raises(InputError) as caught:
        duplicates.not_same(office, "organization", one, "nobody")
    assert caught.value.code == "record.missing"
    with pytest.raises(InputError) as caught:
        duplicates.find_all(office, "agreement")
    assert caught.value.code == "duplicates.not_of_kind"


@pytest.mark.parametrize("facts", [
    Facts("River club"), Facts("Rivr Club", phones=("(773) 555-0100",)),
    Facts("Club, River", emails=("office@river.org",)),
])
def test_while_typing_the_search_index_tells(any_office: Store, facts: Facts) -> None:
    one = add(any_office, name="River Club", email="office@river.org",
              phones=[{"number": "773-555-0100"}])
    for number in range(30):
        add(any_office, name=f"Hill Choir {number}")
    with any_office.reading() as reader:
        [by_search] = duplicates.likely(reader, "organization", [facts])
        by_index = Known(reader, "organization").likely(facts)
    assert [each.record_id for each in by_search] == [one.id]
    assert [each.record_id for each in by_index] == [one.id]
    assert by_search[0].level == by_index[0].level


def test_what_comes_in_meanwhile_is_known_as_well(office: Store) -> None:
    twins(office)
    with office.reading() as reader:
        known = Known(reader, "organization")
    new = Facts("Lakeside Sailing", phones=("860-555-0177",))
    assert known.likely(new) == []
    known.add("new", new)
    assert [each.record_id for each in known.likely(new)] == ["new"]
    assert known.likely(new, "new") == []


def test_every_kind_is_looked_through(office: Store) -> None:
    street = [{"address_1": "12 Main St", "city": "Avon", "postal_code": "06001"}]
    club = add(office, name="River Club", contacts=[
        {"name": "Ana Ruiz"}, {"name": "Dr. Ana Ruiz", "email": "ana@river.org"},
    ], locations=[{"name": "Hall", "addresses": street}, {"name": "", "addresses": street}],
        services=[{"name": "Tutoring"}, {"name": "Tutoring"}, {"name": "Tutoring for adults"}])
    add(office, "school", name="Lincoln School", city="Avon", email="a@lincoln.edu")
    add(office, "school", name="Lincoln School", city="Avon", email="a@lincoln.edu")
    found = {
        kind: [set(each.captions) for each in duplicates.find_all(office, kind)]
        for kind in duplicates.DUPLICATE_KINDS
    }
    assert club.caption == "River Club"
    assert found == {
        "organization": [], "contact": [{"Ana Ruiz", "Dr. Ana Ruiz"}],
        "location": [{"Hall", ""}], "service": [{"Tutoring"}], "school": [{"Lincoln School"}],
    }


def test_a_chain_of_neighbours_is_not_one_group(office: Store) -> None:
    phone, email = [{"number": "773-555-0100"}], "office@stmary.org"
    add(office, name="St. Mary Parish", phones=phone, email=email, ein="111111111")
    add(office, name="Saint Mary Parish", phones=phone, email=email)
    add(office, name="St. Mary's Parish", phones=phone, email=email, ein="222222222")
    found = duplicates.find_all(office, "organization")
    assert [len(each.ids) for each in found] == [2]


def test_chicago_reaches_its_goal_on_the_half_nobody_looked_at(data_folder: Path) -> None:
    found, _ = trial.chicago(data_folder)
    assert found["pairs within groups, held-out half"].f1 >= trial.GOAL
    assert found["pairs within groups, all"].f1 >= trial.GOAL


def test_namesakes_with_other_eins_are_not_proposed(data_folder: Path) -> None:
    shared, proposed = trial.namesakes(data_folder)
    assert shared > 100
    assert proposed == []
