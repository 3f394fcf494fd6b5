"""Compliance papers: which ones an agreement needs, how they stand, who verified them when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import (
    Coverage,
    Paper,
    PaperDecision,
    PaperKind,
    PaperRequirement,
)
from partner_desk.model.dates import days_of
from partner_desk.model.errors import Problem
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import STAGES_OVER, Partnership
from partner_desk.services.agreements import parties_in
from partner_desk.services.office import settings_in
from partner_desk.services.paper_checks import (
    STATES,
    Against,
    CoverageNeed,
    Judged,
    expiry,
    judged,
    merged,
)
from partner_desk.store.reader import Reader

NOT_SIGNED_WITHOUT = ("missing", "expired", "insufficient", "not_verified")
"""States in which a paper that is needed keeps an agreement from being signed.

One that lapses within the term does not: most certificates are renewed every year, and the
office is reminded in time.
"""
_OVER = ("expired", "terminated", "superseded")


@dataclass(frozen=True, slots=True)
class Need:
    """A kind of paper that an agreement needs; of an insurance with the coverages asked for."""

    kind: PaperKind
    coverages: tuple[CoverageNeed, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """How a kind of paper stands: the best paper on file (None: none), its state, and why.

    ``state`` is one of paper_checks.STATES, ``need`` None when the paper is on file without being
    needed. ``decision`` is what was decided for this agreement against what is usual.
    ``on_file`` is how many papers of the kind there are.
    """

    kind: PaperKind
    state: str
    need: Need | None = None
    paper: Paper | None = None
    coverages: tuple[Coverage, ...] = ()
    expires_on: date | None = None
    problems: tuple[Problem, ...] = ()
    decision: PaperDecision | None = None
    on_file: int = 1


@dataclass(frozen=True, slots=True)
class LapsingPaper:
    """A paper whose last day is ``days`` days ahead; below 0 it has passed.

    ``name`` is that of its kind, ``organization`` that of the partner; ``agreement_number`` and
    ``agreement_id`` are empty for a paper that counts for all agreements of a partner.
    """

    paper: Paper
    name: str
    organization: str
    organization_id: str
    agreement_number: str
    agreement_id: str
    expires_on: date
    days: int


def required(reader: Reader, agreement: Agreement) -> list[Need]:
    """What an agreement needs: kinds in use that its kind of agreement asks for, and decisions."""
    decisions = _decisions(reader, agreement.id)
    waived = {key for key, each in decisions.items() if each.decision == "waived"}
    return [each for each in _needs(reader, agreement, decisions) if each.kind.id not in waived]


def standing(reader: Reader, agreement: Agreement, today: date) -> tuple[PaperStanding, ...]:
    """How the papers of an agreement stand: those it needs, those waived, then others on file."""
    organization = parties_in(reader, agreement).organization
    decisions = _decisions(reader, agreement.id)
    needs = {each.kind.id: each for each in _needs(reader, agreement, decisions)}
    held = _held(reader, agreement, organization)
    soon, found = _soon(reader), []
    for kind in reader.find(PaperKind):
        decision, need = decisions.get(kind.id), needs.get(kind.id)
        papers = held.get(kind.id, [])
        if need is None and decision is None and not papers:
            continue
        against = Against(
            today, soon, need.coverages if need else (),
            organization.name if organization else "", agreement.starts_on, agreement.ends_on,
        )
        found.append(_standing(kind, need, papers, decision, against))
    return tuple(sorted(found, key=_rank))


def missing_papers(reader: Reader, agreement: Agreement, today: date) -> list[Problem]:
    """Which papers an agreement still needs before it can be signed.

    Codes: sign.paper_missing, sign.paper_expired (expires_on=), sign.paper_insufficient,
    sign.paper_not_verified, each with name=; ``field`` is the id of the kind, ``where`` "paper".
    """
    found = []
    for each in standing(reader, agreement, today):
        if each.need is not None and each.state in NOT_SIGNED_WITHOUT:
            values: dict[str, object] = {"name": each.kind.name}
            if each.state == "expired":
                values["expires_on"] = each.expires_on
            found.append(Problem(f"sign.paper_{each.state}", each.kind.id, values, "paper"))
    return found


def papers_of(reader: Reader, organization: Organization, today: date) -> list[PaperStanding]:
    """Every paper on file of a partner, each judged by itself, in the order of their kinds.

    Papers that only count for one of its agreements are not among them.
    """
    papers = reader.find(Paper, organization_id=organization.id, agreement_id=None)
    kinds = {each.id: each for each in reader.get_many(
        PaperKind, list({each.paper_kind_id for each in papers if each.paper_kind_id})
    )}
    covered = _coverages(reader, papers)
    against = Against(today, _soon(reader), (), organization.name)
    found = []
    for paper in papers:
        kind = kinds.get(paper.paper_kind_id or "")
        if kind is not None:
            own = covered.get(paper.id, [])
            found.append(_held_as(kind, None, (paper, own, judged(paper, kind, own, against))))
    return sorted(found, key=lambda each: (each.kind.name.casefold(), _rank(each)))


def lapsing_papers(reader: Reader, today: date, days: int) -> list[LapsingPaper]:
    """Papers of partners and agreements in work that lapse within ``days`` days, or have lapsed.

    A paper that a later one of the same kind replaces is not among them. The most urgent first.
    """
    kinds = {each.id: each for each in reader.find(PaperKind, in_use=True)}
    papers = [each for each in reader.find(Paper) if each.paper_kind_id in kinds]
    covered = _coverages(reader, papers)
    latest: dict[tuple[str | None, ...], tuple[date, Paper]] = {}
    for paper in papers:
        kind = kinds[paper.paper_kind_id or ""]
        last_day = expiry(paper, kind, covered.get(paper.id, [])) or date.max
        key = (paper.organization_id, paper.agreement_id, kind.id)
        if key not in latest or latest[key][0] < last_day:
            latest[key] = last_day, paper
    soon = [(day, paper) for day, paper in latest.values()
            if day < date.max and (day - today).days <= days]
    owners = _Owners(reader, [paper for _, paper in soon])
    found = [
        LapsingPaper(paper, kinds[paper.paper_kind_id or ""].name, *owner, day, (day - today).days)
        for day, paper in soon
        if (owner := owners.of(paper)) is not None
    ]
    return sorted(found, key=lambda each: (each.days, each.organization, each.name))


class _Owners:
    """Whom papers belong to, as far as the office still works with them."""

    def __init__(self, reader: Reader, papers: Sequence[Paper]) -> None:
        ids = [each.agreement_id for each in papers if each.agreement_id]
        self._agreements = {each.id: each for each in reader.get_many(Agreement, ids)}
        links = [each.partnership_id for each in self._agreements.values()]
        partnerships = reader.get_many(Partnership, [each for each in links if each])
        self._partner_of = {each.id: each.organization_id or "" for each in partnerships}
        own = [each.organization_id for each in papers if each.organization_id]
        wanted = list({*own, *self._partner_of.values()})
        self._organizations = {each.id: each for each in reader.get_many(Organization, wanted)}
        self._current = {
            each.organization_id
            for each in reader.find_by(Partnership, "organization_id", own)
            if each.stage not in STAGES_OVER
        }

    def of(self, paper: Paper) -> tuple[str, str, str, str] | None:
        """Name and id of the partner, number and id of the agreement; None when over or gone."""
        if paper.agreement_id:
            agreement = self._agreements.get(paper.agreement_id)
            if agreement is None or agreement.deleted_at or agreement.status in _OVER:
                return None
            partner = self._partner_of.get(agreement.partnership_id or "", "")
            name = self._name(partner)
            return name, partner, agreement.number or agreement.title, agreement.id
        partner = paper.organization_id or ""
        if partner not in self._current:
            return None
        return self._name(partner), partner, "", ""

    def _name(self, organization_id: str) -> str:
        found = self._organizations.get(organization_id)
        return found.name if found else ""


def _needs(
    reader: Reader, agreement: Agreement, decisions: dict[str, PaperDecision]
) -> list[Need]:
    """What is usual for this kind of agreement or decided for this one, waived ones too."""
    asked: dict[str | None, list[PaperRequirement]] = defaultdict(list)
    for each in reader.find(PaperRequirement):
        if each.instrument in ("", agreement.instrument):
            asked[each.paper_kind_id].append(each)
    found = []
    for kind in reader.find(PaperKind):
        rows = asked.get(kind.id, [])
        decision = decisions.get(kind.id)
        demanded = decision is not None and decision.decision == "required"
        if demanded or (kind.in_use and rows):
            found.append(Need(kind, merged(rows) if kind.insurance else ()))
    return found


def _decisions(reader: Reader, agreement_id: str) -> dict[str, PaperDecision]:
    """The newest decision on each kind of paper; a waiver that gives no reason does not count."""
    found = sorted(reader.find(PaperDecision, agreement_id=agreement_id), key=lambda each: each.id)
    return {
        each.paper_kind_id: each for each in found
        if each.paper_kind_id and (each.decision != "waived" or each.reason.strip())
    }


_Choice = tuple[Paper, list[Coverage]]


def _held(
    reader: Reader, agreement: Agreement, organization: Organization | None
) -> dict[str, list[_Choice]]:
    """The papers that count for an agreement, by kind: its own, and its partner's."""
    papers = reader.find(Paper, agreement_id=agreement.id)
    if organization is not None:
        papers += reader.find(Paper, organization_id=organization.id, agreement_id=None)
    per_agreement = {each.id for each in reader.find(PaperKind, about="agreement")}
    covered = _coverages(reader, papers)
    found: dict[str, list[_Choice]] = defaultdict(list)
    for each in papers:
        is_own = each.agreement_id == agreement.id
        if each.paper_kind_id and (is_own or each.paper_kind_id not in per_agreement):
            found[each.paper_kind_id].append((each, covered.get(each.id, [])))
    return found


def _coverages(reader: Reader, papers: Iterable[Paper]) -> dict[str, list[Coverage]]:
    found: dict[str, list[Coverage]] = defaultdict(list)
    for each in reader.find_by(Coverage, "paper_id", [each.id for each in papers]):
        found[each.paper_id or ""].append(each)
    for rows in found.values():
        rows.sort(key=lambda each: each.id)
    return found


def _standing(
    kind: PaperKind,
    need: Need | None,
    papers: Sequence[_Choice],
    decision: PaperDecision | None,
    against: Against,
) -> PaperStanding:
    """How a kind stands by the best of its papers."""
    choices = [(paper, own, judged(paper, kind, own, against)) for paper, own in papers]
    best = min(choices, key=lambda each: _merit(*each), default=None)
    if decision is not None and decision.decision == "waived":
        found = _held_as(kind, need, best, decision, "waived")
    elif best is None:
        found = PaperStanding(kind, "missing", need, decision=decision,
                              problems=(Problem("paper.missing", where="paper"),))
    else:
        found = _held_as(kind, need, best, decision)
    return replace(found, on_file=len(papers))


def _held_as(
    kind: PaperKind,
    need: Need | None,
    held: tuple[Paper, list[Coverage], Judged] | None,
    decision: PaperDecision | None = None,
    state: str = "",
) -> PaperStanding:
    if held is None:
        return PaperStanding(kind, state, need, decision=decision)
    paper, coverages, verdict = held
    return PaperStanding(
        kind, state or verdict.state, need, paper, tuple(coverages), verdict.expires_on,
        () if state == "waived" else verdict.problems, decision,
    )


def _merit(paper: Paper, _: list[Coverage], verdict: Judged) -> tuple[int, int, int, int]:
    """The smaller, the better: in state, in problems, in how long it holds, in how new it is."""
    last_day = verdict.expires_on or date.max
    issued = paper.issued_on or date.min
    return (
        -STATES.index(verdict.state), len(verdict.problems),
        -last_day.toordinal(), -issued.toordinal(),
    )


def _rank(each: PaperStanding) -> tuple[bool, int, str]:
    """Needed ones first, the worst of them before the others; what nobody asks for comes last."""
    return each.need is None, STATES.index(each.state), each.kind.name.casefold()


def _soon(reader: Reader) -> int:
    return max(days_of(settings_in(reader).reminder_days), default=0)
