"""The directory: community resources, where and when, for whom, verified when."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from partner_desk.model.partners import Need
from partner_desk.model.places import Location, ServiceAtLocation
from partner_desk.services.directory.narrowed import Narrowed
from partner_desk.ui.areas.directory.export_menu import ExportMenu
from partner_desk.ui.areas.directory.resources_side import ResourcesSide
from partner_desk.ui.components.controls import flat_button, only_picture
from partner_desk.ui.components.import_button import import_button
from partner_desk.ui.components.sides_page import SideChoice, SidesPage
from partner_desk.ui.desk import Desk

if TYPE_CHECKING:
    from partner_desk.ui.areas.directory.categories_side import CategoriesSide
    from partner_desk.ui.areas.directory.coverage_side import CoverageSide


class DirectoryPage(SidesPage):
    """The list of resources beside the record of one."""

    kinds: ClassVar[tuple[str, ...]] = ("service", "location", "category")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.resources = ResourcesSide(desk)
        super().__init__(desk, (
            SideChoice(self.tr("Resources"), lambda: self.resources),
            SideChoice(self.tr("Categories"), self._make_categories),
            SideChoice(self.tr("Coverage"), self._make_coverage),
        ), parent)
        self.import_button = import_button(desk)
        self.ways_out = ExportMenu(desk, self.resources.list, self.resources.basket, self)
        self._make_foot()

    @property
    def categories(self) -> "CategoriesSide":
        """The tree of categories, made when it is first asked for."""
        from partner_desk.ui.areas.directory.categories_side import CategoriesSide

        side = self.side_at(1)
        assert isinstance(side, CategoriesSide)
        return side

    @property
    def coverage(self) -> "CoverageSide":
        """What schools need beside what there is, made when it is first asked for."""
        from partner_desk.ui.areas.directory.coverage_side import CoverageSide

        side = self.side_at(2)
        assert isinstance(side, CoverageSide)
        return side

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind == "category":
            self.show_side(self.categories)
            self.categories.open(record_id)
            return
        self.show_side(self.resources)
        if kind == "location":
            self._open_place(record_id)
        else:
            self.resources.open(record_id)

    def show_narrowed(self, narrowed: Narrowed) -> None:
        """Show the resources that fit these conditions."""
        self.show_side(self.resources)
        self.resources.show_narrowed(narrowed)
        self.resources.pane.into_list()

    def print_current(self) -> None:
        """Show the booklet of what is listed (Ctrl+P)."""
        self.show_side(self.resources)
        if self.resources.pane.table_model.ids:
            self.ways_out.booklet()
        else:
            self.desk.tell(self.ways_out.why_not())

    def export_current(self) -> None:
        if self.side is self.resources and not self.resources.pane.table_model.ids:
            self.desk.tell(self.ways_out.why_not())
        else:
            super().export_current()

    def show_list(self, key: str) -> None:
        self.show_side(self.resources)
        self.resources.pane.choose_key(key)
        self.resources.pane.into_list()

    def _make_categories(self) -> "CategoriesSide":
        from partner_desk.ui.areas.directory.categories_side import CategoriesSide

        side = CategoriesSide(self.desk)
        side.resources_requested.connect(
            lambda category_id: self.show_narrowed(Narrowed(categories=(category_id,)))
        )
        return side

    def _make_coverage(self) -> "CoverageSide":
        from partner_desk.ui.areas.directory.coverage_side import CoverageSide

        side = CoverageSide(self.desk)
        side.resources_requested.connect(self._show_candidates)
        return side

    def _show_candidates(self, need: Need) -> None:
        """List the resources of a need's category, for its people, near its school."""
        from partner_desk.services.coverage.candidates import narrowed_for

        miles = self.coverage.choice.miles
        self.show_narrowed(self.desk.read(lambda reader: narrowed_for(reader, need, miles)))

    def _open_place(self, record_id: str) -> None:
        """Show the first resource offered at a place, or whose it is."""
        offers = self.desk.read(
            lambda reader: reader.find(ServiceAtLocation, location_id=record_id)
        )
        if offers and offers[0].service_id:
            self.resources.open(offers[0].service_id)
            self.resources.show_places()
            return
        place = self.desk.read(lambda reader: reader.get(Location, record_id))
        if place is not None and place.organization_id:
            self.desk.open("organization", place.organization_id)

    def _make_foot(self) -> None:
        """The ways in as pictures; paper and Excel one click away, all other ways in a menu."""
        for button in (self.resources.duplicates_button, self.import_button):
            only_picture(button)
        self.booklet_button = flat_button(self.tr("Booklet…"), "print")
        self.booklet_button.setToolTip(self.tr("What the list shows, to be printed (Ctrl+P)"))
        self.booklet_button.clicked.connect(self.ways_out.booklet)
        self.excel_button = flat_button(self.tr("Excel…"), "export")
        self.excel_button.setToolTip(self.tr("What the list shows, as a workbook (Ctrl+E)"))
        self.excel_button.clicked.connect(self.ways_out.excel_of_list)
        self.export_button = flat_button(self.tr("More"))
        self.export_button.setToolTip(self.tr(
            "Other ways out: handout, call list, labels, CSV, HSDS, cards"))
        self.export_button.setMenu(self.ways_out)
        for button in (self.import_button, self.booklet_button, self.excel_button,
                       self.export_button):
            self.resources.pane.add_to_foot(button)
        self._ways = {
            button: button.toolTip()
            for button in (self.booklet_button, self.excel_button, self.export_button)
        }
        self.resources.pane.emptied.connect(self._offer_ways_out)
        self._offer_ways_out(not self.resources.pane.table_model.ids)

    def _offer_ways_out(self, empty: bool) -> None:
        """Nothing goes out of a list that shows nothing; the buttons say so."""
        has_any = self.resources.list.has_any
        why = self.ways_out.why_not()
        for button, what in self._ways.items():
            offered = has_any if button is self.export_button else not empty
            button.setEnabled(offered)
            button.setToolTip(what if offered else why)
        self.ways_out.offer(listed=not empty)
