"""The first page: what lapses, what is unfinished, what was done last; each row opens its place."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from partner_desk.model.agreements import STATUSES
from partner_desk.model.history import ChangeSet
from partner_desk.model.queries import ListQuery
from partner_desk.services.today import Lapsing, Today, Unfinished, today_list
from partner_desk.ui.components.page import Page
from partner_desk.ui.components.rows import Row, dress_rows, row_of, show_rows
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.forms.ui_today import Ui_TodayForm
from partner_desk.ui.look.badges import tone_of
from partner_desk.ui.look.icons import pixmap
from partner_desk.ui.sentences import capitalised, operation_sentence

_URGENT, _SOON = 7, 30
_LARGE = ("import", "sample")
_PICTURES = {"lapsing": "calendar", "unfinished": "edit", "recent": "history"}


class TodayPage(Page):
    """Three cards of rows."""

    kinds = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_TodayForm()
        self.ui.setupUi(self)
        self._lists: dict[str, QListWidget] = {
            "lapsing": self.ui.lapsingList,
            "unfinished": self.ui.unfinishedList,
            "recent": self.ui.recentList,
        }
        for view in self._lists.values():
            dress_rows(view)
            view.setStyleSheet("QListWidget { border: none; background: transparent; }")
            view.itemClicked.connect(self._open)
            view.itemActivated.connect(self._open)
        self.ui.importButton.clicked.connect(desk.import_requested)
        self.ui.partnerButton.clicked.connect(lambda: desk.new_requested.emit("organization"))
        self.ui.unverifiedButton.clicked.connect(
            lambda: desk.list_requested.emit("directory", "unverified")
        )
        self._draw_pictures()
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

    def changeEvent(self, event: QEvent) -> None:
        """Pictures on labels are drawn anew when the scheme changes."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "ui"):
            self._draw_pictures()
        super().changeEvent(event)

    def _draw_pictures(self) -> None:
        for name, picture in _PICTURES.items():
            label: QLabel = getattr(self.ui, f"{name}Picture")
            label.setPixmap(pixmap(picture, 20, "accent", self.devicePixelRatioF()))

    def _show(self) -> None:
        day = self.desk.today()
        found = today_list(self.desk.store, day)
        self.ui.day.setText(_day_in_words(self.desk.catalogue.language, day))
        self._fill("lapsing", [self._lapsing_row(each) for each in found.lapsing])
        self._fill("unfinished", [self._unfinished_row(each) for each in found.unfinished])
        self._fill("recent", [self._recent_row(each) for each in found.recent])
        self._show_unverified(found)
        self.ui.welcome.setVisible(self._is_empty())

    def _fill(self, name: str, rows: list[Row]) -> None:
        show_rows(self._lists[name], rows)
        self._lists[name].setVisible(bool(rows))
        getattr(self.ui, f"{name}Empty").setVisible(not rows)
        count = f"{len(rows)}" if rows and name != "recent" else ""
        getattr(self.ui, f"{name}Count").setText(count)

    def _lapsing_row(self, found: Lapsing) -> Row:
        agreement = found.agreement
        ends = f"{agreement.ends_on:%m/%d/%Y}" if agreement.ends_on else ""
        words = self.tr("{0} – {1} – ends {2}").format(agreement.number, found.partner, ends)
        tone = "error" if found.days <= _URGENT else "warning" if found.days <= _SOON else "neutral"
        data = ("agreement", agreement.id)
        return Row(agreement.caption, words, badge=self._when(found.days), tone=tone, data=data)

    def _when(self, days: int) -> str:
        if days < 0:
            return self.desk.plural("lapsed {0} day ago", "lapsed {0} days ago", -days)
        if days == 0:
            return self.tr("lapses today")
        return self.desk.plural("{0} day left", "{0} days left", days)

    def _unfinished_row(self, found: Unfinished) -> Row:
        if found.kind == "agreement":
            label = next((each.label for each in STATUSES if each.value == found.status), "")
            badge, tone = self.desk.text(label), tone_of(found.status)
        else:
            badge, tone = self.tr("Half keyed in"), "info"
        data = (found.kind, found.id)
        return Row(found.caption, self._detail(found), badge=badge, tone=tone, data=data)

    def _detail(self, found: Unfinished) -> str:
        if not found.missing:
            return found.detail
        missing = self.desk.plural("{0} thing missing", "{0} things missing", found.missing)
        return " – ".join(each for each in (found.detail, missing) if each)

    def _recent_row(self, found: ChangeSet) -> Row:
        local = found.at.astimezone()
        same_day = local.date() == self.desk.today()
        at = f"{local:%H:%M}" if same_day else f"{local:%m/%d/%Y %H:%M}"
        sentence = capitalised(operation_sentence(found, self.desk.text))
        words = " – ".join(each for each in (at, found.who, found.computer) if each)
        large = found.code.partition(".")[0] in _LARGE
        return Row(sentence, words, data=("", "") if large else ("change_set", found.id))

    def _show_unverified(self, found: Today) -> None:
        self.ui.unverifiedButton.setVisible(found.unverified > 0)
        self.ui.unverifiedButton.setText(
            self.desk.plural(
                "{0} resource not verified for a year",
                "{0} resources not verified for a year",
                found.unverified,
            )
        )

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

