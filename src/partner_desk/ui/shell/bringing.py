"""Bringing other people's files in: a directory and a sheet each have a page of their own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from partner_desk.ui.shell.areas import IMPORT, SHEET
from partner_desk.ui.shell.dropping import directory_of

if TYPE_CHECKING:
    from partner_desk.ui.components.page import Page
    from partner_desk.ui.shell.sheets.page import SheetPage


class Bringing(QObject):
    """Shows what importing a file would do; ``show`` brings up the page of an area."""

    undo_wanted = Signal()

    def __init__(self, show: Callable[[str], "Page"], window: QWidget) -> None:
        super().__init__(window)
        self._show, self._window = show, window
        self._known: SheetPage | None = None

    def ask(self) -> None:
        """Show the page on which a file or a folder is chosen; a sheet half done is gone on with.
        """
        from partner_desk.ui.shell.sheets.page import DONE

        page = self._sheet_page()
        if page.look is None or page.step == DONE:
            page.begin_anew()

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Show what importing these would do, on the page that their content asks for."""
        directory = directory_of(paths)
        if directory:
            self.read_directory(directory)
        elif paths:
            self._sheet_page().read(str(paths[0]))

    def read_directory(self, place: str) -> None:
        """Read the directory at ``place`` and show what an import would do."""
        from partner_desk.ui.shell.import_page import ImportPage

        page = self._show(IMPORT.key)
        if isinstance(page, ImportPage):
            page.read(place)

    def _choose(self, folder: bool) -> None:
        from partner_desk.ui.shell.choosing import choose_import

        place = choose_import(self._window, folder=folder)
        if place:
            self.bring_in([Path(place)])

    def _sheet_page(self) -> "SheetPage":
        from partner_desk.ui.shell.sheets.page import SheetPage

        page = self._show(SHEET.key)
        assert isinstance(page, SheetPage)
        if page is not self._known:
            page.undo_requested.connect(self.undo_wanted)
            page.place_requested.connect(self._choose)
            self._known = page
        return page
