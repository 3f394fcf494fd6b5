"""The public directory as HSDS 3.1: checked against the specification, then written."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from partner_desk.files.hsds_out.checking import Cells
from partner_desk.files.hsds_out.document import write_document
from partner_desk.files.hsds_out.facts import facts_of
from partner_desk.files.hsds_out.package import in_order, package
from partner_desk.files.hsds_out.rows import OutRow
from partner_desk.model.errors import Cancelled, InputError, Problem
from partner_desk.model.office import OFFICE_ID, Office
from partner_desk.model.queries import ListQuery
from partner_desk.model.registry import KINDS
from partner_desk.services.hsds_export.choice import Choice, Without
from partner_desk.services.hsds_export.nested import Nested
from partner_desk.services.hsds_export.rows import ORDER
from partner_desk.services.hsds_export.tables import Tables
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

Report = Callable[[int, int | None], None]
IsCancelled = Callable[[], bool]
MOST_PROBLEMS = 5_000
ENDINGS = (".zip", ".json")
_STEP = 500
_OWNERS = ("service", "location", "organization", "phone")


def _no_report(done: int, total: int | None) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class OutProblem:
    """A cell that the specification does not accept.

    ``row`` is the number a spreadsheet shows of the table's CSV file; ``kind`` and ``id`` name
    the record where it is put right, ``caption`` what it is called and what it belongs to.
    """

    table: str
    row: int
    column: str
    code: str
    values: Mapping[str, object]
    kind: str
    id: str
    caption: str


@dataclass(slots=True)
class Checked:
    """What goes out and what is wrong with it.

    ``tables`` counts rows, ``columns`` names them, by table. ``problems`` holds at most
    MOST_PROBLEMS of the ``faults`` there are; ``faulty`` names every record that has one.
    ``repaired`` counts by table, column and code what goes out otherwise than the office has it.
    ``left_out`` are records that stay because of their faults. ``digest`` is the same for the
    same content, whenever and wherever it is written.
    """

    tables: dict[str, int] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[OutProblem] = field(default_factory=list)
    faults: int = 0
    faulty: set[tuple[str, str]] = field(default_factory=set)
    repaired: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    left_out: Without = frozenset()
    digest: str = ""

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(self.tables.values())

    @property
    def files(self) -> list[str]:
        """The files of the tabular package that hold rows."""
        return [facts_of(each).path for each in self.tables]


def check(
    reader: Reader, query: ListQuery | None = None, *, without: Without = frozenset(),
    report: Report = _no_report, cancelled: IsCancelled = _never,
) -> Checked:
    """Look at all that would go out: the resources of ``query`` (None: all) and their context.

    ``report`` gets rows done and about how many there are. Raises Cancelled.
    """
    return _Check(Choice(reader, query, without), report, cancelled).run()


def write(
    store: Store, path: Path, query: ListQuery | None = None, *, leave_out: bool = False,
    without: Without = frozenset(), report: Report = _no_report, cancelled: IsCancelled = _never,
) -> Checked:
    """Write the public directory to ``path``: a tabular package (.zip) or one document (.json).

    What the specification does not accept keeps everything from being written, unless
    ``leave_out`` leaves the records out that it is about; ``without`` names some that are left out
    from the start. Raises InputError ("hsds.ending",
    "hsds.has_problems", "hsds.nothing"), EnvironmentProblem and Cancelled; after any of them an
    older file at ``path`` is as it was.
    """
    if path.suffix.lower() not in ENDINGS:
        raise InputError(Problem("hsds.ending", values={"name": path.name}))
    with store.reading() as reader:
        checked = check(reader, query, without=without, report=report, cancelled=cancelled)
        while leave_out and checked.faulty - checked.left_out:
            without = checked.left_out | checked.faulty
            checked = check(reader, query, without=without, report=report, cancelled=cancelled)
        if checked.faulty:
            raise InputError(Problem("hsds.has_problems", values={"count": checked.faults}))
        if not checked.tables.get("service"):
            raise InputError(Problem("hsds.nothing"))
        tables = Tables(Choice(reader, query, checked.left_out))
        if path.suffix.lower() == ".json":
            _write_document(path, tables, report, cancelled)
        else:
            _write_package(path, tables, checked, report, cancelled)
    return checked


class _Check:
    """One pass over everything that goes out."""

    def __init__(self, choice: Choice, report: Report, cancelled: IsCancelled) -> None:
        self._reader = choice.reader
        self._tables = Tables(choice)
        self._report, self._cancelled = report, cancelled
        self._result = Checked(left_out=choice.without)
        self._hash = hashlib.sha256()

    def run(self) -> Checked:
        """Check every row of every table."""
        result = self._result
        kinds = (*ORDER, "kept_row")
        total = sum(self._reader.count(ListQuery(kind)) for kind in kinds)
        for table in self._tables.names():
            columns: set[str] = set()
            count = 0
            for row in watched(self._tables.of(table), self._cancelled):
                count += 1
                columns.update(row.cells)
                self._note(table, count + 1, row)
                if count % _STEP == 0:
                    self._report(min(result.rows + count, total), total)
            if count:
                result.tables[table] = count
                result.columns[table] = in_order(facts_of(table), columns)
        result.digest = self._hash.hexdigest()
        return result

    def _note(self, table: str, number: int, row: OutRow) -> None:
        result = self._result
        said = json.dumps([table, row.cells], sort_keys=True, ensure_ascii=False)
        self._hash.update(f"{said}\n".encode())
        result.repaired.update((table, column, code) for column, code in row.repaired)
        if not row.troubles:
            return
        result.faulty.add((row.kind, row.id))
        result.faults += len(row.troubles)
        if len(result.problems) < MOST_PROBLEMS:
            kind, id_ = row.shown if row.shown[0] else (row.kind, row.id)
            caption = self._caption(row)
            result.problems.extend(
                OutProblem(table, number, each.column, each.code, each.values, kind, id_, caption)
                for each in row.troubles
            )

    def _caption(self, row: OutRow) -> str:
        """What a row's record is called, and what it belongs to."""
        names = [row.caption]
        for owner in _OWNERS:
            owner_id = row.cells.get(f"{owner}_id")
            if isinstance(owner_id, str):
                record = self._reader.get(KINDS[owner], owner_id)
                names.append(record.caption if record else "")
        return " – ".join(dict.fromkeys(each for each in names if each))


def watched(rows: Iterator[OutRow], cancelled: IsCancelled) -> Iterator[OutRow]:
    """The same rows; raises Cancelled when asked to stop."""
    for number, row in enumerate(rows):
        if number % _STEP == 0 and cancelled():
            raise Cancelled
        yield row


def _write_package(
    path: Path, tables: Tables, checked: Checked, report: Report, cancelled: IsCancelled
) -> None:
    office = tables.choice.reader.get(Office, OFFICE_ID)
    done = 0

    def cells(table: str) -> Iterator[Cells]:
        nonlocal done
        for row in watched(tables.of(table), cancelled):
            done += 1
            if done % _STEP == 0:
                report(done, checked.rows)
            yield row.cells

    with package(path, office.name if office else "") as writer:
        for table, columns in checked.columns.items():
            writer.table(table, columns, cells(table))
    report(checked.rows, checked.rows)


def _write_document(
    path: Path, tables: Tables, report: Report, cancelled: IsCancelled
) -> None:
    choice = tables.choice
    total = len(choice.ids("service")) + len(choice.ids("organization"))
    done = 0

    def step(count: int) -> None:
        nonlocal done
        if cancelled():
            raise Cancelled
        done += count
        report(done, total)

    write_document(path, Nested(tables).lists(step))
