"""What a coordinator sees on an agreement's way home, and where a part of one is opened."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.files.scans.scan import Scan, ScanPage
from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    FiledPage,
    FinancialResponsibility,
    Outcome,
    Revision,
    Signatory,
)
from partner_desk.model.history import Operation
from partner_desk.model.library import SigningAuthority
from partner_desk.services import records, sending
from partner_desk.services.scans import Arrived, Pages
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.components.confirm_signed import ConfirmSigned
from partner_desk.ui.components.record_view import Checklist, Missing
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner
from partner_desk.ui.shell.places import place_of
from partner_desk.ui.shell.scan_dialog import ScanDialog
from partner_desk.ui.shell.unplaced_pages import UnplacedPages
from tests.services.going_out import catalogue, ready_agreement
from tests.ui.desks import TODAY, show


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AgreementsPage:
    made = AgreementsPage(desk)
    show(qtbot, made)
    return made


@pytest.fixture
def ready(office: Store) -> Agreement:
    return ready_agreement(office)


def sent(office: Store, agreement: Agreement, day: int = 0) -> Revision:
    return sending.freeze(
        office, agreement.id, TODAY + timedelta(days=day), catalogue, papers_later=True
    )


def links(checklist: Checklist) -> list[str]:
    return [each.text() for each in checklist.findChildren(QPushButton) if not each.isHidden()]


def test_a_long_list_of_what_is_missing_leaves_room_for_the_record(qtbot: QtBot) -> None:
    gone: list[int] = []
    checklist = Checklist()
    show(qtbot, checklist, 600, 120)
    missing = [Missing(f"Paper number {place} is not on file.", lambda: gone.append(1))
               for place in range(12)]
    checklist.show_missing("Still missing:", missing)
    few = links(checklist)
    assert 1 <= len(few) < 6
    assert checklist.more_button.text() == f"{12 - len(few)} more"
    QTest.mouseClick(checklist.more_button, Qt.MouseButton.LeftButton)
    assert len(links(checklist)) == 12
    assert checklist.more_button.text() == "Show fewer"
    checklist.findChildren(QPushButton)[-1].click()
    assert gone == [1]
    checklist.show_missing("Still missing:", missing[:1])
    assert links(checklist) == ["Paper number 0 is not on file."]
    assert checklist.more_button.isHidden()


def test_a_part_of_an_agreement_opens_on_its_tab(
    page: AgreementsPage, office: Store, ready: Agreement
) -> None:
    revision = sent(office, ready)
    with office.writing(Operation("test.page")) as work:
        home = work.add(FiledPage(revision_id=revision.id, page=1))
    with office.reading() as reader:
        service = reader.find(AgreementService, agreement_id=ready.id)[0]
        outcome = reader.find(Outcome, agreement_id=ready.id)[0]
        signatory = reader.find(Signatory, agreement_id=ready.id)[0]
    side = page.side
    expected: list[tuple[str, str, QWidget]] = [
        ("revision", revision.id, side.revisions), ("filed_page", home.id, side.revisions),
        ("signatory", signatory.id, side.signing), ("outcome", outcome.id, side.division),
        ("agreement_service", service.id, side.division),
    ]
    for kind, record_id, tab in expected:
        with office.reading() as reader:
            assert place_of(reader, kind, record_id, page.kinds.__contains__) == (kind, record_id)
        page.open_record(record_id, kind)
        assert side.view.record is not None and side.view.record.id == ready.id
        assert side.view.form.tabs.currentWidget() is tab
    assert side.division.part.tabs.currentWidget() is side.division.part.services
    page.open_record("gone", "revision")
    assert side.view.record is not None
    assert side.view.record.id == ready.id


@pytest.mark.parametrize(("paper", "now"), [("1000", "5000"), ("5000", "1000")])
def test_who_may_not_sign_is_told_of_the_paper_that_is_out(
    page: AgreementsPage, office: Store, ready: Agreement, paper: str, now: str
) -> None:
    with office.reading() as reader:
        (row,) = reader.find(FinancialResponsibility, agreement_id=ready.id)
    records.change_field(office, FinancialResponsibility, row.id, "amount", Decimal(paper))
    revision = sent(office, ready)
    records.change_field(office, FinancialResponsibility, row.id, "amount", Decimal(now))
    with office.writing(Operation("test.rule")) as work:
        work.add(SigningAuthority(name="Dana Cole", up_to=Decimal("2000")))
    page.open_record(ready.id)
    page.side.view.go_to(page.side.signing)
    banner = page.side.signing.part.refused
    assert banner.isHidden() == (paper == "1000")
    assert ("5,000.00" in banner.text()) == (paper == "5000")
    with office.writing(Operation("test.damage")) as work:
        work.change(Revision, revision.id, content="0" * 64)
    page.side.signing.part.show_record(page.side.view.record)
    assert not banner.isHidden() and "revision 1 are damaged" in banner.text()


def test_nothing_sent_says_so_and_two_revisions_are_compared_by_a_button(
    qtbot: QtBot, page: AgreementsPage, office: Store, ready: Agreement, desk: Desk
) -> None:
    tab = page.side.revisions.part
    page.open_record(ready.id, "agreement")
    page.side.view.go_to(page.side.revisions)
    assert not tab.preview.isVisible()
    sent(office, ready)
    with office.writing(Operation("test.change")) as work:
        row = work.find(AgreementService, agreement_id=ready.id)[0]
        work.change(AgreementService, row.id, place="Room 12")
    sent(office, ready, 1)
    page.open_record(ready.id, "agreement")
    assert tab.preview.isVisible()
    assert [tab.before.currentText(), tab.after.currentText()] == ["Revision 1", "Revision 2"]
    first = tab.preview.data
    tab.compare_button.click()
    qtbot.waitUntil(lambda: not desk.jobs.running() and tab.preview.data != first)
    assert tab.list.currentRow() == -1


def test_a_page_without_a_code_is_suggested_the_gap_that_its_neighbours_leave(
    qtbot: QtBot, desk: Desk, office: Store, ready: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = _arrived(ready, sent(office, ready))
    monkeypatch.setattr("partner_desk.services.scans.picture", lambda *_: b"")
    monkeypatch.setattr("partner_desk.services.scans.place_by_hand", lambda *_: arrived)
    dialog = ScanDialog(desk, arrived)
    filed: list[int] = []
    monkeypatch.setattr(dialog, "file", lambda: filed.append(1))
    show(qtbot, dialog, 760, 560)
    number, sheet = dialog.unplaced.fields[1]
    assert (number.text(), sheet.value()) == (ready.number, 2)
    placed: list[tuple[int, str, int]] = []
    dialog.unplaced.placed.connect(lambda *told: placed.append(told))
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert placed == [(1, ready.number, 2)]
    assert not filed


def test_what_was_typed_for_one_page_stays_while_another_is_placed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, office: Store, ready: Agreement
) -> None:
    monkeypatch.setattr("partner_desk.services.scans.picture", lambda *_: b"")
    arrived = _arrived(ready, sent(office, ready))
    pages = UnplacedPages()
    show(qtbot, pages, 700, 300)
    pages.show_pages(arrived)
    pages.fields[1][0].setText("2025-0009")
    pages.fields[1][1].setValue(7)
    pages.show_pages(arrived)
    assert (pages.fields[1][0].text(), pages.fields[1][1].value()) == ("2025-0009", 7)


def test_pictures_of_pages_come_one_by_one_and_each_is_drawn_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, office: Store, ready: Agreement
) -> None:
    drawn: list[int] = []

    def picture(_arrived: Arrived, index: int, _longest: int) -> bytes:
        drawn.append(index)
        return b""

    monkeypatch.setattr("partner_desk.services.scans.picture", picture)
    whole = replace(_arrived(ready, sent(office, ready)), no_code=(0, 1, 2))
    pages = UnplacedPages()
    show(qtbot, pages, 700, 300)
    pages.show_pages(whole)
    assert list(pages.fields) == [0, 1, 2] and drawn == []  # Where to type does not wait for them.
    qtbot.waitUntil(lambda: bool(drawn))
    pages.show_pages(replace(whole, no_code=(1, 2)))
    qtbot.waitUntil(lambda: len(drawn) == 3)
    qtbot.wait(20)
    assert drawn == [0, 1, 2]


def _arrived(agreement: Agreement, revision: Revision) -> Arrived:
    """Three sheets of a scan: the code of the second one cannot be read."""
    scan = Scan("scan.pdf", (), tuple(ScanPage(index, 0, index) for index in range(3)))
    found = Pages(
        agreement.number, 1, "current", 1, 3, {1: 0, 3: 2}, (2,), agreement=agreement,
        kept_in=revision,
    )
    return Arrived(scan, "source", (found,), (1,), (), ())


def test_who_confirms_learns_that_the_agreement_was_changed_since(
    qtbot: QtBot, desk: Desk, office: Store, ready: Agreement
) -> None:
    sent(office, ready, -1)
    dialog = ConfirmSigned(desk, ready)
    show(qtbot, dialog)
    assert not [each for each in dialog.findChildren(Banner) if each.isVisible()]
    records.change_field(office, Agreement, ready.id, "purpose", "Another one")
    again = ConfirmSigned(desk, ready)
    show(qtbot, again)
    said = [each.text() for each in again.findChildren(Banner) if each.isVisible()]
    assert len(said) == 1 and "What is signed is revision 1" in said[0]
