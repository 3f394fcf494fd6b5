"""The tabs of a resource that are only fields and lists of cards."""

from typing import TYPE_CHECKING

from partner_desk.model.categories import ServiceCategory
from partner_desk.model.contacts import Contact, Language, PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.resources import (
    CostOption,
    Eligibility,
    RequiredDocument,
    Service,
    ServiceArea,
)
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.naming import describe_category
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import caption_of
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

USING_IT = "Using it"
LINK = "service_id"
LONGEST = 160
PHONE_FIELDS = ("number", "extension", "type", "description")
CONTACT_FIELDS = ("name", "title", "email", "preferred_language", "notes")


def overview_tab(desk: Desk) -> Sections:
    """All fields but those of using it, which stand with eligibility and cost; categories."""
    names = [
        each.name for each in Service.visible_fields() if not each.owner and each.group != USING_IT
    ]
    tab = Sections()
    tab.add(FieldForm(desk, Service, names))
    categories = ChildList(
        desk, ServiceCategory, LINK, add=desk.text("Add a category"),
        teach=desk.text("Terms such as Food pantry; type a part of the name to find one."),
        describe=describe_category(desk),
    )
    tab.add(categories, desk.text("Categories"))
    return tab


def phones_tab(desk: Desk) -> Sections:
    """Telephones and people."""
    def phones(link: str) -> ChildList:
        return ChildList(
            desk, PhoneNumber, link, names=PHONE_FIELDS, add=desk.text("Add a phone"),
            teach=desk.text("The number a family should call first.") if link == LINK else "",
        )

    tab = Sections()
    tab.add(phones(LINK), desk.text("Phones"))
    people = ChildList(
        desk, Contact, LINK, names=CONTACT_FIELDS, add=desk.text("Add a contact"),
        teach=desk.text("Who can be asked about it; never printed in the public directory."),
        nested=(lambda: phones("contact_id"),),
    )
    tab.add(people, desk.text("People"))
    return tab


def languages_tab(desk: Desk) -> Sections:
    """The languages in which a resource is offered."""
    tab = Sections()
    tab.add(
        ChildList(
            desk, Language, LINK, add=desk.text("Add a language"),
            teach=desk.text("Languages spoken there, such as Spanish or Khmer."),
            names=("name", "note"),
            describe=_language,
        )
    )
    return tab


def _language(reader: "Reader", language: Record) -> tuple[str, str]:
    """Its name and what was noted; the code behind it is for exchange with other programs."""
    note = " ".join(getattr(language, "note", "").split())
    return caption_of(reader, language), note[:LONGEST]


def using_tab(desk: Desk) -> Sections:
    """Who can use a resource, what it costs, what to bring."""
    names = [each.name for each in Service.visible_fields() if each.group == USING_IT]
    tab = Sections()
    tab.add(FieldForm(desk, Service, names))
    rules = ChildList(desk, Eligibility, LINK, add=desk.text("Add a rule"))
    tab.add(rules, desk.text("Eligibility rules"))
    costs = ChildList(desk, CostOption, LINK, add=desk.text("Add a cost"))
    tab.add(costs, desk.text("Costs"))
    papers = ChildList(desk, RequiredDocument, LINK, add=desk.text("Add a paper"))
    tab.add(papers, desk.text("Papers to bring"))
    areas = ChildList(desk, ServiceArea, LINK, add=desk.text("Add an area"))
    tab.add(areas, desk.text("Areas served"))
    return tab
