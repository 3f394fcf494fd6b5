"""Statuses that follow from the calendar: ended, superseded, taken back, never renewed."""

from datetime import timedelta

from partner_desk.model.agreements import Agreement
from partner_desk.services import agreements, passing, records
from partner_desk.store.store import Store
from tests.services.ending_offices import TODAY, agreement, begin


def status(store: Store, record: Agreement) -> str:
    """The status that is stored."""
    with store.reading() as reader:
        found = reader.get(Agreement, record.id)
    assert found is not None
    return found.status


def test_terms_that_ended_are_expired_in_one_change_set(any_office: Store) -> None:
    own = begin(any_office)
    over, last_day = agreement(any_office, own, -1), agreement(any_office, own, 0)
    endless, draft = agreement(any_office, own, None), agreement(any_office, own, -9, "draft")
    out = agreement(any_office, own, -5, "out_for_signature")
    assert passing.follow(any_office, TODAY) == 1
    assert status(any_office, over) == "expired"
    kept = [status(any_office, each) for each in (last_day, endless, draft, out)]
    assert kept == ["active", "active", "draft", "out_for_signature"]
    with any_office.reading() as reader:
        newest = reader.change_sets(1)[0]
    assert (newest.code, newest.values) == ("agreement.followed", {"count": "1"})


def test_nothing_is_written_when_nothing_is_due(office: Store) -> None:
    agreement(office, begin(office), 5)
    with office.reading() as reader:
        before = reader.change_sets(1)[0].sequence
    assert passing.follow(office, TODAY) == 0
    with office.reading() as reader:
        assert reader.change_sets(1)[0].sequence == before


def test_undo_takes_all_of_it_back(office: Store) -> None:
    own = begin(office)
    over = [agreement(office, own, -1), agreement(office, own, -30)]
    assert passing.follow(office, TODAY) == 2
    office.undo()
    assert [status(office, each) for each in over] == ["active", "active"]


def test_what_was_taken_back_is_not_set_again(any_office: Store) -> None:
    own = begin(any_office)
    over, by_hand = agreement(any_office, own, -1), agreement(any_office, own, -30)
    assert passing.follow(any_office, TODAY) == 2
    any_office.undo()
    assert passing.follow(any_office, TODAY) == 0
    any_office.redo()
    assert status(any_office, over) == "expired"
    agreements.set_status(any_office, by_hand.id, "active")  # It goes on without a paper for it.
    assert passing.follow(any_office, TODAY + timedelta(days=9)) == 0
    assert status(any_office, by_hand) == "active"


def test_another_term_is_followed_although_the_one_before_was_not(office: Store) -> None:
    over = agreement(office, begin(office), -1)
    passing.follow(office, TODAY)
    office.undo()
    ends_on = TODAY + timedelta(days=3)
    records.change_field(office, Agreement, over.id, "ends_on", ends_on)
    assert passing.follow(office, ends_on) == 0
    assert passing.follow(office, ends_on + timedelta(days=1)) == 1
    assert status(office, over) == "expired"


def test_one_that_was_not_to_be_superseded_is_left_alone(office: Store) -> None:
    own = begin(office)
    old = agreement(office, own, -2)
    renewal = agreement(office, own, 400, starts_on=TODAY, renews_id=old.id)
    assert passing.follow(office, TODAY) == 1
    office.undo()
    assert passing.follow(office, TODAY) == 0  # Neither superseded nor, instead, expired.
    assert status(office, old) == "active"
    records.change_field(office, Agreement, renewal.id, "starts_on", TODAY - timedelta(days=1))
    assert passing.follow(office, TODAY) == 1
    assert status(office, old) == "superseded"


def test_one_that_was_not_to_expire_can_still_be_superseded(office: Store) -> None:
    own = begin(office)
    old = agreement(office, own, -2)
    agreement(office, own, 400, starts_on=TODAY + timedelta(days=5), renews_id=old.id)
    passing.follow(office, TODAY)
    office.undo()
    assert passing.follow(office, TODAY) == 0
    assert passing.follow(office, TODAY + timedelta(days=5)) == 1
    assert status(office, old) == "superseded"


def test_a_renewal_that_has_begun_supersedes(office: Store) -> None:
    own = begin(office)
    old, ended = agreement(office, own, 30), agreement(office, own, -2)
    for each in (old, ended):
        agreement(office, own, 400, starts_on=TODAY, renews_id=each.id)
    assert passing.follow(office, TODAY - timedelta(days=1)) == 1  # What ended on its own.
    office.undo()
    assert passing.follow(office, TODAY) == 2
    assert [status(office, each) for each in (old, ended)] == ["superseded", "superseded"]


def test_a_renewal_that_waits_or_is_not_in_force_supersedes_nothing(office: Store) -> None:
    own = begin(office)
    olds = [agreement(office, own, 30) for _ in range(4)]
    agreement(office, own, 400, starts_on=TODAY + timedelta(days=1), renews_id=olds[0].id)
    agreement(office, own, 400, "draft", starts_on=TODAY, renews_id=olds[1].id)
    agreement(office, own, None, renews_id=olds[2].id)
    trashed = agreement(office, own, 400, starts_on=TODAY, renews_id=olds[3].id)
    records.delete(office, Agreement, trashed.id)
    assert passing.follow(office, TODAY) == 0


def test_rings_of_renewals_leave_one_in_force(office: Store) -> None:
    own = begin(office)
    first, second = agreement(office, own, 30), agreement(office, own, 60)
    records.change_field(office, Agreement, first.id, "renews_id", second.id)
    records.change_field(office, Agreement, second.id, "renews_id", first.id)
    alone = agreement(office, own, 90)
    records.change_field(office, Agreement, alone.id, "renews_id", alone.id)
    assert passing.follow(office, TODAY) == 1
    found = [status(office, each) for each in (first, second, alone)]
    assert found == ["superseded", "active", "active"]


def test_a_term_that_ends_before_it_begins_is_left_to_people(office: Store) -> None:
    slip = agreement(office, begin(office), -3, starts_on=TODAY)
    assert passing.follow(office, TODAY) == 0
    assert status(office, slip) == "active"
