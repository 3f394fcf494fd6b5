"""Long work on the one database thread: progress and Cancel for the window, plain functions inside.

A job is a function ``work(report, cancelled)`` that knows no Qt. Its signals belong to the window's
thread; a runnable that owned them would crash when it ends before they are delivered.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.ui import collecting

Report = Callable[[int, int | None], None]
Cancelled = Callable[[], bool]
Work = Callable[[Report, Cancelled], Any]

_REPORT_EVERY = 0.05
"""Seconds between two reports: a faster worker would only keep the window busy."""


@dataclass(eq=False)
class Job:
    """One piece of work, as the window knows it. ``writes``: nobody else may write meanwhile.

    ``failed`` hears of refused input, troubles of the surroundings and Cancel in place of a dialog.
    ``quiet`` work, such as the backup on schedule, shows no progress and no dialog. ``beside`` the
    others runs what only reads and is soon done: it does not wait until they end.
    """

    title: str
    work: Work
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None] | None = None
    writes: bool = False
    quiet: bool = False
    beside: bool = False
    began: float = field(default_factory=time.monotonic)
    stop: Event = field(default_factory=Event)


class _Run(QRunnable):
    """Carries a job to the worker thread; all it tells goes through signals it does not own."""

    def __init__(self, job: Job, jobs: "Jobs") -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job, self._jobs = job, jobs
        self._reported = 0.0

    def run(self) -> None:
        """Do the work and tell how it ended; nothing is raised on this thread."""
        collecting.hold(self)
        self._do()
        collecting.release(self)  # At the very end: the next to look is the window's thread.

    def _do(self) -> None:
        if self._job.stop.is_set():
            self._jobs.came_back.emit(self._job, None, Stopped())
            return
        try:
            result = self._job.work(self._report, self._job.stop.is_set)
        except BaseException as error:  # Whatever it is, the window's thread has to hear of it.
            self._jobs.came_back.emit(self._job, None, error)
        else:
            self._jobs.came_back.emit(self._job, result, None)

    def _report(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_EVERY or done == total:
            self._reported = now
            self._jobs.progressed.emit(self._job, done, total)


class Jobs(QObject):
    """The one worker for the database, whose jobs wait for each other, and one for short reads."""

    changed = Signal()
    """A job began or is over; whoever waits for the office hears it before ``ended`` is told."""
    started = Signal(object)
    progressed = Signal(object, object, object)
    ended = Signal(object, object, object)
    """Job, result, error (None when all went well), told on the window's thread."""
    came_back = Signal(object, object, object)
    """The same, as the worker says it: one hop, after which all hear of it at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool, self._beside = _one_worker(self), _one_worker(self)
        self._runs: dict[int, _Run] = {}
        self.came_back.connect(self._end)

    def start(self, job: Job) -> Job:
        """Begin ``job`` as soon as the worker is free."""
        run = _Run(job, self)
        self._runs[id(job)] = run
        self.changed.emit()
        self.started.emit(job)
        (self._beside if job.beside else self._pool).start(run)
        return job

    def running(self) -> list[Job]:
        """The jobs that have not ended yet, oldest first."""
        return [run._job for run in self._runs.values()]

    def writing(self) -> bool:
        """Whether a job is at work that holds the office's file."""
        return any(job.writes for job in self.running())

    def awaited(self) -> list[str]:
        """The titles of the work that writes and that a person waits for."""
        return [job.title for job in self.running() if job.writes and not job.quiet]

    def cancel_all(self) -> None:
        """Ask every job to stop and wait until the workers are at rest."""
        for job in self.running():
            job.stop.set()
        self._pool.waitForDone()
        self._beside.waitForDone()

    def _end(self, job: Job, result: object, error: object) -> None:
        self._runs.pop(id(job), None)
        self.changed.emit()
        self.ended.emit(job, result, error)


def _one_worker(parent: QObject) -> QThreadPool:
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    return pool
