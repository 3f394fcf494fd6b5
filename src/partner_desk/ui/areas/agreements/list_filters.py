"""What the list of agreements is narrowed by: conditions as buttons that take themselves away."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from partner_desk.model.agreements import STATUSES
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.queries import Filter
from partner_desk.services.agreement_lists import Narrowed, first_month, year_label
from partner_desk.ui.areas.agreements.narrow_dialog import NarrowDialog
from partner_desk.ui.components.narrowing import ConditionRow
from partner_desk.ui.components.showing import shown_date, shown_money
from partner_desk.ui.desk import Desk


class AgreementNarrowing(ConditionRow[Narrowed]):
    """Buttons that open the conditions and the totals, then one for each condition there is."""

    totals_requested = Signal()
    packets_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Narrowed(), parent)
        self.describe_opening(
            self.tr("By status, school, partner, term or what the district pays ({0})")
        )
        self.totals_button = self.button(
            self.tr("Totals…"), "money", self.totals_requested.emit
        )
        self.totals_button.setToolTip(self.tr("What each payer gives, by school year"))
        self.packets_button = self.button(
            self.tr("Packets…"), "print", self.packets_requested.emit
        )
        self.packets_button.setToolTip(
            self.tr("Print the packets of all agreements in this list, each into its own file")
        )

    def say_emptied(self, emptied: bool) -> None:
        """What is made of the agreements in the list waits until there are any."""
        for button in (self.totals_button, self.packets_button):
            button.setDisabled(emptied)

    def filters(self) -> tuple[Filter, ...]:
        if not self.narrowed.names:
            return ()
        return self.narrowed.filters(self._desk.read(first_month))

    def ask(self) -> None:
        dialog = NarrowDialog(self._desk, self.narrowed, self)
        dialog.chosen.connect(self.narrow)
        dialog.open()

    def words(self, name: str) -> str:
        value: Any = getattr(self.narrowed, name)
        if name == "statuses":
            labels = {each.value: self._desk.text(each.label) for each in STATUSES}
            return ", ".join(labels[each] for each in value)
        if name in ("school_id", "organization_id"):
            return self._caption(School if name == "school_id" else Organization, value)
        if name == "year":
            label = year_label(value, self._desk.read(first_month))
            return self.tr("School year {0}").format(label)
        sentences = {
            "in_force_on": self.tr("Term includes {0}"),
            "ends_from": self.tr("Ends from {0}"),
            "ends_until": self.tr("Ends until {0}"),
            "least": self.tr("At least {0}"),
            "most": self.tr("At most {0}"),
        }
        filled = shown_money(value) if name in ("least", "most") else shown_date(value)
        return sentences[name].format(filled)

    def _caption(self, entity: type[Record], record_id: str) -> str:
        record = self._desk.read(lambda reader: reader.get(entity, record_id))
        return record.caption if record is not None else ""
