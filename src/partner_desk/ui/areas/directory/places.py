"""Where and when: hours of a resource, and the places it is offered at with theirs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partner_desk.files.hours_in_words import weekdays
from partner_desk.model.contacts import PhoneNumber
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Record
from partner_desk.model.places import Accessibility, Address, Location, Schedule, ServiceAtLocation
from partner_desk.services import directory
from partner_desk.ui.areas.directory.hours import describe_hours
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.field_form import FORM_WIDTH, FieldForm
from partner_desk.ui.components.mapped import Mapped
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.theme import GAP, UNIT

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

PLACE_FIELDS = ("name", "location_type", "description", "transportation", "url")
ADDRESS_FIELDS = ("address_1", "address_2", "city", "state_province", "postal_code")
HOURS_FIELDS = ("byday", "opens_at", "closes_at", "freq", "description", "valid_from", "valid_to",
                "notes")
OFFER_FIELDS = ("location_id", "description")


class Places(Sections):
    """Hours of the resource itself, then its places; a place is shared by all that is there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = hours_list(desk, "service_id")
        self.places = ChildList(
            desk, ServiceAtLocation, "service_id", names=OFFER_FIELDS,
            add=self.tr("Add an existing place"),
            teach=self.tr("Where it is offered. A place can be shared by several resources."),
            nested=(
                lambda: hours_list(desk, "service_at_location_id"),
                lambda: Mapped(desk, _place_of, PlaceForm(desk)),
            ),
            describe=_describe_offer,
        )
        self.add(self.hours, self.tr("Opening hours"))
        self.add(self.places, self.tr("Places"))
        self.add(NewPlace(desk))


def hours_list(desk: Desk, link: str) -> ChildList:
    """Opening hours as cards that read like a sign on a door."""
    words = weekdays(desk.text)

    def describe(reader: "Reader", schedule: Record) -> tuple[str, str]:
        assert isinstance(schedule, Schedule)
        return describe_hours(schedule, words)

    return ChildList(
        desk, Schedule, link, names=HOURS_FIELDS, add=desk.text("Add opening hours"),
        describe=describe,
    )


class PlaceForm(Sections):
    """The place itself: its fields, addresses, hours, phones, ways in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self.add(FieldForm(desk, Location, PLACE_FIELDS, cards=False), self.tr("The place"))
        self.add(
            ChildList(desk, Address, "location_id", add=self.tr("Add an address")),
            self.tr("Addresses"),
        )
        self.add(hours_list(desk, "location_id"), self.tr("Hours of the place"))
        self.add(
            ChildList(
                desk, PhoneNumber, "location_id", add=self.tr("Add a phone"),
                names=("number", "extension", "type", "description"),
            ),
            self.tr("Phones there"),
        )
        self.add(
            ChildList(desk, Accessibility, "location_id", add=self.tr("Add a way in")),
            self.tr("Accessibility"),
        )


class NewPlace(RecordPart):
    """A button that opens the fields of a new place and its address."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service: Record | None = None
        self.setMaximumWidth(FORM_WIDTH)
        self.begin_button = flat_button(self.tr("Add a new place"), "add")
        self.begin_button.clicked.connect(self.begin)
        self.place = FieldForm(
            desk, Location, ("name",), cards=False, labels={"name": self.tr("Name of the place")}
        )
        self.address = FieldForm(desk, Address, ADDRESS_FIELDS, cards=False)
        self.card = self._card()
        self.card.hide()
        for form in (self.place, self.address):
            form.entered.connect(self.save)
            form.escaped.connect(self.give_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.addWidget(self.begin_button)
        across.addStretch(1)
        column.addWidget(self.card)
        column.addLayout(across)

    def show_record(self, record: Record | None) -> None:
        if record is not None and (self._service is None or record.id != self._service.id):
            self.card.hide()
            self.begin_button.show()
        self._service = record

    def concerns(self, changed: Changed) -> bool:
        return False

    def begin(self) -> None:
        """Show empty fields."""
        self.place.begin()
        self.address.begin()
        self.card.show()
        self.begin_button.hide()
        self.place.focus_first()

    def give_up(self) -> None:
        """Keep nothing."""
        self.card.hide()
        self.place.begin()
        self.address.begin()
        self.begin_button.show()
        self.begin_button.setFocus()

    def save(self) -> None:
        """Keep the place with its address, offered here from now on."""
        service = self._service
        if service is None:
            return
        values = {**_filled(self.address.values()), **_filled(self.place.values())}
        store = self._desk.store
        try:
            made = self._desk.write(lambda: directory.add_place(store, service.id, values))
        except InputError as error:
            self._show_problems(error.problems)
            return
        if made is not None:
            self.give_up()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.address.show_problems([p for p in problems if p.field in ADDRESS_FIELDS])
        self.place.show_problems([p for p in problems if p.field not in ADDRESS_FIELDS])

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        save = QPushButton(self.tr("Add"))
        save.setProperty("role", "primary")
        save.clicked.connect(self.save)
        cancel = flat_button(self.tr("Cancel"))
        cancel.clicked.connect(self.give_up)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, GAP, GAP, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.place)
        column.addWidget(self.address)
        column.addLayout(buttons)
        return card


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in values.items() if str(each or "").strip()}


def _place_of(reader: "Reader", offer: Record) -> Location | None:
    return reader.get(Location, getattr(offer, "location_id", None))


def _describe_offer(reader: "Reader", offer: Record) -> tuple[str, str]:
    place = _place_of(reader, offer)
    if place is None:
        return getattr(offer, "description", ""), ""
    addresses = reader.find(Address, location_id=place.id)
    streets = [
        ", ".join(filter(None, (each.address_1, each.city, each.postal_code)))
        for each in addresses
    ]
    name = place.name or (streets[0] if streets else "")
    details = [street for street in streets if street != name]
    return name, " · ".join([*details, getattr(offer, "description", "")][:3]).strip(" ·")
