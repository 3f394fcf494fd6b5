"""The check of an office finds what it is there for."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.store.engine import WRITES
from partner_desk.store.integrity import check, is_sound
from partner_desk.store.store import Store
from tests.store.test_backup import add_many, damage, leave_half_written


def fill(store: Store, count: int = 20) -> None:
    """Write partners with a contact and a phone, each in a change set of its own; delete some."""
    for number in range(count):
        with store.writing(Operation("test.edit")) as work:
            owner = work.add(Organization(name=f"Partner {number}"))
            work.add(Contact(name="Ana", organization_id=owner.id))
            work.add(PhoneNumber(number="555-0100", organization_id=owner.id))
        if number % 5 == 0:
            with store.writing(Operation("test.delete")) as work:
                work.delete(Organization, owner.id)


def behind_its_back(store: Store, statement: str) -> None:
    """Change the database past the unit of work, as no part of the program may."""
    with store.engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            connection.execute(text(statement))


def test_a_sound_office(any_office: Store) -> None:
    assert check(any_office).ok
    fill(any_office)
    result = check(any_office)
    assert result.problems == ()
    assert result.digest == any_office.digest()
    assert is_sound(any_office)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE change_set SET who = 'Somebody else' WHERE sequence = 3", "check.history_altered"),
        ("UPDATE change SET after = '\"x\"' WHERE sequence = 3", "check.history_altered"),
        ("DELETE FROM change WHERE sequence = 3", "check.history_altered"),
    ],
)
def test_an_altered_history_is_found(any_office: Store, statement: str, code: str) -> None:
    fill(any_office, 5)
    behind_its_back(any_office, statement)
    problems = check(any_office).problems
    assert [each.code for each in problems] == [code]


def test_a_missing_document_is_found(any_office: Store) -> None:
    fill(any_office, 4)
    is_file = any_office.path is not None
    behind_its_back(
        any_office,
        "DELETE FROM search_organization WHERE rowid = 2"
        if is_file
        else "DELETE FROM search_document WHERE kind = 'organization' AND row = 2",
    )
    (problem,) = check(any_office).problems
    assert problem.code == "check.index"
    assert dict(problem.values) == {"kind": "organization", "missing": 1, "extra": 0}


def test_a_dangling_reference_is_found(office: Store) -> None:
    fill(office, 3)
    assert office.path
    with closing(sqlite3.connect(office.path)) as connection:
        connection.execute("UPDATE phone SET organization_id = 'nobody' WHERE row = 2")
        connection.commit()
    codes = [each.code for each in check(office).problems]
    assert "check.dangling" in codes


def test_a_damaged_file_is_a_result_and_not_an_error(office: Store) -> None:
    fill(office, 150)
    assert office.path
    office.close()
    damage(office.path)
    result = check(office)
    assert not result.ok
    assert result.problems
    assert not is_sound(office)


def test_a_half_written_copy_is_looked_at_to_the_end(office: Store) -> None:
    add_many(office, 200)
    assert office.path
    torn = office.path.with_name("Torn.pdoffice")
    leave_half_written(office.path)
    shutil.copyfile(office.path, torn)  # Without the journal, as people copy files.
    with closing(Store.open(torn, office.author, read_only=True)) as store:
        result = check(store)
        assert not is_sound(store)
    assert not result.ok
    assert result.digest == ""
    assert check(office).ok
