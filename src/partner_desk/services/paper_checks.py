"""How one compliance paper stands: until when it holds and what is wrong with it; nothing is read.

An insurance is compared with what is asked for line by line: coverages, limits in exact dollars,
the endorsement page, the insured name.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partner_desk.model.choices import Choice
from partner_desk.model.compliance import Coverage, Paper, PaperKind, PaperRequirement
from partner_desk.model.errors import Problem
from partner_desk.model.folding import fold

STATES = ("missing", "expired", "insufficient", "not_verified", "lapses_in_term", "lapsing",
          "held", "waived")
"""Worst first; "lapses_in_term" and what follows does not keep an agreement from being signed."""

_COVERAGE = Coverage.declarations["coverage"].type


@dataclass(frozen=True, slots=True)
class CoverageNeed:
    """A coverage that is asked for; limits in dollars, None where no limit is asked for."""

    coverage: str
    per_occurrence: Decimal | None = None
    aggregate: Decimal | None = None
    endorsement: bool = False


@dataclass(frozen=True, slots=True)
class Against:
    """What a paper is held against; empty ``partner`` and None: that is not compared."""

    today: date
    soon: int
    """In how many days a paper that expires is said to lapse."""
    coverages: tuple[CoverageNeed, ...] = ()
    partner: str = ""
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """How a paper stands: one of STATES, its last day (None: it has none), and why."""

    state: str
    expires_on: date | None
    problems: tuple[Problem, ...]


def merged(requirements: Iterable[PaperRequirement]) -> tuple[CoverageNeed, ...]:
    """What these requirements ask for together: of each coverage the strictest of all."""
    found: dict[str, CoverageNeed] = {}
    for each in requirements:
        if not each.coverage:
            continue
        key = fold(each.coverage)
        known = found.get(key, CoverageNeed(each.coverage))
        found[key] = CoverageNeed(
            known.coverage,
            _stricter(known.per_occurrence, each.per_occurrence),
            _stricter(known.aggregate, each.aggregate),
            known.endorsement or each.endorsement,
        )
    return tuple(found.values())


def judged(
    paper: Paper, kind: PaperKind, coverages: Sequence[Coverage], against: Against
) -> Judged:
    """How a paper with its coverages stands on a day, compared with what is asked for."""
    last_day = expiry(paper, kind, coverages, against.coverages)
    wrong = _reversed_dates(paper, coverages)
    if kind.insurance:
        wrong += _insurance_problems(paper, coverages, against)
    state, reason = _state(paper, last_day, bool(wrong), against)
    return Judged(state, last_day, (*reason, *wrong))


def expiry(
    paper: Paper,
    kind: PaperKind,
    coverages: Sequence[Coverage] = (),
    needed: Sequence[CoverageNeed] = (),
) -> date | None:
    """The last day on which a paper holds; None when it has no end.

    Its own last day, else so many months after its date as its kind is valid for. An insurance
    holds as long as the first of its required coverages does; of all, where none is required.
    """
    if kind.insurance:
        keys = {fold(each.coverage) for each in needed}
        last: dict[str, date] = {}
        for each in coverages:
            key = fold(each.coverage)
            if each.expires_on and (not keys or key in keys):
                last[key] = max(each.expires_on, last.get(key, each.expires_on))
        ends = [*last.values(), *([paper.expires_on] if paper.expires_on else [])]
        if ends:
            return min(ends)
    if paper.expires_on or paper.issued_on is None or kind.valid_months is None:
        return paper.expires_on
    return months_after(paper.issued_on, kind.valid_months)


def months_after(day: date, months: int) -> date | None:
    """The same day ``months`` later, or the last of its month; None beyond the calendar's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _state(
    paper: Paper, last_day: date | None, is_wrong: bool, against: Against
) -> tuple[str, list[Problem]]:
    """The state of a paper, and the reason for it where that is none of its contents."""
    if last_day and last_day < against.today:
        return "expired", [_problem("expired", expires_on=last_day)]
    if is_wrong:
        return "insufficient", []
    if paper.verified_on is None:
        return "not_verified", [_problem("not_verified")]
    if last_day and against.ends_on and last_day < against.ends_on:
        values = {"expires_on": last_day, "ends_on": against.ends_on}
        return "lapses_in_term", [Problem("paper.lapses_in_term", "expires_on", values, "paper")]
    if last_day and (last_day - against.today).days <= against.soon:
        return "lapsing", [_problem("lapsing", days=(last_day - against.today).days)]
    return "held", []


def _reversed_dates(paper: Paper, coverages: Sequence[Coverage]) -> list[Problem]:
    found = []
    if paper.issued_on and paper.expires_on and paper.expires_on < paper.issued_on:
        found.append(Problem("paper.dates_reversed", "expires_on", {}, "paper"))
    return found + [
        _of(each.coverage, "policy_reversed")
        for each in coverages
        if each.begins_on and each.expires_on and each.expires_on < each.begins_on
    ]


def _insurance_problems(
    paper: Paper, coverages: Sequence[Coverage], against: Against
) -> list[Problem]:
    found: list[Problem] = []
    if against.partner and fold(paper.insured_name) != fold(against.partner):
        values = {"insured": paper.insured_name, "partner": against.partner}
        code = "paper.insured_differs" if paper.insured_name else "paper.insured_unknown"
        found.append(Problem(code, "insured_name", values, "paper"))
    for need in against.coverages:
        held = [each for each in coverages if fold(each.coverage) == fold(need.coverage)]
        each_judged = [_coverage_problems(need, each, against) for each in held]
        missing = [_of(need.coverage, "coverage_missing")]
        found += sorted(each_judged, key=len)[0] if each_judged else missing
    return found


def _coverage_problems(need: CoverageNeed, held: Coverage, against: Against) -> list[Problem]:
    found = []
    if held.expires_on and held.expires_on < against.today:
        found.append(_of(need.coverage, "policy_lapsed", expires_on=held.expires_on))
    start = max(against.today, against.begins_on or against.today)
    if held.begins_on and held.begins_on > start:
        found.append(_of(need.coverage, "policy_not_begun", begins_on=held.begins_on))
    for name in ("per_occurrence", "aggregate"):
        wanted, limit = getattr(need, name), getattr(held, name)
        if wanted is not None and (limit is None or limit < wanted):
            code = f"{name}_unknown" if limit is None else f"{name}_low"
            found.append(_of(need.coverage, code, needed=wanted, held=limit))
    if need.endorsement and not held.additional_insured:
        found.append(_of(need.coverage, "not_additional_insured"))
    if need.endorsement and not held.endorsement:
        found.append(_of(need.coverage, "endorsement_missing"))
    return found


def _stricter(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    limits = [each for each in (one, other) if each is not None]
    return max(limits, default=None)


def _of(coverage: str, code: str, **values: object) -> Problem:
    """A problem of one coverage; ``coverage`` is its label, to be looked up where it is shown."""
    label = coverage_label(coverage)
    return Problem(f"paper.{code}", "coverage", {"coverage": label, **values}, "coverage")


def coverage_label(coverage: str) -> str:
    """The untranslated label of a coverage; a free word is its own."""
    return _COVERAGE.label(coverage) if isinstance(_COVERAGE, Choice) else coverage


def _problem(code: str, **values: object) -> Problem:
    return Problem(f"paper.{code}", values=values, where="paper")
