"""What resources cost, read from the words of people who wrote it down, on both engines."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from partner_desk.model.history import Operation
from partner_desk.model.resources import CostOption, Service
from partner_desk.services.directory.costs import said_of_cost
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.services.directory.narrowed import COSTS
from partner_desk.store.store import Store

EDIT = Operation("test.edit")
TODAY = date(2026, 3, 2)


def found_as(store: Store) -> str:
    """The costs by which the one resource of an office is found."""
    with store.reading() as reader:
        lists = {each: ResourceList("all", "", Narrowed(cost=each)) for each in COSTS}
        return " ".join(each for each, wanted in lists.items()
                        if reader.ids(wanted.query(reader, TODAY)) == ["one"])


@pytest.mark.parametrize(("words", "costs"), [
    ("None.", "free some_free"), ("Voluntary donation", "free some_free"),
    ("All services are free.", "free some_free"), ("No fees.", "free some_free"),
    ("GRATIS", "free some_free"), ("Free to everyone.", "free some_free"),
    ("None.  Voluntary contributions of members.", "free some_free"),
    ("No charge for families", "free some_free"), ("Sin costo para todos", "free some_free"),
    ("$2; free to members", "some_free fee"), ("None if eligible. Premium is $45", "some_free fee"),
    ("Most services are free.", "some_free fee"), ("Free or sliding scale.", "some_free fee"),
    ("No fees for the first three months.", "some_free fee"),
    ("No charge for families in the district", "some_free fee"),
    ("No charge for city residents. Others pay tuition.", "some_free fee"),
    ("Gratis para miembros; $5", "some_free fee"),
    ("Fees: None", "free some_free"), ("Cost: Free", "free some_free"),
    ("Costo - gratis", "free some_free"),
    ("Not free", "fee"), ("No es gratis.", "fee"), ("This is not a free service", "fee"),
    ("It isn't free", "fee"), ("No longer free", "fee"),
    ("Not all services are free", "some_free fee"), ("Not always free", "some_free fee"),
    ("None of the services are free", "some_free fee"),
    ("None listed", "unknown"), ("None stated.", "unknown"),
    ("Sliding scale.", "fee"), ("$5", "fee"), ("30% of income", "fee"), ("Insurance.", "fee"),
    ("Voluntary donation.  Requests $25.", "fee"), ("$50 registration fee; donations.", "fee"),
    ("Smoke free", "unknown"), ("Alcohol free housing", "unknown"), ("drug-free", "unknown"),
    ("Drug and alcohol free.", "unknown"), ("SMOKE‑FREE", "unknown"),
    ("Residents must be free of drugs", "unknown"), ("Not a smoke free building", "unknown"),
    ("Must be free from any alcohol", "unknown"), ("Feel free to call.", "unknown"),
    ("Fragrance free building. $5", "fee"), ("Smoke free. Free.", "free some_free"),
    ("Ambiente libre de humo", "unknown"), ("Libre de alcohol. Gratis", "free some_free"),
    ("Libre de costo", "free some_free"), ("Entrada libre", "free some_free"),
    ("Tuition-free", "free some_free"), ("No-cost", "free some_free"),
    ("Free from 9 a.m.", "free some_free"), ("Free of charge", "free some_free"),
    ("Prescription drugs free.", "free some_free"), ("Outpatient detox free.", "free some_free"),
    ("See notes.", "unknown"), ("Varies.", "unknown"), ("", "unknown"),
    ("Call toll-free 800-555-0100", "unknown"), ("Freedom, carefree", "unknown"),
])
def test_what_it_costs_is_read_from_words(office: Store, words: str, costs: str) -> None:
    with office.writing(EDIT) as work:
        work.add(Service(id="one", name="One", fees_description=words))
    assert found_as(office) == costs


@pytest.mark.parametrize(("words", "amounts", "costs"), [
    ("", (0,), "free some_free"), ("", (0, 5), "some_free fee"), ("", (5,), "fee"),
    ("Free", (0,), "free some_free"), ("Free", (0, 5), "some_free fee"),
    ("See notes.", (0,), "unknown"), ("See notes.", (0, 5), "fee"), ("$5", (0,), "fee"),
])
def test_words_come_before_an_amount_of_nothing(
    any_office: Store, words: str, amounts: tuple[int, ...], costs: str
) -> None:
    """A sheet said "Free" once: its 0 is still there when the words have changed."""
    with any_office.writing(EDIT) as work:
        work.add(Service(id="one", name="One", fees_description=words))
        work.add_many(CostOption(service_id="one", amount=Decimal(each)) for each in amounts)
    assert found_as(any_office) == costs


def test_what_baltimore_says_of_fees_and_of_drug_free_places(data_folder: Path) -> None:
    path = data_folder / "hsds-baltimore-ohana" / "services.csv"
    with path.open(newline="", encoding="utf-8-sig") as handle:
        rows = list(csv.DictReader(handle))
    kinds = [said_of_cost(each["fees"]) for each in rows if each["fees"].strip()]
    assert {each: kinds.count(each) for each in ("free", "some", "fee", "")} == {
        "free": 958, "some": 145, "fee": 611, "": 145
    }
    sober = [line for row in rows for line in row["eligibility"].split(".")
             if line.strip().casefold().endswith(("drug free", "substance free"))]
    assert len(sober) == 6
    assert {said_of_cost(line) for line in sober} == {""}


def test_a_list_that_is_shown_is_narrowed_in_its_own_order(any_office: Store) -> None:
    """More than are looked up one by one are picked out of the order that is known."""
    with any_office.writing(EDIT) as work:
        work.add_many(
            Service(id=f"s{n}", name=f"Club {n * 7919 % 6_000}",
                    fees_description="Free" if n % 3 else "$5")
            for n in range(6_000)
        )
        work.delete(Service, "s1")
    lists = {each: ResourceList("all", "", Narrowed(cost=each)) for each in ("free", "fee", "")}
    with any_office.reading() as reader:
        queries = {each: wanted.query(reader, TODAY) for each, wanted in lists.items()}
        opened = reader.ids(queries["free"])
        shown = reader.ids(queries[""])
        free = [each for each in shown if int(each[1:]) % 3]
        assert (len(shown), len(free)) == (5_999, 3_999)
        assert opened == free
        assert reader.ids(queries["fee"]) == [each for each in shown if each not in {*free}]
    with any_office.writing(EDIT) as work:
        work.change(Service, "s2", fees_description="$1")
    with any_office.reading() as reader:
        assert reader.ids(queries[""]) == shown
        assert reader.ids(queries["free"]) == [each for each in free if each != "s2"]
