"""Rows that belong to a record as a sheet: typed, pasted, moved and deleted in place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Record
from partner_desk.ui.components.clipboard import cell_text, cells_of
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.grid_cells import GridDelegate
from partner_desk.ui.components.grid_rows import ERROR_ROLE, GridRows
from partner_desk.ui.components.grid_table import GridTable, usual_weight
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT


class Grid(RecordPart):
    """The positioned children of a record in a table, with what can be done to its rows below."""

    chosen = Signal(object)
    """The record of the current row as it is now, None for one that is still being begun."""

    def __init__(
        self,
        desk: Desk,
        entity: type[Record],
        link: str,
        names: Sequence[str],
        *,
        title: str,
        teach: str = "",
        weights: Mapping[str, float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weights = dict(weights or {})
        self.rows = GridRows(desk, entity, link, names, self)
        self.table = GridTable()
        self.table.setAccessibleName(title)
        self.table.setModel(self.rows)
        self.table.setItemDelegate(GridDelegate(desk, self.rows.fields, self.table))
        self._current: tuple[str, int] = ("", 0)
        self._message = words_label("", "error")
        self._teach = words_label(teach, "caption")
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_rows)
        self._make_buttons()
        self._dress_headers()
        self._connect()
        self._lay_out()
        if desk.read_only:
            for button in self._buttons:
                button.setEnabled(False)

    def show_record(self, record: Record | None) -> None:
        if record is not None:
            self.rows.show_owner(record)
            self._keep_current()
            self._show_state()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches(self.rows.entity.kind)

    def commit(self) -> None:
        editor = self.table.indexWidget(self.table.currentIndex())
        if editor is not None and self.table.state() == QAbstractItemView.State.EditingState:
            delegate = self.table.itemDelegate()
            delegate.commitData.emit(editor)
            delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.rows.leave_row(self._current[0])

    def unsaved(self) -> list[str]:
        return [
            self.tr("{0}: {1}").format(self._desk.text(column.label), self.rows.shown(row, column))
            for row in self.rows.unstored()
            for column in self.rows.fields
            if column.name in row.typed
        ]

    def focus_field(self, name: str) -> bool:
        if name not in (self.rows.entity.collection, self.rows.entity.kind):
            return False
        self.begin_row()
        return True

    def begin_row(self) -> None:
        """Put the cursor into the first cell of the blank row."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(self.rows.index(self.rows.rowCount() - 1, 0))
        self.table.scrollToBottom()

    def delete_row(self) -> None:
        """Delete the current row; the way back is offered at once."""
        self.commit()
        place = self.table.currentIndex().row()
        name = self.rows.delete(place)
        if name is not None:
            self._desk.tell(self.tr("{0} was deleted.").format(_short(name)), undo=True)
        self._select(min(place, self.rows.rowCount() - 1), self.table.currentIndex().column())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        self.commit()
        place = self.table.currentIndex().row()
        if self.rows.move(place, place + by):
            self._select(place + by, self.table.currentIndex().column())

    def paste(self) -> None:
        """Put what a spreadsheet copied at the current cell."""
        cells = cells_of(QGuiApplication.clipboard().text())
        current = self.table.currentIndex()
        if cells and current.isValid():
            self.rows.paste(current.row(), current.column(), cells)
            self._fit.start()
            self._show_state()

    def copy(self) -> None:
        """Copy the chosen cells as a spreadsheet would."""
        chosen = sorted(self.table.selectedIndexes(), key=lambda each: (each.row(), each.column()))
        lines: dict[int, list[str]] = {}
        for index in chosen:
            words = str(index.data() or index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            lines.setdefault(index.row(), []).append(cell_text(words))
        QGuiApplication.clipboard().setText("\n".join("\t".join(each) for each in lines.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy and paste; leaving the table ends the row that was begun."""
        if watched is self.table and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_clipboard(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and _is_clipboard(event):
                self.paste() if event.key() == Qt.Key.Key_V else self.copy()
                return True
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._spread_columns()
            self._fit.start()
        if watched is self.table and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _make_buttons(self) -> None:
        self.add_button = flat_button(self.tr("Add row"), "add")
        self.delete_button = flat_button(self.tr("Delete row"), "delete")
        self.up_button = flat_button(self.tr("Move up"), "chevron-up")
        self.down_button = flat_button(self.tr("Move down"), "chevron-down")
        self.delete_button.setToolTip(self.tr("Delete row (Ctrl+Delete)"))
        self.up_button.setToolTip(self.tr("Move up (Alt+Up)"))
        self.down_button.setToolTip(self.tr("Move down (Alt+Down)"))
        self._buttons = (self.add_button, self.delete_button, self.up_button, self.down_button)
        self.add_button.clicked.connect(self.begin_row)
        self.delete_button.clicked.connect(self.delete_row)
        self.up_button.clicked.connect(lambda: self.move_row(-1))
        self.down_button.clicked.connect(lambda: self.move_row(1))

    def _dress_headers(self) -> None:
        across, down = self.table.horizontalHeader(), self.table.verticalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            | Qt.TextFlag.TextWordWrap
        )
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setMinimumSectionSize(5 * UNIT)
        across.setStretchLastSection(True)
        across.sectionResized.connect(lambda: self._fit.start())
        down.setSectionsMovable(not self._desk.read_only)
        down.sectionMoved.connect(self._dragged)
        down.setFixedWidth(GAP + 3 * UNIT)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.table.deleted.connect(self.delete_row)
        self.table.moved.connect(self.move_row)
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.dataChanged.connect(lambda: self._fit.start())
        self.rows.rowsInserted.connect(lambda: self._fit.start())
        self.rows.modelReset.connect(lambda: self._fit.start())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, UNIT)
        column.setSpacing(UNIT)
        if self._teach.text():
            column.addWidget(self._teach)
        column.addWidget(self.table, 1)
        column.addWidget(self._message)
        column.addLayout(buttons)
        self._message.hide()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = self.rows.rows[current.row()] if current.isValid() else None
        left, self._current = self._current, (row.id if row else "", max(current.column(), 0))
        if row is not None and left[0] and left[0] != row.id:
            QTimer.singleShot(0, self, lambda: self._leave(left[0]))
        self._show_state()

    def _leave(self, row_id: str) -> None:
        self.rows.leave_row(row_id)
        self._show_state()

    def _left(self) -> None:
        inside = self.table.focusWidget()
        if not self.table.hasFocus() and (inside is None or not inside.hasFocus()):
            self.rows.leave_row(self._current[0])
            self._show_state()

    def _show_state(self) -> None:
        index = self.table.currentIndex()
        error = str(index.data(ERROR_ROLE) or "") if index.isValid() else ""
        row = self.rows.rows[index.row()] if index.isValid() else None
        self.chosen.emit(row.record if row else None)
        if not error and row is not None:
            error = next(iter(row.errors.values()), "")
        self._message.setText(error)
        self._message.setVisible(bool(error))
        if self._desk.read_only:
            return
        stored = sum(each.record is not None for each in self.rows.rows)
        place = index.row() if index.isValid() else -1
        self.delete_button.setEnabled(row is not None and not row.is_blank)
        self.up_button.setEnabled(0 < place < stored)
        self.down_button.setEnabled(0 <= place < stored - 1)

    def _keep_current(self) -> None:
        place = self.rows.row_of(self._current[0])
        if place >= 0 and self.table.currentIndex().row() != place:
            self._select(place, self._current[1])

    def _select(self, place: int, column: int) -> None:
        index = self.rows.index(max(place, 0), max(column, 0))
        self.table.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _dragged(self, _logical: int, old: int, new: int) -> None:
        header = self.table.verticalHeader()
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        if self.rows.move(old, new):
            self._select(new, self.table.currentIndex().column())

    def _spread_columns(self) -> None:
        self.table.spread_columns(
            [self._weights.get(each.name, usual_weight(each.type)) for each in self.rows.fields]
        )

    def _fit_rows(self) -> None:
        if self.table.state() != QAbstractItemView.State.EditingState:
            self.table.resizeRowsToContents()


def _is_clipboard(event: QKeyEvent) -> bool:
    with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return with_control and event.key() in (Qt.Key.Key_V, Qt.Key.Key_C)


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:60] + "…"
