"""Work in a process of its own: it can be stopped, its memory goes with it, and it may die."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from partner_desk.model.errors import Cancelled

_GLANCE = 0.05
"""Seconds between looks at whether somebody cancelled."""
_MOMENT = 1.0


class ChildDied(Exception):
    """The process ended without a word; ``status`` is its exit status."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


class Child:
    """A process that answers through a pipe."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self.process = process
        self._pipe = pipe

    def next(self, cancelled: Callable[[], bool], look: Callable[[], None] | None = None) -> Any:
        """What it says next. ``look`` is called while waiting, and may raise.

        Raises Cancelled and ChildDied.
        """
        while True:
            if cancelled():
                raise Cancelled
            if self._waiting():
                break
            if look is not None:
                look()
        try:
            return self._pipe.recv()
        except (EOFError, OSError) as error:  # The second where it died in the middle of a word.
            self.process.join(_MOMENT)
            raise ChildDied(self.process.exitcode) from error

    def _waiting(self) -> bool:
        try:
            return self._pipe.poll(_GLANCE)
        except OSError:  # Windows says so here when the other end is gone; reading tells.
            return True


@contextmanager
def child(serve: Callable[..., None], *arguments: object) -> Iterator[Child]:
    """A process that runs ``serve`` with the pipe to answer through, and these arguments.

    It is gone when this is left, whatever it was doing.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(theirs, *arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Child(process, ours)
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
