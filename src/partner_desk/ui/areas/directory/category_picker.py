"""Categories chosen from their tree: found by typing, counted, several at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.folding import fold, query_words
from partner_desk.services.categories import Node, tree
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT, row_height

_ID = Qt.ItemDataRole.UserRole
_CHECKED = Qt.CheckState.Checked


class CategoryPicker(QDialog):
    """A tree with a box for each category; one stands for all under it."""

    chosen = Signal(tuple)
    """Ids of the categories whose boxes are ticked."""

    def __init__(self, desk: Desk, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Categories"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type a part of a category"))
        self.line.setAccessibleName(self.tr("Find a category"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.tree = QTreeWidget()
        self._dress_tree()
        nodes = desk.read(lambda reader: tree(reader, desk.catalogue.language))
        for each in nodes:
            self.tree.addTopLevelItem(self._item(each, set(ids)))
        self._reveal()
        self._lay_out(bool(nodes))
        self.resize(520, 560)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is ticked, from the top of the tree down."""
        return tuple(str(each.data(0, _ID)) for each in self._items()
                     if each.checkState(0) == _CHECKED)

    def take(self) -> None:
        """Choose what is ticked; with nothing ticked, what was found and is current."""
        ids, current = self.ids, self.tree.currentItem()
        if not ids and current is not None and self.line.text().strip():
            ids = (str(current.data(0, _ID)),)
        self.accept()
        self.chosen.emit(ids)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the line into the tree."""
        if (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
                and event.key() == Qt.Key.Key_Down):
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        words, whole = query_words(typed), fold(typed.strip())
        best: tuple[tuple[bool, bool], QTreeWidgetItem] | None = None
        for each in self._items():
            name = fold(each.text(0)).split()
            fits = all(any(part.startswith(word) for part in name) for word in words)
            each.setHidden(not fits)
            if fits and words:
                # What is called just so goes before what only holds the word.
                rank = fold(each.text(0)) == whole, each.text(1) != "–"
                if best is None or rank > best[0]:
                    best = rank, each
                above = each.parent()
                while above is not None:
                    above.setHidden(False)
                    above.setExpanded(True)
                    above = above.parent()
        if best is not None:
            self.tree.setCurrentItem(best[1])
        if not words:
            self._reveal()

    def _reveal(self) -> None:
        """Nothing is hidden; what is ticked can be seen."""
        for each in self._items():
            each.setHidden(False)
            above = each.parent()
            while above is not None and each.checkState(0) == _CHECKED:
                above.setExpanded(True)
                above = above.parent()

    def _item(self, node: Node, ticked: set[str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem([node.called(self._desk.catalogue.language),
                                f"{node.resources:,}" if node.resources else "–"])
        item.setData(0, _ID, node.id)
        item.setCheckState(0, _CHECKED if node.id in ticked else Qt.CheckState.Unchecked)
        item.setSizeHint(0, QSize(0, row_height(self.tree)))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for each in node.children:
            item.addChild(self._item(each, ticked))
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []
        waiting = [self.tree.topLevelItem(place)
                   for place in reversed(range(self.tree.topLevelItemCount()))]
        while waiting:
            each = waiting.pop()
            if each is None:
                continue
            found.append(each)
            waiting += [each.child(place) for place in reversed(range(each.childCount()))]
        return found

    def _dress_tree(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Category"), self.tr("Active resources")])
        self.tree.setAccessibleName(self.tr("Categories"))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self, has_any: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(self.line)
        if not has_any:
            column.addWidget(words_label(self.tr(
                "There are no categories yet. They come with a directory that is imported, or are "
                "made on the side Categories."
            ), "caption"))
        column.addWidget(self.tree, 1)
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        take = buttons.addButton(self.tr("Choose"), roles.AcceptRole)
        take.setProperty("role", "primary")
        take.setDefault(True)
        cancel = buttons.addButton(self.tr("Cancel"), roles.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
