"""The list of resources and the record of one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from partner_desk.model.directory import Organization, Service
from partner_desk.model.fields import Record
from partner_desk.model.queries import After, Condition, ListQuery, Not
from partner_desk.services import verification
from partner_desk.ui.areas.directory.new_resource import NewResource
from partner_desk.ui.areas.directory.places import Places
from partner_desk.ui.areas.directory.tabs import (
    languages_tab,
    overview_tab,
    phones_tab,
    using_tab,
)
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.components.lazy import Lazy
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.components.showing import shown, shown_date
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

STATUS = Service.declarations["status"].type
TONES = {"active": "success", "temporarily closed": "warning", "defunct": "error"}
ACTIVE = Condition("status", "active")
STALE_AFTER = timedelta(days=365)


class ResourcesSide(Side):
    """Resources of the directory: active first."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        view = RecordView()
        super().__init__(desk, self._pane(desk), view, self._hint(), lambda: NewResource(desk))
        desk.only_to_write(view.form.actionButton)
        self.places = Lazy(lambda: Places(desk))
        view.add_tab(self.tr("Overview"), Lazy(lambda: overview_tab(desk)))
        view.add_tab(self.tr("Places and hours"), self.places)
        view.add_tab(self.tr("Phones"), Lazy(lambda: phones_tab(desk)))
        view.add_tab(self.tr("Languages"), Lazy(lambda: languages_tab(desk)))
        view.add_tab(self.tr("Who and cost"), Lazy(lambda: using_tab(desk)))
        view.add_tab(self.tr("History"), Lazy(lambda: HistoryTab(desk)))
        view.add_menu(self.tr("Go to its organization"), "organization", self.open_organization)

    def describe(self, record: Record) -> None:
        if not isinstance(record, Service):
            return
        owner = self.desk.read(lambda reader: reader.get(Organization, record.organization_id))
        verified = (
            self.tr("verified on {0}").format(shown_date(record.assured_date))
            if record.assured_date else self.tr("never verified")
        )
        facts = (owner.name if owner else "", verified)
        state = shown(STATUS, record.status, self.desk.text)
        tone = TONES.get(record.status, "neutral")
        self.view.set_head(record.caption, " · ".join(filter(None, facts)), state, tone)
        if record.assured_date == self.desk.today():
            self.view.set_action("")
        else:
            self.view.set_action(self.tr("Verified today"), "check", self.verify)

    def verify(self) -> None:
        """Note that the entry was confirmed today."""
        record = self.view.record
        if record is None:
            return
        self.view.commit()
        desk = self.desk
        done = desk.write(lambda: verification.verify(desk.store, record.id, desk.today()))
        if done is not None:
            desk.tell(self.tr("{0} is verified as of today.").format(record.caption), undo=True)

    def open_organization(self) -> None:
        """Go to who offers this resource."""
        record = self.view.record
        if isinstance(record, Service) and record.organization_id:
            self.desk.open("organization", record.organization_id)

    def show_places(self) -> None:
        """Turn to the places."""
        self.view.go_to(self.places)

    def _pane(self, desk: Desk) -> ListPane:
        return ListPane(
            desk, "service", desk.text("Directory"),
            (
                field_column(desk, "service", "name", 220),
                Column(desk.text("Organization"), load=self._organizations, width=164),
                Column(desk.text("Status"), cell=self._status, sort="status", width=100),
                field_column(desk, "service", "assured_date", 100),
                field_column(desk, "service", "fees_description", 160),
            ),
            self._chips(desk),
            self._empty(desk),
            add=desk.text("Add resource"),
        )

    def _chips(self, desk: Desk) -> Sequence[Chip]:
        def stale() -> ListQuery:
            fresh = After("assured_date", desk.today() - STALE_AFTER)
            return ListQuery("service", where=(ACTIVE, Not(fresh)), order="assured_date")

        return (
            Chip(
                desk.text("Active"), lambda: ListQuery("service", where=(ACTIVE,)),
                desk.text(
                    "No resources yet\nFood, clothing, health, tutoring: what families and "
                    "schools can be sent to, with hours, places and languages."
                ),
            ),
            Chip(
                desk.text("Not verified for a year"), stale,
                desk.text("All is verified\nEvery active resource was confirmed within a year."),
                key="unverified",
            ),
            Chip(
                desk.text("All"), lambda: ListQuery("service"),
                desk.text("No resources yet\nResources of every status are listed here."),
            ),
            Chip(
                desk.text("Trash"), lambda: ListQuery("service", trash=True),
                desk.text("Trash is empty\nWhat you delete waits here and can be brought back."),
            ),
        )

    def _empty(self, desk: Desk) -> EmptyState:
        empty = EmptyState("directory")
        empty.offer(
            desk.text("Import a directory"), "import", desk.import_requested.emit, first=True
        )
        empty.offer(desk.text("Add the first resource"), "add", self.begin, first=False)
        return empty

    def _hint(self) -> EmptyState:
        hint = EmptyState("service")
        hint.say(
            self.desk.text("Choose a resource from the list"),
            self.desk.text(
                "Or type what a family needs into the filter: food, tutoring, a phone number."
            ),
        )
        return hint

    def _status(self, record: Record) -> Cell:
        status = str(getattr(record, "status", ""))
        return Cell(shown(STATUS, status, self.desk.text), TONES.get(status, "neutral"))

    def _organizations(self, reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
        owners = {each.id: str(getattr(each, "organization_id", "") or "") for each in records}
        found = reader.get_many(Organization, [each for each in set(owners.values()) if each])
        names = {each.id: each.name for each in found}
        return {each: Cell(names.get(owner, "")) for each, owner in owners.items()}
