"""A list of rows with a title, a line below it, an icon and a badge: hits, tasks, backups."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from partner_desk.ui.look.badges import badge_width, paint_badge
from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import HALF, ICON_SIZE, UNIT

_ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """What one row shows; ``data`` is for whoever made it. A heading cannot be chosen."""

    title: str
    detail: str = ""
    icon: str = ""
    badge: str = ""
    tone: str = "neutral"
    data: Any = None
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The row in one sentence, for a screen reader and the tooltip."""
        return " · ".join(each for each in (self.title, self.detail, self.badge) if each)


class RowDelegate(QStyledItemDelegate):
    """Paints rows; kept apart from the list so that any item view can use it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row | None = index.data(_ROW)
        metrics = option.fontMetrics
        lines = 2 if row and row.detail else 1
        return QSize(120, lines * metrics.height() + (2 * UNIT if lines == 2 else UNIT + HALF))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(_ROW)
        if row is None:
            super().paint(painter, option, index)
            return
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        ground: Any = styled  # The stubs do not know the fields of style options.
        ground.text = ""
        style = ground.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, ground.widget)
        painter.save()
        self._paint_row(painter, ground, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: Any, row: Row) -> None:
        area: QRect = option.rect.adjusted(UNIT, 0, -UNIT, 0)
        if row.icon:
            self._paint_icon(painter, area, row)
            area = area.adjusted(ICON_SIZE + UNIT + HALF, 0, 0, 0)
        if row.badge:
            width = badge_width(option.font, row.badge)
            place = QRect(area.right() - width, area.y(), width + 1, area.height())
            paint_badge(painter, place, row.badge, row.tone, option.font)
            area = area.adjusted(0, 0, -width - UNIT, 0)
        self._paint_words(painter, area, option, row)

    def _paint_icon(self, painter: QPainter, area: QRect, row: Row) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = pixmap(row.icon, ICON_SIZE, "muted", ratio)
        painter.drawPixmap(area.x(), area.y() + (area.height() - ICON_SIZE) // 2, picture)

    def _paint_words(self, painter: QPainter, area: QRect, option: Any, row: Row) -> None:
        colours = current_colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = colours.on_selection if chosen else colours.text
        font = QFont(option.font)
        if row.heading:
            font.setWeight(QFont.Weight.DemiBold)
            ink = colours.muted
        height = option.fontMetrics.height()
        top = area.y() + (area.height() - height * (2 if row.detail else 1)) // 2
        painter.setFont(font)
        painter.setPen(QColor(ink))
        self._line(painter, QRect(area.x(), top, area.width(), height), row.title)
        if row.detail:
            painter.setPen(QColor(ink if chosen else colours.muted))
            place = QRect(area.x(), top + height, area.width(), height)
            self._line(painter, place, row.detail)

    @staticmethod
    def _line(painter: QPainter, place: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class RowList(QListWidget):
    """A list of ``Row``s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_rows(self)


def dress_rows(view: QListWidget) -> None:
    """Let a list of a form show ``Row``s."""
    view.setItemDelegate(RowDelegate(view))
    view.setUniformItemSizes(False)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)


class WholeRows(QObject):
    """Leaves the foot of a list free where only a part of a row has room; all are equally high."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)
        view.model().rowsInserted.connect(self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        view = self._view
        row, room = view.sizeHintForRow(0), view.height() - 2 * view.frameWidth()
        rest = room % row if 0 < row <= room else 0
        # The last row may end before the space below its words.
        view.setViewportMargins(0, 0, 0, rest if rest < row - UNIT else 0)


def show_rows(view: QListWidget, rows: list[Row]) -> None:
    """Put ``rows`` in place of what ``view`` shows; the current row stays where its data does."""
    current = view.currentItem()
    kept = row_of(current).data if current else None
    view.clear()
    for row in rows:
        item = row_item(row)
        view.addItem(item)
        if kept is not None and row.data == kept:
            view.setCurrentItem(item)


def rows_height(view: QListWidget, most: int = 0) -> int:
    """The height of all its rows with the frame, in logical pixels; of ``most`` rows if given."""
    count = min(view.count(), most) if most else view.count()
    return sum(view.sizeHintForRow(place) for place in range(count)) + 2 * view.frameWidth()


def row_item(row: Row) -> QListWidgetItem:
    """An item that shows a row in such a list."""
    item = QListWidgetItem()
    item.setText(row.spoken)
    item.setToolTip("" if row.heading else row.spoken)
    item.setData(_ROW, row)
    if row.heading:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def row_of(item: QListWidgetItem) -> Row:
    """The row that an item of such a list shows."""
    row = item.data(_ROW)
    return row if isinstance(row, Row) else Row(item.text())
