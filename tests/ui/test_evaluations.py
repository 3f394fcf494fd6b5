"""Evaluation forms built, keyed in by number, counted and exported."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from partner_desk.model.evaluations import Answer, EvaluationForm, Question, Response
from partner_desk.services import evaluations, partners, records
from partner_desk.store.store import Store
from partner_desk.ui.areas.evaluations.page import EvaluationsPage
from partner_desk.ui.areas.evaluations.results import Bar
from partner_desk.ui.desk import Desk
from tests.ui.desks import TODAY, focused, show, type_text

QUESTIONS: list[dict[str, Any]] = [
    {"section": "The year", "text": "How did we do?", "answer_kind": "scale", "required": True,
     "lowest_label": "Poorly", "highest_label": "Well"},
    {"section": "The year", "text": "How did you hear?", "answer_kind": "choice",
     "options": ["School", "Radio", "Friend"]},
    {"section": "You", "text": "Again?", "answer_kind": "yes_no", "required": True},
    {"section": "You", "text": "How many came?", "answer_kind": "number"},
    {"section": "You", "text": "Anything else <b>&\"?", "answer_kind": "text"},
]


@pytest.fixture
def form(office: Store) -> EvaluationForm:
    made = records.add(office, "form", {"name": "Year-end review", "questions": QUESTIONS})
    assert isinstance(made, EvaluationForm)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, form: EvaluationForm) -> EvaluationsPage:
    made = EvaluationsPage(desk)
    show(qtbot, made)
    made.open_record(form.id)
    return made


def key(text: str, page: EvaluationsPage) -> None:
    """Type an answer and press Enter."""
    type_text(focused(page), text)
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    QApplication.processEvents()


def responses(office: Store) -> list[Response]:
    with office.reading() as reader:
        return reader.find(Response)


def answers(office: Store, response: Response) -> dict[str, str]:
    with office.reading() as reader:
        found = reader.find(Answer, response_id=response.id)
        questions = {each.id: each.text for each in reader.find(Question)}
    return {questions[str(each.question_id)]: each.value for each in found}


def test_the_blank_form_is_looked_at_before_it_is_printed(
    qtbot: QtBot, page: EvaluationsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    paper = page.side.paper
    monkeypatch.setattr(
        paper.preview, "print_document", lambda: printed.append(paper.preview.data)
    )
    page.print_current()
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    assert page.side.view.form.tabs.currentWidget() is paper
    words = " ".join(PdfReader(BytesIO(printed[0])).pages[0].extract_text().split())
    assert "1. How did we do?" in words
    assert "Poorly" in words
    assert "2 Radio" in words
    assert "5. Anything else <b>&\"?" in words


def test_a_form_is_built_by_typing(qtbot: QtBot, page: EvaluationsPage, office: Store) -> None:
    page.new_record()
    type_text(focused(page), "Event feedback")
    QTest.keyClick(focused(page), Qt.Key.Key_Return)
    grid = page.side.builder.grid
    grid.begin_row()
    for word, end in (("Today", Qt.Key.Key_Tab), ("Did you like it?", Qt.Key.Key_Tab),
                      ("Yes or no", Qt.Key.Key_Return)):
        for letter in word:
            QTest.keyClicks(focused(page), letter)
        QTest.keyClick(focused(page), end)
        QApplication.processEvents()
    with office.reading() as reader:
        form = next(each for each in reader.find(EvaluationForm) if each.name == "Event feedback")
        made = reader.find(Question, form_id=form.id)
    assert [(each.section, each.text, each.answer_kind) for each in made] == [
        ("Today", "Did you like it?", "yes_no")
    ]
    paper = page.side.builder.paper
    qtbot.waitUntil(lambda: list(paper.blocks) == [made[0].id])
    assert any("Did you like it?" in each.text() for each in paper.findChildren(QLabel))


def test_details_ask_only_what_the_kind_of_answer_needs(
    qtbot: QtBot, page: EvaluationsPage, office: Store
) -> None:
    builder = page.side.builder
    table = builder.grid.table
    shown = {}
    for row, kind in ((0, "scale"), (1, "choice"), (4, "text")):
        table.setCurrentIndex(builder.grid.rows.index(row, 1))
        shown[kind] = [name for name, each in builder.details.rows.items()
                       if not each.box.isHidden()]
    assert shown["scale"] == ["lowest", "highest", "lowest_label", "highest_label", "help"]
    assert shown["choice"] == ["options", "help"]
    assert shown["text"] == ["help"]
    table.setCurrentIndex(builder.grid.rows.index(1, 1))
    line = builder.details.rows["options"].editor.control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Letter; Radio")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    with office.reading() as reader:
        assert reader.find(Question)[1].options == ("Letter", "Radio")
    qtbot.waitUntil(lambda: any("1  Letter" in each.text()
                                for each in builder.paper.findChildren(QLabel)))


def test_a_pile_of_forms_is_keyed_by_numbers_and_enter_alone(
    page: EvaluationsPage, office: Store, form: EvaluationForm
) -> None:
    page.side.key_in()
    for answer in ("4", "3", "1", "12", "Thanks <b>&\""):
        key(answer, page)
    for answer in ("5", "", "2", "", ""):
        key(answer, page)
    found = responses(office)
    assert [each.complete for each in found] == [True, True]
    assert all(each.answered_on == TODAY and each.form_id == form.id for each in found)
    first = next(each for each in found if len(answers(office, each)) == 5)
    assert answers(office, first) == {
        "How did we do?": "4", "How did you hear?": "Friend", "Again?": "yes",
        "How many came?": "12", "Anything else <b>&\"?": "Thanks <b>&\"",
    }
    assert page.side.entry.response is None
    assert focused(page) is page.side.entry.rows[0].line
    assert page.side.entry.progress.text() == "0 of 5 answered"


def test_what_does_not_fit_is_answered_beside_the_question(
    page: EvaluationsPage, office: Store
) -> None:
    page.side.key_in()
    key("9", page)
    row = page.side.entry.rows[0]
    assert focused(page) is row.line
    assert row.line.text() == "9" and "5" in row.error()
    assert responses(office) == [] or answers(office, responses(office)[0]) == {}
    row.line.selectAll()
    key("abc3", page)  # Letters do not even arrive in a line for ratings.
    assert row.error() == "" and row.kept == "3"
    assert page.side.entry.progress.text() == "1 of 5 answered"


def test_a_required_question_left_open_holds_the_form(
    page: EvaluationsPage, office: Store
) -> None:
    page.side.key_in()
    for answer in ("4", "1", "", "7", "Fine"):
        key(answer, page)
    row = page.side.entry.rows[2]
    assert focused(page) is row.line
    assert row.error() == "This has to be answered."
    assert not responses(office)[0].complete
    key("1", page)
    page.side.entry.finish_button.click()
    assert responses(office)[0].complete


def test_who_and_what_about_stays_for_the_next_form(
    page: EvaluationsPage, office: Store
) -> None:
    organization = partners.register(office, {"name": "Riverside"})
    partnership = partners.partnerships_of(office, organization.id)[0]
    page.side.key_in()
    head = page.side.entry.head
    assert head is not None
    head.rows["partnership_id"].editor.show_value(partnership.id)
    head.rows["respondent"].editor.show_value("Principal")
    for _ in range(2):
        for answer in ("4", "1", "1", "7", "Fine"):
            key(answer, page)
    found = responses(office)
    assert [(each.respondent, each.partnership_id) for each in found] == [
        ("Principal", partnership.id)] * 2


def test_an_unfinished_response_is_opened_and_corrected(
    page: EvaluationsPage, office: Store
) -> None:
    page.side.key_in()
    key("2", page)
    page.side.entry.begin_next()
    page.side.view.go_to(page.side.responses)
    table = page.side.responses
    assert table.model.index(0, 3).data() == "Unfinished"
    table.table.setFocus()
    table.table.setCurrentIndex(table.model.index(0, 0))
    table.open_button.click()
    entry = page.side.entry
    assert entry.rows[0].line.text() == "2"
    assert focused(page) is entry.rows[1].line
    entry.rows[0].line.setFocus()
    entry.rows[0].line.selectAll()
    key("5", page)
    assert answers(office, responses(office)[0]) == {"How did we do?": "5"}


def test_undo_takes_the_last_answer_off_the_sheet(
    page: EvaluationsPage, office: Store, desk: Desk
) -> None:
    page.side.key_in()
    key("4", page)
    key("2", page)
    newest = desk.read(lambda reader: reader.change_sets(1))[0]
    office.undo(newest.id)
    desk.announce()
    assert page.side.entry.rows[1].line.text() == ""
    assert page.side.entry.progress.text() == "1 of 5 answered"


def test_results_count_and_draw_what_was_answered(
    page: EvaluationsPage, office: Store
) -> None:
    page.side.key_in()
    for rating in ("5", "5", "2"):
        for answer in (rating, "1", "1", "", ""):
            key(answer, page)
    page.side.view.go_to(page.side.results)
    bars = {each.accessibleName(): each.share
            for each in page.side.results.findChildren(Bar)}
    assert bars["5 – Well: 2 of 3"] == pytest.approx(2 / 3)
    assert bars["1 – Poorly: 0 of 3"] == 0
    assert bars["Yes: 3 of 3"] == 1
    words = [each.text() for each in page.side.results.findChildren(QLabel)]
    assert "3 answers · mean 4.00" in words
    assert "From 3 complete responses" in words


def test_many_different_numbers_are_drawn_as_ranges(
    page: EvaluationsPage, office: Store, desk: Desk
) -> None:
    form = desk.read(lambda reader: reader.find(EvaluationForm))[0]
    asked = desk.read(lambda reader: reader.find(Question, form_id=form.id))
    typed = {"scale": "4", "yes_no": "1"}
    for number in ("3", "9", "14", "27", "31", "48", "60", "77", "98", "98"):
        response = records.add(office, "response", {"form_id": form.id, "answered_on": str(TODAY)})
        for each in asked:
            given = {**typed, "number": number}.get(each.answer_kind, "")
            evaluations.answer(office, response.id, each.id, given)
        assert evaluations.finish_response(office, response.id) == []
    desk.announce()
    page.side.view.go_to(page.side.results)
    spoken = [each.accessibleName() for each in page.side.results.findChildren(Bar)]
    assert [each for each in spoken if each.endswith("of 10") and each[0].isdigit()][-5:] == [
        "0\N{EN DASH}19: 3 of 10", "20\N{EN DASH}39: 2 of 10", "40\N{EN DASH}59: 1 of 10",
        "60\N{EN DASH}79: 2 of 10", "80\N{EN DASH}99: 2 of 10"]
    words = [each.text() for each in page.side.results.findChildren(QLabel)]
    assert any("smallest 3 · median 39.5 · largest 98" in each for each in words)


def test_results_go_to_a_workbook(
    qtbot: QtBot, page: EvaluationsPage, desk: Desk, tmp_path: Path
) -> None:
    page.side.key_in()
    for answer in ("5", "2", "1", "=1+1", ""):
        type_text(focused(page), answer)
        QTest.keyClick(focused(page), Qt.Key.Key_Return)
        if answer == "=1+1":
            row = page.side.entry.rows[3]
            assert row.error()
            row.line.selectAll()
            key("8", page)
    page.side.view.go_to(page.side.results)
    page.side.results.export(tmp_path / "results.xlsx")
    qtbot.waitUntil(lambda: not desk.jobs.running(), timeout=20_000)
    book = load_workbook(tmp_path / "results.xlsx")
    rows = list(book.worksheets[0].values)
    assert rows[0][-5:] == tuple(each["text"] for each in QUESTIONS)
    assert rows[1][-5:] == (5, "Radio", "Yes", 8, None)
