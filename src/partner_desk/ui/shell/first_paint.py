"""Work that waits until a window is seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_LONGEST_WAIT_MS = 500


class AfterFirstPaint(QObject):
    """Does ``work`` once, when ``window`` has been painted.

    A timer of no length would be earlier than the desktop's word that the window may be painted;
    one that is minimised is never painted, and its work is done all the same.
    """

    def __init__(self, window: QWidget, work: Callable[[], None]) -> None:
        super().__init__(window)
        self._work: Callable[[], None] | None = work
        window.installEventFilter(self)
        QTimer.singleShot(_LONGEST_WAIT_MS, self, self._do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first painting; what it shows is on the screen when the event loop goes on."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work()
