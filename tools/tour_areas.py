"""Every area and dialog of the window, but for what the way of an agreement shows."""

import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from partner_desk.model.compliance import PaperKind
from partner_desk.model.fields import Record
from partner_desk.model.library import LibraryClause, SigningAuthority, Template
from partner_desk.model.organizations import Organization
from partner_desk.services import records
from partner_desk.services.opening import create_office
from partner_desk.ui.areas.library.page import LibraryPage
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.record_view import RecordView
from partner_desk.ui.desk import Changed
from partner_desk.ui.shell.about import AboutDialog
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.settings import SettingsPage
from tour_window import TourWindow

ROOT = Path(__file__).parents[1]
RECORDS: dict[str, dict[str, str]] = {
    "organization": {"en": "Ribera", "es": "Ribera"},
    "service": {"en": "food", "es": "alimentos"},
    "school": {"en": "elementary", "es": "elementary"},
    "form": {"en": "check", "es": "alianza"},
}
"""The kinds shown with all their tabs, and words that find a good example of each."""
_LIBRARY: dict[str, type[Record]] = {
    "template": Template, "clause": LibraryClause, "paper": PaperKind, "signer": SigningAuthority,
}
"""The lists of the library in their order."""


def empty_office(tour: TourWindow) -> None:
    """The areas of an office in which nothing has been kept yet."""
    if not tour.wants("empty"):
        return
    place = Path(tempfile.mkdtemp()) / "Empty.pdoffice"
    create_office(place, tour.program.author(), {"name": "East Office"}).close()
    tour.program.open(str(place))
    for key in tour.areas():
        tour.window.show_area(key)
        tour.picture(f"empty-{key}")


def areas_and_records(tour: TourWindow) -> None:
    """Every area, a record of each kind with every tab, settings, search, about."""
    for key in tour.areas():
        tour.window.show_area(key)
        tour.picture(key)
    for kind, title in RECORDS.items():
        tour.record(kind, title[tour.language])
    library(tour)
    tour.window.show_area("settings")
    page = tour.window.page("settings")
    assert isinstance(page, SettingsPage)
    page.ui.place.setText("Documents/Sample.pdoffice")  # The folders here concern nobody.
    tour.picture("settings")
    search(tour)
    about(tour)
    new_records(tour)
    refused_field(tour)


def library(tour: TourWindow) -> None:
    """Each list of the library, a record of each with all tabs."""
    if not tour.wants("library"):
        return
    tour.window.show_area("library")
    page = tour.window.page("library")
    assert isinstance(page, LibraryPage)
    for place, (name, entity) in enumerate(_LIBRARY.items()):
        side = page.side_at(place)
        page.show_side(side)
        tour.picture(f"library-{name}s")
        with tour.desk.store.reading() as reader:
            found = reader.find(entity)
        if found:
            page.open_record(found[0].id, entity.kind)
            tour.tabs(f"library-{name}")
        side.begin()
        tour.picture(f"library-new-{name}")


def search(tour: TourWindow) -> None:
    """The search over everything, with what it found."""
    tour.window.show_area("today")
    tour.window.search.begin()
    QTest.keyClicks(tour.window.ui.search, "read")
    QTest.qWait(400)
    tour.picture("search")
    QTest.keyClick(tour.window.ui.search, Qt.Key.Key_Escape)
    tour.window.ui.search.clear()


def about(tour: TourWindow) -> None:
    """What the program is."""
    dialog = AboutDialog(tour.window)
    dialog.show()
    tour.picture("about", dialog)
    dialog.close()


def new_records(tour: TourWindow) -> None:
    """The forms that begin a record."""
    if not tour.wants("new"):
        return
    tour.open("organization", RECORDS["organization"][tour.language])
    for key in ("partners", "agreements", "directory", "evaluations"):
        tour.window.show_area(key)
        tour.window.page(key).new_record()
        tour.picture(f"new-{key}")


def refused_field(tour: TourWindow) -> None:
    """A field with something in it that cannot be right."""
    if not tour.wants("refused"):
        return
    tour.open("organization", RECORDS["organization"][tour.language])
    for view in tour.window.findChildren(RecordView):
        view.form.tabs.setCurrentIndex(0)
    tour.settle()
    form = next(each for each in tour.window.findChildren(FieldForm)
                if each.isVisible() and "email" in each.rows)
    line = form.rows["email"].editor.control
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "hello at ribera")
    form.commit()
    tour.picture("refused")
    form.rows["email"].restore()


def trash(tour: TourWindow) -> None:
    """The Trash of a list with something in it."""
    if not tour.wants("trash"):
        return
    page = tour.window.page("partners")
    tour.window.show_area("partners")
    assert isinstance(page, PartnersPage)
    deleted = page.partners.pane.table_model.ids[:2]
    for each in deleted:
        records.delete(tour.desk.store, Organization, each)
    tour.desk.changed.emit(Changed())
    tour.settle()
    page.partners.pane.choose_chip(3)
    page.partners.open(deleted[0])
    tour.picture("trash")


def import_preview(tour: TourWindow) -> None:
    """What an import would change, before it does."""
    if not tour.wants("import"):
        return
    place = ROOT / "tests" / "fixtures" / "hsds_ohana"
    tour.window.bringing.read_directory(str(place))
    page = tour.window.page("import")
    assert isinstance(page, ImportPage)
    page.ui.place.setText(place.name)  # The folders of this computer concern nobody.
    tour.picture("import")
