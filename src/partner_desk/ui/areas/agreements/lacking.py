"""What an agreement lacks before it can be signed, in a few words each."""

from collections.abc import Callable
from textwrap import shorten

from partner_desk.model.errors import Problem
from partner_desk.ui.sentences import problem_sentence

_ITEM = 40
"""Letters of a row that is named."""


def words_of(problem: Problem, text: Callable[[str], str]) -> str:
    """The name of what is missing, or the sentence for what is wrong."""
    if problem.code == "field.needed_to_sign":
        label = text(str(problem.values["field"]))
        if problem.where == "partner":
            return text("{0} of the partner").format(label)
        return label
    if problem.code == "sign.no_signatory":
        if problem.values["party"] == "district":
            return text("Who signs for the district")
        return text("Who signs for the partner")
    if problem.code == "sign.no_amount":
        item = shorten(str(problem.values["item"]), _ITEM, placeholder="…")
        return text("Amount of “{0}”").format(item)
    short = {
        "sign.no_district": text("Legal name of the district"),
        "sign.no_services": text("Services"),
        "sign.no_outcomes": text("Outcomes"),
        "sign.no_financial": text("Financial responsibility"),
        "sign.no_clauses": text("Clauses"),
    }
    return short.get(problem.code) or problem_sentence(problem.code, problem.values, text)
