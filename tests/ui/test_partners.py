"""Partners and schools as a coordinator uses them: by keyboard, saved as they go."""


import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.services import partners, records
from partner_desk.store.store import Store
from partner_desk.ui.areas.partners.new_partner import NewPartner
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.link_list import LinkCard
from partner_desk.ui.desk import Desk
from tests.ui.desks import focused, heard, nameless, show, type_into, type_text

WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PartnersPage:
    made = PartnersPage(desk)
    show(qtbot, made)
    return made


@pytest.fixture
def riverside(office: Store) -> Organization:
    return partners.register(office, {"name": "Riverside", "email": "a@example.org"})


def opened(page: PartnersPage, record: Organization) -> PartnersPage:
    page.open_record(record.id, "organization")
    return page


def texts(page: PartnersPage, role: str) -> list[str]:
    return [each.text() for each in page.side.findChildren(QLabel)
            if each.property("textRole") == role and each.isVisible()]


def test_an_empty_office_teaches_two_ways_to_begin(page: PartnersPage, desk: Desk) -> None:
    empty = page.partners.pane.empty
    words = [each.text() for each in empty.findChildren(QPushButton) if each.isVisible()]
    assert words == ["Add the first partner", "Import a list"]
    assert "No partners yet" in texts(page, "heading")


def test_a_partner_with_a_contact_is_typed_without_the_mouse(
    page: PartnersPage, office: Store
) -> None:
    page.new_record()
    for text in (WILD, "non-profit", "Ana Ruiz", "Director", "413 555 0101", "ana@example.org"):
        type_text(focused(page), text)
        if text != "ana@example.org":
            QTest.keyClick(focused(page), Qt.Key.Key_Tab)
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    with office.reading() as reader:
        organization = reader.find(Organization)[0]
        contact = reader.find(Contact)[0]
        assert (organization.name, organization.sector) == (WILD, "nonprofit")
        assert (contact.name, contact.title, contact.email) == (
            "Ana Ruiz", "Director", "ana@example.org")
        assert reader.find(PhoneNumber)[0].contact_id == contact.id
        assert reader.find(Partnership)[0].organization_id == organization.id
    assert heard(office) == "partner.register"
    assert page.partners.view.record == organization
    cells = [page.partners.pane.table_model.index(0, column).data() for column in range(5)]
    assert cells == [WILD, "Inquiry", "Non-profit", "", "ana@example.org"]


def test_one_key_begins_the_next_partner(page: PartnersPage, office: Store) -> None:
    page.new_record()
    for name in ("First", "Second"):
        type_text(focused(page), name)
        QTest.keyClick(
            focused(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        assert focused(page).accessibleName() == "Name"
        assert focused(page).property("text") == ""
    with office.reading() as reader:
        assert [each.name for each in reader.find(Organization)] == ["First", "Second"]
    QTest.keyClick(focused(page), Qt.Key.Key_Escape)
    assert page.partners.stack.currentWidget() is not page.partners.new


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    page: PartnersPage, office: Store
) -> None:
    page.new_record()
    new = page.partners.new
    assert new is not None
    name, contact, phone, email = (
        form.rows[field] for form, field in
        zip(new.forms, ("name", "name", "number", "email"), strict=True)
    )
    type_into(contact.editor.control, "Ana")
    type_into(phone.editor.control, "x")
    type_into(email.editor.control, "ana@")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert "filled" in name.error
    assert "three digits" in phone.error
    assert "name@example.org" in email.error
    assert not contact.error
    assert (phone.editor.value(), email.editor.value()) == ("x", "ana@")
    assert name.editor.has_focus()
    assert not heard(office)


def test_a_name_that_is_there_already_is_said(
    qtbot: QtBot, page: PartnersPage, desk: Desk, riverside: Organization
) -> None:
    page.new_record()
    new = page.partners.new
    assert isinstance(new, NewPartner)
    type_text(focused(page), "RIVERSIDE")
    QTest.keyClick(focused(page), Qt.Key.Key_Tab)
    qtbot.waitUntil(new.known.isVisible)
    assert new.known.words() == "Perhaps already here: Riverside (same name)"
    with qtbot.waitSignal(desk.opened) as went:
        QTest.mouseClick(new.known.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert went.args == ["organization", riverside.id]


def test_missing_things_lead_to_where_they_are_filled_in(
    page: PartnersPage, desk: Desk, riverside: Organization
) -> None:
    opened(page, riverside)
    view = page.partners.view
    items = {each.text(): each for each in view.checklist.findChildren(QPushButton)}
    assert list(items) == ["EIN", "A contact"]
    QTest.mouseClick(items["EIN"], Qt.MouseButton.LeftButton)
    assert focused(page).accessibleName() == "EIN"
    type_text(focused(page), "123456789")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    left = [each.text() for each in view.checklist.findChildren(QPushButton) if each.isVisible()]
    assert left == ["A contact"]
    QTest.mouseClick(
        next(each for each in view.checklist.findChildren(QPushButton) if each.isVisible()),
        Qt.MouseButton.LeftButton,
    )
    type_text(focused(page), "Ana Ruiz")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    left = [each.text() for each in view.checklist.findChildren(QPushButton) if each.isVisible()]
    assert left == ["A contact who may sign"]


def test_an_agreement_is_drafted_in_two_clicks(
    qtbot: QtBot, page: PartnersPage, desk: Desk, office: Store, riverside: Organization
) -> None:
    opened(page, riverside)
    QTest.mouseClick(page.partners.view.form.actionButton, Qt.MouseButton.LeftButton)
    menu = page.partners.draft_menu
    qtbot.waitUntil(menu.isVisible)
    with qtbot.waitSignal(desk.opened) as went:
        menu.actions()[0].trigger()
    menu.close()
    with office.reading() as reader:
        agreement = reader.find(Agreement)[0]
    assert went.args == ["agreement", agreement.id]
    page.partners.view.form.tabs.setCurrentWidget(page.partners.agreements)
    card = page.partners.agreements.findChildren(LinkCard)[0]
    assert agreement.number in card.accessibleName()
    with qtbot.waitSignal(desk.opened) as went:
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert went.args == ["agreement", agreement.id]


def test_an_organization_becomes_a_partner(
    page: PartnersPage, office: Store
) -> None:
    food = records.add(office, "organization", {"name": "Food Bank"})
    page.open_record(food.id, "organization")
    button = page.partners.view.form.actionButton
    assert button.text() == "Make it a partner"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert partners.partnerships_of(office, food.id)[0].stage == "inquiry"
    assert button.text() == "Draft agreement"
    assert page.partners.view.badge.text() == "Inquiry"


def test_trash_and_back(
    qtbot: QtBot, page: PartnersPage, desk: Desk, office: Store, riverside: Organization
) -> None:
    opened(page, riverside)
    with qtbot.waitSignal(desk.told) as told:
        page.partners.trash_action.trigger()
    assert told.args == ["Riverside was moved to Trash.", True]
    qtbot.waitUntil(lambda: not page.partners.pane.table_model.ids)
    page.partners.pane.choose_chip(3)
    page.partners.pane.form.table.selectRow(0)
    button = page.partners.view.form.actionButton
    assert button.text() == "Bring back"
    assert not page.partners.view.form.tabs.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert partners.partnerships_of(office, riverside.id)
    assert page.partners.view.form.tabs.isEnabled()


def test_undo_elsewhere_is_seen_here(
    page: PartnersPage, desk: Desk, office: Store, riverside: Organization
) -> None:
    opened(page, riverside)
    page.partners.view.go_to(page.partners.overview, "name")
    type_into(focused(page), "Riverbank")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert page.partners.view.form.title.toolTip() == "Riverbank"
    desk.write(office.undo)
    assert page.partners.view.form.title.toolTip() == "Riverside"


def test_a_hidden_page_catches_up_when_it_is_shown(
    qtbot: QtBot, page: PartnersPage, desk: Desk, office: Store
) -> None:
    page.hide()
    desk.write(lambda: partners.register(office, {"name": "Later"}))
    assert not page.partners.pane.table_model.ids
    page.show()
    qtbot.waitUntil(lambda: len(page.partners.pane.table_model.ids) == 1)


def test_kinds_open_where_they_live(
    qtbot: QtBot, page: PartnersPage, desk: Desk, office: Store
) -> None:
    school = records.add(office, "school", {"name": "Cedar Hill"})
    organization = partners.register(
        office, {"name": "Riverside", "contacts": [{"name": "Ana"}]}
    )
    with office.reading() as reader:
        contact = reader.find(Contact)[0]
        partnership = reader.find(Partnership)[0]
    page.open_record(school.id, "school")
    assert page.schools.isVisible()
    assert page.schools.view.record == school
    page.open_record(contact.id, "contact")
    assert page.partners.isVisible()
    assert page.partners.view.form.tabs.currentWidget() is page.partners.contacts
    page.open_record(partnership.id, "partnership")
    assert page.partners.view.record == organization
    assert page.partners.view.form.tabs.currentWidget() is page.partners.partnership_tab


def test_a_school_is_added_and_says_who_serves_it(
    qtbot: QtBot, page: PartnersPage, desk: Desk, office: Store, riverside: Organization
) -> None:
    page.show_side(page.schools)
    page.new_record()
    type_text(focused(page), "Cedar Hill")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    school = page.schools.view.record
    assert school is not None
    assert focused(page).accessibleName() == "Name"
    assert page.schools.view.isAncestorOf(focused(page))
    partnership = partners.partnerships_of(office, riverside.id)[0]
    desk.write(lambda: records.add(
        office, "partnership_school",
        {"partnership_id": partnership.id, "school_id": school.id},
    ))
    page.schools.view.form.tabs.setCurrentIndex(2)
    card = page.schools.findChildren(LinkCard)[0]
    with qtbot.waitSignal(desk.opened) as went:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert went.args == ["partnership", partnership.id]


def test_tab_goes_through_the_list_and_then_through_the_record(
    page: PartnersPage, riverside: Organization
) -> None:
    opened(page, riverside)
    pane, view = page.partners.pane, page.partners.view
    page.setFocus()
    assert focused(page) is pane.form.table
    pane.findChildren(QTabBar)[0].setFocus()
    passed: list[QWidget] = []
    for _ in range(10):
        QTest.keyClick(focused(page), Qt.Key.Key_Tab)
        passed.append(focused(page))
    places = [passed.index(each) for each in (
        pane.form.addButton, pane.form.filter, pane.form.table, page.partners.duplicates_button,
        view.form.actionButton, view.form.tabs.tabBar(),
    )]
    assert places == sorted(places)
    after = passed[places[-1] + 1]
    assert view.isAncestorOf(after)


def test_every_control_has_a_name(
    page: PartnersPage, office: Store, riverside: Organization
) -> None:
    records.add(office, "contact", {"name": "Ana", "organization_id": riverside.id})
    opened(page, riverside)
    tabs = page.partners.view.form.tabs
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert nameless(page) == []
    page.partners.view.go_to(page.partners.contacts)
    next(iter(page.partners.contacts.part.people.cards.values())).set_open(True)
    page.partners.contacts.part.addresses.begin()
    assert nameless(page) == []
    page.new_record()
    assert nameless(page) == []
    page.show_side(page.schools)
    page.new_record()
    assert nameless(page) == []
