"""Errors nobody expected: shown with a report, on the window's thread; the program goes on."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class BugWatch(QObject):
    """Hears of every exception that nobody caught, on whichever thread it was raised."""

    found = Signal(str)
    """The report. Delivered on the thread this object lives on."""

    def install(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = self._heard
        threading.excepthook = lambda told: self._heard(
            told.exc_type, told.exc_value, told.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Show an exception that was caught for this."""
        self._heard(type(error), error, error.__traceback__)

    def _heard(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        import traceback

        lines = traceback.format_exception(kind, error, trace)
        print("".join(lines), file=sys.stderr)
        self.found.emit(_surroundings() + "".join(lines))


def _surroundings() -> str:
    import platform

    from partner_desk.ui.shell.versions import versions

    named = ", ".join(f"{name} {number}" for name, number in versions())
    return f"{named}\n{platform.platform()}\n\n"
