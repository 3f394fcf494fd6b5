"""The side of the program: start a reading process, wait for it, stop it in time."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from partner_desk.files.sheets.child import CALAMINE, OPENPYXL, Task, serve
from partner_desk.files.sheets.content import refused
from partner_desk.files.sheets.memory import held, watches
from partner_desk.files.sheets.table import Limits, Reading
from partner_desk.model.errors import Cancelled, EnvironmentProblem, InputError, Problem

Message = tuple[str, Any]
_GLANCE = 0.05
"""Seconds between looks at whether somebody cancelled."""
_MOMENT = 1.0
_ABORTED = -6
"""How a process ends whose memory is refused."""


class _Died(Exception):
    """The reading process ended without a word."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


def messages(
    path: Path, reading: Reading, what: str, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    """What the reading process answers.

    One that dies of a workbook is followed by another that reads with openpyxl alone. Raises
    InputError, EnvironmentProblem and Cancelled.
    """
    path = path.absolute()
    if not path.is_file():
        raise refused("sheet.not_found", name=path.name)
    answered = False
    try:
        task = Task(path, reading, what, (CALAMINE, OPENPYXL), limits.megabytes)
        for message in _answers(task, limits, cancelled):
            answered = True
            yield message
    except _Died as death:
        if answered:
            raise _why(death, path) from death
        yield from _second_try(death, task, limits, cancelled)


def _second_try(
    death: _Died, task: Task, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    again = Task(task.path, task.reading, task.what, (OPENPYXL,), task.megabytes)
    try:
        yield from _answers(again, limits, cancelled)
    except _Died as second:
        raise _why(second, task.path) from second
    except InputError as error:
        if error.code == "sheet.damaged":  # Nothing but calamine reads this kind.
            raise _why(death, task.path) from error
        raise


def _why(death: _Died, path: Path) -> InputError:
    code = "sheet.too_much_memory" if death.status == _ABORTED else "sheet.stopped"
    return refused(code, name=path.name)


def _answers(
    task: Task, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    with _reading(task) as (process, pipe):
        waited = 0.0
        while True:
            begun = time.monotonic()
            message = _next(process, pipe, task, limits, limits.seconds - waited, cancelled)
            waited += time.monotonic() - begun
            _raise_for(message, task.path)
            yield message
            if message[0] != "rows":
                return


@contextmanager
def _reading(task: Task) -> Iterator[tuple[SpawnProcess, Connection]]:
    """A process that reads; it is gone when this is left."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(theirs, task), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _next(
    process: SpawnProcess, pipe: Connection, task: Task, limits: Limits, seconds: float,
    cancelled: Callable[[], bool],
) -> Message:
    end = time.monotonic() + seconds
    look_again = time.monotonic()
    while True:
        if cancelled():
            raise Cancelled
        if pipe.poll(_GLANCE):
            break
        now = time.monotonic()
        if now > end:
            raise refused("sheet.too_slow", name=task.path.name, seconds=round(limits.seconds))
        if watches() and now > look_again and process.pid is not None:
            look_again = now + _MOMENT
            if held(process.pid) > limits.megabytes:
                raise refused("sheet.too_much_memory", name=task.path.name)
    try:
        message: Message = pipe.recv()
    except (EOFError, OSError) as error:  # The second where it died in the middle of a word.
        process.join(_MOMENT)
        raise _Died(process.exitcode) from error
    return message


def _raise_for(message: Message, path: Path) -> None:
    word, found = message
    if word == "refused":
        raise InputError(*(
            Problem(code, values={"name": path.name, **values}) for code, values in found
        ))
    if word == "unreadable":
        raise EnvironmentProblem("file.unreadable", path=str(path), reason=found)
    if word == "bug":
        raise RuntimeError(found)
