"""What was shown stands where it was: in the next window, in other areas, in a small window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.duplicates.page import DuplicatesPage
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from partner_desk.ui.shell.settings import SettingsPage
from tests.ui.conftest import in_front, window_of
from tests.ui.test_focus_after_work import DIRECTORY, at_rest

LANGUAGES = ("en", "es")


@pytest.fixture
def resource(program: Program) -> str:
    """The id of the one resource there is; it was never verified."""
    assert program.desk is not None
    with program.desk.store.writing(Operation("test.resource")) as work:
        owner = work.add(Organization(name="Food Bank"))
        return work.add(Service(
            name="Food card", status="active", organization_id=owner.id)).id


def directory(window: MainWindow) -> DirectoryPage:
    page = window.page("directory")
    assert isinstance(page, DirectoryPage)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_tabs_of_a_resource_fit_the_smallest_window(
    qtbot: QtBot, program: Program, resource: str, language: str
) -> None:
    program.switch_language(language)
    window = window_of(program)
    window.resize(1366, 768)
    window.open_record("service", resource)
    side = directory(window).resources
    # As where the list of a large office was narrowed.
    side.pane.form.count.setText("1,204 of 5,310")
    tabs = side.view.form.tabs
    qtbot.waitUntil(lambda: side.pane.form.count.width() > 60)
    bar = tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < tabs.width()


def test_another_language_shows_what_was_shown(program: Program, resource: str) -> None:
    window = window_of(program)
    window.show_list("directory", "unverified")
    side = directory(window).resources
    side.pane.form.filter.setText("food")
    side.open(resource)
    side.view.form.tabs.setCurrentIndex(2)
    program.switch_language("es")
    assert window_of(program) is not window
    side = directory(window_of(program)).resources
    assert side.list.wanted_key == "unverified"
    assert side.pane.form.filter.text() == "food"
    assert side.pane.current_id == resource
    assert side.stack.currentWidget() is side.view
    assert side.view.record is not None and side.view.record.id == resource
    assert side.view.form.tabs.currentIndex() == 2


def test_a_language_chosen_in_the_settings_leaves_the_other_areas_as_they_were(
    program: Program, resource: str
) -> None:
    window = window_of(program)
    window.show_list("directory", "unverified")
    window.show_list("partners", "schools")
    window.show_area("settings")
    program.switch_language("es")
    window = window_of(program)
    assert window.current == "settings"
    assert directory(window).resources.list.wanted_key == "unverified"
    partners = window.page("partners")
    assert isinstance(partners, PartnersPage)
    assert partners.side is partners.schools


def test_a_record_that_is_not_in_its_list_any_more_leaves_the_list_as_it_was(
    program: Program, resource: str
) -> None:
    window = window_of(program)
    window.show_list("directory", "unverified")
    side = directory(window).resources
    side.open(resource)
    side.verify()
    side.pane.refresh_now()
    program.switch_language("es")
    side = directory(window_of(program)).resources
    assert side.list.wanted_key == "unverified"
    assert side.view.record is not None and side.view.record.id == resource


def test_other_areas_leave_the_choice_of_a_list(program: Program, resource: str) -> None:
    window = window_of(program)
    window.show_list("directory", "unverified")
    directory(window).resources.open(resource)
    for area in ("settings", "today", "directory"):
        window.show_area(area)
    assert directory(window).resources.list.wanted_key == "unverified"


def test_keys_are_called_in_menus_as_in_tips(program: Program) -> None:
    program.switch_language("es")
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+1").toString(native) == "Ctrl+1"
    assert QKeySequence("Ctrl+Shift+V").toString(native) == "Ctrl+Mayús+V"
    window = window_of(program)
    assert "Ctrl+K" in window.ui.search.placeholderText()
    assert window.ui.undoAction.shortcut() == QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Z)


def test_settings_begin_in_their_first_field(qtbot: QtBot, program: Program) -> None:
    window = in_front(qtbot, program)
    window.show_area("directory")
    directory(window).resources.pane.form.filter.setFocus()
    window.show_area("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    first = next(iter(page.form.rows.values()))
    qtbot.waitUntil(first.editor.control.hasFocus)


@pytest.mark.parametrize("way", ["mouse", "Space", "Ctrl+Z"])
def test_after_undo_of_an_import_the_keyboard_is_in_the_page(
    qtbot: QtBot, program: Program, way: str
) -> None:
    window = in_front(qtbot, program)
    window.bringing.read_directory(str(DIRECTORY))
    page = window.page("import")
    assert isinstance(page, ImportPage)
    at_rest(qtbot, program)
    QTest.keyClick(page.ui.importButton, Qt.Key.Key_Space)
    at_rest(qtbot, program)
    qtbot.waitUntil(window.toast.button.isVisible)
    if way == "mouse":
        qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    elif way == "Ctrl+Z":
        assert directory(window).resources.pane.form.table.hasFocus()
        window.ui.undoAction.trigger()
    else:
        window.toast.button.setFocus()
        QTest.keyClick(window.toast.button, Qt.Key.Key_Space)
    desk = at_rest(qtbot, program)
    qtbot.waitUntil(lambda: not directory(window).resources.pane.table_model.ids)
    with desk.store.reading() as reader:
        assert not reader.find(Service)
    focused = window.focusWidget()
    assert focused is not None and window.page(window.current).isAncestorOf(focused)


def test_pages_of_one_list_take_the_focus_into_it(qtbot: QtBot, program: Program) -> None:
    window = in_front(qtbot, program)
    window.show_area("agreements")
    page = window.page("agreements")
    assert isinstance(page, AgreementsPage) and isinstance(page.side, Side)
    page.setFocus()
    assert page.isAncestorOf(window.focusWidget()) and window.focusWidget() is not page


def test_kept_apart_stays_below_when_no_group_is_left(qtbot: QtBot, program: Program) -> None:
    window = window_of(program)
    window.ui.duplicatesAction.trigger()
    page = window.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    at_rest(qtbot, program)
    frame, tops = page.frame, []
    frame.apart_button.show()
    for count in (1, 0):
        frame.show_count(count, count, looking=False)
        qtbot.wait(20)
        tops.append(frame.apart_button.mapTo(frame, frame.apart_button.rect().topLeft()).y())
    assert tops[0] == tops[1]


def test_names_found_under_a_field_have_the_rows_of_a_choice(
    qtbot: QtBot, desk: Desk
) -> None:
    with desk.store.writing(Operation("test.names")) as work:
        for name in ("Food Bank", "Food Pantry"):
            work.add(Organization(name=name))
    editor = ReferenceEditor(desk, "organization")
    line = editor.line
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "food")
    popup = next(each for each in QApplication.topLevelWidgets() if each.property("popup"))
    assert isinstance(popup, QListView)
    qtbot.waitUntil(popup.isVisible)
    assert popup.sizeHintForRow(0) >= 24
    assert popup.viewport().height() >= 2 * popup.sizeHintForRow(0)
