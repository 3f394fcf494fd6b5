"""Partners: the organizations the office deals with, and the schools it works for."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from partner_desk.model.directory import Contact
from partner_desk.model.partners import Partnership
from partner_desk.ui.areas.partners.partners_side import PartnersSide
from partner_desk.ui.areas.partners.schools_side import SchoolsSide
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.page import Page
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Changed, Desk


class PartnersPage(Page):
    """Two lists: partners and schools."""

    kinds: ClassVar[tuple[str, ...]] = ("organization", "partnership", "school", "contact")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.partners = PartnersSide(desk)
        self._schools: SchoolsSide | None = None
        self._stack = QStackedWidget()
        self._switches: list[QTabBar] = []
        self._add_side(self.partners)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.partners.pane)

    @property
    def schools(self) -> SchoolsSide:
        """The list of schools, made when it is first asked for."""
        if self._schools is None:
            self._schools = SchoolsSide(self.desk)
            self._add_side(self._schools)
        return self._schools

    @property
    def sides(self) -> tuple[Side, ...]:
        """The lists made so far."""
        return (self.partners, self._schools) if self._schools else (self.partners,)

    @property
    def side(self) -> Side:
        """The list that is shown."""
        return self.sides[self._stack.currentIndex()]

    def show_side(self, side: Side) -> None:
        """Show one of the two lists."""
        place = self._stack.indexOf(side)
        self._stack.setCurrentIndex(place)
        for switch in self._switches:
            switch.blockSignals(True)
            switch.setCurrentIndex(place)
            switch.blockSignals(False)

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

    def focus_filter(self) -> None:
        self.side.pane.focus_filter()

    def new_record(self) -> None:
        self.side.begin()

    def export_current(self) -> None:
        ask_and_export(self.desk, self, self.side.pane.query)

    def refresh(self, changed: Changed) -> None:
        for side in self.sides:
            side.refresh(changed)

    def commit(self) -> None:
        for side in self.sides:
            side.commit()

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

    def _add_side(self, side: Side) -> None:
        """Add a list, with the switch between the two in place of its title."""
        place = self._stack.addWidget(side)
        switch = QTabBar()
        switch.setAccessibleName(self.tr("Which list to show"))
        switch.setDrawBase(False)
        switch.setExpanding(False)
        switch.addTab(self.tr("Partners"))
        switch.addTab(self.tr("Schools"))
        switch.setCurrentIndex(place)
        switch.currentChanged.connect(self._switched)
        side.pane.form.title.hide()
        side.pane.form.head.insertWidget(0, switch)
        self._switches.append(switch)

    def _switched(self, place: int) -> None:
        self.show_side(self.schools if place else self.partners)
