"""What schools ask for, by school year."""

import re
from dataclasses import replace
from datetime import date

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.model.identity import new_id
from partner_desk.model.partners import Need
from partner_desk.model.queries import ListQuery
from partner_desk.services.drafting import school_year
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_YEAR = re.compile(r"(\d{4})\D+(\d{2,4})")


def school_year_name(today: date, first_month: int = 7, years: int = 0) -> str:
    """What the school year of ``today`` is called, such as 2026-27; or one ``years`` later."""
    starts_on, _ = school_year(today, first_month)
    return _named(starts_on.year + years)


def next_year(name: str) -> str:
    """The school year after one such as 2026-27; "" where ``name`` tells no year."""
    found = _YEAR.match(name.strip())
    return _named(int(found[1]) + 1) if found else ""


def years(reader: Reader) -> list[str]:
    """The school years of all needs, the latest first."""
    found = reader.values(ListQuery("need"), "school_year")
    return sorted((each for each in found if each), reverse=True)


def copy_year(store: Store, from_year: str, to_year: str, school_id: str | None = None) -> int:
    """Keep the needs of one year for another one too, of a school or of all; how many.

    A need that is there already, with the same words, category, people and time, is not copied.
    Raises InputError("need.same_year").
    """
    if from_year.strip() == to_year.strip() or not to_year.strip():
        raise InputError(Problem("need.same_year", "school_year", {"year": to_year}))
    schools = {} if school_id is None else {"school_id": school_id}
    operation = Operation("needs.copied", {"from": from_year, "to": to_year})
    with store.writing(operation) as work:
        there = {_key(each) for each in work.find(Need, school_year=to_year, **schools)}
        new = [
            replace(each, id=new_id(), school_year=to_year)
            for each in work.find(Need, school_year=from_year, **schools)
            if _key(each) not in there
        ]
        work.add_many(new)
    return len(new)


def _key(need: Need) -> tuple[object, ...]:
    return need.school_id, need.description, need.category_id, need.grade_band, need.time


def _named(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02d}"
