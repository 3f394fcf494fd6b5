"""The clauses of an agreement: their order at the left, the words of one at the right."""

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import CLAUSE_STATES, Clause
from partner_desk.model.errors import InputError
from partner_desk.model.fields import Record
from partner_desk.services import records
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.rows import Row, RowList, row_of, show_rows
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT

_LINK = "agreement_id"


class ClauseList(RowList):
    """Rows that are moved by dragging or with Alt and the arrows."""

    dragged = Signal(int, int)
    moved = Signal(int)
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.model().rowsMoved.connect(self._rows_moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move a row, Delete deletes it."""
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if with_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def _rows_moved(
        self, _from: QModelIndex, start: int, _end: int, _to: QModelIndex, target: int
    ) -> None:
        place = target - 1 if target > start else target
        # The list is still in the middle of the drop.
        QTimer.singleShot(0, self, lambda: self.dragged.emit(start, place))


class ClausesTab(RecordPart):
    """Ordered clauses; each is this agreement's own copy of a text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owner: Record | None = None
        self._clauses: list[Clause] = []
        self.list = ClauseList()
        self.list.setAccessibleName(desk.text(Clause.plural))
        self.form = FieldForm(
            desk, Clause, ("heading", "status", "text", "notes"), cards=False
        )
        for layout in self.form.findChildren(QFormLayout):
            layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            layout.setVerticalSpacing(UNIT // 2)
        for row in self.form.rows.values():
            row.label.setMinimumHeight(0)
            row.label.setMaximumWidth(400)
        self._make_buttons()
        self._lay_out()
        self.list.currentRowChanged.connect(self._row_chosen)
        self.list.dragged.connect(self._move)
        self.list.moved.connect(lambda by: self._move(self.list.currentRow(),
                                                      self.list.currentRow() + by))
        self.list.deleted.connect(self.delete)

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        if self._owner is None or self._owner.id != record.id:
            self.commit()
        self._owner = record
        self._clauses = self._desk.read(
            lambda reader: reader.find(Clause, agreement_id=record.id)
        )
        place = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        show_rows(self.list, [self._row(*each) for each in enumerate(self._clauses, 1)])
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(min(place, len(self._clauses) - 1))
        self.list.blockSignals(False)
        self._show_clause()

    def concerns(self, changed: Changed) -> bool:
        return changed.touches("clause")

    def commit(self) -> None:
        self.form.commit()

    def focus_field(self, name: str) -> bool:
        if name != "clause":
            return False
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def add(self) -> None:
        """Add a clause at the end and put the cursor into its heading."""
        owner = self._owner
        if owner is None:
            return
        self.commit()
        heading = self.tr("New clause")
        try:
            made = self._desk.write(
                lambda: records.add_child(
                    self._desk.store, Clause, _LINK, owner, {"heading": heading}
                )
            )
        except InputError:
            return
        if made is not None:
            self.show_record(owner)
            self.list.setCurrentRow(len(self._clauses) - 1)
            self.form.focus_field("heading")
            line = self.form.rows["heading"].editor.control
            if hasattr(line, "selectAll"):
                line.selectAll()

    def delete(self) -> None:
        """Delete the clause that is shown; the way back is offered at once."""
        clause = self._current()
        if clause is None:
            return

        def work() -> bool:
            records.delete(self._desk.store, Clause, clause.id)
            return True

        if self._desk.write(work):
            self.show_record(self._owner)
            self._desk.tell(self.tr("{0} was deleted.").format(clause.heading), undo=True)

    def _move(self, place: int, to: int) -> None:
        if place == to or not (0 <= place < len(self._clauses) and 0 <= to < len(self._clauses)):
            return
        self.commit()
        clause = self._clauses[place]

        def work() -> bool:
            records.move(self._desk.store, Clause, _LINK, clause.id, to + 1)
            return True

        self._desk.write(work)
        self.show_record(self._owner)
        self.list.setCurrentRow(to)

    def _current(self) -> Clause | None:
        item = self.list.currentItem()
        wanted = row_of(item).data if item is not None else None
        return next((each for each in self._clauses if each.id == wanted), None)

    def _row(self, number: int, clause: Clause) -> Row:
        labels = {each.value: self._desk.text(each.label) for each in CLAUSE_STATES}
        return Row(
            f"{number}. {clause.heading}",
            labels.get(clause.status, clause.status),
            data=clause.id,
        )

    def _row_chosen(self) -> None:
        self._show_clause()

    def _show_clause(self) -> None:
        clause = self._current()
        self._editor.setVisible(clause is not None)
        self._teach.setVisible(clause is None)
        self.delete_button.setEnabled(clause is not None)
        place = self.list.currentRow()
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(self._clauses) - 1)
        if clause is not None:
            self.form.show_record(clause)

    def _make_buttons(self) -> None:
        self.add_button = flat_button(self.tr("Add clause"), "add")
        self.delete_button = flat_button(self.tr("Delete clause"), "delete")
        self.up_button = flat_button(self.tr("Move up"), "chevron-up")
        self.down_button = flat_button(self.tr("Move down"), "chevron-down")
        self.up_button.setToolTip(self.tr("Move up (Alt+Up)"))
        self.down_button.setToolTip(self.tr("Move down (Alt+Down)"))
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self.delete)
        self.up_button.clicked.connect(lambda: self.list.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.list.moved.emit(1))

    def _lay_out(self) -> None:
        inside = QWidget()
        right = QVBoxLayout(inside)
        right.setContentsMargins(GAP, 0, UNIT, SECTION)
        right.setSpacing(UNIT)
        right.addWidget(self.form)
        right.addWidget(words_label(
            self.tr(
                "Words in braces are filled in on the paper: {district}, {partner}, {starts_on}, "
                "{ends_on}, {schools}. Notes are for the office; never printed."
            ), "caption",
        ))
        right.addStretch(1)
        self._editor = inside
        self._teach = words_label(
            self.tr("No clause yet. A clause has a heading, its text, and how far it is agreed."),
            "caption",
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([260, 420])
        self.list.setMinimumSize(QSize(180, 120))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.add_button, self.delete_button, self.up_button, self.down_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._teach)
        column.addWidget(splitter, 1)
        column.addLayout(buttons)
