"""Evaluation forms: answers by number keys, refusals in codes, results counted."""

from datetime import date
from decimal import Decimal

import pytest

from partner_desk.model.errors import InputError
from partner_desk.model.evaluations import Question
from partner_desk.model.fields import Record
from partner_desk.services import evaluations, records
from partner_desk.store.store import Store

TODAY = date(2026, 11, 22)
QUESTIONS = [
    {"text": "How well?", "answer_kind": "scale", "required": True, "highest": 4},
    {"text": "Who came?", "answer_kind": "choice", "options": ["Families", "Students"]},
    {"text": "How many?", "answer_kind": "number"},
    {"text": "Again?", "answer_kind": "yes_no"},
    {"text": "When?", "answer_kind": "date"},
    {"text": "Else?", "answer_kind": "text"},
]


@pytest.fixture
def questions(office: Store) -> list[Question]:
    """The questions of a form with one of each kind."""
    records.add(office, "form", {"name": "Check-in", "questions": QUESTIONS})
    with office.reading() as reader:
        return reader.find(Question)


def begin(office: Store, questions: list[Question]) -> Record:
    """A response with no answers yet."""
    values = {"form_id": questions[0].form_id, "answered_on": str(TODAY)}
    return records.add(office, "response", values)


def fill_in(office: Store, questions: list[Question], *typed: str) -> str:
    """Key in a response and finish it."""
    response = begin(office, questions)
    for question, text in zip(questions, typed, strict=False):
        evaluations.answer(office, response.id, question.id, text)
    evaluations.finish_response(office, response.id)
    return response.id


def test_numbers_on_paper_are_understood(office: Store, questions: list[Question]) -> None:
    response = fill_in(office, questions, "4", "2", "1,200", "1", "11/20/2026", " good ")
    kept = evaluations.answers_of(office, response)
    assert [kept[each.id] for each in questions] == [
        "4", "Students", "1200", "yes", "2026-11-20", "good",
    ]


@pytest.mark.parametrize(
    ("place", "typed", "code"),
    [
        (0, "5", "integer.out_of_range"), (0, "x", "integer.invalid"),
        (1, "3", "choice.no_such_number"), (1, "Nobody", "choice.unknown"),
        (2, "many", "number.invalid"), (3, "3", "flag.invalid"), (4, "soon", "date.invalid"),
    ],
)
def test_what_does_not_fit_is_refused(
    office: Store, questions: list[Question], place: int, typed: str, code: str
) -> None:
    response = begin(office, questions)
    with pytest.raises(InputError) as refused:
        evaluations.answer(office, response.id, questions[place].id, typed)
    assert refused.value.code == code
    assert evaluations.answers_of(office, response.id) == {}


def test_required_questions_hold_a_response_open(
    office: Store, questions: list[Question]
) -> None:
    response = begin(office, questions)
    assert [each.field for each in evaluations.finish_response(office, response.id)] == [
        questions[0].id
    ]
    evaluations.answer(office, response.id, questions[0].id, "1")
    assert evaluations.finish_response(office, response.id) == []


def test_an_answer_can_be_changed_and_emptied(office: Store, questions: list[Question]) -> None:
    response = begin(office, questions)
    for typed in ("1", "3", ""):
        evaluations.answer(office, response.id, questions[0].id, typed)
    assert evaluations.answers_of(office, response.id) == {questions[0].id: ""}
    office.undo()
    assert evaluations.answers_of(office, response.id) == {questions[0].id: "3"}


def test_numbers_are_listed_by_their_size(office: Store, questions: list[Question]) -> None:
    for number in ("100", "9", "24.5", "100"):
        fill_in(office, questions, "1", "1", number)
    number_result = evaluations.results(office, str(questions[0].form_id)).questions[2]
    assert number_result.counts == (("9", 1), ("24.5", 1), ("100", 2))


def test_results_count_complete_responses_only(office: Store, questions: list[Question]) -> None:
    fill_in(office, questions, "4", "1", "10", "1")
    fill_in(office, questions, "1", "1", "20", "2")
    fill_in(office, questions, "", "2")
    results = evaluations.results(office, str(questions[0].form_id))
    assert results.responses == 2
    scale, choice, number, again, day, text = results.questions
    assert scale.mean == Decimal("2.50") and number.mean == Decimal("15.00")
    assert scale.counts == (("1", 1), ("2", 0), ("3", 0), ("4", 1))
    assert choice.counts == (("Families", 2), ("Students", 0))
    assert again.counts == (("yes", 1), ("no", 1))
    assert (day.answered, text.answered) == (0, 0)
