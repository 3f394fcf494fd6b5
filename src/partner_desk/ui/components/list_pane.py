"""The left side of an area: a filter, chips, and a table of as many rows as there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.queries import ListQuery, Total
from partner_desk.model.registry import children_of
from partner_desk.ui.components.came_in import CameIn
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.fitting_columns import FittingColumns
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.kept_place import KeptPlace
from partner_desk.ui.components.listing import Column, RecordTable, paint_badges
from partner_desk.ui.components.narrowing import Narrowing
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_list_pane import Ui_ListPane
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import UNIT, dress_table, set_look

DEBOUNCE_MS = 40
REFRESH_MS = 60
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


@dataclass(frozen=True)
class Chip:
    """A choice above the list; ``query`` is asked each time, because "today" moves on."""

    label: str
    query: Callable[[], ListQuery]
    empty: str = ""
    """What to say when nothing is listed."""
    key: str = ""
    """What other parts of the window call this choice."""
    without: tuple[int, ...] = ()
    """Places of the columns that say nothing in this list, and make room for others."""


class ListPane(QWidget):
    """Lists records of one kind. It keeps the current record by id, whatever happens to rows."""

    chosen = Signal(str)
    """The id of the record that became current."""
    activated = Signal(str)
    """Enter or a double click on a record: go into it."""
    add_requested = Signal()
    emptied = Signal(bool)
    """Whether nothing is listed now."""

    def __init__(
        self,
        desk: Desk,
        kind: str,
        title: str,
        columns: Sequence[Column],
        chips: Sequence[Chip],
        empty: EmptyState,
        *,
        add: str = "",
        narrowing: Narrowing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_ListPane()
        self.form.setupUi(self)
        self.kind, self.chips, self.empty = kind, tuple(chips), empty
        self.table_model = RecordTable(desk, kind, columns, self)
        self.current_id = ""
        self._desk = desk
        self._total = 0
        self._order: tuple[str | Total, bool] | None = None
        self._narrowing = narrowing
        self._typing = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._typing.timeout.connect(self._show_query)
        self._stale = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._stale.timeout.connect(self._refresh_soon)
        self._dress_head(title, add)
        self._dress_table(title)
        self._make_chips()
        self._take_narrowing(title)
        column = QVBoxLayout(self.form.emptyPage)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(empty)
        self.chip = 0  # The place of the one that is chosen.
        self._last_control: QWidget = self.came_in
        self._show_query(recount=True)

    @property
    def query(self) -> ListQuery:
        """What is listed now, in its order."""
        return self.table_model.query

    def choose_chip(self, place: int, search: str = "") -> None:
        """Show the list of the chip at ``place`` and what of it fits ``search``, no narrower."""
        self._widen()
        self.form.filter.setText(search)
        self._group.buttons()[place].setChecked(True)
        self._chip_chosen(place)

    def choose_key(self, key: str) -> None:
        """Show the list of the chip called ``key``."""
        self.choose_chip(self._place_of(key))

    def show_came_in(self, kind: str, change_set_id: str) -> None:
        """List what came in by an import and nothing else, until its chip is taken away.

        "" is an import that brought nothing: all is listed.
        """
        place = self._place_of("all")
        self._widen()
        if change_set_id:
            self.came_in.show_import(kind, change_set_id)
        self._group.buttons()[place].setChecked(True)
        self._chip_chosen(place)

    def _place_of(self, key: str) -> int:
        return next((n for n, each in enumerate(self.chips) if each.key == key), 0)

    def _widen(self) -> None:
        self.form.filter.clear()
        self.came_in.clear()
        if self._narrowing is not None:
            self._narrowing.clear()

    def show_record(self, record_id: str) -> None:
        """Make a record current; if the list does not hold it, widen the list until it does."""
        if self.table_model.row_of(record_id) < 0:
            self.refresh_now()
        places = [self.chip, *(place for place in range(len(self.chips)))]
        for place in places:
            if self.table_model.row_of(record_id) >= 0:
                break
            self.choose_chip(place)
        self.current_id = record_id
        self._select_current(scroll=True)

    def add_to_foot(self, control: QWidget) -> None:
        """Put a control under the list; Tab goes there from the list, before the record."""
        set_look(control, "narrow", True)  # What is counted has room in the smallest window.
        self.form.foot.addWidget(control)
        QWidget.setTabOrder(self._last_control, control)
        self._last_control = control

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text selected."""
        self.form.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.filter.selectAll()

    def refresh(self, changed: Changed) -> None:
        """Read anew soon, when ``changed`` touches what is listed or its parts."""
        parts = (child.kind for child, _ in children_of(self.kind))
        if changed.touches(self.kind, *parts):
            self._stale.start()

    def refresh_now(self) -> None:
        """Read the list anew, keeping the current record and the place scrolled to."""
        self._stale.stop()
        self._place.on = True
        self.table_model.show(self._wanted_query())
        self._listed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the list. A focus proxy would let Tab jump over the filter."""
        self.form.table.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter into the list, Enter and Right into the record.

        Ctrl+E exports what was filtered, although a text field of some systems has a use for it.
        """
        if watched is self.form.filter and isinstance(event, QKeyEvent):
            override = event.type() == QEvent.Type.ShortcutOverride
            if override and event.keyCombination() == _EXPORT:
                event.ignore()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.form.filter and (enter or event.key() == Qt.Key.Key_Down):
                self.into_list()
                return True
            if watched is self.form.filter and event.key() == Qt.Key.Key_Escape:
                self.form.filter.clear()
                return True
            if watched is self.form.table and enter and self.current_id:
                self.activated.emit(self.current_id)
                return True
        return super().eventFilter(watched, event)

    def _dress_head(self, title: str, add: str) -> None:
        form = self.form
        form.title.setText(title)
        form.addButton.setVisible(bool(add))
        form.addButton.setText(add)
        form.addButton.setIcon(icon("add"))
        form.addButton.clicked.connect(self.add_requested)
        self._desk.only_to_write(form.addButton)
        form.filter.addAction(
            icon("filter", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        form.filter.textChanged.connect(lambda: self._typing.start())
        form.filter.installEventFilter(self)

    def _dress_table(self, title: str) -> None:
        table = self.form.table
        table.setAccessibleName(title)
        # No column at first: each list begins in the order of what its records are called.
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        table.setModel(self.table_model)
        self._place = KeptPlace(table)
        self.table_model.listed.connect(self._listed)
        dress_table(table)
        paint_badges(table, self.table_model.columns)
        table.installEventFilter(self)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(6 * UNIT)
        header.sortIndicatorChanged.connect(self._header_clicked)
        columns = self.table_model.columns
        stretch = next((place for place, each in enumerate(columns) if each.stretch), 0)
        self._fitting = FittingColumns(table, [each.width for each in columns], stretch)
        table.selectionModel().currentRowChanged.connect(self._current_changed)
        table.doubleClicked.connect(lambda: self.activated.emit(self.current_id))

    def _make_chips(self) -> None:
        row = FlowLayout(self.form.chips)
        self._group = QButtonGroup(self)
        for place, chip in enumerate(self.chips):
            button = QToolButton()
            button.setText(chip.label)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.came_in = CameIn(self._desk)
        """The chip of what came in by an import; hidden while nobody asks for it."""
        self.came_in.clicked.connect(lambda: self._show_query(recount=True))
        row.addWidget(self.came_in)
        self._group.idClicked.connect(self._chip_chosen)
        self.form.chips.setVisible(len(self.chips) > 1)

    def _take_narrowing(self, title: str) -> None:
        narrowing = self._narrowing
        if narrowing is None:
            return
        narrowing.setAccessibleName(title)
        self.form.column.insertWidget(self.form.column.indexOf(self.form.chips) + 1, narrowing)
        narrowing.changed.connect(self._show_query)

    def _chip_chosen(self, place: int) -> None:
        self.chip = place
        self._fitting.leave_out(self.chips[place].without)
        if self.chips[place].query().order:
            self._order = None  # A list with an order of its own, such as the oldest first.
        self._show_query(recount=True)
        self._show_order()

    def _refresh_soon(self) -> None:
        self._place.on = True
        self.table_model.show_soon(self._wanted_query())

    def _listed(self) -> None:
        self._recount()
        self._show_counts()
        self._select_current(scroll=not self._place.on)
        self._place.on = False

    def _show_query(self, *, recount: bool = False) -> None:
        self._typing.stop()
        self._place.on = False
        self.table_model.show(self._wanted_query())
        if recount:
            self._recount()
        self._show_counts()
        self._select_current(scroll=True)

    def _wanted_query(self) -> ListQuery:
        query = self.chips[self.chip].query()
        query = replace(query, where=(*query.where, *self.came_in.filters))
        if self._narrowing is not None:
            query = replace(query, where=(*query.where, *self._narrowing.filters()))
        if self._order is not None:
            query = replace(query, order=self._order[0], descending=self._order[1])
        return query.searching(self.form.filter.text())

    def _recount(self) -> None:
        if self._is_narrowed():
            query = self.chips[self.chip].query()
            self._total = self._desk.read(lambda reader: reader.count(query))
        else:
            self._total = len(self.table_model.ids)

    def _is_narrowed(self) -> bool:
        narrowed = self._narrowing is not None and bool(self._narrowing.filters())
        typed = bool(self.form.filter.text().strip())
        return narrowed or typed or bool(self.came_in.filters)

    def _show_counts(self) -> None:
        found = len(self.table_model.ids)
        filtered = self._is_narrowed()
        words = f"{found:,}"
        if filtered:
            words = self.tr("{0} of {1}").format(f"{found:,}", f"{self._total:,}")
        self.form.count.setText(words)
        if not found and self.form.table.hasFocus():
            self.form.filter.setFocus()  # Where keys go on to be of use.
        self.form.stack.setCurrentIndex(0 if found else 1)
        self.emptied.emit(not found)
        if not found:
            self._say_empty(filtered)

    def _say_empty(self, filtered: bool) -> None:
        if filtered:
            typed = self.form.filter.text().strip()
            text = self.tr("Try fewer letters, or another choice above the list.")
            title = self.tr("Nothing fits “{0}”").format(typed)
            if not typed:
                text = self.tr("Take away one of the conditions above the list.")
                title = self.tr("Nothing fits all of this")
            self.empty.say(title, text)
        else:
            chip = self.chips[self.chip]
            title, _, text = chip.empty.partition("\n")
            self.empty.say(title or self.tr("Nothing is listed here"), text)
        self.empty.show_buttons(not filtered and self.chip == 0)

    def _header_clicked(self, section: int, order: Qt.SortOrder) -> None:
        columns = self.table_model.columns
        if 0 <= section < len(columns) and columns[section].sort:
            self._order = columns[section].sort, order == Qt.SortOrder.DescendingOrder
        self._show_order()
        self._select_current(scroll=True)

    def _show_order(self) -> None:
        """Let the header's arrow stand where the list is ordered, whatever was clicked."""
        columns, query = self.table_model.columns, self.table_model.query
        by = query.order or columns[0].sort
        place = next((n for n, each in enumerate(columns) if each.sort == by), 0)
        down = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        header = self.form.table.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(place, down)
        header.blockSignals(False)
        header.viewport().update()

    def into_list(self) -> None:
        """Go to the current row, to the first where none is."""
        if self._typing.isActive():
            self._show_query()
        table = self.form.table
        if self.table_model.ids:
            row = self.table_model.row_of(self.current_id)
            table.setFocus(Qt.FocusReason.TabFocusReason)
            table.setCurrentIndex(self.table_model.index(max(row, 0), 0))

    def _select_current(self, *, scroll: bool) -> None:
        row = self.table_model.row_of(self.current_id) if self.current_id else -1
        selection = self.form.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        if row < 0:
            selection.clear()
            return
        index = self.table_model.index(row, 0)
        if selection.currentIndex().row() != row or not selection.isRowSelected(row):
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if scroll:
            self.form.table.scrollTo(index)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        record_id = self.table_model.ids[current.row()]
        if record_id != self.current_id:
            self.current_id = record_id
            if not self.form.table.selectionModel().isSelected(current):
                self.form.table.selectRow(current.row())  # The table itself took the first row.
            self.chosen.emit(record_id)
