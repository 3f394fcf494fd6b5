"""Who pays what: the rows, and what each payer gives altogether."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import PAYERS, FinancialResponsibility
from partner_desk.model.fields import Record
from partner_desk.services import agreements
from partner_desk.services.agreements import PayerTotal
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.showing import shown_money
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, SECTION, UNIT

_NAMES = ("item", "item_translated", "payer", "amount", "in_kind", "schedule",
          "schedule_translated", "funding_source", "funding_source_translated", "school_id")


class FinancialTab(RecordPart):
    """The grid of financial responsibilities above its totals, money apart from in kind."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Record | None = None
        self.grid = Grid(
            desk, FinancialResponsibility, "agreement_id", _NAMES,
            title=desk.text(FinancialResponsibility.plural),
            teach=self.tr("Who pays for what, in money or in kind. Paste from Excel works."),
        )
        self.totals = _Totals(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.grid, 1)
        column.addWidget(_Scrolled(self.totals))

    def show_record(self, record: Record | None) -> None:
        if record is None:
            return
        self._record = record
        self.grid.show_record(record)
        self.totals.show_totals(agreements.totals(self._desk.store, record.id))

    def concerns(self, changed: Changed) -> bool:
        return self.grid.concerns(changed)

    def commit(self) -> None:
        self.grid.commit()

    def focus_field(self, name: str) -> bool:
        return self.grid.focus_field(name)

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        return self.grid.focus_record(kind, record_id, field)


class _Scrolled(QScrollArea):
    """As high as what is inside, or scrolled where a small screen has no room for it."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content, 0, Qt.AlignmentFlag.AlignLeft)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Totals(QFrame):
    """A small table: a row for each payer, then all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Totals"))
        self._desk = desk
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP, UNIT, GAP, UNIT)
        self._grid.setHorizontalSpacing(SECTION)
        self._grid.setVerticalSpacing(UNIT // 2)

    def show_totals(self, totals: list[PayerTotal]) -> None:
        """Show what each payer gives; nothing without rows."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        self.setVisible(bool(totals))
        names = {each.value: self._desk.text(each.label) for each in PAYERS}
        self._row(0, (self.tr("Totals"), self.tr("Money"), self.tr("In kind")), "label")
        for number, each in enumerate(totals, 1):
            self._row(number, _amounts(names.get(each.payer, each.payer), each.money, each.in_kind))
        if len(totals) > 1:
            money = sum((each.money for each in totals), Decimal())
            in_kind = sum((each.in_kind for each in totals), Decimal())
            self._row(len(totals) + 1, _amounts(self.tr("Together"), money, in_kind), "strong")

    def _row(self, number: int, words: tuple[str, str, str], role: str = "") -> None:
        for column, text in enumerate(words):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            if role == "label":
                label.setProperty("textRole", role)
            elif role == "strong":
                font = label.font()
                font.setBold(True)
                label.setFont(font)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, number, column, side)
            self._labels.append(label)


def _amounts(name: str, money: Decimal, in_kind: Decimal) -> tuple[str, str, str]:
    return name, shown_money(money), shown_money(in_kind)
