"""The conditions by which a list of agreements can be narrowed, all in one small dialog."""


from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import STATUSES
from partner_desk.model.dates import Date
from partner_desk.model.numbers import Money
from partner_desk.model.values import ValueType
from partner_desk.services.agreement_lists import Narrowed, first_month, year_label, years
from partner_desk.ui.components.conditions_dialog import ConditionsDialog
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, UNIT

_WIDTH = 600
_TYPES: dict[str, ValueType] = {
    "in_force_on": Date(), "ends_from": Date(), "ends_until": Date(), "least": Money(),
    "most": Money(),
}
_RECORDS = {"school_id": "school", "organization_id": "organization"}


class NarrowDialog(ConditionsDialog):
    """Gives a ``Narrowed`` of agreements with all that was filled in."""

    def __init__(self, desk: Desk, narrowed: Narrowed, parent: QWidget | None = None) -> None:
        super().__init__(desk, _TYPES, _RECORDS, parent)
        self.setWindowTitle(self.tr("Narrow the list of agreements"))
        self.statuses: dict[str, QToolButton] = {}
        self.years = QComboBox()
        self._lay_out()
        self._show(narrowed)
        self._fit()

    def wanted(self) -> Narrowed | None:
        found = self.read_editors()
        found["statuses"] = tuple(
            each for each, box in self.statuses.items() if box.isChecked()
        )
        found["year"] = self.years.currentData()
        return None if self.trouble.isVisibleTo(self) else Narrowed(**found)

    def empty(self) -> None:
        self._show(Narrowed())
        self.trouble.hide()

    def refuse(self, name: str, sentence: str) -> None:
        super().refuse(name, sentence)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows: a row of buttons that wraps tells no layout so by itself."""
        layout = self.layout()
        assert layout is not None
        width = max(self.width() if self.isVisible() else _WIDTH, layout.minimumSize().width())
        layout.activate()
        self.setMinimumHeight(layout.heightForWidth(width))
        self.resize(width, self.minimumHeight())

    def _show(self, narrowed: Narrowed) -> None:
        for status, box in self.statuses.items():
            box.setChecked(status in narrowed.statuses)
        for name, editor in self.editors.items():
            editor.show_value(getattr(narrowed, name))
            editor.set_invalid(False)
        self.years.setCurrentIndex(max(self.years.findData(narrowed.year), 0))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP)
        form.setVerticalSpacing(UNIT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Status"), self._status_row())
        for name in _RECORDS:
            form.addRow(self._labels[name], self.editors[name])
        form.addRow(self._labels["in_force_on"], self.editors["in_force_on"])
        form.addRow(self._labels["ends_from"], self._pair("ends_from", "ends_until"))
        form.addRow(self.tr("Term begins in"), self._year_box())
        form.addRow(self._labels["least"], self._pair("least", "most"))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons())

    def named(self) -> dict[str, str]:
        return {
            "school_id": self.tr("School"),
            "organization_id": self.tr("Partner"),
            "in_force_on": self.tr("Term includes"),
            "ends_from": self.tr("Ends from"),
            "ends_until": self.tr("until"),
            "least": self.tr("District pays at least"),
            "most": self.tr("at most"),
        }

    def _status_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        for each in STATUSES:
            box = QToolButton()
            box.setText(self._desk.text(each.label))
            box.setCheckable(True)
            box.setProperty("chip", True)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            flow.addWidget(box)
            self.statuses[each.value] = box
        return row

    def _pair(self, first: str, second: str) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.editors[first], 1)
        row.addWidget(QLabel(self._labels[second]))
        row.addWidget(self.editors[second], 1)
        pair.setFocusProxy(self.editors[first])
        return pair

    def _year_box(self) -> QComboBox:
        month = self._desk.read(first_month)
        self.years.setAccessibleName(self.tr("Term begins in"))
        self.years.addItem(self.tr("Any school year"), None)
        for year in self._desk.read(years):
            label = self.tr("School year {0}").format(year_label(year, month))
            self.years.addItem(label, year)
        return self.years
