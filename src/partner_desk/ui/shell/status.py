"""The status bar: saved when, backed up when, which computer, who works here."""

import html
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QInputDialog, QLabel, QMenu, QStatusBar, QToolButton

from partner_desk.ui.components.showing import shown_moment, shown_time
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon

_NAMED = 10
"""How many of the things that are not saved a tip names."""


class Status(QObject):
    """Fills the status bar of a window for one desk."""

    coordinator_chosen = Signal(str)

    def __init__(self, bar: QStatusBar, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.saved = _label(bar)
        self.backup = _label(bar)
        self.computer = _label(bar)
        self.coordinator = QToolButton(bar)
        self._menu = QMenu(self.coordinator)
        self._fill(bar)
        desk.changed.connect(self.show_saved)
        desk.unsaved_changed.connect(self.show_saved)
        self.show_saved()

    def _fill(self, bar: QStatusBar) -> None:
        self.computer.setText(self._desk.store.author.computer)
        self.computer.setToolTip(self.tr("The name of this computer, as history shows it"))
        self.coordinator.setIcon(icon("contact"))
        self.coordinator.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.coordinator.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.coordinator.setToolTip(self.tr("Who works here now; history names you so"))
        self.coordinator.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._list_coordinators)
        self.show_coordinator()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self.saved)
        bar.addWidget(self.backup)
        bar.addPermanentWidget(self.computer)
        bar.addPermanentWidget(self.coordinator)

    def show_saved(self) -> None:
        """Say that all is saved, and since when; else how much is not, and what."""
        at, unsaved = self._desk.saved_at, self._desk.unsaved
        self.saved.setToolTip(_as_lines(unsaved[:_NAMED]))
        if self._desk.read_only:
            self.saved.setText(self.tr("Read-only"))
        elif unsaved:
            self.saved.setText(self.tr("Not saved yet: {0}").format(len(unsaved)))
        elif at is None:
            self.saved.setText(self.tr("All changes saved"))
        else:
            self.saved.setText(self.tr("All changes saved {0}").format(shown_time(at.time())))

    def show_backup(self, at: datetime | None) -> None:
        """Say when the newest verified backup was made; None when there is none yet."""
        if at is None:
            self.backup.setText(self.tr("No backup yet"))
            return
        local = at.astimezone()
        if local.date() == datetime.now().date():
            self.backup.setText(self.tr("Backup today {0}").format(shown_time(local.time())))
        else:
            self.backup.setText(self.tr("Backup {0}").format(shown_moment(at)))

    def show_coordinator(self) -> None:
        """Name who works here."""
        name = self._desk.preferences.coordinator or self.tr("Who works here?")
        self.coordinator.setText(name)
        self.coordinator.setAccessibleName(self.tr("Coordinator: {0}").format(name))

    def _list_coordinators(self) -> None:
        from partner_desk.services.office import coordinators

        self._menu.clear()
        for each in coordinators(self._desk.store):
            action = self._menu.addAction(QIcon(), each.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.name == self._desk.preferences.coordinator)
            action.triggered.connect(
                lambda checked=False, name=each.name: self.coordinator_chosen.emit(name)
            )
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Somebody else…"), self._ask_name)

    def _ask_name(self) -> None:
        name, accepted = QInputDialog.getText(
            self.coordinator, self.tr("Who works here?"), self.tr("Your name")
        )
        if accepted and name.strip():
            self.coordinator_chosen.emit(name.strip())


def _label(bar: QStatusBar) -> QLabel:
    label = QLabel(bar)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _as_lines(words: Sequence[str]) -> str:
    """A tip of plain lines, whatever is in them; without any there is no tip."""
    return f"<qt>{'<br>'.join(map(html.escape, words))}</qt>" if words else ""
