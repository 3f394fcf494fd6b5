"""The areas at the left: a list of them, and the settings apart at the bottom."""

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, NAVIGATION_ICON_SIZE, UNIT
from partner_desk.ui.shell.areas import Area


class Navigation(QObject):
    """Keeps two lists as one choice."""

    chosen = Signal(str)

    def __init__(self, lists: tuple[QListWidget, QListWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._lists = lists
        self._items: dict[str, tuple[QListWidget, QListWidgetItem]] = {}
        self._quiet = False
        for view in lists:
            view.setIconSize(QSize(NAVIGATION_ICON_SIZE, NAVIGATION_ICON_SIZE))
            view.currentItemChanged.connect(self._current_changed)
            view.installEventFilter(self)
            view.viewport().installEventFilter(self)

    def add(self, area: Area, label: str, at_bottom: bool = False) -> None:
        """Put an area into the list."""
        view = self._lists[at_bottom]
        item = QListWidgetItem(icon(area.icon), label, view)
        item.setData(0x0100, area.key)
        self._items[area.key] = (view, item)
        height = view.sizeHintForRow(0) * view.count() + 2 * UNIT + GAP
        if at_bottom:
            view.setFixedHeight(height)

    def focus(self) -> None:
        """Put the focus on the list that holds the area shown."""
        shown = next((view for view in self._lists if view.currentItem()), self._lists[0])
        shown.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that gets the focus makes its first row current; that is nobody's choice."""
        if event.type() == QEvent.Type.FocusIn:
            view = next((each for each in self._lists if each is watched), None)
            if view is not None and view.currentItem() is None:
                self._quiet = True
                QTimer.singleShot(0, self, lambda: self._forget(view))
        elif event.type() == QEvent.Type.MouseButtonPress and self._quiet:
            # The press that brought the focus is a choice.
            for each in self._lists:
                if watched is each.viewport():
                    self._forget(each)
        return False

    def _forget(self, view: QListWidget) -> None:
        if self._quiet:
            view.setCurrentRow(-1)
            self._quiet = False

    def show(self, key: str) -> None:
        """Mark the area shown; one that is not listed leaves nothing marked."""
        self._quiet = True
        view, item = self._items.get(key, (None, None))
        for each in self._lists:
            each.setCurrentRow(-1)
        if view and item:
            view.setCurrentItem(item)
        self._quiet = False

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chosen.emit(item.data(0x0100))
