"""The sample office: a whole invented district, told in English or in Spanish.

Its texts lie in ``resources/templates/sample/<language>/*.json`` in the nested shape in which
records are added, with shorthands that are resolved here. A ``"ref"`` names a record and
``"@ref"`` refers to it, ``"@paper-kind/insurance"`` to a usual kind of paper, ``"@category/food"``
to a usual category. A day is written from today or from the school year, such as ``+45d``,
``-2m+1d`` or ``school-year-end-1y``; inside a text as ``@date(+7d)``, the school year itself as
``@school-year(+0)``. The shorthands of agreements are told in ``sample_agreements``.
"""

import calendar
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from partner_desk.files.resources import resource_dir
from partner_desk.model.agreements import Agreement, Exhibit
from partner_desk.model.categories import Category
from partner_desk.model.compliance import PaperKind, PaperRequirement
from partner_desk.model.dates import Date
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.identity import derived_id
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.partners import School
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import ENTITIES, KINDS, children_of
from partner_desk.services import library
from partner_desk.services.drafting import school_year
from partner_desk.services.needs import school_year_name
from partner_desk.services.papers import usual_kinds
from partner_desk.services.records import build
from partner_desk.services.sample_agreements import Row, told
from partner_desk.services.usual_categories import usual_categories, usual_id
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

FILES = (
    "office", "schools", "providers", "partners", "agreements", "papers", "evaluations",
)
LANGUAGES = ("en", "es")

Report = Callable[[int, int | None], None]

_OTHER = {"en": "es", "es": "en"}
_PAPER_KIND = "paper-kind/"
_CATEGORY = "category/"
_SCHOOL_YEAR_MONTH = 7
_DAY = re.compile(r"(school-year-start|school-year-end|today)?((?:[+-]\d+[dmy])*)")
_STEP = re.compile(r"([+-]\d+)([dmy])")
_DAY_IN_TEXT = re.compile(r"@date\(([^)]*)\)")
_YEAR_IN_TEXT = re.compile(r"@school-year\(([+-]\d+)\)")


def fill(store: Store, language: str, today: date, report: Report | None = None) -> int:
    """Write the sample office into ``store`` as one change set; returns how many records.

    The settings of an office in use are kept; those of an empty one become the sample's. So are
    its kinds of papers; a library that was never begun is filled, which Undo leaves alone. Raises
    InputError for a language there is no sample in ("sample.no_language") and for an office that
    holds the sample already ("sample.present").
    """
    if language not in LANGUAGES:
        raise InputError(Problem("sample.no_language", values={"language": language}))
    records = sample_records(language, today)
    with store.writing(Operation("sample.fill", kind="import")) as work:
        first = next(each for each in records if isinstance(each, School))
        there = work.get(School, first.id)
        if there is not None and there.deleted_at is None:
            raise InputError(Problem("sample.present"))
        records = _without_usual_there(work, records)
        _settle(work, next(each for each in records if isinstance(each, Office)))
        for done, entity in enumerate(ENTITIES):
            if report:
                report(done, len(ENTITIES))
            if entity is not Office:
                work.add_many(each for each in records if type(each) is entity)
    library.ensure(store)
    if report:
        report(len(ENTITIES), len(ENTITIES))
    return len(records)


def _without_usual_there(work: UnitOfWork, records: list[Record]) -> list[Record]:
    """``records`` without the kinds of papers and the categories that the office has already."""
    usual = (PaperKind, PaperRequirement, Category)
    there = {each.id for entity in usual for each in work.find(entity)}
    return [each for each in records if each.id not in there]


def _settle(work: UnitOfWork, settings: Office) -> None:
    if work.get(Office, OFFICE_ID) is None:
        work.add(settings)
    elif not any(work.count(ListQuery(kind)) for kind in ("organization", "school", "form")):
        work.change_many([settings])


def sample_records(language: str, today: date) -> list[Record]:
    """Every record of the sample office, checked, each after those it belongs or refers to."""
    rows = sample_rows(language)
    refs = frozenset(each["ref"] for _, row in rows for each in _refs_within(row))
    resolver = _Resolver(language, today, refs)
    found: list[Record] = [*usual_kinds(language), *usual_categories()]
    twins = {row["ref"]: row for _, row in sample_rows(_OTHER[language]) if "ref" in row}
    for number, (kind, row) in enumerate(rows, 1):
        if kind == Agreement.kind:
            row = told(row, twins[row["ref"]])
        values = resolver.resolved(KINDS[kind], row, f"{kind}-{number}")
        found.extend(build(KINDS[kind], values))
    _number(found, today)
    _name_site_plans(found)
    place = {entity: index for index, entity in enumerate(ENTITIES)}
    return sorted(found, key=lambda each: place[type(each)])


def sample_rows(language: str) -> list[tuple[str, Row]]:
    """The nested rows as they are written in the resources, each with its kind."""
    folder = resource_dir("templates") / "sample" / language
    contents = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in FILES
    )
    return [(kind, row) for content in contents for kind, rows in content.items() for row in rows]


def day_named(expression: str, today: date) -> date:
    """The day that ``expression`` means on ``today``. Raises ValueError for any other text."""
    match = _DAY.fullmatch(expression)
    if match is None or not expression:
        raise ValueError(expression)
    starts_on, ends_on = school_year(today, _SCHOOL_YEAR_MONTH)
    named = {"school-year-start": starts_on, "school-year-end": ends_on}
    day = named.get(match[1], today)
    for amount, unit in _STEP.findall(match[2]):
        day = _moved(day, int(amount), unit)
    return day


def _moved(day: date, amount: int, unit: str) -> date:
    if unit == "d":
        return day + timedelta(days=amount)
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class _Resolver:
    """Puts ids, days and clauses in place of what stands for them in the resources."""

    def __init__(self, language: str, today: date, refs: frozenset[str]) -> None:
        self._language = language
        self._today = today
        self._refs = refs

    def resolved(self, entity: type[Record], row: Row, path: str) -> dict[str, Any]:
        """``row`` with its children in plain values; ``path`` names it where it has no ref."""
        name = row.get("ref", path)
        collections = {child.collection: child for child, _ in children_of(entity.kind)}
        values: dict[str, Any] = {"id": self._id(entity, name)}
        for field, value in row.items():
            if field in collections:
                values[field] = [
                    self.resolved(collections[field], child, f"{name}/{field}-{number}")
                    for number, child in enumerate(value, 1)
                ]
            elif field != "ref":
                values[field] = self._value(entity, field, value)
        return values

    def _id(self, entity: type[Record], name: str) -> str:
        return OFFICE_ID if entity is Office else derived_id("sample", self._language, name)

    def _value(self, entity: type[Record], field: str, value: Any) -> Any:
        declaration = entity.declarations[field]
        if declaration.target:
            return self._referred(value)
        if isinstance(declaration.type, Date):
            return day_named(value, self._today)
        if isinstance(value, str):
            value = _DAY_IN_TEXT.sub(
                lambda match: day_named(match[1], self._today).isoformat(), value
            )
            return _YEAR_IN_TEXT.sub(
                lambda match: school_year_name(self._today, years=int(match[1])), value
            )
        return value

    def _referred(self, value: str) -> str:
        ref = value.removeprefix("@")
        if ref.startswith(_PAPER_KIND):
            return derived_id("paper_kind", ref.removeprefix(_PAPER_KIND))
        if ref.startswith(_CATEGORY):
            return usual_id(ref.removeprefix(_CATEGORY))
        if ref not in self._refs:
            raise LookupError(f"the sample office refers to {value}, which is not there")
        return derived_id("sample", self._language, ref)


def _refs_within(row: Row) -> Iterator[Row]:
    if "ref" in row:
        yield row
    for value in row.values():
        if isinstance(value, list):
            for each in value:
                if isinstance(each, Mapping):
                    yield from _refs_within(each)


def _name_site_plans(records: list[Record]) -> None:
    """Call the plan for a school by its name, as the program does."""
    schools = {each.id: each.name for each in records if isinstance(each, School)}
    for each in records:
        if isinstance(each, Exhibit) and each.school_id:
            name = schools[each.school_id]
            each.title = f"{each.title}: {name}"
            each.title_translated = f"{each.title_translated}: {name}"


def _number(records: list[Record], today: date) -> None:
    """Number the agreements as the office would have, in the order in which they began.

    An amendment is numbered after the agreement that it changes.
    """
    counts: Counter[int] = Counter()
    agreements = {each.id: each for each in records if isinstance(each, Agreement)}
    for agreement in sorted(
        agreements.values(), key=lambda each: min(each.starts_on or today, today)
    ):
        if agreement.amends_id is None:
            year = min(agreement.starts_on or today, today).year
            counts[year] += 1
            agreement.number = f"{year}-{counts[year]:04d}"
    for agreement in agreements.values():
        if agreement.amends_id is not None:
            agreement.number = f"{agreements[agreement.amends_id].number}-A1"
