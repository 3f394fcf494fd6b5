"""The directory: sheets that come in, narrowed lists, papers that go out, gaps, duplicates."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QWidget

from partner_desk.model.categories import Category
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.history import Operation
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, PartnershipCategory, School
from partner_desk.model.places import Location
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.partners.new_partner import NewPartner
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.shell.duplicates.page import DuplicatesPage
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.sheets.page import SheetPage
from tour_sheet import messy_sheet
from tour_window import TourWindow

ON_SATURDAYS = Narrowed(days=("SA",), cost="free", languages=("Spanish",))
VIEWS = {
    "en": ("Food on Saturdays", "Free, in Spanish"),
    "es": ("Comida los sábados", "Gratis, en español"),
}
KNOWN_RESOURCE = {"en": "Client choice pantry", "es": "Despensa de libre elección"}
"""A resource of the food bank, as the sample office calls it."""
COUNTY = {
    "organizations.csv": """id,name,description,website
o1,"Tamsett Valley Food Bank, Inc.",Food for eighteen towns,https://foodbank.example.org
o2,Larkspur Lane Food Shelf,A pantry of neighbors,https://larkspur.example.org
""",
    "services.csv": """id,organization_id,name,status
s1,o1,Holiday boxes,active
s2,o2,Saturday groceries,active
""",
    "phones.csv": """id,organization_id,number
p1,o1,413-555-0113
p2,o2,413-555-0311
""",
}
"""Another directory, as HSDS files."""
_ON_PAGE = 6
_BARE = 4


def directory(tour: TourWindow) -> None:
    """Everything that can be done with resources."""
    if tour.wants("directory"):
        narrowed(tour)
        dialogs(tour)
        verified(tour)
        papers(tour)
        hsds(tour)
        sides(tour)
    needs(tour)
    sheet(tour)
    foreign_directory(tour)
    duplicates(tour)
    reasons(tour)
    hint(tour)


def narrowed(tour: TourWindow) -> None:
    """The list by three conditions, a record beside it; the menus above and below it."""
    page = _page(tour)
    resources = page.resources
    _save_views(page, tour.language)
    page.show_narrowed(ON_SATURDAYS)
    tour.settle()
    ids = resources.pane.table_model.ids
    if ids:
        resources.open(ids[0])
    tour.picture("directory-narrowed")
    _menu(tour, "directory-views", resources.list.narrowing.views)
    _menu(tour, "directory-export", page.export_button.menu())
    page.show_narrowed(Narrowed(place="Nowhere"))
    tour.picture("directory-nothing")
    page.show_narrowed(Narrowed())
    page.show_list("unverified")
    resources.pane.form.table.setFocus()
    tour.picture("directory-verify")
    page.show_list("active")


def dialogs(tour: TourWindow) -> None:
    """What a list is narrowed by, as it is asked for."""
    narrowing = _page(tour).resources.list.narrowing
    narrowing.narrow(ON_SATURDAYS)
    _dialog(tour, "directory-narrow", narrowing.ask)
    _dialog(tour, "directory-category", narrowing.pick_categories)
    _dialog(tour, "directory-save-view", narrowing.views.save)
    narrowing.narrow(Narrowed())


def verified(tour: TourWindow) -> None:
    """A resource whose verifications were noted."""
    resources = _page(tour).resources
    with tour.desk.store.reading() as reader:
        first = reader.find(Service, status="active")[0]
    resources.open(first.id)
    resources.verify("phone", "")
    resources.view.go_to(resources.verifications)
    tour.picture("directory-verified")
    _dialog(tour, "directory-how-verified", resources.ask_and_verify)


def papers(tour: TourWindow) -> None:
    """Booklet, page for a family, calls and labels before they are printed."""
    from partner_desk.ui.areas.directory import paper_dialog as out

    page, desk = _page(tour), tour.desk
    ids = page.resources.pane.table_model.ids
    listed = page.resources.pane.query
    _dialog(tour, "directory-booklet", lambda: out.ask_and_print_booklet(desk, page, listed))
    _dialog(tour, "directory-handout", lambda: out.print_handout(desk, page, ids[:_ON_PAGE]))
    _dialog(tour, "directory-calls", lambda: out.print_calls(desk, page, ids))
    organizations = ListQuery("organization")
    _dialog(tour, "directory-labels", lambda: out.print_labels(desk, page, organizations))


def hsds(tour: TourWindow) -> None:
    """What other directories would get; some of it they would refuse."""
    from partner_desk.ui.areas.directory.hsds_dialog import ask_and_export_hsds

    page = _page(tour)
    _dialog(tour, "directory-hsds", lambda: ask_and_export_hsds(tour.desk, page))
    with tour.desk.store.reading() as reader:
        bare = reader.find(Location)[:_BARE]
    told = {"kind": "location", "field": "location_type", "name": bare[0].name}
    with tour.desk.store.writing(Operation("record.change", told)) as work:
        for each in bare:
            work.change(Location, each.id, location_type="")
    _dialog(tour, "directory-hsds-refused", lambda: ask_and_export_hsds(tour.desk, page))


def sides(tour: TourWindow) -> None:
    """The tree of categories; what schools need, as a map and as a table."""
    page = _page(tour)
    page.show_side(page.categories)
    with tour.desk.store.reading() as reader:
        top = next(each for each in reader.find(Category) if each.name == "Food")
    page.categories.open(top.id)
    tour.picture("directory-categories")
    page.categories.begin()
    tour.picture("directory-new-category")
    side = page.coverage
    page.show_side(side)
    tour.picture("directory-coverage")
    side.tabs.setCurrentIndex(1)
    tour.picture("directory-coverage-table")
    side.tabs.setCurrentIndex(0)
    page.show_side(page.resources)


def needs(tour: TourWindow) -> None:
    """What a school needs; what a partnership brings, and who brings that already."""
    if not tour.wants("needs", "overlap"):
        return
    tour.window.show_area("partners")
    page = tour.window.page("partners")
    assert isinstance(page, PartnersPage)
    store = tour.desk.store
    with store.reading() as reader:
        school = reader.find(School, name="Depot Square Elementary School")[0]
        kinds = reader.find(PartnershipCategory)
        first = next(each for each in kinds if each.partnership_id)
        other = next(each for each in reader.find(Partnership, stage="active")
                     if each.id != first.partnership_id)
        category = reader.get(Category, first.category_id)
    page.open_record(school.id, "school")
    page.schools.view.go_to(page.schools.needs)
    tour.picture("needs")
    told = {"kind": "category", "name": category.name if category else "", "parent": other.name}
    with store.writing(Operation("record.add_child", told)) as work:
        work.add(PartnershipCategory(
            partnership_id=other.id, category_id=first.category_id))
    page.open_record(other.id, "partnership")
    tour.picture("overlap")


def sheet(tour: TourWindow) -> None:
    """Somebody's workbook from its first sight to what became of it."""
    if not tour.wants("sheet"):
        return
    tour.window.bringing.ask()
    tour.picture("sheet-begin")
    path = Path(tempfile.mkdtemp()) / "Community resources 2026 (final).xlsx"
    messy_sheet(path, KNOWN_RESOURCE[tour.language])
    tour.window.bringing.bring_in([path])
    page = tour.window.page("sheet")
    assert isinstance(page, SheetPage)
    tour.settle()
    page.ui.place.setToolTip("")  # The folders of this computer concern nobody.
    tour.picture("sheet-1-reading")
    page.go_on()
    tour.picture("sheet-2-columns")
    page.go_on()
    tour.settle()
    for state in ("all", "refused", "double"):
        page.outcome.list_state(state)
        page.outcome.ui.rows.selectRow(0)
        tour.picture(f"sheet-3-{state}")
    page.write()
    tour.picture("sheet-4-done")
    photo = _no_sheet(path)
    tour.window.bringing.bring_in([photo])
    tour.settle()
    page.ui.place.setText(photo.name)
    tour.picture("sheet-cannot")


def duplicates(tour: TourWindow) -> None:
    """Records that seem to be one, side by side."""
    if not tour.wants("duplicates"):
        return
    _write_twice(tour)
    for kind in ("organization", "contact", "service"):
        tour.window.show_list("duplicates", kind)
        tour.settle()
        tour.picture(f"duplicates-{kind}")
    page = _page(tour)
    tour.window.show_area("directory")
    ids = page.resources.pane.table_model.ids[:2]
    tour.window.show_list("duplicates", f"service:{','.join(ids)}")
    tour.picture("duplicates-chosen")
    found = tour.window.page("duplicates")
    assert isinstance(found, DuplicatesPage)
    tour.window.show_list("duplicates", "organization")
    tour.settle()
    found.panel.why.setText("Two of them")
    found.tell_apart()
    _dialog(tour, "duplicates-apart", found.show_apart)
    tour.window.show_area("today")
    tour.picture("duplicates-today")


def hint(tour: TourWindow) -> None:
    """A name is typed that the office has already."""
    if not tour.wants("hint"):
        return
    tour.window.new_record("organization")
    page = tour.window.page("partners")
    assert isinstance(page, PartnersPage)
    new = page.partners.new
    assert isinstance(new, NewPartner)
    line = new.organization.rows["name"].editor.control
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Tamsett Vally Food Bank Inc")
    QTest.qWait(800)
    tour.picture("hint")
    line.clear()


def foreign_directory(tour: TourWindow) -> None:
    """Another directory in which an organization stands that the office has already."""
    if not tour.wants("import-double"):
        return
    place = Path(tempfile.mkdtemp()) / "County directory"
    place.mkdir()
    for name, text in COUNTY.items():
        (place / name).write_text(text, "utf-8")
    tour.window.bringing.read_directory(str(place))
    tour.settle()
    page = tour.window.page("import")
    assert isinstance(page, ImportPage)
    page.ui.place.setText(place.name)  # The folders of this computer concern nobody.
    page.ui.tabs.setCurrentWidget(page.ui.alikeTab)
    choices = page.alike.detail.choices
    assert choices is not None
    choices.buttons()[1].click()  # The same as the one the office has.
    QTest.qWait(900)  # Somebody who thinks; then everything is compared anew.
    tour.settle()
    tour.picture("import-double")


def reasons(tour: TourWindow) -> None:
    """The search over everything, each hit with its reason."""
    if not tour.wants("search-food"):
        return
    tour.window.show_area("today")
    tour.window.search.begin()
    QTest.keyClicks(tour.window.ui.search, "food" if tour.language == "en" else "alimentos")
    QTest.qWait(800)
    tour.picture("search-food")
    QTest.keyClick(tour.window.ui.search, Qt.Key.Key_Escape)
    tour.window.ui.search.clear()


def _write_twice(tour: TourWindow) -> None:
    """Keep two organizations and a person once more, as somebody else would have typed them."""
    with tour.desk.store.reading() as reader:
        bank = reader.find(Organization, name="Tamsett Valley Food Bank")[0]
        closet = reader.find(Organization, name="The Kids' Closet")[0]
        person = reader.find(Contact, organization_id=bank.id)[0]
    told = {"kind": "organization", "name": "TAMSETT VALLEY FOOD BANK, INC."}
    with tour.desk.store.writing(Operation("record.add", told)) as work:
        again = Organization(name="TAMSETT VALLEY FOOD BANK, INC.", ein=bank.ein,
                             website="www.foodbank.example.org", sector="nonprofit")
        kids = Organization(name="The Kid's Closet", email=closet.email,
                            description="Clothes for children.")
        work.add_many([
            again, kids, PhoneNumber(organization_id=again.id, number="413.555.0113"),
            Contact(organization_id=bank.id, name=person.name.upper(), email=person.email),
        ])


def _page(tour: TourWindow) -> DirectoryPage:
    tour.window.show_area("directory")
    page = tour.window.page("directory")
    assert isinstance(page, DirectoryPage)
    return page


def _save_views(page: DirectoryPage, language: str) -> None:
    from partner_desk.services import views

    for name in VIEWS[language]:
        views.save(page.desk.store, name, ResourceList("active", "", ON_SATURDAYS))


def _no_sheet(beside: Path) -> Path:
    """A file that only has the name of a workbook."""
    made = beside.with_name("Photo of a flyer.xlsx")
    made.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8)
    return made


def _menu(tour: TourWindow, name: str, menu: QMenu) -> None:
    """A menu as it stands open."""
    if not name.startswith(tour.only):
        return
    menu.aboutToShow.emit()
    menu.popup(tour.window.mapToGlobal(tour.window.rect().center()))
    tour.picture(name, menu)
    menu.close()


def _dialog(tour: TourWindow, name: str, ask: Callable[[], object]) -> None:
    """What opens when it is asked for; else the window, which then says why nothing opens."""
    if not name.startswith(tour.only):
        return
    before = set(_open_dialogs(tour.window))
    ask()
    tour.settle()
    made = [each for each in _open_dialogs(tour.window) if each not in before]
    tour.picture(name, made[-1] if made else None)
    for each in made:
        each.reject()
    tour.settle()


def _open_dialogs(window: QWidget) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]
