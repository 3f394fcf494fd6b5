"""Evaluation forms on paper: gathered into plain texts and printed as PDF."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from partner_desk.model.errors import EnvironmentProblem
from partner_desk.model.evaluations import EvaluationForm, Question, Response
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.evaluation_paper import AskedQuestion, EvaluationPaper
    from partner_desk.files.pdf.document import Document
    from partner_desk.files.pdf.render import Pdf

Text = Callable[[str], str]


def blank_form(store: Store, form_id: str, text: Text) -> "Pdf":
    """A form to fill in by hand as PDF, its headings looked up with ``text``.

    ``text`` belongs to the language of the form (``EvaluationForm.language``), not of the screen.
    Raises EnvironmentProblem when the form is gone.
    """
    from partner_desk.files.pdf.render import render

    return render(describe(store, form_id, text))


def describe(store: Store, form_id: str, text: Text) -> "Document":
    """A form to fill in by hand as a plain document."""
    from partner_desk.files.evaluation_paper import layout

    with store.reading() as reader:
        form = reader.get(EvaluationForm, form_id)
        if form is None:
            raise EnvironmentProblem("record.gone", kind="form", id=form_id)
        return layout(_gather(reader, form, text), text)


def _gather(reader: Reader, form: EvaluationForm, text: Text) -> "EvaluationPaper":
    from partner_desk.files.evaluation_paper import EvaluationPaper

    office = settings_in(reader)
    return EvaluationPaper(
        language=form.language,
        paper=office.paper,
        office=office.name,
        letterhead=tuple(line for line in office.letterhead.splitlines() if line.strip()),
        logo=reader.blob(office.logo),
        name=form.name,
        introduction=form.description,
        version=form.version,
        about=text(Response.declarations[f"{form.about}_id"].label),
        questions=tuple(_asked(each) for each in reader.find(Question, form_id=form.id)),
    )


def _asked(question: Question) -> "AskedQuestion":
    from partner_desk.files.evaluation_paper import AskedQuestion

    return AskedQuestion(
        text=question.text,
        kind=question.answer_kind,
        section=question.section,
        help=question.help,
        required=question.required,
        options=question.options,
        lowest=question.lowest,
        highest=question.highest,
        lowest_label=question.lowest_label,
        highest_label=question.highest_label,
    )
