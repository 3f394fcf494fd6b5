"""Agreements: drafted, divided in three, signed."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from partner_desk.ui.areas.agreements.agreements_side import PARTS, AgreementsSide
from partner_desk.ui.components.sides_page import SideChoice, SidesPage
from partner_desk.ui.desk import Desk


class AgreementsPage(SidesPage):
    """The list of agreements beside the record of one."""

    kinds: ClassVar[tuple[str, ...]] = ("agreement", *PARTS)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.agreements = AgreementsSide(desk)
        choice = SideChoice(self.tr("Agreements"), lambda: self.agreements)
        super().__init__(desk, (choice,), parent)

    @property
    def side(self) -> AgreementsSide:
        return self.agreements

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind in PARTS:
            self.side.open_part(kind, record_id)
        else:
            self.side.open(record_id)

    def print_current(self) -> None:
        self.side.print_packet()
