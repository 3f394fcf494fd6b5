"""The grid as a sheet: names of other records, blocks, the other language, others' changes."""


from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, AgreementService, FinancialResponsibility
from partner_desk.model.partners import School
from partner_desk.services import records
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.status import Status
from tests.ui.desks import focused, show
from tests.ui.grids import (
    AMOUNT,
    CONTROL,
    DESCRIPTION,
    ITEM,
    MONEY,
    NAMES,
    PAYER,
    PROVIDER,
    SCHEDULE,
    SCHOOL,
    SERVICES,
    error,
    go,
    keys,
    offered,
    paid,
    paste,
)

# Other records


def test_a_school_is_typed_by_a_part_of_its_name(
    services: Grid, desk: Desk, agreement: Agreement, schools: dict[str, str]
) -> None:
    services.rows.paste(0, 0, [["Choir"]])
    go(services, 0, SCHOOL)
    keys(services, "linc", Qt.Key.Key_Tab)
    assert offered(desk, agreement)[0].school_id == schools["Lincoln Elementary"]
    assert services.rows.index(0, SCHOOL).data() == "Lincoln Elementary"
    assert services.table.currentIndex().row() == 1
    go(services, 0, SCHOOL)
    keys(services, "", Qt.Key.Key_Delete)
    assert offered(desk, agreement)[0].school_id is None
    assert services.rows.index(0, SCHOOL).data() == ""


def test_the_list_of_schools_is_chosen_from_with_arrows_and_enter(
    qtbot: QtBot, services: Grid, desk: Desk, agreement: Agreement, schools: dict[str, str]
) -> None:
    services.rows.paste(0, 0, [["Choir"], ["Band"]])
    go(services, 0, SCHOOL)
    keys(services, "roos")
    line = focused(services)
    assert isinstance(line, QLineEdit)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QAbstractItemView)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    chosen = str(shown.currentIndex().data())
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert chosen.startswith("Roosevelt")
    assert offered(desk, agreement)[0].school_id == schools[chosen]
    assert services.table.currentIndex().row() == 1


def test_a_pasted_name_is_resolved_when_exactly_one_school_has_it(
    services: Grid, desk: Desk, agreement: Agreement, schools: dict[str, str]
) -> None:
    records.add(desk.store, "school", {"name": "Twin"})
    records.add(desk.store, "school", {"name": "Twin"})
    go(services, 0, DESCRIPTION)
    paste(services, "Choir\tPartner\t12\tLINCOLN elementary\nBand\t\t\tLincoln\n"
                    'Art\t\t\tTwin\nDance\t\t\tEscuela "Río" <b>&\nYoga\t\t\t\n')
    assert [each.school_id for each in offered(desk, agreement)] == [
        schools["Lincoln Elementary"], None, None, schools[NAMES[3]], None
    ]
    assert services.rows.index(1, SCHOOL).data() == "Lincoln"
    assert "Nothing is called “Lincoln”" in error(services, 1, SCHOOL)
    assert "More than one is called “Twin”" in error(services, 2, SCHOOL)
    assert services.unsaved() == ["School: Lincoln", "School: Twin"]


def test_a_school_that_is_renamed_is_shown_by_its_new_name(
    services: Grid, desk: Desk, schools: dict[str, str]
) -> None:
    services.rows.paste(0, 0, [["Choir", "", "", "Roosevelt High"]])
    desk.write(lambda: records.change_field(
        desk.store, School, schools["Roosevelt High"], "name", "Roosevelt Academy"))
    assert services.rows.index(0, SCHOOL).data() == "Roosevelt Academy"


# Keys


def test_enter_returns_to_the_column_in_which_tab_began(money: Grid) -> None:
    money.rows.paste(0, 0, [["Bus"], ["Van"]])
    go(money, 0, PAYER)
    keys(money, "", Qt.Key.Key_Tab)
    keys(money, "5", Qt.Key.Key_Tab)
    keys(money, "", Qt.Key.Key_Return)
    assert (money.table.currentIndex().row(), money.table.currentIndex().column()) == (1, PAYER)
    keys(money, "", Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert money.table.currentIndex().row() == 0


def test_f2_mends_what_is_there_and_escape_gives_the_edit_up(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus"]])
    go(money, 0, ITEM)
    keys(money, "", Qt.Key.Key_F2)
    keys(money, " passes", Qt.Key.Key_Return)
    assert paid(desk, agreement)[0].item == "Bus passes"
    go(money, 0, ITEM)
    keys(money, "Nothing", Qt.Key.Key_Escape)
    assert paid(desk, agreement)[0].item == "Bus passes"
    assert money.rows.index(0, ITEM).data() == "Bus passes"


def test_ctrl_minus_deletes_the_row_and_ctrl_home_and_end_go_to_the_corners(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus"], ["Van"]])
    go(money, 1, AMOUNT)
    keys(money, "", Qt.Key.Key_Home, CONTROL)
    assert (money.table.currentIndex().row(), money.table.currentIndex().column()) == (0, 0)
    keys(money, "", Qt.Key.Key_Minus, CONTROL)
    assert [each.item for each in paid(desk, agreement)] == ["Van"]
    keys(money, "", Qt.Key.Key_End, CONTROL)
    assert (money.table.currentIndex().row(), money.table.currentIndex().column()) == (
        1, SCHEDULE
    )
    assert len(money.table.selectedIndexes()) == 1


def test_escape_takes_back_what_was_refused(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus", "", "5"]])
    go(money, 0, AMOUNT)
    keys(money, "lots", Qt.Key.Key_Return)
    assert desk.unsaved == ["Amount: lots"]
    go(money, 0, AMOUNT)
    keys(money, "", Qt.Key.Key_Escape)
    assert money.rows.index(0, AMOUNT).data() == "$5.00"
    assert (desk.unsaved, error(money, 0, AMOUNT)) == ([], "")


# Others, and what is not saved


def test_what_others_stored_meanwhile_is_asked_about_before_it_is_lost(
    money: Grid, desk: Desk, agreement: Agreement
) -> None:
    money.rows.paste(0, 0, [["Bus", "", "5"]])
    row_id = paid(desk, agreement)[0].id

    def meanwhile(amount: str) -> None:
        records.change_field(desk.store, FinancialResponsibility, row_id, "amount", amount)

    go(money, 0, AMOUNT)
    keys(money, "7")
    meanwhile("6")
    desk.announce()  # Even when the window has heard of it: the person has not.
    keys(money, "", Qt.Key.Key_Return)
    assert "Meanwhile this became" in error(money, 0, AMOUNT)
    assert money.rows.index(0, AMOUNT).data() == "7"
    assert str(paid(desk, agreement)[0].amount) == "6.00"
    go(money, 0, AMOUNT)
    keys(money, "", Qt.Key.Key_Return)  # They insist.
    assert str(paid(desk, agreement)[0].amount) == "7.00"
    assert not error(money, 0, AMOUNT)
    meanwhile("8")
    go(money, 0, AMOUNT)
    paste(money, "9")
    assert "Meanwhile this became “$8.00”" in error(money, 0, AMOUNT)
    go(money, 0, AMOUNT)
    keys(money, "", Qt.Key.Key_Escape)
    assert money.rows.index(0, AMOUNT).data() == "$8.00"


def test_the_status_bar_counts_what_is_only_typed(
    qtbot: QtBot, money: Grid, desk: Desk, agreement: Agreement
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    status = Status(window.statusBar(), desk, window)
    assert status.saved.text().startswith("All changes saved")
    go(money, 0, ITEM)
    paste(money, "Bus\tShared\t<b>many</b>\nVan\tShared\t1,5")
    assert status.saved.text() == "Not saved yet: 2"
    assert "Amount: &lt;b&gt;many&lt;/b&gt;<br>Amount: 1,5" in status.saved.toolTip()
    for row in range(2):
        go(money, row, AMOUNT)
        keys(money, "3", Qt.Key.Key_Return)
    assert status.saved.text().startswith("All changes saved")
    assert status.saved.toolTip() == ""


def test_a_block_that_cannot_be_stored_stays_typed(
    services: Grid, desk: Desk, agreement: Agreement, schools: dict[str, str],
) -> None:
    gone = "01890000-0000-7000-8000-000000000000"  # The id of no school.
    go(services, 0, DESCRIPTION)
    paste(services, f"Choir\tShared\t12\t{gone}\nBand\tShared\t4\t")
    assert offered(desk, agreement) == []
    assert [services.rows.index(row, DESCRIPTION).data() for row in range(2)] == ["Choir", "Band"]
    assert error(services, 0, SCHOOL)


def test_an_amount_is_never_cut(money: Grid, desk: Desk, agreement: Agreement) -> None:
    long = "Incomprehensibilities " * 9
    money.rows.paste(0, 0, [[long, "Another funder", "123,456,789.50", "", long]])
    QApplication.processEvents()
    metrics, table = money.table.fontMetrics(), money.table
    assert table.columnWidth(AMOUNT) > metrics.horizontalAdvance("$123,456,789.50")
    assert table.columnWidth(PAYER) > metrics.horizontalAdvance("Another")
    assert not table.horizontalScrollBar().isVisible()
    money.resize(330, 400)
    QApplication.processEvents()
    assert table.columnWidth(AMOUNT) > metrics.horizontalAdvance("$123,456,789.50")
    assert table.horizontalScrollBar().isVisible()


# The other language


def test_translations_stand_beside_their_originals_when_asked_for(
    qtbot: QtBot, services: Grid, desk: Desk, agreement: Agreement
) -> None:
    def titles() -> list[str]:
        return [str(services.rows.headerData(place, Qt.Orientation.Horizontal))
                for place in range(services.rows.columnCount())]

    services.rows.paste(0, 0, [["Choir", "Shared"]])
    assert titles() == ["Service", "Provided by", "For how many", "School"]
    go(services, 0, PROVIDER)
    QTest.mouseClick(services.translation_button, Qt.MouseButton.LeftButton)
    assert titles()[:3] == ["Service", "Service, translated", "Provided by"]
    assert services.table.currentIndex().column() == PROVIDER + 1
    go(services, 0, 1)
    keys(services, "Coro", Qt.Key.Key_Return)
    assert offered(desk, agreement)[0].description_translated == "Coro"
    again = Grid(desk, AgreementService, "agreement_id", SERVICES, title="Services")
    qtbot.addWidget(again)
    assert again.translation_button.isChecked()
    assert again.rows.columnCount() == len(SERVICES)
    QTest.mouseClick(services.translation_button, Qt.MouseButton.LeftButton)
    assert services.rows.columnCount() == len(SERVICES) - 1


def test_without_translations_there_is_no_toggle(money: Grid, services: Grid) -> None:
    assert not money.translation_button.isVisible()
    assert services.translation_button.isVisible()


# The cursor


def test_a_click_on_its_tab_puts_the_cursor_into_the_grid(
    qtbot: QtBot, desk: Desk, agreement: Agreement
) -> None:
    tabs, wrapped, grid = QTabWidget(), QWidget(), Grid(
        desk, FinancialResponsibility, "agreement_id", MONEY, title="Money")
    QVBoxLayout(wrapped).addWidget(grid)
    other = QLabel("Other")
    tabs.addTab(other, "Other")
    tabs.addTab(wrapped, "Money")
    grid.show_record(agreement)
    show(qtbot, tabs, 700, 400)
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center() + QPoint(1, 1))
    qtbot.waitUntil(grid.table.hasFocus)
    keys(grid, "Bus", Qt.Key.Key_Return)
    assert [each.item for each in paid(desk, agreement)] == ["Bus"]
