"""A day, typed or picked from a calendar; it can be empty."""

from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout

from partner_desk.model.dates import Date
from partner_desk.model.values import InvalidValue
from partner_desk.ui.components.editors import LineEditor
from partner_desk.ui.components.showing import TextOf, shown_date
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import HALF, UNIT


class DateEditor(LineEditor):
    """A line for a day in the office's form, and a button that opens a calendar.

    Unlike QDateEdit it knows "no day", and keeps what was typed until it can be read.
    """

    def __init__(self, text: TextOf) -> None:
        super().__init__(Date(), text)
        self.line.setPlaceholderText(self.tr("MM/DD/YYYY"))
        self.line.setMaximumWidth(18 * self.line.fontMetrics().averageCharWidth())
        self.button = QToolButton()
        self.button.setIcon(icon("calendar"))
        self.button.setToolTip(self.tr("Choose a day from the calendar (Alt+Down)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_calendar)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(HALF)
        layout.addWidget(self.button)
        layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.line.installEventFilter(self)
        self._popup: QFrame | None = None

    def describe(self, name: str, help_text: str) -> None:
        super().describe(name, help_text)
        self.button.setAccessibleName(self.tr("Calendar for {0}").format(name))

    def show_value(self, value: Any) -> None:
        super().show_value(value if isinstance(value, str) else shown_date(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and with_alt):
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def open_calendar(self) -> None:
        """Show the calendar under the line, at the day typed or today."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = self._calendar(popup)
        column = QVBoxLayout(popup)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(calendar)
        calendar.setSelectedDate(self._typed_day())
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        popup.adjustSize()
        popup.move(self._place_for(popup.height()))
        popup.destroyed.connect(self._popup_gone)
        self._popup = popup
        popup.show()
        calendar.setFocus()

    def _calendar(self, popup: QFrame) -> QCalendarWidget:
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        metrics = self.fontMetrics()
        calendar.setMinimumWidth(8 * metrics.horizontalAdvance("Mmmm"))
        calendar.setMinimumHeight(9 * (metrics.height() + UNIT))
        plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)  # Red stands for errors here.
        for name, picture in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(icon(picture))
        return calendar

    def _place_for(self, height: int) -> QPoint:
        """Under the line, or above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height()))
        if below.y() + height <= self.screen().availableGeometry().bottom():
            return below
        return self.mapToGlobal(QPoint(0, -height))

    def _popup_gone(self) -> None:
        self._popup = None

    def _typed_day(self) -> QDate:
        try:
            day = Date().parse(self.line.text())
        except InvalidValue:
            day = None
        return QDate(day.year, day.month, day.day) if day else QDate.currentDate()

    def _picked(self, picked: QDate) -> None:
        if self._popup is None:
            return
        self._popup.close()
        self.line.setText(f"{picked.month():02d}/{picked.day():02d}/{picked.year():04d}")
        self.line.setFocus()
        self.edited.emit()
        self.left.emit()
