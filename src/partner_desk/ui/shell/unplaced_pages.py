"""Pages of a scan without a code: a picture of each, and where a person says it belongs."""

from contextlib import suppress

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.errors import InputError
from partner_desk.services import scans
from partner_desk.services.scans import Arrived, Placed
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.scrolling import Scrolling
from partner_desk.ui.look.theme import GAP, HALF, UNIT, dress_spin_box

_THUMB = 200
"""Height in pixels of the picture of a page; at its full size it is looked at by a click."""
_LARGE = 1100
_MOST = 40


class UnplacedPages(QFrame):
    """What is typed for one page stays there while another finds its place."""

    placed = Signal(int, str, int)
    """A page of the scan (counted from 0) is this page of the agreement of this number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []
        self._arrived: Arrived | None = None
        self._drawn: dict[int, QPixmap] = {}
        self._blank: dict[int, QToolButton] = {}
        self._draw = QTimer(self, interval=0)
        self._draw.timeout.connect(self._draw_next)
        self.fields: dict[int, tuple[QLineEdit, QSpinBox]] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, HALF, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(UNIT)
        whole.addWidget(words_label(self.tr("Pages without a code that can be read"), "heading"))
        whole.addWidget(words_label(
            self.tr("Say which agreement and page each is; pages left alone are not filed."),
            "caption",
        ))
        whole.addWidget(Scrolling(inside), 1)
        self._more = words_label("", "caption")
        whole.addWidget(self._more)

    def show_pages(self, arrived: Arrived) -> None:
        """Show the pages that still have no place; their pictures come one by one."""
        self._arrived = arrived
        self._blank = {}
        typed = {index: Placed(number.text(), page.value())
                 for index, (number, page) in self.fields.items()}
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], {}
        self.setVisible(bool(arrived.no_code))
        for row, index in enumerate(arrived.no_code[:_MOST]):
            self._add(row, arrived, index, typed.get(index))
        hidden = len(arrived.no_code) - _MOST
        self._more.setVisible(hidden > 0)
        self._more.setText(
            self.tr("Pages that are shown when these have their places: {0}").format(hidden)
        )
        self._draw.start()

    def focus_first(self) -> bool:
        """Go into the first field; whether there is one."""
        for number, _ in self.fields.values():
            number.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _add(self, row: int, arrived: Arrived, index: int, typed: Placed | None) -> None:
        begin = typed or suggested(arrived, index)
        number = _Number(begin.number if begin else "")
        number.setAccessibleName(self.tr("Agreement number of page {0}").format(index + 1))
        page = QSpinBox()
        page.setRange(1, 9999)
        page.setValue(begin.page if begin else 1)
        dress_spin_box(page)
        page.setAccessibleName(self.tr("Page number of page {0}").format(index + 1))
        label = QLabel(self.tr("Page"))
        label.setBuddy(page)
        button = flat_button(self.tr("Place this page"), "check")
        button.setAccessibleName(self.tr("Place page {0} of the scan").format(index + 1))

        def say() -> None:
            self.placed.emit(index, number.text(), page.value())

        button.clicked.connect(say)
        number.returnPressed.connect(say)
        beside = QWidget()
        form = QFormLayout(beside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(UNIT)
        form.setHorizontalSpacing(GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Agreement number"), number)
        form.addRow(label, page)
        form.addRow(button)
        picture = self._picture(arrived, index)
        self._grid.addWidget(picture, row, 0)
        self._grid.addWidget(beside, row, 1, Qt.AlignmentFlag.AlignTop)
        self._parts += [picture, beside]
        self.fields[index] = number, page

    def _picture(self, arrived: Arrived, index: int) -> QToolButton:
        words = self.tr("Page {0} of the scan").format(index + 1)
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setText(words)
        button.setIconSize(QSize(_THUMB, _THUMB))
        button.setToolTip(self.tr("Look at it in full size"))
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._enlarge(arrived, index, words))
        self._blank[index] = button
        return button

    def _draw_next(self) -> None:
        """Draw one page; between two of them the window does what it is asked.

        Each page is drawn once, however often others find their places.
        """
        index = next(iter(self._blank), None)
        if index is None or self._arrived is None:
            self._draw.stop()
            return
        button = self._blank.pop(index)
        if index not in self._drawn:
            self._drawn[index] = _pixmap(self._arrived, index, _THUMB)
        found = self._drawn[index]
        button.setIcon(QIcon(found))
        button.setIconSize(found.size())
        button.setEnabled(not found.isNull())

    def _enlarge(self, arrived: Arrived, index: int, words: str) -> None:
        dialog = QDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(words)
        picture = QLabel()
        picture.setAccessibleName(words)
        picture.setPixmap(_pixmap(arrived, index, _LARGE))
        area = QScrollArea()
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setWidget(picture)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        dialog.resize(picture.sizeHint().width() + 4 * UNIT, self.window().height())
        dialog.open()


class _Number(QLineEdit):
    """Enter places the page; the dialog around it must not take it for its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def suggested(arrived: Arrived, index: int) -> Placed | None:
    """Where a page without a code probably belongs: what its code seems to say, else the gap that
    its neighbours in the scan leave in an agreement. Nothing is filed by it alone."""
    guess = arrived.scan.pages[index].guess
    if guess is not None:
        return Placed(guess.number, guess.page)
    for bundle in arrived.bundles:
        if bundle.standing != "current":
            continue
        page_at = {place: page for page, place in bundle.found.items()}
        for step in (1, -1):
            page = page_at.get(index - step, -step) + step
            if page in bundle.absent:
                return Placed(bundle.number, page)
    return None


def _pixmap(arrived: Arrived, index: int, height: int) -> QPixmap:
    """The picture of a page; an empty one of a page that cannot be drawn.

    Whoever holds the paper may still say where it belongs.
    """
    found = QPixmap()
    with suppress(InputError):
        found.loadFromData(scans.picture(arrived, index, height))
    return found
