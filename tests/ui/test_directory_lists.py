"""The list of resources narrowed by clicks and keys, views of it, what goes to Excel."""

from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from partner_desk.files.catalogue import Catalogue
from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.contacts import Language
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.places import Location, Schedule, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.services import views
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.category_picker import CategoryPicker
from partner_desk.ui.areas.directory.condition_words import list_words
from partner_desk.ui.areas.directory.narrow_dialog import NarrowDialog
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.directory.paper_dialog import PaperDialog
from partner_desk.ui.areas.directory.resource_pane import ResourcePane
from partner_desk.ui.areas.directory.views import NameDialog
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.editors import LineEditor
from partner_desk.ui.components.exporting import export
from partner_desk.ui.desk import Desk
from tests.ui.desks import nameless, show, type_into

WILD = 'Hội <b>&" =1+1'


@pytest.fixture
def filled(office: Store) -> Store:
    """A pantry open on Saturday mornings near a school, tutoring, and one that is inactive."""
    with office.writing(Operation("test.edit")) as work:
        work.add(School(id="school", name="Lincoln", latitude=41.81, longitude=-71.41))
        work.add(Category(id="food", name="Food", name_es="Comida"))
        work.add(Category(id="pantry", name=WILD, parent_id="food"))
        for key, name in (("oz", "Zebra"), ("oa", "Alpha")):
            work.add(Organization(id=key, name=name))
        work.add(Service(id="pantry1", name="Pantry", organization_id="oz", minimum_age=18))
        work.add(Service(id="tutor", name="Tutoring", organization_id="oa", maximum_age=14))
        work.add(Service(id="old", name="Old", organization_id="oz", status="inactive"))
        work.add(Location(id="place", latitude=41.82, longitude=-71.41))
        work.add(ServiceAtLocation(service_id="pantry1", location_id="place"))
        work.add(ServiceCategory(service_id="pantry1", category_id="pantry"))
        work.add(Schedule(service_id="pantry1", byday="SA", opens_at=time(9), closes_at=time(11)))
    return office


@pytest.fixture
def pane(qtbot: QtBot, filled: Store, desk: Desk) -> ResourcePane:
    made = ResourcePane(desk, lambda: None)
    show(qtbot, made, 900, 600)
    return made


def asked(pane: ResourcePane) -> NarrowDialog:
    """The dialog that is open."""
    dialog = next(each for each in pane.narrowing.findChildren(NarrowDialog) if each.isVisible())
    dialog.activateWindow()
    return dialog


def line(dialog: NarrowDialog, name: str) -> QLineEdit:
    editor = dialog.editors[name]
    assert isinstance(editor, LineEditor | DateEditor)
    return editor.line


def chips(pane: ResourcePane) -> list[str]:
    return [each.accessibleName() for each in pane.narrowing.conditions.values()]


def press(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu by its words."""
    menu.aboutToShow.emit()
    actions: list[QAction] = menu.actions()
    next(each for each in actions if each.text() == words).trigger()


def test_conditions_are_typed_and_taken_away(qtbot: QtBot, pane: ResourcePane) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pane, Qt.Key.Key_F, keys)
    qtbot.waitUntil(lambda: bool(pane.narrowing.findChildren(NarrowDialog)))
    dialog = asked(pane)
    assert nameless(dialog) == []
    QTest.mouseClick(dialog.days["SA"], Qt.MouseButton.LeftButton)
    dialog.parts.setCurrentIndex(dialog.parts.findData("morning"))
    dialog.editors["school_id"].show_value("school")
    type_into(line(dialog, "miles"), "2")
    QTest.keyClick(line(dialog, "miles"), Qt.Key.Key_Return)
    assert pane.table_model.ids == ["pantry1"]
    assert pane.form.count.text() == "1 of 2"
    assert chips(pane) == ["Take away: Within 2 miles of Lincoln",
                           "Take away: Open: Saturday in the morning"]
    QTest.mouseClick(pane.narrowing.conditions["open"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.narrowing.conditions["near"], Qt.MouseButton.LeftButton)
    assert pane.table_model.ids == ["pantry1", "tutor"]
    assert pane.narrowing.conditions == {}
    assert nameless(pane) == []


def test_all_of_the_dialog_comes_back_filled_in(pane: ResourcePane) -> None:
    pane.narrowing.narrow(Narrowed(
        ("food",), 6, 11, True, "low income", ("Latin", "Khmer"), "Baltimore", ("212", "21201"),
        "school", 3.0, ("SA", "SU"), "morning", time(9, 30), "free", True,
        pane._office.today(), 30, True, "oz", ("active",),
    ))
    pane.narrowing.ask()
    dialog = asked(pane)
    assert dialog.wanted() == pane.narrowing.narrowed
    dialog.empty()
    assert dialog.wanted() == Narrowed()
    dialog.bands.setCurrentIndex(dialog.bands.findData("6_8"))
    dialog.bands.activated.emit(dialog.bands.currentIndex())
    assert dialog.wanted() == Narrowed(age_from=11, age_to=14)


def test_what_cannot_be_read_is_said(pane: ResourcePane) -> None:
    pane.narrowing.ask()
    dialog = asked(pane)
    type_into(line(dialog, "age_from"), "five")
    dialog.take()
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    type_into(line(dialog, "age_from"), "5")
    dialog.take()
    assert pane.narrowing.narrowed == Narrowed(age_from=5)


def test_a_quick_condition_is_one_click(pane: ResourcePane) -> None:
    quick = pane.narrowing.quick
    QTest.mouseClick(quick["open"], Qt.MouseButton.LeftButton)
    assert pane.table_model.ids == ["pantry1"]
    assert chips(pane) == ["Take away: Open: Saturday"]
    assert not quick["open"].isVisible()
    QTest.mouseClick(quick["languages"], Qt.MouseButton.LeftButton)
    assert pane.table_model.ids == []
    assert not pane.form.table.isVisible()
    pane.choose_chip(0)
    assert all(each.isVisible() for each in quick.values())


def test_a_category_is_found_by_typing(qtbot: QtBot, pane: ResourcePane) -> None:
    QTest.mouseClick(pane.narrowing.category_button, Qt.MouseButton.LeftButton)
    picker = pane.narrowing.findChildren(CategoryPicker)[0]
    top = picker.tree.topLevelItem(0)
    assert top is not None
    assert (top.text(0), top.text(1)) == ("Food", "1")
    assert nameless(picker) == []
    type_into(picker.line, "hoi")
    assert top.isExpanded()
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert pane.narrowing.narrowed.categories == ("pantry",)
    assert pane.table_model.ids == ["pantry1"]
    assert chips(pane) == [f"Take away: {WILD}"]


def test_what_is_called_just_so_is_found_first(pane: ResourcePane, filled: Store) -> None:
    with filled.writing(Operation("category.add")) as work:
        work.add(Category(id="away", name="Away from home"))
        work.add(Category(id="parcels", name="Food parcels", parent_id="away"))
    QTest.mouseClick(pane.narrowing.category_button, Qt.MouseButton.LeftButton)
    picker = pane.narrowing.findChildren(CategoryPicker)[0]
    type_into(picker.line, "food")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert pane.narrowing.narrowed.categories == ("food",)


def test_a_view_is_saved_opened_renamed_and_deleted(
    qtbot: QtBot, pane: ResourcePane, filled: Store
) -> None:
    menu = pane.narrowing.views
    pane.narrowing.narrow(Narrowed(categories=("food",)))
    pane.form.filter.setText("pan")
    press(menu, "Save this view…")
    dialog = pane.narrowing.findChildren(NameDialog)[0]
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.trouble.isVisible()
    type_into(dialog.line, "Food & more")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    pane.choose_chip(2)
    assert len(pane.table_model.ids) == 3
    press(menu, "Food && more")
    qtbot.waitUntil(lambda: pane.table_model.ids == ["pantry1"])
    assert pane.wanted() == ResourceList("active", "pan", Narrowed(categories=("food",)))
    pane.choose_chip(2)
    rename = next(each for each in menu.actions() if each.text() == "Rename a view").menu()
    assert isinstance(rename, QMenu)
    rename.actions()[0].trigger()
    naming = next(each for each in pane.narrowing.findChildren(NameDialog) if each.isVisible())
    type_into(naming.line, "Saturday")
    save = naming.findChildren(QDialogButtonBox)[0].buttons()[0]
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    menu.aboutToShow.emit()
    update = next(each for each in menu.actions()
                  if each.text() == "Replace a view with this list").menu()
    assert isinstance(update, QMenu)
    update.actions()[0].trigger()
    with filled.reading() as reader:
        view = views.view_named(reader, "Saturday")
        assert views.list_of(view) == ResourceList("all")
    delete = next(each for each in menu.actions() if each.text() == "Delete a view").menu()
    assert isinstance(delete, QMenu)
    delete.actions()[0].trigger()
    with filled.reading() as reader:
        assert views.all_views(reader) == []


def test_conditions_are_there_again(qtbot: QtBot, pane: ResourcePane, desk: Desk) -> None:
    pane.narrowing.narrow(Narrowed(age_from=16))
    again = ResourcePane(desk, lambda: None)
    show(qtbot, again)
    assert again.narrowing.narrowed == Narrowed(age_from=16)
    assert again.table_model.ids == ["pantry1"]
    assert again.form.count.text() == "1 of 2"
    again.choose_chip(0)
    assert ResourcePane(desk, lambda: None).narrowing.narrowed == Narrowed()


def test_a_list_is_read_anew_with_its_conditions(
    qtbot: QtBot, pane: ResourcePane, desk: Desk, filled: Store
) -> None:
    pane.narrowing.narrow(Narrowed(categories=("food",)))
    with filled.writing(Operation("test.edit")) as work:
        work.add(Category(id="new", name="New", parent_id="food"))
        work.add(ServiceCategory(service_id="tutor", category_id="new"))
    desk.announce()
    pane.refresh_now()
    assert pane.table_model.ids == ["pantry1", "tutor"]


def test_a_header_orders_by_organization(pane: ResourcePane) -> None:
    header = pane.form.table.horizontalHeader()
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert pane.table_model.ids == ["tutor", "pantry1"]


def test_the_workbook_says_what_is_listed(
    qtbot: QtBot, pane: ResourcePane, desk: Desk, tmp_path: Path
) -> None:
    narrowed = Narrowed(categories=("food",), days=("SA",), part="morning", school_id="school")
    pane.narrowing.narrow(narrowed)
    about = list_words(desk, pane.wanted())
    assert about == "Food, Within 2 miles of Lincoln, Open: Saturday in the morning"
    path = tmp_path / "list.xlsx"
    with qtbot.waitSignal(desk.told, timeout=20_000):
        export(desk, pane.query, path, about)
    book = load_workbook(path)
    assert book.worksheets[0].max_row == 2
    assert book.worksheets[1]["A2"].value == about


def test_the_cover_of_a_booklet_says_the_conditions_in_the_languages_of_the_paper(
    qtbot: QtBot, filled: Store, desk: Desk
) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.show_narrowed(Narrowed(age_from=7, age_to=7))
    desk.preferences.keep_word("paper_language", "both")
    page.ways_out.booklet()
    dialog = page.findChildren(PaperDialog)[-1]
    qtbot.waitUntil(lambda: dialog.preview.data != b"", timeout=30_000)
    cover = PdfReader(BytesIO(dialog.preview.data)).pages[0].extract_text()
    assert "Age 7" in cover and "7 años" in cover
    dialog.reject()


def test_other_sides_lead_to_a_narrowed_list(qtbot: QtBot, filled: Store, desk: Desk) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.show_narrowed(Narrowed(categories=("pantry",)))
    assert page.resources.pane.table_model.ids == ["pantry1"]


def test_each_way_out_opens(
    qtbot: QtBot, filled: Store, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.show_narrowed(Narrowed(categories=("food",)))
    menu = page.export_button.menu()
    words = [each.text() for each in menu.actions() if each.text()]
    assert len(words) == 9
    path = tmp_path / "out.csv"
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(path), "")
    )
    with qtbot.waitSignal(desk.told, timeout=20_000):
        press(menu, "CSV…")
    assert "Pantry" in path.read_text(encoding="utf-8-sig")
    assert "Tutoring" not in path.read_text(encoding="utf-8-sig")
    for entry in ("Booklet…", "Call list…", "Address labels of the organizations…"):
        press(menu, entry)
        dialog = page.findChildren(PaperDialog)[-1]
        qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
        dialog.reject()
    page.booklet_button.click()
    assert page.findChildren(PaperDialog)[-1].windowTitle() == "Booklet"
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    page.findChildren(PaperDialog)[-1].reject()
    page.open_record("pantry1", "service")
    page.resources.put_on_handout()
    assert page.resources.basket.ids == ["pantry1"]


def test_languages_have_the_names_that_they_have_in_the_language_of_the_window(
    qtbot: QtBot, filled: Store, desk: Desk
) -> None:
    with filled.writing(Operation("test.edit")) as work:
        for name in ("Vietnamese", "German; ASL", "Mam"):
            work.add(Language(service_id="pantry1", name=name))
    desk.catalogue = Catalogue("es")
    dialog = NarrowDialog(desk, Narrowed(languages=("Vietnamita",)))
    show(qtbot, dialog)
    offered = [dialog.languages.itemText(each) for each in range(1, dialog.languages.count())]
    assert [each for each in offered if each not in ("Español", "Inglés")] == [
        "Alemán", "Lengua de señas americana", "Mam", "Vietnamita"]
    assert dialog.languages.currentText() == "Vietnamita"
    assert dialog.languages.currentData() == "Vietnamese"
    two = ResourceList(narrowed=Narrowed(languages=("German", "Mam")))
    assert list_words(desk, two) == "Alemán, Mam"
