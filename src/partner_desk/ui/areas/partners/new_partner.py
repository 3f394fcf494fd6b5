"""The short form for a partner met at an event: an organization, a person, a way to reach them."""

from typing import Any

from PySide6.QtWidgets import QWidget

from partner_desk.model.directory import Contact, Organization, PhoneNumber
from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.model.folding import fold
from partner_desk.services import partners
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.components.reference_editor import Search
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import Banner


class NewPartner(NewRecord):
    """A name is enough; the rest can wait. Phone and email are the person's, if one is named."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._search = Search(desk, "organization")
        self.organization = FieldForm(desk, Organization, ("name", "sector"), cards=False)
        self.contact = FieldForm(
            desk, Contact, ("name", "title"), cards=False,
            labels={"name": desk.text("Contact name"), "title": desk.text("Role")},
        )
        self.phone = FieldForm(
            desk, PhoneNumber, ("number",), cards=False, labels={"number": desk.text("Phone")}
        )
        self.email = FieldForm(desk, Contact, ("email",), cards=False)
        super().__init__(
            desk,
            desk.text("New partner"),
            desk.text("A name is enough to begin; the rest can be filled in later."),
            (self.organization, self.contact, self.phone, self.email),
            self._register,
            self._form_of,
            parent,
        )
        self.known = Banner(tone="info")
        self._known_id = ""
        open_it = flat_button(desk.text("Open it"), "chevron-right")
        open_it.clicked.connect(lambda: desk.open("organization", self._known_id))
        layout = self.known.layout()
        assert layout is not None
        layout.addWidget(open_it)
        self.add_notice(self.known)
        self.organization.rows["name"].left.connect(self._look_for_it)

    def values(self) -> dict[str, Any]:
        """What stands in the form, nested as ``partners.register`` takes it."""
        values = self.organization.values()
        contact = self.contact.values()
        phone = self.phone.values()["number"].strip()
        email = self.email.values()["email"].strip()
        phones = [{"number": phone}] if phone else []
        if contact["name"].strip() or contact["title"].strip():
            return {**values, "contacts": [{**contact, "email": email, "phones": phones}]}
        return {**values, "email": email, "phones": phones}

    def begin(self) -> None:
        super().begin()
        self.known.hide()

    def _look_for_it(self) -> None:
        """Say that an organization of this name is there already; two of a name stay allowed."""
        typed = fold(str(self.organization.rows["name"].editor.value()))
        found = self._search.find(typed) if typed else []
        known = next((each for each in found if fold(each[1]) == typed), None)
        self.known.setVisible(known is not None)
        if known is not None:
            self._known_id = known[0]
            words = self._desk.text("{0} is in the office already.")
            self.known.show_message(words.format(known[1]), "info")

    def _register(self) -> Record:
        return partners.register(self._desk.store, self.values())

    def _form_of(self, problem: Problem) -> FieldForm:
        if "phones" in problem.where:
            return self.phone
        if problem.field == "email":
            return self.email
        return self.contact if problem.where else self.organization
