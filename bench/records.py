"""One record: opening it, saving one field of it; and search over the whole office."""

import sqlite3
import statistics
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from measuring import Row, in_turns, seconds
from offices import office, opened, raw
from partner_desk.model.folding import query_words
from partner_desk.model.organizations import Organization
from partner_desk.model.registry import SEARCHED, children_of
from partner_desk.services import history, records, searching
from partner_desk.store.store import Store

OPEN_GOAL, OPEN_LONGEST, SAVE_GOAL, SEARCH_LONGEST = 3.0, 0.050, 5.0, 0.050
_TYPED = ("r", "ri", "river", "food", "health ri", "español", "office7", "ana", "77", "s")
_TIMES = 20


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The rows of an office with ``size`` organizations."""
    path = office(size, place)
    store, connection = opened(path), raw(path)
    ids = [row[0] for row in connection.execute("SELECT id FROM organization LIMIT 500")]
    yield _open(store, connection, ids, size, runs)
    yield _save(store, ids, place, size, runs)
    yield _search(store, connection, size, runs)
    store.close()
    connection.close()


def _open(
    store: Store, connection: sqlite3.Connection, ids: list[str], size: int, runs: int
) -> Row:
    each, other = iter(ids * runs), iter(ids * runs)

    def ours() -> None:
        for _ in range(_TIMES):
            record_id = next(each)
            records.tree(store, "organization", record_id)
            history.history_of(store, "organization", record_id)

    def theirs() -> None:
        for _ in range(_TIMES):
            _raw_tree(connection, "organization", next(other))

    timed = in_turns(ours, theirs, runs)
    took = timed.ours / _TIMES
    return Row(
        "open a record with its parts and history", "raw sqlite3 reads of the same rows", size,
        took, timed.theirs / _TIMES, "<= 3x, <= 50 ms",
        timed.ratio <= OPEN_GOAL and took <= OPEN_LONGEST, timed.runs,
    )


def _raw_tree(connection: sqlite3.Connection, kind: str, record_id: str) -> None:
    connection.execute(f'SELECT * FROM "{kind}" WHERE id = ?', (record_id,)).fetchall()
    connection.execute(
        "SELECT * FROM change JOIN change_set USING (sequence) WHERE record_id = ?", (record_id,)
    ).fetchall()
    for child, link in children_of(kind):
        order = f'SELECT id FROM "{child.kind}" WHERE "{link.name}" = ? AND deleted_at IS NULL'
        for (child_id,) in connection.execute(order, (record_id,)).fetchall():
            _raw_tree(connection, child.kind, child_id)


def _save(store: Store, ids: list[str], place: Path, size: int, runs: int) -> Row:
    scratch = place / "scratch.db"
    scratch.unlink(missing_ok=True)
    plain = raw(scratch)
    plain.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value TEXT)")
    plain.executemany("INSERT INTO t (value) VALUES (?)", [("x" * 200,)] * 1000)
    number = count(time.time_ns() // 1000)  # Another text than a kept office has already.

    def ours() -> None:
        n = next(number)
        records.change_field(store, Organization, ids[n % 500], "description", f"Changed {n}")

    def theirs() -> None:
        n = next(number)
        plain.execute("UPDATE t SET value = ? WHERE id = ?", (f"Changed {n}", n % 1000 + 1))

    timed = in_turns(ours, theirs, max(runs, 5) * 20)
    plain.close()
    return Row(
        "save one field, with history and search index", "one raw fsynced SQLite commit", size,
        timed.ours, timed.theirs, f"<= {SAVE_GOAL:.0f}x", timed.ratio <= SAVE_GOAL, timed.runs,
    )


def _search(store: Store, connection: sqlite3.Connection, size: int, runs: int) -> Row:
    def theirs(text: str) -> None:
        asked = " AND ".join(f'"{word}"*' for word in query_words(text))
        for kind in SEARCHED:
            connection.execute(
                f'SELECT id FROM "{kind}" WHERE deleted_at IS NULL AND row IN (SELECT rowid FROM '
                f"search_{kind} WHERE search_{kind} MATCH ?) ORDER BY sort_key LIMIT 6", (asked,)
            ).fetchall()

    searching.find(store, "a")
    mine, others = [], []
    for text in _TYPED * runs:
        mine.append((seconds(searching.find, store, text), text))
        others.append(seconds(theirs, text))
    worst = max(
        statistics.median(took for took, other in mine if other == text) for text in _TYPED
    )
    return Row(
        "Ctrl+K over the whole office", "the same FTS5 queries, raw", size,
        statistics.median(took for took, _ in mine), statistics.median(others), "<= 50 ms",
        worst <= SEARCH_LONGEST, runs, note=f"the worst prefix {worst * 1000:.0f} ms",
    )
