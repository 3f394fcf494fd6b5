"""The directory as a coordinator uses it: find, verify, add, places and hours, Excel."""

from datetime import time, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from partner_desk.files.hours_in_words import weekdays
from partner_desk.model.office import Attachment
from partner_desk.model.organizations import Organization
from partner_desk.model.places import Address, Location, Schedule, ServiceAtLocation
from partner_desk.model.queries import ListQuery
from partner_desk.model.resources import Service
from partner_desk.services import records
from partner_desk.store.store import Store
from partner_desk.ui.areas.directory.hours import describe_hours
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.directory.places import NewPlace
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.exporting import export
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.desk import Desk
from tests.ui.desks import TODAY, focused, heard, nameless, show, type_into, type_text


@pytest.fixture
def provider(office: Store) -> Organization:
    def service(name: str, **more: object) -> dict[str, object]:
        return {"name": name, **more}

    long_ago = TODAY - timedelta(days=400)
    made = records.add(office, "organization", {
        "name": "North Market",
        "services": [
            service("Food pantry", assured_date=TODAY - timedelta(days=10)),
            service("=Winter coats", assured_date=long_ago),
            service("Diapers"),
            service("Closed kitchen", status="inactive"),
        ],
    })
    assert isinstance(made, Organization)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, provider: Organization) -> DirectoryPage:
    made = DirectoryPage(desk)
    show(qtbot, made)
    return made


def listed(page: DirectoryPage) -> list[str]:
    table = page.resources.pane.table_model
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def service_named(office: Store, name: str) -> Service:
    with office.reading() as reader:
        return reader.find(Service, name=name)[0]


def test_chips_and_columns(page: DirectoryPage) -> None:
    assert sorted(listed(page)) == ["=Winter coats", "Diapers", "Food pantry"]
    page.resources.pane.choose_chip(1)
    assert sorted(listed(page)) == ["=Winter coats", "Diapers"]
    page.resources.pane.choose_chip(2)
    table = page.resources.pane.table_model
    row = listed(page).index("Food pantry")
    cells = [table.index(row, column).data() for column in range(4)]
    assert cells == ["Food pantry", "North Market", "Active", "02/20/2026"]


def test_verified_today_is_one_click(
    qtbot: QtBot, page: DirectoryPage, office: Store
) -> None:
    page.resources.pane.choose_chip(1)
    coats = service_named(office, "=Winter coats")
    page.open_record(coats.id, "service")
    button = page.resources.view.form.actionButton
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert service_named(office, "=Winter coats").assured_date == TODAY
    assert heard(office) == "service.verify"
    assert not button.isVisible()
    qtbot.waitUntil(lambda: listed(page) == ["Diapers"])
    assert page.resources.view.record is not None
    assert page.resources.view.record.caption == "=Winter coats"


def test_a_resource_of_a_known_organization_is_typed(
    qtbot: QtBot, page: DirectoryPage, office: Store, provider: Organization
) -> None:
    page.new_record()
    type_text(focused(page), "Tutoring")
    QTest.keyClick(focused(page), Qt.Key.Key_Tab)
    type_text(focused(page), "north market")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert service_named(office, "Tutoring").organization_id == provider.id
    assert page.resources.view.record is not None
    assert page.resources.view.record.caption == "Tutoring"


def test_an_unknown_organization_comes_with_its_resource(
    page: DirectoryPage, office: Store
) -> None:
    page.new_record()
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    new = page.resources.new
    assert new is not None
    rows = new.forms[0].rows
    assert rows["name"].error
    assert rows["organization_id"].error
    type_into(rows["name"].editor.control, "Legal aid")
    type_into(rows["organization_id"].editor.control, "Casa <b>&")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    made = service_named(office, "Legal aid")
    with office.reading() as reader:
        owner = reader.get(Organization, made.organization_id)
    assert owner is not None
    assert owner.name == "Casa <b>&"
    office.undo()
    with office.reading() as reader:
        assert not reader.find(Organization, name="Casa <b>&")
        assert not reader.find(Service, name="Legal aid")


def test_a_new_place_is_one_form_and_one_undo(page: DirectoryPage, office: Store) -> None:
    page.open_record(service_named(office, "Diapers").id, "service")
    page.resources.show_places()
    new = page.resources.places.findChildren(NewPlace)[0]
    QTest.mouseClick(new.begin_button, Qt.MouseButton.LeftButton)
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    assert not new.card.isHidden()
    type_into(new.address.rows["address_1"].editor.control, "12 Elm St")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    with office.reading() as reader:
        place = reader.find(Location)[0]
        assert place.name == "12 Elm St"
        assert reader.find(Address)[0].location_id == place.id
        assert reader.find(ServiceAtLocation)[0].location_id == place.id
    assert len(page.resources.places.part.places.cards) == 1
    page.desk.write(office.undo)
    assert not page.resources.places.part.places.cards


def test_an_address_is_not_emptied_field_by_field(
    qtbot: QtBot, desk: Desk, office: Store, provider: Organization
) -> None:
    kept = records.add(office, "address", {"organization_id": provider.id, "city": "Avon"})
    addresses = ChildList(desk, Address, "organization_id", add="Add")
    addresses.show_record(provider)
    show(qtbot, addresses)
    QTest.mouseClick(addresses.cards[kept.id].edit_button, Qt.MouseButton.LeftButton)
    form = addresses.cards[kept.id].parts[0]
    assert isinstance(form, FieldForm)
    city = form.rows["city"].editor.control
    type_into(city, " ")
    QTest.keyClick(city, Qt.Key.Key_Return)
    assert "An address needs a street, a city" in city.accessibleDescription()
    with office.reading() as reader:
        assert reader.find(Address, organization_id=provider.id)[0].city == "Avon"
    type_into(city, "Salem")
    QTest.keyClick(city, Qt.Key.Key_Return)
    assert city.accessibleDescription() == ""
    with office.reading() as reader:
        assert reader.find(Address, organization_id=provider.id)[0].city == "Salem"


def test_a_place_opens_with_its_first_resource(page: DirectoryPage, office: Store) -> None:
    diapers = service_named(office, "Diapers")
    place = records.add(office, "location", {"name": "Annex"})
    records.add(
        office, "service_at_location", {"service_id": diapers.id, "location_id": place.id}
    )
    page.open_record(place.id, "location")
    assert page.resources.view.record == diapers
    assert page.resources.view.form.tabs.currentWidget() is page.resources.places


def test_import_and_organization_are_asked_of_the_shell(
    qtbot: QtBot, page: DirectoryPage, desk: Desk, office: Store, provider: Organization
) -> None:
    with qtbot.waitSignal(desk.import_requested):
        QTest.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    page.open_record(service_named(office, "Diapers").id, "service")
    with qtbot.waitSignal(desk.opened) as went:
        page.resources.open_organization()
    assert went.args == ["organization", provider.id]


def test_an_empty_directory_teaches(qtbot: QtBot, desk: Desk) -> None:
    empty = DirectoryPage(desk)
    show(qtbot, empty)
    words = [each.text() for each in empty.resources.pane.empty.findChildren(QPushButton)]
    assert words == ["Import a list", "Add the first resource"]
    assert not empty.resources.pane.form.table.isVisible()


def test_the_list_goes_to_excel_as_it_is_filtered(
    qtbot: QtBot, page: DirectoryPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    page.resources.pane.choose_chip(1)
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        export(desk, page.resources.pane.query, path)
    assert told.args is not None
    assert "2 rows were written" in told.args[0]
    names = [row[0] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    assert set(names[1:]) == {"=Winter coats", "Diapers"}
    whole = tmp_path / "all.xlsx"
    with qtbot.waitSignal(desk.told, timeout=20_000):
        export(desk, ListQuery("service"), whole)
    assert load_workbook(whole).worksheets[0].max_row == 5


def test_documents_are_kept_with_a_resource(
    page: DirectoryPage, office: Store, tmp_path: Path
) -> None:
    flyer = tmp_path / "Flyer é.txt"
    flyer.write_text("Saturdays 9 to 11")
    diapers = service_named(office, "Diapers")
    page.open_record(diapers.id, "service")
    tabs = page.resources.view.form.tabs
    titles = [tabs.tabText(number) for number in range(tabs.count())]
    tabs.setCurrentIndex(titles.index("Documents"))
    page.findChildren(DocumentsTab)[0].attach([flyer])
    with office.reading() as reader:
        kept = reader.find(Attachment, service_id=diapers.id)
    assert [each.name for each in kept] == ["Flyer é.txt"]


def test_every_control_has_a_name(page: DirectoryPage, office: Store) -> None:
    diapers = service_named(office, "Diapers")
    place = records.add(office, "location", {"name": "Annex"})
    records.add(
        office, "service_at_location", {"service_id": diapers.id, "location_id": place.id}
    )
    page.open_record(diapers.id, "service")
    tabs = page.resources.view.form.tabs
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        assert nameless(page) == []
    page.resources.show_places()
    next(iter(page.resources.places.part.places.cards.values())).set_open(True)
    page.resources.places.part.hours.begin()
    assert nameless(page) == []


@pytest.mark.parametrize(
    ("byday", "words"),
    [
        ("MO,TU,WE,TH,FR", "Mon–Fri 9:00 AM – 2:30 PM"),
        ("MO,WE,TH", "Mon, Wed, Thu 9:00 AM – 2:30 PM"),
        ("1MO", "1MO 9:00 AM – 2:30 PM"),
        ("", "9:00 AM – 2:30 PM"),
    ],
)
def test_hours_read_like_a_sign(byday: str, words: str) -> None:
    schedule = Schedule(byday=byday, opens_at=time(9), closes_at=time(14, 30), notes="Ring")
    assert describe_hours(schedule, weekdays(str)) == (words, "Ring")


def test_of_an_empty_directory_nothing_goes_out(
    qtbot: QtBot, desk: Desk, office: Store
) -> None:
    page = DirectoryPage(desk)
    show(qtbot, page)
    told: list[str] = []
    desk.told.connect(lambda words, undo: told.append(words))
    why = "There are no resources yet. Import a list or add one first."
    buttons = (page.booklet_button, page.excel_button, page.export_button)
    assert [each.isEnabled() for each in buttons] == [False] * 3
    assert {each.toolTip() for each in buttons} == {why}
    quick = page.resources.list.narrowing.quick.values()
    assert not any(each.isVisible() for each in quick)
    page.print_current()
    page.export_current()
    assert told == [why, why]
    desk.write(lambda: records.add(office, "service", {"name": "Pantry", "status": "active"}))
    qtbot.waitUntil(lambda: all(each.isEnabled() for each in buttons))
    assert why not in {each.toolTip() for each in buttons}
    assert all(each.isVisible() for each in quick)


def test_of_a_list_without_rows_only_the_whole_directory_goes_out(
    qtbot: QtBot, page: DirectoryPage
) -> None:
    def offered() -> list[str]:
        return [each.text() for each in page.ways_out.actions()
                if each.isEnabled() and each.text()]

    assert len(offered()) == 9
    type_into(page.resources.pane.form.filter, "nothing like it")
    qtbot.waitUntil(lambda: not listed(page))
    assert offered() == ["Excel: the whole directory…", "Handout of what was chosen…"]
    assert not page.booklet_button.isEnabled()
    assert page.booklet_button.toolTip() == "The list shows no resource that could go out."
    assert page.export_button.isEnabled()
    assert page.resources.list.narrowing.quick["cost"].isVisible()
