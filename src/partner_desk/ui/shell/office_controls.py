"""What the window offers with an office alone, and not while a job writes to it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from partner_desk.ui.forms.ui_main_window import Ui_MainWindow


class OfficeControls:
    """Actions and parts of a window that are enabled and disabled together."""

    def __init__(
        self, window: QMainWindow, ui: Ui_MainWindow, areas: Sequence[QAction]
    ) -> None:
        self._window = window
        self._with_office: tuple[QAction | QWidget, ...] = (
            *areas, ui.importFileAction, ui.scanAction, ui.exportAction, ui.printAction,
            ui.newRecordAction, ui.filterAction, ui.searchAction, ui.duplicatesAction,
            ui.backupAction, ui.restoreAction, ui.areas, ui.more, ui.search,
        )
        self._while_free = (*self._with_office, ui.undoAction, ui.redoAction, ui.pages)
        self._focus_held: QWidget | None = None

    def enable(self, on: bool) -> None:
        """Whether an office is open."""
        for each in self._with_office:
            each.setEnabled(on)

    def hold(self, free: bool) -> None:
        """While nobody else can write the pages wait; afterwards the focus is where it was."""
        focused = self._window.focusWidget()
        if not free and focused is not None and self._focus_held is None:
            self._focus_held = focused
        for each in self._while_free:
            each.setEnabled(free)

    def give_focus_back(self) -> None:
        """Once what was held is enabled again, as far as the office may be written to."""
        held, self._focus_held = self._focus_held, None
        if held is not None and isValid(held) and held.isVisible():
            held.setFocus()
