"""The directory: community resources, where and when, for whom, verified when."""

from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from partner_desk.model.directory import Location, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.ui.areas.directory.resources_side import ResourcesSide
from partner_desk.ui.components.controls import flat_button
from partner_desk.ui.components.exporting import ask_and_export
from partner_desk.ui.components.page import Page
from partner_desk.ui.desk import Changed, Desk
from partner_desk.ui.look.icons import icon


class DirectoryPage(Page):
    """The list of resources beside the record of one."""

    kinds: ClassVar[tuple[str, ...]] = ("service", "location")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.side = ResourcesSide(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.side)
        self.setFocusProxy(self.side.pane)
        self.import_button = flat_button(self.tr("Import…"), "import")
        self.import_button.setToolTip(self.tr("Bring in a directory from a folder or zip file"))
        self.import_button.clicked.connect(desk.import_requested)
        self.export_button = self._export_button()
        for button in (self.import_button, self.export_button):
            self.side.pane.form.foot.addWidget(button)

    def open_record(self, record_id: str, kind: str = "") -> None:
        if kind == "location":
            self._open_place(record_id)
        else:
            self.side.open(record_id)

    def show_list(self, key: str) -> None:
        self.side.pane.choose_key(key)

    def focus_filter(self) -> None:
        self.side.pane.focus_filter()

    def new_record(self) -> None:
        self.side.begin()

    def export_current(self) -> None:
        ask_and_export(self.desk, self, self.side.pane.query)

    def export_all(self) -> None:
        """Write the whole directory to Excel."""
        ask_and_export(self.desk, self, ListQuery("service"))

    def refresh(self, changed: Changed) -> None:
        self.side.refresh(changed)

    def commit(self) -> None:
        self.side.commit()

    def _open_place(self, record_id: str) -> None:
        """Show the first resource offered at a place, or whose it is."""
        offers = self.desk.read(
            lambda reader: reader.find(ServiceAtLocation, location_id=record_id)
        )
        if offers and offers[0].service_id:
            self.side.open(offers[0].service_id)
            self.side.show_places()
            return
        place = self.desk.read(lambda reader: reader.get(Location, record_id))
        if place is not None and place.organization_id:
            self.desk.open("organization", place.organization_id)

    def _export_button(self) -> QPushButton:
        button = flat_button(self.tr("Excel"), "export")
        button.setToolTip(self.tr("Write resources to an Excel workbook"))
        menu = QMenu(button)
        listed = QAction(icon("export"), self.tr("What the list shows…"), menu)
        listed.triggered.connect(self.export_current)
        whole = QAction(icon("directory"), self.tr("The whole directory…"), menu)
        whole.triggered.connect(self.export_all)
        menu.addActions([listed, whole])
        button.setMenu(menu)
        return button
