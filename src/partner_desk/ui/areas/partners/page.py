"""Partners: the organizations the office deals with, and the schools it works for."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from partner_desk.model.contacts import Contact
from partner_desk.model.partners import Partnership
from partner_desk.ui.areas.partners.partners_side import PartnersSide
from partner_desk.ui.areas.partners.schools_side import SchoolsSide
from partner_desk.ui.components.sides_page import SideChoice, SidesPage
from partner_desk.ui.desk import Desk


class PartnersPage(SidesPage):
    """Two lists: partners and schools."""

    kinds: ClassVar[tuple[str, ...]] = ("organization", "partnership", "school", "contact")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.partners = PartnersSide(desk)
        super().__init__(desk, (
            SideChoice(self.tr("Partners"), lambda: self.partners),
            SideChoice(self.tr("Schools"), lambda: SchoolsSide(desk)),
        ), parent)

    @property
    def schools(self) -> SchoolsSide:
        """The list of schools, made when it is first asked for."""
        side = self.side_at(1)
        assert isinstance(side, SchoolsSide)
        return side

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind == "school":
            self.show_side(self.schools)
            self.schools.open(record_id)
        elif kind == "partnership":
            self._open_partnership(record_id)
        elif kind == "contact":
            self._open_contact(record_id)
        else:
            self.show_side(self.partners)
            self.partners.open(record_id)

    def show_list(self, key: str) -> None:
        self.show_side(self.schools if key == "schools" else self.partners)

    def _open_partnership(self, record_id: str) -> None:
        found = self.desk.read(lambda reader: reader.get(Partnership, record_id))
        if found is not None and found.organization_id:
            self.show_side(self.partners)
            self.partners.open(found.organization_id)
            self.partners.show_partnership(found)

    def _open_contact(self, record_id: str) -> None:
        found = self.desk.read(lambda reader: reader.get(Contact, record_id))
        if found is None:
            return
        if found.organization_id:
            self.show_side(self.partners)
            self.partners.open(found.organization_id)
            self.partners.show_contacts()
        elif found.service_id:
            self.desk.open("service", found.service_id)
        elif found.location_id:
            self.desk.open("location", found.location_id)
