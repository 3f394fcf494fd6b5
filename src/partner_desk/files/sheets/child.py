"""What the reading process does: open a file by its content, and tell what it found.

It is told where to read and answers through a pipe with pairs of a word and what belongs to it:
"look", "rows" (a batch) and "end"; "refused", "unreadable" and "bug" end it too.
"""

import os
import signal
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from partner_desk.files.sheets.by_lines import TextSource
from partner_desk.files.sheets.content import format_of, refused
from partner_desk.files.sheets.looking import look_of
from partner_desk.files.sheets.memory import limit_memory
from partner_desk.files.sheets.source import CannotRead, Source
from partner_desk.files.sheets.survey import table_of
from partner_desk.files.sheets.table import Reading
from partner_desk.model.errors import InputError

CALAMINE, OPENPYXL = "calamine", "openpyxl"
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be read: ``what`` is "look" or "rows", ``readers`` are tried in this order."""

    path: Path
    reading: Reading
    what: str
    readers: tuple[str, ...]
    megabytes: int


def serve(pipe: Connection, task: Task) -> None:
    """Do one task and answer. This is where the process begins."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever asked is told, and stops this.
    _be_silent()
    limit_memory(task.megabytes)
    try:
        _answer(pipe, task)
    except InputError as error:
        pipe.send(("refused", [(each.code, dict(each.values)) for each in error.problems]))
    except MemoryError:
        pipe.send(("refused", [("sheet.too_much_memory", {})]))
    except OSError as error:
        pipe.send(("unreadable", error.strerror or str(error)))
    except Exception:
        pipe.send(("bug", traceback.format_exc()))
    pipe.close()


def _answer(pipe: Connection, task: Task) -> None:
    kind = format_of(task.path)
    if kind == "text":
        reading = task.reading
        try:
            _send(pipe, task, TextSource(task.path, reading.encoding, reading.separator))
        except LookupError as error:
            raise refused("sheet.unknown_encoding", encoding=reading.encoding) from error
        return
    for reader in task.readers:
        try:
            _send(pipe, task, open_workbook(task.path, kind, reader))
            return
        except CannotRead:
            continue
    raise refused("sheet.damaged")


def open_workbook(path: Path, kind: str, reader: str) -> Source:
    """Raises CannotRead; each reader is imported only where it is needed."""
    if reader == CALAMINE:
        from partner_desk.files.sheets.by_calamine import CalamineSource

        return CalamineSource(path, kind)
    if kind not in ("xlsx", "xlsm"):
        raise CannotRead(kind)
    from partner_desk.files.sheets.by_openpyxl import OpenpyxlSource

    return OpenpyxlSource(path, kind)


def _send(pipe: Connection, task: Task, source: Source) -> None:
    if task.what == "look":
        pipe.send(("look", look_of(source, task.path, task.reading)))
        return
    table = table_of(source, task.reading.sheet, task.reading.header_row)
    rows: Iterable[tuple[int, object]] = ((row.number, row.cells) for row in table.rows())
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        pipe.send(("rows", batch))
    pipe.send(("end", None))


def _be_silent() -> None:
    """A reader that gives up prints to the terminal of whoever started the program."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    os.close(nothing)
    sys.stderr = None
