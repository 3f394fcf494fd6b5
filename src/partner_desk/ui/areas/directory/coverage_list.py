"""The table of the map: every need in a row, the most urgent first."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from partner_desk.services.coverage import Standing
from partner_desk.ui.areas.directory.coverage_words import (
    LEVEL_TONES,
    LEVEL_WORDS,
    choice_words,
)
from partner_desk.ui.components.listing import TONE_ROLE, CellDelegate
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import dress_table

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_WIDTHS = (118, 0, 150, 150, 80, 78)
_STUDENTS = 4


class NeedTable(QAbstractTableModel):
    """Rows of needs; schools and categories are named by ``name_of`` their ids."""

    def __init__(
        self, desk: Desk, headings: Sequence[str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._headings = tuple(headings)
        self.standings: list[Standing] = []
        self.name_of: Callable[[str | None], str] = lambda each: ""

    def show(
        self, standings: Sequence[Standing], name_of: Callable[[str | None], str]
    ) -> None:
        """Show these needs."""
        self.beginResetModel()
        self.standings, self.name_of = list(standings), name_of
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.standings)

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each, column = self.standings[index.row()], index.column()
        if role == TONE_ROLE:
            return LEVEL_TONES[each.level] if column == 0 else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(each, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _STUDENTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section == _STUDENTS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, standing: Standing, column: int) -> str:
        need = standing.need
        words = (
            self._desk.text(LEVEL_WORDS[standing.level]), need.description,
            self.name_of(need.school_id), self.name_of(need.category_id),
            "" if need.students is None else f"{need.students:,}",
            choice_words(self._desk, "priority", need.priority),
        )
        return " ".join(words[column].split())


class NeedList(QTableView):
    """The needs of the map as a table."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (self.tr("Coverage"), self.tr("What is needed"), self.tr("School"),
                    self.tr("Category"), self.tr("Students"), self.tr("Priority"))
        self.table = NeedTable(desk, headings, self)
        self.setModel(self.table)
        dress_table(self)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("All needs, the most urgent first"))
        header = self.horizontalHeader()
        for place, width in enumerate(_WIDTHS):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Interactive if width else mode.Stretch)
            if width:
                header.resizeSection(place, width)
