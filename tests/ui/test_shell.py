"""The window around the areas, used as a person uses it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.office import Coordinator
from partner_desk.model.organizations import Organization
from partner_desk.services import office as offices
from partner_desk.services import records
from partner_desk.ui.desk import Changed
from partner_desk.ui.shell.program import Program
from partner_desk.ui.shell.settings import SettingsPage
from tests.ui.conftest import close, window_of


def _type_in(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    for character in text:
        if character.isascii():
            qtbot.keyClicks(edit, character)
        else:
            edit.insert(character)  # A test's keyboard has only the keys of ASCII.


def _settings(program: Program) -> SettingsPage:
    window_of(program).show_area("settings")
    page = window_of(program).page("settings")
    assert isinstance(page, SettingsPage)
    return page


def _name_edit(program: Program) -> QLineEdit:
    control = _settings(program).form.rows["name"].editor.control
    assert isinstance(control, QLineEdit)
    return control


def _rename(qtbot: QtBot, program: Program, name: str) -> None:
    edit = _name_edit(program)
    _type_in(qtbot, edit, name)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)


def test_a_new_office_is_begun_by_keyboard(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    program.start()
    page = program.first_run
    assert page is not None
    place = tmp_path / "Ours.pdoffice"
    _type_in(qtbot, page.ui.officeEdit, "Oficina de Alianzas <b>&\" East")
    _type_in(qtbot, page.ui.coordinatorEdit, "Ana Núñez")
    _type_in(qtbot, page.ui.placeEdit, str(place))
    qtbot.keyClick(page.ui.placeEdit, Qt.Key.Key_Return)
    assert window_of(program).ui.officeName.text() == 'Oficina de Alianzas <b>&" East'
    assert place.is_file()
    assert program.desk is not None
    people = program.desk.read(lambda reader: reader.find(Coordinator))
    assert [each.name for each in people] == ["Ana Núñez"]
    assert program.first_run is None
    assert not window_of(program).ui.undoAction.isEnabled()  # The office itself is not undone.


def test_what_is_missing_is_said_and_what_was_typed_stays(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path
) -> None:
    program = start()
    program.start()
    page = program.first_run
    assert page is not None
    _type_in(qtbot, page.ui.coordinatorEdit, "Ana")
    qtbot.keyClick(page.ui.coordinatorEdit, Qt.Key.Key_Return)
    assert page.ui.problem.text() == "Give the office a name."
    assert page.ui.officeEdit.property("invalid") is True
    there = tmp_path / "There.pdoffice"
    there.write_text("something else")
    _type_in(qtbot, page.ui.officeEdit, "East Office")
    _type_in(qtbot, page.ui.placeEdit, str(there))
    qtbot.keyClick(page.ui.placeEdit, Qt.Key.Key_Return)
    assert page.ui.problem.text() == f"There is already a file at {there}."
    assert page.ui.placeEdit.property("invalid") is True
    assert there.read_text() == "something else"
    assert page.ui.officeEdit.text() == "East Office"
    assert program.window is None


def test_areas_are_reached_by_keys(qtbot: QtBot, program: Program) -> None:
    window = window_of(program)
    keys = {each.shortcut().toString(): each for each in window.ui.viewMenu.actions()}
    seen = []
    for key in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+,"):
        keys[key].trigger()
        seen.append(window.current)
        assert window.ui.pages.currentWidget() is window.pages[window.current]
    assert seen == ["today", "partners", "agreements", "directory", "evaluations", "settings"]


def test_search_goes_to_a_person_by_keyboard(qtbot: QtBot, program: Program) -> None:
    window, desk = window_of(program), program.desk
    assert desk is not None
    records.add(desk.store, "organization", {"name": "Río Verde", "contacts": [
        {"name": "Zoë Ångström"}]})
    window.ui.searchAction.trigger()
    qtbot.keyClicks(window.ui.search, "angstr")
    qtbot.waitUntil(lambda: not window.search.popup.isHidden())
    rows = window.search.popup.rows
    assert [rows.item(n).text() for n in range(rows.count())][:2] == [
        "Contacts", "Zoë Ångström · Río Verde"]
    went: list[tuple[str, str]] = []
    desk.opened.connect(lambda kind, record_id: went.append((kind, record_id)))
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Return)
    assert [kind for kind, _ in went] == ["contact"]
    assert window.current == "partners"
    assert window.search.popup.isHidden()


def test_the_heading_of_the_first_hit_is_seen(qtbot: QtBot, program: Program) -> None:
    window, desk = window_of(program), program.desk
    assert desk is not None
    for number in range(8):
        people = [{"name": f"Zoë {number}{each}"} for each in range(3)]
        records.add(desk.store, "organization", {"name": f"Zoë House {number}",
                                                 "contacts": people})
    window.ui.searchAction.trigger()
    qtbot.keyClicks(window.ui.search, "zoe")
    qtbot.waitUntil(lambda: not window.search.popup.isHidden())
    rows = window.search.popup.rows
    assert rows.verticalScrollBar().maximum() > 0
    assert rows.visualItemRect(rows.item(0)).top() >= 0


def test_the_name_of_the_office_fits_larger_text(qtbot: QtBot, program: Program) -> None:
    window, label = window_of(program), window_of(program).ui.officeName
    label.setToolTip("Office of School and Community Partnerships of the Three Valleys")
    font = window.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    window.setFont(font)
    qtbot.waitUntil(lambda: label.text().endswith("…"))


def test_search_says_when_nothing_was_found_and_escape_closes(
    qtbot: QtBot, program: Program
) -> None:
    window = window_of(program)
    window.ui.searchAction.trigger()
    qtbot.keyClicks(window.ui.search, "xyzzy")
    window.search.search()
    assert window.search.popup.rows.item(0).text() == "Nothing was found."
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Return)
    assert not window.search.popup.isHidden()
    qtbot.keyClick(window.ui.search, Qt.Key.Key_Escape)
    assert window.search.popup.isHidden()
    assert window.ui.search.text() == ""
    assert not window.ui.search.isUndoAvailable()


def test_a_setting_is_saved_when_left_and_undone_by_its_name(
    qtbot: QtBot, program: Program
) -> None:
    _rename(qtbot, program, "West Office")
    window = window_of(program)
    assert window.ui.officeName.text() == "West Office"
    assert window.windowTitle() == "West Office – Partner Desk"
    assert window.ui.undoAction.text() == "Undo change of Office name of East Office"
    assert window.status.saved.text().startswith("All changes saved 2") or (
        window.status.saved.text()[-5:-3].isdigit())
    window.ui.undoAction.trigger()
    assert window.ui.officeName.text() == "East Office"
    assert "Undone" in window.toast.text()
    assert window.ui.redoAction.text() == "Redo change of Office name of East Office"
    window.ui.redoAction.trigger()
    assert window.ui.officeName.text() == "West Office"


def test_a_field_being_typed_in_keeps_its_own_undo_first(
    qtbot: QtBot, program: Program
) -> None:
    _rename(qtbot, program, "West Office")
    window, edit = window_of(program), _name_edit(program)
    window.activateWindow()
    edit.setFocus()
    edit.end(False)
    qtbot.keyClicks(edit, "xx")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "West Office"
    assert window.ui.officeName.text() == "West Office"


def test_undo_is_there_after_a_restart(
    qtbot: QtBot, program: Program, start: Callable[[], Program]
) -> None:
    _rename(qtbot, program, "West Office")
    close(program)
    again = start()
    again.start()
    qtbot.waitUntil(lambda: again.desk is not None)
    window = window_of(again)
    assert window.current == "settings"
    window.ui.undoAction.trigger()
    assert again.desk is not None
    assert offices.settings(again.desk.store).name == "East Office"


def test_closing_saves_what_is_being_typed(
    qtbot: QtBot, program: Program, start: Callable[[], Program]
) -> None:
    _type_in(qtbot, _name_edit(program), "Typed to the end")
    close(program)
    again = start()
    again.start()
    qtbot.waitUntil(lambda: again.desk is not None)
    assert window_of(again).ui.officeName.text() == "Typed to the end"


def test_the_language_is_switched_at_once(qtbot: QtBot, program: Program) -> None:
    window = window_of(program)
    window.show_area("directory")
    spanish = next(each for each in window.ui.languageMenu.actions() if each.data() == "es")
    spanish.trigger()
    fresh = window_of(program)
    assert fresh is not window
    assert program.catalogue.language == "es"
    assert fresh.current == "directory"
    assert fresh.ui.areas.item(0).text() == program.catalogue.text("Today")
    assert program.preferences.language == "es"
    assert not window.isVisible()


def test_the_look_is_switched_at_once(qtbot: QtBot, qapp: QApplication, program: Program) -> None:
    window = window_of(program)
    bright = qapp.palette().window().color().lightness()
    dark = next(each for each in window.ui.themeMenu.actions() if each.data() == "dark")
    dark.trigger()
    assert qapp.palette().window().color().lightness() < 128 < bright
    size = qapp.font().pointSizeF()
    large = next(each for each in window.ui.textSizeMenu.actions() if each.data() == "130")
    large.trigger()
    assert round(qapp.font().pointSizeF() / size, 2) == 1.3
    program.preferences.text_size = 100
    program.preferences.theme = "light"
    program._dress()


def test_history_names_whoever_works_here_now(program: Program) -> None:
    desk = program.desk
    assert desk is not None
    window_of(program).status.coordinator_chosen.emit("Ben Ortiz")
    assert window_of(program).status.coordinator.text() == "Ben Ortiz"
    desk.write(lambda: records.add(desk.store, "school", {"name": "Depot Square"}))
    newest = desk.read(lambda reader: reader.change_sets(1))[0]
    assert newest.who == "Ben Ortiz"


def test_desk_tells_which_records_a_write_touched(qtbot: QtBot, program: Program) -> None:
    desk = program.desk
    assert desk is not None
    heard: list[Changed] = []
    desk.changed.connect(heard.append)
    school = desk.write(lambda: records.add(desk.store, "school", {"name": "Depot Square"}))
    assert school is not None
    assert heard[0].kinds == {"school"}
    assert heard[0].concerns(school.id)
    assert not heard[0].touches("organization")
    desk.write(lambda: None)
    assert len(heard) == 1


def test_a_trouble_is_told_and_nothing_is_lost(qtbot: QtBot, program: Program) -> None:
    desk = program.desk
    assert desk is not None

    def full() -> None:
        raise EnvironmentProblem("disk.full", path="/x")

    assert desk.write(full) is None
    dialog = program.dialog
    assert dialog is not None
    assert dialog.accessibleName() == "The disk is full."
    dialog.close()


def test_every_control_of_the_shell_has_a_name(qtbot: QtBot, program: Program) -> None:
    window = window_of(program)
    for key in ("today", "settings", "import"):
        window.show_area(key)
    nameless = [
        f"{type(each.parent()).__name__}.{type(each).__name__} {each.objectName()}"
        for each in _controls(window)
        if not _name(each)
    ]
    assert nameless == []


def _controls(window: QWidget) -> list[QWidget]:
    return [
        each for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.objectName() not in ("qt_scrollarea_vcontainer", "qt_tabwidget_tabbar")
        and not _is_inside(each, QLineEdit, QComboBox)  # Parts that Qt makes itself.
    ]


def _is_inside(widget: QWidget, *kinds: type[QWidget]) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kinds) or _is_inside(parent, *kinds))


def _name(widget: QWidget) -> str:
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_no_two_keys_are_the_same(program: Program) -> None:
    keys = [
        each.shortcut().toString() for each in window_of(program).findChildren(QAction)
        if not each.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))


def test_a_record_without_a_page_of_its_own_opens_at_its_owner(
    qtbot: QtBot, program: Program
) -> None:
    desk = program.desk
    assert desk is not None
    organization = records.add(desk.store, "organization", {
        "name": "Río Verde", "phones": [{"number": "413 555 0101"}]})
    assert isinstance(organization, Organization)
    phone = desk.read(lambda reader: reader.children(organization)["phones"][0])
    window_of(program).open_record("phone", phone.id)
    assert window_of(program).current == "partners"
