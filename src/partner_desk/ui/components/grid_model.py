"""The cells of a grid as they are shown: what is stored, and what is typed above it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partner_desk.model.choices import Choice
from partner_desk.model.fields import Field, Record
from partner_desk.model.identity import new_id
from partner_desk.model.values import Flag
from partner_desk.services import records
from partner_desk.ui.components.grid_row import Row
from partner_desk.ui.components.showing import NO, YES, is_numeric, shown
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

ERROR_ROLE = Qt.ItemDataRole.UserRole + 2
TRANSLATED = "_translated"
"""How the names of fields end that hold the same text in the other language."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class GridModel(QAbstractTableModel):
    """The children of one record as cells. The last row is always blank."""

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        link: str,
        names: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.entity, self.link = entity, link
        self.columns = _in_pairs([entity.declarations[name] for name in names])
        self.fields = tuple(each for each in self.columns if not is_translation(each))
        self.owner: Record | None = None
        self.rows: list[Row] = []
        self._unstored: dict[str, list[Row]] = {}
        self._captions: dict[str, str] = {}
        self._desk = desk

    def show_owner(self, owner: Record) -> None:
        """Show the children of ``owner``; what was refused stays with its owner."""
        if self.owner is None or self.owner.id != owner.id:
            self._keep_unstored()
            self.beginResetModel()
            self.owner, self.rows = owner, self._unstored.pop(owner.id, [])
            self.endResetModel()
        self.owner = owner
        children = self._desk.read(self._read_children)
        stored = {each.id for each in children}
        known = {row.id: row for row in self.rows}
        wanted = [known.get(each.id) or Row(each.id) for each in children]
        for row, child in zip(wanted, children, strict=True):
            row.record = child
        begun = [
            row for row in self.rows
            if row.id not in stored and row.record is None and not row.is_blank
        ]
        blank = next((row for row in self.rows if row.is_blank), None) or Row(new_id())
        self._put([*wanted, *begun, blank])

    def show_translations(self, on: bool) -> None:
        """Show the columns of the other language, each after its original, or hide them."""
        self.beginResetModel()
        self.fields = tuple(each for each in self.columns if on or not is_translation(each))
        self.endResetModel()

    def unstored(self) -> list[Row]:
        """The rows with something in them that is not stored, of every owner shown so far."""
        return [each for kept in (self.rows, *self._unstored.values()) for each in kept
                if each.typed]

    def row_of(self, row_id: str) -> int:
        """The place of a row; -1 when it is gone."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), -1)

    def shown(self, row: Row, column: Field) -> str:
        """What stands in a cell: what was typed, else what is stored."""
        value = row.value(column.name)
        if column.target and value:
            return self._captions.get(value, str(value))
        if isinstance(value, str) and (
            column.name in row.typed or not isinstance(column.type, Choice)
        ):
            return self._typed_words(column, value)
        if row.record is None and column.name not in row.typed:
            return ""
        return self.words(column, value)

    def words(self, column: Field, value: Any) -> str:
        """A value of a column as a person reads it."""
        if column.target and value:
            return self._captions.get(value, str(value))
        try:
            return shown(column.type, value, self._desk.text)
        except (KeyError, ValueError, AttributeError):
            return str(value)

    def _typed_words(self, column: Field, value: str) -> str:
        if isinstance(column.type, Choice):
            return self._desk.text(column.type.label(value)) if value else ""
        return value

    # How Qt asks for it

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._desk.read_only:
            return flags
        if isinstance(self.fields[index.column()].type, Flag):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.fields[index.column()]
        if role == ERROR_ROLE:
            return row.errors.get(column.name, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_numeric(column.type) else (
                Qt.AlignmentFlag.AlignLeft)
            return side | Qt.AlignmentFlag.AlignTop
        if isinstance(column.type, Flag):
            return self._flag(row, column, role)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.errors.get(column.name) or self.shown(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.shown(row, column)
        return None

    def _flag(self, row: Row, column: Field, role: int) -> Any:
        value = row.value(column.name)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value is True else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole and isinstance(value, str):
            return value  # Pasted, and neither yes nor no.
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.errors.get(column.name) or self._desk.text(column.help)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._desk.text(YES if value is True else NO)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole and section < len(self.rows):
                return "*" if self.rows[section].record is None else str(section + 1)
            return None
        column = self.fields[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and is_numeric(column.type):
            # An own alignment replaces that of the header, the wrapping of lines too.
            return int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value
                       | Qt.TextFlag.TextWordWrap.value)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._desk.text(column.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._desk.text(column.help) or self._desk.text(column.label)
        return None

    # Keeping up with what is stored

    def _read_children(self, reader: "Reader") -> list[Record]:
        children = reader.find(self.entity, **{self.link: self.owner.id if self.owner else ""})
        for column in self.columns:
            if column.target:
                ids = {getattr(each, column.name) for each in children}
                ids |= {row.typed.get(column.name) for row in self.rows}
                self._captions |= records.captions(
                    reader, column.target, [each for each in ids if each]
                )
        return children

    def _keep_unstored(self) -> None:
        """Keep what was typed and refused until its owner is shown again."""
        unstored = [row for row in self.rows if row.typed]
        if self.owner is not None and unstored:
            self._unstored[self.owner.id] = unstored

    def _put(self, wanted: list[Row]) -> None:
        """Take over the rows wanted, leaving alone those at both ends that stay where they are."""
        old, new = [row.id for row in self.rows], [row.id for row in wanted]
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(ROOT, head, len(old) - tail - 1)
            del self.rows[head : len(old) - tail]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(ROOT, head, len(new) - tail - 1)
            self.rows[head:head] = wanted[head : len(new) - tail]
            self.endInsertRows()
        self.rows = wanted
        last = self.index(len(self.rows) - 1, len(self.fields) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)

    def _repaint(self, row: Row) -> None:
        place = self.row_of(row.id)
        if place >= 0:
            last = self.index(place, len(self.fields) - 1)
            self.dataChanged.emit(self.index(place, 0), last)


def is_translation(column: Field) -> bool:
    """Whether a field holds the text of another one in the other language."""
    return column.name.endswith(TRANSLATED)


def _in_pairs(columns: Sequence[Field]) -> tuple[Field, ...]:
    """The columns in their order, each translation moved behind its original."""
    translations = {
        each.name.removesuffix(TRANSLATED): each for each in columns if is_translation(each)
    }
    paired = [
        member
        for each in columns if not is_translation(each)
        for member in (each, translations.pop(each.name, None)) if member is not None
    ]
    return (*paired, *translations.values())
