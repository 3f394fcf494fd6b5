"""Importing a directory from the window: look, import, one undo; bad input gets its sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of

DIRECTORY = Path(__file__).parents[1] / "fixtures" / "hsds_ohana"


def _read(qtbot: QtBot, program: Program, place: Path) -> tuple[ImportPage, Desk]:
    assert program.desk is not None
    window_of(program).bringing.read_directory(str(place))
    page = window_of(program).page("import")
    assert isinstance(page, ImportPage)
    desk = program.desk
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    return page, desk


def _numbers(page: ImportPage) -> dict[str, str]:
    return {state: label.text() for state, label in page._number_labels.items()}


def test_nothing_is_written_before_import_and_undo_takes_all_back(
    qtbot: QtBot, program: Program
) -> None:
    assert program.desk is not None
    before = program.desk.store.digest()
    page, desk = _read(qtbot, program, DIRECTORY)
    seen = page.preview
    assert seen is not None
    assert seen.read == seen.new + seen.changed + seen.unchanged + seen.refused
    assert _numbers(page)["new"] == f"{seen.new:,}"
    assert desk.store.digest() == before
    qtbot.mouseClick(page.ui.importButton, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    assert desk.store.digest() != before
    window = window_of(program)
    assert window.current == "directory"
    assert window.ui.undoAction.text().startswith("Undo import of ")
    assert window.toast.isVisible()
    qtbot.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    assert desk.store.digest() == before


def test_what_the_next_directory_has_is_seen_in_tabs(qtbot: QtBot, program: Program) -> None:
    for name, shown in ("hsds_ohana", 3), ("hsds_3", 1), ("hsds_ohana", 3):
        page, _ = _read(qtbot, program, DIRECTORY.with_name(name))
        window_of(program).grab()
        bar = page.ui.tabs.tabBar()
        assert sum(bar.tabRect(number).width() > 0 for number in range(bar.count())) == shown
        page.ui.tabs.setCurrentIndex(3)


def test_the_same_directory_again_changes_nothing(qtbot: QtBot, program: Program) -> None:
    page, desk = _read(qtbot, program, DIRECTORY)
    page.write()
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    page, desk = _read(qtbot, program, DIRECTORY)
    assert _numbers(page)["new"] == "0"
    assert _numbers(page)["changed"] == "0"
    assert not page.ui.importButton.isEnabled()
    assert "already in the office" in page.ui.message.text()


def test_refused_rows_are_listed_with_reasons_and_can_be_saved(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "directory"
    folder.mkdir()
    (folder / "organizations.csv").write_text(
        "id,name,email\n1,Food Bank,\n2,,\n3,=1+1 & <b>,ana@x.org\n", encoding="utf-8"
    )
    (folder / "contacts.csv").write_text(
        "id,organization_id,name\n=9,77,Zoë\n", encoding="utf-8"
    )
    page, _ = _read(qtbot, program, folder)
    assert page.preview is not None
    assert page.preview.refused == 2
    rows = page.ui.refusedTable.model()
    reasons = {rows.index(n, 0).data(): rows.index(n, 3).data() for n in range(rows.rowCount())}
    assert reasons["organizations.csv"] == "Name has to be filled."
    assert "77, which is not in the directory" in reasons["contacts.csv"]
    target = tmp_path / "refused.csv"
    monkeypatch.setattr(
        "partner_desk.ui.shell.choosing.choose_table_to_write", lambda parent, name: str(target)
    )
    page.ui.saveRefusedButton.click()
    saved = target.read_text(encoding="utf-8-sig")
    assert saved.splitlines()[0] == "File,Row,Column,Reason"
    assert "organizations.csv,3,name,Name has to be filled." in saved


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bad.zip", b"PK\x03\x04 cut off", "damaged"),
        ("empty.json", b"{}", "holds no table"),
        ("gone", None, "There is nothing at"),
    ],
)
def test_what_is_no_directory_gets_its_sentence(
    qtbot: QtBot, program: Program, tmp_path: Path, name: str, content: bytes | None, sentence: str
) -> None:
    place = tmp_path / name
    if content is not None:
        place.write_bytes(content)
    page, _ = _read(qtbot, program, place)
    assert sentence in page.ui.message.text()
    assert page.ui.message.text().endswith("Nothing was written.")
    assert not page.ui.importButton.isVisible()
    assert page.preview is None


def test_a_folder_dropped_on_the_window_is_looked_at(qtbot: QtBot, program: Program) -> None:
    window, desk = window_of(program), program.desk
    assert desk is not None
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(DIRECTORY))])
    entering = QDragEnterEvent(
        window.rect().center(), Qt.DropAction.CopyAction, dropped,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, dropped,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    ))
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    page = window.page("import")
    assert isinstance(page, ImportPage)
    assert page.preview is not None
    assert page.preview.new > 0


def test_baltimore_comes_in_whole(qtbot: QtBot, program: Program, data_folder: Path) -> None:
    place = data_folder / "hsds-baltimore-ohana"
    if not place.is_dir():
        pytest.skip(f"no directory of Baltimore in {data_folder}")
    page, desk = _read(qtbot, program, place)
    seen = page.preview
    assert seen is not None
    assert seen.read == seen.new + seen.changed + seen.unchanged + seen.refused
    page.write()
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=60_000)
    assert "was imported" in page.ui.message.text() or "were imported" in page.ui.message.text()
