"""The first page: rows that lead somewhere, and what it says when there is nothing."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from partner_desk.services import drafting, partners, records, signing
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.today.page import TodayPage
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of


def _page(program: Program) -> TodayPage:
    window_of(program).show_area("today")
    page = window_of(program).page("today")
    assert isinstance(page, TodayPage)
    return page


def _texts(view: QListWidget) -> list[str]:
    return [view.item(number).text() for number in range(view.count())]


def _agreement(desk: Desk) -> str:
    organization = partners.register(desk.store, {"name": "Río Verde"})
    partnership = partners.partnerships_of(desk.store, organization.id)[0]
    drafted = drafting.draft(desk.store, partnership.id, "memorandum", desk.today())
    return drafted.id


def test_an_empty_office_is_told_how_to_begin(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    assert page.ui.welcome.isVisible()
    assert page.ui.lapsingEmpty.isVisible()
    assert not page.ui.lapsingList.isVisible()
    with qtbot.waitSignal(desk.new_requested):
        qtbot.mouseClick(page.ui.partnerButton, Qt.MouseButton.LeftButton)
    assert window_of(program).current == "partners"


def test_a_draft_is_unfinished_and_opens_where_it_is_written(
    qtbot: QtBot, program: Program
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    drafted = desk.write(lambda: _agreement(desk))
    assert not page.ui.welcome.isVisible()
    rows = _texts(page.ui.unfinishedList)
    assert len(rows) == 1
    assert rows[0].endswith("Draft")
    went: list[tuple[str, str]] = []
    desk.opened.connect(lambda kind, record_id: went.append((kind, record_id)))
    page.ui.unfinishedList.setCurrentRow(0)
    qtbot.keyClick(page.ui.unfinishedList, Qt.Key.Key_Return)
    assert went == [("agreement", drafted)]
    assert window_of(program).current == "agreements"


def test_what_lapses_is_listed_by_urgency(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    drafted = desk.write(lambda: _agreement(desk))
    assert drafted is not None
    ends = desk.today() + timedelta(days=5)
    desk.write(lambda: records.update(desk.store, "agreement", drafted, {
        "status": "active", "starts_on": desk.today() - timedelta(days=300), "ends_on": ends}))
    rows = _texts(page.ui.lapsingList)
    assert len(rows) == 1
    assert "Río Verde" in rows[0]
    assert rows[0].endswith("5 days left")


def test_what_was_done_last_stands_first_and_leads_to_its_record(
    qtbot: QtBot, program: Program
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    school = desk.write(lambda: records.add(desk.store, "school", {"name": "Depot <b>&"}))
    assert school is not None
    newest = _texts(page.ui.recentList)[0]
    assert newest.startswith("Addition of Depot <b>& (School)")
    assert "Ana" in newest
    went: list[tuple[str, str]] = []
    desk.opened.connect(lambda kind, record_id: went.append((kind, record_id)))
    page.ui.recentList.itemClicked.emit(page.ui.recentList.item(0))
    assert went == [("school", school.id)]


def test_what_is_not_verified_is_listed_in_the_directory(
    qtbot: QtBot, program: Program
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    old = {"name": "Old pantry", "status": "active"}
    fresh = {"name": "Fresh pantry", "status": "active", "assured_date": desk.today()}
    desk.write(lambda: [records.add(desk.store, "service", each) for each in (old, fresh)])
    assert page.ui.unverifiedButton.text() == "1 resource not verified for a year"
    qtbot.mouseClick(page.ui.unverifiedButton, Qt.MouseButton.LeftButton)
    window = window_of(program)
    assert window.current == "directory"
    directory = window.page("directory")
    assert isinstance(directory, DirectoryPage)
    pane = directory.side.pane
    assert pane.chips[pane._chip].key == "unverified"
    assert len(pane.table_model.ids) == 1


def test_a_draft_says_how_much_is_missing(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    drafted = desk.write(lambda: _agreement(desk))
    assert drafted is not None
    missing = len(signing.missing_for_signature(desk.store, drafted, desk.today()))
    assert missing > 1
    assert f"{missing} things missing" in _texts(page.ui.unfinishedList)[0]
