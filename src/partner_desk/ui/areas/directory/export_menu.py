"""What of the directory goes out: to Excel, to other directories, on paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from partner_desk.model.queries import ListQuery
from partner_desk.ui.areas.directory.condition_words import list_words
from partner_desk.ui.areas.directory.resource_pane import ResourcePane
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon


class ExportMenu(QMenu):
    """The ways out, each of what the list shows; windows are made when they are asked for."""

    def __init__(self, desk: Desk, pane: ResourcePane, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._pane, self._window = desk, pane, parent
        self._offer("export", self.tr("Excel: what the list shows…"), self.excel_of_list)
        self._offer("directory", self.tr("Excel: the whole directory…"), self.excel_of_all)
        self.addSeparator()
        self._offer("web", self.tr("HSDS for other directories…"), self.hsds)

    def hsds(self) -> None:
        """Write the public directory, as far as the list shows it, for other directories."""
        from partner_desk.ui.areas.directory.hsds_dialog import ask_and_export_hsds

        ask_and_export_hsds(self._desk, self._window, self._pane.query)

    def excel_of_list(self) -> None:
        """Write the resources that are listed to Excel, with what they are narrowed by."""
        about = list_words(self._desk, self._pane.wanted())
        ask_and_export(self._desk, self._window, self._pane.query, about)

    def excel_of_all(self) -> None:
        """Write the whole directory to Excel."""
        ask_and_export(self._desk, self._window, ListQuery("service"))

    def _offer(self, picture: str, words: str, do: Callable[[], None]) -> None:
        self.addAction(icon(picture), words).triggered.connect(lambda: do())
