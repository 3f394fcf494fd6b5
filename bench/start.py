"""From the start of the process to the painted window and to the filled list; memory."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import Row, processes_in_turns, report

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication, QWidget

PAINT_GOAL, LIST_GOAL, MEMORY_GOAL = 1.3, 2.7, 1.6
_LONGEST_MS = 60_000
_LONG = 500


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """Three rows of an office with ``size`` organizations."""
    from offices import office

    path = office(size, place)
    bare = [Path(__file__).name, "bare"]
    painted, frame = processes_in_turns([Path(__file__).name, "window", str(path)], bare, runs)
    filled, _ = processes_in_turns([Path(__file__).name, "list", str(path)], bare, runs)
    reference = "bare QMainWindow with QTableView"
    yield Row(
        "process start to first painted window", reference, size, painted["painted"],
        frame["painted"], f"<= {PAINT_GOAL}x", painted["painted"] <= PAINT_GOAL * frame["painted"],
        runs, painted["memory"],
    )
    yield Row(
        "process start to filled list", reference, size, filled["painted"], frame["painted"],
        f"<= {LIST_GOAL}x", filled["painted"] <= LIST_GOAL * frame["painted"], runs,
        filled["memory"],
    )
    yield Row(
        "memory with the list filled, in MB", reference, size, filled["memory"], frame["memory"],
        f"<= {MEMORY_GOAL}x", filled["memory"] <= MEMORY_GOAL * frame["memory"], runs,
        filled["memory"],
    )


def _process_started() -> float:
    """The moment the process began, on the clock of time.time()."""
    if sys.platform == "linux":
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        since_boot = time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.time() - since_boot + ticks / os.sysconf("SC_CLK_TCK")
    return _IMPORTED  # A little later, alike for both.


_IMPORTED = time.time()


def _when_painted(
    app: "QApplication", ready: Callable[["QObject"], bool], leave: Callable[[], None]
) -> None:
    """Report and ``leave`` once something that is ``ready`` was painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    started = _process_started()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and ready(watched):
                app.removeEventFilter(self)
                QTimer.singleShot(0, self.end)
            return False

        def end(self) -> None:
            report(painted=time.time() - started)
            sys.stdout.flush()
            leave()
            os._exit(0)

    watch = Watch(app)
    app.installEventFilter(watch)
    QTimer.singleShot(_LONGEST_MS, lambda: os._exit(3))


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    _when_painted(app, lambda watched: watched is window, lambda: None)
    window.show()
    app.exec()


def _program(office: str, list_too: bool) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from partner_desk.ui.shell.quick_start import begin_quickly

    begin_quickly()
    from partner_desk.ui.preferences import Preferences
    from partner_desk.ui.shell.program import Program

    app = QApplication(["partner-desk"])
    app.setQuitOnLastWindowClosed(False)
    settings = QSettings(office + ".ini", QSettings.Format.IniFormat)
    settings.clear()
    preferences = Preferences(settings)
    if list_too:
        preferences.keep_word("area", "directory")
    program = Program(app, preferences)
    program.bugs.install()

    def ready(watched: "QObject") -> bool:
        if list_too:
            return _is_filled_list(program.window, watched)
        return watched is program.window

    # An office that is not closed is checked for damage when it is opened again.
    _when_painted(app, ready, program.close_office)
    program.start(office)
    app.exec()


def _is_filled_list(window: "QWidget | None", watched: "QObject") -> bool:
    from PySide6.QtWidgets import QTableView

    if window is None:
        return False
    table = watched.parent()
    return isinstance(table, QTableView) and watched is table.viewport() and (
        table.model() is not None and table.model().rowCount() > _LONG
    )


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _program(sys.argv[2], sys.argv[1] == "list")
