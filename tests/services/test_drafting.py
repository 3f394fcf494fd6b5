"""What follows an agreement: numbers, renewals, amendments, exhibits; no slip is in their way."""

from datetime import date

import pytest

from partner_desk.model.agreements import Agreement, Clause, Exhibit
from partner_desk.model.errors import DeskError
from partner_desk.model.history import Operation
from partner_desk.model.partners import Partnership, School
from partner_desk.services import agreements, drafting, exhibits, records
from partner_desk.store.store import Store
from tests.services.going_out import TODAY, ready_agreement


@pytest.fixture
def agreement(any_office: Store) -> Agreement:
    """An agreement that lacks nothing, on each engine."""
    return ready_agreement(any_office)


@pytest.mark.parametrize("typed", ["2026-²", "2026-0001b", "2026-999999999999999", "2026-"])
def test_a_number_that_is_no_count_stops_nobody(
    any_office: Store, agreement: Agreement, typed: str
) -> None:
    with any_office.writing(Operation("test.number")) as work:  # As an import may bring it.
        work.change(Agreement, agreement.id, number=typed)
    assert drafting.renew(any_office, agreement.id, TODAY).number == "2026-0001"


def test_clauses_of_exhibits_stay_with_their_exhibit_in_a_renewal(
    any_office: Store, agreement: Agreement
) -> None:
    first, second, third = (
        exhibits.add_from_template(any_office, agreement.id, key)
        for key in ("data_sharing", "space_use", "data_sharing")
    )
    with any_office.writing(Operation("test.same_place")) as work:  # As two computers may.
        work.change(Exhibit, third.id, position=second.position)
    renewal = drafting.renew(any_office, agreement.id, TODAY)
    with any_office.reading() as reader:
        def told(agreement_id: str) -> list[tuple[str, list[str]]]:
            return sorted(
                (each.title, [clause.text for clause in reader.find(Clause, exhibit_id=each.id)])
                for each in reader.find(Exhibit, agreement_id=agreement_id)
            )

        assert told(renewal.id) == told(agreement.id)
        assert all(texts for _, texts in told(renewal.id))


def test_a_new_exhibit_stands_behind_all_others(any_office: Store, agreement: Agreement) -> None:
    first = exhibits.add_from_template(any_office, agreement.id, "data_sharing")
    second = exhibits.add_from_template(any_office, agreement.id, "space_use")
    records.delete(any_office, Exhibit, first.id)
    third = exhibits.add_from_template(any_office, agreement.id, "data_sharing")
    assert third.position > second.position
    with any_office.reading() as reader:
        lettered = exhibits.lettered(reader, agreement.id)
    assert [(letter, each.id) for letter, each in lettered] == [("A", second.id), ("B", third.id)]


@pytest.mark.parametrize(
    ("today", "begins", "ends"),
    [
        (date(2026, 8, 3), date(2027, 7, 1), date(2028, 6, 30)),
        (date(2028, 6, 30), date(2027, 7, 1), date(2028, 6, 30)),
        (date(2030, 3, 1), date(2029, 7, 1), date(2030, 6, 30)),
    ],
)
def test_the_term_of_a_renewal_follows_the_old_one_or_is_not_over(
    any_office: Store, agreement: Agreement, today: date, begins: date, ends: date
) -> None:
    assert (agreement.starts_on, agreement.ends_on) == (date(2026, 7, 1), date(2027, 6, 30))
    renewal = drafting.renew(any_office, agreement.id, today)
    assert (renewal.starts_on, renewal.ends_on) == (begins, ends)


def test_an_amendment_names_the_partner_as_all_papers_do(
    any_office: Store, agreement: Agreement
) -> None:
    with any_office.writing(Operation("test.name")) as work:
        work.change(Partnership, agreement.partnership_id or "", name="Reading at Lincoln")
        work.change(Agreement, agreement.id, status="active")
    with any_office.reading() as reader:
        partner = agreements.parties_in(reader, agreement).partner
    amendment = drafting.amend(any_office, agreement.id, TODAY)
    texts = " ".join((amendment.title, amendment.purpose))
    assert "Reading at Lincoln" not in texts
    assert partner == "River Club"


def test_nothing_begins_from_an_agreement_in_trash(
    any_office: Store, agreement: Agreement
) -> None:
    records.delete(any_office, Agreement, agreement.id)
    with any_office.reading() as reader:
        school = reader.find(School)[0]
    before = any_office.digest()
    for work in (
        lambda: drafting.renew(any_office, agreement.id, TODAY),
        lambda: drafting.amend(any_office, agreement.id, TODAY),
        lambda: exhibits.add_from_template(any_office, agreement.id, "site_plan", school.id),
        lambda: agreements.set_status(any_office, agreement.id, "active"),
    ):
        with pytest.raises(DeskError) as caught:
            work()
        assert caught.value.code == "record.gone"
    assert any_office.digest() == before
