"""Lists of agreements: narrowed in every way at once, totals that add up, the workbook of both."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.agreements import Agreement, AgreementSchool, FinancialResponsibility
from partner_desk.model.district_pays import DISTRICT_PAYS
from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, School
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.agreement_lists import (
    Narrowed,
    YearTotal,
    totals_by_year,
    year_days,
    year_label,
    year_of,
    years,
)
from partner_desk.services.exporting import export_list
from partner_desk.store.store import Store

EDIT = Operation("test.edit")
WILD = 'Hội Bình Minh <b>&" =1+1'
JULY = 7
ALL = ListQuery("agreement", order="number")


def money(text: str) -> Decimal:
    return Decimal(text)


ROWS: dict[str, tuple[str, str, str, str | None, str, list[tuple[str, str | None, bool]]]] = {
    # number: partner, school, status, first day, last day, (payer, amount, in kind)
    "1": ("a", "north", "active", "2025-07-01", "2026-06-30",
          [("district", "1000.10", False), ("district", "0.20", False), ("partner", "7", True)]),
    "2": ("a", "south", "draft", "2026-07-01", "2027-06-30", [("partner", "250.05", False)]),
    "3": ("b", "north", "expired", "2025-06-30", "2025-12-31",
          [("district", "99999999.99", False), ("district", "50", True)]),
    "4": ("b", "north", "active", "2025-08-15", "2026-08-14", []),
    "5": ("b", "south", "draft", None, "", [("other", None, False), ("shared", "12", False)]),
}


@pytest.fixture
def lists(any_office: Store) -> Store:
    """Five agreements of two partners at two schools, on each engine."""
    with any_office.writing(EDIT) as work:
        work.add(Office(id=OFFICE_ID, name="East"))
        for key, name in (("a", WILD), ("b", "Beta")):
            work.add(Organization(id=f"o{key}", name=name))
            work.add(Partnership(id=f"p{key}", organization_id=f"o{key}", name="other words"))
        for key in ("north", "south"):
            work.add(School(id=key, name=key))
        for number, (partner, school, status, starts, ends, rows) in ROWS.items():
            agreement = work.add(Agreement(
                number=number, title=f"Title {number}", partnership_id=f"p{partner}",
                status=status, ends_on=date.fromisoformat(ends) if ends else None,
                starts_on=date.fromisoformat(starts) if starts else None,
            ))
            work.add(AgreementSchool(agreement_id=agreement.id, school_id=school))
            for position, (payer, amount, in_kind) in enumerate(rows, 1):
                work.add(FinancialResponsibility(
                    agreement_id=agreement.id, position=position, item="x", payer=payer,
                    amount=money(amount) if amount else None, in_kind=in_kind,
                ))
    return any_office


def numbers(store: Store, query: ListQuery) -> str:
    """The numbers a list shows, in its order, as one word."""
    with store.reading() as reader:
        ids = reader.ids(query)
        assert reader.count(query) == len(ids)
        return "".join(each.number for each in reader.get_many(Agreement, ids))


@pytest.mark.parametrize(("narrowed", "expected"), [
    (Narrowed(), "12345"),
    (Narrowed(statuses=("active", "expired")), "134"),
    (Narrowed(school_id="north"), "134"),
    (Narrowed(organization_id="oa"), "12"),
    (Narrowed(in_force_on=date(2026, 6, 30)), "14"),
    (Narrowed(in_force_on=date(2025, 7, 1)), "13"),
    (Narrowed(ends_from=date(2025, 12, 31), ends_until=date(2026, 6, 30)), "13"),
    (Narrowed(year=2025), "14"),
    (Narrowed(year=2024), "3"),
    (Narrowed(least=money("1000.30")), "13"),
    (Narrowed(least=money("1000.31")), "3"),
    (Narrowed(least=money("12")), "135"),  # What is shared counts whole.
    (Narrowed(most=money("0")), "24"),
    (Narrowed(least=money("0.01"), most=money("1000.30")), "15"),
    (Narrowed(statuses=("active",), school_id="north", organization_id="oa", year=2025,
              in_force_on=date(2026, 1, 1), ends_until=date(2026, 6, 30), least=money("1")), "1"),
    (Narrowed(school_id="nowhere"), ""),
])
def test_each_way_to_narrow_and_all_at_once(
    lists: Store, narrowed: Narrowed, expected: str
) -> None:
    assert numbers(lists, ListQuery("agreement", where=narrowed.filters(JULY),
                                    order="number")) == expected


def test_rows_in_trash_no_longer_count(lists: Store) -> None:
    with lists.writing(EDIT) as work:
        rows = work.find(FinancialResponsibility, payer="district")
        work.delete(FinancialResponsibility, max(rows, key=lambda each: each.amount or 0).id)
    least = ListQuery("agreement", where=Narrowed(least=money("1")).filters(JULY))
    assert numbers(lists, least) == "15"


def test_the_value_is_an_order(lists: Store) -> None:
    up = ListQuery("agreement", order=DISTRICT_PAYS)
    assert numbers(lists, up) == "24513"  # Those of no value by what they are called.
    down = ListQuery("agreement", order=DISTRICT_PAYS, descending=True)
    assert numbers(lists, down)[:2] == "31"


def test_words_and_value_together_on_both_engines(lists: Store) -> None:
    query = ListQuery("agreement", "title", Narrowed(least=money("1")).filters(JULY), "number")
    assert numbers(lists, query) == "135"
    assert numbers(lists, query.searching("title 3")) == "3"


def test_totals_stand_in_the_year_in_which_the_term_begins(lists: Store) -> None:
    with lists.reading() as reader:
        found = totals_by_year(reader, ALL)
    assert found == (
        YearTotal("2026-27", "partner", money("250.05"), money("0.00")),
        YearTotal("2025-26", "district", money("1000.30"), money("0.00")),
        YearTotal("2025-26", "partner", money("0.00"), money("7.00")),
        YearTotal("2024-25", "district", money("99999999.99"), money("50.00")),
        YearTotal("", "shared", money("12.00"), money("0.00")),
        YearTotal("", "other", money("0.00"), money("0.00")),
    )


@pytest.mark.parametrize("narrowed", [
    Narrowed(), Narrowed(school_id="north"), Narrowed(least=money("1")),
    Narrowed(statuses=("draft",), organization_id="ob"),
])
def test_totals_of_a_narrowed_list_are_those_of_its_rows(
    lists: Store, narrowed: Narrowed
) -> None:
    query = ListQuery("agreement", where=narrowed.filters(JULY))
    with lists.reading() as reader:
        found = totals_by_year(reader, query)
        rows = reader.find_by(FinancialResponsibility, "agreement_id", reader.ids(query))
    for in_kind in (False, True):
        given = sum((each.amount or Decimal() for each in rows if each.in_kind == in_kind),
                    Decimal())
        assert sum((each.in_kind if in_kind else each.money for each in found),
                   Decimal()) == given


def test_totals_of_a_search_and_of_nothing(lists: Store) -> None:
    with lists.reading() as reader:
        assert [each.year for each in totals_by_year(reader, ALL.searching("title 2"))] == [
            "2026-27"
        ]
        assert totals_by_year(reader, ALL.searching("nothing like it")) == ()
        children = ListQuery("agreement", where=(Condition("number", "4"),))
        assert totals_by_year(reader, children) == ()


@pytest.mark.parametrize("month", range(1, 13))
def test_every_day_belongs_to_one_school_year(month: int) -> None:
    for year in (1999, 2023, 2024):
        first, last = year_days(year, month)
        assert year_of(first, month) == year_of(last, month) == year
    for before, after in pairwise(range(1998, 2002)):
        assert (year_days(after, month)[0] - year_days(before, month)[1]).days == 1


def test_what_years_are_called(lists: Store) -> None:
    assert [year_label(1999, 7), year_label(2026, 8), year_label(2026, 1)] == [
        "1999-00", "2026-27", "2026"
    ]
    with lists.reading() as reader:
        assert years(reader) == [2026, 2025, 2024]


def test_without_takes_one_thing_away() -> None:
    both = Narrowed(statuses=("draft",), least=money("0"))
    assert both.names == ("statuses", "least")
    assert both.without("statuses") == Narrowed(least=money("0"))
    assert both.without("least").names == ("statuses",)


def written(store: Store, query: ListQuery, path: Path, language: str = "en") -> (
    dict[str, Sequence[tuple[object, ...]]]
):
    """The cells of the workbook of a list, by the titles of its sheets in their order."""
    export_list(store, query, path, Catalogue(language).text)
    book = openpyxl.load_workbook(path)
    return {each.title: list(each.iter_rows(values_only=True)) for each in book.worksheets}


def test_the_workbook_holds_what_is_shown_with_its_totals(lists: Store, tmp_path: Path) -> None:
    query = ListQuery("agreement", where=Narrowed(organization_id="oa").filters(JULY),
                      order="number")
    sheets = written(lists, query, tmp_path / "list.xlsx")
    assert list(sheets)[:2] == ["Agreements", "Totals by school year"]
    head, *rows = sheets["Agreements"]
    assert head[:9] == ("Agreement title", "Number", "Kind of agreement", "Status", "Begins on",
                        "Ends on", "Partner", "District pays", "Of that, shared")
    assert [row[1] for row in rows] == ["1", "2"]
    assert [row[6] for row in rows] == [WILD, WILD]
    assert [row[7:12] for row in rows] == [
        (1000.3, None, None, None, 7), (None, None, 250.05, None, None)
    ]
    assert sheets["Totals by school year"][1:] == [
        ("2026-27", "Partner", 250.05, 0), ("2025-26", "District", 1000.3, 0),
        ("2025-26", "Partner", 0, 7),
    ]


def test_large_amounts_stay_exact_in_the_workbook(lists: Store, tmp_path: Path) -> None:
    written(lists, ALL, tmp_path / "list.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "list.xlsx")["Agreements"]["H4"]
    assert (cell.value, cell.data_type) == (99999999.99, "n")
    assert "0.00" in cell.number_format


def test_named_fields_and_a_list_of_nothing_have_no_totals(lists: Store, tmp_path: Path) -> None:
    export_list(lists, ALL, tmp_path / "few.xlsx", str, fields=["title", "number"])
    book = openpyxl.load_workbook(tmp_path / "few.xlsx")
    assert [each.value for each in book.worksheets[0][1]] == ["Agreement title", "Number"]
    assert "Totals by school year" not in book.sheetnames
    nothing = ListQuery("agreement", where=Narrowed(school_id="nowhere").filters(JULY))
    assert list(written(lists, nothing, tmp_path / "none.xlsx")) == ["Agreements"]
