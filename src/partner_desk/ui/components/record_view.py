"""The right side of an area: a record with its name, its state, what to do next, and its tabs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed
from partner_desk.ui.forms.ui_record_view import Ui_RecordView
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, HALF


@dataclass(frozen=True)
class Missing:
    """Something a record still lacks, and the way to where it is filled in."""

    text: str
    go: Callable[[], None]


class RecordView(QWidget):
    """Shows one record; its tabs are asked for it when they are first looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RecordView()
        self.form.setupUi(self)
        self.record: Record | None = None
        self.parts: list[RecordPart] = []
        self._stale: set[RecordPart] = set()
        self._title = ""
        self._act: Callable[[], None] | None = None
        self.badge = Badge()
        self.checklist = Checklist()
        self.menu = QMenu(self)
        form = self.form
        form.subhead.insertWidget(0, self.badge)
        form.column.insertWidget(2, self.checklist)
        form.moreButton.setIcon(icon("more"))
        form.moreButton.setMenu(self.menu)
        form.moreButton.setIconSize(QSize(18, 18))
        form.actionButton.clicked.connect(self._do_action)
        form.actionButton.hide()
        form.moreButton.hide()
        form.tabs.currentChanged.connect(self._tab_chosen)

    def add_tab(self, title: str, part: RecordPart) -> None:
        """Add a tab; it gets the record when it is first looked at."""
        self.parts.append(part)
        self.form.tabs.addTab(part, title)

    def add_menu(self, words: str, picture: str, do: Callable[[], None]) -> QAction:
        """Add an entry to the menu of what else can be done."""
        action = self.menu.addAction(icon(picture), words)
        action.triggered.connect(lambda: do())
        self.form.moreButton.show()
        return action

    def set_action(
        self, words: str, picture: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Set the one next action; no words: there is none."""
        self._act = do
        button = self.form.actionButton
        button.setVisible(bool(words))
        button.setText(words)
        if picture:
            button.setIcon(icon(picture, "on_accent"))

    def set_head(
        self, title: str, caption: str = "", state: str = "", tone: str = "neutral"
    ) -> None:
        """Say what the record is called, in what state it is, and a line about it."""
        self._title = title
        self.form.title.setToolTip(title)
        self.form.title.setAccessibleName(title)
        self._elide()
        self.form.caption.setText(caption)
        self.badge.show_state(state, tone)
        self.badge.setVisible(bool(state))
        self.form.caption.setVisible(bool(caption))

    def show_record(self, record: Record) -> None:
        """Show a record, or the same one anew."""
        other = self.record is None or self.record.id != record.id
        if other:
            self.commit()
        self.record = record
        self._stale = set(self.parts)
        self._show_tab()

    def refresh(self, record: Record, changed: Changed) -> None:
        """Show the same record anew in the parts that ``changed`` concerns."""
        self.record = record
        self._stale |= {part for part in self.parts if part.concerns(changed)}
        self._show_tab()

    def commit(self) -> None:
        """Save what is still being typed."""
        for part in self.parts:
            part.commit()

    def go_to(self, part: RecordPart, field: str = "") -> None:
        """Turn to a tab, and into a field on it."""
        self.form.tabs.setCurrentWidget(part)
        if field:
            part.focus_field(field)

    def focus_first(self) -> None:
        """Put the cursor into the first control of the tab that is shown."""
        current = self.form.tabs.currentWidget()
        if current is not None:
            current.setFocus()
            current.focusNextChild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        label = self.form.title
        words = label.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, max(label.width(), 80)
        )
        label.setText(words)

    def _do_action(self) -> None:
        if self._act is not None:
            self._act()

    def _tab_chosen(self) -> None:
        self._show_tab()

    def _show_tab(self) -> None:
        current = self.form.tabs.currentWidget()
        if isinstance(current, RecordPart) and current in self._stale and self.record is not None:
            self._stale.discard(current)
            current.show_record(self.record)


class Checklist(QFrame):
    """What is still missing, as a short list of links to where it is filled in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self._row = FlowLayout(spacing=HALF)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP - HALF, HALF, GAP - HALF, HALF)
        column.addLayout(self._row)
        self.hide()

    def show_missing(self, intro: str, missing: Sequence[Missing]) -> None:
        """Show the items; with none the list is gone."""
        self.setVisible(bool(missing))
        self._row.clear()
        buttons = [flat_button(each.text.replace("&", "&&"), "chevron-right") for each in missing]
        for button, each in zip(buttons, missing, strict=True):
            button.clicked.connect(_goes(each.go))
        if buttons:
            words = QLabel(intro)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setMinimumHeight(buttons[0].sizeHint().height())
            for widget in (words, *buttons):
                self._row.addWidget(widget)
                widget.show()
        self.updateGeometry()


def _goes(go: Callable[[], None]) -> Callable[[], None]:
    return lambda: go()
