"""Resources narrowed by each kind of condition, against the same list read without any."""

from collections.abc import Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

from directories import words
from measuring import Row, in_turns
from offices import AUTHOR, opened, raw
from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Language
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.services.directory.lists import Narrowed, ResourceList, verify_days
from partner_desk.services.office import begin
from partner_desk.store.store import Store

_GOAL = 2.0
_CATEGORIES, _AT_ONCE = 60, 5_000
_TODAY = date(2026, 11, 22)
_DAYS = ("MO,TU,WE,TH,FR", "SA", "SA,SU", "MO,WE", "TU,TH", "FR")
_CITIES = ("Baltimore", "Towson", "Dundalk", "Essex", "Catonsville", "Parkville", "Arbutus")
_LANGUAGES = ("Spanish", "English", "Chinese", "French", "Arabic", "Korean", "Amharic")
_FEES = ("Free", "$5 a visit", "Sliding scale", "", "No charge for families", "Call for fees")

NARROWED = {
    "category": Narrowed(categories=("category-1",)),
    "age": Narrowed(age_from=8, age_to=10),
    "eligibility": Narrowed(eligibility="family"),
    "language": Narrowed(languages=("Spanish",)),
    "city": Narrowed(place="Towson"),
    "postcode": Narrowed(postal_codes=("2120",)),
    "near a school": Narrowed(school_id="school", miles=2.0),
    "Saturday morning": Narrowed(days=("SA",), part="morning"),
    "free": Narrowed(cost="free"),
    "accessible": Narrowed(accessible=True),
    "verified since": Narrowed(verified_since=date(2026, 6, 1)),
}


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """One row for each kind of condition, over ``size`` resources."""
    path = _office(size, place)
    connection, desk = raw(path), _Desk(path)

    def theirs() -> None:
        connection.execute(
            "SELECT id FROM service WHERE status = 'active' AND deleted_at IS NULL "
            "ORDER BY sort_key, id"
        ).fetchall()

    for name, narrowed in NARROWED.items():
        timed = in_turns(partial(desk.ask, narrowed), theirs, runs, desk.forget)
        yield Row(
            f"narrow resources: {name}", "all active ones by raw sqlite3", size, timed.ours,
            timed.theirs, f"<= {_GOAL:.0f}x", timed.ratio <= _GOAL, timed.runs,
        )
    connection.close()
    desk.store.close()


class _Desk:
    """Somebody who asks for lists."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = opened(path)

    def forget(self) -> None:
        """Open the office anew: one that knows no order of any list yet."""
        self.store.close()
        self.store = opened(self.path)
        with self.store.reading() as reader:
            verify_days(reader)  # Connecting is no part of narrowing.

    def ask(self, narrowed: Narrowed) -> None:
        """Read the ids of a list."""
        with self.store.reading() as reader:
            reader.ids(ResourceList(narrowed=narrowed).query(reader, _TODAY))


def _office(size: int, place: Path) -> Path:
    """An office with so many resources, each with all that a list is narrowed by."""
    path = place / f"narrowed-{size}.pdoffice"
    if path.exists():
        return path
    begun = path.with_suffix(".begun")
    begun.unlink(missing_ok=True)
    store = Store.create(begun, AUTHOR)
    begin(store, {"name": "Bench"}, "")
    with store.writing(Operation("bench", kind="import")) as work:
        work.add(School(id="school", name="Bench", latitude=39.29, longitude=-76.61))
        work.add_many(Category(id=f"category-{n}", name=words(n, 2)) for n in range(_CATEGORIES))
    for start in range(0, size, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, size))
        with store.writing(Operation("bench", kind="import")) as work:
            made = [_resource(n) for n in numbers]
            work.add_many(record for column in zip(*made, strict=True) for record in column)
    store.close()
    return begun.rename(path)


def _resource(n: int) -> tuple[Record, ...]:
    """A resource and its parts, parents first."""
    return (
        Organization(id=f"organization-{n}", name=f"{words(n, 3)} {n}"),
        Location(
            id=f"location-{n}", organization_id=f"organization-{n}", name=f"{words(n + 2, 2)} {n}",
            latitude=39.0 + n % 601 / 1000, longitude=-77.0 + n % 797 / 1000,
        ),
        Address(
            location_id=f"location-{n}", address_1=f"{n} {words(n, 1)} St",
            city=_CITIES[n % len(_CITIES)], postal_code=f"21{n % 300:03}",
        ),
        Service(
            id=f"service-{n}", organization_id=f"organization-{n}", name=f"{words(n + 7, 2)} {n}",
            description=words(n + 5, 30), minimum_age=n % 18, maximum_age=n % 18 + 5,
            fees_description=_FEES[n % len(_FEES)], eligibility_description=words(n + 9, 12),
            assured_date=date(2026, 1 + n % 12, 1 + n % 28), status="active",
        ),
        ServiceAtLocation(
            id=f"at-{n}", service_id=f"service-{n}", location_id=f"location-{n}"
        ),
        Schedule(
            service_id=f"service-{n}", byday=_DAYS[n % len(_DAYS)], opens_at=time(8 + n % 8),
            closes_at=time(17 + n % 4),
        ),
        Language(service_id=f"service-{n}", name=_LANGUAGES[n % len(_LANGUAGES)]),
        ServiceCategory(service_id=f"service-{n}", category_id=f"category-{n % _CATEGORIES}"),
    )
