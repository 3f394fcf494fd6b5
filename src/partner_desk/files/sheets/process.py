"""The side of the program: start a reading process, wait for it, stop it in time."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from partner_desk.files.child_process import Child, ChildDied, child
from partner_desk.files.sheets.child import CALAMINE, OPENPYXL, Task, serve
from partner_desk.files.sheets.content import refused
from partner_desk.files.sheets.memory import held, watches
from partner_desk.files.sheets.table import Limits, Reading
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem

Message = tuple[str, Any]
_MOMENT = 1.0
_ABORTED = -6
"""How a process ends whose memory is refused."""


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
    except ChildDied as death:
        if answered:
            raise _why(death, path) from death
        yield from _second_try(death, task, limits, cancelled)


def _second_try(
    death: ChildDied, task: Task, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    again = Task(task.path, task.reading, task.what, (OPENPYXL,), task.megabytes)
    try:
        yield from _answers(again, limits, cancelled)
    except ChildDied as second:
        raise _why(second, task.path) from second
    except InputError as error:
        if error.code == "sheet.damaged":  # Nothing but calamine reads this kind.
            raise _why(death, task.path) from error
        raise


def _why(death: ChildDied, path: Path) -> InputError:
    code = "sheet.too_much_memory" if death.status == _ABORTED else "sheet.stopped"
    return refused(code, name=path.name)


def _answers(
    task: Task, limits: Limits, cancelled: Callable[[], bool]
) -> Iterator[Message]:
    with child(serve, task) as process:
        waited = 0.0
        while True:
            begun = time.monotonic()
            message = _next(process, task, limits, limits.seconds - waited, cancelled)
            waited += time.monotonic() - begun
            _raise_for(message, task.path)
            yield message
            if message[0] != "rows":
                return


def _next(
    process: Child, task: Task, limits: Limits, seconds: float, cancelled: Callable[[], bool]
) -> Message:
    end = time.monotonic() + seconds
    look_again = time.monotonic()

    def look() -> None:
        nonlocal look_again
        now = time.monotonic()
        if now > end:
            raise refused("sheet.too_slow", name=task.path.name, seconds=round(limits.seconds))
        if watches() and now > look_again and process.process.pid is not None:
            look_again = now + _MOMENT
            if held(process.process.pid) > limits.megabytes:
                raise refused("sheet.too_much_memory", name=task.path.name)

    message: Message = process.next(cancelled, look)
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
