"""The window for HSDS: what goes out, what would be refused, the way to the record, saving."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location, ServiceAtLocation
from partner_desk.model.resources import Service
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.hsds_dialog import HsdsDialog, ask_and_export_hsds
from partner_desk.ui.desk import Desk
from tests.ui.desks import show


@pytest.fixture
def address(office: Store) -> Address:
    """The address of a resource's place; it lacks its ZIP code."""
    organization = Organization(name="Pantry")
    service = Service(organization_id=organization.id, name="Food <b>box")
    place = Location(organization_id=organization.id, name="Hall")
    address = Address(location_id=place.id, address_1="1 Main St", city="B", state_province="MD")
    with office.writing(Operation("test.add", {})) as work:
        work.add_many([organization, service, place, address,
                       ServiceAtLocation(service_id=service.id, location_id=place.id)])
    return address


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Where the dialog belongs."""
    window = QWidget()
    show(qtbot, window)
    return window


def _dialog(qtbot: QtBot, desk: Desk, window: QWidget) -> HsdsDialog:
    dialog = ask_and_export_hsds(desk, window)
    qtbot.waitUntil(lambda: dialog.checked is not None, timeout=20_000)
    return dialog


def test_a_problem_opens_its_record_and_goes_when_put_right(
    qtbot: QtBot, desk: Desk, office: Store, address: Address, window: QWidget,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Where the file goes is not asked here; see the next test for what is written.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog = _dialog(qtbot, desk, window)
    assert dialog.save.text() == "Save without these…"
    cells = [dialog.problems.item(0, place) for place in range(3)]
    assert [each.text() for each in cells if each] == [
        "1 Main St – Hall", "ZIP code", "This is needed."
    ]
    assert dialog.problems.hasFocus()
    with qtbot.waitSignal(desk.opened) as opened:
        QTest.keyClick(dialog.problems, Qt.Key.Key_Return)
    assert opened.args == ["address", address.id]
    with office.writing(Operation("test.change", {})) as work:
        work.change(Address, address.id, postal_code="02903")
    dialog.checked = None
    dialog.again.click()
    qtbot.waitUntil(lambda: dialog.checked is not None, timeout=20_000)
    assert not dialog.problems.isVisible()
    assert dialog.save.text() == "Save…"
    assert dialog.save.hasFocus()
    with qtbot.waitSignal(dialog.save.clicked):
        QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    assert "Without a description, the name in its place: 1" in dialog.notes.text()


def test_saving_leaves_out_what_would_be_refused(
    qtbot: QtBot, desk: Desk, office: Store, address: Address, tmp_path: Path,
    window: QWidget,
) -> None:
    dialog = _dialog(qtbot, desk, window)
    path = tmp_path / "out.zip"
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        dialog.write(path)
    assert told.args[0] == "out.zip: 4 rows were written."
    with zipfile.ZipFile(path) as made:
        assert "addresses.csv" not in made.namelist()
        assert b"Food <b>box" in made.read("services.csv")


def test_an_office_without_resources_says_so(
    qtbot: QtBot, desk: Desk, window: QWidget
) -> None:
    dialog = _dialog(qtbot, desk, window)
    assert not dialog.save.isEnabled()
    assert dialog.counts.rowCount() == 0
