"""The one place that builds and connects the program with a window."""

import os
import sys
from pathlib import Path

from partner_desk.files.catalogue import Catalogue, system_language
from partner_desk.model.texts import N_

NO_WINDOW = 4
"""Exit status when the surroundings do not allow a window, as for every such trouble."""

NO_DISPLAY = N_(
    "There is no display to open a window on. The same office works from this terminal: "
    "“partner-desk --help” tells how."
)
NO_LIBRARY = N_(
    "A library that the window needs is missing ({0}). On Debian and Ubuntu this installs all of "
    "them: sudo apt install {1}"
)
DEBIAN_PACKAGES = (
    "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)


def run_window(office: str = "") -> int:
    """Open the window on ``office`` (a file or URL; "" for the last one) until it is closed.

    Returns the exit status; where no window can be opened one sentence says why.
    """
    problem = window_problem()
    if problem:
        print(problem, file=sys.stderr)
        return NO_WINDOW
    from PySide6.QtWidgets import QApplication

    from partner_desk.ui.shell.quick_start import begin_quickly

    begin_quickly()
    from partner_desk.ui.preferences import Preferences
    from partner_desk.ui.shell.program import Program

    QApplication.setApplicationName("Partner Desk")
    QApplication.setOrganizationName("Partner Desk")
    QApplication.setDesktopFileName("partner-desk")
    app = QApplication(["partner-desk"])
    program = Program(app, Preferences())
    program.bugs.install()
    named = whole_place(office or os.environ.get("PARTNER_DESK_OFFICE", ""))
    begin_in_documents()
    program.start(named)
    status = app.exec()
    program.close_office()
    return status


def whole_place(office: str) -> str:
    """Where an office is, from whatever folder it is looked for; a URL and "" stay as they are."""
    from partner_desk.services.locations import local_path

    return str(local_path(office) or office) if office else ""


def begin_in_documents() -> None:
    """Let the dialogs for files begin among a person's documents, not where the program lies."""
    from PySide6.QtCore import QDir, QStandardPaths

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not documents or not QDir.setCurrent(documents):
        QDir.setCurrent(QDir.homePath())


def window_problem() -> str:
    """Why no window can be opened here, in a sentence; "" when one can."""
    text = Catalogue(os.environ.get("PARTNER_DESK_LANGUAGE") or system_language()).text
    if not _has_display():
        return text(NO_DISPLAY)
    try:
        import PySide6.QtWidgets
    except ImportError as error:
        return text(NO_LIBRARY).format(error, DEBIAN_PACKAGES)
    if _draws_by_x():
        return _problem_of_x(Path(PySide6.__file__).parent, text(NO_LIBRARY), text(NO_DISPLAY))
    return ""


def _has_display() -> bool:
    """Whether a window can appear; only Linux and its like may have none."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _draws_by_x() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    default = not chosen and not os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and (default or chosen.startswith("xcb"))


def _problem_of_x(qt: Path, no_library: str, no_display: str) -> str:
    import ctypes

    # Asked beforehand, because Qt itself aborts the process when its plugin cannot be loaded.
    plugin = qt / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.is_file():
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return no_library.format(error, DEBIAN_PACKAGES)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return no_display if failed else ""
