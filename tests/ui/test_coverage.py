"""The heat map of coverage as a coordinator uses it."""

from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from partner_desk.model.categories import Category, ServiceCategory
from partner_desk.model.history import Operation
from partner_desk.model.partners import (
    Need,
    Partnership,
    PartnershipCategory,
    PartnershipSchool,
    School,
)
from partner_desk.model.resources import Service
from partner_desk.services.coverage import LEVELS
from partner_desk.services.coverage.candidates import narrowed_for
from partner_desk.ui.areas.directory.coverage_export import export
from partner_desk.ui.areas.directory.coverage_map import short_names
from partner_desk.ui.areas.directory.coverage_side import CoverageSide
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.partners.needs_tab import NeedsTab
from partner_desk.ui.areas.partners.overlaps import Overlaps
from partner_desk.ui.components.link_list import LinkCard
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.palette import DARK, LIGHT, contrast
from tests.ui.desks import heard, nameless, show

LINCOLN = School(name="Lincoln <School>", latitude=41.82, longitude=-71.41)
ADAMS = School(name="Adams School")
FOOD = Category(name="Food", name_es="Comida")
ARTS = Category(name="Arts")
FOOD_NEED = Need(
    school_id=LINCOLN.id, category_id=FOOD.id, description="Weekend bags", students=1200,
    priority="high", school_year="2026-27", grade_band="k2", time="weekend",
)
ARTS_NEED = Need(school_id=ADAMS.id, category_id=ARTS.id, description="Music",
                 school_year="2026-27")
OLD_NEED = Need(school_id=ADAMS.id, category_id=FOOD.id, description="Before",
                school_year="2025-26")


@pytest.fixture
def begun(desk: Desk) -> Desk:
    service = Service(name="Pantry & more", status="active")
    partner = Partnership(name="Strings", stage="active")
    with desk.store.writing(Operation("record.add")) as work:
        work.add_many([LINCOLN, ADAMS, FOOD, ARTS, service, partner])
        work.add(ServiceCategory(service_id=service.id, category_id=FOOD.id))
        work.add(PartnershipSchool(partnership_id=partner.id, school_id=ADAMS.id))
        work.add(PartnershipCategory(partnership_id=partner.id, category_id=ARTS.id))
        work.add_many([FOOD_NEED, ARTS_NEED, OLD_NEED])
    desk.announce()  # Else the end of the first job would tell of it, and a second map be made.
    return desk


@pytest.fixture
def side(qtbot: QtBot, begun: Desk) -> CoverageSide:
    made = CoverageSide(begun)
    begun.changed.connect(made.refresh)
    show(qtbot, made)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, side: CoverageSide) -> None:
    """Let the map be made."""
    qtbot.waitUntil(lambda: not side.desk.jobs.running(), timeout=20_000)


def cells(side: CoverageSide) -> dict[tuple[str, str], str]:
    """What the map says, by the words of row and column."""
    table = side.chart.table
    return {
        (str(table.headerData(row, Qt.Orientation.Vertical)),
         str(table.headerData(column, Qt.Orientation.Horizontal))): words
        for row in range(table.rowCount())
        for column in range(table.columnCount())
        if (words := str(table.index(row, column).data()))
    }


def test_the_map_tells_levels_not_by_colour_alone(
    side: CoverageSide, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(side.chart.table)
    qtmodeltester.check(side.list.table)
    assert side.year.currentData() == "2026-27"
    assert cells(side) == {("Arts", "Adams School"): "(1)", ("Food", "Lincoln <School>"): "1,200"}
    food = side.chart.currentIndex()
    said = str(food.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Food · Lincoln <School>: Could be met\n1 need, 1,200 students")
    blank = side.chart.table.index(0, 1)
    assert str(blank.data(Qt.ItemDataRole.ToolTipRole)).endswith("no need stated")
    assert not nameless(side)


def test_choices_arrange_it_anew(qtbot: QtBot, side: CoverageSide) -> None:
    def choose(box: QComboBox, place: int) -> None:
        box.setCurrentIndex(place)
        settle(qtbot, side)

    choose(side.columns, 2)
    assert cells(side) == {("Arts", "Any time"): "(1)", ("Food", "Weekends"): "1,200"}
    choose(side.columns, 1)
    assert ("Food", "Kindergarten to grade 2") in cells(side)
    choose(side.priority, 1)
    assert list(cells(side)) == [("Food", "Kindergarten to grade 2")]
    choose(side.year, side.year.findData("2025-26"))
    assert side.empty.isVisible()
    choose(side.priority, 0)
    assert list(cells(side)) == [("Food", "Everybody")]
    choose(side.year, 0)
    assert len(side.list.table.standings) == 3


def test_nothing_older_is_shown_while_a_map_is_made(qtbot: QtBot, side: CoverageSide) -> None:
    shown: list[tuple[str, int]] = []
    side.chart.table.modelReset.connect(lambda: shown.append(
        (side.chart.table.map.choice.side, len(cells(side))) if side.chart.table.map
        else ("", 0)
    ))
    side.columns.setCurrentIndex(2)
    assert not cells(side)
    assert not side.list.table.standings
    assert not side.details.cards
    side.columns.setCurrentIndex(1)
    settle(qtbot, side)
    assert shown == [("", 0), ("", 0), ("grade", 2)]


def test_who_stops_the_map_may_make_it_later(qtbot: QtBot, side: CoverageSide) -> None:
    before = Event()  # The worker is busy with something else, so that there is time to stop it.
    other = side.desk.start_job("Other", lambda report, cancelled: before.wait(20), lambda _: None)
    side.columns.setCurrentIndex(2)
    for job in side.desk.jobs.running():
        if job is not other:
            job.stop.set()
    before.set()
    settle(qtbot, side)
    assert side.stopped.isVisible()
    assert not side.export_button.isEnabled()
    assert not side.details.isVisible()
    (again,) = side.stopped.findChildren(QPushButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    settle(qtbot, side)
    assert ("Food", "Weekends") in cells(side)
    assert side.details.isVisible()


def test_a_cell_leads_to_what_could_fill_it(side: CoverageSide) -> None:
    opened: list[tuple[str, str]] = []
    side.desk.opened.connect(lambda kind, record_id: opened.append((kind, record_id)))
    side.chart.setFocus()
    QTest.keyClick(side.chart, Qt.Key.Key_Return)
    card = side.details.cards[0]
    assert card.school_link.hasFocus()
    QTest.keyClick(card.school_link, Qt.Key.Key_Space)
    assert opened == [("school", LINCOLN.id)]
    link = card.findChildren(LinkCard)[0]
    assert (link.link.caption, link.link.details) == ("Pantry & more", "place not told · Food")
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert opened[1][0] == "service"
    wanted: list[Need] = []
    side.resources_requested.connect(wanted.append)
    QTest.mouseClick(card.list_button, Qt.MouseButton.LeftButton)
    assert [each.id for each in wanted] == [FOOD_NEED.id]


def test_nothing_of_a_need_is_cut_off_in_a_small_window(qtbot: QtBot, side: CoverageSide) -> None:
    card = side.details.cards[0]
    card.school_link.setText("Eastmere Elementary School of Languages")
    side.resize(600, 500)
    side.splitter.setSizes([590, 10])
    bar = side.details.findChildren(QScrollArea)[0].verticalScrollBar()

    def right(part: QWidget) -> int:
        return part.mapTo(side.details, part.rect().topRight()).x()

    qtbot.waitUntil(lambda: right(card) <= right(bar) - bar.width())


def test_the_table_shows_each_need_and_its_partnership(side: CoverageSide) -> None:
    side.tabs.setCurrentIndex(1)
    side.list.selectRow(1)
    row = [side.list.table.index(1, column).data() for column in range(6)]
    assert row == ["Met", "Music", "Adams School", "Arts", "", "Medium"]
    assert side.details.title.text() == "Arts · Adams School"
    assert [each.link.kind for each in side.details.cards[0].links] == ["partnership"]


def test_a_new_need_appears_by_itself(qtbot: QtBot, side: CoverageSide) -> None:
    need = Need(school_id=ADAMS.id, description="Something", school_year="2027-28")
    with side.desk.store.writing(Operation("record.add")) as work:
        work.add(need)
    side.desk.announce()
    qtbot.waitUntil(lambda: side.year.findData("2027-28") > 0)
    assert side.year.currentData() == "2026-27"
    side.year.setCurrentIndex(side.year.findData("2027-28"))
    settle(qtbot, side)
    assert cells(side) == {("No category", "Adams School"): "(1)"}


def test_an_office_without_needs_is_taught(qtbot: QtBot, desk: Desk) -> None:
    side = CoverageSide(desk)
    show(qtbot, side)
    settle(qtbot, side)
    assert side.empty.isVisible()
    assert not side.details.isVisible()
    assert not side.export_button.isEnabled()


def test_the_page_lists_resources_for_a_need(qtbot: QtBot, begun: Desk) -> None:
    page = DirectoryPage(begun)
    show(qtbot, page)
    page.show_side(page.coverage)
    settle(qtbot, page.coverage)
    page.coverage.resources_requested.emit(FOOD_NEED)
    assert page.resources.isVisible()
    with begun.store.reading() as reader:
        narrowed = narrowed_for(reader, FOOD_NEED)
        elsewhere = narrowed_for(reader, ARTS_NEED)
    assert narrowed.categories == (FOOD.id,)
    assert (narrowed.age_from, narrowed.age_to) == (5, 8)
    assert (narrowed.school_id, narrowed.miles) == (LINCOLN.id, 2.0)
    assert (elsewhere.school_id, elsewhere.age_from) == (None, None)


def test_it_is_written_to_excel(qtbot: QtBot, side: CoverageSide, tmp_path: Path) -> None:
    path = tmp_path / "Coverage.xlsx"
    with qtbot.waitSignal(side.desk.told):
        export(side.desk, side.choice, path)
    book = load_workbook(path)
    assert [cell.value for cell in book["Coverage"][1]] == [
        "Category", "Adams School", "Lincoln <School>"
    ]
    assert book["Needs"]["B2"].value == "Weekend bags"


def test_names_drop_what_all_share() -> None:
    names = ["Alder Street Elementary School", "Union Middle School", "Eastmere School"]
    assert short_names(names) == ["Alder Street Elementary", "Union Middle", "Eastmere"]
    assert short_names(["School", "North School", "South School"]) == [
        "School", "North School", "South School"
    ]


def test_grounds_and_signs_keep_their_contrast() -> None:
    from partner_desk.ui.areas.directory.coverage_words import LEVEL_TONES

    assert set(LEVEL_TONES) == set(LEVELS)
    for colours in (LIGHT, DARK):
        for tone in LEVEL_TONES.values():
            assert contrast(*colours.tone(tone)) >= 4.5


def test_needs_of_a_school_come_again_next_year(qtbot: QtBot, begun: Desk) -> None:
    tab = NeedsTab(begun)
    tab.show_record(LINCOLN)
    show(qtbot, tab)
    tab.show_record(LINCOLN)
    assert list(tab.needs.cards) == [FOOD_NEED.id]
    assert tab.next_year.button.text() == "Add the same needs for 2027-28"
    QTest.mouseClick(tab.next_year.button, Qt.MouseButton.LeftButton)
    assert heard(begun.store) == "needs.copied"
    with begun.store.reading() as reader:
        assert len(reader.find(Need, school_id=LINCOLN.id)) == 2


def test_overlaps_are_told_on_a_partnership(qtbot: QtBot, begun: Desk) -> None:
    new = Partnership(name="Choir", stage="inquiry")
    with begun.store.writing(Operation("record.add")) as work:
        work.add(new)
        work.add(PartnershipSchool(partnership_id=new.id, school_id=ADAMS.id))
        work.add(PartnershipCategory(partnership_id=new.id, category_id=ARTS.id))
    part = Overlaps(begun)
    part.show_record(new)
    qtbot.addWidget(part)
    assert part.banner.text() == (
        "1 active partnership already offers “Arts” at Adams School."
    )
    part.show_record(Partnership(name="Other"))
    assert part.isHidden()
