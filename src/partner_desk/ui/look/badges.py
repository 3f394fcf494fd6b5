"""Badges and banners: a word on a quiet ground, told apart by the word and not by colour alone."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.palette import TONES, current_colours
from partner_desk.ui.look.theme import GAP, ICON_SIZE, UNIT, set_look

# The states of partnerships and agreements; any other state is shown in the neutral tone.
TONE_OF_STATE: Final = {
    "inquiry": "info",
    "application": "info",
    "feasibility": "info",
    "approval": "warning",
    "agreement": "warning",
    "active": "success",
    "renewal": "warning",
    "ended": "neutral",
    "declined": "neutral",
    "draft": "neutral",
    "in_review": "info",
    "out_for_signature": "warning",
    "expired": "error",
    "terminated": "error",
    "superseded": "neutral",
}


def tone_of(state: str) -> str:
    """The tone of a state's badge; "neutral" for a state without a tone of its own."""
    return TONE_OF_STATE.get(state, "neutral")


class Badge(QLabel):
    """A short word such as "Active" in a tone of ``palette.TONES``."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None):
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.set_tone(tone)

    def show_state(self, text: str, tone: str) -> None:
        """Change the word and its tone together."""
        self.setText(text)
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Raises ``KeyError`` for a tone that is not in ``TONES``."""
        if tone not in TONES:
            raise KeyError(tone)
        set_look(self, "badge", tone)


class Banner(QFrame):
    """A sentence across a page with an icon in its tone; buttons go into ``layout()`` after it."""

    def __init__(self, text: str = "", tone: str = "info", parent: QWidget | None = None):
        super().__init__(parent)
        self._tone = tone
        self._icon = QLabel(self)
        self._text = QLabel(text, self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP - 4, UNIT, GAP - 4, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self._icon, 0)
        row.addWidget(self._text, 1)
        self.show_message(text, tone)

    def show_message(self, text: str, tone: str) -> None:
        """Say ``text`` in a tone of ``TONES``; a screen reader gets the same sentence."""
        self._tone = tone
        self._text.setText(text)
        self.setAccessibleName(text)
        set_look(self, "banner", tone)
        self._show_icon()

    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        """A picture on a label has to be painted anew when the scheme changes."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._show_icon()
        super().changeEvent(event)

    def _show_icon(self) -> None:
        name = "info" if self._tone == "neutral" else self._tone
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(name, ICON_SIZE + 2, self._tone, ratio))


def badge_width(font: QFont, text: str) -> int:
    """The width in logical pixels that ``paint_badge`` needs for a text."""
    return QFontMetrics(_badge_font(font)).horizontalAdvance(text) + 2 * (UNIT + 1) + 2


def paint_badge(painter: QPainter, cell: QRect, text: str, tone: str, font: QFont) -> None:
    """Paint a badge at the left of a table's cell, shortened with dots if the cell is narrow."""
    ink, ground = current_colours().tone(tone)
    small = _badge_font(font)
    metrics = QFontMetrics(small)
    height = metrics.height() + 4
    wanted = badge_width(font, text)
    width = min(wanted, cell.width())
    shape = QRectF(cell.x(), cell.y() + (cell.height() - height) / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(shape, height / 2, height / 2)
    painter.setPen(QColor(ink))
    painter.setFont(small)
    # Asked only where it must be: advances are no whole numbers, and a fitting text may lose
    # its end to the rounding.
    elide = Qt.TextElideMode.ElideRight
    shown = text if width == wanted else metrics.elidedText(text, elide, width - 2 * UNIT)
    painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


def _badge_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF(), 1.0) * 0.92)
    small.setWeight(QFont.Weight.DemiBold)
    return small
