"""Rows that belong to a record as a sheet: typed, pasted, moved and deleted in place."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Field, Record
from partner_desk.model.values import Choice, Date, Flag, Money, Text, ValueType
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.grid_rows import ERROR_ROLE, GridRows, Index
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.showing import is_numeric
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.palette import current_colours
from partner_desk.ui.look.theme import GAP, HALF, UNIT, dress_table, row_height

LONG_TEXT = 1_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_END_OF_EDITING = {
    Qt.Key.Key_Return: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Enter: QAbstractItemDelegate.EndEditHint.SubmitModelCache,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
"""What these keys do in an editor of several lines, as they do in any other cell."""


class CellText(QPlainTextEdit):
    """The editor of a wrapped cell; Enter and Tab are the delegate's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class CellChoice(QComboBox):
    """Chosen by typing the words of an option, blanks too, which would open the list otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(2 * QApplication.keyboardInputInterval())
        self._pause.timeout.connect(self._forget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the option that begins with what was typed."""
        text = event.text()
        with_more = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_word = bool(text.strip()) and text.isprintable()
        if with_more or not (is_word or (text == " " and self._typed)):
            super().keyPressEvent(event)
            return
        self._typed += text.casefold()
        self._pause.start()
        options = [self.itemText(row).casefold() for row in range(self.count())]
        found = [row for row, each in enumerate(options) if each.startswith(self._typed)]
        if found and self.currentIndex() not in found:
            self.setCurrentIndex(found[0])

    def _forget(self) -> None:
        self._typed = ""


class GridDelegate(QStyledItemDelegate):
    """Makes the editor that suits a cell and marks the cells that hold what was refused."""

    def __init__(self, desk: Desk, fields: Sequence[Field], parent: QTableView) -> None:
        super().__init__(parent)
        self._desk, self._fields, self._view = desk, fields, parent

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        field = self._fields[index.column()]
        editor: QWidget
        if isinstance(field.type, Choice):
            editor = self._combo(parent, field)
        elif isinstance(field.type, Text) and field.type.limit > LONG_TEXT:
            editor = CellText(parent)
        else:
            editor = QLineEdit(parent)
            if is_numeric(field.type):
                editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            if isinstance(field.type, Date):
                editor.setPlaceholderText(self.tr("MM/DD/YYYY"))
        editor.setAccessibleName(self._desk.text(field.label))
        editor.setAccessibleDescription(index.data(ERROR_ROLE) or self._desk.text(field.help))
        return editor

    def _combo(self, parent: QWidget, field: Field) -> QComboBox:
        combo = CellChoice(parent)
        assert isinstance(field.type, Choice)
        for option in field.type.options:
            combo.addItem(self._desk.text(option.label), option.value)
        combo.activated.connect(lambda: self._chosen(combo))
        return combo

    def _chosen(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(text), 0))
        elif isinstance(editor, CellText):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, CellText):
            model.setData(index, editor.toPlainText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        place: QRect = QRect(_rect(option))
        if isinstance(editor, CellText):
            lines = max(place.height(), 3 * editor.fontMetrics().lineSpacing() + GAP)
            room = max(self._view.viewport().height() - place.y(), place.height())
            place.setHeight(min(lines, room))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, CellText) and isinstance(event, QKeyEvent):
            hint = _END_OF_EDITING.get(Qt.Key(event.key()))
            if hint is not None and event.type() == QEvent.Type.KeyPress:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hint)
                return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height() + HALF, row_height(self._view)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(ERROR_ROLE):
            painter.save()
            painter.setPen(QPen(QColor(current_colours().error), 2))
            painter.drawRect(_rect(option).adjusted(1, 1, -2, -2))
            painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    untyped: Any = option  # The stubs do not know the fields of style options.
    rect: QRect = untyped.rect
    return rect


class GridTable(QTableView):
    """The table of a grid, with the keys of a spreadsheet.

    Tab goes from cell to cell while a cell is being typed and leaves the table otherwise, so that
    nobody is caught in it.
    """

    deleted = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self)
        self.setShowGrid(True)
        self.setProperty("grid", True)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.verticalHeader().setVisible(True)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties cells, Ctrl+Delete a row, Alt+arrows move it."""
        key, modifiers = event.key(), event.modifiers()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing:
            super().keyPressEvent(event)
        elif modifiers & Qt.KeyboardModifier.AltModifier and key in (
            Qt.Key.Key_Up, Qt.Key.Key_Down
        ):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.deleted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty_cells()
        elif key in _ENTER:
            self.go_down()
        else:
            super().keyPressEvent(event)

    def go_down(self) -> None:
        """To the next row: its first cell when this row was being filled from the left."""
        current = self.currentIndex()
        below = min(current.row() + 1, self.model().rowCount() - 1)
        is_blank = below == self.model().rowCount() - 1
        self.setCurrentIndex(self.model().index(below, 0 if is_blank else current.column()))

    def closeEditor(
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        current = self.currentIndex()
        last = self.model().index(self.model().rowCount() - 1, self.model().columnCount() - 1)
        first = self.model().index(0, 0)
        if hint == hints.EditNextItem and current == last:
            super().closeEditor(editor, hints.NoHint)
            self.focusNextChild()
        elif hint == hints.EditPreviousItem and current == first:
            super().closeEditor(editor, hints.NoHint)
            self.focusPreviousChild()
        else:
            super().closeEditor(editor, hint)
            if hint == hints.SubmitModelCache:
                self.go_down()

    def _empty_cells(self) -> None:
        for index in self.selectedIndexes() or [self.currentIndex()]:
            if index.flags() & Qt.ItemFlag.ItemIsEditable and index.data():
                self.model().setData(index, "")


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
            lines.setdefault(index.row(), []).append(_quoted(words))
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
        if watched is self.table and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread_columns()
        self._fit.start()

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
        weights = [self._weights.get(each.name, _weight(each.type)) for each in self.rows.fields]
        room = self.table.viewport().width()
        for place, weight in enumerate(weights):
            self.table.setColumnWidth(place, int(room * weight / sum(weights)))
        self._fit_header()

    def _fit_header(self) -> None:
        """Make the header as high as its longest title in lines."""
        header = self.table.horizontalHeader()
        font = header.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        heights = [
            metrics.boundingRect(
                QRect(0, 0, max(self.table.columnWidth(place) - 2 * UNIT - 2, 1), 999),
                Qt.TextFlag.TextWordWrap,
                str(self.rows.headerData(place, Qt.Orientation.Horizontal)),
            ).height()
            for place in range(len(self.rows.fields))
        ]
        header.setFixedHeight(max(heights) + GAP)

    def _fit_rows(self) -> None:
        if self.table.state() != QAbstractItemView.State.EditingState:
            self.table.resizeRowsToContents()


def cells_of(text: str) -> list[list[str]]:
    """The rows and cells of what a spreadsheet puts on the clipboard.

    Spreadsheets quote only cells that hold line breaks or tabs; other quotes are a person's own.
    """
    text = text.replace("\r\n", "\n").removesuffix("\n")
    if not text.strip():
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        quoted = _QUOTED.match(text, place)
        if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
            rows[-1].append(quoted[1].replace('""', '"'))
            place = quoted.end()
        else:
            end = min((at for at in (text.find("\t", place), text.find("\n", place)) if at >= 0),
                      default=len(text))
            rows[-1].append(text[place:end])
            place = end
        if place < len(text) and text[place] == "\n":
            rows.append([])
        place += 1
    return rows


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')


def _quoted(words: str) -> str:
    if "\t" in words or "\n" in words:
        return '"' + words.replace('"', '""') + '"'
    return words


def _is_clipboard(event: QKeyEvent) -> bool:
    with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return with_control and event.key() in (Qt.Key.Key_V, Qt.Key.Key_C)


def _weight(value_type: ValueType) -> float:
    if isinstance(value_type, Text) and value_type.limit > LONG_TEXT:
        return 3.0
    if isinstance(value_type, Flag):
        return 0.7
    if isinstance(value_type, Money | Date):
        return 1.3
    if is_numeric(value_type):
        return 1.0
    return 1.2 if isinstance(value_type, Choice) else 1.5


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:60] + "…"
