"""Importing a community directory: look first, then write all of it in one change set."""

from collections.abc import Mapping
from pathlib import Path

from partner_desk.files.hsds import Directory, open_directory
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.services import safekeeping
from partner_desk.services.importing.alike import DirectoryPass
from partner_desk.services.importing.preview import (
    STATES,
    FieldChange,
    ImportPreview,
    ImportResult,
    RecordChange,
)
from partner_desk.services.importing.single_pass import IsCancelled, Report
from partner_desk.services.importing.source import matching_source
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

__all__ = [
    "STATES", "FieldChange", "ImportPreview", "ImportResult", "RecordChange", "apply", "preview",
    "run",
]

Decisions = Mapping[str, str]

def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def preview(
    store: Store, path: Path, report: Report = _no_report, cancelled: IsCancelled = _never,
    decisions: Decisions | None = None,
) -> ImportPreview:
    """Read and match everything at ``path`` without writing.

    ``decisions`` say by a row's key what a person decided of it (see ``SeenRow``). ``report`` gets
    bytes read and bytes in all. Raises InputError (no directory there, bad zip),
    EnvironmentProblem, Cancelled.
    """
    with open_directory(path) as directory, store.reading() as reader:
        return _look_through(reader, None, directory, path, decisions or {}, report, cancelled)


def apply(
    store: Store, seen: ImportPreview, report: Report = _no_report,
    cancelled: IsCancelled = _never, decisions: Decisions | None = None,
) -> ImportResult:
    """Write what ``seen`` showed, with these decisions (None: those of ``seen``).

    All of it is one change set; nothing is written when cancelled.

    Raises InputError("import.file_changed") when the files are no longer what was looked at, and
    whatever ``preview`` raises.
    """
    with open_directory(seen.path) as directory:
        if directory.container.fingerprint != seen.fingerprint:
            raise InputError(Problem("import.file_changed", values={"name": seen.name}))
        decided = seen.decisions if decisions is None else decisions
        return _write(store, directory, seen.path, decided, report, cancelled)


def run(
    store: Store, path: Path, report: Report = _no_report, cancelled: IsCancelled = _never
) -> ImportResult:
    """Import at once, without a look before: one reading instead of two."""
    with open_directory(path) as directory:
        return _write(store, directory, path, {}, report, cancelled)


def _write(
    store: Store, directory: Directory, path: Path, decisions: Decisions, report: Report,
    cancelled: IsCancelled,
) -> ImportResult:
    safekeeping.backup_if_changed(store)
    operation = Operation("import.directory", {"name": directory.name}, kind="import")
    with nothing_to_collect(), store.writing(operation) as work:
        result = _look_through(work, work, directory, path, decisions, report, cancelled)
    result.change_set_id = work.change_set_id
    return result


def _look_through(
    reader: Reader, work: UnitOfWork | None, directory: Directory, path: Path,
    decisions: Decisions, report: Report, cancelled: IsCancelled,
) -> ImportPreview:
    match = matching_source(reader, directory)
    result = ImportPreview(
        path, directory.name, match.source.id, not match.fresh,
        directory.left_out, directory.guessed, directory.container.fingerprint,
        decisions=dict(decisions),
    )
    return DirectoryPass(reader, work, directory, match, result).run(report, cancelled)
