"""The first page: what ends, who has the paper, what is unfinished, what was done last."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from partner_desk.model.queries import ListQuery
from partner_desk.services.today import Today, today_list
from partner_desk.ui.areas.today.lists import ask_and_write_calendar, show_printed
from partner_desk.ui.areas.today.rows import chase_row, ending_row, recent_row, unfinished_row
from partner_desk.ui.components.known_duplicates import waiting
from partner_desk.ui.components.page import Page
from partner_desk.ui.components.rows import Row, WholeRows, dress_rows, row_of, show_rows
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_today import Ui_TodayForm
from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.look.theme import HALF, UNIT

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf

_PICTURES = {
    "lapsing": "calendar", "chase": "signature", "unfinished": "edit", "recent": "history"
}
_COLUMNS = (("lapsing", "chase"), ("unfinished", "recent"))
_LEAST, _MOST = 2, 6
"""A card is as high as so many rows, against the other one of its column."""


class TodayPage(Page):
    """Four cards of rows; each row opens its place."""

    kinds = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_TodayForm()
        self.ui.setupUi(self)
        self._lists: dict[str, QListWidget] = {
            "lapsing": self.ui.lapsingList,
            "chase": self.ui.chaseList,
            "unfinished": self.ui.unfinishedList,
            "recent": self.ui.recentList,
        }
        for view in self._lists.values():
            dress_rows(view)
            WholeRows(view)
            view.setStyleSheet("QListWidget { border: none; background: transparent; }")
            view.itemClicked.connect(self._open)
            view.itemActivated.connect(self._open)
        self.ui.importButton.clicked.connect(desk.import_requested)
        self.ui.partnerButton.clicked.connect(lambda: desk.new_requested.emit("organization"))
        self.ui.unverifiedButton.clicked.connect(
            lambda: desk.list_requested.emit("directory", "unverified")
        )
        self.ui.duplicatesButton.setToolTip(
            self.tr("As many were found when somebody looked for them at this computer")
        )
        self.ui.duplicatesButton.clicked.connect(self._open_duplicates)
        self.ui.calendarButton.clicked.connect(lambda: ask_and_write_calendar(desk, self))
        self.ui.remindersButton.clicked.connect(self.print_current)
        self.ui.chaseButton.clicked.connect(self.print_chase)
        self._draw_pictures()
        self._line_up()
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Read the day anew: it is short, and anything may bear on it."""
        self._show()

    def focus_filter(self) -> None:
        """There is no filter here: the cursor goes into the first list with rows."""
        for view in self._lists.values():
            if view.count():
                view.setFocus()
                return

    def new_record(self) -> None:
        """The usual thing to begin a day with: a partner."""
        self.desk.new_requested.emit("organization")

    def print_current(self) -> None:
        """Show what ends soon as it is printed (Ctrl+P)."""
        store, day = self.desk.store, self.desk.today()

        def make(text: Callable[[str], str]) -> "Pdf":
            from partner_desk.services.reminders import print_reminders

            return print_reminders(store, day, text)

        show_printed(self.desk, self, self.tr("What ends soon"), make)

    def print_chase(self) -> None:
        """Show who has the papers as it is printed."""
        store, day = self.desk.store, self.desk.today()

        def make(text: Callable[[str], str]) -> "Pdf":
            from partner_desk.services.chasing import print_chase

            return print_chase(store, day, text)

        show_printed(self.desk, self, self.tr("Who has the paper"), make)

    def showEvent(self, event: QShowEvent) -> None:
        """What is known of duplicates may be another number without any change of a record."""
        super().showEvent(event)
        self._show_duplicates()

    def changeEvent(self, event: QEvent) -> None:
        """Pictures on labels are drawn anew when the scheme changes."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "ui"):
            self._draw_pictures()
        super().changeEvent(event)

    def _draw_pictures(self) -> None:
        for name, picture in _PICTURES.items():
            label: QLabel = getattr(self.ui, f"{name}Picture")
            label.setPixmap(pixmap(picture, 20, "accent", self.devicePixelRatioF()))

    def _line_up(self) -> None:
        """Heads with buttons and without are equally high; words begin where rows do."""
        button = self.ui.chaseButton
        button.ensurePolished()
        for name in self._lists:
            title: QLabel = getattr(self.ui, f"{name}Title")
            title.setMinimumHeight(button.sizeHint().height())
            empty: QLabel = getattr(self.ui, f"{name}Empty")
            empty.setContentsMargins(UNIT, 0, UNIT, 0)

    def _show(self) -> None:
        day = self.desk.today()
        found = today_list(self.desk.store, day)
        self.ui.day.setText(_day_in_words(self.desk.catalogue.language, day))
        desk = self.desk
        self._fill("lapsing", [ending_row(desk, each) for each in found.lapsing], found.ending)
        self._fill("chase", [chase_row(desk, each) for each in found.chase], found.out)
        unfinished = [unfinished_row(desk, each) for each in found.unfinished]
        self._fill("unfinished", unfinished, len(unfinished))
        self._fill("recent", [recent_row(desk, each) for each in found.recent], 0)
        self.ui.remindersButton.setVisible(found.ending > 0)
        self.ui.chaseButton.setVisible(found.out > 0)
        self._balance()
        self._show_unverified(found)
        self._show_duplicates()
        self.ui.welcome.setVisible(self._is_empty())

    def _fill(self, name: str, rows: list[Row], count: int) -> None:
        show_rows(self._lists[name], rows)
        self._lists[name].setVisible(bool(rows))
        getattr(self.ui, f"{name}Empty").setVisible(not rows)
        getattr(self.ui, f"{name}Count").setText(f"{count:,}" if count else "")

    def _balance(self) -> None:
        """Give each card of a column the room its rows need, against the other one."""
        for layout, names in zip(
            (self.ui.leftCards, self.ui.rightCards), _COLUMNS, strict=True
        ):
            for place, name in enumerate(names):
                view = self._lists[name]
                layout.setStretch(place, min(max(view.count(), _LEAST), _MOST))
                least = min(view.count(), _LEAST) * view.sizeHintForRow(0)
                view.setMinimumHeight(max(least, 0) + HALF)

    def _show_unverified(self, found: Today) -> None:
        self.ui.unverifiedButton.setVisible(found.unverified > 0)
        self.ui.unverifiedButton.setText(
            self.desk.plural(
                "{0} resource to verify",
                "{0} resources to verify",
                found.unverified,
            )
        )

    def _show_duplicates(self) -> None:
        count = sum(waiting(self.desk).values())
        self.ui.duplicatesButton.setVisible(count > 0)
        self.ui.duplicatesButton.setText(
            self.desk.plural("{0} possible duplicate", "{0} possible duplicates", count)
        )

    def _open_duplicates(self) -> None:
        self.desk.list_requested.emit("duplicates", next(iter(waiting(self.desk)), ""))

    def _is_empty(self) -> bool:
        kinds = ("organization", "service", "agreement")
        return self.desk.read(
            lambda reader: not any(reader.ids(ListQuery(each), 1) for each in kinds)
        )

    def _open(self, item: QListWidgetItem) -> None:
        data = row_of(item).data
        if data is None:
            return
        kind, record_id = data
        if kind == "change_set":
            self._open_changed(record_id)
        elif not kind:
            self.desk.area_requested.emit("directory")
        else:
            self.desk.open(kind, record_id)

    def _open_changed(self, change_set_id: str) -> None:
        """Go to the record that a change set changed first."""
        changes = self.desk.read(lambda reader: reader.changes(change_set_id))
        if changes:
            self.desk.open(changes[0].kind, changes[0].record_id)


def _day_in_words(language: str, day: date) -> str:
    return QLocale(f"{language}_US").toString(
        QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat
    )

