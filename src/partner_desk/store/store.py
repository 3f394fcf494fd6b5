"""One office, opened: reading and writing, undo and redo, and what its state amounts to."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.history import Author, ChangeSet, Operation, UndoResult
from partner_desk.store import schema, undoing
from partner_desk.store.bulk import BulkWriter
from partner_desk.store.change_log import ChangeSetWriter
from partner_desk.store.digest import digest
from partner_desk.store.disk import remove_office
from partner_desk.store.engine import (
    APPLICATION_ID,
    WRITES,
    environment_problem,
    office_url,
    open_engine,
)
from partner_desk.store.list_orders import ListOrders
from partner_desk.store.reader import Reader
from partner_desk.store.search_index import SearchIndex, search_index
from partner_desk.store.unit_of_work import UnitOfWork

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The computer's idea of the time."""
    return datetime.now(UTC)


class Store:
    """An open office. A transaction lives inside one ``with`` block and never leaves its thread."""

    def __init__(
        self, engine: Engine, author: Author, *, read_only: bool = False, clock: Clock = utc_now
    ) -> None:
        self.engine = engine
        self.author = author
        self.read_only = read_only
        self.clock = clock
        self.index: SearchIndex = search_index(engine.dialect.name)
        self._orders = ListOrders()

    @classmethod
    def create(
        cls, location: Path | str, author: Author, *, clock: Clock = utc_now
    ) -> "Store":
        """Make a new, empty office at a path or URL. Refuses a place where one is."""
        url = office_url(location)
        path = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
        if path and path.exists():
            raise EnvironmentProblem("office.exists", path=str(path))
        if path and not path.parent.is_dir():
            raise EnvironmentProblem("office.no_folder", path=str(path.parent))
        engine = open_engine(url)
        store = cls(engine, author, clock=clock)
        try:
            with store._troubles():
                schema.create(engine)
        except BaseException:
            store.close()
            if path:
                remove_office(path)  # Half an office helps nobody.
            raise
        return store

    @classmethod
    def open(
        cls,
        location: Path | str,
        author: Author,
        *,
        read_only: bool = False,
        busy_seconds: float = 10.0,
        clock: Clock = utc_now,
    ) -> "Store":
        """Open an office of this program's schema.

        Raises EnvironmentProblem: no such file, not an office, made by a newer program
        ("office.newer"), made by an older one and not yet brought up to date ("office.older").
        """
        url = office_url(location)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
            raise EnvironmentProblem("office.missing", path=url.database)
        engine = open_engine(url, read_only=read_only, busy_seconds=busy_seconds)
        store = cls(engine, author, read_only=read_only, clock=clock)
        try:
            with store._troubles():
                schema.check(engine)
        except BaseException:
            store.close()
            raise
        return store

    @property
    def path(self) -> Path | None:
        """The office's file, or None for a shared office on a server."""
        database = self.engine.url.database
        is_file = self.engine.dialect.name == "sqlite"
        return Path(database) if is_file and database else None

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A consistent view of the office for the length of the block."""
        with self._troubles(), self.engine.begin() as connection:
            yield Reader(connection, self.index, self._orders)

    @contextmanager
    def writing(self, operation: Operation) -> Iterator[UnitOfWork]:
        """A named change set: all of it is kept at the end of the block, or nothing.

        Where the block changed nothing, no change set is written.
        """
        if self.read_only:
            raise EnvironmentProblem("office.opened_read_only")
        set_id = ""
        try:
            with (
                self._troubles(), self._begin_write() as connection,
                closing(BulkWriter(connection)) as bulk,
            ):
                log = ChangeSetWriter(bulk, operation, self.author, self.clock)
                work = UnitOfWork(bulk, self.index, self.clock, log)
                yield work
                work.finish()
                set_id = work.change_set_id
        except EnvironmentProblem:
            # A commit that failed may have reached the disk: ask before saying "not saved".
            if not (set_id and self._was_kept(set_id)):
                raise

    @contextmanager
    def _begin_write(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    # One writer at a time, as in a file: the chain of change sets has one end,
                    # and what a change was made from cannot change under it.
                    connection.execute(select(func.pg_advisory_xact_lock(APPLICATION_ID)))
                yield connection

    def _was_kept(self, set_id: str) -> bool:
        try:
            with self.reading() as reader:
                return reader.change_set(set_id) is not None
        except EnvironmentProblem:
            return False

    def undo(self, change_set_id: str | None = None) -> UndoResult | None:
        """Take back a change set, or the newest that can be; None when there is none."""
        with self.reading() as reader:
            target = (
                reader.change_set(change_set_id)
                if change_set_id
                else undoing.next_undo(reader, self._own_computer())
            )
        return self._put_back(target) if target and not target.undone_by else None

    def redo(self) -> UndoResult | None:
        """Take back the newest undo; None when there is none, or work was done since."""
        with self.reading() as reader:
            target = undoing.next_redo(reader, self._own_computer())
        return self._put_back(target) if target else None

    def next_undo(self) -> ChangeSet | None:
        """What Undo would take back now."""
        with self.reading() as reader:
            return undoing.next_undo(reader, self._own_computer())

    def next_redo(self) -> ChangeSet | None:
        """The change set that Redo would bring again now."""
        with self.reading() as reader:
            target = undoing.next_redo(reader, self._own_computer())
            return reader.change_set(target.undoes) if target and target.undoes else None

    def _own_computer(self) -> str | None:
        # One editor per file: what was last done is his to undo, wherever the file was then.
        return None if self.path else self.author.computer

    def _put_back(self, target: ChangeSet) -> UndoResult:
        kind = "redo" if target.kind == "undo" else "undo"
        operation = Operation(target.code, target.values, kind=kind, undoes=target.id)
        with self.writing(operation) as work:
            conflicts = undoing.put_back(work, target)
        return UndoResult(target, work.change_set_id, tuple(conflicts))

    def digest(self) -> str:
        """One number for all live records; see ``digest.digest``."""
        with self.reading() as reader:
            return digest(reader)

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        """Tell what the driver says in terms of a person's surroundings."""
        try:
            yield
        except DBAPIError as error:
            problem = environment_problem(error, self.engine.url)
            if problem is None:
                raise
            raise problem from error
