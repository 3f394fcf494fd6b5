"""The packets of a list, printed into a folder from the window."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.queries import ListQuery
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.many_packets import print_many_to
from partner_desk.ui.desk import Desk
from tests.services.going_out import ready_agreement
from tests.ui.desks import show


def test_each_packet_goes_into_a_file_of_its_own(
    qtbot: QtBot, desk: Desk, office: Store, tmp_path: Path
) -> None:
    made = [ready_agreement(office) for _ in range(3)]
    window = QWidget()
    show(qtbot, window)
    folder = tmp_path / "packets"
    folder.mkdir()
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        print_many_to(desk, ListQuery("agreement"), folder, window)
    assert told.args == ["3 packets printed into packets.", False]
    files = sorted(folder.iterdir())
    assert [each.name.split(" ")[0] for each in files] == sorted(each.number for each in made)
    assert all(len(PdfReader(each).pages) > 2 for each in files)


def test_what_could_not_be_printed_is_said_in_a_dialog_that_stays(
    qtbot: QtBot, desk: Desk, office: Store, tmp_path: Path
) -> None:
    ready_agreement(office)
    window = QWidget()
    show(qtbot, window)
    print_many_to(desk, ListQuery("agreement"), tmp_path / "nowhere", window)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=20_000)
    box = window.findChildren(QMessageBox)[0]
    assert box.text() == "0 packets printed into nowhere."
    assert "nowhere" in box.informativeText()
    box.close()
