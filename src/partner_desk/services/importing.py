"""Importing a community directory: look first, then write all of it in one change set."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from partner_desk.files.hsds import Directory, Refusal, SourceRow, open_directory
from partner_desk.model.directory import Imported
from partner_desk.model.errors import Cancelled, InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.registry import KINDS
from partner_desk.services import safekeeping
from partner_desk.services.importing_match import CHANGED, NEW, Matched, Matcher, Taken
from partner_desk.services.importing_preview import (
    MOST_CHANGES_SHOWN,
    STATES,
    FieldChange,
    ImportPreview,
    ImportResult,
    RecordChange,
)
from partner_desk.services.importing_source import SourceMatch, matching_source
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

__all__ = [
    "STATES", "FieldChange", "ImportPreview", "ImportResult", "RecordChange", "apply", "preview",
    "run",
]

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]

_BATCH = 1_000
_WRITTEN_AT_ONCE = 20_000


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def preview(
    store: Store, path: Path, report: Report = _no_report, cancelled: IsCancelled = _never
) -> ImportPreview:
    """Read and match everything at ``path`` without writing.

    ``report`` gets bytes read and bytes in all. Raises InputError (no directory there, bad zip),
    EnvironmentProblem, Cancelled.
    """
    with open_directory(path) as directory, store.reading() as reader:
        return _Import(reader, None, directory, path).run(report, cancelled)


def apply(
    store: Store, seen: ImportPreview, report: Report = _no_report,
    cancelled: IsCancelled = _never,
) -> ImportResult:
    """Write what ``seen`` showed, in one change set; nothing when cancelled.

    Raises InputError("import.file_changed") when the files are no longer what was looked at, and
    whatever ``preview`` raises.
    """
    with open_directory(seen.path) as directory:
        if directory.container.fingerprint != seen.fingerprint:
            raise InputError(Problem("import.file_changed", values={"name": seen.name}))
        return _write(store, directory, seen.path, report, cancelled)


def run(
    store: Store, path: Path, report: Report = _no_report, cancelled: IsCancelled = _never
) -> ImportResult:
    """Import at once, without a look before: one reading instead of two."""
    with open_directory(path) as directory:
        return _write(store, directory, path, report, cancelled)


def _write(
    store: Store, directory: Directory, path: Path, report: Report, cancelled: IsCancelled
) -> ImportResult:
    safekeeping.backup_if_changed(store)
    operation = Operation("import.directory", {"name": directory.name}, kind="import")
    with store.writing(operation) as work:
        result = _Import(work, work, directory, path).run(report, cancelled)
    result.change_set_id = work.change_set_id
    return result


class _Import:
    """One pass over a directory."""

    def __init__(
        self, reader: Reader, work: UnitOfWork | None, directory: Directory, path: Path
    ) -> None:
        self._directory = directory
        self._match = matching_source(reader, directory)
        self._matcher = Matcher(reader, self._match)
        self._pen = _Pen(work, self._match) if work is not None else None
        self.result = ImportPreview(
            path, directory.name, self._match.source.id, not self._match.fresh,
            directory.left_out, directory.guessed, directory.container.fingerprint,
        )

    def run(self, report: Report, cancelled: IsCancelled) -> ImportPreview:
        """Go through all rows; returns what became of them."""
        rows = self._taken_rows()
        while batch := list(islice(rows, _BATCH)):
            if cancelled():
                raise Cancelled
            for outcome in self._matcher.match(batch):
                self._note(outcome)
            report(self._directory.position, self._directory.size)
        if self._pen is not None:
            self._pen.flush()
        return self.result

    def _taken_rows(self) -> Iterator[SourceRow]:
        for row in self._directory.rows():
            if isinstance(row, Refusal):
                self._matcher.note_refused(row)
                self._refuse(row)
            else:
                yield row

    def _note(self, outcome: Matched | Refusal) -> None:
        if isinstance(outcome, Refusal):
            self._refuse(outcome)
            return
        self.result.count(outcome.row.records[0].kind, outcome.state)
        self.result.notes.extend(outcome.notes)
        for taken in outcome.taken:
            if taken.state == CHANGED:
                self._show(outcome.row, taken)
            if self._pen is not None:
                self._pen.write(taken)

    def _refuse(self, refusal: Refusal) -> None:
        self.result.refusals.append(refusal)
        self.result.count(refusal.kind, "refused")

    def _show(self, row: SourceRow, taken: Taken) -> None:
        if taken.before is None or len(self.result.changes) >= MOST_CHANGES_SHOWN:
            return
        record, before = taken.record, taken.before
        fields = tuple(
            FieldChange(name, each.type.show(getattr(before, name)),
                        each.type.show(getattr(record, name)))
            for name, each in type(record).declarations.items()
            if getattr(record, name) != getattr(before, name)
        )
        self.result.changes.append(
            RecordChange(record.kind, record.id, before.caption, row.file, row.row, fields)
        )


class _Pen:
    """Writes in large strokes, parents before children."""

    def __init__(self, work: UnitOfWork, match: SourceMatch) -> None:
        self._work = work
        self._match = match
        self._has_source = False
        self._new: dict[str, list[Imported]] = {kind: [] for kind in KINDS}
        self._changed: list[Imported] = []
        self._waiting = 0

    def write(self, taken: Taken) -> None:
        """Take one record down; it is on its way to the office after ``flush`` at the latest."""
        if taken.state == NEW:
            self._new[taken.record.kind].append(taken.record)
            self._waiting += 1
        elif taken.state == CHANGED:
            self._changed.append(taken.record)
            self._waiting += 1
        if self._waiting >= _WRITTEN_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        self._write_source()
        added: list[Record] = [record for records in self._new.values() for record in records]
        self._work.add_many(added)
        changed = sorted(self._changed, key=lambda record: record.kind)
        self._work.change_many(changed)
        for records in self._new.values():
            records.clear()
        self._changed.clear()
        self._waiting = 0

    def _write_source(self) -> None:
        source = self._match.source
        if not self._has_source and (self._match.fresh or source.deleted_at is not None):
            source.deleted_at = None
            self._work.add(source)
        self._has_source = True
