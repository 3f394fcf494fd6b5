"""Agreements as a coordinator drafts, divides, reads and prints them."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, Clause
from partner_desk.model.organizations import Organization
from partner_desk.services import drafting, exhibits, partners, records, signing
from partner_desk.services.office import begin
from partner_desk.services.sample import fill
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.clauses import ClausesTab
from partner_desk.ui.areas.agreements.division_tab import DivisionTab
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.areas.agreements.revisions_tab import RevisionsTab
from partner_desk.ui.areas.agreements.signing_tab import SigningTab
from partner_desk.ui.components.editors import LineEditor
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.link_list import LinkCard
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Changed, Desk
from tests.ui.desks import TODAY, focused, heard, show, type_text

WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def partner(office: Store) -> Organization:
    return partners.register(
        office, {"name": WILD, "contacts": [{"name": "Ana Ruiz", "may_sign": True}]}
    )


@pytest.fixture
def agreement(office: Store, partner: Organization) -> Agreement:
    partnership = partners.partnerships_of(office, partner.id)[0]
    return drafting.draft(office, partnership.id, "memorandum", TODAY)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AgreementsPage:
    made = AgreementsPage(desk)
    show(qtbot, made)
    return made


def missing(page: AgreementsPage) -> list[str]:
    return [each.text() for each in page.side.view.checklist.findChildren(QPushButton)
            if not each.isHidden()]


def clauses(office: Store, agreement: Agreement) -> list[Clause]:
    with office.reading() as reader:
        return reader.find(Clause, agreement_id=agreement.id)


def test_a_draft_takes_three_steps_and_no_mouse(
    qtbot: QtBot, page: AgreementsPage, partner: Organization, office: Store
) -> None:
    page.new_record()
    type_text(focused(page), "binh")
    qtbot.waitUntil(lambda: _popup_is_open(page))
    popup = _popup(page)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    _button(page).click()
    with office.reading() as reader:
        made = reader.find(Agreement)[0]
    assert (made.number, made.status, made.template) == ("2026-0001", "draft", "memorandum")
    assert page.side.view.record == made
    assert heard(office) == "agreement.draft"
    row = [page.side.pane.table_model.index(0, column).data() for column in range(4)]
    assert row == ["2026-0001", WILD, "Draft", "06/30/2026"]


def _picker(page: AgreementsPage) -> ReferenceEditor:
    assert page.side.new is not None
    editor = page.side.new.forms[0].rows["partnership_id"].editor
    assert isinstance(editor, ReferenceEditor)
    return editor


def _button(page: AgreementsPage) -> QPushButton:
    assert page.side.new is not None
    return page.side.new.save_button


def _popup_is_open(page: AgreementsPage) -> bool:
    return _popup(page).isVisible()


def _popup(page: AgreementsPage) -> QWidget:
    popup = _picker(page)._completer.popup()
    assert popup is not None
    return popup


def test_a_draft_without_a_partner_says_so_beside_the_field(page: AgreementsPage) -> None:
    page.new_record()
    assert page.side.new is not None
    page.side.new.save_button.click()
    row = page.side.new.forms[0].rows["partnership_id"]
    assert row.error == "Partnership has to be filled."
    type_text(focused(page), "Nobody of this name")
    page.side.new.save_button.click()
    assert row.error.startswith("Nothing is called that")
    assert _picker(page).line.text() == "Nobody of this name"


def test_a_tab_is_made_when_it_is_first_looked_at(
    qtbot: QtBot, page: AgreementsPage, agreement: Agreement
) -> None:
    tabs = (FieldForm, DivisionTab, ClausesTab, SigningTab, RevisionsTab)
    assert not any(page.side.view.findChildren(each) for each in tabs)
    page.open_record(agreement.id)
    assert page.side.view.findChildren(FieldForm)
    page.side.view.go_to(page.side.signing)
    qtbot.waitUntil(page.side.signing.part.isVisible)
    assert not any(page.side.view.findChildren(each) for each in (DivisionTab, ClausesTab))


def test_what_is_missing_leads_to_where_it_is_filled_in(
    page: AgreementsPage, agreement: Agreement, office: Store, desk: Desk
) -> None:
    page.open_record(agreement.id)
    listed = missing(page)
    assert "Services" in listed and "Legal name of the district" in listed
    button = next(each for each in page.side.view.checklist.findChildren(QPushButton)
                  if each.text() == "Services")
    button.click()
    assert page.side.view.form.tabs.currentWidget() is page.side.division
    assert page.side.division.part.tabs.currentWidget() is page.side.division.part.services
    for letter in "Tutoring":
        QTest.keyClicks(focused(page), letter)
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert "Services" not in missing(page)
    asked: list[bool] = []
    desk.settings_requested.connect(lambda: asked.append(True))
    next(each for each in page.side.view.checklist.findChildren(QPushButton)
         if each.text() == "Legal name of the district").click()
    assert asked == [True]


def test_a_line_of_what_is_missing_leads_to_the_row_or_clause_it_is_about(
    page: AgreementsPage, agreement: Agreement, office: Store
) -> None:
    records.update(office, "agreement", agreement.id, {"financial_responsibilities": [
        {"item": "Bus", "amount": "5"}, {"item": "Tutors", "payer": "district"},
        {"item": "Room", "in_kind": True},
    ]})
    fourth = clauses(office, agreement)[3]
    records.change_field(office, Clause, fourth.id, "text", "To {partnr}.")
    records.change_field(office, Clause, fourth.id, "status", "final")
    exhibit = exhibits.add_from_template(office, agreement.id, "data_sharing")
    with office.reading() as reader:
        inside = reader.find(Clause, exhibit_id=exhibit.id)[1]
    records.change_field(office, Clause, inside.id, "heading", "{skool}")
    page.open_record(agreement.id)
    side = page.side

    _line(page, "Tutors").click()
    assert side.division.part.tabs.currentWidget() is side.division.part.financial
    cell = side.division.part.financial.grid.table.currentIndex()
    assert (cell.row(), side.division.part.financial.grid.rows.fields[cell.column()].name) == (
        1, "amount")
    assert focused(page) is side.division.part.financial.grid.table

    side.clauses.part.only_open.setChecked(True)
    _line(page, "{partnr}").click()
    assert side.clauses.part.rows.current == fourth.id
    assert side.clauses.part.form.rows["text"].editor.value() == "To {partnr}."
    assert focused(page) is side.clauses.part.form.rows["text"].editor.control
    _line(page, "{skool}").click()
    assert side.clauses.part.rows.current == inside.id
    assert focused(page) is side.clauses.part.form.rows["heading"].editor.control
    _line(page, "{partnr}").click()
    assert side.clauses.part.rows.current == fourth.id


def _line(page: AgreementsPage, words: str) -> QPushButton:
    return next(each for each in page.side.view.checklist.findChildren(QPushButton)
                if words in each.text())


def test_nothing_missing_means_it_can_be_sent(
    qtbot: QtBot, page: AgreementsPage, agreement: Agreement, office: Store, desk: Desk,
    partner: Organization,
) -> None:
    begin(office, {"name": "Office", "district": "Cedar Valley Schools"}, "Ana")
    for problem in signing.missing_for_signature(office, agreement.id, TODAY):
        if problem.where == "partner":
            records.update(office, "organization", partner.id, {problem.field: "12-3456789"})
    records.update(office, "agreement", agreement.id, {
        "services": [{"description": "Tutoring"}],
        "outcomes": [{"statement": "Reading"}],
        "financial_responsibilities": [{"item": "Books", "amount": "100"}],
    })
    with office.reading() as reader:
        rows = reader.children(agreement)["signatories"]
    for row in rows:
        name = "Ana Ruiz" if row.packed()["party"] == "partner" else "Pat Lee"
        records.update(office, "signatory", row.id, {"name": name})
    desk.announce()
    page.open_record(agreement.id)
    assert missing(page) == []
    assert page.side.view.form.actionButton.text() == "Send for signature"
    page.side.view.form.actionButton.click()
    with qtbot.waitSignal(page.side.sending.sent, timeout=20_000):
        page.side.sending.send_button.click()
    with office.reading() as reader:
        assert reader.find(Agreement)[0].status == "out_for_signature"
    page.refresh(Changed())
    assert page.side.view.badge.text() == "Out for signature"
    assert page.side.view.form.tabs.currentWidget() is page.side.revisions
    assert page.side.view.form.actionButton.text() == "Confirm signatures"
    page.side.view.form.actionButton.click()
    for _, box, _ in page.side.confirming.rows:
        box.setChecked(True)
    page.side.confirming.confirm()
    page.refresh(Changed())
    assert page.side.view.badge.text() == "Active"
    assert page.side.view.form.actionButton.text() == "Renew"


def test_totals_are_exact_and_keep_in_kind_apart(
    page: AgreementsPage, agreement: Agreement, office: Store
) -> None:
    page.open_record(agreement.id)
    page.side.view.go_to(page.side.division, "financial_responsibility")
    grid = page.side.division.part.financial.grid
    grid.rows.paste(0, 0, [
        ["Snacks", "District", "0.10", "no"], ["Paper", "District", "0.20", "no"],
        ["Room", "Partner", "1,000", "yes"],
    ])
    QApplication.processEvents()
    words = [each.text() for each in page.side.division.part.financial.totals.findChildren(QLabel)
             if not each.isHidden()]
    assert words == ["Totals", "Money", "In kind", "District", "$0.30", "$0.00",
                     "Partner", "$0.00", "$1,000.00", "Together", "$0.30", "$1,000.00"]


def test_clauses_are_moved_added_and_deleted(
    page: AgreementsPage, agreement: Agreement, office: Store
) -> None:
    page.open_record(agreement.id)
    page.side.view.go_to(page.side.clauses)
    tab = page.side.clauses.part
    before = [each.heading for each in clauses(office, agreement)]
    tab.list.setFocus()
    tab.list.setCurrentRow(1)
    QTest.keyClick(tab.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [before[1], before[0], *before[2:]]
    assert [each.heading for each in clauses(office, agreement)] == moved
    assert tab.list.currentRow() == 0
    tab.list.model().moveRow(tab.list.rootIndex(), 0, tab.list.rootIndex(), 3)
    QApplication.processEvents()
    QTest.qWait(1)
    assert [each.heading for each in clauses(office, agreement)][2] == before[1]
    tab.add_button.click()
    type_text(focused(page), "Parking & keys")
    QTest.keyClick(focused(page), Qt.Key.Key_Tab)
    last = clauses(office, agreement)[-1]
    assert last.heading == "Parking & keys"
    assert tab.list.currentRow() == len(before)
    tab.delete_button.click()
    assert len(clauses(office, agreement)) == len(before)


def test_the_text_of_a_clause_is_saved_when_it_is_left(
    page: AgreementsPage, agreement: Agreement, office: Store
) -> None:
    page.open_record(agreement.id)
    page.side.view.go_to(page.side.clauses)
    row = page.side.clauses.part.form.rows["text"]
    row.editor.control.setFocus()
    row.editor.show_value("Both sides agree.\n<b>&\"")
    page.side.view.go_to(page.side.overview)
    page.commit()
    assert clauses(office, agreement)[0].text == "Both sides agree.\n<b>&\""


def test_the_packet_is_made_anew_when_something_in_it_changes(
    qtbot: QtBot, page: AgreementsPage, agreement: Agreement, office: Store, desk: Desk
) -> None:
    page.open_record(agreement.id)
    with qtbot.waitSignal(page.side.packet.ready, timeout=20_000):
        page.side.show_packet()
    first = page.side.packet.preview.data
    assert WILD in _text(first)
    with qtbot.waitSignal(page.side.packet.ready, timeout=20_000):
        desk.write(lambda: records.change_field(
            office, Agreement, agreement.id, "title", "Another title"))
    second = page.side.packet.preview.data
    assert "Another title" in _text(second) and "Another title" not in _text(first)
    assert page.side.packet.warning.isHidden()


def _text(data: bytes) -> str:
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(each.extract_text().split()) for each in pages)


def test_a_character_no_font_has_is_named_before_printing(
    qtbot: QtBot, page: AgreementsPage, agreement: Agreement, office: Store
) -> None:
    records.change_field(office, Agreement, agreement.id, "title", "Odd \U00013000 title")
    page.open_record(agreement.id)
    with qtbot.waitSignal(page.side.packet.ready, timeout=20_000):
        page.side.show_packet()
    assert page.side.packet.warning.isVisible()
    assert "EGYPTIAN HIEROGLYPH A001" in page.side.packet.warning.text()


def test_ctrl_p_prints_from_any_tab_once_the_packet_is_made(
    qtbot: QtBot, page: AgreementsPage, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    packet = page.side.packet
    monkeypatch.setattr(
        packet.preview, "print_document", lambda: printed.append(packet.preview.data)
    )
    page.open_record(agreement.id)
    page.print_current()
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    assert printed[0].startswith(b"%PDF")
    assert page.side.view.form.tabs.currentWidget() is packet


def test_chips_tell_the_states_apart(
    qtbot: QtBot, office: Store, desk: Desk
) -> None:
    fill(office, "en", TODAY)
    page = AgreementsPage(desk)
    show(qtbot, page)
    found = {}
    for place, chip in enumerate(page.side.pane.chips):
        page.side.pane.choose_chip(place)
        found[chip.label] = len(page.side.pane.table_model.ids)
    states = (found[each] for each in ("Drafts", "In review", "Out for signature", "Active"))
    assert found["All"] == 17
    assert all(0 < each < 17 for each in states)
    assert 0 < found["Lapsing"] <= found["Active"]


def test_every_control_has_a_name(page: AgreementsPage, agreement: Agreement) -> None:
    page.open_record(agreement.id)
    tabs = page.side.view.form.tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
    nameless = [
        each for each in page.side.view.findChildren(LineEditor)
        if not each.control.accessibleName()
    ]
    assert nameless == []
    division, signing_tab = page.side.division.part, page.side.signing.part
    for grid in (division.services, division.outcomes, signing_tab.signatories):
        assert grid.table.accessibleName()


def test_an_amendment_and_its_agreement_lead_to_one_another(
    page: AgreementsPage, agreement: Agreement, office: Store, desk: Desk
) -> None:
    records.update(office, "agreement", agreement.id, {"status": "active"})
    amendment = drafting.amend(office, agreement.id, TODAY)
    opened: list[str] = []
    desk.opened.connect(lambda _kind, record_id: opened.append(record_id))
    for shown, words, other in (
        (agreement, f"Amended by {amendment.number}", amendment),
        (amendment, f"Amends {agreement.number}", agreement),
    ):
        page.open_record(shown.id)
        card = page.side.overview.part.findChildren(LinkCard)[-1]
        assert card.link.caption == words
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert opened[-1] == other.id
