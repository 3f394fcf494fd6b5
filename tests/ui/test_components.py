"""The parts that all pages are made of: forms that save as they are left, cards, history."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.office import Attachment
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import PartnershipSchool, School
from partner_desk.model.places import Address
from partner_desk.services import attachments, records
from partner_desk.store.store import Store
from partner_desk.ui.components.child_list import ChildList
from partner_desk.ui.components.date_editor import DateEditor
from partner_desk.ui.components.documents_tab import DocumentsTab
from partner_desk.ui.components.editors import ChoiceEditor, LinesEditor
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.history_tab import HistoryTab
from partner_desk.ui.desk import Desk
from tests.ui.desks import desk_over, focused, heard, show, type_into, type_text

WILD = "Café Đà Nẵng សាលា <b>&\" =1+1"


@pytest.fixture
def riverside(office: Store) -> Organization:
    made = records.add(office, "organization", {"name": "Riverside", "sector": "arts"})
    assert isinstance(made, Organization)
    return made


def stored(office: Store, record_id: str) -> Organization:
    with office.reading() as reader:
        found = reader.get(Organization, record_id)
    assert found is not None
    return found


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, riverside: Organization) -> FieldForm:
    made = FieldForm(desk, Organization)
    made.show_record(riverside)
    show(qtbot, made)
    return made


def test_leaving_a_field_saves_it(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    type_into(form.rows["alternate_name"].editor.control, WILD)
    assert stored(office, riverside.id).alternate_name == ""
    QTest.keyClick(form.rows["alternate_name"].editor.control, Qt.Key.Key_Tab)
    assert stored(office, riverside.id).alternate_name == WILD
    assert form.rows["alternate_name"].editor.value() == WILD
    assert heard(office) == "record.change"


def test_leaving_a_field_untouched_writes_nothing(
    form: FieldForm, office: Store
) -> None:
    form.focus_first()
    for _ in form.rows:
        QTest.keyClick(focused(form), Qt.Key.Key_Tab)
    form.commit()
    assert heard(office) == "record.add"


def test_bad_input_is_answered_beside_the_field_and_kept(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    row = form.rows["email"]
    type_into(row.editor.control, "info@riverside")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert "name@example.org" in row.error
    assert row.editor.value() == "info@riverside"
    assert row.editor.control.accessibleDescription() == row.error
    assert stored(office, riverside.id).email == ""
    type_into(row.editor.control, "info@riverside.example.org")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert not row.error
    assert stored(office, riverside.id).email == "info@riverside.example.org"


def test_refused_text_is_still_there_after_another_record(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    other = records.add(office, "organization", {"name": "Other"})
    type_into(form.rows["ein"].editor.control, "12-34")
    form.show_record(other)
    assert form.rows["ein"].editor.value() == ""
    assert not form.rows["ein"].error
    form.show_record(stored(office, riverside.id))
    assert form.rows["ein"].editor.value() == "12-34"
    assert "9" in form.rows["ein"].error


def test_escape_gives_back_what_is_stored(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    type_into(form.rows["name"].editor.control, "")
    QTest.keyClick(form.rows["name"].editor.control, Qt.Key.Key_Backspace)
    QTest.keyClick(form.rows["name"].editor.control, Qt.Key.Key_Return)
    assert form.rows["name"].error
    QTest.keyClick(form.rows["name"].editor.control, Qt.Key.Key_Escape)
    assert form.rows["name"].editor.value() == "Riverside"
    assert not form.rows["name"].error


def test_a_change_from_elsewhere_leaves_what_is_being_typed(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    type_into(form.rows["alternate_name"].editor.control, "half a na")
    records.change_field(office, Organization, riverside.id, "website", "www.example.org")
    form.show_record(stored(office, riverside.id))
    assert form.rows["alternate_name"].editor.value() == "half a na"
    assert form.rows["website"].editor.value() == "www.example.org"


def test_what_could_not_be_saved_stays_and_is_tried_again(
    qapp: QApplication, qtbot: QtBot, office: Store, riverside: Organization, tmp_path: Path
) -> None:
    with desk_over(office, tmp_path, may_fail=True) as desk:
        form = FieldForm(desk, Organization)
        form.show_record(riverside)
        show(qtbot, form)
        row = form.rows["website"]
        office.read_only = True
        type_into(row.editor.control, "www.example.org")
        with qtbot.waitSignal(desk.troubled):
            QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
        form.show_record(stored(office, riverside.id))
        assert row.editor.value() == "www.example.org"
        assert "not saved" in row.error
        office.read_only = False
        form.commit()
        assert stored(office, riverside.id).website == "www.example.org"
        assert not row.error


def test_a_choice_is_saved_when_it_is_made_and_takes_other_words(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    editor = form.rows["sector"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.combo.currentText() == "Arts and culture"
    line = editor.combo.lineEdit()
    assert line is not None
    type_into(line, "health care")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert stored(office, riverside.id).sector == "health_care"
    type_into(line, "Circus")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert stored(office, riverside.id).sector == "Circus"


def test_long_text_grows_and_is_saved(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    editor = form.rows["notes"].editor
    assert isinstance(editor, LinesEditor)
    before = editor.text_edit.height()
    editor.text_edit.setFocus()
    editor.text_edit.insertPlainText("\n".join(f"line {n} <b>" for n in range(8)))
    assert editor.text_edit.height() > before
    QTest.keyClick(editor.text_edit, Qt.Key.Key_Tab)
    assert stored(office, riverside.id).notes.startswith("line 0 <b>\nline 1 <b>")


def test_every_control_has_a_name_and_needed_fields_are_marked(form: FieldForm) -> None:
    assert all(row.editor.control.accessibleName() for row in form.rows.values())
    assert form.rows["name"].label.text() == "Name\N{NO-BREAK SPACE}*"
    assert "signed" in form.rows["ein"].editor.control.toolTip()


def test_a_day_can_be_empty_typed_or_picked(qtbot: QtBot, desk: Desk) -> None:
    editor = DateEditor(desk.text)
    show(qtbot, editor, 300, 60)
    editor.show_value(None)
    assert editor.value() == ""
    editor.show_value(date(2027, 6, 30))
    assert editor.value() == "06/30/2027"
    QTest.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2027, 6, 30)
    with qtbot.waitSignal(editor.left):
        calendar.clicked.emit(QDate(2027, 7, 4))
    assert editor.value() == "07/04/2027"


def test_a_day_is_saved_and_taken_away(qtbot: QtBot, desk: Desk, office: Store) -> None:
    agreement = records.add(office, "agreement", {"title": "MOU"})
    form = FieldForm(desk, Agreement, ("starts_on", "ends_on"))
    form.show_record(agreement)
    show(qtbot, form)
    control = form.rows["starts_on"].editor.control
    type_into(control, "7/4/2026")
    QTest.keyClick(control, Qt.Key.Key_Tab)
    assert form.rows["starts_on"].editor.value() == "07/04/2026"
    type_into(control, "")
    QTest.keyClick(control, Qt.Key.Key_Delete)
    QTest.keyClick(control, Qt.Key.Key_Tab)
    with office.reading() as reader:
        found = reader.get(Agreement, agreement.id)
    assert found is not None
    assert found.starts_on is None


@pytest.fixture
def contacts(qtbot: QtBot, desk: Desk, riverside: Organization) -> ChildList:
    made = ChildList(
        desk, Contact, "organization_id", add="Add a contact", teach="Nobody yet",
        nested=(lambda: ChildList(desk, PhoneNumber, "contact_id", add="Add a phone"),),
    )
    made.show_record(riverside)
    show(qtbot, made)
    return made


def add_contact(contacts: ChildList, name: str) -> None:
    QTest.keyClick(contacts.add_button, Qt.Key.Key_Space)
    control = focused(contacts)
    type_text(control, name)
    QTest.keyClick(control, Qt.Key.Key_Return)


def test_cards_are_added_by_keyboard_edited_and_deleted(
    qtbot: QtBot, contacts: ChildList, desk: Desk, office: Store
) -> None:
    add_contact(contacts, "Ana Ruiz")
    assert contacts.add_button.hasFocus()
    add_contact(contacts, WILD)
    assert len(contacts.cards) == 2
    card = next(iter(contacts.cards.values()))
    QTest.mouseClick(card.edit_button, Qt.MouseButton.LeftButton)
    form = card.parts[0]
    assert isinstance(form, FieldForm)
    type_into(form.rows["email"].editor.control, "ana@example.org")
    QTest.keyClick(form.rows["email"].editor.control, Qt.Key.Key_Tab)
    with office.reading() as reader:
        assert {each.email for each in reader.find(Contact)} == {"", "ana@example.org"}
    with qtbot.waitSignal(desk.told) as told:
        QTest.mouseClick(card.delete_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Ana Ruiz was deleted.", True]
    assert len(contacts.cards) == 1
    office.undo()
    contacts.show_record(contacts.owner)
    assert len(contacts.cards) == 2


def test_a_card_that_lacks_its_name_is_refused_in_place(
    contacts: ChildList, office: Store
) -> None:
    add_contact(contacts, "   ")
    control = focused(contacts)
    assert control.accessibleName() == "Name"
    assert "filled" in control.accessibleDescription()
    QTest.keyClick(control, Qt.Key.Key_Escape)
    with office.reading() as reader:
        assert not reader.find(Contact)
    assert not contacts.cards


def test_phones_of_a_contact_are_cards_in_its_card(
    contacts: ChildList, office: Store
) -> None:
    add_contact(contacts, "Ana")
    card = next(iter(contacts.cards.values()))
    QTest.mouseClick(card.edit_button, Qt.MouseButton.LeftButton)
    phones = card.parts[1]
    assert isinstance(phones, ChildList)
    add_contact(phones, "(413) 555-0101")
    with office.reading() as reader:
        assert [each.number for each in reader.find(PhoneNumber)] == ["(413) 555-0101"]


def test_enter_in_the_list_only_picks_and_what_was_added_is_not_unsaved(
    qtbot: QtBot, desk: Desk, office: Store, riverside: Organization
) -> None:
    school = records.add(office, "school", {"name": "Cedar Hill"})
    made = ChildList(desk, PartnershipSchool, "partnership_id", add="Add a school")
    made.show_record(records.add(
        office, "partnership", {"name": "P", "organization_id": riverside.id}))
    show(qtbot, made)
    QTest.keyClick(made.add_button, Qt.Key.Key_Space)
    line = focused(made)
    assert isinstance(line, QLineEdit)
    type_text(line, "Ced")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert (line.text(), line.accessibleDescription()) == ("Cedar Hill", "")
    assert not made.cards
    assert desk.unsaved
    (add,) = (each for each in made.findChildren(QPushButton) if each.text() == "Add")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    with office.reading() as reader:
        assert [each.school_id for each in reader.find(PartnershipSchool)] == [school.id]
    assert desk.unsaved == []


def test_a_school_is_picked_by_typing_a_part_of_its_name(
    qtbot: QtBot, desk: Desk, office: Store, riverside: Organization
) -> None:
    for name in ("Cedar Hill", "Cedar Grove", "Maple"):
        records.add(office, "school", {"name": name})
    partnership = records.add(
        office, "partnership", {"name": "P", "organization_id": riverside.id}
    )
    schools = ChildList(desk, PartnershipSchool, "partnership_id", add="Add a school")
    schools.show_record(partnership)
    show(qtbot, schools)
    add_contact(schools, "nowhere")
    assert "list" in focused(schools).accessibleDescription()
    type_into(focused(schools), "cedar gr")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QTest.keyClick(focused(schools), Qt.Key.Key_Return)
    with office.reading() as reader:
        links = reader.find(PartnershipSchool, partnership_id=partnership.id)
        picked = reader.get(School, links[0].school_id)
    assert picked is not None
    assert picked.name == "Cedar Grove"


def test_history_tells_what_changed_and_puts_it_back(
    qtbot: QtBot, desk: Desk, office: Store, riverside: Organization
) -> None:
    desk.write(
        lambda: records.change_field(office, Organization, riverside.id, "sector", "business")
    )
    tab = HistoryTab(desk)
    tab.show_record(riverside)
    show(qtbot, tab)
    labels = [each.text() for each in tab.findChildren(QLabel)]
    assert "Sector: Arts and culture → Business" in labels
    assert any("Ana Núñez" in each for each in labels)
    button = tab.findChildren(QPushButton)[0]
    assert button.accessibleName() == "Put back Sector: Arts and culture"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stored(office, riverside.id).sector == "arts"


def test_documents_are_kept_saved_again_and_deleted(
    qtbot: QtBot, desk: Desk, office: Store, riverside: Organization, tmp_path: Path
) -> None:
    scan = tmp_path / "póliza <1>.pdf"
    scan.write_bytes(b"%PDF-1.7 not really")
    tab = DocumentsTab(desk)
    tab.show_record(riverside)
    show(qtbot, tab)
    tab.attach([scan])
    with office.reading() as reader:
        kept = reader.find(Attachment, organization_id=riverside.id)
    assert [each.name for each in kept] == [scan.name]
    copy = tmp_path / "copy.pdf"
    attachments.save_as(office, kept[0], copy)
    assert copy.read_bytes() == scan.read_bytes()


def test_an_ein_is_shown_as_people_write_it_and_stored_as_its_digits(
    form: FieldForm, office: Store, riverside: Organization
) -> None:
    row = form.rows["ein"]
    type_into(row.editor.control, "01 2345678")
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert row.editor.value() == "01-2345678"
    assert stored(office, riverside.id).ein == "012345678"
    form.commit()
    assert not row.is_dirty


def test_labels_widen_with_the_text(qtbot: QtBot, desk: Desk) -> None:
    form = FieldForm(desk, Address)
    show(qtbot, form)
    labels = [row.label for row in form.rows.values()]
    before = [label.width() for label in labels]
    font = form.font()
    font.setPointSizeF(1.5 * font.pointSizeF())
    form.setFont(font)
    qtbot.waitUntil(lambda: all(
        label.width() > 1.3 * width for label, width in zip(labels, before, strict=True)))
