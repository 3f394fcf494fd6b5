"""The legend of the map: the sign of each level, its word, how many needs are of it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from partner_desk.services.coverage import LEVELS, Map
from partner_desk.ui.areas.directory.coverage_map import SIGN, paint_sign
from partner_desk.ui.areas.directory.coverage_words import (
    LEVEL_SENTENCES,
    LEVEL_TONES,
    LEVEL_WORDS,
)
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP, HALF, UNIT


class CoverageLegend(QWidget):
    """Counts beside their signs; each explains itself in its tooltip."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        row = FlowLayout(self, spacing=GAP)
        self._counts = {}
        for level in LEVELS:
            entry = QWidget()
            across = QHBoxLayout(entry)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(HALF + 2)
            across.addWidget(Sign(level))
            label = words_label("", "caption")
            label.setWordWrap(False)
            across.addWidget(label)
            entry.setToolTip(desk.text(LEVEL_SENTENCES[level]))
            self._counts[level] = label
            row.addWidget(entry)
        self._bar = words_label(desk.text("A bar at the left: high priority"), "caption")
        self._bar.setWordWrap(False)
        self._bar.setMinimumHeight(SIGN + UNIT)
        row.addWidget(self._bar)

    def show_counts(self, found: Map | None) -> None:
        """Say how many needs are of each level; None: that is not known yet."""
        for level, label in self._counts.items():
            count = f"{found.count(level):,}" if found else "…"
            label.setText(f"{self._desk.text(LEVEL_WORDS[level])}: {count}")


class Sign(QWidget):
    """The painted sign of a level."""

    def __init__(self, level: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(SIGN + UNIT, SIGN + UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it on its ground, as in the map."""
        ink, ground = (QColor(each) for each in current_colours().tone(LEVEL_TONES[self._level]))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ground)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HALF, HALF)
        paint_sign(painter, QRectF(HALF, HALF, SIGN, SIGN), self._level, ink)
        painter.end()
