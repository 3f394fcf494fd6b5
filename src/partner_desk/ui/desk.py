"""The desk: the one object that every page gets, to read, to write and to send people elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError, EnvironmentProblem
from partner_desk.ui.jobs import Cancelled, Job, Jobs, Report

if TYPE_CHECKING:
    from partner_desk.files.catalogue import Catalogue
    from partner_desk.model.history import ChangeSet
    from partner_desk.store.reader import Reader
    from partner_desk.store.store import Store
    from partner_desk.ui.preferences import Preferences

T = TypeVar("T")

_LARGE = ("import", "sample")
"""First words of the codes of change sets that touch too much to be listed record by record."""


@dataclass(frozen=True)
class Changed:
    """Which kinds and records a write touched; both empty means: anything may have changed."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether pages had better read all they show anew."""
        return not self.kinds

    def touches(self, *kinds: str) -> bool:
        """Whether a record of one of these kinds may have changed."""
        return self.everything or not self.kinds.isdisjoint(kinds)

    def concerns(self, record_id: str) -> bool:
        """Whether the record with this id may have changed."""
        return not self.ids or record_id in self.ids


class Desk(QObject):
    """An open office as the window sees it; there is one for each main window."""

    changed = Signal(object)
    """``Changed``: after every write, undo, redo and job; pages refresh what they show."""
    opened = Signal(str, str)
    """Kind and id of a record that the shell should show."""
    told = Signal(str, bool)
    """A short message, and whether an Undo button belongs to it."""
    troubled = Signal(object)
    """``DeskError`` that kept something from being done; nothing was lost."""
    broken = Signal(object)
    """An exception nobody expected; the shell shows a report of it."""
    import_requested = Signal()
    """Somebody wants to import a directory."""
    settings_requested = Signal()
    """Somebody wants to see the settings."""
    area_requested = Signal(str)
    """Key of an area that the shell should show."""
    list_requested = Signal(str, str)
    """Keys of an area and of one of its lists, as a page names them in ``show_list``."""
    came_in_requested = Signal(str, str, str)
    """Key of an area, kind, id of a change set: the shell should list what came in by it."""
    new_requested = Signal(str)
    """Kind of which a record should be begun, where such records live."""
    language_chosen = Signal(str)
    """The screen should speak this language from now on."""
    look_chosen = Signal()
    """Theme or text size in the preferences are others than before."""
    locked = Signal(bool)
    """True: from now on the office may only be read, as when somebody has taken it over."""
    unsaved_changed = Signal()
    """What ``unsaved`` lists is another than before."""
    coordinator_chosen = Signal(str)
    """Who works at this computer from now on."""

    def __init__(
        self,
        store: "Store",
        catalogue: "Catalogue",
        preferences: "Preferences",
        parent: QObject | None = None,
        clock: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.catalogue = catalogue
        self.preferences = preferences
        self.jobs = Jobs(self)
        self.saved_at: datetime | None = None
        self._unsaved: dict[QObject, list[str]] = {}
        self._clock = clock
        self._seen = self._newest_sequence()
        self.jobs.ended.connect(self._job_ended)

    def text(self, source: str) -> str:
        """A label of the model in the language of the screen."""
        return self.catalogue.text(source) if source else ""

    def plural(self, one: str, many: str, count: int) -> str:
        """``one`` or ``many`` in the language of the screen, with ``{0}`` filled by ``count``."""
        return self.catalogue.plural(one, many, count).format(f"{count:,}")

    def today(self) -> date:
        """The day it is at this desk."""
        return self._clock()

    def write(self, work: Callable[[], T]) -> T | None:
        """Run a service call that writes, now.

        InputError goes on to the caller, who shows it beside the field. An EnvironmentProblem is
        shown to the person and None comes back; what was typed is still with the caller.
        """
        try:
            result = work()
        except EnvironmentProblem as problem:
            self.troubled.emit(problem)
            return None
        self.announce()
        return result

    @property
    def read_only(self) -> bool:
        """Whether this office is open for looking only."""
        return self.store.read_only

    def lock(self) -> None:
        """From now on this office is for looking only."""
        self.store.read_only = True
        self.locked.emit(True)

    def only_to_write(self, *parts: QWidget | QAction) -> None:
        """Disable controls that lead to writing while the office may only be read."""
        for part in parts:
            if self.read_only:
                part.setEnabled(False)
            self.locked.connect(part.setDisabled)

    def read(self, work: "Callable[[Reader], T]") -> T:
        """What ``work`` finds in a consistent view of the office; for short reads only."""
        with self.store.reading() as reader:
            return work(reader)

    def open(self, kind: str, record_id: str) -> None:
        """Show a record, wherever records of its kind live."""
        self.opened.emit(kind, record_id)

    def tell(self, text: str, undo: bool = False) -> None:
        """Show a short message; ``undo`` offers to take the newest change back."""
        self.told.emit(text, undo)

    def keep_unsaved(self, part: QObject, words: list[str]) -> None:
        """``part`` holds this, typed and not saved; an empty list: nothing any more."""
        before = self._unsaved.pop(part, [])
        if words:
            self._unsaved[part] = words
        if words != before:
            self.unsaved_changed.emit()

    @property
    def unsaved(self) -> list[str]:
        """What stands in fields and cells and was refused, or waits for the rest of its row."""
        return [each for words in self._unsaved.values() for each in words]

    def start_job(
        self,
        title: str,
        work: Callable[[Report, Cancelled], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
        writes: bool = False,
        quiet: bool = False,
        beside: bool = False,
    ) -> Job:
        """Run long work on the database thread, with progress and Cancel in the window.

        ``done`` gets the result on the window's thread. Refused input and troubles are shown to
        the person, unless ``failed`` takes them: it gets the error (``model.errors.Cancelled``
        after Cancel). ``writes`` keeps the pages from writing until the work has ended.
        """
        return self.jobs.start(
            Job(title, work, done, failed, writes=writes, quiet=quiet, beside=beside))

    def read_beside(self, work: "Callable[[Reader], T]", done: Callable[[T], None]) -> None:
        """What ``work`` finds goes to ``done``, read while the window goes on.

        Nobody hears of a trouble of the surroundings: what was shown before stays.
        """
        def read(_report: Report, _cancelled: Cancelled) -> T:
            with self.store.reading() as reader:
                return work(reader)

        self.start_job("", read, done, quiet=True, beside=True)

    def announce(self) -> None:
        """Tell the pages what was written since the last time; nothing when nothing was."""
        sets = self._new_change_sets()
        if not sets:
            return
        self._seen = sets[0].sequence
        self.saved_at = datetime.now()
        self.changed.emit(self._touched(sets))

    def _job_ended(self, job: Job, result: Any, error: BaseException | None) -> None:
        if error is None:
            self.announce()
            job.done(result)
        elif not isinstance(error, DeskError | Stopped):
            self.broken.emit(error)
        elif job.failed is not None:
            job.failed(error)
        elif isinstance(error, DeskError) and not job.quiet:
            self.troubled.emit(error)

    def _newest_sequence(self) -> int:
        newest = self.read(lambda reader: reader.change_sets(1))
        return newest[0].sequence if newest else 0

    def _new_change_sets(self) -> "list[ChangeSet]":
        newest = self.read(lambda reader: reader.change_sets(20))
        return [each for each in newest if each.sequence > self._seen]

    def _touched(self, sets: "list[ChangeSet]") -> Changed:
        if len(sets) == 20 or any(each.code.partition(".")[0] in _LARGE for each in sets):
            return Changed()
        changes = self.read(
            lambda reader: [change for each in sets for change in reader.changes(each.id)]
        )
        return Changed(
            frozenset(each.kind for each in changes), frozenset(each.record_id for each in changes)
        )
