"""Taking a sheet in: look first, then write all of it in one change set."""

from collections.abc import Callable, Mapping
from pathlib import Path

from partner_desk.services.importing_preview import ImportPreview, ImportResult
from partner_desk.services.sheets.settled import Settled
from partner_desk.store.store import Store

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]
Decisions = Mapping[str, str]


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def preview(
    store: Store, path: Path, settled: Settled, decisions: Decisions | None = None,
    report: Report = _no_report, cancelled: IsCancelled = _never,
) -> ImportPreview:
    """Read and match every row without writing; ``report`` gets rows done and rows in all.

    ``decisions`` say by a row's key what a person decided of it (see ``SeenRow``).
    Raises InputError, EnvironmentProblem, Cancelled.
    """
    raise NotImplementedError


def apply(
    store: Store, seen: ImportPreview, decisions: Decisions | None = None,
    report: Report = _no_report, cancelled: IsCancelled = _never,
) -> ImportResult:
    """Write what ``seen`` showed, with these decisions (None: those of ``seen``).

    All of it is one change set; nothing is written when cancelled. Raises
    InputError("import.file_changed") when the file is no longer what was looked at.
    """
    raise NotImplementedError
