"""What was answered on an evaluation form, as a workbook: every response, and what they add up to.

The wording of a licensed form stays in the office: its questions go out as numbers.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from partner_desk.files.excel import headings
from partner_desk.files.excel.sheet import Column, Kind, Notice, Sheet
from partner_desk.model.dates import Date
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.evaluations import Answer, EvaluationForm, Question, Response
from partner_desk.model.numbers import Integer, Number
from partner_desk.model.values import Flag, InvalidValue, Text, ValueType
from partner_desk.services.export_columns import (
    Captions,
    FieldColumn,
    TextOf,
    cells,
    field_column,
)
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

Report = Callable[[int, int | None], None]
_PAGE = 200

_READ_AS: dict[str, tuple[ValueType, Kind]] = {
    "scale": (Integer(), Kind.INTEGER),
    "number": (Number(), Kind.DECIMAL),
    "date": (Date(), Kind.DATE),
    "yes_no": (Flag(), Kind.TEXT),
    "choice": (Text(5000), Kind.TEXT),
    "text": (Text(lines=True), Kind.LONGTEXT),
}
_ABOUT = {
    "partnership": "partnership_id", "agreement": "agreement_id", "service": "service_id"
}


@dataclass(frozen=True, slots=True)
class ResultsWritten:
    """How many responses went out, the titles of the sheets, and what a person should know."""

    rows: int
    sheets: tuple[str, ...]
    notices: tuple[Notice, ...]


@dataclass(slots=True)
class _Tally:
    """What was answered to one question, each answer with how often it was given."""

    question: Question
    heading: str
    counts: Counter[object] = field(default_factory=Counter)
    unanswered: int = 0

    def numbers(self) -> list[tuple[Decimal, int]]:
        """The numbers among the answers in rising order, each with its count."""
        return sorted(
            (Decimal(value), count)
            for value, count in self.counts.items()
            if isinstance(value, int | Decimal) and not isinstance(value, bool)
        )


def evaluation_results(
    store: Store,
    form_id: str,
    path: Path,
    text: TextOf,
    *,
    creator: str = "",
    report: Report = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ResultsWritten:
    """Write the responses to a form to the .xlsx workbook ``path``.

    A row for each response with a column for each question, then a summary with a row for each
    question, then how the answers of closed questions are spread. Raises InputError
    ("record.missing"), EnvironmentProblem and Cancelled; an older file stays as it was then.
    """
    from partner_desk.files.excel.workbook import write

    with store.reading() as reader:
        form = reader.get(EvaluationForm, form_id)
        if form is None:
            raise InputError(Problem("record.missing", "id", {"kind": "form", "id": form_id}))
        questions = reader.find(Question, form_id=form.id)
        responses = reader.find(Response, form_id=form.id)
    responses.sort(key=lambda each: (each.answered_on or date.max, each.id))
    results = _Results(store, form, questions, responses, text)
    written = write(
        path, results.sheets(), title=form.name, creator=creator,
        report=lambda done, _: report(min(done, len(responses)), len(responses)),
        cancelled=cancelled,
    )
    return ResultsWritten(len(responses), written.sheets, written.notices)


class _Results:
    def __init__(
        self,
        store: Store,
        form: EvaluationForm,
        questions: Sequence[Question],
        responses: Sequence[Response],
        text: TextOf,
    ) -> None:
        self._store, self._responses, self._text = store, responses, text
        self._secret = form.rights == "licensed"
        self._tallies = [
            _Tally(question, self._heading(number, question))
            for number, question in enumerate(questions, 1)
        ]
        self._fields = [
            field_column(Response.declarations[name], text)
            for name in ("respondent", "answered_on", _ABOUT.get(form.about, "partnership_id"),
                         "complete", "notes")
        ]
        self._captions = Captions()

    def sheets(self) -> Iterator[Sheet]:
        """The responses first: going through them counts what the other sheets show."""
        asked = [Column(each.heading, _kind(each.question), _width(each)) for each in self._tallies]
        columns = (*(each.column for each in self._fields), *asked)
        yield Sheet(self._text(Response.plural), columns, self._response_rows())
        yield Sheet(self._text(headings.SUMMARY), self._summary_columns(), self._summary_rows())
        yield Sheet(
            self._text(headings.DISTRIBUTION), self._spread_columns(), self._spread_rows()
        )

    def _heading(self, number: int, question: Question) -> str:
        if self._secret:
            return self._text(headings.QUESTION_NUMBER).format(number)
        return question.text

    def _response_rows(self) -> Iterator[tuple[object, ...]]:
        for start in range(0, len(self._responses), _PAGE):
            page = self._responses[start : start + _PAGE]
            with self._store.reading() as reader:
                given = _answers(reader, page)
                rows = cells(reader, self._captions, self._fields, page)
            for response, row in zip(page, rows, strict=True):
                answers = (self._counted(each, given, response.id) for each in self._tallies)
                yield (*row, *answers)

    def _counted(
        self, tally: _Tally, given: dict[tuple[str | None, str | None], str], response_id: str
    ) -> object:
        """The answer as its cell, counted for the summary."""
        written = given.get((response_id, tally.question.id), "")
        if not written:
            tally.unanswered += 1
            return None
        value = _read(tally.question, written)
        tally.counts[value] += 1
        return self._shown(value)

    def _shown(self, value: object) -> object:
        if isinstance(value, bool):
            return self._text(headings.YES if value else headings.NO)
        return value

    def _summary_columns(self) -> tuple[Column, ...]:
        text, kinds = self._text, Question.declarations
        return (
            Column(text(kinds["section"].label)),
            Column(text(kinds["text"].label), Kind.LONGTEXT, 50),
            Column(text(kinds["answer_kind"].label)),
            Column(text(headings.ANSWERS), Kind.INTEGER),
            Column(text(headings.UNANSWERED), Kind.INTEGER),
            *(Column(text(each), Kind.DECIMAL) for each in (
                headings.MEAN, headings.MEDIAN, headings.LOWEST, headings.HIGHEST)),
            Column(text(headings.DISTRIBUTION), Kind.LONGTEXT, 50),
        )

    def _summary_rows(self) -> Iterator[tuple[object, ...]]:
        kind_of_answer: FieldColumn = field_column(
            Question.declarations["answer_kind"], self._text
        )
        for tally in self._tallies:
            question = tally.question
            yield (
                "" if self._secret else question.section,
                tally.heading,
                kind_of_answer.show(question.answer_kind),
                sum(tally.counts.values()),
                tally.unanswered,
                *_figures(tally),
                "; ".join(f"{answer}: {count}" for answer, count in self._spread(tally)),
            )

    def _spread_columns(self) -> tuple[Column, ...]:
        text = self._text
        return (
            Column(text(Question.declarations["text"].label), Kind.LONGTEXT, 50),
            Column(text(headings.ANSWER)),
            Column(text(headings.COUNT), Kind.INTEGER),
            Column(text(headings.SHARE), Kind.PERCENT),
        )

    def _spread_rows(self) -> Iterator[tuple[object, ...]]:
        for tally in self._tallies:
            total = sum(tally.counts.values())
            for answer, count in self._spread(tally):
                yield tally.heading, answer, count, (count / total if total else None)

    def _spread(self, tally: _Tally) -> list[tuple[object, int]]:
        """The possible answers of a closed question, then any others, with their counts."""
        question = tally.question
        possible: list[object] = []
        if question.answer_kind == "scale":
            possible = list(range(question.lowest, question.highest + 1))
        elif question.answer_kind == "choice":
            possible = list(question.options)
        elif question.answer_kind == "yes_no":
            possible = [True, False]
        else:
            return []
        others = sorted((each for each in tally.counts if each not in possible), key=str)
        # A rating of 1 and a yes are one key to a counter, but never of one question.
        return [(self._shown(each), tally.counts[each]) for each in (*possible, *others)]


def _answers(
    reader: Reader, responses: Sequence[Response]
) -> dict[tuple[str | None, str | None], str]:
    """What was answered, by response and question."""
    found = reader.find_by(Answer, "response_id", [each.id for each in responses])
    return {(each.response_id, each.question_id): each.value for each in found}


def _kind(question: Question) -> Kind:
    return _READ_AS.get(question.answer_kind, _READ_AS["text"])[1]


def _width(tally: _Tally) -> float | None:
    """Room for the wording above a column of short answers, which is wrapped."""
    return None if _kind(tally.question) is Kind.LONGTEXT else min(24.0, len(tally.heading) + 4.0)


def _read(question: Question, written: str) -> object:
    """The answer as its question's kind reads it; what does not fit stays the text it is."""
    value_type = _READ_AS.get(question.answer_kind, _READ_AS["text"])[0]
    try:
        return value_type.parse(written)
    except InvalidValue:
        return written


def _figures(tally: _Tally) -> tuple[object, ...]:
    """Mean, median, lowest and highest of the numbers answered; blanks when there are none."""
    numbers = tally.numbers()
    count = sum(times for _, times in numbers)
    if not count:
        return None, None, None, None
    mean = sum((value * times for value, times in numbers), Decimal()) / count
    middle = (_nth(numbers, (count - 1) // 2) + _nth(numbers, count // 2)) / 2
    return round(mean, 4).normalize(), middle, numbers[0][0], numbers[-1][0]


def _nth(numbers: Sequence[tuple[Decimal, int]], index: int) -> Decimal:
    for value, times in numbers:
        if index < times:
            return value
        index -= times
    raise IndexError(index)
