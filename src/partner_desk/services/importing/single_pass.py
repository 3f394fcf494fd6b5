"""One pass over all rows that come in: each is matched, counted and, at the end, written."""

import gc
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Protocol

from partner_desk.files.hsds import Refusal, SourceRow
from partner_desk.model.errors import Cancelled
from partner_desk.model.fields import Record
from partner_desk.model.origins import Imported
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.match import CHANGED, NEW, Matched, Matcher, Taken
from partner_desk.services.importing.preview import (
    MOST_CHANGES_SHOWN,
    FieldChange,
    ImportPreview,
    RecordChange,
)
from partner_desk.services.importing.source import SourceMatch
from partner_desk.services.without_collecting import nothing_to_collect
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]

_BATCH = 1_000
_WRITTEN_AT_ONCE = 5_000


class RowGiver(Protocol):
    """Whatever gives rows: a directory, a sheet."""

    @property
    def position(self) -> int:
        """How far the reading has come, in the unit of ``size``."""

    @property
    def size(self) -> int:
        """How much there is to read in all."""

    def rows(self) -> Iterator[SourceRow | Refusal]:
        """Every row, those that are refused already too."""


class Pass:
    """One pass. ``work`` is None for a mere look; ``result`` fills while it runs."""

    def __init__(
        self, reader: Reader, work: UnitOfWork | None, giver: RowGiver, match: SourceMatch,
        result: ImportPreview,
    ) -> None:
        self.giver = giver
        self.matcher = Matcher(reader, match)
        self.result = result
        self._pen = Pen(work, match) if work is not None else None

    def run(self, report: Report, cancelled: IsCancelled) -> ImportPreview:
        """Go through all rows; returns what became of them."""
        rows = self._taken_rows()
        # An import makes hardly any garbage that refers to itself: to look for it among what the
        # last rows made is enough. Among all there is, or what ten thousand rows made, it would
        # hold up the window.
        with nothing_to_collect():
            while batch := list(islice(rows, _BATCH)):
                if cancelled():
                    raise Cancelled
                for outcome in self.matcher.match(batch):
                    self._note(outcome)
                report(self.giver.position, self.giver.size)
                gc.collect(0)
            if self._pen is not None:
                self._pen.flush()
        return self.result

    def _taken_rows(self) -> Iterator[SourceRow]:
        for row in self.giver.rows():
            if isinstance(row, Refusal):
                self.matcher.note_refused(row)
                self.refuse(row)
            else:
                yield row

    def _note(self, outcome: Matched | Refusal) -> None:
        if isinstance(outcome, Refusal):
            self.refuse(outcome)
            return
        self.take(outcome)
        for taken in outcome.taken:
            if taken.state == CHANGED:
                self._show(outcome.row, taken)
            if self._pen is not None:
                self._pen.write(taken)

    def take(self, outcome: Matched) -> None:
        """Count a row that is taken."""
        self.result.count(outcome.row.records[0].kind, outcome.state)
        self.result.notes.extend(outcome.notes)

    def refuse(self, refusal: Refusal) -> None:
        """Count a row that is not taken."""
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


class Pen:
    """Writes in large strokes, parents before children."""

    def __init__(self, work: UnitOfWork, match: SourceMatch) -> None:
        self._work = work
        self._match = match
        self._has_source = False
        self._new: dict[str, list[Imported]] = {kind: [] for kind in KINDS}
        self._changed: dict[str, Imported] = {}
        """By their ids: of several rows that are one record the last says what it is."""
        self._waiting = 0

    def write(self, taken: Taken) -> None:
        """Take one record down; it is on its way to the office after ``flush`` at the latest."""
        if taken.state == NEW:
            self._new[taken.record.kind].append(taken.record)
            self._waiting += 1
        elif taken.state == CHANGED:
            self._changed[taken.record.id] = taken.record
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
        changed = sorted(self._changed.values(), key=lambda record: record.kind)
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
