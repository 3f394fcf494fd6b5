"""A partnership is chosen by the organization's name as well as by its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.services import partners, records
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk
from tests.ui.desks import focused, show, type_text

ARTS = "Riverside Youth Arts › Artists in residence"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Store) -> AgreementsPage:
    for name, called in (("Riverside Youth Arts", "Artists in residence"),
                         ("Beanpole Coffee", "Beanpole Coffee")):
        partners.register(office, {"name": name, "partnerships": [{"name": called}]})
    made = AgreementsPage(desk)
    show(qtbot, made)
    made.new_record()
    return made


def picker(page: AgreementsPage) -> ReferenceEditor:
    assert page.side.new is not None
    editor = page.side.new.forms[0].rows["partnership_id"].editor
    assert isinstance(editor, ReferenceEditor)
    return editor


@pytest.mark.parametrize(("typed", "offered"), [
    ("river", ARTS), ("residence", ARTS), ("beanp", "Beanpole Coffee"),
])
def test_either_name_finds_it(
    qtbot: QtBot, page: AgreementsPage, office: Store, typed: str, offered: str
) -> None:
    type_text(focused(page), typed)
    popup = picker(page)._completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    assert [row[1] for row in picker(page)._found.rows] == [offered]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert picker(page).line.text() == offered
    assert page.side.new is not None
    page.side.new.save_button.click()
    with office.reading() as reader:
        assert len(reader.find(Agreement)) == 1


@pytest.mark.parametrize("typed", ["Riverside Youth Arts", "artists in residence", ARTS])
def test_a_whole_name_stands_for_it(page: AgreementsPage, office: Store, typed: str) -> None:
    type_text(focused(page), typed)
    assert page.side.new is not None
    page.side.new.save_button.click()
    with office.reading() as reader:
        assert len(reader.find(Agreement)) == 1


def test_a_name_of_several_partnerships_is_asked_about(
    page: AgreementsPage, office: Store
) -> None:
    with office.reading() as reader:
        (arts,) = reader.title_matches("organization", ["riverside"], 2)
    records.add(office, "partnership", {"organization_id": arts, "name": "Summer murals"})
    type_text(focused(page), "Riverside Youth Arts")
    assert page.side.new is not None
    page.side.new.save_button.click()
    row = page.side.new.forms[0].rows["partnership_id"]
    assert row.error.startswith("Nothing is called that")
    with office.reading() as reader:
        assert not reader.find(Agreement)


def test_a_partnership_called_like_its_organization_is_meant_by_that_name(
    page: AgreementsPage, office: Store
) -> None:
    with office.reading() as reader:
        (arts,) = reader.title_matches("organization", ["riverside"], 2)
    meant = partners.begin_partnership(office, arts)
    type_text(focused(page), "Riverside Youth Arts")
    assert page.side.new is not None
    page.side.new.save_button.click()
    with office.reading() as reader:
        (made,) = reader.find(Agreement)
    assert made.partnership_id == meant.id
