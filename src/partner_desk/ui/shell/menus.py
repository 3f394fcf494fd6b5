"""The menus: pictures of actions; theme, text size, language, and the offices opened last."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from partner_desk.ui.forms.ui_main_window import Ui_MainWindow
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import ICON_SIZE
from partner_desk.ui.preferences import TEXT_SIZES, THEMES, Preferences

_LANGUAGE_NAMES = {"en": "English", "es": "Español"}


class Menus(QObject):
    """Fills the menus; what is chosen goes into the preferences and out by signals."""

    look_chosen = Signal()
    language_chosen = Signal(str)
    office_wanted = Signal(str)

    def __init__(self, ui: Ui_MainWindow, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._preferences = ui, preferences
        self._fill()

    def _fill(self) -> None:
        themes = {"system": self.tr("As the computer"), "light": self.tr("Light"),
                  "dark": self.tr("Dark")}
        preferences = self._preferences
        self._choices(self._ui.themeMenu, {each: themes[each] for each in THEMES},
                      preferences.theme, self._choose_theme)
        self._choices(self._ui.textSizeMenu, {str(each): f"{each} %" for each in TEXT_SIZES},
                      str(preferences.text_size), self._choose_text_size)
        self._choices(self._ui.languageMenu, _LANGUAGE_NAMES, preferences.language,
                      self._choose_language)
        self._ui.recentMenu.aboutToShow.connect(self._list_recent)

    def _choices(
        self, menu: QMenu, choices: dict[str, str], current: str, chosen: Callable[[QAction], None]
    ) -> None:
        group = QActionGroup(menu)
        for value, label in choices.items():
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(chosen)

    def _choose_theme(self, action: QAction) -> None:
        self._preferences.theme = action.data()
        self.look_chosen.emit()

    def _choose_text_size(self, action: QAction) -> None:
        self._preferences.text_size = int(action.data())
        self.look_chosen.emit()

    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    def _list_recent(self) -> None:
        menu = self._ui.recentMenu
        menu.clear()
        for place in self._preferences.recent:
            action = menu.addAction(place.replace("&", "&&"))
            action.triggered.connect(partial(self.office_wanted.emit, place))
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)


def dress_actions(ui: Ui_MainWindow) -> None:
    """Give the actions of the window their pictures and their second keys."""
    for action, button, name in (
        (ui.undoAction, ui.undoButton, "undo"), (ui.redoAction, ui.redoButton, "redo"),
    ):
        action.setIcon(icon(name))
        action.setEnabled(False)
        button.setDefaultAction(action)
        button.setIconSize(QSize(ICON_SIZE + 2, ICON_SIZE + 2))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    ui.redoAction.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    for action, name in (
        (ui.importFileAction, "import"), (ui.scanAction, "document"),
        (ui.exportAction, "export"), (ui.printAction, "print"),
        (ui.backupAction, "backup"), (ui.restoreAction, "restore"), (ui.searchAction, "search"),
        (ui.newRecordAction, "add"), (ui.filterAction, "filter"), (ui.duplicatesAction, "copy"),
        (ui.openOfficeAction, "folder"), (ui.keyboardAction, "help"), (ui.aboutAction, "info"),
    ):
        action.setIcon(icon(name))
