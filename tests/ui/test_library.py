"""The library, the clauses of agreements and exhibits, and who may sign, as people work there."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import Agreement, AgreementSchool, Clause, Exhibit
from partner_desk.model.library import LibraryClause, SigningAuthority, Template
from partner_desk.model.partners import School
from partner_desk.services import drafting, library, partners, records
from partner_desk.store.store import Store
from partner_desk.ui.areas.agreements.clauses import ClausesTab
from partner_desk.ui.areas.agreements.new_agreement import NewAgreement
from partner_desk.ui.areas.library.authority_side import AuthoritySide
from partner_desk.ui.areas.library.page import LibraryPage
from partner_desk.ui.components.editors import ChoiceEditor
from partner_desk.ui.components.rows import row_of
from partner_desk.ui.components.side import Side
from partner_desk.ui.desk import Changed, Desk
from tests.ui.desks import TODAY, desk_over, focused, heard, nameless, show, type_text

WILD = "Hội Bình Minh <b>&\" =1+1"


@pytest.fixture
def side(qtbot: QtBot, desk: Desk) -> LibraryPage:
    made = LibraryPage(desk)
    desk.changed.connect(made.refresh)
    show(qtbot, made)
    return made


@pytest.fixture
def memorandum(side: LibraryPage, office: Store) -> Template:
    with office.reading() as reader:
        found = library.template_named(reader, "memorandum")
    side.open_record(found.id)
    return found


@pytest.fixture
def agreement(office: Store) -> Agreement:
    partner = partners.register(office, {"name": WILD})
    partnership = partners.partnerships_of(office, partner.id)[0]
    return drafting.draft(office, partnership.id, "memorandum", TODAY)


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, agreement: Agreement) -> ClausesTab:
    made = ClausesTab(desk)
    show(qtbot, made, 760, 560)
    made.show_record(agreement)
    return made


def headings(office: Store, template: Template) -> list[str]:
    with office.reading() as reader:
        return [each.heading for each in library.clauses_of(reader, template.id)]


def words_of(tab: ClausesTab) -> list[str]:
    rows = tab.parts.rows.list
    return [row_of(rows.item(place)).title for place in range(rows.count())]


def test_the_library_is_there_when_it_is_first_looked_at(
    side: LibraryPage, office: Store
) -> None:
    assert len(side.templates.pane.table_model.ids) == 6
    assert len(side.clauses.pane.table_model.ids) > 20
    assert heard(office) == "papers.filled"  # Right after the library itself.
    pane = side.templates.pane
    pane.choose_chip(2)
    assert len(pane.table_model.ids) == 3


def test_what_is_listed_is_said_once(side: LibraryPage) -> None:
    for place in range(4):
        shown = side.side_at(place)
        assert isinstance(shown, Side)
        side.show_side(shown)
        form = shown.pane.form
        assert form.title.isHidden()
        beside = form.filter.mapTo(side, QPoint()).y(), form.addButton.mapTo(side, QPoint()).y()
        assert form.filter.isVisible() and abs(beside[0] - beside[1]) <= 2


def test_lists_are_filtered_by_what_is_in_the_texts(qtbot: QtBot, side: LibraryPage) -> None:
    side.show_side(side.clauses)
    total = len(side.clauses.pane.table_model.ids)
    side.focus_filter()
    type_text(focused(side), "insurance")
    qtbot.waitUntil(lambda: 0 < len(side.clauses.pane.table_model.ids) < total)


def test_a_template_says_what_it_is_and_warns(
    side: LibraryPage, memorandum: Template
) -> None:
    view = side.templates.view
    assert memorandum.name in view.form.title.toolTip()
    assert "clauses" in view.form.caption.text()
    assert side.templates.reset_action.isEnabled()


def test_clauses_of_a_template_move_by_keyboard_and_mouse(
    side: LibraryPage, memorandum: Template, office: Store
) -> None:
    part = side.templates.clauses
    side.templates.view.go_to(part)
    before = headings(office, memorandum)
    part.rows.list.setFocus()
    part.rows.choose(1)
    QTest.keyClick(part.rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert headings(office, memorandum) == [before[1], before[0], *before[2:]]
    assert part.rows.list.currentRow() == 0
    part.rows.list.model().moveRow(part.rows.list.rootIndex(), 0, part.rows.list.rootIndex(), 3)
    QTest.qWait(1)
    assert headings(office, memorandum)[2] == before[1]
    QTest.keyClick(part.rows.list, Qt.Key.Key_Delete)
    assert before[1] not in headings(office, memorandum)
    with office.reading() as reader:
        assert before[1] in [each.heading for each in reader.find(LibraryClause)]


def test_a_new_clause_is_written_at_once(
    side: LibraryPage, memorandum: Template, office: Store
) -> None:
    part = side.templates.clauses
    side.templates.view.go_to(part)
    part.rows.add_button.click()
    type_text(focused(side), "Parking & keys")
    QTest.keyClick(focused(side), Qt.Key.Key_Tab)
    assert headings(office, memorandum)[-1] == "Parking & keys"
    assert row_of(part.rows.list.currentItem()).title.endswith("Parking & keys")


def test_a_clause_is_taken_from_the_library(
    side: LibraryPage, memorandum: Template, office: Store
) -> None:
    records.add(office, "library_clause", {"heading": "Parking", "text": WILD})
    part = side.templates.clauses
    side.templates.view.go_to(part)
    picker = part.add_from_library()
    type_text(picker.filter, "binh")
    assert picker.list.count() == 1
    QTest.keyClick(picker.filter, Qt.Key.Key_Return)
    assert headings(office, memorandum)[-1] == "Parking"
    again = part.add_from_library()
    type_text(again.filter, "binh")
    assert again.list.count() == 0
    again.reject()


def test_a_misspelt_placeholder_is_told_while_it_is_typed(
    side: LibraryPage, memorandum: Template, office: Store
) -> None:
    part = side.templates.clauses
    side.templates.view.go_to(part)
    part.wording.focus_field("heading")
    type_text(focused(side), " {patner}")
    warning = part.wording.note.warning
    assert warning.isVisible()
    assert "{patner}" in warning.text() and "{partner}" in warning.text()
    line = focused(side)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text(line, "With {partner}")
    assert not warning.isVisible()


def test_words_are_saved_for_every_template_that_has_them(
    side: LibraryPage, memorandum: Template, office: Store
) -> None:
    part = side.templates.clauses
    side.templates.view.go_to(part)
    editor = part.wording.rows["text_es"].editor
    editor.control.setFocus()
    editor.show_value("Otro texto.\n<b>&\"")
    side.commit()
    with office.reading() as reader:
        clause = library.clauses_of(reader, memorandum.id)[0]
    assert clause.text_es == "Otro texto.\n<b>&\""
    side.open_record(clause.id, "library_clause")
    assert side.side is side.clauses
    assert side.clauses.view.record == clause


def test_shipped_words_come_back_and_copies_are_the_offices_own(
    side: LibraryPage, memorandum: Template, office: Store, desk: Desk
) -> None:
    desk.write(lambda: records.change_field(
        office, Template, memorandum.id, "title", "Something else"
    ))
    side.templates.reset()
    with office.reading() as reader:
        assert library.template_named(reader, "memorandum").title == memorandum.title
    side.templates.copy()
    made = side.templates.view.record
    assert isinstance(made, Template) and made.name.endswith("(copy)")
    assert headings(office, made) == headings(office, memorandum)
    assert not side.templates.reset_action.isEnabled()


def test_a_library_is_passed_on_and_brought_back(
    qtbot: QtBot, side: LibraryPage, memorandum: Template, office: Store, desk: Desk,
    tmp_path: Path,
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(words))
    path = tmp_path / "Library.json"
    side.export_file(path)
    assert told[-1] == "Library.json: 6 templates were written."
    side.import_file(path)
    assert told[-1] == "The library holds all of Library.json already."
    content = json.loads(path.read_text(encoding="utf-8"))
    content["templates"][0]["title"]["en"] = WILD
    path.write_text(json.dumps(content), encoding="utf-8")
    side.import_file(path)
    question = side.findChild(QMessageBox)
    assert question is not None
    assert "1 text of the office would be replaced." in question.informativeText()
    before = office.digest()
    question.defaultButton().click()
    qtbot.waitUntil(lambda: heard(office) == "library.import")
    assert told[-1] == "Library.json was imported: 0 new, 1 changed."
    office.undo()
    assert office.digest() == before


def test_a_file_that_is_no_library_is_told_in_a_sentence(
    side: LibraryPage, desk: Desk, tmp_path: Path, office: Store
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(words))
    path = tmp_path / "Letter.json"
    path.write_text("{}", encoding="utf-8")
    before = office.digest()
    side.import_file(path)
    assert told and office.digest() == before


def test_templates_and_clauses_begin_with_a_name(side: LibraryPage, office: Store) -> None:
    side.new_record()
    type_text(focused(side), WILD)
    QTest.keyClick(focused(side), Qt.Key.Key_Return)
    assert isinstance(side.templates.view.record, Template)
    assert side.templates.view.record.name == WILD
    side.show_side(side.clauses)
    side.new_record()
    type_text(focused(side), "Keys")
    QTest.keyClick(focused(side), Qt.Key.Key_Return)
    assert isinstance(side.clauses.view.record, LibraryClause)


def test_who_only_reads_changes_nothing(
    qtbot: QtBot, office: Store, tmp_path: Path, qapp: QApplication
) -> None:
    library.ensure(office)
    office.read_only = True
    with desk_over(office, tmp_path) as desk:
        side = LibraryPage(desk)
        show(qtbot, side)
        side.open_record(side.templates.pane.table_model.ids[0])
        part = side.templates.clauses
        side.templates.view.go_to(part)
        part.rows.choose(1)
        for button in (part.rows.add_button, part.rows.remove_button, part.rows.up_button,
                       part.rows.down_button, part.library_button):
            assert not button.isEnabled()
        QTest.keyClick(part.rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(part.rows.list, Qt.Key.Key_Delete)
        assert not side.templates.reset_action.isEnabled()
    office.read_only = False


def test_every_control_of_the_library_has_a_name(
    side: LibraryPage, memorandum: Template
) -> None:
    side.templates.view.go_to(side.templates.clauses)
    assert nameless(side) == []
    side.show_side(side.clauses)
    side.clauses.open(side.clauses.pane.table_model.ids[0])
    assert nameless(side) == []


# The clauses of an agreement and its exhibits


def test_an_agreement_tells_how_many_clauses_are_final(
    tab: ClausesTab, office: Store, agreement: Agreement
) -> None:
    with office.reading() as reader:
        found = reader.find(Clause, agreement_id=agreement.id)
    assert tab.summary.text() == f"0 of {len(found)} final"
    assert not tab.only_open.isVisible()
    records.change_field(office, Clause, found[0].id, "status", "final")
    tab.show_record(agreement)
    assert tab.summary.text() == f"1 of {len(found)} final"
    tab.only_open.setChecked(True)
    assert tab.list.count() == len(found) - 1
    assert row_of(tab.list.item(0)).title.startswith("2. ")
    tab.list.setCurrentRow(1)
    assert not tab.rows.up_button.isEnabled()


def test_both_languages_of_a_clause_stand_side_by_side(
    tab: ClausesTab, office: Store, agreement: Agreement
) -> None:
    rows = tab.form.rows
    assert rows["text"].editor.y() == rows["text_translated"].editor.y()
    assert rows["text_translated"].editor.control.accessibleName() == "Text, Spanish"
    with office.reading() as reader:
        first = reader.find(Clause, agreement_id=agreement.id)[0]
    assert rows["text_translated"].editor.value() == first.text_translated
    assert first.text_translated


def test_exhibits_are_lettered_chosen_moved_and_removed(
    tab: ClausesTab, office: Store, agreement: Agreement, desk: Desk
) -> None:
    tab.parts.add_template("data_sharing")
    tab.parts.add_template("space_use")
    first, second = words_of(tab)[1:]
    assert first.startswith("A. ") and second.startswith("B. ")
    assert tab.parts.current is not None and tab.parts.current.title in second
    with office.reading() as reader:
        own = reader.find(Clause, exhibit_id=tab.parts.current.id)
    assert tab.list.count() == len(own) > 0
    rows = tab.parts.rows
    rows.list.setFocus()
    QTest.keyClick(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words_of(tab)[1] == second.replace("B.", "A.")
    QTest.keyClick(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words_of(tab)[1] == second.replace("B.", "A.")  # Never above the agreement itself.
    QTest.keyClick(rows.list, Qt.Key.Key_Delete)
    assert words_of(tab)[1:] == [first]
    with office.reading() as reader:
        assert len(reader.find(Exhibit, agreement_id=agreement.id)) == 1


def test_clauses_are_added_to_the_part_that_is_shown(
    tab: ClausesTab, office: Store, agreement: Agreement
) -> None:
    tab.parts.add_template("space_use")
    exhibit = tab.parts.current
    assert exhibit is not None
    tab.add_button.click()
    type_text(focused(tab), "Parking")
    QTest.keyClick(focused(tab), Qt.Key.Key_Tab)
    with office.reading() as reader:
        assert reader.find(Clause, exhibit_id=exhibit.id)[-1].heading == "Parking"
        assert all(each.heading != "Parking"
                   for each in reader.find(Clause, agreement_id=agreement.id))
    tab.parts.rows.choose(0)
    picker = tab.add_from_library()
    taken = row_of(picker.list.item(0)).data
    QTest.keyClick(picker.filter, Qt.Key.Key_Return)
    with office.reading() as reader:
        wanted = reader.get(LibraryClause, taken)
        last = reader.find(Clause, agreement_id=agreement.id)[-1]
    assert wanted is not None
    assert (last.heading, last.text_translated) == (wanted.heading, wanted.text_es)


def test_site_plans_are_offered_for_schools_that_have_none(
    tab: ClausesTab, office: Store, agreement: Agreement
) -> None:
    near = records.add(office, "school", {"name": "Zephyr School"})
    records.add(office, "school", {"name": "Alder School"})
    records.add_child(office, AgreementSchool, "agreement_id", agreement, {"school_id": near.id})
    assert _site_plans(tab) == ["Zephyr School", "Alder School"]
    tab.parts.add_template("site_plan", near.id)
    assert _site_plans(tab) == ["Alder School"]
    assert tab.details.form.rows["school_id"].editor.isVisible()
    assert isinstance(near, School)


def _site_plans(tab: ClausesTab) -> list[str]:
    tab.parts.menu.aboutToShow.emit()
    menus = (each.menu() for each in tab.parts.menu.actions())
    submenu = next(each for each in menus if isinstance(each, QMenu))
    return [each.text() for each in submenu.actions()]


def test_a_document_becomes_an_exhibit_or_says_why_not(
    tab: ClausesTab, desk: Desk, tmp_path: Path, office: Store, agreement: Agreement
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(words))
    picture = tmp_path / "Plan & map.png"
    _draw(picture)
    tab.parts.add_file(picture)
    assert words_of(tab)[1] == "A. Plan & map"
    assert not tab.rows.isVisible()
    broken = tmp_path / "Broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    tab.parts.add_file(broken)
    assert len(words_of(tab)) == 2
    assert len(told) == 2


def _draw(path: Path) -> None:
    from PySide6.QtGui import QImage

    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(str(path))


def test_what_others_wrote_and_undo_are_seen_at_once(
    tab: ClausesTab, office: Store, agreement: Agreement, desk: Desk
) -> None:
    def refresh(changed: Changed) -> None:
        if tab.concerns(changed):
            tab.show_record(agreement)

    desk.changed.connect(refresh)
    tab.parts.add_template("space_use")
    tab.state.rows["status"].editor.show_value("final")
    tab.commit()
    assert tab.summary.text().startswith("1 of ")
    office.undo()
    desk.announce()
    assert tab.summary.text().startswith("0 of ")
    office.undo()
    desk.announce()
    assert len(words_of(tab)) == 1
    assert tab.parts.current is None
    assert tab.list.count() > 0


def test_clauses_that_may_only_be_read_stay_as_they_are(
    tab: ClausesTab, office: Store, agreement: Agreement, desk: Desk
) -> None:
    tab.parts.add_template("space_use")
    desk.lock()
    before = office.digest()
    for rows in (tab.rows, tab.parts.rows):
        rows.choose(1)
        QTest.keyClick(rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(rows.list, Qt.Key.Key_Delete)
        assert not rows.add_button.isEnabled() and not rows.remove_button.isEnabled()
    assert office.digest() == before
    office.read_only = False


def test_what_the_paper_needs_translated_is_marked(
    tab: ClausesTab, office: Store, agreement: Agreement
) -> None:
    with office.reading() as reader:
        first = reader.find(Clause, agreement_id=agreement.id)[0]
    records.change_field(office, Clause, first.id, "text_translated", "")
    tab.show_record(agreement)
    assert row_of(tab.list.item(0)).detail == "Not addressed"
    both = records.change_field(office, Agreement, agreement.id, "paper_language", "both")
    tab.show_record(both)
    assert row_of(tab.list.item(0)).detail == "Not addressed · not translated"
    assert row_of(tab.list.item(1)).detail == "Not addressed"


def test_every_control_of_the_clauses_has_a_name(tab: ClausesTab) -> None:
    tab.parts.add_template("space_use")
    assert nameless(tab) == []


# New agreements and who may sign


def test_a_new_agreement_offers_the_templates_of_the_office(
    qtbot: QtBot, desk: Desk, office: Store
) -> None:
    form = NewAgreement(desk)
    show(qtbot, form)
    form.begin()
    editor = form.wish.rows["template"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.value() == "memorandum"
    shipped = [editor.combo.itemText(place) for place in range(editor.combo.count())]
    assert len(shipped) == 2
    records.add(office, "template", {"name": WILD, "instrument": "other"})
    form.begin()
    offered = [editor.combo.itemText(place) for place in range(editor.combo.count())]
    assert offered == [*shipped, WILD]


def test_who_may_sign_is_listed_with_kind_and_limit(
    qtbot: QtBot, desk: Desk, office: Store
) -> None:
    side = AuthoritySide(desk)
    show(qtbot, side)
    side.begin()
    type_text(focused(side), "Pat Lee")
    assert side.new is not None
    side.new.forms[0].rows["up_to"].editor.show_value("25,000")
    side.new.save_button.click()
    record = side.view.record
    assert isinstance(record, SigningAuthority)
    shown = [side.pane.table_model.index(0, column).data() for column in range(4)]
    assert shown == ["Pat Lee", "Every kind", "$25,000.00", ""]
    assert side.view.badge.text() == "In force"
    records.change_field(office, SigningAuthority, record.id, "instrument", "service_agreement")
    records.change_field(office, SigningAuthority, record.id, "ends_on", "3/1/2026")
    side.open(record.id)
    assert side.view.form.caption.text() == "Service agreement · $25,000.00"
    assert side.view.badge.text() == "Ended"
    assert nameless(side) == []
