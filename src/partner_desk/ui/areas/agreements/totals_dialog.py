"""What each payer gives by school year, of the agreements that are listed."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import PAYERS, FinancialResponsibility
from partner_desk.model.queries import ListQuery
from partner_desk.services.agreement_lists import YearTotal, totals_by_year
from partner_desk.ui.components.clipboard import cell_text
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.showing import shown_money
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.icons import icon
from partner_desk.ui.look.theme import GAP, UNIT, dress_table


class TotalsDialog(QDialog):
    """A table of years and payers with a sum for each year; it can be copied and exported."""

    def __init__(self, desk: Desk, query: ListQuery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._query = desk, query
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Totals by school year"))
        self.totals = desk.read(lambda reader: totals_by_year(reader, query))
        self.table = QTableWidget(0, 4)
        self._dress()
        self._fill(self.totals)
        self._lay_out(desk.read(lambda reader: reader.count(query)))
        self.resize(620, 460)

    def words(self) -> str:
        """The table as spreadsheets take it from the clipboard: a line for each row."""
        header = [self.table.horizontalHeaderItem(place) for place in range(4)]
        lines = [[each.text() if each else "" for each in header]]
        for row in range(self.table.rowCount()):
            cells = [self.table.item(row, place) for place in range(4)]
            lines.append([str(each.data(Qt.ItemDataRole.UserRole)) if each else ""
                          for each in cells])
        return "\n".join("\t".join(map(cell_text, line)) for line in lines)

    def copy(self) -> None:
        """Put the whole table on the clipboard."""
        QApplication.clipboard().setText(self.words())
        self._desk.tell(self.tr("The totals were copied."))

    def _fill(self, totals: Iterable[YearTotal]) -> None:
        names = {each.value: self._desk.text(each.label) for each in PAYERS}
        money, in_kind, parts = Decimal(), Decimal(), 0
        for year, rows in groupby(totals, lambda each: each.year):
            of_year = list(rows)
            for each in of_year:
                payer = names.get(each.payer, each.payer)
                self._row(year or self.tr("No term yet"), payer, each.money, each.in_kind)
            sums = _sum(of_year)
            if len(of_year) > 1:
                self._row(year or self.tr("No term yet"), self.tr("Together"), *sums, bold=True)
            money, in_kind, parts = money + sums[0], in_kind + sums[1], parts + 1
        if parts > 1:
            self._row(self.tr("All years"), self.tr("Together"), money, in_kind, bold=True)

    def _row(
        self, year: str, payer: str, money: Decimal, in_kind: Decimal, *, bold: bool = False
    ) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        shown = ((year, year), (payer, payer), (shown_money(money), f"{money:.2f}"),
                 (shown_money(in_kind), f"{in_kind:.2f}"))
        for place, (text, plain) in enumerate(shown):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, plain)
            side = Qt.AlignmentFlag.AlignRight if place > 1 else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            font = item.font()
            font.setBold(bold)
            item.setFont(font)
            self.table.setItem(row, place, item)

    def _dress(self) -> None:
        paid_by = self._desk.text(FinancialResponsibility.declarations["payer"].label)
        titles = (self.tr("School year"), paid_by, self.tr("Money"), self.tr("In kind"))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place in (2, 3):
            title = self.table.horizontalHeaderItem(place)
            if title is not None:
                title.setTextAlignment(
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)

    def _lay_out(self, count: int) -> None:
        counted = self._desk.plural(
            "{0} agreement is counted, as the list is filtered now.",
            "{0} agreements are counted, as the list is filtered now.", count,
        )
        meaning = self.tr("Amounts count whole in the school year in which the term begins.")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(words_label(f"{counted} {meaning}", "caption"))
        if not self.totals:
            column.addWidget(words_label(
                self.tr("None of them says yet who pays what: see the tab Division of each.")
            ))
            column.addStretch(1)
        column.addWidget(self.table, 1)
        self.table.setVisible(bool(self.totals))
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        copy = buttons.addButton(self.tr("Copy"), roles.ActionRole)
        copy.setIcon(icon("copy"))
        copy.clicked.connect(self.copy)
        export = buttons.addButton(self.tr("Export to Excel…"), roles.ActionRole)
        export.setIcon(icon("export"))
        export.clicked.connect(lambda: ask_and_export(self._desk, self, self._query))
        close = buttons.addButton(self.tr("Close"), roles.RejectRole)
        close.setDefault(True)
        copy.setEnabled(bool(self.totals))
        buttons.rejected.connect(self.reject)
        return buttons


def _sum(totals: Iterable[YearTotal]) -> tuple[Decimal, Decimal]:
    rows = list(totals)
    money = sum((each.money for each in rows), Decimal())
    return money, sum((each.in_kind for each in rows), Decimal())
