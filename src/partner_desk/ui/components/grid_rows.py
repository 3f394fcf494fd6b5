"""The rows of a grid: what is stored, what is still being typed, and what was refused."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Field, Needed, Record
from partner_desk.model.identity import new_id
from partner_desk.model.values import Choice, Flag
from partner_desk.services import records
from partner_desk.ui.components.grid_row import Row
from partner_desk.ui.components.showing import NO, YES, is_numeric, shown
from partner_desk.ui.desk import Desk
from partner_desk.ui.sentences import problem_sentence

ERROR_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class GridRows(QAbstractTableModel):
    """The children of one record as cells; a cell is stored as it is set.

    The last row is always blank: typing into it makes a new child. A row keeps its id from the
    first key on, so that storing it moves nothing under the person's hands.
    """

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
        self.fields = tuple(entity.declarations[name] for name in names)
        self.owner: Record | None = None
        self.rows: list[Row] = []
        self._unstored: dict[str, list[Row]] = {}
        self._desk = desk

    # What is shown

    def show_owner(self, owner: Record) -> None:
        """Show the children of ``owner``; what was refused stays with its owner."""
        if self.owner is None or self.owner.id != owner.id:
            self._keep_unstored()
            self.beginResetModel()
            self.owner, self.rows = owner, self._unstored.pop(owner.id, [])
            self.endResetModel()
        self.owner = owner
        children = self._desk.read(
            lambda reader: reader.find(self.entity, **{self.link: owner.id})
        )
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

    def unstored(self) -> list[Row]:
        """The rows with something in them that is not stored, of every owner shown so far."""
        return [each for kept in (self.rows, *self._unstored.values()) for each in kept
                if each.typed]

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

    def row_of(self, row_id: str) -> int:
        """The place of a row; -1 when it is gone."""
        return next((place for place, row in enumerate(self.rows) if row.id == row_id), -1)

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
        value = row.typed.get(column.name, getattr(row.record, column.name, False))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value is True else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.errors.get(column.name) or self._desk.text(column.help)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._desk.text(YES if value else NO)
        return None

    def shown(self, row: Row, column: Field) -> str:
        """What stands in a cell: what was typed, else what is stored."""
        if column.name in row.typed:
            value = row.typed[column.name]
        elif row.record is None:
            return ""
        else:
            value = getattr(row.record, column.name)
        if isinstance(value, str) and not isinstance(column.type, Choice):
            return value
        try:
            return shown(column.type, value, self._desk.text)
        except (KeyError, ValueError, AttributeError):
            return str(value)

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

    # What is typed

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self._desk.read_only:
            return False
        row, column = self.rows[index.row()], self.fields[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif isinstance(value, str):
            if value == self.shown(row, column) and column.name not in row.errors:
                return False
            value = self.read(column, value)
        self.store_cell(row, column, value)
        return True

    def read(self, column: Field, text: str) -> Any:
        """What a person's words mean: choices and yes/no are also known by what is shown."""
        wanted = text.strip().casefold()
        if isinstance(column.type, Choice):
            for option in column.type.options:
                if self._desk.text(option.label).casefold() == wanted:
                    return option.value
        if isinstance(column.type, Flag) and wanted in (
            self._desk.text(YES).casefold(), self._desk.text(NO).casefold()
        ):
            return wanted == self._desk.text(YES).casefold()
        return text

    def store_cell(self, row: Row, column: Field, value: Any) -> None:
        """Store one cell, or keep what was typed together with what is wrong with it."""
        if row.record is None:
            row.typed[column.name] = value
            self._store_begun(row)
            return
        record_id = row.id
        try:
            changed = self._desk.write(
                lambda: records.change_field(
                    self._desk.store, self.entity, record_id, column.name, value
                )
            )
        except InputError as error:
            self._refuse(row, column.name, value, error.problems[0])
            return
        if changed is None:
            row.typed[column.name] = value
        else:
            row.record = changed
            row.typed.pop(column.name, None)
            row.errors.pop(column.name, None)
        self._repaint(row)

    def _store_begun(self, row: Row, *, strict: bool = False) -> None:
        """Make a child of a row; what it still needs is only said once the row is left."""
        owner = self.owner
        if owner is None:
            return
        values = {"id": row.id, **row.typed}
        row.errors.clear()
        try:
            made = self._desk.write(
                lambda: records.add_child(
                    self._desk.store, self.entity, self.link, owner, values
                )
            )
        except InputError as error:
            for problem in error.problems:
                if strict or problem.code != "field.required":
                    row.errors[problem.field] = self._sentence(problem)
        else:
            if made is not None:
                row.record = made
                row.typed.clear()
        self.show_owner(owner)

    def leave_row(self, row_id: str) -> None:
        """Say what a row that was begun still needs; one emptied again is given up."""
        place = self.row_of(row_id)
        if place < 0 or self.rows[place].record is not None or self.rows[place].is_blank:
            return
        row = self.rows[place]
        if not any(value not in ("", None, False) for value in row.typed.values()):
            row.typed.clear()
            row.errors.clear()
            if self.owner is not None:
                self.show_owner(self.owner)
            return
        self._store_begun(row, strict=True)

    def _refuse(self, row: Row, name: str, value: Any, problem: Problem) -> None:
        row.typed[name] = value
        row.errors[name] = self._sentence(problem)
        self._repaint(row)

    def _sentence(self, problem: Problem) -> str:
        return problem_sentence(problem.code, problem.values, self._desk.text)

    def _repaint(self, row: Row) -> None:
        place = self.row_of(row.id)
        if place >= 0:
            last = self.index(place, len(self.fields) - 1)
            self.dataChanged.emit(self.index(place, 0), last)

    # Rows as wholes

    def paste(self, place: int, column: int, cells: list[list[str]]) -> None:
        """Put a block of texts at a cell; one change for all that can be taken."""
        owner = self.owner
        if owner is None or not cells or self._desk.read_only:
            return
        blank = self.rows[-1]
        rows = self.rows[:-1]
        pasted: list[Row] = []
        for number in range(len(cells)):
            at = place + number
            pasted.append(rows[at] if at < len(rows) else Row(new_id()))
        values = [
            self._take(row, column, texts) for row, texts in zip(pasted, cells, strict=True)
        ]
        kept = [each for each in values if each is not None]
        fresh = [row for row in pasted if row not in rows]
        self._put([*rows, *fresh, blank])
        if kept:
            self._write_block(owner, pasted, kept)
        self.show_owner(owner)

    def _take(self, row: Row, column: int, texts: list[str]) -> dict[str, Any] | None:
        """The values of one pasted row that fit; the others stay typed. None: nothing to store."""
        taken: dict[str, Any] = {}
        for field_, text in zip(self.fields[column:], texts, strict=False):
            value = self.read(field_, text)
            required = field_.needed is Needed.ALWAYS and not text.strip()
            _, problems = self.entity.check({field_.name: value})
            if required:
                problems = [Problem("field.required", field_.name, {"field": field_.label})]
            row.typed.pop(field_.name, None)
            row.errors.pop(field_.name, None)
            if problems:
                row.typed[field_.name] = value
                row.errors[field_.name] = self._sentence(problems[0])
            else:
                taken[field_.name] = value
        if row.record is None and not self._is_whole(taken):
            row.typed.update(taken)
            return None
        return {"id": row.id, **taken}

    def _is_whole(self, values: dict[str, Any]) -> bool:
        try:
            self.entity.checked(values)
        except InputError:
            return False
        return True

    def _write_block(
        self, owner: Record, pasted: list[Row], values: list[dict[str, Any]]
    ) -> None:
        def work() -> Record:
            return records.update(
                self._desk.store, owner.kind, owner.id, {self.entity.collection: values}
            )

        try:
            done = self._desk.write(work)
        except InputError as error:
            first = next(row for row in pasted if row.id == values[0]["id"])
            first.errors[self.fields[0].name] = self._sentence(error.problems[0])
            return
        if done is None:
            for row, given in zip(pasted, values, strict=False):
                row.typed.update({name: each for name, each in given.items() if name != "id"})

    def delete(self, place: int) -> str | None:
        """Move a row to Trash and return what it was called; a row only begun is forgotten."""
        if self._desk.read_only or not 0 <= place < len(self.rows) or self.rows[place].is_blank:
            return None
        row = self.rows[place]
        if row.record is None:
            self.beginRemoveRows(ROOT, place, place)
            del self.rows[place]
            self.endRemoveRows()
            return None
        name = row.record.caption

        def work() -> bool:
            records.delete(self._desk.store, self.entity, row.id)
            return True

        deleted = self._desk.write(work)
        if self.owner is not None:
            self.show_owner(self.owner)
        return (name or self._desk.text(self.entity.label)) if deleted else None

    def move(self, place: int, to: int) -> bool:
        """Put the row at ``place`` at another place; only stored rows move."""
        stored = sum(row.record is not None for row in self.rows)
        if self._desk.read_only or place == to or not (0 <= place < stored and 0 <= to < stored):
            return False
        row_id = self.rows[place].id

        def work() -> bool:
            records.move(self._desk.store, self.entity, self.link, row_id, to + 1)
            return True

        moved = self._desk.write(work)
        if self.owner is not None:
            self.show_owner(self.owner)
        return bool(moved)
