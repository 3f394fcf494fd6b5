"""The parts of a record, asked in as few statements as there are kinds of them."""

from collections.abc import Callable

import pytest

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.registry import children_of
from partner_desk.services import records
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def _keep(office: Store, *kept: Organization | Contact | PhoneNumber) -> None:
    with office.writing(Operation("test.edit")) as work:
        work.add_many(kept)


def _statements(office: Store, ask: Callable[[Reader], object]) -> list[str]:
    asked: list[str] = []
    with office.reading() as reader:
        connection = reader.connection.connection.driver_connection
        assert connection is not None
        connection.set_trace_callback(asked.append)
        ask(reader)
        connection.set_trace_callback(None)
    return asked


def test_parts_in_trash_are_none_but_keep_their_ids(office: Store) -> None:
    owner = Organization(name="Riverside")
    here, gone = (Contact(organization_id=owner.id, name=name) for name in ("Ana", "Ben"))
    _keep(office, owner, here, gone)
    records.delete(office, Contact, gone.id)
    with office.reading() as reader:
        parts = reader.children(owner)
        assert sorted(reader.ids_of_children("organization", owner.id)) == sorted(
            [here.id, gone.id]
        )
    assert parts.pop("contacts") == [here]
    assert set(parts) | {"contacts"} == {each.collection for each, _ in children_of("organization")}
    assert not any(parts.values())


def test_each_kind_of_parts_that_there_is_costs_one_statement(office: Store) -> None:
    owner = Organization(name="Riverside")
    _keep(office, owner)
    assert len(_statements(office, lambda reader: reader.children(owner))) == 1
    _keep(
        office, Contact(organization_id=owner.id, name="Ana"),
        PhoneNumber(organization_id=owner.id, number="410 555 0100"),
    )
    assert len(_statements(office, lambda reader: reader.children(owner))) == 3


@pytest.mark.parametrize("kind", ["language", "nothing of this name"])
def test_what_has_no_parts_is_not_asked_for_them(office: Store, kind: str) -> None:
    asked = _statements(office, lambda reader: reader.ids_of_children(kind, "x"))
    assert asked == []
