"""What else belongs to a partner or a school: agreements, resources, partners that serve it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from partner_desk.model.agreements import Agreement
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, PartnershipSchool
from partner_desk.model.resources import Service
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.link_list import Link, LinkList
from partner_desk.ui.components.record_part import RecordPart
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.showing import caption_of, shown, shown_date
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

RESOURCE_FIELDS = ("name", "description", "status", "fees_description", "email", "url")
LONGEST = 160


def agreements_part(desk: Desk) -> Sections:
    """The agreements with an organization."""

    def find(reader: "Reader", organization: Record) -> Sequence[Link]:
        partnerships = reader.find(Partnership, organization_id=organization.id)
        found = reader.find_by(Agreement, "partnership_id", [each.id for each in partnerships])
        found.sort(key=lambda each: each.number, reverse=True)
        return [_agreement_link(desk, each) for each in found]

    part = Sections()
    teach = desk.text(
        "No agreements yet. “Draft agreement” above begins one from a template."
    )
    part.add(LinkList(desk, find, teach, ("agreement", "partnership")))
    return part


def _agreement_link(desk: Desk, agreement: Agreement) -> Link:
    term = " – ".join(
        shown_date(day) for day in (agreement.starts_on, agreement.ends_on) if day
    )
    details = " · ".join(each for each in (agreement.number, term) if each)
    state = shown(Agreement.declarations["status"].type, agreement.status, desk.text)
    return Link(
        "agreement", agreement.id, agreement.title, details, state, tone_of(agreement.status)
    )


def resources_part(desk: Desk) -> Sections:
    """The resources an organization offers, to edit here or to open in the directory."""
    part = Sections()
    part.add(
        ChildList(
            desk, Service, "organization_id", names=RESOURCE_FIELDS,
            add=desk.text("Add a resource"),
            teach=desk.text(
                "What it offers to families and schools; the directory lists it."
            ),
            nested=(lambda: OpenElsewhere(desk, desk.text("Open in the directory")),),
            describe=_resource,
        )
    )
    return part


def _resource(reader: "Reader", service: Record) -> tuple[str, str]:
    """Its name and the beginning of what it is."""
    words = " ".join(getattr(service, "description", "").split())
    told = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return caption_of(reader, service), told


def partners_of_school(desk: Desk) -> Sections:
    """The partners that serve a school."""

    def find(reader: "Reader", school: Record) -> Sequence[Link]:
        links = reader.find(PartnershipSchool, school_id=school.id)
        partnerships = reader.get_many(
            Partnership, [each.partnership_id for each in links if each.partnership_id]
        )
        return [
            _partner_link(desk, reader, each) for each in partnerships if not each.deleted_at
        ]

    part = Sections()
    teach = desk.text(
        "No partner serves this school yet. Schools are added on a partner's page."
    )
    part.add(LinkList(desk, find, teach, ("partnership", "partnership_school", "organization")))
    return part


def _partner_link(desk: Desk, reader: "Reader", partnership: Partnership) -> Link:
    organization = reader.get(Organization, partnership.organization_id)
    name = organization.name if organization else partnership.name
    stage = shown(Partnership.declarations["stage"].type, partnership.stage, desk.text)
    details = partnership.name if partnership.name != name else ""
    return Link(
        "partnership", partnership.id, name, details, stage, tone_of(partnership.stage)
    )


class OpenElsewhere(RecordPart):
    """A button to where the record lives."""

    def __init__(self, desk: Desk, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Record | None = None
        button = flat_button(words, "chevron-right")
        button.clicked.connect(self._go)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(button)
        across.addStretch(1)

    def show_record(self, record: Record | None) -> None:
        self._record = record

    def _go(self) -> None:
        if self._record is not None:
            self._desk.open(self._record.kind, self._record.id)
