"""An area's shape: the list on the left, the record on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.list_pane import ListPane

LIST_WIDTH, RECORD_WIDTH = 470, 720


class ListAndRecord(QWidget):
    """A list beside the record that is current in it, a hint, or a form for a new one."""

    moved = Signal()
    """The border between list and record was moved."""

    def __init__(
        self, pane: ListPane, record: QWidget, hint: EmptyState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pane, self.record, self.hint = pane, record, hint
        self.stack = QStackedWidget()
        self.stack.addWidget(hint)
        self.stack.addWidget(record)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(pane)
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([LIST_WIDTH, RECORD_WIDTH])
        self.splitter.splitterMoved.connect(lambda: self.moved.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def show_record(self) -> None:
        """Show the record on the right."""
        self.stack.setCurrentWidget(self.record)

    def show_hint(self) -> None:
        """Show the hint on the right: no record is chosen."""
        self.stack.setCurrentWidget(self.hint)

    def show_form(self, form: QWidget) -> None:
        """Show a form for a new record on the right."""
        if self.stack.indexOf(form) < 0:
            self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
