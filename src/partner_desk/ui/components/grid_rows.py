"""The rows of a grid as they are written: stored cell by cell or as a block, moved, deleted."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Field, Record
from partner_desk.model.identity import new_id
from partner_desk.services import records
from partner_desk.ui.components.grid_model import ROOT, GridModel, Index
from partner_desk.ui.components.grid_reading import CellReader
from partner_desk.ui.components.grid_row import Row
from partner_desk.ui.sentences import problem_sentence

Block = Sequence[tuple[Row, Mapping[str, Any]]]
"""Rows, each with what is put into its cells by field name: words, or values of the fields."""


class GridRows(GridModel):
    """Cells that are stored as they are set.

    Typing into the blank row makes a new child. A row keeps its id from the first key on, so that
    storing it moves nothing under the person's hands. What is refused stays in its cell.
    """

    _seen: tuple[str, str, Any] | None = None
    """Row, field and value of the cell that is being edited, as its editor was opened."""

    def begin_edit(self, index: Index) -> None:
        """Remember what the person sees in a cell whose editor opens."""
        row, column = self.rows[index.row()], self.fields[index.column()]
        self._seen = row.id, column.name, getattr(row.record, column.name, None)

    def end_edit(self) -> None:
        """The editor is closed."""
        self._seen = None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self._desk.read_only:
            return False
        row, column = self.rows[index.row()], self.fields[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif column.name not in row.errors and self._is_shown(row, column, value):
            return False
        self.store_cell(row, column, value)
        return True

    def _is_shown(self, row: Row, column: Field, value: Any) -> bool:
        same: bool = (value or None) == row.value(column.name)
        return same or value == self.shown(row, column)

    def store_cell(self, row: Row, column: Field, typed: Any) -> None:
        """Store one cell, or keep what was typed together with what is wrong with it."""
        expected = self._expected(row, column)
        row.typed[column.name] = typed
        if row.record is None:
            self._store_begun(row)
            return
        try:
            value = CellReader(self.entity, self._desk).meaning(column, typed)
            changed = self._desk.write(
                lambda: records.change_field(
                    self._desk.store, self.entity, row.id, column.name, value, expected
                )
            )
        except InputError as error:
            self._refuse(row, column.name, error.problems[0])
            self._look_again(row)
            return
        if changed is not None:
            row.record = changed
            row.forget(column.name)
            self._look_again(row)
        self._repaint(row)

    def insist(self, index: Index) -> bool:
        """Store what was typed although somebody else stored another value meanwhile."""
        row, column = self.rows[index.row()], self.fields[index.column()]
        if column.name not in row.overtaken:
            return False
        self.store_cell(row, column, row.typed[column.name])
        return True

    def give_up(self, index: Index) -> bool:
        """Drop what was typed into a cell and not stored; False when there is no such thing."""
        row, column = self.rows[index.row()], self.fields[index.column()]
        if column.name not in row.typed and column.name not in row.errors:
            return False
        row.forget(column.name)
        if row.is_blank and self.owner is not None:
            row.errors.clear()
            self.show_owner(self.owner)
        self._repaint(row)
        return True

    def leave_row(self, row_id: str) -> None:
        """Say what a row that was begun still needs; one emptied again is given up."""
        place = self.row_of(row_id)
        if place < 0 or self.rows[place].record is not None or self.rows[place].is_blank:
            return
        row = self.rows[place]
        if any(value not in ("", None, False) for value in row.typed.values()):
            self._store_begun(row, strict=True)
            return
        row.typed.clear()
        row.errors.clear()
        if self.owner is not None:
            self.show_owner(self.owner)

    def row_for(self, place: int) -> Row:
        """The row at a place to put something into; a new one from the blank row on."""
        return self.rows[place] if place < len(self.rows) - 1 else Row(new_id())

    def paste(self, place: int, column: int, cells: Sequence[Sequence[str]]) -> None:
        """Put a block of texts at a cell; one change for all that can be taken."""
        names = [each.name for each in self.fields[column:]]
        self.put([
            (self.row_for(place + number), dict(zip(names, texts, strict=False)))
            for number, texts in enumerate(cells)
        ])

    def put(self, block: Block) -> None:
        """Fill cells of many rows in one change; what cannot be taken stays there, with why."""
        owner = self.owner
        if owner is None or not block or self._desk.read_only:
            return
        fresh = [row for row, _ in block if self.row_of(row.id) < 0]
        expected = {row.id: row.record for row, _ in block}
        for row, cells in block:
            for name, typed in cells.items():
                row.forget(name)
                if row.record is not None or typed != "":
                    row.typed[name] = typed
        kept = [row for row in fresh if not row.is_blank]
        self._put([*self.rows[:-1], *kept, self.rows[-1]])
        self.show_owner(owner)  # Reads anew what is stored, to compare it with what was shown.
        reader = CellReader(self.entity, self._desk)
        taken = [
            (row, self._taken(row, cells, reader, expected[row.id]))
            for row, cells in block if self.row_of(row.id) >= 0
        ]
        self._write_block(owner, [(row, values) for row, values in taken if values])
        self.show_owner(owner)

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

    # One cell, one row

    def _expected(self, row: Row, column: Field) -> Any:
        """What the person saw in a cell before typing into it."""
        if self._seen is not None and self._seen[:2] == (row.id, column.name) and (
            column.name not in row.overtaken
        ):
            return self._seen[2]
        return getattr(row.record, column.name, None)

    def _look_again(self, row: Row) -> None:
        """Show what came of a cell: a name for its reference, what others stored meanwhile."""
        if self.owner is None:
            return
        if row.overtaken:
            self._desk.announce()
            self.show_owner(self.owner)
        elif any(column.target for column in self.columns):
            self.show_owner(self.owner)

    def _store_begun(self, row: Row, *, strict: bool = False) -> None:
        """Make a child of a row; what it still needs is only said once the row is left."""
        owner = self.owner
        if owner is None:
            return
        row.errors.clear()
        good = self._good(row, CellReader(self.entity, self._desk))
        try:
            made = self._desk.write(
                lambda: records.add_child(
                    self._desk.store, self.entity, self.link, owner, {"id": row.id, **good}
                )
            )
        except InputError as error:
            for problem in error.problems:
                if strict or problem.code != "field.required":
                    self._refuse(row, problem.field, problem)
        else:
            if made is not None:
                row.record = made
                self._kept(row, good)
        self.show_owner(owner)

    def _good(self, row: Row, reader: CellReader) -> dict[str, Any]:
        """The values of a row that was begun, as far as they fit; the others learn why not."""
        good: dict[str, Any] = {}
        for name in [name for name, typed in row.typed.items() if typed != ""]:
            try:
                good[name] = reader.meaning(self.entity.declarations[name], row.typed[name])
            except InputError as error:
                self._refuse(row, name, error.problems[0])
        return good

    def _kept(self, row: Row, values: Mapping[str, Any]) -> None:
        """What of a row is stored now; an empty cell of a new row is not worth keeping."""
        for name in [name for name, typed in row.typed.items() if name in values or typed == ""]:
            row.forget(name)

    def _refuse(self, row: Row, name: str, problem: Problem) -> None:
        row.errors[name] = problem_sentence(problem.code, problem.values, self._desk.text)
        if problem.code in records.OVERTAKEN:
            row.overtaken.add(name)
        self._repaint(row)

    # Blocks

    def _taken(
        self, row: Row, cells: Mapping[str, Any], reader: CellReader, expected: Record | None
    ) -> dict[str, Any]:
        """The values of one row of a block that can be stored; empty: none."""
        if row.record is None:
            good = self._good(row, reader)
            return good if self._is_whole(good) else {}
        taken: dict[str, Any] = {}
        for name in cells:
            column = self.entity.declarations[name]
            try:
                value = reader.meaning(column, row.typed[name])
                self._require_unchanged(row.record, expected, column, value)
            except InputError as error:
                self._refuse(row, name, error.problems[0])
            else:
                taken[name] = value
        return taken

    def _require_unchanged(
        self, found: Record, expected: Record | None, column: Field, value: Any
    ) -> None:
        stored = getattr(found, column.name)
        if stored in (getattr(expected, column.name, None), value):
            return
        emptied = stored == column.type.empty
        code = "record.emptied_meanwhile" if emptied else "record.changed_meanwhile"
        raise InputError(Problem(code, column.name, {"other": self.words(column, stored)}))

    def _is_whole(self, values: Mapping[str, Any]) -> bool:
        try:
            self.entity.checked(dict(values))
        except InputError:
            return False
        return True

    def _write_block(self, owner: Record, block: Block) -> None:
        if not block:
            return
        values = [{"id": row.id, **given} for row, given in block]

        def work() -> Record:
            return records.update(
                self._desk.store, owner.kind, owner.id, {self.entity.collection: values}
            )

        try:
            done = self._desk.write(work)
        except InputError as error:
            self._refuse_block(block, error)
            return
        if done is not None:
            for row, given in block:
                self._kept(row, given)

    def _refuse_block(self, block: Block, error: InputError) -> None:
        """Nothing of the block was stored; each problem is said in the row it names."""
        for problem in error.problems:
            places = [f"{self.entity.collection}[{number}]" for number in range(1, len(block) + 1)]
            place = places.index(problem.where) if problem.where in places else 0
            row, given = block[place]
            name = problem.field if problem.field in given else next(iter(given))
            self._refuse(row, name, problem)
