"""The last days of compliance papers for other calendars; see ``calendar_agreements``."""

from collections import defaultdict
from datetime import date

from partner_desk.files.calendar import Ending
from partner_desk.model.agreements import Agreement
from partner_desk.model.compliance import Coverage, Paper, PaperKind
from partner_desk.model.office import OFFICE_ID
from partner_desk.model.partners import Partnership
from partner_desk.services.calendar_agreements import SHOWN, SHOWN_AROUND
from partner_desk.services.change_stamps import Stamp, also_deleted, newest, stamps
from partner_desk.services.compliance import LapsingPaper, lapsing_papers
from partner_desk.store.reader import Reader

_EVER = 400 * 366
_Group = tuple[str | None, ...]


def paper_endings(reader: Reader, mark: str, today: date) -> list[Ending]:
    """One for each paper with a last day; those that a later one replaces come as cancelled."""
    current = {each.paper.id: each for each in lapsing_papers(reader, today, _EVER)}
    papers = also_deleted(reader, Paper)
    changed = _group_stamps(reader, papers)
    kinds = {each.id: each.name for each in also_deleted(reader, PaperKind)}
    return [
        _ending(each, current.get(each.id), kinds.get(each.paper_kind_id or "", ""), mark,
                day, changed[_group(each)])
        for each in papers
        if (day := _last_day(each, current.get(each.id)))
    ]


def _ending(
    paper: Paper, lapsing: LapsingPaper | None, kind: str, mark: str, day: date, stamp: Stamp
) -> Ending:
    uid = f"paper-{paper.id}@{mark}.partner-desk"
    number, partner = (
        (lapsing.agreement_number, lapsing.organization) if lapsing else ("", "")
    )
    return Ending(uid, day, True, number, kind, partner, "", *stamp, lapsing is None)


def _last_day(paper: Paper, lapsing: LapsingPaper | None) -> date | None:
    return lapsing.expires_on if lapsing else paper.expires_on or paper.issued_on


def _group(paper: Paper) -> _Group:
    """What papers of one kind and owner share: the latest of them counts, so all bear on each."""
    return paper.organization_id, paper.agreement_id, paper.paper_kind_id


def _group_stamps(reader: Reader, papers: list[Paper]) -> dict[_Group, Stamp]:
    """The last change of anything that bears on the papers of a group."""
    bearing: dict[_Group, set[str]] = defaultdict(set)
    group_of: dict[str, _Group] = {}
    for each in papers:
        group_of[each.id] = group = _group(each)
        bearing[group] |= {each.id, *filter(None, group)}
    own = set().union(*bearing.values(), (each.id for each in papers))
    for coverage in also_deleted(reader, Coverage):
        if coverage.paper_id in group_of:
            bearing[group_of[coverage.paper_id]].add(coverage.id)
            own.add(coverage.id)
    around = _around(reader, papers)
    for group, ids in bearing.items():
        ids |= around.get(group[0] or group[1] or "", set()) | {OFFICE_ID}
    kept = {each for each in own if each not in around}
    others = set().union(*around.values(), around, {OFFICE_ID})
    changed = {
        **stamps(reader.history(sorted(kept))),
        **stamps(reader.history(sorted(others)), (*SHOWN, *SHOWN_AROUND)),
    }
    return {
        group: stamp for group, ids in bearing.items() if (stamp := newest(changed, ids))
    }


def _around(reader: Reader, papers: list[Paper]) -> dict[str, set[str]]:
    """By the owner of papers: the ids of the partnerships and partners that bear on them."""
    found: dict[str, set[str]] = {
        each.organization_id: set() for each in papers if each.organization_id
    }
    for link in also_deleted(reader, Partnership):
        if link.organization_id in found:
            found[link.organization_id].add(link.id)
    owners = sorted({each.agreement_id for each in papers if each.agreement_id})
    agreements = reader.get_many(Agreement, owners)
    links = {
        each.id: each
        for each in reader.get_many(
            Partnership, [each.partnership_id for each in agreements if each.partnership_id]
        )
    }
    for each in agreements:
        own = links.get(each.partnership_id or "")
        found[each.id] = {own.id, own.organization_id or ""} if own else set()
    return found
