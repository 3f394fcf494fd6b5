"""The tree of categories as a coordinator uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.history import Operation
from partner_desk.model.origins import Source
from partner_desk.model.partners import Need
from partner_desk.model.resources import Service
from partner_desk.services import usual_categories
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.categories_side import CategoriesSide
from partner_desk.ui.areas.directory.category_dialog import MergeDialog, MoveDialog
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.components.reference_editor import Search
from partner_desk.ui.desk import Changed, Desk
from tests.ui.desks import heard, nameless, show, type_into

FOOD = Category(name="Food", name_es="Comida")
PANTRY = Category(name="Pantries <b>", name_es="Despensas", parent_id=FOOD.id)
NIGHT = Category(name="At night", parent_id=PANTRY.id)
SOURCE = Source(name="Far City")
FOREIGN = Category(name="Groceries", source_id=SOURCE.id)


@pytest.fixture
def side(qtbot: QtBot, desk: Desk) -> CategoriesSide:
    service = Service(name="Bags")
    with desk.store.writing(Operation("record.add")) as work:
        work.add_many([SOURCE, FOOD, PANTRY, NIGHT, FOREIGN, service])
        work.add(ServiceCategory(service_id=service.id, category_id=NIGHT.id))
    made = CategoriesSide(desk)
    desk.changed.connect(made.refresh)
    show(qtbot, made)
    return made


def stored(store: Store, category: Category) -> Category:
    with store.reading() as reader:
        found = reader.get(Category, category.id)
    assert found is not None
    return found


def shown(side: CategoriesSide) -> list[str]:
    """The names of the tree, indented by how deep they stand."""
    model = side.pane.model
    found = []
    for number in range(model.count):
        index = model.number(number)
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        found.append("." * depth + str(index.data()))
    return found


def test_the_tree_is_sound_and_counts(side: CategoriesSide, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(side.pane.model)
    assert shown(side) == ["Food", ".Pantries <b>", "..At night", "Groceries"]
    food = side.pane.model.index_of(FOOD.id)
    assert [food.siblingAtColumn(each).data() for each in range(4)] == ["Food", "Comida", "1", ""]
    foreign = side.pane.model.index_of(FOREIGN.id)
    assert [foreign.siblingAtColumn(each).data() for each in (2, 3)] == ["–", "Far City"]
    assert not nameless(side)


def test_the_filter_keeps_what_stands_above(qtbot: QtBot, side: CategoriesSide) -> None:
    side.focus_filter()
    type_into(side.pane.filter, "night")
    qtbot.waitUntil(lambda: shown(side) == ["Food", ".Pantries <b>", "..At night"])
    type_into(side.pane.filter, "comida")
    qtbot.waitUntil(lambda: len(shown(side)) == 3)
    type_into(side.pane.filter, "nothing")
    qtbot.waitUntil(lambda: side.pane.stack.currentIndex() == 1)
    side.open(FOREIGN.id)
    assert side.pane.filter.text() == ""


def test_f2_renames_in_both_languages(qtbot: QtBot, side: CategoriesSide) -> None:
    side.open(FOOD.id)
    model = side.pane.model
    side.pane.rename_current()
    editor = side.pane.tree.focusWidget()
    assert editor is not None
    type_into(editor, "Groceries & meals")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(side.desk.store, FOOD).name == "Groceries & meals")
    assert model.setData(model.index_of(FOOD.id).siblingAtColumn(1), "Víveres")
    assert stored(side.desk.store, FOOD).name_es == "Víveres"
    told: list[str] = []
    side.desk.told.connect(lambda words, undo: told.append(words))
    assert not model.setData(model.index_of(FOOD.id), " ")
    assert len(told) == 1
    assert stored(side.desk.store, FOOD).name == "Groceries & meals"


def test_dragging_moves_and_never_into_a_circle(side: CategoriesSide) -> None:
    model = side.pane.model
    told: list[str] = []
    side.desk.told.connect(lambda words, undo: told.append(words))

    def drag(what: Category, onto: Category | None) -> None:
        data = model.mimeData([model.index_of(what.id)])
        target = model.index_of(onto.id) if onto else model.index_of("nowhere")
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, target)

    drag(FOOD, NIGHT)
    assert stored(side.desk.store, FOOD).parent_id is None
    assert told == ["“At night” stands under “Food” itself. Choose a category that does not."]
    drag(NIGHT, FOOD)
    assert stored(side.desk.store, NIGHT).parent_id == FOOD.id
    assert shown(side) == ["Food", ".At night", ".Pantries <b>", "Groceries"]
    drag(NIGHT, None)
    assert shown(side)[0] == "At night"


def test_move_and_merge_ask_for_a_name(qtbot: QtBot, side: CategoriesSide) -> None:
    side.open(FOREIGN.id)
    move = MoveDialog(side.desk, FOREIGN.id, "Groceries", side)
    qtbot.addWidget(move)
    move.editor.line.setText("food")
    move.finish()
    assert stored(side.desk.store, FOREIGN).parent_id == FOOD.id
    wrong = MoveDialog(side.desk, FOOD.id, "Food", side)
    qtbot.addWidget(wrong)
    wrong.editor.line.setText("Food › Pantries <b>")
    wrong.finish()
    assert "stands under" in wrong.message.text()
    merge = MergeDialog(side.desk, FOREIGN.id, "Groceries", side)
    qtbot.addWidget(merge)
    merge.editor.line.setText("pantries <b>")
    merge.finish()
    assert stored(side.desk.store, FOREIGN).deleted_at is not None
    assert heard(side.desk.store) == "record.combine"
    assert shown(side) == ["Food", ".Pantries <b>", "..At night"]


def test_what_is_in_use_is_not_deleted(side: CategoriesSide) -> None:
    told: list[str] = []
    side.desk.told.connect(lambda words, undo: told.append(words))
    side.open(NIGHT.id)
    side.delete()
    assert stored(side.desk.store, NIGHT).deleted_at is None
    assert told[-1].startswith("“At night” is in use (1).")
    side.open(FOREIGN.id)
    side.delete()
    assert stored(side.desk.store, FOREIGN).deleted_at is not None
    assert side.desk.store.undo() is not None
    side.refresh(Changed())
    assert "Groceries" in shown(side)


def test_a_new_one_stands_under_the_current(side: CategoriesSide) -> None:
    side.open(PANTRY.id)
    side.begin()
    type_into(side.new_form.rows["name"].editor.control, "On wheels")
    side.new.save(goes_on=False)
    assert ".." + "On wheels" in shown(side)
    assert side.view.record is not None
    assert side.view.record.caption == "On wheels"


def test_enter_saves_a_new_one_and_does_no_more(qtbot: QtBot, desk: Desk) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.show_side(page.categories)
    page.new_record()
    name = page.categories.new_form.rows["name"].editor.control
    type_into(name, "Bicycles")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert page.side is page.categories
    record = page.categories.view.record
    assert record is not None and record.caption == "Bicycles"


def test_an_empty_office_is_offered_the_usual_ones(qtbot: QtBot, desk: Desk) -> None:
    side = CategoriesSide(desk)
    desk.changed.connect(side.refresh)
    show(qtbot, side)
    assert side.pane.stack.currentIndex() == 1
    side.add_usual()
    assert side.pane.model.count == len(usual_categories.usual_categories())
    assert side.pane.usual_button.isHidden()


def test_a_category_opens_on_its_page_and_leads_to_its_resources(
    qtbot: QtBot, side: CategoriesSide, desk: Desk
) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.open_record(PANTRY.id, "category")
    assert isinstance(page.side, CategoriesSide)
    assert page.categories.pane.current_id == PANTRY.id
    wanted: list[str] = []
    page.categories.resources_requested.connect(wanted.append)
    QTest.mouseClick(page.categories.view.form.actionButton, Qt.MouseButton.LeftButton)
    assert wanted == [PANTRY.id]
    assert page.resources.isVisible()


def test_categories_are_chosen_by_their_path(side: CategoriesSide) -> None:
    with side.desk.store.writing(Operation("record.add")) as work:
        work.add(Need(description="Bags", category_id=NIGHT.id))
    search = Search(side.desk, "category")
    assert search.find("night") == [(NIGHT.id, "Food › Pantries <b> › At night")]
    assert search.named("At night") == [NIGHT.id]
    assert search.named("food › pantries <b> › at night") == [NIGHT.id]
    assert search.called(NIGHT.id) == "Food › Pantries <b> › At night"
