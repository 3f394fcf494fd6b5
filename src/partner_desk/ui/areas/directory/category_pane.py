"""The left half of the categories: filter, tree, and what can be done with the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from partner_desk.services.categories import Node
from partner_desk.ui.areas.directory.category_tree import CategoryTree
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, SECTION, UNIT, row_height

_TYPING_MS = 60
_SOURCE = 3
_COUNT_WIDTH = 84
_SOURCE_WIDTH = 110


class CategoryPane(QWidget):
    """Shows the tree; the category that is current stays so, whatever happens around it."""

    chosen = Signal(str)
    """The id of the category that became current."""
    add_requested = Signal()
    usual_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        rename: Callable[[str, str, str], bool],
        put: Callable[[str, str | None], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._nodes: tuple[Node, ...] = ()
        self._open: set[str] = set()
        self.current_id = ""
        language = desk.catalogue.language
        names = (self.tr("Category"), self.tr("In Spanish"))
        if language == "es":
            names = (self.tr("In English"), self.tr("Category"))
        headings = (*names, self.tr("Resources"), self.tr("From"))
        self.model = CategoryTree(headings, rename, put, language, self)
        self.model.read_only = desk.read_only
        self.filter = QLineEdit()
        self.tree = QTreeView()
        self.count = words_label("", "caption")
        self.add_button = QPushButton(self.tr("Add category"))
        self.usual_button = flat_button(self.tr("Add the usual categories"), "add")
        self.empty = EmptyState("directory")
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._show)
        self._dress()
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the tree."""
        self.tree.setFocus(event.reason())

    def show_nodes(self, nodes: Sequence[Node], *, lacks_usual: bool) -> None:
        """Show the tree; ``lacks_usual`` offers the categories that come with the program."""
        self._nodes = tuple(nodes)
        self.usual_button.setVisible(lacks_usual and bool(nodes))
        self.tree.setColumnHidden(_SOURCE, not any(each.source for each in _all(nodes)))
        self._show()

    def go_to(self, category_id: str) -> None:
        """Make a category current and show where it stands."""
        if not self.model.index_of(category_id).isValid():
            self.filter.clear()
            self._show()
        self.current_id = category_id
        self._select_current()

    def rename_current(self) -> None:
        """Write over the name of the current category (F2)."""
        index = self.tree.currentIndex()
        if index.isValid():
            self.tree.edit(index.siblingAtColumn(self.model.tree_column))

    def take_switch(self, switch: QTabBar, *, beside: bool) -> None:
        """Put the switch between the sides above everything, or in place of the title."""
        self._title.setVisible(not beside)
        if beside:
            self._head.insertWidget(0, switch)
        else:
            self._column.insertWidget(0, switch)

    def _show(self) -> None:
        self._remember_open()
        typed = self.filter.text()
        self.model.show(self._nodes, typed)
        if typed.strip():
            self.tree.expandAll()
        else:
            for category_id in self._open:
                index = self.model.index_of(category_id)
                if index.isValid():
                    self.tree.setExpanded(index, True)
        self.count.setText(f"{self.model.count:,}")
        self.stack.setCurrentIndex(0 if self.model.count else 1)
        self._say_empty(typed.strip())
        self._select_current()

    def _say_empty(self, typed: str) -> None:
        if typed:
            self.empty.say(
                self.tr("Nothing fits “{0}”").format(typed), self.tr("Try fewer letters.")
            )
        else:
            self.empty.say(
                self.tr("No categories yet"),
                self.tr(
                    "By categories such as Food or Tutoring resources are found, schools say what "
                    "they need, and gaps show. Begin with the usual ones; they are yours to "
                    "change."
                ),
            )
        self.empty.show_buttons(not typed)

    def _remember_open(self) -> None:
        if self.filter.text().strip():
            return
        for number in range(self.model.count):
            index = self.model.number(number)
            if self.tree.isExpanded(index):
                self._open.add(self.model.node(index).id)
            else:
                self._open.discard(self.model.node(index).id)

    def _select_current(self) -> None:
        index = self.model.index_of(self.current_id) if self.current_id else QModelIndex()
        if not index.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag
        self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.tree.scrollTo(index)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self.model.node(current).id != self.current_id:
            self.current_id = self.model.node(current).id
            self.chosen.emit(self.current_id)

    def _dress(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter the categories"))
        self.filter.setAccessibleName(self.tr("Filter the categories"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("filter", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(lambda: self._typing.start())
        tree = self.tree
        tree.setModel(self.model)
        tree.setAccessibleName(self.tr("Categories"))
        tree.setUniformRowHeights(True)
        tree.setAnimated(False)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setIndentation(2 * UNIT + 2)
        tree.setStyleSheet(f"QTreeView::item {{ height: {row_height(tree)}px; }}")
        header = tree.header()
        if self.model.tree_column:
            tree.setTreePosition(self.model.tree_column)
            header.moveSection(self.model.tree_column, 0)
        header.setStretchLastSection(False)
        for place, width in ((0, 0), (1, 0), (2, _COUNT_WIDTH), (3, _SOURCE_WIDTH)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Interactive if width else mode.Stretch)
            if width:
                header.resizeSection(place, width)
        tree.selectionModel().currentChanged.connect(self._current_changed)
        self.add_button.setIcon(icon("add"))
        self.add_button.clicked.connect(self.add_requested)
        self.usual_button.clicked.connect(self.usual_requested)
        self.empty.offer(
            self.tr("Add the usual categories"), "add", self.usual_requested.emit, first=True
        )
        self._desk.only_to_write(self.add_button, self.usual_button)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._title = words_label(self.tr("Categories"), "title")
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.add_button)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.usual_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SECTION, GAP, GAP, UNIT)
        self._column.setSpacing(UNIT)
        self._column.addLayout(self._head)
        self._column.addWidget(self.filter)
        self._column.addWidget(self.stack, 1)
        self._column.addLayout(foot)


def _all(nodes: Sequence[Node]) -> list[Node]:
    return [each for node in nodes for each in (node, *_all(node.children))]
