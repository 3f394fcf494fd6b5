"""Possible duplicates: found, looked at side by side, combined, told apart, taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.office import NotSame
from partner_desk.model.organizations import Organization
from partner_desk.model.queries import ListQuery
from partner_desk.services import drafting, duplicates, partners, records
from partner_desk.store.store import Store
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.areas.today.page import TodayPage
from partner_desk.ui.components.combine_dialog import CombineDialog
from partner_desk.ui.components.known_duplicates import waiting as duplicates_waiting
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.duplicates.page import DuplicatesPage
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of
from tests.ui.desks import focused, heard, nameless, show, type_into

WILD = "Hội Bình Minh <b>&"
ARTS = "Riverside Youth Arts"


@pytest.fixture
def ids(office: Store) -> dict[str, str]:
    """Two pairs that are one, a pair of namesakes, and a school that is there twice."""
    found = {"arts": partners.register(office, {
        "name": ARTS, "email": "hello@arts.example", "sector": "nonprofit",
        "phones": [{"number": "(413) 555-0100"}],
    }).id}
    partnership = partners.partnerships_of(office, found["arts"])[0]
    drafting.draft(office, partnership.id, "memorandum", date(2026, 3, 2))
    rows: dict[str, tuple[str, dict[str, object]]] = {
        "arts2": ("organization", {
            "name": f"{ARTS}, Inc.", "ein": "04-1234567", "sector": "nonprofit",
            "email": "office@arts.example",
            "phones": [{"number": "413.555.0100"}, {"number": "413-555-0101"}],
            "contacts": [{"name": "Ana Ruiz"}]}),
        "wild": ("organization", {"name": WILD, "email": "x@hbm.example",
                                  "phones": [{"number": "413-555-0300"}]}),
        "wild2": ("organization", {"name": "Hoi Binh Minh", "email": "x@hbm.example",
                                   "phones": [{"number": "413-555-0300"}]}),
        "shelf": ("organization", {"name": "Food Shelf", "ein": "04-7654321",
                                   "email": "us@shelf.example", "website": "shelf.example",
                                   "phones": [{"number": "413-555-0500"}]}),
        "shelf2": ("organization", {"name": "Food Shelf", "ein": "04-7654329",
                                    "email": "us@shelf.example", "website": "shelf.example",
                                    "phones": [{"number": "413-555-0500"}]}),
        "school": ("school", {"name": "Lincoln School", "phone": "413-555-0900"}),
        "school2": ("school", {"name": "Lincoln School", "phone": "413-555-0900"}),
    }
    for key, (kind, values) in rows.items():
        found[key] = records.add(office, kind, values).id
    return found


@pytest.fixture
def page(qtbot: QtBot, ids: dict[str, str], desk: Desk) -> DuplicatesPage:
    made = DuplicatesPage(desk)
    show(qtbot, made)
    settle(qtbot, desk)
    return made


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)


def listed(page: DuplicatesPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def choose(page: DuplicatesPage, name: str) -> None:
    row = next(row for row, text in enumerate(listed(page)) if name in text)
    page.list.setCurrentRow(row)


def live(store: Store, kind: type[Organization] = Organization) -> set[str]:
    with store.reading() as reader:
        return set(reader.ids(ListQuery(kind.kind)))


def organization(store: Store, record_id: str) -> Organization:
    with store.reading() as reader:
        found = reader.get(Organization, record_id)
    assert found is not None
    return found


def press(page: DuplicatesPage, key: Qt.Key) -> None:
    QTest.keyClick(focused(page), key)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_alike_is_listed_with_its_reasons(page: DuplicatesPage) -> None:
    assert sorted(listed(page)) == [
        f"{WILD} · 2 records · Same phone 413-555-0300 · Sure",
        f"{ARTS} · 2 records · Same phone 413-555-0100 · Sure",
    ]
    assert page.list.hasFocus()
    choose(page, ARTS)
    assert "Names differ only in “Inc.”" in page.panel.reasons.words[0].text()
    assert not page.panel.reasons.words[1].isVisible()
    assert nameless(page) == []


def test_what_differs_comes_first_and_what_is_the_same_is_folded(page: DuplicatesPage) -> None:
    choose(page, ARTS)
    side = page.panel.side
    assert side.shown is not None
    assert [line.name for line in side.shown.lines if line.asks][:1] == ["name"]
    assert {"email", "ein"} <= set(side.cells)
    assert "sector" not in side.cells
    assert side.fold_button.text() == "1 field is the same"
    assert not any(each.isVisible() for each in side._folded)
    click(side.fold_button)
    assert all(each.isVisible() for each in side._folded)


def test_c_combines_and_undo_brings_both_back(
    qtbot: QtBot, page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    told: list[tuple[str, bool]] = []
    desk.told.connect(lambda words, undo: told.append((words, undo)))
    choose(page, ARTS)
    words = page.panel.outcome.text()
    assert words == (f"Goes to {ARTS}: 1 contact, 1 phone. Already there: 1 phone. "
                     "The other record goes to Trash.")
    press(page, Qt.Key.Key_C)
    settle(qtbot, desk)
    assert ids["arts2"] not in live(office)
    kept = organization(office, ids["arts"])
    assert (kept.ein, kept.email) == ("041234567", "hello@arts.example")
    with office.reading() as reader:
        assert len(reader.find(PhoneNumber, organization_id=kept.id)) == 2
        assert len(reader.find(Contact, organization_id=kept.id)) == 1
    assert told == [(f"They are one now: {ARTS}.", True)]
    assert [ARTS in text for text in listed(page)] == [False]
    assert page.panel.group is not None
    assert page.panel.group.captions == (WILD, "Hoi Binh Minh")
    desk.write(office.undo)
    assert ids["arts2"] in live(office)
    assert len(listed(page)) == 2
    assert page.panel.group is not None
    assert page.panel.group.captions[0] == ARTS


def test_a_person_chooses_who_stays_and_what_stands(
    qtbot: QtBot, page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    choose(page, ARTS)
    side = page.panel.side
    assert side.cells["ein"][ids["arts2"]].radio.isChecked()
    click_at = side.heads[ids["arts2"]].radio
    click_at.click()
    assert side.survivor_id == ids["arts2"]
    assert side.cells["email"][ids["arts2"]].radio.isChecked()
    QTest.mouseClick(side.cells["email"][ids["arts"]].label, Qt.MouseButton.LeftButton)
    assert side.choices == {"email": ids["arts"]}
    assert side.cells["email"][ids["arts"]].property("value") == "chosen"
    click(page.panel.combine_button)
    settle(qtbot, desk)
    kept = organization(office, ids["arts2"])
    assert (kept.name, kept.email) == (f"{ARTS}, Inc.", "hello@arts.example")
    assert ids["arts"] not in live(office)
    assert partners.partnerships_of(office, ids["arts2"])


def test_n_tells_apart_for_ever_and_undo_takes_it_back(
    page: DuplicatesPage, office: Store, desk: Desk
) -> None:
    choose(page, WILD)
    press(page, Qt.Key.Key_N)
    assert heard(office) == "record.not_same"
    assert len(listed(page)) == 1
    assert duplicates.find_all(office, "organization")[0].captions[0] == ARTS
    desk.write(office.undo)
    assert len(listed(page)) == 2


def test_a_decision_leaves_the_other_rows_as_they_are(page: DuplicatesPage, desk: Desk) -> None:
    choose(page, ARTS)
    other = next(page.list.item(row) for row in range(2) if WILD in page.list.item(row).text())
    press(page, Qt.Key.Key_N)
    assert page.list.item(0) is other
    assert page.list.currentItem() is other
    desk.write(desk.store.undo)
    assert other in [page.list.item(row) for row in range(2)]
    assert ARTS in page.list.currentItem().text()


def test_a_group_is_called_as_its_records_are_called_now(
    page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    desk.write(lambda: records.update(office, "organization", ids["wild"], {"name": "Dawn"}))
    assert any(text.startswith("Dawn") for text in listed(page))


def test_why_they_are_not_the_same_is_kept(page: DuplicatesPage, office: Store) -> None:
    choose(page, WILD)
    type_into(page.panel.why, "Two no-nonsense clubs")
    QTest.keyClick(page.panel.why, Qt.Key.Key_Return)
    with office.reading() as reader:
        assert [each.reason for each in reader.find(NotSame)] == ["Two no-nonsense clubs"]
    assert page.list.hasFocus()


def test_reasons_read_as_one_sentence(page: DuplicatesPage) -> None:
    choose(page, ARTS)
    words = page.panel.reasons.words[0].text()
    assert words == (
        "Names differ only in “Inc.”; same phone 413-555-0100; same website arts.example"
    )


def test_what_was_said_not_to_be_the_same_is_listed_and_taken_back(
    qtbot: QtBot, page: DuplicatesPage, office: Store, desk: Desk
) -> None:
    told: list[tuple[str, bool]] = []
    desk.told.connect(lambda words, undo: told.append((words, undo)))
    assert not page.frame.apart_button.isVisible()
    choose(page, WILD)
    type_into(page.panel.why, "Two clubs")
    QTest.keyClick(page.panel.why, Qt.Key.Key_Return)
    click(page.frame.look_button)  # From now on nobody proposes them.
    settle(qtbot, desk)
    assert len(listed(page)) == 1
    assert page.frame.apart_button.isVisible()
    dialog = page.show_apart()
    assert nameless(dialog) == []
    assert WILD in dialog.list.item(0).text()
    assert dialog.list.item(0).text().endswith("Two clubs")
    chosen: list[NotSame] = []
    dialog.chosen.connect(chosen.append)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert len(chosen) == 1
    assert told[-1] == ("They are to be decided again.", True)
    assert duplicates.not_same_of(office, "organization") == []
    assert WILD in page.list.currentItem().text()
    assert not page.frame.apart_button.isVisible()
    desk.write(office.undo)
    assert len(listed(page)) == 1
    assert ARTS in listed(page)[0]


def test_who_only_looks_takes_nothing_back(
    page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    desk.write(lambda: duplicates.not_same(office, "organization", ids["wild"], ids["wild2"]))
    desk.lock()
    dialog = page.show_apart()
    dialog.take_back()
    assert not dialog.back_button.isEnabled()
    assert len(duplicates.not_same_of(office, "organization")) == 1


def test_today_tells_how_many_wait_once_somebody_looked(
    qtbot: QtBot, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    today = TodayPage(desk)
    show(qtbot, today)
    assert not today.ui.duplicatesButton.isVisible()
    page = DuplicatesPage(desk)
    show(qtbot, page)
    settle(qtbot, desk)
    assert duplicates_waiting(desk) == {"organization": 2}
    page.frame.wider.click()
    settle(qtbot, desk)
    assert len(listed(page)) > 2
    assert duplicates_waiting(desk) == {"organization": 2}
    choose(page, WILD)
    press(page, Qt.Key.Key_N)
    again = TodayPage(desk)
    show(qtbot, again)
    assert again.ui.duplicatesButton.text() == "1 possible duplicate"
    with qtbot.waitSignal(desk.list_requested) as wanted:
        click(again.ui.duplicatesButton)
    assert wanted.args == ["duplicates", "organization"]
    choose(page, ARTS)
    click(page.panel.not_same_button)
    again.hide()
    again.show()
    assert not again.ui.duplicatesButton.isVisible()


def test_l_goes_on_and_decides_nothing(page: DuplicatesPage, office: Store) -> None:
    before = office.digest()
    assert page.list.currentRow() == 0
    press(page, Qt.Key.Key_L)
    assert page.list.currentRow() == 1
    press(page, Qt.Key.Key_Up)
    assert page.list.currentRow() == 0
    assert office.digest() == before


def test_another_kind_is_looked_through_when_it_is_asked_for(
    qtbot: QtBot, page: DuplicatesPage, desk: Desk
) -> None:
    click(page.frame._chips["school"])
    settle(qtbot, desk)
    assert listed(page) == ["Lincoln School · 2 records · Same phone 413-555-0900 · Sure"]
    click(page.frame._chips["service"])
    settle(qtbot, desk)
    assert listed(page) == []
    assert page.frame.empty.isVisible()


def test_what_is_only_perhaps_the_same_is_asked_for(
    qtbot: QtBot, page: DuplicatesPage, desk: Desk
) -> None:
    page.frame.wider.click()
    settle(qtbot, desk)
    assert "Food Shelf" in " ".join(listed(page))
    choose(page, "Food Shelf")
    assert "Different EIN" in page.panel.reasons.words[1].text()


def test_different_eins_are_a_question(
    qtbot: QtBot, page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    page.show_list(f"organization:{ids['shelf']},{ids['shelf2']}")
    panel = page.panel
    assert "different EINs" in panel.question.text()
    assert "04-7654321" in panel.question.text()
    assert not panel.combine_button.isEnabled()
    press(page, Qt.Key.Key_C)
    assert not desk.jobs.running()
    click(panel.anyway_button)
    assert panel.combine_button.isEnabled()
    assert not panel.question.isVisible()
    click(panel.combine_button)
    settle(qtbot, desk)
    assert ids["shelf2"] not in live(office)
    assert "Food Shelf" not in " ".join(listed(page))


def test_of_three_one_can_be_left_out(
    qtbot: QtBot, page: DuplicatesPage, office: Store, desk: Desk, ids: dict[str, str]
) -> None:
    third = records.add(office, "organization",
                        {"name": "Hoi Binh Minh", "phones": [{"number": "413-555-0300"}]}).id
    desk.announce()
    click(page.frame.look_button)
    settle(qtbot, desk)
    choose(page, WILD)
    side = page.panel.side
    assert set(side.heads) == {ids["wild"], ids["wild2"], third}
    side.heads[ids["wild"]].box.click()
    assert ids["wild"] not in page.panel.parts
    assert not side.cells["name"][ids["wild"]].isEnabled()
    press(page, Qt.Key.Key_C)
    settle(qtbot, desk)
    assert len({ids["wild2"], third} & live(office)) == 1
    assert ids["wild"] in live(office)
    assert "2 records" in listed(page)[1], "the rest of the group waits"
    choose(page, "Hoi Binh Minh" if "Hoi" in listed(page)[1] else WILD)
    press(page, Qt.Key.Key_N)
    assert len(listed(page)) == 1


def test_nothing_is_decided_where_the_office_may_only_be_read(
    page: DuplicatesPage, office: Store, desk: Desk
) -> None:
    before = office.digest()
    desk.lock()
    press(page, Qt.Key.Key_N)
    press(page, Qt.Key.Key_C)
    assert not desk.jobs.running()
    assert not page.panel.combine_button.isEnabled()
    assert office.digest() == before


def test_cancel_is_said_and_looking_again_goes_on(
    qtbot: QtBot, ids: dict[str, str], desk: Desk
) -> None:
    page = DuplicatesPage(desk)
    show(qtbot, page)
    desk.jobs.cancel_all()
    settle(qtbot, desk)
    if not listed(page):  # It may have been done before.
        assert page.frame.empty._title.text() == "The search was stopped"
    click(page.frame.look_button)
    settle(qtbot, desk)
    assert len(listed(page)) == 2


def test_the_window_leads_there_and_old_links_lead_on(
    qtbot: QtBot, program: Program, qapp: object
) -> None:
    window, desk = window_of(program), program.desk
    assert desk is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    kept = partners.register(desk.store, {
        "name": ARTS, "phones": [{"number": "413-555-0100"}]}).id
    other = partners.register(desk.store, {
        "name": f"{ARTS} Inc", "phones": [{"number": "413-555-0100"}]}).id
    desk.announce()
    window.ui.duplicatesAction.trigger()
    settle(qtbot, desk)
    page = window.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    assert window.current == "duplicates"
    press(page, Qt.Key.Key_C)
    settle(qtbot, desk)
    survivor, loser = (kept, other) if kept in live(desk.store) else (other, kept)
    assert live(desk.store) == {survivor}
    desk.open("organization", loser)
    shown = window.page("partners")
    assert isinstance(shown, PartnersPage)
    assert shown.partners.view.record is not None
    assert shown.partners.view.record.id == survivor
    window.undoing.undo()
    assert live(desk.store) == {survivor, loser}


@pytest.fixture
def dialog(
    qtbot: QtBot, ids: dict[str, str], desk: Desk
) -> Callable[[str], CombineDialog]:
    def ask(key: str) -> CombineDialog:
        made = CombineDialog(desk, organization(desk.store, ids[key]))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        show(qtbot, made, 520, 360)
        settle(qtbot, desk)
        return made

    return ask


def test_a_record_is_combined_with_what_looks_like_it(
    qtbot: QtBot, dialog: Callable[[str], CombineDialog], ids: dict[str, str]
) -> None:
    asked = dialog("wild")
    assert nameless(asked) == []
    with qtbot.waitSignal(asked.chosen) as chosen:
        asked.alike.setCurrentRow(0)
        QTest.keyClick(asked.alike, Qt.Key.Key_Return)
    assert chosen.args == [ids["wild2"]]


def test_that_two_are_not_the_same_can_be_taken_back(
    qtbot: QtBot, office: Store, dialog: Callable[[str], CombineDialog], ids: dict[str, str]
) -> None:
    duplicates.not_same(office, "organization", ids["wild"], ids["wild2"], "Two clubs")
    asked = dialog("wild")
    assert not asked.alike.isVisible()
    click(asked.back_buttons[0])
    assert duplicates.not_same_of(office, "organization") == []
    qtbot.waitUntil(asked.alike.isVisible)
