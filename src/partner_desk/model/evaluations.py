"""Evaluation forms and what was answered on them."""

from datetime import date

from partner_desk.model.choices import LANGUAGES, Choice, options
from partner_desk.model.dates import Date
from partner_desk.model.fields import Needed, Positioned, Record, declared, owner, reference
from partner_desk.model.numbers import Integer
from partner_desk.model.texts import N_
from partner_desk.model.values import Flag, Text, Words

QUESTION_KINDS = options(
    ("scale", N_("Rating scale")),
    ("choice", N_("One of several")),
    ("number", N_("Number")),
    ("yes_no", N_("Yes or no")),
    ("date", N_("Date")),
    ("text", N_("Text")),
)
SUBJECTS = options(
    ("partnership", N_("A partnership")),
    ("agreement", N_("An agreement")),
    ("service", N_("A resource")),
)
RIGHTS = options(
    ("own", N_("Our own")),
    ("licensed", N_("Licensed to this office")),
    ("public", N_("Public domain")),
)


class EvaluationForm(
    Record, kind="form", label=N_("Evaluation form"), plural=N_("Evaluation forms")
):
    """Questions in sections, asked about a partnership, an agreement or a resource."""

    name: str = declared(
        Text(), N_("Name"), needed=Needed.ALWAYS, searchable=True, title=True, listed=True
    )
    description: str = declared(Text(lines=True), N_("Introduction"), searchable=True)
    about: str = declared(
        Choice(options=SUBJECTS), N_("Asked about"), default="partnership", listed=True
    )
    language: str = declared(Choice(options=LANGUAGES), N_("Language"), default="en", listed=True)
    version: int = declared(Integer(1), N_("Version"), default=1, listed=True)
    rights: str = declared(
        Choice(options=RIGHTS), N_("Rights"), default="own",
        help=N_("The wording of a licensed form never leaves the office."),
    )


class Question(Positioned, kind="question", label=N_("Question"), plural=N_("Questions")):
    """One question of a form."""

    form_id: str | None = owner("form", N_("Evaluation form"))
    section: str = declared(Text(), N_("Section"), listed=True)
    text: str = declared(
        Text(5000), N_("Question"), needed=Needed.ALWAYS, title=True, listed=True
    )
    answer_kind: str = declared(
        Choice(options=QUESTION_KINDS), N_("Kind of answer"), default="scale", listed=True
    )
    required: bool = declared(Flag(), N_("Required"), listed=True)
    options: tuple[str, ...] = declared(
        Words(), N_("Choices"), help=N_("Parted by semicolons; for one of several."), listed=True
    )
    lowest: int = declared(Integer(0, 100), N_("Lowest rating"), default=1)
    highest: int = declared(Integer(1, 100), N_("Highest rating"), default=5)
    lowest_label: str = declared(Text(), N_("Lowest means"))
    highest_label: str = declared(Text(), N_("Highest means"))
    help: str = declared(Text(), N_("Help"))


class Response(Record, kind="response", label=N_("Response"), plural=N_("Responses")):
    """One filled-in form. Who answered is a role, never a student."""

    form_id: str | None = owner("form", N_("Evaluation form"))
    partnership_id: str | None = reference("partnership", N_("Partnership"))
    agreement_id: str | None = reference("agreement", N_("Agreement"))
    service_id: str | None = reference("service", N_("Resource"))
    respondent: str = declared(
        Text(), N_("Answered by (role)"), title=True, listed=True, searchable=True
    )
    answered_on: date | None = declared(Date(), N_("Answered on"), listed=True)
    complete: bool = declared(Flag(), N_("Complete"), listed=True)
    notes: str = declared(Text(lines=True), N_("Notes"))


class Answer(Record, kind="answer", label=N_("Answer"), plural=N_("Answers")):
    """What was answered to one question, as text that the question's kind reads."""

    response_id: str | None = owner("response", N_("Response"))
    question_id: str | None = reference("question", N_("Question"))
    value: str = declared(Text(lines=True), N_("Answer"), title=True)
