"""Coverage: what schools need beside what there is, as a map, as a table, and need by need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from partner_desk.model.categories import Category
from partner_desk.model.errors import Cancelled as Stopped
from partner_desk.model.errors import DeskError
from partner_desk.model.partners import PRIORITIES, School
from partner_desk.model.texts import N_
from partner_desk.services import categories, needs
from partner_desk.services.coverage import (
    SIDES,
    Choice,
    Map,
    Standing,
    coverage,
    in_urgency,
    latest_year,
)
from partner_desk.services.coverage.facts import STEPS, Facts
from partner_desk.ui.areas.directory.coverage_details import CoverageDetails
from partner_desk.ui.areas.directory.coverage_export import ask_and_export_coverage
from partner_desk.ui.areas.directory.coverage_legend import CoverageLegend
from partner_desk.ui.areas.directory.coverage_list import NeedList
from partner_desk.ui.areas.directory.coverage_map import CoverageMap
from partner_desk.ui.areas.directory.coverage_words import (
    SIDE_WORDS,
    heading_words,
    needs_words,
    students_words,
)
from partner_desk.ui.components.controls import flat_button, words_label
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.free_side import FreeSide
from partner_desk.ui.components.newest_job import NewestJob
from partner_desk.ui.components.splitting import keep_shares
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.jobs import Cancelled, Report
from partner_desk.ui.look.theme import GAP, HALF, SECTION, UNIT

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

_KINDS = ("need", "school", "category", "service", "service_category", "location", "schedule",
          "address", "partnership", "partnership_school", "partnership_category", "service_area")
_DEPTHS = (N_("Wide"), N_("Fine"))
_SOON_MS = 80
_CELLS, _EMPTY, _STOPPED = range(3)


@dataclass(frozen=True)
class Drawn:
    """What a map takes, made in the background; ``names`` are those of ids of its needs."""

    map: Map
    standings: list[Standing]
    names: dict[str, str]


class CoverageSide(FreeSide):
    """Choices above, the map and its table at the left, what is behind a cell at the right."""

    resources_requested = Signal(object)
    """The ``Need`` for which somebody wants the list of resources."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chart = CoverageMap(desk)
        self.list = NeedList(desk)
        self.details = CoverageDetails(desk)
        self.legend = CoverageLegend(desk)
        self.empty, self.stopped = EmptyState("school"), EmptyState("school")
        self._jobs = NewestJob(desk, self._failed)
        self._facts: Facts | None = None
        self.year, self.columns, self.fineness, self.priority = (QComboBox() for _ in range(4))
        self.export_button = flat_button(self.tr("Excel…"), "export")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.read_when_seen)
        self._fill_choices()
        self._lay_out()
        self._connect()
        self.show_map()

    @property
    def choice(self) -> Choice:
        """Which needs are shown, and how."""
        return Choice(
            year=str(self.year.currentData() or ""),
            priority=str(self.priority.currentData() or ""),
            side=str(self.columns.currentData() or SIDES[0]),
            depth=int(self.fineness.currentData() or 1),
            language=self.desk.catalogue.language,
        )

    def take_switch(self, switch: QTabBar, *, beside: bool) -> None:
        self._title.setVisible(not beside)
        if beside:
            self._head.insertWidget(0, switch)
        else:
            self._left.insertWidget(0, switch)

    def show_map(self) -> None:
        """Make the map anew in the background; nothing older is shown meanwhile."""
        self._soon.stop()
        self._fill_years()
        self._show_nothing()
        store, choice, known = self.desk.store, self.choice, self._facts

        def work(report: Report, cancelled: Cancelled) -> Drawn:
            with store.reading() as reader:
                watch = _Watch(report, cancelled)
                return _drawn(reader, coverage(reader, choice, known, watch.step))

        self._jobs.start(self.tr("Comparing needs with what there is"), work, self._show)

    def _show_nothing(self) -> None:
        self.chart.table.show(None)
        self.list.table.show([], lambda each: "")
        self.legend.show_counts(None)
        self.details.clear()
        self.stack.setCurrentIndex(_CELLS)

    def _show(self, drawn: Drawn) -> None:
        if not isValid(self):
            return  # The language was changed meanwhile, and the page is another one.
        found, names = drawn.map, drawn.names
        self._facts = found.facts
        self.chart.table.show(found)
        self.list.table.show(drawn.standings, lambda each: names.get(each or "", ""))
        self.legend.show_counts(found)
        self.stack.setCurrentIndex(_CELLS if found.cells else _EMPTY)
        self._offer(bool(found.cells))
        self._say_empty(found.choice)
        self.details.teach()
        self._go_to_worst(drawn)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError):
            self.desk.troubled.emit(error)
        if not isValid(self):
            return
        self.stack.setCurrentIndex(_STOPPED)
        self._offer(False)

    def _offer(self, is_map: bool) -> None:
        """What goes with a map is there when one is."""
        self.export_button.setEnabled(is_map)
        self.details.setVisible(is_map)
        self.legend.setVisible(is_map)

    def read_anew(self) -> None:
        self.show_map()

    def enter(self, index: QModelIndex) -> None:
        """Show what is behind a cell and go there."""
        self._show_cell(index)
        self.details.focus_first()

    def refresh(self, changed: Changed) -> None:
        if changed.touches(*_KINDS):
            self._soon.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the map."""
        self.chart.setFocus(event.reason())

    def focus_filter(self) -> None:
        self.year.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        ask_and_export_coverage(self.desk, self, self.choice)

    def _show_cell(self, index: QModelIndex) -> None:
        found, cell = self.chart.table.map, self.chart.table.cell(index)
        if found is None or cell is None:
            self.details.teach()
            return
        row, column = found.rows[index.row()], found.columns[index.column()]
        title = " · ".join((
            heading_words(self.desk, row, "row"),
            heading_words(self.desk, column, found.choice.side),
        ))
        caption = ", ".join((
            needs_words(self.desk, len(cell.standings)),
            students_words(self.desk, cell.students),
        ))
        self.details.show_needs(title, caption, cell.standings, found.facts)

    def _show_need(self, index: QModelIndex) -> None:
        found = self.chart.table.map
        if found is None or not index.isValid():
            return
        standing = self.list.table.standings[index.row()]
        name_of = self.list.table.name_of
        named = (name_of(standing.need.category_id), name_of(standing.need.school_id))
        self.details.show_needs(
            " · ".join(filter(None, named)), "", [standing], found.facts
        )

    def _go_to_worst(self, drawn: Drawn) -> None:
        """Begin at the cell of the most urgent need, so that the panel teaches by example."""
        if not drawn.standings:
            return
        found, urgent = drawn.map, drawn.standings[0]
        key = next(key for key, cell in found.cells.items() if urgent in cell.standings)
        row = next(n for n, each in enumerate(found.rows) if each.id == key[0])
        column = next(n for n, each in enumerate(found.columns) if each.id == key[1])
        self.chart.setCurrentIndex(self.chart.table.index(row, column))

    def _fill_choices(self) -> None:
        for side in SIDES:
            self.columns.addItem(self.desk.text(SIDE_WORDS[side]), side)
        for place, words in enumerate(_DEPTHS, 1):
            self.fineness.addItem(self.desk.text(words), place)
        self.priority.addItem(self.tr("All"), "")
        for each in reversed(PRIORITIES):
            self.priority.addItem(self.desk.text(each.label), each.value)
        self._fill_years(first=True)

    def _fill_years(self, *, first: bool = False) -> None:
        """The years that have needs; the choice stays, the latest is chosen at first."""
        found = self.desk.read(needs.years)
        known = [self.year.itemData(n) for n in range(1, self.year.count())]
        if known == found and not first:
            return
        latest = self.desk.read(latest_year)
        chosen = latest if not known else str(self.year.currentData() or "")
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(self.tr("All years"), "")
        for each in found:
            self.year.addItem(each, each)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.year.blockSignals(False)

    def _say_empty(self, choice: Choice) -> None:
        if choice.priority or choice.year:
            self.empty.say(
                self.tr("No needs fit this"),
                self.tr("Choose another school year or priority above."),
            )
        else:
            self.empty.say(
                self.tr("No needs of schools yet"),
                self.tr(
                    "When schools say what they need, this map shows what partnerships meet, "
                    "what resources nearby could meet, and where gaps are. Needs are added on a "
                    "school's page, under Needs."
                ),
            )
        self.empty.show_buttons(not (choice.priority or choice.year))

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Map or table"))
        self.tabs.addTab(self.chart, self.tr("Map"))
        self.tabs.addTab(self.list, self.tr("Table"))
        self.chart.setAccessibleName(self.tr("Coverage of needs"))
        self.empty.offer(
            self.tr("Go to the schools"), "school",
            lambda: self.desk.list_requested.emit("partners", "schools"), first=True,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.empty)
        self.stopped.say(
            self.tr("The map was not made"), self.tr("Make it when there is time.")
        )
        self.stopped.offer(self.tr("Make the map"), "refresh", self.show_map, first=True)
        self.stack.addWidget(self.stopped)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(SECTION, GAP, GAP, UNIT)
        self._left.setSpacing(UNIT)
        self._head = QHBoxLayout()
        self._title = words_label(self.tr("Coverage"), "title")
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self.export_button)
        self._left.addLayout(self._head)
        self._left.addWidget(self._choices())
        self._left.addWidget(self.legend)
        self._left.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([830, 360])
        keep_shares(self.desk, self.splitter, "coverage")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _choices(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=UNIT)
        for words, box in (
            (self.tr("School year"), self.year), (self.tr("Columns"), self.columns),
            (self.tr("Categories"), self.fineness), (self.tr("Priority"), self.priority),
        ):
            pair = QWidget()
            across = QHBoxLayout(pair)
            across.setContentsMargins(0, 0, UNIT, 0)
            across.setSpacing(HALF + 2)
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            across.addWidget(label)
            across.addWidget(box)
            flow.addWidget(pair)
        return row

    def _connect(self) -> None:
        for box in (self.year, self.columns, self.fineness, self.priority):
            box.currentIndexChanged.connect(lambda _: self.show_map())
        self.chart.selectionModel().currentChanged.connect(
            lambda current, _: self._show_cell(current)
        )
        self.chart.entered_cell.connect(self.enter)
        self.list.selectionModel().currentRowChanged.connect(
            lambda current, _: self._show_need(current)
        )
        self.details.resources_requested.connect(self.resources_requested)
        self.export_button.clicked.connect(self.export)
        self.export_button.setToolTip(self.tr("The map and the gaps as an Excel workbook"))


class _Watch:
    """Tells how far a map is, and ends its making when nobody waits for it any more."""

    def __init__(self, report: Report, cancelled: Cancelled) -> None:
        self._report, self._cancelled = report, cancelled
        self._done = 0

    def step(self) -> None:
        """One more of STEPS begins. Raises Cancelled."""
        if self._cancelled():
            raise Stopped
        self._report(self._done, STEPS)
        self._done += 1


def _drawn(reader: "Reader", found: Map) -> Drawn:
    standings = in_urgency(found.standings)
    ids = {each.need.category_id for each in standings if each.need.category_id}
    schools = {each.need.school_id for each in standings if each.need.school_id}
    names = {
        each.id: categories.name_in(each, found.choice.language)
        for each in reader.get_many(Category, sorted(ids))
    }
    names |= {each.id: each.name for each in reader.get_many(School, sorted(schools))}
    return Drawn(found, standings, names)
