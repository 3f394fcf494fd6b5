"""The main job, from a fresh computer to a packet ready to sign, in one real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    FinancialResponsibility,
    Outcome,
)
from partner_desk.model.contacts import Contact
from partner_desk.model.evaluations import Answer, EvaluationForm, Response
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership
from partner_desk.model.resources import Service
from partner_desk.ui.areas.agreements.page import AgreementsPage
from partner_desk.ui.areas.directory.page import DirectoryPage
from partner_desk.ui.areas.evaluations.page import EvaluationsPage
from partner_desk.ui.areas.partners.page import PartnersPage
from partner_desk.ui.components.field_form import FieldForm
from partner_desk.ui.components.grid import Grid
from partner_desk.ui.components.rows import row_of
from partner_desk.ui.desk import Desk
from partner_desk.ui.shell.import_page import ImportPage
from partner_desk.ui.shell.program import Program
from tests.ui.conftest import close, window_of
from tests.ui.desks import focused, type_text

FIXTURE = Path(__file__).parents[1] / "fixtures" / "hsds_ohana"
PARTNER = "Centro Ñandú <b>&\" =1+1"
CONTACT = "Nguyễn Thị Ánh"
LONG = 120_000


class Coordinator:
    """A person at the window: acts by keyboard and mouse, and waits for what goes on behind."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    @property
    def desk(self) -> Desk:
        assert self.program.desk is not None
        return self.program.desk

    def page(self, key: str) -> QWidget:
        """Go to an area."""
        window_of(self.program).show_area(key)
        return window_of(self.program).page(key)

    def wait_for_jobs(self) -> None:
        self.qtbot.waitUntil(lambda: not self.desk.jobs.running(), timeout=LONG)

    def begin_office(self, place: Path) -> None:
        """Answer the first page of a fresh computer."""
        first_run = self.program.first_run
        assert first_run is not None
        for edit, words in ((first_run.ui.officeEdit, "East Office"),
                            (first_run.ui.coordinatorEdit, "Ana"),
                            (first_run.ui.placeEdit, str(place))):
            self.fill(edit, words)
        QTest.keyClick(first_run.ui.placeEdit, Qt.Key.Key_Return)

    def fill(self, edit: QLineEdit, words: str) -> None:
        edit.setFocus()
        edit.selectAll()
        type_text(edit, words)

    def import_directory(self, place: Path) -> tuple[int, int]:
        """Look at a directory and import it; how many rows were read, and refused."""
        window_of(self.program).bringing.read_directory(str(place))
        page = window_of(self.program).page("import")
        assert isinstance(page, ImportPage)
        self.wait_for_jobs()
        seen = page.preview
        assert seen is not None
        assert seen.read == seen.new + seen.changed + seen.unchanged + seen.refused
        assert len(seen.refusals) == seen.refused
        QTest.mouseClick(page.ui.importButton, Qt.MouseButton.LeftButton)
        self.wait_for_jobs()
        return seen.read, seen.refused

    def look(self) -> None:
        """Bring the window to the front, as a person's eyes do."""
        window = window_of(self.program)
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def go_by_search(self, words: str, kind: str = "") -> None:
        """Ctrl+K, some letters, down to the first result of a kind, Enter."""
        window = window_of(self.program)
        window.ui.searchAction.trigger()
        type_text(window.ui.search, words)
        rows = window.search.popup.rows
        self.qtbot.waitUntil(lambda: rows.currentItem() is not None)
        while kind and row_of(rows.currentItem()).data[0] != kind:
            place = rows.currentRow()
            QTest.keyClick(window.ui.search, Qt.Key.Key_Down)
            assert rows.currentRow() > place, f"no {kind} called {words}"
        QTest.keyClick(window.ui.search, Qt.Key.Key_Return)

    def register_partner(self) -> Organization:
        """A partner with a contact, by keyboard alone."""
        page = self.page("partners")
        assert isinstance(page, PartnersPage)
        window_of(self.program).ui.newRecordAction.trigger()
        for words in (PARTNER, "Non-profit", CONTACT, "Director", "413 555 0101"):
            type_text(self.focused(), words)
            QTest.keyClick(self.focused(), Qt.Key.Key_Tab)
        type_text(self.focused(), "anh@example.org")
        QTest.keyClick(self.focused(), Qt.Key.Key_Return)
        made = page.partners.view.record
        assert isinstance(made, Organization)
        return made

    def draft_agreement(self) -> AgreementsPage:
        """A draft by the partner's own button."""
        page = window_of(self.program).page("partners")
        assert isinstance(page, PartnersPage)
        page.partners.draft_menu.draft("memorandum")
        agreements = window_of(self.program).page("agreements")
        assert isinstance(agreements, AgreementsPage)
        return agreements

    def type_row(self, grid: Grid, *cells: str) -> None:
        """Type a row of a grid from cell to cell."""
        grid.begin_row()
        for place, words in enumerate(cells):
            for letter in words:
                type_text(self.focused(), letter)
            last = place == len(cells) - 1
            QTest.keyClick(self.focused(), Qt.Key.Key_Return if last else Qt.Key.Key_Tab)
            QApplication.processEvents()

    def divide(self, page: AgreementsPage) -> None:
        """Services, outcomes and financial responsibility."""
        side = page.side
        side.view.go_to(side.division, "agreement_service")
        self.type_row(side.division.part.services, "Homework help", "Partner", "Library")
        side.view.go_to(side.division, "outcome")
        self.type_row(side.division.part.outcomes, "Reading improves", "Fluency", "40", "60")
        side.view.go_to(side.division, "financial_responsibility")
        self.type_row(side.division.part.financial.grid, "Snacks", "District", "1250.50")

    def key_in(self) -> EvaluationsPage:
        """Build a form of two questions and key in a response."""
        page = self.page("evaluations")
        assert isinstance(page, EvaluationsPage)
        window_of(self.program).ui.newRecordAction.trigger()
        type_text(self.focused(), "Feedback")
        QTest.keyClick(self.focused(), Qt.Key.Key_Return)
        self.type_row(page.side.builder.grid, "Today", "How was it?", "Rating scale")
        self.type_row(page.side.builder.grid, "Today", "Come again?", "Yes or no")
        QTest.mouseClick(page.side.view.form.actionButton, Qt.MouseButton.LeftButton)
        for answer in ("5", "1"):
            type_text(self.focused(), answer)
            QTest.keyClick(self.focused(), Qt.Key.Key_Return)
        return page

    def focused(self) -> QWidget:
        return focused(window_of(self.program))


def _main_job(
    qtbot: QtBot,
    start: Callable[[], Program],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    directory: Path,
) -> int:
    program = start()
    program.start()
    ana = Coordinator(qtbot, program)
    place = folder / "East.pdoffice"
    ana.begin_office(place)
    ana.look()
    read, _ = ana.import_directory(directory)

    _search_and_export(ana, monkeypatch, folder / "directory.xlsx")
    ana.register_partner()
    ana.go_by_search("nandu")
    page = ana.draft_agreement()
    ana.divide(page)
    _print(ana, page, folder / "packet.pdf")
    ana.key_in()
    _undo_a_mistake(ana, page)

    digest = ana.desk.store.digest()
    close(program)
    again = start()
    again.start()
    qtbot.waitUntil(lambda: again.desk is not None, timeout=LONG)
    bea = Coordinator(qtbot, again)
    bea.look()
    assert bea.desk.store.digest() == digest
    _all_is_there(bea)
    return read


def _search_and_export(ana: Coordinator, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    service = ana.desk.read(lambda reader: next(
        each for each in reader.stream(Service) if each.name.isascii() and len(each.name) > 8))
    ana.go_by_search(service.name, "service")
    directory = window_of(ana.program).page("directory")
    assert isinstance(directory, DirectoryPage)
    shown = directory.resources.view.record
    assert isinstance(shown, Service)
    assert shown.name.casefold() == service.name.casefold()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (str(path), ""))
    window_of(ana.program).ui.exportAction.trigger()
    ana.wait_for_jobs()
    sheet = load_workbook(path, read_only=True).worksheets[0]
    names = {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert service.name in names


def _print(ana: Coordinator, page: AgreementsPage, path: Path) -> None:
    packet = page.side.packet
    with ana.qtbot.waitSignal(packet.ready, timeout=LONG):
        page.side.show_packet()
    assert packet.warning.isHidden()
    packet.preview.save_to(path)
    words = " ".join(" ".join(each.extract_text().split()) for each in PdfReader(path).pages)
    for expected in (PARTNER, CONTACT, "Homework help", "Reading improves", "$1,250.50"):
        assert expected in words


def _undo_a_mistake(ana: Coordinator, page: AgreementsPage) -> None:
    window_of(ana.program).show_area("agreements")
    page.side.view.go_to(page.side.overview)
    form = page.side.overview.part.parts[0]
    assert isinstance(form, FieldForm)
    line = form.rows["title"].editor.control
    assert isinstance(line, QLineEdit)
    before = line.text()
    ana.fill(line, "A mistake")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert page.side.view.record is not None
    assert page.side.view.record.caption == "A mistake"
    undo = window_of(ana.program).ui.undoAction
    assert undo.text().startswith("Undo change of")
    undo.trigger()
    ana.wait_for_jobs()
    ana.qtbot.waitUntil(lambda: line.text() == before)


def _all_is_there(bea: Coordinator) -> None:
    with bea.desk.store.reading() as reader:
        partner = next(each for each in reader.find(Organization) if each.name == PARTNER)
        assert [each.name for each in reader.find(Contact, organization_id=partner.id)] == [CONTACT]
        partnership = reader.find(Partnership, organization_id=partner.id)[0]
        agreement = reader.find(Agreement, partnership_id=partnership.id)[0]
        assert agreement.title != "A mistake"
        for entity in (AgreementService, Outcome, FinancialResponsibility):
            assert len(reader.find(entity, agreement_id=agreement.id)) == 1
        form = reader.find(EvaluationForm)[0]
        response = reader.find(Response, form_id=form.id)[0]
        assert response.complete
        assert {each.value for each in reader.find(Answer)} == {"5", "yes"}
    bea.go_by_search(agreement.number)
    page = window_of(bea.program).page("agreements")
    assert isinstance(page, AgreementsPage)
    assert page.side.view.record == agreement


def test_the_main_job_as_a_person_does_it(
    qtbot: QtBot,
    start: Callable[[], Program],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert _main_job(qtbot, start, monkeypatch, tmp_path, FIXTURE) > 20


def test_the_main_job_on_a_real_directory(
    qtbot: QtBot,
    start: Callable[[], Program],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    data_folder: Path,
) -> None:
    baltimore = data_folder / "hsds-baltimore-ohana"
    if not baltimore.is_dir():
        pytest.skip(f"no {baltimore}")
    assert _main_job(qtbot, start, monkeypatch, tmp_path, baltimore) > 1000
