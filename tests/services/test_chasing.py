"""The chase list: who has the paper, since when, how to reach them, what is left to do."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pypdf

from partner_desk.model.agreements import Agreement
from partner_desk.services import records
from partner_desk.services.chasing import Chase, Left, chase_list, print_chase
from partner_desk.store.store import Store
from tests.services.ending_offices import PARTNER, TODAY, agreement, begin


def english(text: str) -> str:
    """The catalogue of an English office."""
    return text


def chased(store: Store) -> tuple[Chase, ...]:
    """The chase list of TODAY."""
    with store.reading() as reader:
        return chase_list(reader, TODAY)


def out(store: Store, partnership_id: str, *steps: dict[str, Any], **more: Any) -> Agreement:
    """An agreement out for signature that goes through ``steps``; days count back from TODAY."""
    rows = [
        {**each, **{name: TODAY - timedelta(days=each[name])
                    for name in ("reached_on", "done_on") if name in each}}
        for each in steps
    ]
    return agreement(store, partnership_id, 300, "out_for_signature",
                     **{"routing_steps": rows, **more})


def test_the_longest_held_stands_first_and_says_when_it_is_overdue(any_office: Store) -> None:
    own = begin(any_office)
    for days in (7, 30, 8):
        out(any_office, own, {"holder": f"H{days}", "reached_on": days})
    agreement(any_office, own, 20)
    found = chased(any_office)
    assert [(each.holder, each.days, each.overdue) for each in found] == [
        ("H30", 30, True), ("H8", 8, True), ("H7", 7, False),
    ]
    assert {each.partner for each in found} == {PARTNER}
    assert found[0].since == TODAY - timedelta(days=30)


def test_the_first_hand_that_is_reached_and_not_done_has_it(office: Store) -> None:
    own = begin(office)
    out(office, own,
        {"holder": "Review desk", "task": "review", "reached_on": 20, "done_on": 12},
        {"holder": "NURIA SOLE", "task": "sign", "reached_on": 12},
        {"holder": "Dr. Okafor", "task": "sign"},
        {"holder": "Office", "task": "file"})
    (found,) = chased(office)
    assert (found.holder, found.task, found.days) == ("NURIA SOLE", "sign", 12)
    assert (found.phone, found.email) == ("555-0142", "nuria@example.org")
    assert found.left == (
        Left("sign", "NURIA SOLE"), Left("sign", "Dr. Okafor"), Left("file", "Office"),
    )


def test_between_two_hands_it_lies_in_the_office(office: Store) -> None:
    own = begin(office)
    out(office, own, {"holder": "A", "reached_on": 9, "done_on": 4}, {"holder": "B"})
    out(office, own, {"holder": "A"}, {"holder": "B"})
    between, fresh = chased(office)
    assert (between.holder, between.days) == ("", 4)
    assert between.left == (Left("sign", "B"),)
    assert (fresh.holder, fresh.since, fresh.days) == ("", None, 0)


def test_without_steps_it_lies_there_since_it_was_sent_out(office: Store) -> None:
    paper = out(office, begin(office))
    for number, days in ((1, 30), (2, 11)):
        records.add(office, "revision", {"agreement_id": paper.id, "number": number,
                                         "frozen_on": TODAY - timedelta(days=days)})
    (found,) = chased(office)
    assert (found.holder, found.days, found.overdue) == ("", 11, True)


def test_a_day_in_the_future_and_an_unknown_name_do_no_harm(office: Store) -> None:
    out(office, begin(office), {"holder": "🙂 مريم", "reached_on": -5})
    (found,) = chased(office)
    assert (found.holder, found.days, found.overdue) == ("🙂 مريم", 0, False)
    assert (found.phone, found.email) == ("", "")


def test_the_office_says_after_how_many_days(office: Store) -> None:
    own = begin(office, chase_days=30)
    out(office, own, {"holder": "H", "reached_on": 30})
    assert [each.overdue for each in chased(office)] == [False]


def test_people_of_the_office_are_reached_too(office: Store) -> None:
    own = begin(office)
    records.add(office, "coordinator", {"name": "Lee Park", "email": "lee@example.org"})
    out(office, own, {"holder": "Lee Park", "reached_on": 1})
    assert chased(office)[0].email == "lee@example.org"


def test_the_printed_list_says_whom_to_ask(office: Store) -> None:
    own = begin(office)
    out(office, own, {"holder": "Núria Solé", "reached_on": 20}, {"holder": "Dr. Okafor"},
        number="2026-0007", title="Đặng <b>&")
    out(office, own, {"holder": "Lee", "reached_on": 2})
    pdf = print_chase(office, TODAY, english)
    text = "\n".join(each.extract_text() for each in pypdf.PdfReader(BytesIO(pdf.data)).pages)
    for words in ("To ask after: held for more than 7 days", "Not yet due", "Núria Solé",
                  "555-0142", "2026-0007", "Đặng <b>&", "Dr. Okafor", "11/02/2026"):
        assert words in text


def test_an_empty_list_prints_a_sentence(office: Store) -> None:
    begin(office)
    pdf = print_chase(office, TODAY, english)
    text = pypdf.PdfReader(BytesIO(pdf.data)).pages[0].extract_text()
    assert "No agreement is out for signature." in text
