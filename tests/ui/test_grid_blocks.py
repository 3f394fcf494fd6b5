"""Blocks of cells: pasted, copied, cut and filled down, with what is not clear refused."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from partner_desk.model.agreements import Agreement
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.desk import Desk
from tests.ui.grids import (
    AMOUNT,
    CONTROL,
    IN_KIND,
    ITEM,
    PAYER,
    SCHEDULE,
    error,
    go,
    keys,
    paid,
    paste,
    undo_newest,
)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("$1,234.50", "1234.50"), ("1 234.50", "1234.50"), ("1\u00a0234", "1234.00"),
        ("(500)", "-500.00"), ("($1,500.25)", "-1500.25"), ("\u2212$7", "-7.00"),
        (" $12 ", "12.00"),
        ("1 234,50", None), ("1,5", None), ("1.234,50", None), ("1,23,456", None),
        ("12,34.50", None), ("--5", None), ("1.005", None), ("many", None), ("(500", None),
    ],
)
def test_an_amount_that_is_not_clear_is_refused_and_stays(
    money: Grid, desk: Desk, agreement: Agreement, typed: str, stored: str | None
) -> None:
    go(money, 0, ITEM)
    paste(money, f"Bus\tPartner\t{typed}\tno\tMonthly")
    found = paid(desk, agreement)
    assert [(each.item, each.schedule) for each in found] == [("Bus", "Monthly")]
    if stored is None:
        assert found[0].amount is None
        assert money.rows.index(0, AMOUNT).data() == typed
        assert error(money, 0, AMOUNT)
    else:
        assert str(found[0].amount) == stored
        assert not error(money, 0, AMOUNT)


def test_a_rectangle_goes_out_and_comes_back_in_as_excel_writes_it(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus", "District", "12.5", "yes"], ['5" pipe', "Shared", "7", ""]])
    go(money, 0, ITEM, 1, IN_KIND)
    keys(money, "", Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == (
        'Bus\tDistrict\t$12.50\tYes\n5" pipe\tShared\t$7.00\tNo'
    )
    go(money, 2, ITEM)
    keys(money, "", Qt.Key.Key_V, CONTROL)
    rows = [(each.item, each.payer, each.amount, each.in_kind) for each in paid(desk, agreement)]
    assert rows[:2] == rows[2:]
    undo_newest(desk)
    assert len(paid(desk, agreement)) == 2


def test_cutting_and_emptying_are_one_change_each(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus", "", "5", "", "May"], ["Van", "", "6", "", "June"]])
    go(money, 0, AMOUNT, 1, SCHEDULE)
    keys(money, "", Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "$5.00\tNo\tMay\n$6.00\tNo\tJune"
    assert [(each.amount, each.schedule) for each in paid(desk, agreement)] == [(None, "")] * 2
    undo_newest(desk)
    assert [each.schedule for each in paid(desk, agreement)] == ["May", "June"]
    go(money, 0, ITEM, 1, ITEM)
    keys(money, "", Qt.Key.Key_Delete)
    assert [each.item for each in paid(desk, agreement)] == ["Bus", "Van"]
    assert "filled" in error(money, 0, ITEM)


def test_fill_down_takes_the_top_cell_of_what_is_chosen(
    money: Grid, services: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus", "Shared", "5", "yes"], ["Van"], ["Car"]])
    go(money, 0, PAYER, 2, IN_KIND)
    keys(money, "", Qt.Key.Key_D, CONTROL)
    assert [(each.item, each.payer, str(each.amount), each.in_kind)
            for each in paid(desk, agreement)] == [
        ("Bus", "shared", "5.00", True), ("Van", "shared", "5.00", True),
        ("Car", "shared", "5.00", True),
    ]
    undo_newest(desk)
    assert [each.amount for each in paid(desk, agreement)][1:] == [None, None]
    go(money, 1, AMOUNT)
    keys(money, "", Qt.Key.Key_D, CONTROL)
    assert [str(each.amount) for each in paid(desk, agreement)] == ["5.00", "5.00", "None"]


def test_one_cell_fills_all_that_are_chosen_and_what_has_no_column_is_told(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, undo: told.append(words))
    money.rows.paste(0, 0, [["Bus"], ["Van"]])
    go(money, 0, SCHEDULE, 1, SCHEDULE)
    paste(money, "July\n")
    assert [each.schedule for each in paid(desk, agreement)] == ["July", "July"]
    assert told == []
    go(money, 0, SCHEDULE)
    paste(money, "May\tlost\talso\n")
    assert len(told) == 1 and "2" in told[0]


def test_a_row_begun_is_completed_by_a_paste(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    go(money, 0, AMOUNT)
    keys(money, "40", Qt.Key.Key_Return)
    assert paid(desk, agreement) == []
    go(money, 0, ITEM)
    paste(money, "Bus\tShared")
    assert [(each.item, each.payer, str(each.amount)) for each in paid(desk, agreement)] == [
        ("Bus", "shared", "40.00")
    ]
    assert money.unsaved() == []


def test_a_flag_that_is_neither_yes_nor_no_stays_to_be_mended(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    go(money, 0, ITEM)
    paste(money, "Bus\tShared\t5\tperhaps")
    assert money.rows.index(0, IN_KIND).data() == "perhaps"
    assert error(money, 0, IN_KIND)
    go(money, 0, IN_KIND)
    keys(money, "", Qt.Key.Key_Space)
    assert paid(desk, agreement)[0].in_kind
    assert not error(money, 0, IN_KIND)
