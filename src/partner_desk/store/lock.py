"""One editor per office file: who it is, on which computer, since when.

Beside the office lies a small file with the holder's name, and a second one that the operating
system keeps locked for as long as the holder's program runs. The first tells people, on any
computer, whom to ask; the second tells this computer whether the holder is still alive.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author
from partner_desk.model.identity import new_id
from partner_desk.store.disk import disk_troubles

_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Holder:
    """Who edits an office. ``seen`` is the last sign of life; both times are shown, never used."""

    who: str
    computer: str
    since: datetime
    seen: datetime
    session: str


class OfficeLock:
    """The right to edit an office file, held until ``release``.

    ``unclean`` says that the last editor on this computer ended without letting go, as after a
    crash or a power cut: the file should be checked.
    """

    def __init__(
        self, office: Path, session: str, alive: FileLock | None, *, unclean: bool
    ) -> None:
        self.office = office
        self.unclean = unclean
        self._session = session
        self._alive = alive

    def heartbeat(self) -> None:
        """Leave a sign of life.

        Raises EnvironmentProblem("office.taken_over", who=, computer=) when somebody else has
        become the editor meanwhile: nothing may be written any more.
        """
        found = holder(self.office)
        if found is not None and found.session == self._session:
            with disk_troubles(self.office):
                os.utime(_card(self.office))
            return
        who, computer = (found.who, found.computer) if found else ("", "")
        raise EnvironmentProblem(
            "office.taken_over", path=str(self.office), who=who, computer=computer
        )

    def release(self, *, sound: bool = True) -> None:
        """Let others edit. A lock that was taken over meanwhile is left to its new holder.

        A file that is not ``sound`` counts as left uncleanly, so that it is checked again.
        """
        found = holder(self.office)
        with suppress(OSError):  # A share that is gone holds nobody back.
            if sound and found is not None and found.session == self._session:
                _card(self.office).unlink()
        if self._alive is not None:
            _let_go(self._alive)
            self._alive = None


def holder(office: Path) -> Holder | None:
    """Who edits ``office`` by its lock file, alive or not; None when nobody."""
    card = _card(office)
    try:
        seen = datetime.fromtimestamp(card.stat().st_mtime, UTC)
        text = card.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    try:
        found = json.loads(text)
        since = datetime.fromisoformat(str(found["since"]))
        return Holder(
            str(found["who"]), str(found["computer"]), since, seen, str(found["session"])
        )
    except (ValueError, KeyError, TypeError):
        # Cut off while it was written: somebody is there, and the file says no more.
        return Holder("", "", seen, seen, "")


def acquire(
    office: Path, author: Author, now: Callable[[], datetime], *, wait_seconds: float = 0.0
) -> OfficeLock:
    """Become the editor of ``office``, waiting up to ``wait_seconds`` for a short command.

    Raises EnvironmentProblem("office.in_use", who=, computer=, since=, seen=, here=) when there
    is one; ``here`` says that the program runs on this computer now. The folder's own refusals
    (no rights, disk full) come as their EnvironmentProblem.
    """
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            return _acquire(office, author, now)
        except EnvironmentProblem as problem:
            if problem.code != "office.in_use" or time.monotonic() >= deadline:
                raise
            time.sleep(_POLL_SECONDS)


def _acquire(office: Path, author: Author, now: Callable[[], datetime]) -> OfficeLock:
    with disk_troubles(office), _fresh_card(office, author, now()) as card:
        alive = _try_alive(office)
        if alive is None:
            raise in_use(office, author, here=True)
        found = holder(office)
        # An unreadable card with a dead holder can only be from here or long gone: ask a person.
        if found is not None and found.computer != author.computer:
            _let_go(alive)
            raise in_use(office, author, here=False)
        return card.put(alive, unclean=found is not None)


def take_over(office: Path, author: Author, now: Callable[[], datetime]) -> OfficeLock:
    """Become the editor in place of another computer's, because a person says so.

    An editor that runs on this computer is not pushed aside: "office.in_use" is raised.
    """
    with disk_troubles(office), _fresh_card(office, author, now()) as card:
        alive = _try_alive(office)
        found = holder(office)
        if alive is None and (found is None or found.computer == author.computer):
            raise in_use(office, author, here=True)
        return card.put(alive, unclean=True)


def in_use(office: Path, author: Author, *, here: bool) -> EnvironmentProblem:
    """What whoever finds the office taken is told."""
    found = holder(office)
    return EnvironmentProblem(
        "office.in_use",
        path=str(office),
        who=found.who if found else "",
        computer=found.computer if found else author.computer,
        since=found.since if found else None,
        seen=found.seen if found else None,
        here=here,
    )


def _card(office: Path) -> Path:
    return office.with_name(office.name + ".lock")


def _try_alive(office: Path) -> FileLock | None:
    alive = FileLock(office.with_name(office.name + ".lock-alive"), thread_local=False)
    try:
        alive.acquire(blocking=False)
    except Timeout:
        return None
    return alive


def _let_go(alive: FileLock) -> None:
    path = Path(alive.lock_file)
    if os.name != "nt":
        # Taken away while it is held: whoever waits for it sees that its name is gone.
        path.unlink(missing_ok=True)
    alive.release()
    if os.name == "nt":
        with suppress(OSError):
            path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Card:
    """A holder's card that is written and not yet in its place."""

    office: Path
    session: str
    path: Path

    def put(self, alive: FileLock | None, *, unclean: bool) -> OfficeLock:
        """Put the card in place, and with it its author into office."""
        try:
            self.path.replace(_card(self.office))
        except OSError:
            if alive is not None:
                _let_go(alive)
            raise
        return OfficeLock(self.office, self.session, alive, unclean=unclean)


@contextmanager
def _fresh_card(office: Path, author: Author, at: datetime) -> Iterator[_Card]:
    """Write a card first: whether the folder takes files at all shows in the plainest way."""
    session = new_id()
    values = {
        "who": author.who,
        "computer": author.computer,
        "since": at.isoformat(),
        "session": session,
    }
    path = office.with_name(f"{office.name}.{session}.tmp")
    try:
        path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        yield _Card(office, session, path)
    finally:
        path.unlink(missing_ok=True)
