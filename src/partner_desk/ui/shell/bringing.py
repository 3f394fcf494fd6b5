"""Bringing other people's files in: a directory and a sheet each have a page of their own."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from partner_desk.ui.shell.areas import SHEET
from partner_desk.ui.shell.dropping import directory_of

if TYPE_CHECKING:
    from partner_desk.ui.shell.main_window import MainWindow
    from partner_desk.ui.shell.sheets.page import SheetPage


def bring_in(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Show what importing these would do, on the page that their content asks for."""
    directory = directory_of(paths)
    if directory:
        window.start_import(directory)
    elif paths:
        window.show_area(SHEET.key)
        _page(window).read(str(paths[0]))


def ask_what(window: "MainWindow") -> None:
    """Show the page on which a file or a folder is chosen; a sheet half done is gone on with."""
    from partner_desk.ui.shell.sheets.page import DONE

    window.show_area(SHEET.key)
    page = _page(window)
    if page.look is None or page.step == DONE:
        page.begin_anew()


def choose_and_bring_in(window: "MainWindow", *, folder: bool) -> None:
    """Let the person choose a file or a folder, then bring it in."""
    from partner_desk.ui.shell.choosing import choose_import

    place = choose_import(window, folder=folder)
    if place:
        bring_in(window, [Path(place)])


def _page(window: "MainWindow") -> "SheetPage":
    from partner_desk.ui.shell.sheets.page import SheetPage

    page = window.page(SHEET.key)
    assert isinstance(page, SheetPage)
    if not page.property("connected"):
        page.setProperty("connected", True)
        page.undo_requested.connect(window.undoing.undo)
        page.place_requested.connect(
            lambda folder: choose_and_bring_in(window, folder=folder))
    return page
