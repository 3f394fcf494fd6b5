"""People, telephones and addresses of a partner."""

from PySide6.QtWidgets import QWidget

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.places import Address
from partner_desk.ui.components.alike_hint import watch_form
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.desk import Desk

PHONE_FIELDS = ("number", "extension", "type", "description")


class Contacts(Sections):
    """Three lists of cards."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = ChildList(
            desk, Contact, "organization_id", add=self.tr("Add a contact"),
            teach=self.tr("Whom to call, who decides, who may sign."),
            nested=(lambda: self._phones(desk, "contact_id"),),
            watch=lambda form: watch_form(desk, form, lambda: self.people.owner),
        )
        self.phones = self._phones(desk, "organization_id")
        self.addresses = ChildList(
            desk, Address, "organization_id", add=self.tr("Add an address"),
            teach=self.tr("Where letters go and where people meet."),
        )
        self.add(self.people, self.tr("People"))
        self.add(self.phones, self.tr("Phones of the organization"))
        self.add(self.addresses, self.tr("Addresses"))

    def _phones(self, desk: Desk, link: str) -> ChildList:
        return ChildList(
            desk, PhoneNumber, link, add=self.tr("Add a phone"), names=PHONE_FIELDS,
        )
