"""The main window: a frame that is painted at once, and filled when the office is open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout

from partner_desk.files.catalogue import Catalogue
from partner_desk.ui.forms.ui_main_window import Ui_MainWindow
from partner_desk.ui.look.icons import app_icon, icon
from partner_desk.ui.preferences import Preferences
from partner_desk.ui.shell.areas import AREAS, DUPLICATES, HIDDEN, SETTINGS, Area
from partner_desk.ui.shell.bringing import Bringing
from partner_desk.ui.shell.dropping import dropped_import, dropped_scans
from partner_desk.ui.shell.first_paint import AfterFirstPaint
from partner_desk.ui.shell.menus import Menus, dress_actions
from partner_desk.ui.shell.navigation import Navigation
from partner_desk.ui.shell.notices import Notices
from partner_desk.ui.shell.office_controls import OfficeControls

if TYPE_CHECKING:
    from partner_desk.ui.components.page import Page, Place
    from partner_desk.ui.desk import Desk
    from partner_desk.ui.shell.dialogs import AtWorkDialog, UnsavedDialog

_SIZE, _LEAST = QSize(1440, 880), QSize(1280, 680)
_FRAME = QSize(2, 40)  # What a desktop draws around a window, about.
_LEAST_NAME = 120


class MainWindow(QMainWindow):
    """One window, one office. What concerns the program as a whole goes out by signals."""

    new_office_wanted = Signal()
    office_wanted = Signal(str)
    """Open the office at this place; "" lets the person choose."""
    backup_wanted = Signal()
    restore_wanted = Signal()
    closed = Signal()

    def __init__(self, preferences: Preferences, catalogue: Catalogue) -> None:
        super().__init__()
        self._preferences = preferences
        self._text = catalogue.text
        self.desk: Desk | None = None
        self.pages: dict[str, Page] = {}
        self._places: dict[str, Place] = {}
        self.current = ""
        self._discards = False
        self.asked: UnsavedDialog | AtWorkDialog | None = None
        self.bringing = Bringing(self._shown, self)
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        AfterFirstPaint(self, lambda: self.setWindowIcon(app_icon()))
        self.notices = Notices(self)
        column = self.ui.pageColumn
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.notices)
        self._fill_navigation()
        self._menus = Menus(self.ui, preferences, self)
        self._menus.office_wanted.connect(self.office_wanted)
        dress_actions(self.ui)
        self._connect_actions()
        self.setAcceptDrops(True)
        self.ui.jobBar.hide()
        self._restore_shape()

    # The frame, before an office is open

    def _fill_navigation(self) -> None:
        self.navigation = Navigation((self.ui.areas, self.ui.more), self)
        self._area_actions: list[QAction] = []
        for number, area in enumerate((*AREAS, SETTINGS), 1):
            label = self._text(area.label)
            self.navigation.add(area, label, at_bottom=area is SETTINGS)
            action = QAction(icon(area.icon), label, self)
            action.setShortcut("Ctrl+," if area is SETTINGS else f"Ctrl+{number}")
            action.triggered.connect(lambda checked=False, key=area.key: self.show_area(key))
            self._area_actions.append(action)
        self.ui.viewMenu.insertActions(self.ui.viewMenu.actions()[0], self._area_actions)
        self.navigation.chosen.connect(self.show_area)

    def _connect_actions(self) -> None:
        ui = self.ui
        ui.newOfficeAction.triggered.connect(self.new_office_wanted)
        ui.openOfficeAction.triggered.connect(lambda: self.office_wanted.emit(""))
        ui.backupAction.triggered.connect(self.backup_wanted)
        ui.restoreAction.triggered.connect(self.restore_wanted)
        ui.quitAction.triggered.connect(self.close)
        ui.importFileAction.triggered.connect(self.bringing.ask)
        ui.scanAction.triggered.connect(self._scan)
        ui.duplicatesAction.triggered.connect(lambda: self.show_area(DUPLICATES.key))
        ui.exportAction.triggered.connect(lambda: self._ask_page("export_current"))
        ui.printAction.triggered.connect(lambda: self._ask_page("print_current"))
        ui.newRecordAction.triggered.connect(lambda: self._ask_page("new_record"))
        ui.filterAction.triggered.connect(lambda: self._ask_page("focus_filter"))
        ui.keyboardAction.triggered.connect(self._show_keyboard)
        ui.aboutAction.triggered.connect(self._show_about)
        self._controls = OfficeControls(self, ui, self._area_actions)
        self._controls.enable(False)

    def _restore_shape(self) -> None:
        if not self.restoreGeometry(self._preferences.state("geometry")):
            room = self.screen().availableSize() - _FRAME
            self.resize(_SIZE.boundedTo(room).expandedTo(_LEAST))
        self.ui.officeName.setToolTip(self._preferences.word("office_name"))
        self._fit_office_name()
        self.navigation.show(self._preferences.word("area") or "today")

    # The office

    def places(self) -> "dict[str, Place]":
        """Where each page stands, by the key of its area."""
        return {key: page.place() for key, page in self.pages.items()}

    def attach(
        self, desk: "Desk", office_name: str, area: str = "",
        places: "dict[str, Place] | None" = None,
    ) -> None:
        """Fill the window with an open office and show ``area``, or the one shown last.

        Pages begin at ``places``, those of a window in whose place this one comes.
        """
        # What only an open office needs comes after the frame is painted.
        from partner_desk.ui.shell.job_bar import JobBar
        from partner_desk.ui.shell.search_box import SearchBox
        from partner_desk.ui.shell.status import Status
        from partner_desk.ui.shell.toast import Toast
        from partner_desk.ui.shell.undoing import TypingFirst, Undoing

        self.desk, self._places = desk, dict(places or {})
        self.show_office_name(office_name)
        self.status = Status(self.ui.statusBar, desk, self)
        self.status.coordinator_chosen.connect(desk.coordinator_chosen)
        self.search = SearchBox(self.ui.search, desk, self)
        self.ui.searchAction.triggered.connect(self.search.begin)
        ui = self.ui
        parts = (ui.jobBar, ui.jobTitle, ui.jobProgress, ui.jobTime, ui.jobCancel)
        self.jobs = JobBar(parts, desk, self)
        self.undoing = Undoing(desk, ui.undoAction, ui.redoAction, self.commit, self)
        self.toast = Toast(self.ui.central)
        self.toast.undo.connect(self.undoing.undo)
        self.bringing.undo_wanted.connect(self.undoing.undo)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            TypingFirst(app, self)
        self._connect_desk(desk)
        self._menus.look_chosen.connect(desk.look_chosen)
        self._menus.language_chosen.connect(desk.language_chosen)
        self._controls.enable(True)
        desk.only_to_write(ui.newRecordAction, ui.importFileAction, ui.scanAction)
        last = self._preferences.word("area")
        known = [each.key for each in (*AREAS, SETTINGS)]
        wanted = area or last
        self.show_area(wanted if wanted in known else "today")
        self.navigation.focus()

    def _connect_desk(self, desk: "Desk") -> None:
        desk.opened.connect(self.open_record)
        desk.told.connect(self.toast.show_message)
        desk.import_requested.connect(self.bringing.ask)
        desk.area_requested.connect(self.show_area)
        desk.list_requested.connect(self.show_list)
        desk.came_in_requested.connect(self.show_came_in)
        desk.new_requested.connect(self.new_record)
        desk.settings_requested.connect(lambda: self.show_area(SETTINGS.key))
        desk.jobs.changed.connect(self._hold_pages)

    def show_office_name(self, name: str) -> None:
        """Name the office in the header and the title."""
        self.setWindowTitle(f"{name} – Partner Desk" if name else "Partner Desk")
        self.ui.officeName.setToolTip(name)
        self.ui.officeName.setAccessibleName(name)
        self._fit_office_name()
        self._preferences.keep_word("office_name", name)

    def _fit_office_name(self) -> None:
        label = self.ui.officeName
        label.setText(label.fontMetrics().elidedText(
            label.toolTip(), Qt.TextElideMode.ElideRight, max(label.width(), _LEAST_NAME)))

    def show_area(self, key: str) -> None:
        """Show an area; its page is made when it is shown for the first time."""
        if self.desk is None:
            return
        self.commit()
        page = self.page(key)
        self.current = key
        self.ui.pages.setCurrentWidget(page)
        self.navigation.show(key)
        if all(key != each.key for each in HIDDEN):
            self._preferences.keep_word("area", key)

    def page(self, key: str) -> "Page":
        """The page of an area. Raises RuntimeError before an office is open."""
        if self.desk is None:
            raise RuntimeError("no office is open")
        if key not in self.pages:
            area = _area(key)
            self.pages[key] = area.load()(self.desk)
            self.pages[key].setAccessibleName(self._text(area.label))
            self.ui.pages.addWidget(self.pages[key])
            if key in self._places:
                self.pages[key].come_back(self._places.pop(key))
        return self.pages[key]

    def _shown(self, key: str) -> "Page":
        self.show_area(key)
        return self.page(key)

    def show_list(self, key: str, name: str) -> None:
        """Show an area with one of its lists."""
        self._shown(key).show_list(name)

    def show_came_in(self, key: str, kind: str, change_set_id: str) -> None:
        """Show an area with what of ``kind`` came in by an import."""
        self._shown(key).show_came_in(kind, change_set_id)

    def new_record(self, kind: str) -> None:
        """Begin a record of ``kind`` in the area where such records are shown."""
        key = self._homes().get(kind)
        if key:
            self._shown(key).new_record()

    def open_record(self, kind: str, record_id: str) -> None:
        """Show a record where records of its kind, or of its owner's, are shown."""
        from partner_desk.services.aliases import current_id
        from partner_desk.ui.shell.places import place_of

        if self.desk is None:
            return
        homes = self._homes()
        found = self.desk.read(lambda reader: place_of(
            reader, kind, current_id(reader, kind, record_id), homes.__contains__))
        if found is None:
            self.desk.tell(self.tr("This record has no page of its own."))
            return
        self.show_area(homes[found[0]])
        page = self.page(homes[found[0]])
        page.open_record(found[1], found[0])
        if self.ui.search.hasFocus():
            page.setFocus()

    def _homes(self) -> dict[str, str]:
        """The area in which records of a kind are shown; the first one that says so."""
        return {each: area.key for area in reversed(AREAS) for each in area.load().kinds}

    def take_in(self, paths: list[Path]) -> None:
        """Read scanned pages and show which agreements they belong to."""
        from partner_desk.ui.shell.scan_dialog import take_in

        if self.desk is not None and paths:
            self.commit()
            take_in(self.desk, paths, self)

    def commit(self) -> None:
        """Save what is still being typed."""
        if self.current in self.pages:
            self.pages[self.current].commit()

    def unsaved(self) -> list[str]:
        """What was typed on any page and cannot be saved as it is."""
        from partner_desk.ui.components.record_part import RecordPart

        return [
            words
            for page in self.pages.values()
            for part in page.findChildren(RecordPart)
            for words in part.unsaved()
        ]

    def may_go(self, then: Callable[[], object]) -> bool:
        """Whether nothing typed or at work would be lost with this window.

        Else the person is asked, and ``then`` is done when they give it up.
        """
        from partner_desk.ui.shell.dialogs import AtWorkDialog, UnsavedDialog

        self.commit()
        if self._discards:
            return True

        def discard() -> None:
            self._discards = True
            then()

        unsaved = self.unsaved()
        awaited = self.desk.jobs.awaited() if self.desk is not None else []
        if unsaved:
            self.asked = UnsavedDialog(unsaved, discard, self)
        elif awaited:
            self.asked = AtWorkDialog(awaited, discard, self)
        else:
            return True
        self.asked.open()
        return False

    # What menus and keys ask for

    def _ask_page(self, method: str) -> None:
        if self.current in self.pages:
            getattr(self.pages[self.current], method)()

    def _scan(self) -> None:
        from partner_desk.ui.shell.choosing import choose_scans

        self.take_in(choose_scans(self))

    def _hold_pages(self) -> None:
        """While a job writes, nobody else can: the pages wait."""
        if self.desk is not None:
            free = not self.desk.jobs.writing()
            self._controls.hold(free)
            if self.desk.read_only:
                self.desk.locked.emit(True)  # What leads to writing stays disabled.
            if free and hasattr(self, "undoing"):
                self.undoing.refresh()
            if free:
                self._controls.give_focus_back()

    def _show_keyboard(self) -> None:
        from partner_desk.ui.shell.keyboard import KeyboardDialog

        KeyboardDialog(self).open()

    def _show_about(self) -> None:
        from partner_desk.ui.shell.about import AboutDialog

        AboutDialog(self).open()

    # The window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The office's name takes what room there is."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_office_name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a sheet, a directory or scanned pages that are dropped."""
        if self.desk is None or self.desk.jobs.writing():
            return
        if dropped_import(event) or dropped_scans(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the sheet or directory that was dropped, or file the pages."""
        event.acceptProposedAction()
        paths = dropped_import(event)
        if paths:
            self.bringing.bring_in(paths)
        else:
            self.take_in(dropped_scans(event))

    def changeEvent(self, event: QEvent) -> None:
        """Leaving the window saves what is being typed; the office's name fits larger text."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.commit()
        elif event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit_office_name)
        super().changeEvent(event)

    def close_unasked(self) -> bool:
        """Close a window whose place another one has taken."""
        self._discards = True
        return self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed and how the window stands, then let the office be closed."""
        if not self.may_go(self.close):
            event.ignore()
            return
        if self.desk is not None:
            self.desk.jobs.cancel_all()
        self._preferences.keep_state("geometry", self.saveGeometry())
        self._preferences.flush()
        super().closeEvent(event)
        self.closed.emit()


def _area(key: str) -> Area:
    return next(each for each in (*AREAS, SETTINGS, *HIDDEN) if each.key == key)
