"""Verbs that begin agreements and add to them: drafts, renewals, amendments, exhibits, papers."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from partner_desk.cli.answers import Answer, table
from partner_desk.cli.speaking import Text
from partner_desk.cli.terminal import Terminal, known_id
from partner_desk.model.agreements import Agreement
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import Partnership, School
from partner_desk.model.texts import N_
from partner_desk.services import agreements, compliance, drafting, exhibits, partners
from partner_desk.store.store import Store


def _draft(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        partnership_id = _partnership_of(store, chosen.partner)
        agreement = drafting.draft(
            store, partnership_id, chosen.template, date.today(), chosen.language
        )
    line = terminal.text(N_("Agreement {0} is drafted: {1}"))
    return Answer(
        {"number": agreement.number, "id": agreement.id},
        [line.format(agreement.number, agreement.title)],
    )


def _partnership_of(store: Store, partner: str) -> str:
    """The partnership meant by its own id or by an organization's, begun where there is none."""
    with store.reading() as reader:
        partnership = reader.get(Partnership, partner)
    if partnership is not None and partnership.deleted_at is None:
        return partnership.id
    organization_id = known_id(store, Organization, partner)
    found = partners.partnerships_of(store, organization_id)
    return found[0].id if found else partners.begin_partnership(store, organization_id).id


def _renew(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        old = agreements.by_number(store, chosen.number)
        renewal = drafting.renew(store, old.id, date.today())
    line = terminal.text(N_("Agreement {0} is drafted; it renews {1} from {2} to {3}."))
    return _following(renewal, "renews", old, line)


def _amend(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        old = agreements.by_number(store, chosen.number)
        amendment = drafting.amend(store, old.id, date.today(), chosen.template)
    line = terminal.text(N_("Amendment {0} is drafted; it changes {1} from {2} to {3}."))
    return _following(amendment, "amends", old, line)


def _following(made: Agreement, relation: str, old: Agreement, line: str) -> Answer:
    value = {"number": made.number, "id": made.id, relation: old.number}
    return Answer(value, [line.format(made.number, old.number, made.starts_on, made.ends_on)])


def _exhibit(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        agreement = agreements.by_number(store, chosen.number)
        if chosen.file:
            exhibit = exhibits.add_path(store, agreement.id, Path(chosen.file))
        else:
            school = known_id(store, School, chosen.school) if chosen.school else None
            exhibit = exhibits.add_from_template(store, agreement.id, chosen.template, school)
        with store.reading() as reader:
            letters = {each.id: letter for letter, each in exhibits.lettered(reader, agreement.id)}
    letter = letters[exhibit.id]
    line = terminal.text(N_("{0} has exhibit {1} now: {2}"))
    return Answer(
        {"number": agreement.number, "letter": letter, "title": exhibit.title, "id": exhibit.id},
        [line.format(agreement.number, letter, exhibit.title)],
    )


def _papers(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    text = terminal.text
    with terminal.office("read") as store:
        agreement = agreements.by_number(store, chosen.number)
        with store.reading() as reader:
            found = compliance.standing(reader, agreement, date.today())
    values = [_standing(each, text) for each in found]
    if not values:
        line = text(N_("No paper is asked for by {0}, and none is on file."))
        return Answer({"number": agreement.number, "papers": []}, [line.format(agreement.number)])
    return Answer({"number": agreement.number, "papers": values}, _paper_lines(found, text))


def _standing(standing: compliance.PaperStanding, text: Text) -> dict[str, Any]:
    from partner_desk.ui.components.paper_words import reason

    paper = standing.paper
    return {
        "kind": standing.kind.name,
        "needed": standing.need is not None and standing.state != "waived",
        "state": standing.state,
        "paper": paper.name if paper else None,
        "expires_on": _day(standing.expires_on),
        "verified_on": _day(paper.verified_on) if paper else None,
        "problems": [reason(each, text) for each in standing.problems],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _paper_lines(found: Sequence[compliance.PaperStanding], text: Text) -> list[str]:
    from partner_desk.ui.components.paper_words import facts_of_agreement, reason, state_words

    heads = table(
        [text(N_("Kind of paper")), text(N_("State")), text(N_("On file"))],
        [(each.kind.name, state_words(each.state, text)[0], facts_of_agreement(each, text))
         for each in found],
    )
    lines = heads[:1]
    for head, each in zip(heads[1:], found, strict=True):
        lines += [head, *(f"    {reason(problem, text)}" for problem in each.problems)]
    return lines


VERBS = {
    "draft": _draft,
    "renew": _renew,
    "amend": _amend,
    "exhibit": _exhibit,
    "papers": _papers,
}
