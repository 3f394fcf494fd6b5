"""In the preview of a directory a person decides who is whom, and sees afterwards what came in."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from partner_desk.model.organizations import Organization
from partner_desk.model.resources import Service
from partner_desk.services import partners, records
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT
from partner_desk.ui.components.side import Side
from partner_desk.ui.components.sides_page import SidesPage
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import window_of

LONG = 20_000
ALIKE = 2
"""The place of the tab in which a person decides."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory of two organizations and two services."""
    found = tmp_path / "hsds"
    found.mkdir()
    for name, rows in (
        ("organizations", (("id", "name", "url"), ("1", "River Club", "https://riverclub.org"),
                           ("2", "Lake House", ""))),
        ("services", (("id", "organization_id", "name"), ("1", "1", "Swim"), ("2", "2", "Judo"))),
    ):
        with (found / f"{name}.csv").open("w", newline="", encoding="utf-8") as handle:
            csv.writer(handle).writerows(rows)
    return found


@pytest.fixture
def held(program: Program) -> str:
    """The id of an organization that the office typed itself."""
    assert program.desk is not None
    found = partners.register(program.desk.store, {
        "name": "The River Club, Inc.", "website": "https://riverclub.org/camps",
    })
    program.desk.announce()
    return found.id


def _read(qtbot: QtBot, program: Program, place: Path) -> ImportPage:
    window_of(program).bringing.read_directory(str(place))
    page = window_of(program).page("import")
    assert isinstance(page, ImportPage)
    _wait(qtbot, program)
    return page


def _wait(qtbot: QtBot, program: Program) -> None:
    desk = program.desk
    assert desk is not None
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=LONG)


def _choose(page: ImportPage, decision: str) -> None:
    assert page.alike.detail.choices is not None
    next(each for each in page.alike.detail.choices.buttons()
         if each.property("decision") == decision).click()


def _shown(program: Program, area: str) -> Side:
    page = window_of(program).page(area)
    assert isinstance(page, SidesPage)
    assert isinstance(page.side, Side)
    return page.side


def test_a_double_can_be_joined(
    qtbot: QtBot, program: Program, folder: Path, held: str
) -> None:
    page = _read(qtbot, program, folder)
    assert program.desk is not None
    store = program.desk.store
    assert page.ui.tabs.tabText(ALIKE) == "Possible duplicates (1)"
    assert page.undecided.isVisible()
    assert page.undecided.text().startswith("1 possible duplicate is not decided: it comes in as")
    page.ui.tabs.setCurrentIndex(ALIKE)
    words = [each.text() for each in page.alike.detail.findChildren(QLabel)]
    assert "Row 2 of organizations.csv" in words
    choices = page.alike.detail.choices
    assert choices is not None
    assert {each.property("decision") for each in choices.buttons()} == {AS_NEW, held, LEFT_OUT}
    assert choices.buttons()[1].text() == "The same as The River Club, Inc."
    _choose(page, held)
    qtbot.waitUntil(lambda: page.preview is not None and page.preview.changed == 1, timeout=LONG)
    assert not page.undecided.isVisible()
    assert page.ui.tabs.currentIndex() == ALIKE, "who decides stays where it is decided"
    assert page.ui.tabs.tabText(1) == "Changes (1)"
    page.write()
    _wait(qtbot, program)
    with store.reading() as reader:
        assert sorted(each.name for each in reader.find(Organization)) == [
            "Lake House", "River Club"]
        (swim,) = reader.find(Service, name="Swim")
    assert swim.organization_id == held


def test_import_takes_the_newest_decision_though_nothing_was_compared_since(
    qtbot: QtBot, program: Program, folder: Path, held: str
) -> None:
    page = _read(qtbot, program, folder)
    _choose(page, held)
    page.write()
    _wait(qtbot, program)
    assert program.desk is not None
    with program.desk.store.reading() as reader:
        assert len(reader.find(Organization)) == 2


def test_a_long_name_does_not_push_what_is_decided_out_of_sight(
    qtbot: QtBot, program: Program, folder: Path, held: str
) -> None:
    assert program.desk is not None
    name = f"The River Club & {'Friends of ' * 20}, Inc."
    records.update(program.desk.store, "organization", held, {"name": name})
    page = _read(qtbot, program, folder)
    page.ui.tabs.setCurrentIndex(ALIKE)
    area = page.ui.alikeDetail
    qtbot.waitUntil(lambda: area.viewport().width() >= page.alike.detail.width())
    assert not area.horizontalScrollBar().isVisible()
    assert page.alike.detail.choices is not None
    same = page.alike.detail.choices.buttons()[1]
    assert same.text().startswith("The same as The River Club && Friends")
    assert same.text().endswith("…")
    assert same.accessibleName() == same.toolTip() == f"The same as {name}"


def test_the_list_shows_what_came_in_until_its_chip_is_taken_away(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    assert program.desk is not None
    records.add(program.desk.store, "service", {"name": "Chess"})
    program.desk.announce()
    page = _read(qtbot, program, folder)
    page.write()
    _wait(qtbot, program)
    window = window_of(program)
    assert window.current == "directory"
    pane = _shown(program, "directory").pane
    chip = pane.came_in
    assert chip.isVisible()
    assert (chip.text(), pane.form.count.text()) == ("From the import of hsds", "2 of 3")
    chip.click()
    assert (chip.isVisible(), pane.form.count.text()) == (False, "3")


def test_organizations_alone_are_listed_with_all_organizations(
    qtbot: QtBot, program: Program, folder: Path, held: str
) -> None:
    (folder / "services.csv").unlink()
    page = _read(qtbot, program, folder)
    page.write()
    _wait(qtbot, program)
    assert window_of(program).current == "partners"
    assert _shown(program, "partners").pane.form.count.text() == "2 of 3"
