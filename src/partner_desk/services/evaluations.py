"""Evaluation forms: filling them in, and what the answers amount to."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from partner_desk.model.choices import Choice
from partner_desk.model.choices import Option as ValueOption
from partner_desk.model.dates import Date
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.evaluations import Answer, EvaluationForm, Question, Response
from partner_desk.model.history import Operation
from partner_desk.model.numbers import Integer, Number
from partner_desk.model.values import Flag, InvalidValue, Text, ValueType
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The answers to one question: how many, how often each, and the mean of numbers."""

    question: Question
    answered: int
    counts: tuple[tuple[str, int], ...]
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class FormResults:
    """The answers to a form, from ``responses`` complete responses."""

    form: EvaluationForm
    responses: int
    questions: tuple[QuestionResult, ...]


def answer_type(question: Question) -> ValueType:
    """The value type that reads and checks an answer to ``question``."""
    match question.answer_kind:
        case "scale":
            return Integer(question.lowest, question.highest)
        case "choice":
            return Choice(options=tuple(ValueOption(each, each) for each in question.options))
        case "number":
            return Number()
        case "yes_no":
            return Flag()
        case "date":
            return Date()
    return Text(lines=True)


def read_answer(question: Question, text: str) -> str:
    """What is kept of a typed answer: "" for none. Raises InputError.

    A choice may be given by its number on the paper, counted from 1; yes and no as 1 and 2, as
    number keys are quick.
    """
    typed = text.strip()
    if not typed:
        return ""
    type_ = answer_type(question)
    try:
        if question.answer_kind == "choice" and typed.isdecimal():
            return _choice_numbered(question, typed)
        if question.answer_kind == "yes_no":
            typed = {"1": "yes", "2": "no"}.get(typed, typed)
        return type_.show(type_.parse(typed))
    except InvalidValue as error:
        values = {"field": question.text, **error.values}
        raise InputError(Problem(error.code, "value", values)) from error


def _choice_numbered(question: Question, typed: str) -> str:
    if typed in question.options:
        return typed
    if not 1 <= int(typed) <= len(question.options):
        raise InvalidValue("choice.no_such_number", most=len(question.options))
    return question.options[int(typed) - 1]


def answer(store: Store, response_id: str, question_id: str, text: str) -> str:
    """Keep what was answered to one question and return it as kept. Raises InputError."""
    with store.reading() as reader:
        question = reader.get(Question, question_id)
        found = reader.find(Answer, response_id=response_id, question_id=question_id)
    if question is None:
        raise EnvironmentProblem("record.gone", kind="question", id=question_id)
    value = read_answer(question, text)
    with store.writing(Operation("response.answer", {"name": question.text})) as work:
        if found:
            work.change(Answer, found[0].id, value=value)
        elif value:
            work.add(Answer(response_id=response_id, question_id=question_id, value=value))
    return value


def answers_of(store: Store, response_id: str) -> dict[str, str]:
    """The kept answers of a response, by question id."""
    with store.reading() as reader:
        return {
            each.question_id: each.value
            for each in reader.find(Answer, response_id=response_id)
            if each.question_id
        }


def finish_response(store: Store, response_id: str) -> list[Problem]:
    """Mark a response complete; returns the required questions left open instead if there are."""
    with store.reading() as reader:
        response = reader.get(Response, response_id)
        if response is None:
            raise EnvironmentProblem("record.gone", kind="response", id=response_id)
        questions = reader.find(Question, form_id=response.form_id)
    kept = answers_of(store, response_id)
    unanswered = [
        Problem("answer.required", each.id, {"field": each.text})
        for each in questions
        if each.required and not kept.get(each.id)
    ]
    if not unanswered:
        with store.writing(Operation("response.finish", {"name": response.respondent})) as work:
            work.change(Response, response_id, complete=True)
    return unanswered


def results(store: Store, form_id: str) -> FormResults:
    """What the complete responses to a form amount to, question by question."""
    with store.reading() as reader:
        form = reader.get(EvaluationForm, form_id)
        if form is None:
            raise EnvironmentProblem("record.gone", kind="form", id=form_id)
        responses = [each.id for each in reader.find(Response, form_id=form_id) if each.complete]
        by_question = _values_by_question(reader, responses)
        questions = reader.find(Question, form_id=form_id)
    return FormResults(
        form, len(responses),
        tuple(_result(each, by_question.get(each.id, [])) for each in questions),
    )


def _values_by_question(reader: Reader, response_ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in reader.find_by(Answer, "response_id", response_ids):
        if each.value and each.question_id:
            found.setdefault(each.question_id, []).append(each.value)
    return found


def _result(question: Question, values: list[str]) -> QuestionResult:
    counts = Counter(values)
    mean = None
    if question.answer_kind in ("scale", "number") and values:
        total = sum((Decimal(each) for each in values), Decimal())
        mean = (total / len(values)).quantize(Decimal("0.01"))
    return QuestionResult(question, len(values), _in_order(question, counts), mean)


def _in_order(question: Question, counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Every rating and choice there is, chosen or not; numbers by size, days from the first on."""
    match question.answer_kind:
        case "scale":
            known = [str(each) for each in range(question.lowest, question.highest + 1)]
        case "choice":
            known = list(question.options)
        case "yes_no":
            known = ["yes", "no"]
        case "text":
            return ()
        case "number":
            known = sorted(counts, key=Decimal)
        case _:
            known = sorted(counts)
    rest = [each for each in counts if each not in known]
    return tuple((each, counts[each]) for each in [*known, *rest])
