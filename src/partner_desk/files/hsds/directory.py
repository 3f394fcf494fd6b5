"""A directory as a whole: its tables in an order in which parents come before children."""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

from partner_desk.files.hsds.archive import Container, SourceFile, open_container, refused
from partner_desk.files.hsds.delimited import DelimitedFile, column_name, open_delimited
from partner_desk.files.hsds.encodings import GUESSED
from partner_desk.files.hsds.mapping import Cells, Mapping
from partner_desk.files.hsds.nested import JsonTable, read_json
from partner_desk.files.hsds.rows import Refusal, RefusedRow, SourceRow
from partner_desk.files.hsds.tables import KEPT, NAMES, Shape, shape_of, unknown_shape
from partner_desk.files.hsds.tree import in_tree_order
from partner_desk.files.web_codes import WEB_CODES
from partner_desk.model.errors import EnvironmentProblem, InputError
from partner_desk.model.registry import KINDS

# Ohana's services name their categories and places, so these are read before them.
_FIRST = ("category", "organization", "program", "location", "service")
_ORDER = (*_FIRST, *(kind for kind in KINDS if kind not in _FIRST))
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError)


@dataclass(slots=True)
class Table:
    """A table of the directory. ``cells`` starts reading its rows from the beginning."""

    file: SourceFile
    shape: Shape
    header: tuple[str, ...]
    cells: Callable[[], Iterator[tuple[int, Cells, str]]]
    read: Callable[[], int]
    """How many bytes have been read of it."""

    @property
    def rank(self) -> int:
        """Tables of lower rank are read first."""
        return _ORDER.index(self.shape.kind)


@dataclass(slots=True)
class Directory:
    """An opened directory; use it as a context manager.

    ``name`` is the folder's or file's; ``left_out`` are the files beside that are no tables of a
    directory; ``guessed`` names the encoding of each file that is not in Unicode. ``notes`` tell
    of what was put right in the columns whose rows were given last.
    """

    name: str
    tables: list[Table]
    left_out: tuple[str, ...]
    guessed: dict[str, str]
    container: Container
    size: int = field(default=0)
    """Bytes of all tables."""
    notes: list[Refusal] = field(default_factory=list)
    _done: int = field(default=0)
    _current: Table | None = field(default=None)

    def __enter__(self) -> "Directory":
        return self

    def __exit__(self, *_: object) -> None:
        self.container.close()

    @property
    def position(self) -> int:
        """How many bytes the reading of ``rows`` has come to."""
        return self._done + (self._current.read() if self._current else 0)

    def rows(self, kinds: tuple[str, ...] = ()) -> Iterator[SourceRow | Refusal]:
        """Every row of every table (of these kinds), parents before children.

        Raises InputError for a file that turns out to be damaged, EnvironmentProblem for one that
        cannot be read any more.
        """
        self._done = 0
        self.notes.clear()
        told = _ToldApart()
        for kind, tables in groupby(self.tables, key=lambda table: table.shape.kind):
            if kinds and kind not in kinds:
                continue
            rows = self._rows(tables)
            if kind == KEPT:
                rows = map(told.apart, rows)
            with _damage_named(self.container.name):
                yield from in_tree_order(rows) if kind == "category" else rows

    def _rows(self, tables: Iterable[Table]) -> Iterator[SourceRow | Refusal]:
        for table in tables:
            self._current = table
            yield from _rows(table, self.notes)
            self._done += table.read()
            self._current = None


class _ToldApart:
    """Tells rows of different foreign tables apart that bear one id, though it be a UUID."""

    def __init__(self) -> None:
        self._tables: dict[str, object] = {}

    def apart(self, row: SourceRow | Refusal) -> SourceRow | Refusal:
        """The row, with another key where a table before has a row of this one."""
        if isinstance(row, Refusal):
            return row
        own = row.records[0]
        table = own.values["table_name"]
        if self._tables.setdefault(own.key, table) == table:
            return row
        return row._replace(records=(own._replace(key=f"{table}/{own.key}"),))


def open_directory(path: Path) -> Directory:
    """Find the tables at ``path``: a folder, a zip, a CSV or a JSON file.

    Raises InputError when there is none or an archive cannot be trusted, EnvironmentProblem when
    the disk stands in the way.
    """
    container = open_container(path)
    try:
        with _damage_named(container.name):
            return _found(container, path)
    except BaseException:
        container.close()
        raise


def _found(container: Container, path: Path) -> Directory:
    for group in container.groups:
        guessed: dict[str, str] = {}
        tables: list[Table] = []
        for file in group:
            tables.extend(_tables(file, guessed))
        if any(table.shape.kind != KEPT for table in tables):
            known = {table.file.name for table in tables}
            for file in group:
                if file.name not in known and not file.is_json:
                    tables.extend(_tables(file, guessed, unknown_too=True))
            tables.sort(key=lambda table: (table.rank, table.shape.fixed != {}))
            files = {table.file.name: table.file.size for table in tables}
            everything = [file.name for one in container.groups for file in one]
            left_out = tuple(name for name in everything if name not in files)
            size = sum(files.values())
            return Directory(container.name, tables, left_out, guessed, container, size)
    raise refused("import.no_tables", name=path.name)


def _tables(
    file: SourceFile, guessed: dict[str, str], unknown_too: bool = False
) -> list[Table]:
    if file.is_json:
        return _json_tables(file)
    if not file.is_text:
        return []
    opened = open_delimited(file)
    shape = shape_of(file.stem, opened.header) if opened else None
    if opened and shape is None and unknown_too:
        shape = unknown_shape(file.stem, opened.header, bool(file.table))
    if opened is None or shape is None:
        return []
    opened.find_encoding()
    if opened.encoding in GUESSED:
        guessed[file.name] = opened.encoding
    return [Table(file, shape, opened.header, _from_csv(opened), lambda: opened.position)]


def _from_csv(opened: DelimitedFile) -> Callable[[], Iterator[tuple[int, Cells, str]]]:
    return lambda: ((number, cells, "") for number, cells in opened.rows())


def _json_tables(file: SourceFile) -> list[Table]:
    try:
        found = read_json(file)
    except InputError:
        if file.stem in NAMES:
            raise
        return []
    tables: list[Table] = []
    for index, each in enumerate(found):
        header = tuple(column_name(name) for name in each.header())
        shape = shape_of(each.name, header)
        if shape is None and each.name not in NAMES:
            shape = unknown_shape(each.name, header, listed=True)
        if shape is not None:
            read = partial(int, file.size if index == 0 else 0)
            tables.append(Table(file, shape, header, _from_json(each), read))
    return tables


def _from_json(table: JsonTable) -> Callable[[], Iterator[tuple[int, Cells, str]]]:
    names = table.header()
    return lambda: (
        (row.number, [row.cells.get(name) for name in names], row.prefix) for row in table.rows
    )


def _rows(table: Table, notes: list[Refusal]) -> Iterator[SourceRow | Refusal]:
    mapping = Mapping(table.file.name, table.shape, table.header)
    for number, cells, prefix in table.cells():
        try:
            yield mapping.row(number, cells, prefix)
        except RefusedRow as error:
            column = (prefix + error.column).rstrip(".")
            yield Refusal(
                table.file.name, number, column, error.code, error.values, table.shape.kind,
                error.key,
            )
    for column, counts in mapping.web_codes.items():
        values = {"count": counts.total(), "value": counts.most_common(1)[0][0]}
        notes.append(
            Refusal(table.file.name, 0, column, WEB_CODES, values, table.shape.kind)
        )


@contextmanager
def _damage_named(name: str) -> Iterator[None]:
    """Say of which archive or file it is that reading failed."""
    try:
        yield
    except NotImplementedError as error:
        raise refused("zip.unsupported", name=name) from error
    except _DAMAGE as error:
        raise refused("zip.damaged", name=name) from error
    except OSError as error:
        raise EnvironmentProblem(
            "file.unreadable", path=name, reason=error.strerror or str(error)
        ) from error
