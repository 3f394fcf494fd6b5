"""The bar of steps: where one is, where one may go."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QWidget

from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import HALF, ICON_SIZE, UNIT

_DISC = 22


class _Step(QAbstractButton):
    """A number in a disc and a word; done ones bear a tick."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self._number, self.done = number, False
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        width = self._metrics_width() + _DISC + UNIT + 2 * HALF
        return QSize(width, max(_DISC, self.fontMetrics().height()) + 2 * HALF)

    def _metrics_width(self) -> int:
        return QFontMetrics(self._bold()).horizontalAdvance(self.text()) + 2

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = current_colours()
        here, may = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(HALF, (self.height() - _DISC) / 2, _DISC, _DISC)
        painter.setPen(QPen(QColor(colours.accent if here or self.done else colours.edge), 1.4))
        painter.setBrush(QColor(colours.accent) if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setFont(self._bold() if here else self.font())
        if self.done and not here:
            picture = pixmap("check", ICON_SIZE - 2, "accent", self.devicePixelRatioF())
            inset = (_DISC - ICON_SIZE + 2) / 2
            painter.drawPixmap(disc.topLeft().toPoint() + _offset(inset), picture)
        else:
            painter.setPen(QColor(colours.on_accent if here else colours.muted))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        words = QRectF(self.rect()).adjusted(_DISC + UNIT + HALF, 0, 0, 0)
        painter.setPen(QColor(colours.text if here or may else colours.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


def _offset(inset: float) -> QPoint:
    return QPoint(round(inset), round(inset))


class StepBar(QWidget):
    """Steps from left to right; one is current, those before and reached ones can be gone to."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._steps: list[_Step] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for number, name in enumerate(names, 1):
            if number > 1:
                row.addWidget(_Between())
            step = _Step(number, name)
            step.setAccessibleName(self.tr("Step {0}: {1}").format(number, name))
            self._group.addButton(step, number - 1)
            self._steps.append(step)
            row.addWidget(step)
        self._group.idClicked.connect(self.chosen)

    def show_step(self, current: int, reached: int) -> None:
        """Stand at ``current``; steps up to ``reached`` (both from 0) can be gone to."""
        for place, step in enumerate(self._steps):
            step.setChecked(place == current)
            step.setEnabled(place <= reached)
            step.done = place < current
            step.update()


class _Between(QLabel):
    """A short line between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(3 * UNIT, 2 * UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_colours().edge), 1))
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)

    def changeEvent(self, event: QEvent) -> None:
        """The colours of the other scheme."""
        self.update()
        super().changeEvent(event)
