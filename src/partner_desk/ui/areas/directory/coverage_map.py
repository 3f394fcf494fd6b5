"""The heat map: categories across columns, a painted sign and a number in each cell."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from partner_desk.services.coverage import GAP, MET, NEARBY, OVERLAP, Cell, Map
from partner_desk.ui.areas.directory.coverage_words import (
    LEVEL_TONES,
    cell_words,
    heading_words,
)
from partner_desk.ui.components.fitting_columns import LETTER
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import HALF, UNIT

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
SIGN = 13
"""The side of a painted sign in logical pixels."""
_ROW = 38
_COLUMN = 128
_NARROWEST = 66
_WIDEST_HEAD = 210
_MOST_GROWTH = 1.2
"""Large text wraps in the heads of rows before they take the room of the cells."""


class CoverageTable(QAbstractTableModel):
    """The map as Qt's views see it; each cell says in words what it shows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.map: Map | None = None
        self._short: list[str] = []

    def show(self, found: Map | None) -> None:
        """Show another map, or none."""
        self.beginResetModel()
        self.map = found
        self._short = short_names(
            [heading_words(self._desk, each, found.choice.side) for each in found.columns]
        ) if found else []
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """What is needed at an index; None where no need is stated."""
        if self.map is None or not index.isValid():
            return None
        key = self.map.rows[index.row()].id, self.map.columns[index.column()].id
        return self.map.cells.get(key)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self.map is None else len(self.map.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or self.map is None else len(self.map.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.map is None or not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_number(cell) if cell else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            row, column = self.map.rows[index.row()], self.map.columns[index.column()]
            return cell_words(self._desk, self.map, row, column, cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if self.map is None or role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
        ):
            return None
        if orientation == Qt.Orientation.Vertical:
            return heading_words(self._desk, self.map.rows[section], "row")
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short[section]
        return heading_words(self._desk, self.map.columns[section], self.map.choice.side)


def cell_number(cell: Cell) -> str:
    """How many students, or how many needs where no number is told."""
    return f"{cell.students:,}" if cell.students else f"({len(cell.standings)})"


def short_names(names: Sequence[str]) -> list[str]:
    """Names without the words that half of them and more share, such as "School".

    Where nothing would be left, or two names would be one, all stay as they are.
    """
    count = Counter(word for name in names for word in set(name.split()))
    common = {word for word, times in count.items() if len(names) > 2 and 2 * times >= len(names)}
    short = [" ".join(word for word in name.split() if word not in common) for name in names]
    return short if all(short) and len(set(short)) == len(short) else list(names)


class CoverageDelegate(QStyledItemDelegate):
    """Paints the ground in the tone of the level, the sign, the number, high priority as a bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        colours = current_colours()
        box = QRectF(option.rect).adjusted(2, 2, -2, -3)
        painter.save()
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell is not None:
            ink, ground = (QColor(each) for each in colours.tone(LEVEL_TONES[cell.level]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, HALF, HALF)
            if cell.priority == "high":
                painter.setBrush(ink)
                painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1, 1)
            sign = QRectF(box.left() + UNIT, box.center().y() - SIGN / 2, SIGN, SIGN)
            paint_sign(painter, sign, cell.level, ink)
            painter.setPen(ink)
            room = box.adjusted(2 * UNIT + SIGN - HALF, 0, -HALF, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        state = QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_HasFocus):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), HALF, HALF)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_COLUMN, _ROW)


def paint_sign(painter: QPainter, box: QRectF, level: str, ink: QColor) -> None:
    """A sign for each level, told apart by its shape: ring, half disc, tick, two rings."""
    pen = QPen(ink, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = box.adjusted(1, 1, -1, -1)
    if level == GAP:
        painter.drawEllipse(inside)
    elif level == NEARBY:
        painter.drawEllipse(inside)
        painter.setBrush(ink)
        painter.drawChord(inside, 90 * 16, 180 * 16)
    elif level == MET:
        low = QPointF(inside.left() + inside.width() * 0.38, inside.bottom() - 1)
        painter.drawLine(QPointF(inside.left(), inside.center().y() + 1), low)
        painter.drawLine(low, QPointF(inside.right(), inside.top() + 1))
    elif level == OVERLAP:
        side = inside.width() * 0.68
        top = inside.center().y() - side / 2
        painter.drawEllipse(QRectF(inside.left() - 1, top, side, side))
        painter.drawEllipse(QRectF(inside.right() + 1 - side, top, side, side))


class CoverageMap(QTableView):
    """The table of the map; Enter or a click goes into a cell."""

    entered_cell = Signal(QModelIndex)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = CoverageTable(desk, self)
        self.setModel(self.table)
        self.setItemDelegate(CoverageDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            | Qt.TextFlag.TextWordWrap
        )
        across.setHighlightSections(False)
        down.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            | Qt.TextFlag.TextWordWrap
        )
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        # Names wrap over several lines: the usual room at their sides is better used for words.
        across.setStyleSheet("QHeaderView::section { padding: 2px; }")
        self.table.modelReset.connect(self._fit)
        self.clicked.connect(self.entered_cell)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs larger cells."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        letters = QFontMetricsF(self.font())
        scale = letters.averageCharWidth() / LETTER
        lines = letters.height()
        across, down = self.horizontalHeader(), self.verticalHeader()
        self._narrowest = round(_NARROWEST * scale)
        across.setMinimumSectionSize(self._narrowest)
        across.setFixedHeight(round(3 * lines) + UNIT)
        down.setDefaultSectionSize(max(_ROW, round(2 * lines) + UNIT))
        down.setMaximumWidth(round(_WIDEST_HEAD * min(scale, _MOST_GROWTH)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width, and keep the current cell in sight."""
        super().resizeEvent(event)
        self._fit()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        columns = self.table.columnCount()
        if columns:
            room = self.viewport().width() // columns
            width = max(self._narrowest, min(room, max(_COLUMN, self._narrowest)))
            self.horizontalHeader().setDefaultSectionSize(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the current cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.entered_cell.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
