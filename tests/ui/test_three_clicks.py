"""A new agreement for a known partner is a draft that can be printed after three clicks."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.model.organizations import Organization
from partner_desk.services import partners
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import in_front, sending_desk
from tests.ui.desks import focused, heard, type_text

PARTNER = 'Centro Ñandú <b>&" =1+1'
LONG = 30_000


class Mouse:
    """Clicks only on what a person sees, and counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.clicks = qtbot, 0

    def click(self, control: QWidget, place: QPoint | None = None) -> None:
        """Click in the middle of a control, or at ``place`` in it."""
        self.qtbot.waitUntil(lambda: control.isVisible() and control.isEnabled())
        at = control.rect().center() if place is None else place
        top = control.window()
        under = top.childAt(control.mapTo(top, at)) or top
        assert under is control or control.isAncestorOf(under), f"{control} is hidden by {under}"
        self.clicks += 1
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()

    def click_action(self, menu: QMenu, action: QAction) -> None:
        """Click on a line of a menu that is open."""
        self.click(menu, menu.actionGeometry(action).center())

    def click_row(self, view: QAbstractItemView, words: str) -> None:
        """Click on the only row of a list that is shown, once it says ``words``."""
        model = view.model()
        self.qtbot.waitUntil(lambda: model.rowCount() == 1 and view.isVisible())
        index = model.index(0, 0)
        assert index.data() == words
        self.click(view.viewport(), view.visualRect(index).center())


@pytest.fixture
def mouse(qtbot: QtBot) -> Mouse:
    return Mouse(qtbot)


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> MainWindow:
    """The window of an office that is set up, before anything else happened in it."""
    return in_front(qtbot, program)


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return sending_desk(window)


@pytest.fixture
def partner(desk: Desk) -> Organization:
    return partners.register(desk.store, {
        "name": PARTNER, "contacts": [{"name": "Ana Ruiz", "may_sign": True}],
    })


def drafted(desk: Desk, page: AgreementsPage) -> Agreement:
    """The one agreement there is; it is shown."""
    with desk.store.reading() as reader:
        (made,) = reader.find(Agreement)
    assert page.side.view.record == made
    assert page.side.stack.currentWidget() is page.side.view
    assert (made.status, heard(desk.store)) == ("draft", "agreement.draft")
    return made


def is_printable_draft(qtbot: QtBot, page: AgreementsPage, made: Agreement) -> None:
    """The preview holds the packet; every page of it says that it is a draft."""
    packet = page.side.packet
    qtbot.waitUntil(lambda: packet.pdf is not None, timeout=LONG)
    assert packet.preview.isVisible() and packet.warning.isHidden()
    assert packet.pdf is not None
    pages = [" ".join(each.extract_text().split())
             for each in PdfReader(BytesIO(packet.pdf.data)).pages]
    whole = " ".join(pages)
    for words in (PARTNER, "East Schools", "Ana Ruiz", "Dana Cole", made.number, made.title):
        assert words in whole
    assert all("Draft, not for signature" in each for each in pages)


def test_from_the_agreements(
    qtbot: QtBot, window: MainWindow, desk: Desk, partner: Organization, mouse: Mouse
) -> None:
    window.show_area("agreements")
    page = window.page("agreements")
    assert isinstance(page, AgreementsPage)
    mouse.click(page.side.pane.form.addButton)
    form = page.side.new
    assert form is not None
    type_text(focused(window), "nandu")
    editor = form.forms[0].rows["partnership_id"].editor
    assert isinstance(editor, ReferenceEditor)
    popup = editor._completer.popup()
    assert isinstance(popup, QAbstractItemView)
    mouse.click_row(popup, PARTNER)
    mouse.click(form.save_button)
    assert mouse.clicks == 3
    made = drafted(desk, page)
    page.side.show_packet()
    is_printable_draft(qtbot, page, made)


def test_from_the_partner_to_the_pages_themselves(
    qtbot: QtBot, window: MainWindow, desk: Desk, partner: Organization, mouse: Mouse
) -> None:
    window.open_record("organization", partner.id)
    page = window.page("partners")
    assert isinstance(page, PartnersPage)
    mouse.click(page.partners.view.form.actionButton)
    menu = page.partners.draft_menu
    qtbot.waitUntil(menu.isVisible)
    names = [each.text() for each in menu.actions()]
    assert "Memorandum of understanding" in names
    mouse.click_action(menu, menu.actions()[names.index("Memorandum of understanding")])
    agreements = window.page("agreements")
    assert isinstance(agreements, AgreementsPage) and agreements.isVisible()
    made = drafted(desk, agreements)
    tabs = agreements.side.view.form.tabs
    bar = tabs.tabBar()
    mouse.click(bar, bar.tabRect(tabs.indexOf(agreements.side.packet)).center())
    assert mouse.clicks == 3
    is_printable_draft(qtbot, agreements, made)


def test_one_click_takes_the_draft_back(
    qtbot: QtBot, window: MainWindow, desk: Desk, partner: Organization, mouse: Mouse
) -> None:
    window.open_record("organization", partner.id)
    page = window.page("partners")
    assert isinstance(page, PartnersPage)
    mouse.click(page.partners.view.form.actionButton)
    menu = page.partners.draft_menu  # By now the office has its library.
    before = desk.store.digest()
    mouse.click_action(menu, menu.actions()[0])
    agreements = window.page("agreements")
    assert isinstance(agreements, AgreementsPage)
    drafted(desk, agreements)
    assert "was drafted" in window.toast.text()
    mouse.click(window.toast.button)
    qtbot.waitUntil(lambda: desk.store.digest() == before, timeout=LONG)
    assert agreements.side.stack.currentWidget() is not agreements.side.view
