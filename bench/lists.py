"""A long list: typing into its filter, scrolling, jumping, sorting, each up to the painted rows."""

import sqlite3
import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from measuring import Row, in_turns, nothing, seconds
from offices import office, opened, raw
from partner_desk.files.catalogue import Catalogue
from partner_desk.model.folding import query_words
from partner_desk.model.queries import ListQuery
from partner_desk.ui.components.listing import PAGE, RecordTable, field_column
from partner_desk.ui.desk import Desk
from partner_desk.ui.preferences import Preferences

_TYPED = ("river", "food pan", "español", "harbor ni", "410", "office77")
_FIELDS = ("name", "sector", "email", "ein")
_KEY_GOAL, _KEY_ALLOWANCE, _KEY_WORST, _GOAL = 2.0, 0.016, 0.050, 1.3
_SETTLED_MS = 200
ROOT = QModelIndex()


class RawTable(QAbstractTableModel):
    """The least that can list so many rows: ids in memory, pages by the driver alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self.connection = connection
        self.ids: list[str] = []
        self.pages: dict[int, dict[str, Sequence[Any]]] = {}

    def show(self, order: str) -> None:
        """List everything in this order."""
        found = self.connection.execute(
            f"SELECT id FROM organization WHERE deleted_at IS NULL ORDER BY {order}"
        ).fetchall()
        self.beginResetModel()
        self.ids = [row[0] for row in found]
        self.pages.clear()
        self.endResetModel()

    def forget_rows(self) -> None:
        """Hold no page, and let the view ask anew."""
        self.pages.clear()
        last = self.index(len(self.ids) - 1, len(_FIELDS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return len(_FIELDS)

    def data(
        self, index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        number = index.row() // PAGE
        if number not in self.pages:
            ids = self.ids[number * PAGE : (number + 1) * PAGE]
            places = ",".join("?" * len(ids))
            rows = self.connection.execute(
                f"SELECT id, {', '.join(_FIELDS)} FROM organization WHERE id IN ({places})", ids
            )
            self.pages[number] = {row[0]: row[1:] for row in rows}
        return self.pages[number][self.ids[index.row()]][index.column()]


def _view(model: QAbstractTableModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.verticalHeader().hide()  # As in the program, where rows have no numbers.
    view.resize(900, 1000)
    view.show()
    QTest.qWaitForWindowExposed(view)
    return view


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """The rows of a list of ``size`` organizations."""
    app = QApplication.instance() or QApplication(["bench"])
    path = office(size, place)
    store, connection = opened(path), raw(path)
    desk = Desk(store, Catalogue("en"), Preferences())
    table = RecordTable(desk, "organization", [
        field_column(desk, "organization", name) for name in _FIELDS
    ])
    ours, theirs = _view(table), _view(RawTable(connection))
    yield _keystroke(table, ours, connection, size, runs)

    def forget() -> None:
        desk.store.close()
        desk.store = opened(path)  # One that knows no order yet.

    yield from _moves(ours, theirs, forget, size, runs)
    for view in (ours, theirs):
        view.close()
    desk.store.close()
    connection.close()
    del app


def _keystroke(
    table: RecordTable, view: QTableView, connection: sqlite3.Connection, size: int, runs: int
) -> Row:
    typed = [text[:end] for text in _TYPED for end in range(1, len(text) + 1)]

    def ours(text: str) -> None:
        table.show(ListQuery("organization", search=text))
        view.viewport().repaint()

    def theirs(text: str) -> None:
        asked = " AND ".join(f'"{word}"*' for word in query_words(text))
        connection.execute(
            "SELECT id FROM organization WHERE deleted_at IS NULL AND row IN (SELECT rowid FROM "
            "search_organization WHERE search_organization MATCH ?) ORDER BY sort_key, id",
            (asked,),
        ).fetchall()

    ours("")
    mine, others = [], []
    for _ in range(runs):
        for text in typed:
            mine.append((seconds(ours, text), text))
            others.append(seconds(theirs, text))
    worst, prefix = max(
        (statistics.median(took for took, other in mine if other == text), text) for text in typed
    )
    median, other = statistics.median(took for took, _ in mine), statistics.median(others)
    return Row(
        "keystroke to the filtered list painted", "the same FTS5 query, raw", size, median, other,
        "<= 2x + 16 ms, never over 50 ms",
        median <= _KEY_GOAL * other + _KEY_ALLOWANCE and worst <= _KEY_WORST, runs,
        note=f"{len(typed)} prefixes; the worst, “{prefix}”, {worst * 1000:.0f} ms, "
        f"raw at worst {max(others) * 1000:.0f} ms",
    )


def _moves(
    ours: QTableView, theirs: QTableView, forget: Callable[[], None], size: int, runs: int
) -> Iterator[Row]:
    mine, other = ours.model(), theirs.model()
    assert isinstance(mine, RecordTable)
    assert isinstance(other, RawTable)
    mine.show(ListQuery("organization"))
    other.show("sort_key, id")
    QTest.qWait(_SETTLED_MS)  # Both have their scroll bars from here on, and paint them.

    def jumped(view: QTableView, *places: int) -> None:
        # As on the first visit: no page is held.
        (mine if view is ours else other).forget_rows()
        for to in places:
            view.verticalScrollBar().setValue(to)
            view.viewport().repaint()

    def sort(view: QTableView, by: str) -> None:
        if view is ours:
            mine.show(ListQuery("organization", order=by))
        else:
            other.show("sort_key, id" if by == "name" else f"lower({by}), sort_key, id")
        view.viewport().repaint()

    middle = size // 2
    works: dict[str, tuple[Callable[[QTableView], None], Callable[[], None]]] = {
        "jump to the end of a list": (lambda view: jumped(view, 0, size), nothing),
        "scroll a page": (lambda view: jumped(view, middle, middle + PAGE), nothing),
        "sort by a column": (lambda view: sort(view, "email"), forget),
        "sort by the title": (lambda view: sort(view, "name"), forget),
    }
    for name, (work, prepare) in works.items():
        timed = in_turns(partial(work, ours), partial(work, theirs), max(runs, 5), prepare)
        yield Row(
            name, "ids in memory over raw sqlite3", size, timed.ours, timed.theirs,
            f"<= {_GOAL}x", timed.ratio <= _GOAL, timed.runs,
        )
