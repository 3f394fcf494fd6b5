"""Undo and redo of any change set, also after a restart, and what stands in their way."""

from contextlib import closing

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import ListQuery
from partner_desk.store.integrity import check
from partner_desk.store.store import Store
from tests.conftest import Reopen


def edit(name: str) -> Operation:
    """An operation that can be told from others."""
    return Operation("test.edit", {"name": name})


def test_nothing_to_undo(any_office: Store) -> None:
    assert any_office.undo() is None
    assert any_office.redo() is None
    assert any_office.next_undo() is None
    assert any_office.next_redo() is None
    assert any_office.undo("no-such-set") is None


def test_back_and_forth_through_restarts(any_office: Store, reopened: Reopen) -> None:
    digests = [any_office.digest()]
    with any_office.writing(edit("one")) as work:
        owner = work.add(Organization(name="One", email="a@b.org"))
        work.add(Contact(name="Ana", organization_id=owner.id))
    digests.append(any_office.digest())
    with any_office.writing(edit("two")) as work:
        work.change(Organization, owner.id, name="Two", email="")
    digests.append(any_office.digest())
    with any_office.writing(edit("three")) as work:
        work.delete(Organization, owner.id)
    digests.append(any_office.digest())
    store = any_office
    for name, digest in zip(("three", "two", "one"), reversed(digests[:-1]), strict=True):
        store = reopened(store)
        upcoming = store.next_undo()
        assert upcoming is not None
        assert upcoming.values["name"] == name
        result = store.undo()
        assert result is not None
        assert result.conflicts == ()
        assert store.digest() == digest
    assert store.undo() is None
    for name, digest in zip(("one", "two", "three"), digests[1:], strict=True):
        store = reopened(store)
        upcoming = store.next_redo()
        assert upcoming is not None
        assert upcoming.values["name"] == name
        assert store.redo() is not None
        assert store.digest() == digest
    assert store.redo() is None
    store.undo()
    assert store.digest() == digests[2]
    assert check(store).ok


def test_new_work_leaves_nothing_to_redo(any_office: Store) -> None:
    with any_office.writing(edit("one")) as work:
        work.add(Organization(name="One"))
    any_office.undo()
    with any_office.writing(edit("two")) as work:
        work.add(Organization(name="Two"))
    assert any_office.next_redo() is None
    assert any_office.redo() is None


def test_what_was_changed_since_is_not_overwritten(any_office: Store) -> None:
    with any_office.writing(edit("made")) as work:
        made = work.add(Organization(name="Old", email="old@b.org"))
    with any_office.writing(edit("both")) as work:
        work.change(Organization, made.id, name="New", email="new@b.org")
        both = work
    with any_office.writing(edit("one")) as work:
        work.change(Organization, made.id, name="Newest")
    result = any_office.undo(both.change_set_id)
    assert result is not None
    (conflict,) = result.conflicts
    assert (conflict.field, conflict.wanted, conflict.found) == ("name", "Old", "Newest")
    with any_office.reading() as reader:
        found = reader.get(Organization, made.id)
        assert found is not None
        assert (found.name, found.email) == ("Newest", "old@b.org")
    assert any_office.undo(both.change_set_id) is None


def test_what_was_attached_since_goes_with_its_owner(any_office: Store) -> None:
    with any_office.writing(edit("made")) as work:
        made = work.add(Organization(name="Made", email="made@b.org"))
        made_set = work
    with any_office.writing(edit("since")) as work:
        work.change(Organization, made.id, email="since@b.org")
        contact = work.add(Contact(name="Ana", organization_id=made.id))
        phone = work.add(PhoneNumber(number="555-0100", contact_id=contact.id))
    before = any_office.digest()
    assert any_office.undo(made_set.change_set_id) is not None
    with any_office.reading() as reader:
        for entity in (Organization, Contact, PhoneNumber):
            assert reader.find(entity) == []
        in_trash = reader.get(Organization, made.id)
        assert in_trash is not None
        assert in_trash.email == "since@b.org"
        assert reader.get(PhoneNumber, phone.id) is not None
    assert check(any_office).ok
    assert any_office.redo() is not None
    assert any_office.digest() == before


def test_what_was_changed_since_the_undo_is_not_overwritten_by_another(
    postgresql_url: str, author: Author
) -> None:
    with (
        closing(Store.open(postgresql_url, author)) as desk,
        closing(Store.open(postgresql_url, Author("Bao", "laptop"))) as laptop,
    ):
        with desk.writing(edit("made")) as work:
            made = work.add(Organization(name="Old", email="old@b.org"))
        with desk.writing(edit("both")) as work:
            work.change(Organization, made.id, name="New", email="new@b.org")
        with laptop.writing(edit("name")) as work:
            work.change(Organization, made.id, name="Bao's")
        undone = desk.undo()
        assert undone is not None
        assert [(each.field, each.found) for each in undone.conflicts] == [("name", "Bao's")]
        with laptop.writing(edit("email")) as work:
            work.change(Organization, made.id, email="bao@b.org")
        redone = desk.redo()
        assert redone is not None
        assert [(each.field, each.found) for each in redone.conflicts] == [("email", "bao@b.org")]
        with desk.reading() as reader:
            found = reader.get(Organization, made.id)
        assert found is not None
        assert (found.name, found.email) == ("Bao's", "bao@b.org")


def test_an_undone_import_can_be_searched_no_more(any_office: Store) -> None:
    with any_office.writing(Operation("import.directory", kind="import")) as work:
        work.add_many([Organization(name=f"Imported {number}") for number in range(1200)])
    query = ListQuery("organization", "imported")
    with any_office.reading() as reader:
        assert reader.count(query) == 1200
    any_office.undo()
    with any_office.reading() as reader:
        assert reader.count(query) == 0
    any_office.redo()
    with any_office.reading() as reader:
        assert reader.count(query) == 1200


def test_on_a_server_each_computer_undoes_its_own(postgresql_url: str, author: Author) -> None:
    desk = Store.open(postgresql_url, author)
    laptop = Store.open(postgresql_url, Author("Bao", "laptop"))
    with desk.writing(edit("desk")) as work:
        work.add(Organization(name="Desk"))
    with laptop.writing(edit("laptop")) as work:
        work.add(Organization(name="Laptop"))
    desk.undo()
    with laptop.reading() as reader:
        assert [each.name for each in reader.find(Organization)] == ["Laptop"]
    upcoming = laptop.next_undo()
    assert upcoming is not None
    assert upcoming.values["name"] == "laptop"
    assert laptop.next_redo() is None
    desk.close()
    laptop.close()
