"""The division of services, outcomes and financial responsibility: three sheets and one view."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from partner_desk.model.agreements import AgreementService, FinancialResponsibility, Outcome
from partner_desk.model.fields import Record
from partner_desk.ui.areas.agreements.by_party import ByParty
from partner_desk.ui.areas.agreements.financial import FinancialTab
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.desk import Changed, Desk


class DivisionTab(RecordPart):
    """Each division is typed in a sheet of its own; by party they stand side by side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = Grid(
            desk, AgreementService, "agreement_id",
            ("description", "description_translated", "provider", "place", "place_translated",
             "frequency", "frequency_translated", "participants", "school_id"),
            title=desk.text(AgreementService.plural),
            teach=self.tr("Who does what, where and how often. Paste from Excel works."),
            weights={"provider": 1.25},
        )
        self.outcomes = Grid(
            desk, Outcome, "agreement_id",
            ("statement", "statement_translated", "indicator", "indicator_translated", "baseline",
             "target", "unit", "method", "method_translated", "answerable", "school_id"),
            title=desk.text(Outcome.plural),
            teach=self.tr("What will be better, how it is measured, and who answers for it."),
            weights={"statement": 2.2, "unit": 1.15, "baseline": 1.25, "target": 1.1,
                     "indicator": 1.7, "method": 1.7, "answerable": 1.25},
        )
        self.financial = FinancialTab(desk)
        self.by_party = ByParty(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._parts: dict[str, RecordPart] = {
            "agreement_service": self.services,
            "outcome": self.outcomes,
            "financial_responsibility": self.financial,
            "by_party": self.by_party,
        }
        titles = (desk.text(AgreementService.plural), desk.text(Outcome.plural),
                  desk.text(FinancialResponsibility.plural), self.tr("Side by side"))
        for title, part in zip(titles, self._parts.values(), strict=True):
            self.tabs.addTab(part, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setFocusProxy(self.tabs)

    def show_record(self, record: Record | None) -> None:
        for part in self._parts.values():
            part.show_record(record)

    def concerns(self, changed: Changed) -> bool:
        return any(part.concerns(changed) for part in self._parts.values())

    def commit(self) -> None:
        for part in self._parts.values():
            part.commit()

    def turn_to(self, kind: str) -> None:
        """Show the sheet of a kind of rows."""
        self.tabs.setCurrentWidget(self._parts[kind])

    def focus_field(self, name: str) -> bool:
        part = self._parts.get(name)
        if part is None:
            return False
        self.tabs.setCurrentWidget(part)
        return part.focus_field(name)

    def focus_record(self, kind: str, record_id: str, field: str) -> bool:
        self.turn_to(kind)
        return self._parts[kind].focus_record(kind, record_id, field)
