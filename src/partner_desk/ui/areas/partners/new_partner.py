"""The short form for a partner met at an event: an organization, a person, a way to reach them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.errors import Problem
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.services import partners
from partner_desk.ui.components.alike_hint import AlikeHint, facts_in
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.new_record import NewRecord
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.services.duplicates.facts import Facts


class NewPartner(NewRecord):
    """A name is enough; the rest can wait. Phone and email are the person's, if one is named."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
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
        self.known = AlikeHint(desk, "organization", self._facts)
        self.person_known = AlikeHint(desk, "contact", self._facts_of_person)
        name, person = self.organization.rows["name"], self.contact.rows["name"]
        ways = self.phone.rows["number"], self.email.rows["email"]
        self.known.watch(name, *ways)
        self.person_known.watch(person, *ways)
        for hint in (self.known, self.person_known):
            self.add_hint(hint)

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

    def _facts(self) -> "Facts":
        return self._facts_of(self.organization)

    def _facts_of_person(self) -> "Facts":
        return self._facts_of(self.contact)

    def _facts_of(self, form: FieldForm) -> "Facts":
        """Phone and email are evidence for both: it is not said yet whose they are."""
        phone = str(self.phone.values()["number"]).strip()
        values = {**self.email.values(), "name": form.values()["name"]}
        return facts_in(values, phones=(phone,) if phone else ())

    def _register(self) -> Record:
        return partners.register(self._desk.store, self.values())

    def _form_of(self, problem: Problem) -> FieldForm:
        if "phones" in problem.where:
            return self.phone
        if problem.field == "email":
            return self.email
        return self.contact if problem.where else self.organization
