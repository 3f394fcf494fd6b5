"""When work that held the window is done, the keyboard is where the next key belongs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from partner_desk.model.organizations import Organization
from partner_desk.services import records
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.duplicates.page import DuplicatesPage
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import in_front

DIRECTORY = Path(__file__).parents[1] / "fixtures" / "hsds_ohana"
LONG = 20_000


def at_rest(qtbot: QtBot, program: Program) -> Desk:
    desk = program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)
    return desk


def test_what_came_in_is_listed_with_its_first_record_shown(
    qtbot: QtBot, program: Program
) -> None:
    window = in_front(qtbot, program)
    window.bringing.read_directory(str(DIRECTORY))
    page = window.page("import")
    assert isinstance(page, ImportPage)
    at_rest(qtbot, program)
    QTest.keyClick(page.ui.importButton, Qt.Key.Key_Space)
    at_rest(qtbot, program)
    directory = window.page("directory")
    assert isinstance(directory, DirectoryPage)
    table = directory.resources.pane.form.table
    qtbot.waitUntil(table.hasFocus)
    assert table.currentIndex().row() == 0


def test_after_combining_the_keys_work_in_the_list_of_groups(
    qtbot: QtBot, program: Program
) -> None:
    window = in_front(qtbot, program)
    assert program.desk is not None
    for name in ("Food Bank of the East", "Riverside Youth Arts"):
        for _ in range(2):
            records.add(program.desk.store, "organization",
                        {"name": name, "email": f"{name[:4].lower()}@example.org"})
    window.ui.duplicatesAction.trigger()
    page = window.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    at_rest(qtbot, program)
    qtbot.waitUntil(lambda: page.list.count() == 2)
    page.panel.combine_button.setFocus()
    QTest.keyClick(page.panel.combine_button, Qt.Key.Key_Space)
    desk = at_rest(qtbot, program)
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert page.list.hasFocus()
    with desk.store.reading() as reader:
        assert len(reader.find(Organization)) == 3
