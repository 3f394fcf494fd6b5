"""A desk over a real office, for the tests of pages and components."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partner_desk.files.catalogue import Catalogue
from partner_desk.store.store import Store
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import apply_theme
from partner_desk.ui.preferences import Preferences

TODAY = date(2026, 3, 2)


@contextmanager
def desk_over(store: Store, folder: Path, *, may_fail: bool = False) -> Iterator[Desk]:
    """A desk whose preferences live in ``folder``; trouble fails a test unless it ``may_fail``."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    desk = Desk(store, Catalogue("en"), Preferences(settings), clock=lambda: TODAY)
    troubles: list[object] = []
    desk.troubled.connect(troubles.append)
    desk.broken.connect(troubles.append)
    yield desk
    assert may_fail or not troubles


def show(qtbot: QtBot, widget: QWidget, width: int = 1190, height: int = 684) -> None:
    """Show a widget as a window of its own, focused, until the test ends."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def type_text(control: QWidget, text: str) -> None:
    """Type at the cursor; what has no key of its own is pasted, as a person would."""
    if text.isascii():
        QTest.keyClicks(control, text)
        return
    QApplication.clipboard().setText(text)
    QTest.keyClick(control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def type_into(control: QWidget, text: str) -> None:
    """Go into a control, replace what is there and type."""
    control.setFocus()
    if isinstance(control, QLineEdit):
        control.selectAll()
    type_text(control, text)


def focused(inside: QWidget) -> QWidget:
    """The control inside a window that has the focus."""
    found = inside.window().focusWidget()
    assert found is not None
    return found


def nameless(inside: QWidget) -> list[str]:
    """The controls that a screen reader could not name, of those that can be seen."""
    found = []
    for control in inside.findChildren(QWidget):
        if control.focusPolicy() == Qt.FocusPolicy.NoFocus or not control.isVisible():
            continue
        if isinstance(control.parent(), QComboBox | QAbstractSpinBox | QTabWidget):
            continue
        seen = QAccessible.queryAccessibleInterface(control)
        if not seen.text(QAccessible.Text.Name) and not isinstance(control, QScrollArea):
            found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def heard(store: Store) -> str:
    """The code of the newest change set."""
    with store.reading() as reader:
        newest = reader.change_sets(1)
    return newest[0].code if newest else ""
