"""The theme: sizes, the type scale, and putting it all on the application."""

from functools import cache
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QHeaderView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from partner_desk.files.resources import resource_dir
from partner_desk.ui.look.icons import register_icons
from partner_desk.ui.look.palette import DARK, LIGHT, Colours, qt_palette

Choice = Literal["system", "light", "dark"]

# Distances in logical pixels, on a grid of 8 with one half step.
HALF: Final = 4
UNIT: Final = 8
GAP: Final = 16
SECTION: Final = 24
PAGE: Final = 32
ICON_SIZE: Final = 16
NAVIGATION_ICON_SIZE: Final = 20
EMPTY_PAGE_ICON_SIZE: Final = 48

_TITLE_SCALE: Final = 1.55
_HEADING_SCALE: Final = 1.2
_CAPTION_SCALE: Final = 0.92


def apply_theme(app: QApplication, choice: Choice = "system") -> None:
    """Dress the whole application, now and whenever the system's scheme changes.

    "system" follows the computer's setting, "light" and "dark" hold against it.
    """
    register_icons()
    # findChild() takes long the first time, and this is done before anything is seen.
    follower = next((each for each in app.children() if isinstance(each, _SystemFollower)), None)
    if follower is None:
        follower = _SystemFollower(app)
    follower.follow(choice)


def undress(app: QApplication) -> None:
    """Take the stylesheet off before palette or font change: what wears it is polished anew.

    Taking it off, changing them and putting it on again takes a tenth of the time.
    """
    if app.styleSheet():
        app.setStyleSheet("")


class _SystemFollower(QObject):
    """Repaints the application when the computer turns dark or light."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._shown: tuple[Colours, float] | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def follow(self, choice: Choice) -> None:
        self._choice = choice
        undress(self._app)
        hints = self._app.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
        else:
            # The window's frame and the system's own dialogs follow as well.
            wanted = Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light
            hints.setColorScheme(wanted)
        self._dress()

    def _scheme_changed(self) -> None:
        if self._choice == "system":
            self._dress()

    def _dress(self) -> None:
        colours = self._colours()
        wanted = (colours, self._app.font().pointSizeF())
        same = self._app.palette().window().color().name() == colours.window
        if wanted == self._shown and same and self._app.styleSheet():
            return
        self._shown = wanted
        undress(self._app)
        self._app.setPalette(qt_palette(colours))
        self._app.setStyleSheet(stylesheet(colours, self._app.font()))

    def _colours(self) -> Colours:
        if self._choice == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        return DARK if dark else LIGHT


def stylesheet(colours: Colours, font: QFont) -> str:
    """The stylesheet in the scheme given, its text sizes in proportion to ``font``."""
    size = font.pointSizeF() if font.pointSizeF() > 0 else 9.0
    return _template().substitute(
        colours.by_name(),
        title_size=f"{size * _TITLE_SCALE:.1f}",
        heading_size=f"{size * _HEADING_SCALE:.1f}",
        caption_size=f"{size * _CAPTION_SCALE:.1f}",
        title_space=str(QFontMetrics(font).height() + UNIT),
    )


@cache
def _template() -> Template:
    path = resource_dir("look") / "partner_desk.qss"
    return Template(path.read_text(encoding="utf-8"))


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property the stylesheet looks at (``badge``, ``invalid``...) and show it at once."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def dress_spin_box(box: QAbstractSpinBox) -> None:
    """Give the number in a spin box the same room at its left as the text of other fields."""
    # Qt ignores the stylesheet's padding for the line edit inside a spin box.
    field = box.findChild(QLineEdit)
    if field is not None:
        field.setTextMargins(UNIT, 0, 0, 0)


def row_height(widget: QWidget) -> int:
    """The height of a row of a table in logical pixels, on the half grid, for the widget's font."""
    wanted = widget.fontMetrics().height() + GAP - HALF
    return -(-wanted // HALF) * HALF


def dress_table(view: QTableView) -> None:
    """Give a table the look and the keyboard manners that all tables of the program share."""
    view.setShowGrid(False)
    view.setAlternatingRowColors(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)  # Tab has to leave the table, or the keyboard is trapped
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows = view.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_height(view))
    columns = view.horizontalHeader()
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def dress_navigation(view: QListView) -> None:
    """Make a list the navigation at the left of the window."""
    set_look(view, "navigation", True)
    view.setIconSize(QSize(NAVIGATION_ICON_SIZE, NAVIGATION_ICON_SIZE))
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(_NavigationDelegate(view))


class _NavigationDelegate(QStyledItemDelegate):
    """Keeps the height of an entry, which a list asks for before its stylesheet is known."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        lines = max(option.fontMetrics.height(), NAVIGATION_ICON_SIZE)
        return QSize(size.width(), lines + GAP + HALF)
