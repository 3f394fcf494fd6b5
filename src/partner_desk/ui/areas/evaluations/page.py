"""Evaluations: forms, responses, results."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from partner_desk.ui.areas.evaluations.evaluations_side import EvaluationsSide
from partner_desk.ui.components.sides_page import SideChoice, SidesPage
from partner_desk.ui.desk import Desk


class EvaluationsPage(SidesPage):
    """The list of forms beside one of them."""

    kinds: ClassVar[tuple[str, ...]] = ("form", "response")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.evaluations = EvaluationsSide(desk)
        choice = SideChoice(self.tr("Evaluations"), lambda: self.evaluations)
        super().__init__(desk, (choice,), parent)

    @property
    def side(self) -> EvaluationsSide:
        return self.evaluations

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind == "response":
            self.side.open_response(record_id)
        else:
            self.side.open(record_id)

    def print_current(self) -> None:
        self.side.print_form()

    def export_current(self) -> None:
        if self.side.view.form.tabs.currentWidget() is self.side.results:
            self.side.results.ask_and_export()
        else:
            super().export_current()
