"""While a name is typed: what is perhaps here already is said, and nobody is kept from saving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import ListQuery
from partner_desk.services import records
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.partners.new_partner import NewPartner
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.alike_hint import DEBOUNCE_MS, AlikeHint
from partner_desk.ui.desk import Desk
from tests.ui.desks import focused, show, type_into, type_text

WILD = "Hội Bình Minh <&>"


@pytest.fixture
def known(office: Store) -> Record:
    records.add(office, "school", {"name": "Lincoln Elementary", "phone": "413-555-0900"})
    return records.add(office, "organization", {
        "name": WILD, "email": "x@hbm.example", "phones": [{"number": "(413) 555-0100"}],
        "contacts": [{"name": "Ana Ruiz", "email": "ana@hbm.example"}],
        "services": [{"name": "Tutoring on Saturdays"}],
    })


@pytest.fixture
def page(qtbot: QtBot, known: Record, desk: Desk) -> PartnersPage:
    made = PartnersPage(desk)
    show(qtbot, made)
    return made


def said(qtbot: QtBot, hint: AlikeHint, *words: str) -> None:
    qtbot.waitUntil(lambda: all(each in hint.words() for each in words), timeout=10_000)
    assert hint.isVisible()


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.wait(2 * DEBOUNCE_MS)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=10_000)


def partner_form(page: PartnersPage) -> NewPartner:
    page.new_record()
    new = page.partners.new
    assert isinstance(new, NewPartner)
    return new


def test_a_name_that_is_here_is_said_while_it_is_typed(
    qtbot: QtBot, page: PartnersPage, desk: Desk, known: Record
) -> None:
    new = partner_form(page)
    type_text(focused(page), "Hoi Binh Minh")
    assert not new.known.isVisible()
    said(qtbot, new.known, WILD)
    assert new.organization.rows["name"].editor.has_focus()
    button = new.known.findChildren(QPushButton)[0]
    assert button.accessibleName() == f"Open {WILD}"
    with qtbot.waitSignal(desk.opened) as went:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert went.args == ["organization", known.id]


def test_a_phone_that_is_here_is_told_as_the_reason(
    qtbot: QtBot, page: PartnersPage
) -> None:
    new = partner_form(page)
    type_text(focused(page), "Hoi Binh Minh Center")
    type_into(new.phone.rows["number"].editor.control, "413.555.0100")
    said(qtbot, new.known, "same phone 413-555-0100")


def test_a_person_who_is_here_is_said_as_well(qtbot: QtBot, page: PartnersPage) -> None:
    new = partner_form(page)
    type_text(focused(page), "Another club")
    type_into(new.contact.rows["name"].editor.control, "Ana Ruiz")
    type_into(new.email.rows["email"].editor.control, "ana@hbm.example")
    said(qtbot, new.person_known, "Ana Ruiz", "same email ana@hbm.example")


def test_it_keeps_nobody_from_saving_and_is_gone_with_the_next(
    qtbot: QtBot, page: PartnersPage, office: Store, desk: Desk
) -> None:
    new = partner_form(page)
    type_text(focused(page), "Hoi Binh Minh")
    said(qtbot, new.known, WILD)
    QTest.keyClick(focused(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with office.reading() as reader:
        assert reader.count(ListQuery(Organization.kind)) == 2
    assert not new.known.isVisible()
    settle(qtbot, desk)
    assert not new.known.isVisible()


def test_saving_before_the_answer_comes_shows_nothing_afterwards(
    qtbot: QtBot, page: PartnersPage, desk: Desk
) -> None:
    new = partner_form(page)
    type_text(focused(page), "Hoi Binh Minh")
    QTest.keyClick(focused(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desk)
    assert new.known.found == []


def test_an_ordinary_word_says_nothing(qtbot: QtBot, page: PartnersPage, desk: Desk) -> None:
    new = partner_form(page)
    type_text(focused(page), "Minh Nguyen Foundation")
    settle(qtbot, desk)
    assert not new.known.isVisible()


def test_a_school_and_a_contact_are_looked_for_too(
    qtbot: QtBot, page: PartnersPage, known: Record
) -> None:
    page.show_list("schools")
    page.new_record()
    type_text(focused(page), "lincoln elementary school")
    new = page.schools.new
    assert new is not None
    said(qtbot, new.findChildren(AlikeHint)[0], "Lincoln Elementary")
    page.open_record(known.id, "organization")
    page.partners.show_contacts()
    people = page.partners.contacts.part.people
    people.begin()
    type_text(focused(page), "Ana Ruiz")
    said(qtbot, people.findChildren(AlikeHint)[0], "Ana Ruiz",
         "of the same organization or place")


def test_a_resource_is_looked_for_too(qtbot: QtBot, known: Record, desk: Desk) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    page.new_record()
    type_text(focused(page), "Tutoring on saturdays")
    new = page.resources.new
    assert new is not None
    said(qtbot, new.findChildren(AlikeHint)[0], "Tutoring on Saturdays")
