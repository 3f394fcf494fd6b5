"""Import of a directory, with history, search index and matching, against rows put in by hand."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from directories import directory
from measuring import Row, in_process, processes_in_turns, report, seconds

GOAL, MEMORY_GOAL = 2.5, 300.0
_LONG = 50_000
_PRAGMAS = "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;"
_ALSO = "PRAGMA temp_store=MEMORY;"


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The row of the import, of ``size`` services; fewer runs of long ones."""
    folder, office = directory(size, place), place / f"imported-{size}.pdoffice"
    ours = [Path(__file__).name, "office", str(folder), str(office)]
    theirs = [Path(__file__).name, "raw", str(office), str(place / "raw.db")]
    if size > _LONG:
        runs = min(runs, 3)
    in_process(ours)  # The reference puts the rows of a finished import.
    mine, other = processes_in_turns(ours, theirs, runs, warm=False)
    ratio = mine["seconds"] / other["seconds"]
    yield Row(
        f"import of HSDS, {mine['records']:,.0f} records", "sqlite3 executemany with FTS5", size,
        mine["seconds"], other["seconds"], f"<= {GOAL}x, <= {MEMORY_GOAL:.0f} MB",
        ratio <= GOAL and mine["memory"] <= MEMORY_GOAL, runs, mine["memory"],
    )
    office.unlink()


def _import(folder: Path, office: Path) -> None:
    from partner_desk.model.history import Author
    from partner_desk.services import importing
    from partner_desk.store.store import Store

    office.unlink(missing_ok=True)
    store = Store.create(office, Author("bench", "bench"))
    took = seconds(lambda: importing.run(store, folder))
    store.close()
    with closing(sqlite3.connect(office)) as connection:
        (records,) = connection.execute("SELECT count(*) FROM change").fetchone()
    report(seconds=took, records=records)


def _raw(office: Path, target: Path) -> None:
    """The same rows into the same tables, indexes and search tables; no history, no matching."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as made, closing(sqlite3.connect(office)) as source:
        made.executescript(_PRAGMAS + _ALSO)
        schema = source.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
            "AND name NOT GLOB 'search_*_*' AND tbl_name NOT LIKE 'change%' ORDER BY type DESC"
        )
        for (statement,) in schema.fetchall():
            made.execute(statement)
        report(seconds=seconds(lambda: _copy(source, made)))
    target.unlink()


def _copy(source: sqlite3.Connection, made: sqlite3.Connection) -> None:
    tables = made.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'search_*_*' "
        "AND name NOT LIKE 'sqlite_%' AND name <> 'search_document'"
    )
    for (name,) in tables.fetchall():
        columns = [each[1] for each in made.execute(f"PRAGMA table_info({name})")]
        if name.startswith("search_"):
            columns.insert(0, "rowid")
        listed = ", ".join(f'"{each}"' for each in columns)
        places = ", ".join("?" * len(columns))
        cursor = source.execute(f"SELECT {listed} FROM {name}")
        made.executemany(f"INSERT INTO {name} ({listed}) VALUES ({places})", cursor)
    made.commit()


if __name__ == "__main__":
    {"office": _import, "raw": _raw}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
