"""Evaluations: forms, responses, results."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.ui.areas.evaluations.evaluations_side import EvaluationsSide
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Changed, Desk


class EvaluationsPage(Page):
    """The list of forms beside one of them."""

    kinds: ClassVar[tuple[str, ...]] = ("form", "response")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.side = EvaluationsSide(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side)

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind == "response":
            self.side.open_response(record_id)
        else:
            self.side.open(record_id)

    def focus_filter(self) -> None:
        self.side.pane.focus_filter()

    def new_record(self) -> None:
        self.side.begin()

    def print_current(self) -> None:
        self.side.print_form()

    def export_current(self) -> None:
        if self.side.view.form.tabs.currentWidget() is self.side.results:
            self.side.results.ask_and_export()
        else:
            ask_and_export(self.desk, self, self.side.pane.query)

    def refresh(self, changed: Changed) -> None:
        self.side.refresh(changed)

    def commit(self) -> None:
        self.side.commit()
