"""The office on a server that tests share is to each of them as it was made."""

import psycopg
import pytest

from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
from partner_desk.store.store import Store
from tests.postgresql import SharedOffice


def _digest(url: str) -> str:
    store = Store.open(url, Author("Ana", "desk"))
    try:
        return store.digest()
    finally:
        store.close()


def _fill(url: str) -> None:
    store = Store.open(url, Author("Ana", "desk"))
    try:
        with store.writing(Operation("test.edit")) as work:
            work.add(Organization(name="Left behind"))
    finally:
        store.close()


def test_rows_and_numbers_are_put_back(shared_office: SharedOffice) -> None:
    digests, numbers = [], []
    for _ in range(2):
        with shared_office.lent() as url:
            digests.append(_digest(url))
            _fill(url)
            assert _digest(url) != digests[0]
            with psycopg.connect(url) as connection:
                asked = connection.execute("SELECT max(sequence) FROM change_set")
                numbers.append(asked.fetchone())
    assert digests[0] == digests[1]
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        ("CREATE TABLE added (id integer)", "SELECT to_regclass('added')::text"),
        (
            "ALTER TABLE organization ADD COLUMN added integer",
            "SELECT count(*) FROM information_schema.columns WHERE column_name = 'added'",
        ),
        (
            "ALTER TABLE organization DISABLE TRIGGER ALL",
            "SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'",
        ),
        ("ALTER DATABASE office SET lock_timeout = '1s'", "SHOW lock_timeout"),
    ],
)
def test_what_is_declared_is_put_back(
    shared_office: SharedOffice, statement: str, asked: str
) -> None:
    seen = []
    for _ in range(2):
        with shared_office.lent() as url:
            with psycopg.connect(url) as connection:
                seen.append(connection.execute(asked.encode()).fetchone())
                connection.execute(statement.encode())
            with psycopg.connect(url) as connection:
                assert connection.execute(asked.encode()).fetchone() != seen[0]
    assert seen[0] == seen[1]


def test_what_is_left_open_does_not_hold_up_the_next(shared_office: SharedOffice) -> None:
    with shared_office.lent() as url:
        left = psycopg.connect(url)
        left.execute("LOCK TABLE organization")
    with shared_office.lent() as url:
        _fill(url)
    with pytest.raises(psycopg.OperationalError):
        left.execute("SELECT 1")
