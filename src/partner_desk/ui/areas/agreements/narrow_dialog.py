"""The conditions by which a list of agreements can be narrowed, all in one small dialog."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partner_desk.model.agreements import STATUSES
from partner_desk.model.registry import KINDS
from partner_desk.model.values import Date, InvalidValue, Money, ValueType
from partner_desk.services.agreement_lists import Narrowed, first_month, year_label, years
from partner_desk.ui.components.controls import words_label
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.editors import Editor, LineEditor
from partner_desk.ui.components.flow import FlowLayout
from partner_desk.ui.components.reference_editor import ReferenceEditor
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.theme import GAP, UNIT
from partner_desk.ui.sentences import problem_sentence

_WIDTH = 600
_DAYS = ("in_force_on", "ends_from", "ends_until")
_AMOUNTS = ("least", "most")
_RECORDS = {"school_id": "school", "organization_id": "organization"}


class NarrowDialog(QDialog):
    """What is left empty narrows nothing; conditions belong together with "and"."""

    chosen = Signal(object)
    """A ``Narrowed`` with all that was filled in."""

    def __init__(self, desk: Desk, narrowed: Narrowed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Narrow the list of agreements"))
        self._labels = self._named()
        self.editors: dict[str, Editor] = {
            **{name: ReferenceEditor(desk, kind) for name, kind in _RECORDS.items()},
            **{name: DateEditor(desk.text) for name in _DAYS},
            **{name: LineEditor(Money(), desk.text) for name in _AMOUNTS},
        }
        self.statuses: dict[str, QToolButton] = {}
        self.years = QComboBox()
        self.trouble = words_label("", "error")
        self.trouble.hide()
        self._lay_out()
        self._show(narrowed)
        self._fit()

    def wanted(self) -> Narrowed | None:
        """What is filled in; None when something cannot be read, which is said then."""
        found: dict[str, Any] = {
            "statuses": tuple(each for each, box in self.statuses.items() if box.isChecked()),
            "year": self.years.currentData(),
        }
        self.trouble.hide()
        for name, editor in reversed(self.editors.items()):
            editor.set_invalid(False)
            if name in _RECORDS:
                found[name] = self._record(name, editor.value())
            else:
                found[name] = self._value(name, editor.value())
        return None if self.trouble.isVisibleTo(self) else Narrowed(**found)

    def take(self) -> None:
        """Narrow the list and close, if all of it can be read."""
        wanted = self.wanted()
        if wanted is not None:
            self.accept()
            self.chosen.emit(wanted)

    def empty(self) -> None:
        """Take all conditions away; nothing happens to the list before the button."""
        self._show(Narrowed())
        self.trouble.hide()

    def _record(self, name: str, value: str | None) -> str | None:
        """The id of a record; text that names none is refused."""
        entity = KINDS[_RECORDS[name]]
        if value and self._desk.read(lambda reader: reader.get(entity, value)) is None:
            self._refuse(name, self.tr("Nothing here is called “{0}”.").format(value))
        return value

    def _value(self, name: str, typed: str) -> Any:
        value_type: ValueType = Date() if name in _DAYS else Money()
        try:
            return value_type.parse(typed)
        except InvalidValue as error:
            values = {"field": self._labels[name], **error.values}
            self._refuse(name, problem_sentence(error.code, values, self._desk.text))
            return None

    def _refuse(self, name: str, sentence: str) -> None:
        editor = self.editors[name]
        editor.set_invalid(True)
        self.trouble.setText(f"{self._labels[name]}: {sentence}")
        self.trouble.show()
        self._fit()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

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
        for name, editor in self.editors.items():
            editor.describe(self._labels[name], "")
            editor.entered.connect(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addWidget(self._buttons())

    def _named(self) -> dict[str, str]:
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

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        narrow = buttons.addButton(self.tr("Narrow the list"), roles.AcceptRole)
        narrow.setProperty("role", "primary")
        narrow.setDefault(True)
        clear = buttons.addButton(self.tr("Take all away"), roles.ResetRole)
        clear.setAutoDefault(False)
        clear.clicked.connect(self.empty)
        cancel = buttons.addButton(self.tr("Cancel"), roles.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        return buttons
