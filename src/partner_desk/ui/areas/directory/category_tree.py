"""The tree of categories as Qt's views see it: filtered, renamed in place, moved by dragging."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from partner_desk.model.folding import query_words
from partner_desk.services.categories import Node

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MIME = "application/x-partner-desk-category"
NAMES = ("name", "name_es")
"""The fields that can be written over in the tree, by column."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class Item:
    """A category of the tree as it is shown: its place among its siblings and those under it."""

    node: Node
    parent: int
    row: int
    children: list[int]


class CategoryTree(QAbstractItemModel):
    """Items are known to Qt by their number, which no Python object has to outlive.

    The names in ``language`` stand in ``tree_column``. ``rename`` gets an id, a field and what
    was typed, ``put`` an id and the id it is put under (None: on top); both tell whether they
    could.
    """

    def __init__(
        self,
        headings: Sequence[str],
        rename: Callable[[str, str, str], bool],
        put: Callable[[str, str | None], bool],
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tree_column = 1 if language == "es" else 0
        self._language = language
        self._headings = tuple(headings)
        self._rename, self._put = rename, put
        self._whole: tuple[Node, ...] = ()
        self._items: list[Item] = []
        self._tops: list[int] = []
        self.read_only = False

    def show(self, nodes: Sequence[Node], typed: str = "") -> None:
        """Show these, only those with names that fit what was typed and what they stand under."""
        words = query_words(typed)
        self.beginResetModel()
        self._whole = tuple(nodes)
        self._items = []
        self._tops = self._place(_fitting(nodes, words) if words else nodes, -1)
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many categories are shown."""
        return len(self._items)

    def node(self, index: Index) -> Node:
        """The category at an index."""
        return self._items[index.internalId()].node

    def number(self, number: int) -> QModelIndex:
        """The index of the category with this number, of ``count``."""
        return self.createIndex(self._items[number].row, 0, number)

    def index_of(self, category_id: str) -> QModelIndex:
        """Where a category stands; an invalid index where it is not shown."""
        for number, each in enumerate(self._items):
            if each.node.id == category_id:
                return self.createIndex(each.row, 0, number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        siblings = self._children(parent)
        if not 0 <= row < len(siblings) or not 0 <= column < len(self._headings):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        """What stands above an index; without one, what this model belongs to."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return QModelIndex()
        above = self._items[child.internalId()].parent
        return self.createIndex(self._items[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node, column = self.node(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole and column == self.tree_column:
            return node.called(self._language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            cells = (node.name, node.name_es, f"{node.resources:,}" if node.resources else "–",
                     node.source)
            return cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.source if column == 3 else (node.name, node.name_es, "", "")[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 2:
            return _RIGHT
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = NAMES[index.column()] if index.column() < len(NAMES) else ""
        node = self.node(index)
        if role != Qt.ItemDataRole.EditRole or not field or value == getattr(node, field):
            return False
        return self._rename(node.id, field, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.NoItemFlags if self.read_only else flags.ItemIsDropEnabled
        found = flags.ItemIsEnabled | flags.ItemIsSelectable
        if self.read_only:
            return found
        found |= flags.ItemIsDragEnabled | flags.ItemIsDropEnabled
        return found | flags.ItemIsEditable if index.column() < len(NAMES) else found

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section == 2:
                return _RIGHT
        return None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(MIME, self.node(indexes[0]).id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Put a category where it was dropped. Never "moved": Qt would take it out by itself."""
        if data.hasFormat(MIME):
            moved = bytes(data.data(MIME).data()).decode()
            self._put(moved, self.node(parent).id if parent.isValid() else None)
        return False

    def _children(self, parent: Index) -> list[int]:
        return self._items[parent.internalId()].children if parent.isValid() else self._tops

    def _place(self, nodes: Sequence[Node], above: int) -> list[int]:
        numbers = []
        for row, node in enumerate(nodes):
            number = len(self._items)
            self._items.append(Item(node, above, row, []))
            self._items[number].children = self._place(node.children, number)
            numbers.append(number)
        return numbers


def _fitting(nodes: Sequence[Node], words: Sequence[str]) -> list[Node]:
    """Those that fit with all under them, and those above one that fits."""
    found = []
    for node in nodes:
        parts = query_words(f"{node.name} {node.name_es} {node.code}")
        if all(any(word in part for part in parts) for word in words):
            found.append(node)
            continue
        under = _fitting(node.children, words)
        if under:
            found.append(replace(node, children=tuple(under)))
    return found
