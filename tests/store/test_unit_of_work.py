"""The one way to write: all of it or nothing, recorded by field."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from partner_desk.model.agreements import Agreement, FinancialResponsibility
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import CREATED, Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.resources import Service
from partner_desk.store.store import Store
from tests.conftest import Reopen

EDIT = Operation("test.edit", {"name": "Ñ <b>&\" ភាសា"})
NAUGHTY = "Ann <ann@x.org> & \"=1+1\" '; DROP TABLE organization;-- ភាសាខ្មែរ ລາວ مرحبا 🎈"


def test_a_record_that_is_not_there(any_office: Store) -> None:
    with pytest.raises(EnvironmentProblem) as caught, any_office.writing(EDIT) as work:
        work.change(Organization, "no-such-id", name="X")
    assert caught.value.code == "record.gone"
    with any_office.writing(EDIT) as work:
        work.delete(Organization, "no-such-id")
        work.bring_back(Organization, "no-such-id")
        assert work.change_many([Organization(name="Not stored")]) == 0
    with any_office.reading() as reader:
        assert reader.change_sets() == []


def test_a_block_that_fails_leaves_nothing(any_office: Store) -> None:
    before = any_office.digest()
    with pytest.raises(ZeroDivisionError), any_office.writing(EDIT) as work:
        work.add(Organization(name="Half"))
        _ = 1 / 0
    assert any_office.digest() == before
    with any_office.reading() as reader:
        assert reader.change_sets() == []


def test_a_reference_to_nobody_is_refused_as_a_whole(any_office: Store) -> None:
    before = any_office.digest()
    with pytest.raises(Exception, match=r"(?i)foreign key"), any_office.writing(EDIT) as work:
        work.add(Organization(name="Good"))
        work.add(Contact(name="Ana", organization_id="nobody"))
    assert any_office.digest() == before


def test_an_office_opened_to_read_takes_nothing(any_location: str, any_office: Store) -> None:
    reading = Store.open(any_location, any_office.author, read_only=True)
    with pytest.raises(EnvironmentProblem) as caught, reading.writing(EDIT):
        pytest.fail("a write began")
    assert caught.value.code == "office.opened_read_only"
    reading.close()


def test_text_of_every_kind_survives(any_office: Store, reopened: Reopen) -> None:
    organization = Organization(
        name=NAUGHTY, description=f"{NAUGHTY}\n\ttwo lines", tags=("a;b", "ñ"),
        extra={"Кол": "é"}, year_incorporated=1999,
    )
    with any_office.writing(EDIT) as work:
        work.add(organization)
    with reopened(any_office).reading() as reader:
        assert reader.get(Organization, organization.id) == organization


def test_money_and_days_are_exact(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        owner = work.add(Organization(name="O"))
        partnership = work.add(Partnership(name="P", organization_id=owner.id))
        agreement = work.add(
            Agreement.checked(
                {"title": "A", "partnership_id": partnership.id, "starts_on": "2024-02-29"}
            )
        )
        share = work.add(
            FinancialResponsibility.checked(
                {"agreement_id": agreement.id, "item": "Snacks", "amount": "1234567.89"}
            )
        )
    with any_office.reading() as reader:
        found = reader.get(FinancialResponsibility, share.id)
        assert found == share
        assert found is not None
        assert found.amount == Decimal("1234567.89")
        assert reader.get(Agreement, agreement.id) == agreement


def test_only_what_differs_is_recorded(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        made = work.add(Organization(name="First", email="a@b.org"))
    with any_office.writing(EDIT) as work:
        work.change(Organization, made.id, name="Second", email="a@b.org")
    with any_office.writing(EDIT) as work:
        work.change(Organization, made.id, name="Second")
    with any_office.reading() as reader:
        newest, first = reader.change_sets()
        assert (newest.who, newest.computer, newest.values) == ("Ana Núñez", "desk", EDIT.values)
        assert newest.at > first.at
        (change,) = reader.changes(newest.id)
        assert (change.field, change.before, change.after) == ("name", "First", "Second")
        (created,) = reader.changes(first.id)
        assert created.field == CREATED
        assert created.after == {"name": "First", "email": "a@b.org"}
        assert [each.id for each, _ in reader.history([made.id])] == [newest.id, first.id]


def test_children_go_to_trash_and_come_back_with_their_owner(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        owner = work.add(Organization(name="Owner"))
        service = work.add(Service(name="Tutoring", organization_id=owner.id))
        phone = work.add(PhoneNumber(number="555-0101", service_id=service.id))
        gone = work.add(Contact(name="Left before", organization_id=owner.id))
    with any_office.writing(EDIT) as work:
        work.delete(Contact, gone.id)
    with any_office.writing(EDIT) as work:
        work.delete(Organization, owner.id)
    with any_office.reading() as reader:
        for entity, record in ((Organization, owner), (Service, service), (PhoneNumber, phone)):
            found = reader.get(entity, record.id)
            assert found is not None
            assert found.deleted_at is not None
        assert reader.find(Organization) == []
    with any_office.writing(EDIT) as work:
        work.bring_back(Organization, owner.id)
    with any_office.reading() as reader:
        assert reader.get(PhoneNumber, phone.id) == phone
        assert reader.find(Contact) == []
        assert reader.children(owner)["services"] == [service]


def test_a_record_in_trash_comes_back_when_it_is_added_again(any_office: Store) -> None:
    with any_office.writing(EDIT) as work:
        made = work.add(Organization(name="Imported", email="a@b.org"))
    with any_office.writing(EDIT) as work:
        work.delete(Organization, made.id)
    with any_office.writing(EDIT) as work:
        work.add_many([Organization(id=made.id, name="Imported anew"), Organization(name="New")])
    with any_office.reading() as reader:
        found = reader.get(Organization, made.id)
        assert found == Organization(id=made.id, name="Imported anew")
        assert len(reader.find(Organization)) == 2
        changes = reader.changes(reader.change_sets()[0].id)
        fields = {each.field for each in changes if each.record_id == made.id}
        assert fields == {"name", "email", "deleted_at"}


def test_bytes_are_kept_once(any_office: Store) -> None:
    data = bytes(range(256)) * 100
    with any_office.writing(EDIT) as work:
        first, second = work.keep_blob(data), work.keep_blob(data)
    assert first == second
    with any_office.reading() as reader:
        assert reader.blob("none") is None
    with any_office.writing(EDIT) as work:
        work.keep_blob(data)
        work.add(Organization(name="With a picture"))
    with any_office.reading() as reader:
        assert reader.blob(first) == data


def test_a_commit_that_reached_the_disk_counts_although_it_reported_an_error(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = office._begin_write

    @contextmanager
    def kept_but_reported() -> Iterator[Connection]:
        with whole() as connection:
            yield connection
        cause = sqlite3.OperationalError("disk I/O error")
        cause.sqlite_errorname = "SQLITE_IOERR_DELETE"
        raise OperationalError("COMMIT", {}, cause)

    monkeypatch.setattr(office, "_begin_write", kept_but_reported)
    with office.writing(EDIT) as work:
        made = work.add(Organization(name="Kept"))
    with office.reading() as reader:
        assert reader.get(Organization, made.id) == made
