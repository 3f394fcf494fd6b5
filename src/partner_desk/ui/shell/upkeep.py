"""What an open office needs from time to time: signs of life, backups, a look at the calendar."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.ui.desk import Changed, Desk

if TYPE_CHECKING:
    from partner_desk.services.opening import OpenOffice

HEARTBEAT = 30_000
BACKUP = 30 * 60_000


class Upkeep(QObject):
    """Timers for one open office; they rest while a job writes."""

    backed_up = Signal(object)
    """When the newest verified backup was made; None when there is none."""
    backup_failed = Signal(object)
    """The EnvironmentProblem."""
    lost = Signal(object)
    """The EnvironmentProblem that tells who has taken the office over."""

    def __init__(self, office: "OpenOffice", desk: Desk) -> None:
        super().__init__(desk)
        self._office, self._desk = office, desk
        self._changed = False
        self._day: date | None = None
        desk.changed.connect(self._note_change)
        self._timers = [
            self._every(HEARTBEAT, self.heartbeat), self._every(BACKUP, self.back_up_changes)
        ]

    def begin(self) -> None:
        """Look for the newest backup, make today's if there is none, start the timers.

        After that backup the statuses of agreements follow what the calendar says by now.
        """
        for each in self._timers:
            each.start()
        if self._desk.store.path is not None:
            self._desk.start_job(
                self.tr("Backup"),
                lambda report, cancelled: self._of_the_day(),
                self._begun,
                quiet=True,
            )
        else:
            self.follow_calendar()

    def _begun(self, at: datetime | None) -> None:
        self.backed_up.emit(at)
        self.follow_calendar()

    def stop(self) -> None:
        """No more signs of life."""
        for each in self._timers:
            each.stop()

    def heartbeat(self) -> None:
        """Leave a sign of life; hear of a take-over, or that a new day has come."""
        if self._desk.jobs.writing():
            return
        try:
            self._office.heartbeat()
            self.follow_calendar()  # Only as long as the office is ours to edit.
        except EnvironmentProblem as problem:
            if problem.code == "office.taken_over":
                self.stop()
                self.lost.emit(problem)

    def follow_calendar(self) -> None:
        """On a new day, bring statuses up to it; the pages count the days left anew.

        At once, and not as a job that the pages wait for: a cell that somebody types into just
        then would be left, and half an amount stored. It takes milliseconds.
        """
        from partner_desk.services import passing

        day = self._desk.today()
        if day == self._day or self._desk.read_only or self._desk.jobs.writing():
            return
        first, self._day = self._day is None, day
        try:
            count = passing.follow(self._desk.store, day)
        except EnvironmentProblem:
            self._day = None  # The next sign of life tries again.
            return
        self._desk.announce()
        self._followed(count)
        if not first:
            self._desk.changed.emit(Changed())

    def _followed(self, count: int) -> None:
        if count:
            self._desk.tell(
                self._desk.plural(
                    "{0} agreement has ended or been superseded.",
                    "{0} agreements have ended or been superseded.",
                    count,
                ),
                undo=True,
            )

    def back_up_changes(self) -> None:
        """A backup if something was written since the last one."""
        if self._changed and not self._desk.jobs.writing():
            self.back_up(quiet=True)

    def back_up(self, quiet: bool = False) -> None:
        """A verified backup, now."""
        if self._desk.store.path is None:
            self._desk.troubled.emit(EnvironmentProblem("backup.on_server"))
            return
        self._changed = False
        self._desk.start_job(
            self.tr("Backup"), lambda report, cancelled: self._make(), self._made(quiet),
            quiet=quiet,
        )

    def _made(self, quiet: bool) -> Callable[[datetime], None]:
        def made(at: datetime) -> None:
            self.backed_up.emit(at)
            if not quiet:
                self._desk.tell(self.tr("The backup is made and was checked."))

        return made

    def _make(self) -> datetime:
        from partner_desk.services import safekeeping

        return safekeeping.backup(self._desk.store, self._office.backups).at

    def _of_the_day(self) -> datetime | None:
        from partner_desk.services import opening, safekeeping

        notice = opening.backup_of_the_day(self._office)
        if notice is not None:
            self.backup_failed.emit(EnvironmentProblem(notice.code, **notice.values))
        newest = safekeeping.last_backup(self._desk.store, self._office.backups)
        return newest.at if newest else None

    def _note_change(self) -> None:
        self._changed = True

    def _every(self, milliseconds: int, work: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(work)
        return timer
