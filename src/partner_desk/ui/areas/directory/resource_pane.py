"""The list of resources: what to begin with, conditions, columns, what is selected."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from partner_desk.model.contacts import PhoneNumber
from partner_desk.model.fields import Record
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.services import views
from partner_desk.services.directory.lists import (
    CHOICES,
    Narrowed,
    ResourceList,
    chosen,
    verify_days,
)
from partner_desk.ui.areas.directory.narrowing import ResourceNarrowing
from partner_desk.ui.components.empty import EmptyState
from partner_desk.ui.components.list_pane import Chip, ListPane
from partner_desk.ui.components.listing import Cell, Column, field_column
from partner_desk.ui.components.showing import shown
from partner_desk.ui.components.this_office import word_of
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

STATUS = Service.declarations["status"].type
TONES = {"active": "success", "temporarily closed": "warning", "defunct": "error"}


class ResourcePane(ListPane):
    """The pane of resources; ``begin`` begins a new one where none is there yet.

    What the list is narrowed by is there again when this office is opened the next time.
    """

    def __init__(self, desk: Desk, begin: Callable[[], None]) -> None:
        empty = EmptyState("directory")
        empty.offer(
            desk.text("Import a list"), "import", desk.import_requested.emit, first=True
        )
        empty.offer(desk.text("Add the first resource"), "add", begin, first=False)
        self.narrowing = ResourceNarrowing(desk)
        super().__init__(
            desk, "service", desk.text("Directory"), _columns(desk), _chips(desk), empty,
            add=desk.text("Add resource"), narrowing=self.narrowing,
        )
        self._office = desk
        self.has_any = True
        """Whether the office has a resource, listed or not."""
        self.form.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.narrowing.views.current = self.wanted
        self.narrowing.views.opened.connect(self.show_wanted)
        self._word = f"resources/{word_of(desk)}"
        self._recall()
        self.narrowing.shown.connect(self._keep)
        self.emptied.connect(self._look_for_any)
        self._look_for_any(not self.table_model.ids)

    @property
    def wanted_key(self) -> str:
        """The key of the list to begin with that is chosen, of CHOICES or "trash"."""
        return self.chips[self.chip].key

    @property
    def selected(self) -> list[str]:
        """The ids of the selected rows, in the list's order."""
        rows = self.form.table.selectionModel().selectedRows()
        return [self.table_model.ids[row] for row in sorted(each.row() for each in rows)]

    def wanted(self) -> ResourceList:
        """What is listed now, as a person asked for it."""
        choice = self.wanted_key if self.wanted_key in CHOICES else "all"
        return ResourceList(choice, self.form.filter.text().strip(), self.narrowing.narrowed)

    def show_wanted(self, wanted: ResourceList) -> None:
        """List this and nothing else."""
        self.choose_key(wanted.choice)
        self.form.filter.setText(wanted.search)
        self.narrowing.narrow(wanted.narrowed)

    def after(self, ids: Sequence[str]) -> str:
        """The id of the record below these, above them at the end of the list; "" of none."""
        rows = [self.table_model.row_of(each) for each in ids]
        below, above = max(rows, default=-1) + 1, min(rows, default=0) - 1
        for row in (below, above):
            if 0 <= row < len(self.table_model.ids):
                return self.table_model.ids[row]
        return ""

    def _look_for_any(self, empty: bool) -> None:
        """Ask whether the office has any resource at all, where the list shows none."""
        self.has_any = not empty or bool(
            self._office.read(lambda reader: reader.ids(ListQuery("service"), 1))
        )
        self.narrowing.offer_quick(self.has_any)

    def _keep(self) -> None:
        packed = views.packed(ResourceList("all", "", self.narrowing.narrowed))
        kept = packed if self.narrowing.narrowed.names else ""
        self._office.preferences.keep_word(self._word, kept)

    def _recall(self) -> None:
        kept = self._office.preferences.word(self._word)
        try:
            narrowed = views.unpacked(kept).narrowed if kept else Narrowed()
        except ValueError:
            return  # Of another version of the program, or of somebody else's hand.
        self.narrowing.narrow(narrowed)
        self._recount()
        self._show_counts()


def _columns(desk: Desk) -> tuple[Column, ...]:
    def status(record: Record) -> Cell:
        value = str(getattr(record, "status", ""))
        return Cell(shown(STATUS, value, desk.text), TONES.get(value, "neutral"))

    return (
        field_column(desk, "service", "name", 200),
        Column(desk.text("Organization"), load=_organizations, sort="organization_id", width=164),
        Column(desk.text("Status"), cell=status, sort="status", width=100),
        field_column(desk, "service", "assured_date", 114),
        Column(desk.text("Phone"), load=_phones, width=112),
        field_column(desk, "service", "fees_description", 160),
    )


def _chips(desk: Desk) -> tuple[Chip, ...]:
    def of(choice: str) -> Callable[[], ListQuery]:
        return lambda: chosen(choice, desk.today(), desk.read(verify_days))

    return (
        Chip(
            desk.text("Active"), of("active"),
            desk.text(
                "No resources yet\nFood, clothing, health, tutoring: what families and "
                "schools can be sent to, with hours, places and languages. Import a list that "
                "you have, or add the first resource by hand."
            ),
            key="active",
        ),
        Chip(
            desk.text("To verify"), of("unverified"),
            desk.text("All is verified\nSomebody made sure of every active resource lately. "
                      "After how many days to ask again is in the settings."),
            key="unverified", without=(1, 2),  # Room for the phone: organization and status wait.
        ),
        Chip(
            desk.text("All"), of("all"),
            desk.text("No resources yet\nResources of every status are listed here."),
            key="all",
        ),
        Chip(
            desk.text("Trash"), lambda: ListQuery("service", trash=True),
            desk.text("Trash is empty\nWhat you delete waits here and can be brought back."),
            key="trash",
        ),
    )


def _organizations(reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
    owners = {each.id: str(getattr(each, "organization_id", "") or "") for each in records}
    found = reader.get_many(Organization, [each for each in set(owners.values()) if each])
    names = {each.id: each.name for each in found}
    return {each: Cell(names.get(owner, "")) for each, owner in owners.items()}


def _phones(reader: "Reader", records: Sequence[Record]) -> dict[str, Cell]:
    """The number to call first: its own, else its organization's."""
    numbers: dict[str, str] = {}
    for field in ("organization_id", "service_id"):
        ids = {each.id if field == "service_id" else str(getattr(each, field, "") or "")
               for each in records}
        for phone in sorted(reader.find_by(PhoneNumber, field, sorted(ids - {""})),
                            key=lambda each: each.id, reverse=True):
            if phone.type != "fax":
                numbers[getattr(phone, field)] = phone.number
    return {
        each.id: Cell(numbers.get(each.id) or numbers.get(
            str(getattr(each, "organization_id", "") or ""), ""))
        for each in records
    }
