"""The directory on paper, from the window: language, pages, what cannot be printed, files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from partner_desk.model.contacts import Contact
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.handout_basket import HandoutBasket
from partner_desk.ui.areas.directory.paper_dialog import (
    PaperDialog,
    ask_and_print_booklet,
    print_calls,
    print_handout,
    print_labels,
)
from partner_desk.ui.components.writing_out import write_cards, write_csv
from partner_desk.ui.desk import Desk
from tests.ui.desks import show


@pytest.fixture
def services(office: Store) -> list[Service]:
    """Two resources of an organization that has a contact and no address."""
    owner = Organization(name="River House")
    found = [Service(organization_id=owner.id, name=f"Food {n}", description="Help. " * 80)
             for n in range(2)]
    with office.writing(Operation("test")) as work:
        work.add_many([owner, *found, Contact(organization_id=owner.id, name="Ana Núñez")])
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Where the dialog belongs."""
    window = QWidget()
    show(qtbot, window)
    return window


def _ready(qtbot: QtBot, dialog: PaperDialog) -> None:
    qtbot.waitUntil(lambda: dialog.preview.form.saveButton.isEnabled(), timeout=30_000)


def test_the_booklet_is_shown_and_made_anew_in_another_language(
    qtbot: QtBot, desk: Desk, services: list[Service], window: QWidget, tmp_path: Path
) -> None:
    dialog = ask_and_print_booklet(desk, window, ListQuery("service"))
    _ready(qtbot, dialog)
    first = dialog.preview.data
    assert first.startswith(b"%PDF")
    assert dialog.state.isHidden()
    dialog.language.setCurrentIndex(dialog.language.findData("both"))
    qtbot.waitUntil(lambda: dialog.preview.data not in (b"", first), timeout=30_000)
    assert dialog.wish.language == "both"
    qtbot.waitUntil(lambda: dialog.state.isHidden(), timeout=30_000)
    dialog.preview.save_to(tmp_path / "Booklet.pdf")
    assert (tmp_path / "Booklet.pdf").read_bytes() == dialog.preview.data
    assert dialog.state.isVisible() and "Booklet.pdf" in dialog.state.text()
    dialog.close()
    # A pile of papers is of one language: the next one begins with it.
    again = ask_and_print_booklet(desk, window, ListQuery("service"))
    assert again.wish.language == "both"
    again.close()


def test_a_paper_is_used_by_keyboard(
    qtbot: QtBot, desk: Desk, services: list[Service], window: QWidget
) -> None:
    dialog = print_handout(desk, window, [each.id for each in services])
    _ready(qtbot, dialog)
    printed: list[str] = []
    dialog.preview.form.printButton.clicked.disconnect()
    dialog.preview.form.printButton.clicked.connect(lambda: printed.append("printed"))
    assert dialog.focusWidget() is dialog.language
    QTest.keyClick(dialog.language, Qt.Key.Key_Return)  # Chooses, and prints nothing.
    assert not printed and dialog.isVisible()
    QTest.keyClick(dialog.language, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert printed == ["printed"]
    dialog.preview.form.printButton.setFocus()
    QTest.keyClick(dialog.preview.form.printButton, Qt.Key.Key_Return)
    assert printed == ["printed", "printed"]
    QTest.keyClick(dialog.language, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_handout_and_calls_take_the_chosen_resources(
    qtbot: QtBot, desk: Desk, services: list[Service], window: QWidget
) -> None:
    for show_it in (print_handout, print_calls):
        dialog = show_it(desk, window, [services[0].id])
        _ready(qtbot, dialog)
        assert dialog.brief.isHidden()
        dialog.close()


def test_labels_begin_where_a_used_sheet_is_free(
    qtbot: QtBot, desk: Desk, office: Store, window: QWidget
) -> None:
    home = Organization(name="Home")
    with office.writing(Operation("test")) as work:
        work.add_many([home, Address(organization_id=home.id, address_1="1 Main St",
                                     city="Falls", postal_code="01388")])
    dialog = print_labels(desk, window, ListQuery("organization"))
    _ready(qtbot, dialog)
    first = dialog.preview.data
    assert dialog.language.isHidden()
    assert dialog.start.maximum() == 30
    dialog.start.setValue(30)
    qtbot.waitUntil(lambda: dialog.preview.data not in (b"", first), timeout=30_000)
    dialog.close()


def test_what_labels_leave_out_is_said_before_they_are_printed(
    qtbot: QtBot, desk: Desk, office: Store, window: QWidget
) -> None:
    long = Organization(name="Society for the Common Good " * 40)
    with office.writing(Operation("test")) as work:
        work.add_many([long, Organization(name="Nowhere"), Address(
            organization_id=long.id, address_1="1 Main St", city="Falls", postal_code="01388")])
    dialog = print_labels(desk, window, ListQuery("organization"))
    _ready(qtbot, dialog)
    assert dialog.state.isVisible()
    for said in ("without a label: 1", "1 label has no room", "Society for the Common Good"):
        assert said in dialog.state.text()
    dialog.close()


def test_what_cannot_be_printed_is_said_in_the_window(
    qtbot: QtBot, desk: Desk, services: list[Service], window: QWidget
) -> None:
    dialog = print_labels(desk, window, ListQuery("organization"))
    qtbot.waitUntil(lambda: "No address is known" in dialog.state.text(), timeout=30_000)
    assert not dialog.preview.form.saveButton.isEnabled()
    dialog.close()


def test_lists_and_contacts_are_written_to_files(
    qtbot: QtBot, desk: Desk, services: list[Service], tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.told, timeout=30_000):
        write_csv(desk, ListQuery("service"), tmp_path / "out.csv")
    assert "Food 1" in (tmp_path / "out.csv").read_text("utf-8-sig")
    with qtbot.waitSignal(desk.told, timeout=30_000):
        write_cards(desk, ListQuery("contact"), tmp_path / "out.vcf")
    assert "FN:Ana Núñez" in (tmp_path / "out.vcf").read_text("utf-8")


def test_the_basket_holds_what_a_page_has_room_for(
    qtbot: QtBot, desk: Desk, services: list[Service], window: QWidget
) -> None:
    basket = HandoutBasket(desk)
    told: list[str] = []
    desk.told.connect(lambda words, _undo: told.append(words))
    basket.add([services[0].id, services[0].id])
    basket.add([services[1].id])
    assert basket.ids == [each.id for each in services]
    assert told[-1] == "2 resources are on the handout."
    dialog = basket.print_it(window)
    _ready(qtbot, dialog)
    dialog.close()
    basket.remove(services[0].id)
    assert not basket.holds(services[0].id)
    basket.add(f"another {n}" for n in range(9))
    assert basket.full
    assert told[-1] == "A handout has room for 8 resources; it is full."
    basket.clear()
    assert basket.ids == []
