"""The list of partners and the record of one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from partner_desk.model.choices import Choice
from partner_desk.model.contacts import Contact
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.queries import Condition, HasChild, ListQuery
from partner_desk.services import partners
from partner_desk.ui.areas.partners.contacts import Contacts
from partner_desk.ui.areas.partners.drafting import DraftMenu
from partner_desk.ui.areas.partners.missing import missing_of
from partner_desk.ui.areas.partners.new_partner import NewPartner
from partner_desk.ui.areas.partners.partnership_tab import PartnershipTab
from partner_desk.ui.areas.partners.related import agreements_part, resources_part
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.import_button import import_button
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.papers import partner_papers
from partner_desk.ui.components.record_view import Missing, RecordView
from partner_desk.ui.components.sections import Sections
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

ORGANIZATION = ListQuery("organization")


class PartnersSide(Side):
    """Organizations: partners first, all of the directory by a chip."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(
            desk, self._pane(desk), view, self._hint(), lambda: NewPartner(desk)
        )
        self.pane.add_to_foot(import_button(desk))
        desk.only_to_write(view.form.actionButton)
        self.overview = Lazy(lambda: self._overview(desk))
        self.contacts = Lazy(lambda: Contacts(desk))
        self.partnership_tab = Lazy(lambda: PartnershipTab(desk))
        self.agreements = Lazy(lambda: agreements_part(desk))
        view.add_tab(self.tr("Overview"), self.overview)
        view.add_tab(self.tr("Contacts"), self.contacts)
        view.add_tab(self.tr("Partnership"), self.partnership_tab)
        view.add_tab(self.tr("Agreements"), self.agreements)
        self.papers = Lazy(lambda: partner_papers(desk))
        view.add_tab(self.tr("Papers"), self.papers)
        view.add_tab(self.tr("Resources"), Lazy(lambda: resources_part(desk)))
        view.add_tab(self.tr("Documents"), Lazy(lambda: DocumentsTab(desk)))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        self.draft_menu = DraftMenu(desk, self)

    def describe(self, record: Record) -> None:
        found = partners.partnerships_of(self.desk.store, record.id)
        partnership = found[0] if found else None
        facts = [self._label(Organization, "sector", getattr(record, "sector", ""))]
        stage, tone = "", "neutral"
        if partnership is not None:
            stage = self._label(Partnership, "stage", partnership.stage)
            tone = tone_of(partnership.stage)
            facts.append(self._label(Partnership, "type", partnership.type))
            facts.append(partnership.owner_name)
        self.view.set_head(record.caption, " · ".join(filter(None, facts)), stage, tone)
        if partnership is None:
            self.view.set_action(self.tr("Make it a partner"), "add", self._make_partner)
            self.view.checklist.show_missing("", [])
            return
        self.draft_menu.partnership_id = partnership.id
        self.view.set_action(self.tr("Draft agreement"), "agreements", self._draft)
        self._show_missing(record)

    def show_partnership(self, partnership: Partnership) -> None:
        """Turn to the tab of a partnership, and to this one where there are several."""
        self.partnership_tab.part.prefer(partnership.id)
        self.view.go_to(self.partnership_tab)

    def show_contacts(self) -> None:
        """Turn to the people."""
        self.view.go_to(self.contacts)

    def _overview(self, desk: Desk) -> Sections:
        sections = Sections()
        sections.add(FieldForm(desk, Organization))
        return sections

    def _show_missing(self, record: Record) -> None:
        lacks = self.desk.read(lambda reader: missing_of(reader, record.id))
        ways = {
            "ein": (self.tr("EIN"), lambda: self.view.go_to(self.overview, "ein")),
            "reach": (
                self.tr("An email or a phone"), lambda: self.view.go_to(self.overview, "email")
            ),
            "contact": (
                self.tr("A contact"), lambda: self.view.go_to(self.contacts, "contacts")
            ),
            "signer": (
                self.tr("A contact who may sign"), lambda: self.view.go_to(self.contacts)
            ),
        }
        items = [Missing(*ways[each]) for each in lacks]
        intro = self.tr("Still missing before an agreement can be signed:")
        self.view.checklist.show_missing(intro, items)

    def _draft(self) -> None:
        button = self.view.form.actionButton
        self.draft_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _make_partner(self) -> None:
        record = self.view.record
        if record is None:
            return
        made = self.desk.write(
            lambda: partners.begin_partnership(self.desk.store, record.id)
        )
        if made is not None:
            self.desk.tell(self.tr("{0} is a partner now.").format(record.caption), undo=True)
            self.view.go_to(self.partnership_tab)

    def _label(self, entity: type[Record], name: str, value: str) -> str:
        value_type = entity.declarations[name].type
        if not isinstance(value_type, Choice) or not value:
            return value
        return self.desk.text(value_type.label(value))

    def _pane(self, desk: Desk) -> ListPane:
        stage = Column(desk.text("Stage"), load=self._stages, width=128)
        email = Column(desk.text("Email"), load=self._emails, width=170, sort="email")
        return ListPane(
            desk, "organization", desk.text("Partners"),
            (
                field_column(desk, "organization", "name", 230),
                stage,
                field_column(desk, "organization", "sector", 130),
                Column(desk.text("Type"), load=self._types, width=120),
                email,
            ),
            self._chips(desk),
            self._empty(desk),
            add=desk.text("Add partner"),
        )

    def _chips(self, desk: Desk) -> Sequence[Chip]:
        active = HasChild("partnership", (Condition("stage", "active"),))
        return (
            Chip(
                desk.text("Partners"),
                lambda: ListQuery("organization", where=(HasChild("partnership"),)),
                desk.text(
                    "No partners yet\nOrganizations that the office works with belong here: "
                    "who they are, whom to call, what was agreed."
                ),
            ),
            Chip(
                desk.text("Active"),
                lambda: ListQuery("organization", where=(active,)),
                desk.text("No active partners\nA partner is listed here when its stage is Active."),
            ),
            Chip(
                desk.text("All organizations"),
                lambda: ORGANIZATION,
                desk.text(
                    "No organizations yet\nPartners, and the providers of the directory, are "
                    "listed here."
                ),
                key="all",
            ),
            Chip(
                desk.text("Trash"),
                lambda: ListQuery("organization", trash=True),
                desk.text("Trash is empty\nWhat you delete waits here and can be brought back."),
            ),
        )

    def _empty(self, desk: Desk) -> EmptyState:
        empty = EmptyState("partners")
        empty.offer(desk.text("Add the first partner"), "add", self.begin, first=True)
        empty.offer(
            desk.text("Import a list"), "import", desk.import_requested.emit, first=False
        )
        return empty

    def _hint(self) -> EmptyState:
        hint = EmptyState("organization")
        hint.say(
            self.desk.text("Choose a partner from the list"),
            self.desk.text("Or type a part of a name, a person or a phone number into the filter."),
        )
        return hint

    def _first(
        self, reader: "Reader", records: Sequence[Record]
    ) -> dict[str, Partnership]:
        found = reader.find_by(Partnership, "organization_id", [each.id for each in records])
        return {each.organization_id: each for each in reversed(found) if each.organization_id}

    def _stages(self, reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
        return {
            record_id: Cell(self._label(Partnership, "stage", each.stage), tone_of(each.stage))
            for record_id, each in self._first(reader, records).items()
        }

    def _types(self, reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
        return {
            record_id: Cell(self._label(Partnership, "type", each.type))
            for record_id, each in self._first(reader, records).items()
        }

    def _emails(self, reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
        """An organization's own address, else that of a person there."""
        cells = {each.id: Cell(getattr(each, "email", "")) for each in records}
        bare = [record_id for record_id, cell in cells.items() if not cell.text]
        for contact in reader.find_by(Contact, "organization_id", bare):
            if contact.email and contact.organization_id:
                cells[contact.organization_id] = Cell(contact.email)
        return cells
