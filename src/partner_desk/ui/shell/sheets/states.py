"""Big numbers that are chips too: how many rows of each state, and a click lists them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import HALF, UNIT

_SCALE = 1.5


class StateCard(QAbstractButton):
    """A number above a word; chosen, it has a thicker edge and another ground.

    A ``fixed`` one only says how many there are.
    """

    def __init__(self, state: str, words: str, tone: str, *, fixed: bool = False) -> None:
        super().__init__()
        self.state, self.fixed, self._tone, self._number = state, fixed, tone, ""
        self.setText(words)
        self.setCheckable(not fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, fixed)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_number(self, number: int) -> None:
        """Show how many there are."""
        self._number = f"{number:,}"
        self.setAccessibleName(f"{self._number} {self.text()}")
        self.setEnabled(number > 0 or self.state == "all")
        self.updateGeometry()
        self.update()

    def number(self) -> str:
        """What is shown."""
        return self._number

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        number = QFontMetrics(self._large()).horizontalAdvance(self._number)
        height = QFontMetrics(self._large()).height() + self.fontMetrics().height() + UNIT
        return QSize(max(words, number, 6 * UNIT) + 3 * UNIT, height)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, live = self.isChecked(), self.isEnabled()
        wide = 2.0 if chosen or self.hasFocus() else 1.0
        edge = colours.focus if self.hasFocus() else colours.accent if chosen else colours.line
        ground = colours.hover if chosen or (live and self.underMouse()) else colours.surface
        shape = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(ground if live else colours.window))
        if not self.fixed:
            painter.drawRoundedRect(shape, 8, 8)
        inside = self.rect().adjusted(UNIT + HALF, HALF, -HALF, -HALF)
        ink = colours.text if self._tone == "neutral" else colours.tone(self._tone)[0]
        painter.setFont(self._large())
        painter.setPen(QColor(ink if live else colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, self._number)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text if chosen else colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom, self.text())

    def _large(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF(), 1.0) * _SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        return font


class StateCards(QWidget):
    """One of the cards is chosen."""

    chosen = Signal(str)

    def __init__(self, cards: list[StateCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = {each.state: each for each in cards}
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        for each in cards:
            row.addWidget(each)
            if not each.fixed:
                self._group.addButton(each)
        self._group.buttonClicked.connect(self._clicked)

    def current(self) -> str:
        """The state that is chosen."""
        button = self._group.checkedButton()
        return button.state if isinstance(button, StateCard) else "all"

    def choose(self, state: str) -> None:
        """Choose a state, without a word."""
        self.cards[state].setChecked(True)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, StateCard):
            self.chosen.emit(button.state)
