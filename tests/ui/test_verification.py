"""Resources are verified one key after the other; who did it, when and how is kept."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from partner_desk.model.history import Operation
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.resources import Service
from partner_desk.services.verification import verifications
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.directory.verify_tab import VerifyDialog
from partner_desk.ui.desk import Desk
from tests.ui.desks import TODAY, heard, nameless, show, type_into

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def filled(office: Store) -> Store:
    with office.writing(Operation("test.edit")) as work:
        work.add(Office(id=OFFICE_ID, name="East", verify_days=100))
        for key, days in (("a", 400), ("b", 300), ("c", 200), ("fresh", 50)):
            work.add(Service(id=key, name=f"Service {key}",
                             assured_date=TODAY - timedelta(days=days)))
    return office


@pytest.fixture
def page(qtbot: QtBot, filled: Store, desk: Desk) -> DirectoryPage:
    made = DirectoryPage(desk)
    show(qtbot, made)
    made.show_list("unverified")
    return made


def verified(store: Store) -> list[str]:
    with store.reading() as reader:
        found = reader.find(Service, assured_date=TODAY)
        assert all(verifications(reader, each.id)[0].verified_on == TODAY for each in found)
    return sorted(each.id for each in found)


def shown(page: DirectoryPage) -> str:
    record = page.resources.view.record
    return record.id if record is not None else ""


def test_the_queue_is_worked_off_with_one_key(
    qtbot: QtBot, page: DirectoryPage, filled: Store, desk: Desk
) -> None:
    pane = page.resources.pane
    assert pane.table_model.ids == ["a", "b", "c"]
    table = pane.form.table
    table.setFocus()
    table.selectRow(0)
    assert shown(page) == "a"
    QTest.keyClick(table, Qt.Key.Key_V)
    assert (verified(filled), shown(page)) == (["a"], "b")
    assert pane.table_model.ids == ["b", "c"]
    QTest.keyClick(table, Qt.Key.Key_V)
    QTest.keyClick(table, Qt.Key.Key_V)
    assert verified(filled) == ["a", "b", "c"]
    assert pane.table_model.ids == []
    desk.write(filled.undo)
    assert verified(filled) == ["a", "b"]


def test_who_is_led_to_the_queue_is_in_it(page: DirectoryPage, filled: Store) -> None:
    table = page.resources.pane.form.table
    assert table.hasFocus()
    assert shown(page) == "a"
    QTest.keyClick(table, Qt.Key.Key_V)
    assert (verified(filled), shown(page)) == (["a"], "b")


def test_keys_of_the_record_go_to_the_next(page: DirectoryPage, filled: Store) -> None:
    page.open_record("b", "service")
    page.resources.view.focus_first()
    QTest.keyClick(page, Qt.Key.Key_V, CONTROL_SHIFT)
    assert (verified(filled), shown(page)) == (["b"], "c")


def test_a_selection_is_one_change(page: DirectoryPage, filled: Store) -> None:
    table = page.resources.pane.form.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_V)
    assert verified(filled) == ["a", "b"]
    assert heard(filled) == "service.verify_many"
    assert shown(page) == "c"


def test_how_and_what_was_said_are_noted(qtbot: QtBot, page: DirectoryPage, filled: Store) -> None:
    page.open_record("a", "service")
    side = page.resources
    side.view.go_to(side.verifications)
    tab = side.verifications.part
    QTest.mouseClick(tab.verify_button, Qt.MouseButton.LeftButton)
    dialog = side.findChildren(VerifyDialog)[0]
    assert nameless(dialog) == []
    dialog.method.setCurrentIndex(dialog.method.findData("phone"))
    type_into(dialog.note, "Moved <b>&")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    with filled.reading() as reader:
        noted = verifications(reader, "a")[0]
    assert (noted.method, noted.note, noted.verified_by) == ("phone", "Moved <b>&", "Ana Núñez")
    words = [each.text() for card in tab._cards for each in card.findChildren(type(tab.summary))]
    assert words == ["03/02/2026 · Ana Núñez · By phone", "Moved <b>&"]
    assert not tab.summary.isVisible()


def test_nothing_is_verified_where_the_office_may_only_be_read(
    page: DirectoryPage, filled: Store, desk: Desk
) -> None:
    desk.lock()
    table = page.resources.pane.form.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_V)
    page.resources.verify_shown()
    assert verified(filled) == []
