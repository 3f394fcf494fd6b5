"""A list of any length as a table: ids in memory, rows read when they are shown."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from partner_desk.model.fields import Record
from partner_desk.model.queries import ListQuery, Total
from partner_desk.model.registry import KINDS
from partner_desk.ui.components.showing import field_shown, is_numeric
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import paint_badge
from partner_desk.ui.look.theme import HALF

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

PAGE = 48
KEPT_PAGES = 60
LONG = 20_000
"""Rows from which on a list is ordered beside the window, which that would hold for too long."""
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_HEADED = frozenset((int(Qt.ItemDataRole.DisplayRole), _ALIGNMENT))
_ANSWERED = _HEADED | {int(Qt.ItemDataRole.ToolTipRole), int(TONE_ROLE)}
_ACROSS = Qt.Orientation.Horizontal

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Cell(NamedTuple):
    """What stands in a cell; with a ``tone`` it is painted as a badge."""

    text: str = ""
    tone: str = ""


_EMPTY = Cell()


@dataclass(frozen=True)
class Column:
    """A column: of a declared ``field``, of the record (``cell``), or read with it (``load``).

    ``load`` gets the records of a page and returns cells by record id. ``sort`` is the
    field or total that a click on the header sorts by; "" where the list cannot be sorted by it.
    """

    title: str
    field: str = ""
    cell: Callable[[Record], Cell] | None = None
    load: "Callable[[Reader, Sequence[Record]], Mapping[str, Cell]] | None" = None
    sort: str | Total = ""
    width: int = 160
    right: bool = False
    stretch: bool = False
    """Whether it takes the room that is left over; the first one does where none says so."""


def field_column(desk: Desk, kind: str, name: str, width: int = 160) -> Column:
    """The column of a declared field, sortable."""
    declared = KINDS[kind].declarations[name]
    return Column(
        desk.text(declared.label), name, sort=name, width=width, right=is_numeric(declared.type)
    )


class RecordTable(QAbstractTableModel):
    """The rows of a ``ListQuery``."""

    listed = Signal()
    """What ``show_soon`` or a click on the header asked for is listed."""

    def __init__(
        self, desk: Desk, kind: str, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._alignments = [_alignment(each) for each in self.columns]
        self.query = ListQuery(kind)
        self.ids: list[str] = []
        self._desk = desk
        self._entity = KINDS[kind]
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._makers = [self._maker(each) for each in self.columns]
        self._loaded_columns: set[int] = set()

    def show(self, query: ListQuery) -> bool:
        """List what ``query`` finds; returns whether other ids stand there than before."""
        return self._take(query, self._desk.read(lambda reader: reader.ids(query)))

    def show_soon(self, query: ListQuery) -> None:
        """List what ``query`` finds: a short list at once, a long one when it is ordered.

        To order 190,000 records by another one's name takes half a second. Until then the rows
        stay as they were; whatever is to be listed meanwhile comes in its place.
        """
        if len(self.ids) < LONG:
            self.show(query)
            self.listed.emit()
            return
        self.query = query
        self._desk.read_beside(lambda reader: reader.ids(query), partial(self._ordered, query))

    def _ordered(self, query: ListQuery, ids: list[str]) -> None:
        if query is self.query:
            self._take(query, ids)
            self.listed.emit()

    def _take(self, query: ListQuery, ids: list[str]) -> bool:
        same, self.query = ids == self.ids, query
        if same:
            self.forget_rows()
            return False
        self.beginResetModel()
        self.ids = ids
        self._pages.clear()
        self.endResetModel()
        return True

    def refresh(self) -> bool:
        """Read the list anew; returns whether its ids changed."""
        return self.show(self.query)

    def forget_rows(self) -> None:
        """Read rows anew when they are next painted."""
        self._pages.clear()
        if self.ids:
            last = self.index(len(self.ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, record_id: str) -> int:
        """The row of a record; -1 when it is not in the list."""
        try:
            return self.ids.index(record_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Painting asks for a dozen roles of each cell; most have no answer.
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == _ALIGNMENT:
            return self._alignments[index.column()]
        cell = self._cell(index.row(), index.column())
        return cell.tone if role == TONE_ROLE else cell.text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in _HEADED or orientation != _ACROSS or section >= len(self.columns):
            return None
        if role == _ALIGNMENT:
            return self._alignments[section] if self.columns[section].right else None
        return self.columns[section].title

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Order by a column in SQL; one that cannot be sorted leaves the list as it is."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            descending = order == Qt.SortOrder.DescendingOrder
            self.show_soon(
                replace(self.query, order=self.columns[column].sort, descending=descending)
            )

    def _cell(self, row: int, column: int) -> Cell:
        if not 0 <= row < len(self.ids):
            return _EMPTY
        page = self._pages.get(row // PAGE) or self._page(row // PAGE)
        found = page.cells.get((row % PAGE, column))
        if found is None:
            record = page.records.get(self.ids[row])
            found = _EMPTY if record is None else self._made(page, column, record)
            page.cells[row % PAGE, column] = found
        return found

    def _page(self, number: int) -> "_Page":
        ids = self.ids[number * PAGE : (number + 1) * PAGE]

        def read(reader: "Reader") -> _Page:
            page = _Page({each.id: each for each in reader.get_many(self._entity, ids)})
            for column in self._loaded_columns:
                self._load(reader, page, column)
            return page

        self._pages[number] = page = self._desk.read(read)
        if len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        return page

    def _load(self, reader: "Reader", page: "_Page", place: int) -> None:
        load = self.columns[place].load
        if load is not None:
            page.loaded[place] = load(reader, list(page.records.values()))

    def _made(self, page: "_Page", place: int, record: Record) -> Cell:
        make = self._makers[place]
        if make is not None:
            return make(record)
        if place not in page.loaded:
            self._loaded_columns.add(place)
            self._desk.read(lambda reader: self._load(reader, page, place))
        return page.loaded[place].get(record.id, _EMPTY)

    def _maker(self, column: Column) -> Callable[[Record], Cell] | None:
        """What makes the cells of a column out of records; None where they are read with them."""
        if column.load or column.cell:
            return None if column.load else column.cell
        declared, text = self._entity.declarations[column.field], self._desk.text
        return lambda record: Cell(" ".join(field_shown(declared, record, text)[:300].split()))


@dataclass(slots=True)
class _Page:
    """The records of some rows by id, and of their cells those that were asked for.

    Columns that have no room cost nothing: what they show is neither read nor made.
    """

    records: dict[str, Record]
    loaded: dict[int, Mapping[str, Cell]] = field(default_factory=dict)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    """By their place among the rows of the page, and their column."""


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def paint_badges(view: QTableView, columns: Sequence[Column]) -> None:
    """Let a table paint badges in the columns that may have some; Qt alone paints the others."""
    delegate = CellDelegate(view)
    for place, column in enumerate(columns):
        if column.cell or column.load:
            view.setItemDelegateForColumn(place, delegate)


class CellDelegate(QStyledItemDelegate):
    """Paints cells that have a tone as badges."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        tone = index.data(TONE_ROLE)
        text = index.data() if tone else ""
        if not text:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter,
            option.widget,
        )
        cell = option.rect.adjusted(HALF, 0, -HALF, 0)
        paint_badge(painter, cell, text, tone, option.font)
