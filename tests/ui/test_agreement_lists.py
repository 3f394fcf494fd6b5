"""The list of agreements narrowed by keyboard, its values, and the totals of what is listed."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, AgreementSchool, FinancialResponsibility
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, School
from partner_desk.services.agreement_lists import Narrowed
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.agreement_list import AgreementList
from partner_desk.ui.areas.agreements.narrow_dialog import NarrowDialog
from partner_desk.ui.areas.agreements.totals_dialog import TotalsDialog
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.editors import LineEditor
from partner_desk.ui.components.list_pane import ListPane
from partner_desk.ui.desk import Desk
from tests.ui.desks import nameless, show, type_into

EDIT = Operation("test.edit")
WILD = 'Hội Bình Minh <b>&" =1+1'


@pytest.fixture
def filled(office: Store) -> Store:
    """Six agreements: the odd ones of a wild partner, active, paid by the district."""
    with office.writing(EDIT) as work:
        for key, name in (("a", WILD), ("b", "Beta")):
            work.add(Organization(id=f"o{key}", name=name))
            work.add(Partnership(id=f"p{key}", organization_id=f"o{key}"))
        work.add(School(id="north", name="North & South School"))
        for number in range(1, 7):
            odd = number % 2
            agreement = work.add(Agreement(
                id=f"g{number}", number=f"2026-000{number}", title=f"Title {number}",
                partnership_id="pa" if odd else "pb", status="active" if odd else "draft",
                starts_on=date(2020 + number, 7, 1), ends_on=date(2021 + number, 6, 30),
            ))
            work.add(AgreementSchool(agreement_id=agreement.id, school_id="north" if odd else None))
            work.add(FinancialResponsibility(
                agreement_id=agreement.id, position=1, item="x",
                payer="district" if odd else "partner", amount=Decimal("1000.10") * number,
            ))
    return office


@pytest.fixture
def pane(qtbot: QtBot, filled: Store, desk: Desk) -> AgreementList:
    made = AgreementList(desk, lambda: None)
    show(qtbot, made, 900, 600)
    return made


def listed(pane: ListPane) -> list[str]:
    """The ids of what is listed, in its order."""
    return pane.table_model.ids


def asked(pane: AgreementList) -> NarrowDialog:
    """The dialog that is open."""
    dialog = next(each for each in pane.narrowing.findChildren(NarrowDialog) if each.isVisible())
    dialog.activateWindow()
    return dialog


def cell(pane: ListPane, row: int, title: str) -> str:
    titles = [each.title for each in pane.table_model.columns]
    return str(pane.table_model.index(row, titles.index(title)).data())


def line(dialog: NarrowDialog, name: str) -> QLineEdit:
    editor = dialog.editors[name]
    assert isinstance(editor, LineEditor | DateEditor)
    return editor.line


def test_conditions_are_typed_and_taken_away_by_keyboard(
    qtbot: QtBot, pane: AgreementList
) -> None:
    QTest.keyClick(
        pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: bool(pane.narrowing.findChildren(NarrowDialog)))
    dialog = asked(pane)
    type_into(line(dialog, "least"), "$1,000.10")
    type_into(line(dialog, "most"), "4000")
    QTest.keyClick(line(dialog, "most"), Qt.Key.Key_Return)
    assert listed(pane) == ["g3", "g1"]
    assert pane.form.count.text() == "2 of 6"
    assert [each.text() for each in pane.narrowing.conditions.values()] == [
        "At least $1,000.10", "At most $4,000.00"
    ]
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.narrowing.conditions["most"].setFocus()
    QTest.keyClick(pane.narrowing.conditions["most"], Qt.Key.Key_Delete)
    assert listed(pane) == ["g5", "g3", "g1"]
    assert pane.narrowing.conditions["least"].hasFocus()
    QTest.keyClick(pane.narrowing.conditions["least"], Qt.Key.Key_Space)
    assert len(listed(pane)) == 6
    assert pane.narrowing.open_button.hasFocus()
    assert nameless(pane) == []


def test_each_condition_of_the_dialog_narrows_and_comes_back_filled_in(
    qtbot: QtBot, pane: AgreementList
) -> None:
    pane.narrowing.ask()
    dialog = asked(pane)
    dialog.statuses["active"].click()
    dialog.editors["school_id"].show_value("north")
    dialog.editors["organization_id"].show_value("oa")
    type_into(line(dialog, "in_force_on"), "3/2/2024")
    type_into(line(dialog, "ends_from"), "2024-06-30")
    type_into(line(dialog, "ends_until"), "06/30/2024")
    dialog.years.setCurrentIndex(dialog.years.findText("School year 2023-24"))
    assert nameless(dialog) == []
    dialog.take()
    expected = Narrowed(
        ("active",), "north", "oa", date(2024, 3, 2), date(2024, 6, 30), date(2024, 6, 30), 2023
    )
    assert pane.narrowing.narrowed == expected
    assert listed(pane) == ["g3"]
    assert [each.accessibleName() for each in pane.narrowing.conditions.values()] == [
        "Take away: Active", "Take away: North & South School", f"Take away: {WILD}",
        "Take away: Term includes 03/02/2024", "Take away: Ends from 06/30/2024",
        "Take away: Ends until 06/30/2024", "Take away: School year 2023-24",
    ]
    pane.narrowing.ask()
    again = asked(pane)
    assert again.wanted() == expected
    again.empty()
    assert again.wanted() == Narrowed()
    again.reject()
    assert pane.narrowing.narrowed == expected


@pytest.mark.parametrize(("name", "typed", "said"), [
    ("in_force_on", "31/31/2026", "Term includes: “31/31/2026” is not a date"),
    ("least", "1.234", "District pays at least: "),
    ("most", "ten", "at most: "),
    ("school_id", "Nowhere", "School: Nothing here is called “Nowhere”."),
])
def test_what_cannot_be_read_is_said_and_kept(
    pane: AgreementList, name: str, typed: str, said: str
) -> None:
    pane.narrowing.ask()
    dialog = asked(pane)
    control = dialog.editors[name].control
    assert isinstance(control, QLineEdit)
    type_into(control, typed)
    dialog.take()
    assert dialog.isVisible()
    assert dialog.trouble.text().startswith(said)
    assert control.text() == typed
    assert dialog.focusWidget() is control
    assert len(listed(pane)) == 6
    dialog.reject()


def test_conditions_words_and_chips_go_together(pane: AgreementList) -> None:
    pane.narrowing.narrow(Narrowed(school_id="north"))
    pane.form.filter.setText("title 3")
    pane.refresh_now()
    QTest.keyClick(pane.form.filter, Qt.Key.Key_Return)
    assert listed(pane) == ["g3"]
    pane.form.filter.clear()
    drafts = [each.label for each in pane.chips].index("Drafts")
    pane._group.buttons()[drafts].click()
    assert listed(pane) == []
    assert pane.form.stack.currentIndex() == 1
    assert "Nothing fits all of this" in pane.empty._title.text()
    pane.choose_key("")
    assert len(listed(pane)) == 6
    assert pane.narrowing.conditions == {}


def test_a_record_outside_the_conditions_widens_the_list(pane: AgreementList) -> None:
    pane.narrowing.narrow(Narrowed(organization_id="oa"))
    pane.show_record("g2")
    assert "g2" in listed(pane)
    assert pane.current_id == "g2"
    assert pane.narrowing.narrowed == Narrowed()


def test_the_value_is_a_column_that_sorts(pane: AgreementList) -> None:
    titles = [each.title for each in pane.table_model.columns]
    assert titles == ["Number", "Partner", "Status", "Ends on", "District pays",
                      "Agreement title", "Begins on", "Kind of agreement"]
    assert (cell(pane, 1, "District pays"), cell(pane, 0, "District pays")) == ("$5,000.50", "")
    header = pane.form.table.horizontalHeader()
    header.setSortIndicator(titles.index("District pays"), Qt.SortOrder.DescendingOrder)
    assert listed(pane)[:3] == ["g5", "g3", "g1"]
    header.setSortIndicator(titles.index("District pays"), Qt.SortOrder.AscendingOrder)
    assert listed(pane)[-1] == "g5"


def test_totals_are_of_what_is_listed_and_can_be_copied(
    qtbot: QtBot, pane: AgreementList
) -> None:
    pane.narrowing.narrow(Narrowed(year=2023))
    pane.narrowing.totals_button.click()
    dialog = next(each for each in pane.findChildren(TotalsDialog) if each.isVisible())
    assert dialog.words().splitlines() == [
        "School year\tPaid by\tMoney\tIn kind", "2023-24\tDistrict\t3000.30\t0.00"
    ]
    dialog.close()
    pane.narrowing.narrow(Narrowed())
    pane.show_totals()
    dialog = next(each for each in pane.findChildren(TotalsDialog) if each.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 8
    assert lines[-1] == "All years\tTogether\t21002.10\t0.00"
    assert nameless(dialog) == []


def test_totals_of_nothing_teach(pane: AgreementList) -> None:
    pane.narrowing.narrow(Narrowed(least=Decimal(10**9)))
    pane.show_totals()
    dialog = next(each for each in pane.findChildren(TotalsDialog) if each.isVisible())
    assert not dialog.table.isVisible()
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    copy = next(each for each in buttons.findChildren(QPushButton) if each.text() == "Copy")
    assert not copy.isEnabled()


def test_nothing_is_offered_of_a_list_without_agreements(qtbot: QtBot, pane: AgreementList) -> None:
    buttons = (pane.narrowing.totals_button, pane.narrowing.packets_button)
    assert all(each.isEnabled() for each in buttons)
    pane.form.filter.setText("zzz")
    qtbot.waitUntil(lambda: not listed(pane))
    assert not any(each.isEnabled() for each in buttons)
    pane.form.filter.clear()
    qtbot.waitUntil(lambda: bool(listed(pane)))
    assert all(each.isEnabled() for each in buttons)
