"""Agreements: drafted, divided in three, signed."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from partner_desk.ui.areas.agreements.agreements_side import PARTS, AgreementsSide
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Changed, Desk


class AgreementsPage(Page):
    """The list of agreements beside the record of one."""

    kinds: ClassVar[tuple[str, ...]] = ("agreement", *PARTS)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.side = AgreementsSide(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side)

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind in PARTS:
            self.side.open_part(kind, record_id)
        else:
            self.side.open(record_id)

    def focus_filter(self) -> None:
        self.side.pane.focus_filter()

    def new_record(self) -> None:
        self.side.begin()

    def print_current(self) -> None:
        self.side.print_packet()

    def export_current(self) -> None:
        ask_and_export(self.desk, self, self.side.pane.query)

    def refresh(self, changed: Changed) -> None:
        self.side.refresh(changed)

    def commit(self) -> None:
        self.side.commit()
