"""Look at a sheet, then take its rows; another process does the reading, so this one is safe."""

from collections.abc import Callable, Iterator
from pathlib import Path

from partner_desk.files.sheets.table import (
    CellValue,
    Damage,
    Limits,
    Look,
    Notice,
    Reading,
    SheetInfo,
    SheetRow,
)

__all__ = [
    "CellValue", "Damage", "Limits", "Look", "Notice", "Reading", "SheetInfo", "SheetRow",
    "fingerprint", "look", "never", "rows",
]

IsCancelled = Callable[[], bool]


_GUESSED = Reading()
_USUAL = Limits()


def never() -> bool:
    """Nobody stops it."""
    return False


def look(
    path: Path,
    reading: Reading = _GUESSED,
    limits: Limits = _USUAL,
    cancelled: IsCancelled = never,
) -> Look:
    """What the sheet at ``path`` is, guessing whatever ``reading`` leaves open.

    Raises InputError (one sentence that says what is wrong), EnvironmentProblem (the file cannot
    be read) and Cancelled.
    """
    from partner_desk.files.sheets.process import messages

    found: Look
    for _, found in messages(path, reading, "look", limits, cancelled):
        return found
    raise AssertionError("the reading process always answers")


def rows(
    path: Path,
    reading: Reading,
    limits: Limits = _USUAL,
    cancelled: IsCancelled = never,
) -> Iterator[SheetRow]:
    """Every row under the headings that holds something, as ``look`` counts them, streamed.

    Raises as ``look`` does. Time spent by whoever takes the rows does not count.
    """
    from partner_desk.files.sheets.process import messages

    for word, batch in messages(path, reading, "rows", limits, cancelled):
        if word == "rows":
            for number, cells in batch:
                yield SheetRow(number, cells)


def fingerprint(path: Path) -> tuple[str, int, int]:
    """Name, size and time of change, to tell whether the file was changed since."""
    state = path.stat()
    return (path.name, state.st_size, state.st_mtime_ns)
