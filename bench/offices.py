"""Offices of any size, and raw connections to them for the references."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from directories import words
from partner_desk.model.contacts import Contact
from partner_desk.model.fields import Record
from partner_desk.model.history import Author, Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.services.office import begin
from partner_desk.store.store import Store

AUTHOR = Author("bench", "bench")
SERVICES_TO_ORGANIZATIONS = 1.9
_WRITTEN_AT_ONCE = 10_000


def office(organizations: int, place: Path) -> Path:
    """An office file with so many organizations and 1.9 times as many resources.

    As many resources as organizations are active. Made where it is not.
    """
    path = place / f"office-{organizations}.pdoffice"
    if path.exists():
        return path
    begun = path.with_suffix(".begun")
    begun.unlink(missing_ok=True)
    store = Store.create(begun, AUTHOR)
    begin(store, {"name": "Bench"}, "")
    for start in range(0, organizations, _WRITTEN_AT_ONCE):
        stop = min(start + _WRITTEN_AT_ONCE, organizations)
        with store.writing(Operation("bench", kind="import")) as work:
            work.add_many(_organizations(start, stop))
            work.add_many(_contacts(start, stop))
            work.add_many(_services(start, stop))
    store.close()
    return begun.rename(path)


def opened(path: Path) -> Store:
    """The office, open for writing."""
    return Store.open(path, AUTHOR)


def raw(path: Path) -> sqlite3.Connection:
    """A connection of the driver alone, set as the program sets its own."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL", "cache_size=-16000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _id(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def _organizations(start: int, stop: int) -> Iterator[Record]:
    for n in range(start, stop):
        yield Organization(
            id=_id(1, n), name=f"{words(n, 3).title()} {n}", description=words(n + 1, 25),
            email=f"office{n}@example.org", website=f"www.example.org/{n}",
        )


def _contacts(start: int, stop: int) -> Iterator[Record]:
    for n in range(start, stop, 10):
        yield Contact(
            id=_id(3, n), organization_id=_id(1, n), name=f"Ana {words(n, 1).title()} {n}",
            email=f"ana{n}@example.org",
        )


def _services(start: int, stop: int) -> Iterator[Record]:
    rank = SERVICES_TO_ORGANIZATIONS
    for n in range(int(start * rank), int(stop * rank)):
        active = n % 19 < 10
        yield Service(
            id=_id(2, n), organization_id=_id(1, int(n / rank)),
            name=f"{words(n + 7, 2).title()} {n}", description=words(n + 5, 30),
            status="active" if active else "inactive", minimum_age=n % 18, maximum_age=n % 18 + 5,
            application_process=words(n + 2, 5), fees_description=words(n + 3, 3),
            wait_time="two weeks", email=f"s{n}@example.org", url=f"www.example.org/s/{n}",
            assured_date=date(2026, 1 + n % 12, 1 + n % 28),
        )
