"""The first page: rows that lead somewhere, and what it says when there is nothing."""

from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.model.partners import Partnership
from partner_desk.services import drafting, partners, records, signing
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.today.lists import PrintedList
from partner_desk.ui.areas.today.page import TodayPage
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import UNIT
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


def test_a_renewal_that_is_begun_is_named_beside_what_ends(
    qtbot: QtBot, program: Program
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    drafted = desk.write(lambda: _agreement(desk))
    assert drafted is not None
    desk.write(lambda: records.update(desk.store, "agreement", drafted, {
        "status": "active", "starts_on": desk.today() - timedelta(days=300),
        "ends_on": desk.today()}))
    assert "renewal" not in _texts(page.ui.lapsingList)[0]
    with desk.store.reading() as reader:
        old = reader.get(Agreement, drafted)
    assert old is not None
    desk.write(lambda: records.add(desk.store, "agreement", {
        "partnership_id": old.partnership_id, "title": "Next", "number": "R-1",
        "renews_id": drafted}))
    (row,) = _texts(page.ui.lapsingList)
    assert "renewal R-1 is begun" in row
    assert row.endswith("Ends today")


def test_a_paper_that_lapses_leads_to_its_partner(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    desk.write(lambda: _agreement(desk))
    with desk.store.reading() as reader:
        partnership = reader.find(Partnership)[0]
    kind = desk.write(lambda: records.add(desk.store, "paper_kind", {
        "name": "Certificate", "in_use": True}))
    assert kind is not None
    desk.write(lambda: records.add(desk.store, "paper", {
        "organization_id": partnership.organization_id, "paper_kind_id": kind.id,
        "expires_on": desk.today() + timedelta(days=20)}))
    (row,) = _texts(page.ui.lapsingList)
    assert row.startswith("Certificate") and row.endswith("20 days left")
    went: list[tuple[str, str]] = []
    desk.opened.connect(lambda kind, record_id: went.append((kind, record_id)))
    page.ui.lapsingList.itemClicked.emit(page.ui.lapsingList.item(0))
    assert went == [("organization", partnership.organization_id)]


def _sent_out(desk: Desk, days: int) -> str:
    drafted = _agreement(desk)
    since = desk.today() - timedelta(days=days)
    records.update(desk.store, "agreement", drafted, {
        "status": "out_for_signature",
        "routing_steps": [{"holder": "Núria <b>", "task": "sign", "reached_on": since}]})
    return drafted


def test_who_has_the_paper_is_told_and_whom_to_ask(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    assert page.ui.chaseEmpty.isVisible()
    assert page.ui.chaseButton.isHidden()
    long_gone = desk.write(lambda: _sent_out(desk, 12))
    desk.write(lambda: _sent_out(desk, 1))
    rows = _texts(page.ui.chaseList)
    assert len(rows) == 2
    assert rows[0].startswith("Núria <b> · Sign") and rows[0].endswith("Ask: 12 days")
    assert rows[1].endswith("· 1 day")
    assert page.ui.chaseCount.text() == "2"
    assert page.ui.unfinishedEmpty.isVisible()
    went: list[tuple[str, str]] = []
    desk.opened.connect(lambda kind, record_id: went.append((kind, record_id)))
    page.ui.chaseList.setCurrentRow(0)
    qtbot.keyClick(page.ui.chaseList, Qt.Key.Key_Return)
    assert went == [("agreement", long_gone)]


def test_lists_are_looked_at_before_they_are_printed(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    desk.write(lambda: _sent_out(desk, 12))
    qtbot.mouseClick(page.ui.chaseButton, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintedList)), timeout=20_000)
    (dialog,) = page.findChildren(PrintedList)
    assert dialog.isVisible()
    text = PdfReader(BytesIO(dialog.preview.data)).pages[0].extract_text()
    assert "Who has the paper" in text and "Núria <b>" in text
    assert dialog.preview.percent() > 80
    dialog.close()


def test_the_calendar_file_is_written_and_said(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    desk.write(lambda: _sent_out(desk, 1))
    place = tmp_path / "ends"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        qtbot.mouseClick(page.ui.calendarButton, Qt.MouseButton.LeftButton)
    assert told.args == ["ends.ics: 1 event was written.", False]
    assert b"BEGIN:VEVENT" in place.with_suffix(".ics").read_bytes()


def test_a_new_day_expires_what_ended_and_can_be_undone(
    qtbot: QtBot, program: Program
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None and program.upkeep is not None
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    drafted = desk.write(lambda: _agreement(desk))
    assert drafted is not None
    today = desk.today()
    desk.write(lambda: records.update(desk.store, "agreement", drafted, {
        "status": "active", "starts_on": today - timedelta(days=300), "ends_on": today}))
    program.upkeep.follow_calendar()
    assert not desk.jobs.running()
    desk._clock = lambda: today + timedelta(days=1)
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        program.upkeep.heartbeat()
    assert told.args == ["1 agreement has ended or been superseded.", True]
    assert _texts(page.ui.lapsingList)[0].endswith("Ended 1 day ago")
    with desk.store.reading() as reader:
        found = reader.get(Agreement, drafted)
    assert found is not None and found.status == "expired"
    desk.write(lambda: desk.store.undo())
    with desk.store.reading() as reader:
        found = reader.get(Agreement, drafted)
    assert found is not None and found.status == "active"


def test_cards_share_the_room_by_what_they_hold(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    for days in range(6):
        desk.write(partial(_sent_out, desk, days))
    qtbot.waitUntil(lambda: page.ui.chaseCard.height() > page.ui.lapsingCard.height())
    assert page.ui.lapsingTitle.height() == page.ui.recentTitle.height()


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
    assert page.ui.unverifiedButton.text() == "1 resource to verify"
    qtbot.mouseClick(page.ui.unverifiedButton, Qt.MouseButton.LeftButton)
    window = window_of(program)
    assert window.current == "directory"
    directory = window.page("directory")
    assert isinstance(directory, DirectoryPage)
    pane = directory.resources.pane
    assert pane.chips[pane.chip].key == "unverified"
    assert len(pane.table_model.ids) == 1


def test_a_draft_says_how_much_is_missing(qtbot: QtBot, program: Program) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    drafted = desk.write(lambda: _agreement(desk))
    assert drafted is not None
    missing = len(signing.missing_for_signature(desk.store, drafted, desk.today()))
    assert missing > 1
    assert f"{missing} things missing" in _texts(page.ui.unfinishedList)[0]


@pytest.mark.parametrize("height", [640, 653, 700, 768])
def test_a_list_of_the_day_shows_whole_rows(
    qtbot: QtBot, program: Program, height: int
) -> None:
    page, desk = _page(program), program.desk
    assert desk is not None
    for _ in range(12):
        desk.write(lambda: _agreement(desk))
    window_of(program).resize(1100, height)
    view = page.ui.unfinishedList
    row = view.sizeHintForRow(0)
    qtbot.waitUntil(lambda: view.count() == 12)
    words_end = row - UNIT
    assert view.viewport().height() > row
    assert view.viewport().height() % row in {0, *range(words_end, row)}
