"""What stands there before a sheet is chosen: what can come in, and how."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from partner_desk.ui.components.empty import EmptyState


def begin_state(choose: Callable[[bool], None]) -> EmptyState:
    """The teaching page; ``choose`` is called with whether a folder is wanted."""
    translate = QCoreApplication.translate
    state = EmptyState("import")
    state.say(
        translate("SheetBegin", "Choose a list to import"),
        translate(
            "SheetBegin",
            "An Excel, OpenDocument or CSV file of partners, contacts, schools or resources, or a "
            "whole directory (HSDS) as a folder, zip or JSON file. Choose it or drop it on the "
            "window: nothing is written before you see what will happen.",
        ),
    )
    state.offer(translate("SheetBegin", "Choose a file…"), "document", lambda: choose(False),
                first=True)
    state.offer(translate("SheetBegin", "Choose a folder…"), "folder", lambda: choose(True),
                first=False)
    return state
