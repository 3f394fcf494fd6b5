"""Lists of agreements: narrowed by what people ask for, their value, totals by year and payer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from partner_desk.model.agreements import PAYERS, FinancialResponsibility
from partner_desk.model.district_pays import DISTRICT_PAYS, district_pays
from partner_desk.model.fields import Record
from partner_desk.model.queries import (
    After,
    Before,
    Condition,
    Filter,
    HasChild,
    ListQuery,
    OneOf,
    Refers,
    Total,
)
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader

_EVERYTHING = Total("financial_responsibility", "amount")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list of agreements is narrowed by; what is empty narrows nothing.

    ``in_force_on`` is a day within the term, whatever the status. ``year`` is the calendar year
    in which the school year begins in which the term begins. ``least`` and ``most`` bound the
    dollars that the district pays.
    """

    statuses: tuple[str, ...] = ()
    school_id: str | None = None
    organization_id: str | None = None
    in_force_on: date | None = None
    ends_from: date | None = None
    ends_until: date | None = None
    year: int | None = None
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that narrow something."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name) not in
                     ((), None, ""))

    def without(self, name: str) -> "Narrowed":
        """The same without what is called ``name``."""
        empty: dict[str, Any] = {name: getattr(Narrowed(), name)}
        return replace(self, **empty)

    def filters(self, first_month: int) -> tuple[Filter, ...]:
        """The filters for a list; school years begin in ``first_month`` (1 to 12)."""
        return (*self._of_records(), *self._of_term(first_month), *self._of_value())

    def _of_records(self) -> list[Filter]:
        found: list[Filter] = []
        if self.statuses:
            found.append(OneOf("status", self.statuses))
        if self.school_id:
            found.append(HasChild("agreement_school", (Condition("school_id", self.school_id),)))
        if self.organization_id:
            partner = Condition("organization_id", self.organization_id)
            found.append(Refers("partnership_id", (partner,)))
        return found

    def _of_term(self, first_month: int) -> list[Filter]:
        found: list[Filter] = []
        if self.in_force_on:
            found += [Before("starts_on", self.in_force_on), After("ends_on", self.in_force_on)]
        if self.ends_from:
            found.append(After("ends_on", self.ends_from))
        if self.ends_until:
            found.append(Before("ends_on", self.ends_until))
        if self.year is not None:
            first, last = year_days(self.year, first_month)
            found += [After("starts_on", first), Before("starts_on", last)]
        return found

    def _of_value(self) -> list[Filter]:
        found: list[Filter] = []
        if self.least is not None:
            found.append(After(DISTRICT_PAYS, self.least))
        if self.most is not None:
            found.append(Before(DISTRICT_PAYS, self.most))
        return found


@dataclass(frozen=True, slots=True)
class YearTotal:
    """What one payer gives in the agreements whose terms begin in one school year.

    ``year`` is such as 2026-27, or "" for agreements that have no first day yet.
    """

    year: str
    payer: str
    money: Decimal
    in_kind: Decimal


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the payers of one agreement give: money by payer, and the worth of what is in kind.

    ``district`` is what the district pays, alone or shared; None where no amount says so.
    """

    money: Mapping[str, Decimal]
    in_kind: Decimal
    district: Decimal | None


def totals_by_year(reader: Reader, query: ListQuery) -> tuple[YearTotal, ...]:
    """What each payer gives in the agreements of ``query``, the newest school year first.

    An agreement's amounts count whole in the school year in which its term begins, so that none
    counts twice. Payers stand in the order in which the division knows them; agreements without
    a first day come last.
    """
    month = first_month(reader)
    sums: dict[tuple[int | None, str], dict[bool, Decimal]] = defaultdict(
        lambda: defaultdict(Decimal)
    )
    rows = reader.totals(query, _EVERYTHING, "starts_on", ("payer", "in_kind"))
    for starts_on, payer, in_kind, amount in rows:
        year = year_of(starts_on, month) if starts_on else None
        sums[year, payer][in_kind] += amount or Decimal("0.00")
    order = [each.value for each in PAYERS]
    keys = sorted(sums, key=lambda key: (-(key[0] or -1), _place(key[1], order), key[1]))
    return tuple(
        YearTotal(year_label(year, month) if year is not None else "", payer,
                  sums[year, payer][False], sums[year, payer][True])
        for year, payer in keys
    )


def amounts_of(reader: Reader, records: Sequence[Record]) -> dict[str, Amounts]:
    """What is given for each of these agreements, by its id; those without rows give nothing."""
    ids = [each.id for each in records]
    rows: dict[str, list[FinancialResponsibility]] = {each: [] for each in ids}
    for row in reader.find_by(FinancialResponsibility, "agreement_id", ids):
        rows[row.agreement_id or ""].append(row)
    return {each: _amounts(rows[each]) for each in ids}


def _amounts(rows: Sequence[FinancialResponsibility]) -> Amounts:
    money: dict[str, Decimal] = {}
    in_kind = Decimal("0.00")
    for row in rows:
        if row.amount is None:
            continue
        if row.in_kind:
            in_kind += row.amount
        else:
            money[row.payer] = money.get(row.payer, Decimal()) + row.amount
    return Amounts(money, in_kind, district_pays(rows))


def first_month(reader: Reader) -> int:
    """The month in which this office's school years begin, 1 to 12."""
    return int(settings_in(reader).school_year_start)


def year_of(day: date, month: int) -> int:
    """The calendar year in which the school year of ``day`` begins."""
    return day.year if day.month >= month else day.year - 1


def year_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of the school year that begins in ``month`` of ``year``."""
    return date(year, month, 1), date(year + 1, month, 1) - timedelta(days=1)


def year_label(year: int, month: int) -> str:
    """What a school year is called: 2026-27, or 2026 where it is the calendar year."""
    return str(year) if month == 1 else f"{year}-{(year + 1) % 100:02d}"


def years(reader: Reader) -> list[int]:
    """The school years in which terms of live agreements begin, the newest first."""
    month = first_month(reader)
    days = reader.values(ListQuery("agreement"), "starts_on")
    return sorted({year_of(each, month) for each in days if each}, reverse=True)


def _place(payer: str, order: Sequence[str]) -> int:
    return order.index(payer) if payer in order else len(order)
