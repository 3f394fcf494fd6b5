"""A scan dropped on the window: told, placed by hand, filed, confirmed, taken back."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, FiledPage, Revision
from partner_desk.model.office import Attachment
from partner_desk.services import packets, records, revisions, sending
from partner_desk.store.store import Store
from partner_desk.ui.components.confirm_signed import ConfirmSigned
from partner_desk.ui.components.rows import row_of
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.dialogs import TroubleDialog
from partner_desk.ui.shell.main_window import MainWindow
from partner_desk.ui.shell.program import Program
from partner_desk.ui.shell.scan_dialog import ScanDialog
from scan_paper import as_scan, drawn
from tests.services.going_out import catalogue, ready_agreement, signatories
from tests.ui.conftest import in_front, sending_desk
from tests.ui.desks import heard, nameless, type_into

LONG = 30_000
Shown = TypeVar("Shown", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, program: Program) -> Iterator[MainWindow]:
    shown = in_front(qtbot, program)
    yield shown
    for dialog in shown.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return sending_desk(window)


@pytest.fixture
def agreement(desk: Desk) -> Agreement:
    return ready_agreement(desk.store)


@pytest.fixture
def revision(desk: Desk, agreement: Agreement) -> Revision:
    """What went out today."""
    frozen = sending.freeze(desk.store, agreement.id, desk.today(), catalogue)
    desk.announce()
    return frozen


def pages_of(desk: Desk, revision: Revision) -> bytes:
    return revisions.pdf_of(desk.store, revision)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def without_code(pdf: bytes, page: int) -> bytes:
    """The paper with the foot of one page torn off, as a scanner gives it."""
    sheets = drawn(pdf)
    sheets[page - 1].paste(255, (0, sheets[page - 1].height * 5 // 6, *sheets[page - 1].size))
    scan: bytes = as_scan(sheets)
    return scan


def some_pages(pdf: bytes, *pages: int) -> bytes:
    out = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as given, pikepdf.Pdf.new() as made:
        for page in pages:
            made.pages.append(given.pages[page - 1])
        made.save(out)
    return out.getvalue()


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let go; whether the window takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    fall = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(window, fall)
    return True


def shown(qtbot: QtBot, kind: type[Shown]) -> Shown:
    """The dialog of this kind, once it stands open."""
    def found() -> list[Shown]:
        return [each for each in QApplication.topLevelWidgets()
                if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=LONG)
    return found()[0]


def dropped(qtbot: QtBot, window: MainWindow, *paths: Path) -> ScanDialog:
    assert drop(window, *paths)
    return shown(qtbot, ScanDialog)


def click(control: QWidget) -> None:
    assert control.isVisible() and control.isEnabled()
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def told(dialog: ScanDialog) -> list[tuple[str, str, str]]:
    """Title, details and verdict of every row."""
    rows = [row_of(dialog.rows.item(place)) for place in range(dialog.rows.count())]
    return [(each.title, each.detail, each.badge) for each in rows]


def now(store: Store, agreement: Agreement) -> Agreement:
    with store.reading() as reader:
        found = reader.get(Agreement, agreement.id)
    assert found is not None
    return found


def home(store: Store, revision: Revision) -> list[int]:
    with store.reading() as reader:
        return [each.page for each in reader.find(FiledPage, revision_id=revision.id)]


def wait_for_jobs(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)


def confirm_all(qtbot: QtBot) -> None:
    """Tick every signature with the mouse, and confirm."""
    dialog = shown(qtbot, ConfirmSigned)
    assert dialog.height() == dialog.heightForWidth(dialog.width()), "as high as its words"
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled() and len(dialog.rows) == 2
    for _, box, _ in dialog.rows:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
        assert box.isChecked()
    assert nameless(dialog) == []
    click(ok)
    assert not dialog.isVisible()


def test_a_scan_dropped_on_the_window_makes_the_agreement_active(
    qtbot: QtBot, window: MainWindow, desk: Desk, agreement: Agreement, revision: Revision,
    tmp_path: Path,
) -> None:
    store = desk.store
    path = write(tmp_path / "signed.pdf", pages_of(desk, revision))
    dialog = dropped(qtbot, window, path)
    pages = list(range(1, revision.pages + 1))
    ((title, details, verdict),) = told(dialog)
    assert title == f"{agreement.number}, revision 1 · {agreement.title}"
    assert details == f"Pages 1–{revision.pages} of {revision.pages}"
    assert verdict == "Complete" and not dialog.unplaced.isVisible()
    assert nameless(dialog) == []
    assert home(store, revision) == []  # Looking keeps nothing.

    click(dialog.file_button)
    assert sorted(home(store, revision)) == pages and heard(store) == "scan.keep"
    assert window.toast.text() == "1 document was filed."
    filed = store.digest()
    confirm_all(qtbot)
    active = now(store, agreement)
    assert (active.status, active.signed_on) == ("active", desk.today())
    assert window.toast.text() == f"{agreement.number} is active: all have signed."

    click(window.toast.button)
    wait_for_jobs(qtbot, desk)
    qtbot.waitUntil(lambda: now(store, agreement).status == "out_for_signature", timeout=LONG)
    assert store.digest() == filed
    who = signatories(store, agreement.id).values()
    assert [each.signed_on for each in who] == [None, None]
    window.ui.undoAction.trigger()
    wait_for_jobs(qtbot, desk)
    qtbot.waitUntil(lambda: home(store, revision) == [], timeout=LONG)
    with store.reading() as reader:
        assert reader.find(Attachment, agreement_id=agreement.id) == []


def test_confirming_can_wait(
    qtbot: QtBot, window: MainWindow, desk: Desk, agreement: Agreement, revision: Revision,
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "signed.pdf", pages_of(desk, revision))
    click(dropped(qtbot, window, path).file_button)
    later = shown(qtbot, ConfirmSigned)
    click(later.buttons.button(QDialogButtonBox.StandardButton.Cancel))
    assert now(desk.store, agreement).status == "out_for_signature"
    assert len(home(desk.store, revision)) == revision.pages
    page = window.pages["agreements"]
    action = next(each for each in page.findChildren(QPushButton)
                  if each.isVisible() and each.text() == "Confirm signatures")
    click(action)
    confirm_all(qtbot)
    assert now(desk.store, agreement).status == "active"


def test_pages_missing_are_named_and_nobody_is_asked_for_signatures(
    qtbot: QtBot, window: MainWindow, desk: Desk, revision: Revision, tmp_path: Path
) -> None:
    path = write(tmp_path / "part.pdf", some_pages(pages_of(desk, revision), 1, 3, 3))
    dialog = dropped(qtbot, window, path)
    ((_, details, verdict),) = told(dialog)
    last = revision.pages
    assert details == f"Pages 1, 3 of {last} · missing: 2, 4–{last} · 1 page twice in this scan"
    assert verdict == "Pages missing"
    click(dialog.file_button)
    QApplication.processEvents()
    assert home(desk.store, revision) == [1, 3]
    assert not [each for each in QApplication.topLevelWidgets()
                if isinstance(each, ConfirmSigned) and each.isVisible()]


def with_a_page_that_cannot_be_drawn(pdf: bytes) -> bytes:
    """The paper as a scan whose first page says that its picture is larger than any."""
    out = BytesIO()
    with pikepdf.open(BytesIO(as_scan(drawn(pdf)))) as scan:
        for image in scan.pages[0].get_images().values():
            image.Width, image.Height = 30_000, 30_000
        scan.save(out)
    return out.getvalue()


def test_a_page_that_cannot_be_drawn_does_not_keep_the_others_from_home(
    qtbot: QtBot, window: MainWindow, desk: Desk, revision: Revision, tmp_path: Path
) -> None:
    paper = with_a_page_that_cannot_be_drawn(pages_of(desk, revision))
    dialog = dropped(qtbot, window, write(tmp_path / "wounded.pdf", paper))
    assert told(dialog)[0][2] == "Pages missing"
    assert dialog.arrived.no_code == (0,) and list(dialog.unplaced.fields) == [0]
    assert nameless(dialog) == []
    click(dialog.file_button)
    assert sorted(home(desk.store, revision)) == list(range(2, revision.pages + 1))


def test_a_page_without_a_code_is_placed_in_the_dialog(
    qtbot: QtBot, window: MainWindow, desk: Desk, agreement: Agreement, revision: Revision,
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "torn.pdf", without_code(pages_of(desk, revision), 2))
    dialog = dropped(qtbot, window, path)
    assert dialog.unplaced.isVisible() and told(dialog)[0][2] == "Pages missing"
    assert nameless(dialog) == []
    number, page = dialog.unplaced.fields[1]
    assert (number.text(), page.value()) == (agreement.number, 2)  # The gap that it leaves.
    type_into(number, "1999-0001")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.trouble.isVisible() and dialog.arrived.no_code == (1,)
    type_into(number, agreement.number)
    click(next(each for each in dialog.unplaced.findChildren(QPushButton)
               if each.text() == "Place this page"))
    assert not dialog.trouble.isVisible() and not dialog.unplaced.isVisible()
    assert told(dialog)[0][2] == "Complete"
    click(dialog.file_button)
    assert len(home(desk.store, revision)) == revision.pages
    confirm_all(qtbot)
    assert now(desk.store, agreement).status == "active"


def test_a_scan_that_comes_again_says_what_of_it_is_home(
    qtbot: QtBot, window: MainWindow, desk: Desk, revision: Revision, tmp_path: Path
) -> None:
    path = write(tmp_path / "torn.pdf", without_code(pages_of(desk, revision), 2))
    first = dropped(qtbot, window, path)
    assert not first.before.isVisible()
    click(first.file_button)
    qtbot.waitUntil(lambda: not first.isVisible())
    again = dropped(qtbot, window, path)
    with desk.store.reading() as reader:
        (kept,) = reader.find(Attachment)
    assert again.before.isVisible()
    assert again.before.text().startswith(f"torn.pdf was filed before, as {kept.name}.")
    assert again.arrived.no_code == (1,)


def test_an_outdated_revision_and_a_draft_are_told_in_words(
    qtbot: QtBot, window: MainWindow, desk: Desk, agreement: Agreement, revision: Revision,
    tmp_path: Path,
) -> None:
    first = write(tmp_path / "first.pdf", some_pages(pages_of(desk, revision), 1))
    records.change_field(desk.store, Agreement, agreement.id, "purpose", "Another one")
    draft = packets.packet(desk.store, agreement.id, "", catalogue)
    second = write(tmp_path / "second.pdf", some_pages(draft.data, 1))
    sending.freeze(desk.store, agreement.id, desk.today(), catalogue)
    desk.announce()
    dialog = dropped(qtbot, window, first, second)
    verdicts = {verdict for _, _, verdict in told(dialog)}
    assert verdicts == {"Outdated: revision 2 is out", "A draft, not filed"}
    click(dialog.file_button)
    assert home(desk.store, revision) == [1]
    assert now(desk.store, agreement).status == "out_for_signature"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda data: b"%PDF-1.7\n" + b"\xa5" * 500, "cannot be read as a scan"),
        (lambda data: b"", "holds no page"),
        (lambda data: data, "was filed before, as"),
    ],
    ids=["damaged", "empty", "twice"],
)
def test_what_cannot_be_filed_is_told_in_a_sentence(
    qtbot: QtBot, window: MainWindow, desk: Desk, revision: Revision, tmp_path: Path,
    make: Callable[[bytes], bytes], words: str,
) -> None:
    whole = some_pages(pages_of(desk, revision), 1, 2)
    dialog = dropped(qtbot, window, write(tmp_path / "whole.pdf", whole))
    click(dialog.file_button)
    before = desk.store.digest()
    name = "Kopie <b>&.pdf"
    assert drop(window, write(tmp_path / name, make(whole)))
    trouble = shown(qtbot, TroubleDialog)
    assert words in trouble.ui.happened.text() and name in trouble.ui.happened.text()
    assert trouble.ui.adviceText.text()
    trouble.close()
    assert desk.store.digest() == before


def test_files_of_other_kinds_are_not_taken(
    window: MainWindow, revision: Revision, tmp_path: Path
) -> None:
    words = write(tmp_path / "words.docx", b"x")
    scan = write(tmp_path / "scan.pdf", b"%PDF")
    assert not drop(window, words)
    assert not drop(window, words, scan)
    assert not drop(window, tmp_path / "nothing.pdf")


def test_an_office_open_to_read_shows_the_scan_and_files_nothing(
    qtbot: QtBot, window: MainWindow, desk: Desk, revision: Revision, tmp_path: Path
) -> None:
    path = write(tmp_path / "signed.pdf", pages_of(desk, revision))
    desk.store.read_only = True
    dialog = dropped(qtbot, window, path)
    assert told(dialog)[0][2] == "Complete"
    assert not dialog.file_button.isEnabled()
    dialog.close()
    desk.store.read_only = False
    assert home(desk.store, revision) == []
