"""Lists: ids in memory, rows on demand, filter, chips, order, and a current record that stays."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from partner_desk.model.fields import Record
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services import records
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.ui.components import listing
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import PAGE, Cell, Column, RecordTable, field_column
from partner_desk.ui.desk import Changed, Desk
from tests.ui.desks import desk_over, show, type_into

COUNT = 1000


@pytest.fixture
def desk(qapp: QApplication, office: Store, tmp_path: Path) -> Iterator[Desk]:
    with office.writing(Operation("sample.fill")) as work:
        work.add_many(
            School(name=f"School {n:04d}", level="high" if n % 10 == 0 else "middle")
            for n in range(COUNT)
        )
    with desk_over(office, tmp_path) as made:
        yield made


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> ListPane:
    made = ListPane(
        desk, "school", "Schools",
        [field_column(desk, "school", name) for name in ("name", "level", "principal")],
        [
            Chip("All", lambda: ListQuery("school"), "No schools\nThey belong here."),
            Chip("High", lambda: ListQuery("school", where=(Condition("level", "high"),))),
            Chip("Trash", lambda: ListQuery("school", trash=True), "Trash is empty"),
        ],
        EmptyState("school"),
        add="Add school",
    )
    show(qtbot, made, 470)
    return made


def first_names(table: RecordTable, count: int = 3) -> list[str]:
    return [table.index(row, 0).data() for row in range(min(count, len(table.ids)))]


def watched(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads on which ids of lists are read from now on."""
    threads: list[threading.Thread] = []
    ids = Reader.ids

    def told(reader: Reader, query: ListQuery, limit: int | None = None) -> list[str]:
        threads.append(threading.current_thread())
        return ids(reader, query, limit)

    monkeypatch.setattr(Reader, "ids", told)
    return threads


def test_rows_are_read_when_they_are_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    table = RecordTable(desk, "school", [field_column(desk, "school", "name")])
    table.show(ListQuery("school"))
    reads: list[int] = []
    read = desk.read

    def counted(work: Callable[[Any], Any]) -> Any:
        reads.append(1)
        return read(work)

    monkeypatch.setattr(desk, "read", counted)
    assert table.rowCount() == COUNT
    assert not reads
    assert table.index(COUNT - 1, 0).data() == f"School {COUNT - 1:04d}"
    page_begins = (COUNT - 1) // PAGE * PAGE
    assert table.index(page_begins, 0).data() == f"School {page_begins:04d}"
    assert len(reads) == 1


def test_what_a_column_shows_is_read_with_its_page_once_it_was_asked_for(desk: Desk) -> None:
    reads: list[list[str]] = []

    def lengths(_reader: Reader, shown: Sequence[Record]) -> dict[str, Cell]:
        reads.append([each.id for each in shown])
        return {each.id: Cell(str(len(each.caption))) for each in shown}

    columns = [field_column(desk, "school", "name"), Column("Length", load=lengths)]
    table = RecordTable(desk, "school", columns)
    table.show(ListQuery("school"))
    assert table.index(0, 0).data() == "School 0000"
    assert reads == []  # A column without room is never asked for.
    assert [table.index(row, 1).data() for row in range(PAGE)] == ["11"] * PAGE
    assert reads == [table.ids[:PAGE]]
    assert table.index(PAGE, 0).data() == f"School {PAGE:04d}"
    assert reads[1:] == [table.ids[PAGE : 2 * PAGE]]
    table.forget_rows()
    assert table.index(1, 1).data() == "11"
    assert len(reads) == 3


def test_a_row_whose_record_is_gone_is_empty(desk: Desk) -> None:
    table = RecordTable(desk, "school", [field_column(desk, "school", "name")])
    table.show(ListQuery("school"))
    table.ids[1] = "gone"
    assert [table.index(row, 0).data() for row in range(3)] == ["School 0000", "", "School 0002"]


def test_typing_filters_and_escape_shows_all_again(qtbot: QtBot, pane: ListPane) -> None:
    type_into(pane.form.filter, "school 000")
    qtbot.waitUntil(lambda: len(pane.table_model.ids) == 10)
    assert pane.form.count.text() == "10 of 1,000"
    QTest.keyClick(pane.form.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(pane.table_model.ids) == COUNT)
    assert pane.form.count.text() == "1,000"


def test_enter_in_the_filter_goes_to_the_first_record(qtbot: QtBot, pane: ListPane) -> None:
    type_into(pane.form.filter, "0042")
    with qtbot.waitSignal(pane.chosen):
        QTest.keyClick(pane.form.filter, Qt.Key.Key_Return)
    assert pane.form.table.hasFocus()
    assert pane.table_model.index(0, 0).data() == "School 0042"
    with qtbot.waitSignal(pane.activated) as activated:
        QTest.keyClick(pane.form.table, Qt.Key.Key_Return)
    assert activated.args == [pane.current_id]


def test_chips_narrow_and_say_when_nothing_is_there(qtbot: QtBot, pane: ListPane) -> None:
    chip = next(each for each in pane.form.chips.children() if each.property("text") == "High")
    assert len(pane.table_model.ids) == COUNT
    pane.choose_chip(1)
    assert chip.property("checked")
    assert len(pane.table_model.ids) == COUNT // 10
    pane.choose_chip(2)
    assert pane.form.stack.currentIndex() == 1
    assert pane.empty.findChildren(type(pane.form.count))[1].text() == "Trash is empty"


def test_the_header_orders_in_sql_and_the_current_record_stays(pane: ListPane) -> None:
    pane.show_record(pane.table_model.ids[5])
    current = pane.current_id
    header = pane.form.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.query == ListQuery("school", order="name", descending=True)
    assert first_names(pane.table_model, 1) == [f"School {COUNT - 1:04d}"]
    assert pane.current_id == current
    assert pane.table_model.ids[pane.form.table.currentIndex().row()] == current


def test_a_change_elsewhere_keeps_record_and_place(
    qtbot: QtBot, pane: ListPane, desk: Desk, office: Store
) -> None:
    current = pane.table_model.ids[500]
    pane.show_record(current)
    bar = pane.form.table.verticalScrollBar()
    place = bar.value()
    assert place > 0
    desk.changed.connect(pane.refresh)
    desk.write(lambda: records.add(office, "school", {"name": "School 9999"}))
    desk.write(lambda: records.change_field(office, School, current, "level", "k8"))
    qtbot.waitUntil(lambda: len(pane.table_model.ids) == COUNT + 1)
    assert bar.value() == place
    assert pane.current_id == current
    row = pane.table_model.row_of(current)
    qtbot.waitUntil(lambda: pane.table_model.index(row, 1).data() == "Elementary and middle")


def test_a_long_list_is_ordered_and_read_anew_while_the_window_goes_on(
    qtbot: QtBot, pane: ListPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 10)
    threads = watched(monkeypatch)
    table, shown = pane.table_model, pane.form.table
    shown.setCurrentIndex(table.index(400, 0))
    before = list(table.ids)
    with qtbot.waitSignal(table.listed):
        shown.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        assert pane.query.descending
        assert table.ids == before
    assert first_names(table, 2) == ["School 0999", "School 0998"]
    assert shown.currentIndex().row() == table.row_of(before[400])
    place = shown.verticalScrollBar().value()
    assert place > 0
    with qtbot.waitSignal(table.listed):
        records.add(desk.store, "school", {"name": "Aspen"})
        desk.announce()
        pane.refresh(Changed())
    assert len(table.ids) == COUNT + 1
    assert pane.form.count.text() == f"{COUNT + 1:,}"
    assert shown.verticalScrollBar().value() == place
    assert threads
    assert threading.main_thread() not in threads


def test_what_is_typed_while_a_long_list_is_ordered_comes_in_its_place(
    qtbot: QtBot, pane: ListPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 10)
    pane.form.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    pane.form.filter.setText("0010")
    pane.focus_filter()
    QTest.keyClick(pane.form.filter, Qt.Key.Key_Down)
    assert first_names(pane.table_model) == ["School 0010"]
    qtbot.waitUntil(lambda: not desk.jobs.running())
    assert first_names(pane.table_model) == ["School 0010"]
    assert pane.query.descending


def test_a_long_list_is_ordered_beside_other_work(
    qtbot: QtBot, pane: ListPane, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 10)
    go_on = threading.Event()
    desk.start_job("Exporting", lambda _report, _cancelled: go_on.wait(20), lambda _result: None)
    with qtbot.waitSignal(pane.table_model.listed):
        pane.form.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert [each.title for each in desk.jobs.running()] == ["Exporting"]
    go_on.set()
    qtbot.waitUntil(lambda: not desk.jobs.running())


def test_a_record_outside_the_list_widens_the_list(pane: ListPane) -> None:
    wanted = pane.table_model.ids[7]
    pane.choose_chip(1)
    type_into(pane.form.filter, "0990")
    pane.show_record(wanted)
    assert pane.current_id == wanted
    assert pane.form.filter.text() == ""
    assert pane.table_model.ids[pane.form.table.currentIndex().row()] == wanted


def test_changes_of_other_kinds_leave_the_list_alone(
    pane: ListPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(pane, "refresh_now", lambda: asked.append(1))
    pane.refresh(Changed(frozenset({Organization.kind}), frozenset({"x"})))
    QTest.qWait(150)
    assert not asked


def test_a_wide_empty_page_keeps_its_lines_short(qtbot: QtBot) -> None:
    empty = EmptyState("school")
    words = "When schools say what they need, this map shows what partnerships meet. " * 3
    empty.say("No needs yet", words)
    show(qtbot, empty, 1160)
    (text,) = (each for each in empty.findChildren(QLabel) if each.text() == words)
    letters = text.width() / text.fontMetrics().averageCharWidth()
    assert 70 < letters < 80
    assert text.height() >= text.heightForWidth(text.width())
    assert abs(text.geometry().center().x() - empty.rect().center().x()) <= 1


def test_tab_leaves_the_table(pane: ListPane) -> None:
    pane.form.table.setFocus()
    QTest.keyClick(pane.form.table, Qt.Key.Key_Tab)
    assert not pane.form.table.hasFocus()
    assert pane.form.table.accessibleName() == "Schools"
