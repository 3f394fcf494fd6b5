"""The right side of an area: a record with its name, its state, what to do next, and its tabs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.fields import Record
from partner_desk.ui.components.controls import first_control, flat_button, tool_button
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed
from partner_desk.ui.forms.ui_record_view import Ui_RecordView
from partner_desk.ui.look.badges import Badge
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, HALF, UNIT

_LINES = 2
"""Lines of the checklist at first."""


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
        form.title.installEventFilter(self)
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

    def go_to_record(self, part: RecordPart, kind: str, record_id: str, field: str) -> None:
        """Turn to a tab, and into a field of one of the rows on it; else to where rows begin."""
        self.go_to(part)
        if not (record_id and part.focus_record(kind, record_id, field)):
            part.focus_field(kind)

    def focus_first(self) -> None:
        """Put the cursor into the first control of the tab that is shown."""
        current = self.form.tabs.currentWidget()
        if current is not None:
            first = first_control(current)
            (first or self.form.tabs).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shorten the title to its room, which another action beside it changes as well."""
        if event.type() == QEvent.Type.Resize:
            self._elide()
        return super().eventFilter(watched, event)

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
    """What is still missing, as a short list of links to where it is filled in.

    What does not fit into two lines is shown when it is asked for, so that a long list leaves
    room for the record.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self._links: list[QPushButton] = []
        self._is_open = False
        self._intro = QLabel()
        self._intro.setTextFormat(Qt.TextFormat.PlainText)
        self._intro.setIndent(UNIT)  # Where the words of a link begin that stands below it.
        self.more_button = tool_button("chevron-down")
        self.more_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more_button.clicked.connect(self._toggle)
        self._row = FlowLayout(spacing=HALF)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP - HALF - UNIT, HALF, GAP - HALF, HALF)
        column.addLayout(self._row)
        self._row.addWidget(self._intro)
        self._row.addWidget(self.more_button)
        self.hide()

    def show_missing(self, intro: str, missing: Sequence[Missing]) -> None:
        """Show the items; with none the list is gone."""
        self.setVisible(bool(missing))
        if [each.text() for each in self._links] != [_label(each) for each in missing]:
            self._is_open = False
        self._row.removeWidget(self.more_button)
        for link in self._links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._intro.setText(intro)
        self._links = [flat_button(_label(each), "chevron-right") for each in missing]
        for link, each in zip(self._links, missing, strict=True):
            link.clicked.connect(_goes(each.go))
            self._intro.setMinimumHeight(link.sizeHint().height())
            self._row.addWidget(link)
        self._row.addWidget(self.more_button)
        self._show_fitting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_fitting()

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._show_fitting()

    def _show_fitting(self) -> None:
        fitting = self._fitting()
        rest = len(self._links) - fitting
        for place, link in enumerate(self._links):
            link.setVisible(self._is_open or place < fitting)
        self.more_button.setVisible(rest > 0)
        words = self.tr("Show fewer") if self._is_open else self.tr("{0} more").format(rest)
        self.more_button.setText(words)
        self.more_button.setIcon(icon("chevron-up" if self._is_open else "chevron-down"))
        self.updateGeometry()

    def _fitting(self) -> int:
        """How many links stand in the first lines, with the button for the others beside them."""
        width = self.contentsRect().width() - GAP
        self.more_button.setText(self.tr("{0} more").format(len(self._links)))
        widths = [each.sizeHint().width() + HALF for each in self._links]
        if _lines([self._intro.sizeHint().width() + HALF, *widths], width) <= _LINES:
            return len(widths)
        fitting = len(widths) - 1
        more = self.more_button.sizeHint().width()
        while fitting > 1 and _lines(
            [self._intro.sizeHint().width() + HALF, *widths[:fitting], more], width
        ) > _LINES:
            fitting -= 1
        return fitting


def _label(missing: Missing) -> str:
    return missing.text.replace("&", "&&")


def _lines(widths: Sequence[int], width: int) -> int:
    """Over how many lines things of these widths, in pixels, are laid one after another."""
    lines, across = 1, 0
    for each in widths:
        if across and across + each > width:
            lines, across = lines + 1, 0
        across += each
    return lines


def _goes(go: Callable[[], None]) -> Callable[[], None]:
    return lambda: go()
