"""Rows that belong to a record as a sheet: typed, pasted, moved and deleted in place."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Field, Record
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.grid_blocks import GridBlocks
from partner_desk.ui.components.grid_cells import GridDelegate
from partner_desk.ui.components.grid_model import ERROR_ROLE, TRANSLATED, is_translation
from partner_desk.ui.components.grid_rows import GridRows
from partner_desk.ui.components.grid_table import Ask, GridTable, usual_weight
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT

_ON = "shown"


class Grid(RecordPart):
    """The positioned children of a record in a table, with what can be done to its rows below.

    Columns whose names end in "_translated" are hidden until the person asks for them.
    """

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
        self.table.setItemDelegate(GridDelegate(desk, self.rows, self.table))
        self.blocks = GridBlocks(desk, self.rows, self.table)
        self._current: tuple[str, int] = ("", 0)
        self._tabs: QTabWidget | None = None
        self._message = words_label("", "error")
        self._teach = words_label(teach, "caption")
        self._is_widened = False
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._fit_rows)
        self._make_buttons()
        self._make_toggle()
        self._dress_headers()
        self._connect()
        self._lay_out()
        QTimer.singleShot(0, self, self._watch_tab)  # It stands in its page by then.
        if desk.read_only:
            for button in self._buttons:
                button.setEnabled(False)

    def show_record(self, record: Record | None) -> None:
        if record is not None:
            self.rows.show_owner(record)
            self._keep_current()
            self._show_state()

    def concerns(self, changed: Changed) -> bool:
        targets = {each.target for each in self.rows.columns if each.target}
        return changed.touches(self.rows.entity.kind, *targets)

    def commit(self) -> None:
        editor = self.table.indexWidget(self.table.currentIndex())
        if editor is not None and self.table.is_editing():
            delegate = self.table.itemDelegate()
            delegate.commitData.emit(editor)
            delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.rows.leave_row(self._current[0])

    def unsaved(self) -> list[str]:
        return [
            self.tr("{0}: {1}").format(self._desk.text(column.label), self.rows.shown(row, column))
            for row in self.rows.unstored()
            for column in self.rows.columns
            if column.name in row.typed
        ]

    def focus_field(self, name: str) -> bool:
        if name not in (self.rows.entity.collection, self.rows.entity.kind):
            return False
        self.begin_row()
        return True

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        place = self.rows.row_of(record_id)
        names = [each.name for each in self.rows.fields]
        if place < 0 or field not in names:
            return False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to(place, names.index(field))
        return True

    def begin_row(self) -> None:
        """Put the cursor into the first cell of the blank row."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to(self.rows.rowCount() - 1, 0)
        self.table.scrollToBottom()

    def delete_row(self) -> None:
        """Delete the current row; the way back is offered at once."""
        self.commit()
        place = self.table.currentIndex().row()
        name = self.rows.delete(place)
        if name is not None:
            self._desk.tell(self.tr("{0} was deleted.").format(_short(name)), undo=True)
        self.table.go_to(min(place, self.rows.rowCount() - 1), self.table.currentIndex().column())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        self.commit()
        place = self.table.currentIndex().row()
        if self.rows.move(place, place + by):
            self.table.go_to(place + by, self.table.currentIndex().column())

    def give_up(self) -> None:
        """Drop what was refused in the current cell; what is stored stands there again."""
        self.rows.give_up(self.table.currentIndex())
        self._tell_state()

    def insist(self) -> None:
        """Keep what was typed into the current cell over what somebody else stored meanwhile."""
        if self.table.currentIndex().isValid():
            self.rows.insist(self.table.currentIndex())

    def show_translations(self, on: bool) -> None:
        """Show the columns of the other language beside their originals, or hide them."""
        self.commit()
        row_id, name = self._current[0], self._column_name()
        self.rows.show_translations(on)
        names = [each.name for each in self.rows.fields]
        self._current = row_id, names.index(name) if name in names else 0
        self._desk.preferences.keep_word(self._remembered, _ON if on else "")
        self._spread_columns()
        if self.rows.rows:
            self._keep_current()

    def showEvent(self, event: QShowEvent) -> None:
        self._watch_tab()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width anew; leaving the table ends the row that was begun."""
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._spread_columns()
            self._fit.start()
        if watched is self.table and event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _watch_tab(self) -> None:
        """Have a click on the tab in which the grid stands put the cursor into it."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QTabWidget):
            above = above.parentWidget()
        if above is not None and above is not self._tabs:
            self._tabs = above
            above.tabBarClicked.connect(self._tab_clicked)

    def _tab_clicked(self, place: int) -> None:
        tab = self._tabs.widget(place) if self._tabs is not None else None
        # Of several sheets on a tab the first one is begun with.
        if tab is not None and (tab is self or tab.findChild(Grid) is self):
            QTimer.singleShot(0, self, self._begin_typing)

    def _begin_typing(self) -> None:
        """Put the cursor where it was last, at first into the first cell."""
        if not self.isVisible():
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.selectedIndexes():
            self.table.go_to(max(self.table.currentIndex().row(), 0), self._current[1])

    @property
    def _remembered(self) -> str:
        return f"translations_of_{self.rows.entity.kind}"

    def _column_name(self) -> str:
        fields: tuple[Field, ...] = self.rows.fields
        return fields[self._current[1]].name if self._current[1] < len(fields) else ""

    def _make_toggle(self) -> None:
        self.translation_button = QPushButton(self.tr("Translation"))
        self.translation_button.setIcon(icon("language"))
        self.translation_button.setCheckable(True)
        self.translation_button.setToolTip(
            self.tr("Show each text in the other language beside it")
        )
        if self._desk.preferences.word(self._remembered) == _ON:
            self.translation_button.setChecked(True)
            self.rows.show_translations(True)
        self.translation_button.toggled.connect(self.show_translations)

    def _make_buttons(self) -> None:
        self.add_button = flat_button(self.tr("Add row"), "add")
        self.delete_button = flat_button(self.tr("Delete row"), "delete")
        self.up_button = flat_button(self.tr("Move up"), "chevron-up")
        self.down_button = flat_button(self.tr("Move down"), "chevron-down")
        self.delete_button.setToolTip(self.tr("Delete row (Ctrl+Minus)"))
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
        down.setFixedWidth(4 * UNIT)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self._does: dict[Ask, Callable[[], None]] = {
            Ask.COPY: self.blocks.copy, Ask.CUT: self.blocks.cut, Ask.PASTE: self.blocks.paste,
            Ask.FILL_DOWN: self.blocks.fill_down, Ask.EMPTY: self.blocks.empty,
            Ask.DELETE_ROW: self.delete_row, Ask.GIVE_UP: self.give_up, Ask.INSIST: self.insist,
            Ask.MOVE_UP: lambda: self.move_row(-1), Ask.MOVE_DOWN: lambda: self.move_row(1),
        }
        self.blocks.changed.connect(self._tell_state)
        self.table.asked.connect(lambda ask: self._does[ask]())
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.rows.dataChanged.connect(self._content_changed)
        self.rows.dataChanged.connect(self._tell_unsaved)
        self.rows.rowsRemoved.connect(self._tell_unsaved)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, UNIT)
        column.setSpacing(UNIT)
        line = QHBoxLayout()
        line.addWidget(self._teach, 1)
        line.addWidget(self.translation_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._teach.setVisible(bool(self._teach.text()))
        self.translation_button.setVisible(any(map(is_translation, self.rows.columns)))
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

    def _tell_state(self) -> None:
        self._fit.start()
        self._show_state()

    def _tell_unsaved(self) -> None:
        """Let the status bar know what is typed here and not saved."""
        self._desk.keep_unsaved(self, self.unsaved())

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
            self.table.go_to(place, self._current[1])

    def _dragged(self, _logical: int, old: int, new: int) -> None:
        header = self.table.verticalHeader()
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        if self.rows.move(old, new):
            self.table.go_to(new, self.table.currentIndex().column())

    def _spread_columns(self) -> None:
        self.table.spread_columns([self._weight(each) for each in self.rows.fields])

    def _weight(self, column: Field) -> float:
        """A translation is as wide as its original."""
        original = column.name.removesuffix(TRANSLATED)
        return self._weights.get(
            column.name, self._weights.get(original, usual_weight(column.type))
        )

    def _content_changed(self) -> None:
        self._is_widened = False
        self._fit.start()

    def _fit_rows(self) -> None:
        """Once for many changes: widen what became too narrow, then make rows as high as needed."""
        if not self._is_widened and self.table.is_cramped():
            self._spread_columns()
        self._is_widened = True
        if not self.table.is_editing():
            self.table.resizeRowsToContents()


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:60] + "…"
