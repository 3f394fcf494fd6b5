"""How compliance papers are spoken of: their states, the reasons, the facts of one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from partner_desk.model.compliance import Paper
from partner_desk.model.errors import Problem
from partner_desk.model.texts import N_
from partner_desk.services.compliance import PaperStanding
from partner_desk.ui.components.showing import TextOf, shown_date, shown_money
from partner_desk.ui.sentences import problem_sentence

STATE_WORDS: Mapping[str, tuple[str, str]] = {
    "missing": (N_("Missing"), "error"),
    "expired": (N_("Expired"), "error"),
    "insufficient": (N_("Not sufficient"), "error"),
    "not_verified": (N_("Not verified"), "warning"),
    "lapses_in_term": (N_("Lapses within the term"), "warning"),
    "lapsing": (N_("Lapses soon"), "warning"),
    "held": (N_("In order"), "success"),
    "waived": (N_("Not needed"), "neutral"),
}
"""The word and the tone of the badge of each state."""

_DATED = N_("dated {0}")
_UNTIL = N_("valid until {0}")
_VERIFIED = N_("verified on {0}")
_VERIFIED_BY = N_("verified on {0} by {1}")
_SEVERAL = N_("the best of {0} on file")
_NOT_ASKED = N_("not asked for by this agreement")


def state_words(state: str, text: TextOf) -> tuple[str, str]:
    """The word of a state and the tone of its badge."""
    label, tone = STATE_WORDS[state]
    return text(label), tone


def reason(problem: Problem, text: TextOf) -> str:
    """The sentence of a problem with money and days as people write them."""
    values = {name: _shown(name, value, text) for name, value in problem.values.items()}
    return problem_sentence(problem.code, values, text)


def facts(standing: PaperStanding, text: TextOf) -> str:
    """A line about the paper on file; "" when there is none."""
    paper = standing.paper
    if paper is None:
        return ""
    found = [paper.name, *_days(paper, standing.expires_on, text)]
    if standing.on_file > 1:
        found.append(text(_SEVERAL).format(standing.on_file))
    return " · ".join(each for each in found if each)


def facts_of_agreement(standing: PaperStanding, text: TextOf) -> str:
    """The same, with what the agreement has to do with it: why it is waived, that none asks."""
    found = [facts(standing, text)]
    if standing.need is None:
        found.append(text(_NOT_ASKED))
    if standing.decision is not None:
        found.append(standing.decision.reason)
    return " · ".join(each for each in found if each)


def _days(paper: Paper, expires_on: date | None, text: TextOf) -> list[str]:
    found = []
    if paper.issued_on:
        found.append(text(_DATED).format(shown_date(paper.issued_on)))
    if expires_on:
        found.append(text(_UNTIL).format(shown_date(expires_on)))
    if paper.verified_on:
        words = text(_VERIFIED_BY if paper.verified_by else _VERIFIED)
        found.append(words.format(shown_date(paper.verified_on), paper.verified_by))
    return found


def _shown(name: str, value: object, text: TextOf) -> object:
    if isinstance(value, Decimal):
        return shown_money(value)
    if isinstance(value, date):
        return shown_date(value)
    if name == "coverage":
        return text(str(value))
    return value
