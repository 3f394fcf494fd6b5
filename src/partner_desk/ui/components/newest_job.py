"""Long work of a page of which only the newest counts."""

from collections.abc import Callable
from typing import TypeVar

from partner_desk.ui.desk import Desk
from partner_desk.ui.jobs import Cancelled, Job, Report

T = TypeVar("T")
Work = Callable[[Report, Cancelled], T]


class NewestJob:
    """Starts jobs of which only the newest is listened to; the one before it is stopped.

    ``failed`` hears of refused input, troubles of the surroundings and Cancel.
    """

    def __init__(self, desk: Desk, failed: Callable[[BaseException], None]) -> None:
        self._desk, self._failed = desk, failed
        self._job: Job | None = None

    def start(
        self, title: str, work: Work[T], done: Callable[[T], None], *, writes: bool = False
    ) -> None:
        """Begin ``work``; ``done`` gets its result unless another job was begun meanwhile."""
        self.stop()
        job: Job | None = None

        def ended(result: T) -> None:
            if self._job is job:
                self._job = None
                done(result)

        def failed(error: BaseException) -> None:
            if self._job is job:
                self._job = None
                self._failed(error)

        job = self._desk.start_job(title, work, ended, failed=failed, writes=writes)
        self._job = job

    def stop(self) -> None:
        """Stop what is at work; nobody hears of it any more."""
        if self._job is not None:
            self._job.stop.set()
        self._job = None
