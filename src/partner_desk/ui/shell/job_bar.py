"""The bar below the page while long work runs: what, how far, how long still, Cancel."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton

from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Job

_PATIENCE = 300
"""Milliseconds before the bar appears: short work would only flicker."""
_BEGIN_GUESSING = 2.0
_STEPS = 1000


class JobBar(QObject):
    """Shows the oldest job that is not quiet."""

    def __init__(
        self,
        parts: tuple[QFrame, QLabel, QProgressBar, QLabel, QPushButton],
        desk: Desk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bar, self._title, self._progress, self._time, self._cancel = parts
        self._desk = desk
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._bar.show)
        self._cancel.clicked.connect(self._stop)
        desk.jobs.started.connect(self._next)
        desk.jobs.progressed.connect(self._progressed)
        desk.jobs.ended.connect(self._next)
        self._bar.hide()

    def _next(self) -> None:
        job = next((each for each in self._desk.jobs.running() if not each.quiet), None)
        if job is self._job and job is not None:
            return
        self._job = job
        if job is None:
            self._timer.stop()
            self._bar.hide()
            return
        self._title.setText(job.title)
        self._progress.setRange(0, 0)
        self._time.setText("")
        self._cancel.setEnabled(not job.stop.is_set())
        if self._bar.isHidden():
            self._timer.start()

    def _progressed(self, job: Job, done: int, total: int | None) -> None:
        if job is not self._job or job.stop.is_set():
            return
        if not total:
            self._progress.setRange(0, 0)
            self._time.setText(f"{done:,}" if done else "")
            return
        if done >= total:
            self._progress.setRange(0, 0)  # What follows the last row cannot be measured.
            self._time.setText(self.tr("Finishing…"))
            return
        self._progress.setRange(0, _STEPS)
        self._progress.setValue(min(_STEPS, done * _STEPS // total))
        self._time.setText(self._remaining(time.monotonic() - job.began, done, total))

    def _remaining(self, elapsed: float, done: int, total: int) -> str:
        """The time still needed at the speed so far; silent until that can be known."""
        if elapsed < _BEGIN_GUESSING or done * 20 < total or done >= total:
            return ""
        seconds = elapsed / done * (total - done)
        if seconds >= 90:
            return self._desk.plural(
                "about {0} minute left", "about {0} minutes left", round(seconds / 60)
            )
        tens = max(5, round(seconds / 5) * 5)
        return self._desk.plural("about {0} second left", "about {0} seconds left", tens)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop.set()
            self._cancel.setEnabled(False)
            self._progress.setRange(0, 0)
            self._time.setText(self.tr("Stopping…"))
