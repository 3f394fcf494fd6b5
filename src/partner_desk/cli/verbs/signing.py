"""Verbs on the way of a paper: sent out for signature, handed on, signed."""

import argparse
from collections.abc import Iterable
from datetime import date

from partner_desk.cli.answers import Answer
from partner_desk.cli.terminal import Terminal, catalogue_text
from partner_desk.model.agreements import ROUTING_TASKS, Signatory
from partner_desk.model.dates import Date
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.folding import same_words
from partner_desk.model.texts import N_
from partner_desk.model.values import InvalidValue
from partner_desk.services import agreements, revisions, routing, sending, signing
from partner_desk.store.store import Store

_TASKS = {each.value: each.label for each in ROUTING_TASKS}


def _freeze(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        agreement = agreements.by_number(store, chosen.number)
        revision = sending.freeze(
            store, agreement.id, date.today(), catalogue_text, chosen.reason,
            papers_later=chosen.papers_later,
        )
    value = {"number": agreement.number, "revision": revision.number, "pages": revision.pages,
             "sha256": revision.sha256}
    line = terminal.text(N_("Revision {1} of {0} is out for signature ({2} pages, SHA-256 {3})."))
    return Answer(value, [line.format(*value.values())])


def _hand(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        agreement = agreements.by_number(store, chosen.number)
        step = routing.hand_on(store, agreement.id, date.today())
    value = {"number": agreement.number, "holder": step.holder if step else None,
             "task": step.task if step else None}
    if step is None:
        line = terminal.text(N_("Everybody is done with the paper of {0}."))
        return Answer(value, [line.format(agreement.number)])
    task = terminal.text(_TASKS.get(step.task, step.task))
    line = terminal.text(N_("{1} has the paper of {0} now, for: {2}"))
    return Answer(value, [line.format(agreement.number, step.holder, task)])


def _signed(terminal: Terminal, chosen: argparse.Namespace) -> Answer:
    with terminal.office("edit") as store:
        agreement = agreements.by_number(store, chosen.number)
        days = _days(_signatories(store, agreement.id), chosen.signatures)
        agreement = signing.confirm(store, agreement.id, days, date.today())
        signatories = _signatories(store, agreement.id)
        with store.reading() as reader:
            at = revisions.working(reader, agreement)
    signed = [{"name": each.name, "party": each.party,
               "signed_on": each.signed_on.isoformat() if each.signed_on else None}
              for each in signatories]
    waiting = [each.name for each in signatories if each.signed_on is None]
    if waiting:
        line = terminal.text(N_("The signatures on {0} are noted. Not signed yet: {1}"))
    else:
        line = terminal.text(N_("Everybody has signed; {0} is active."))
    lines = [line.format(agreement.number, ", ".join(waiting))]
    if at.frozen is not None and at.changed:
        lines.append(terminal.text(N_(
            "The agreement was changed since revision {0} went out. What is signed is revision "
            "{0}; what came since is not."
        )).format(at.frozen.number))
    value = {"number": agreement.number, "status": agreement.status,
             "changed_since": at.changed, "signatories": signed}
    return Answer(value, lines)


def _signatories(store: Store, agreement_id: str) -> list[Signatory]:
    with store.reading() as reader:
        found = reader.find(Signatory, agreement_id=agreement_id)
    return [each for each in found if each.name.strip()]


def _days(signatories: list[Signatory], typed: Iterable[str]) -> dict[str, date]:
    """The day of each signature by the id of its signatory.

    Raises InputError with everything that is wrong with the words, each as its own problem.
    """
    known = ", ".join(each.name for each in signatories)
    found: dict[str, date] = {}
    problems: list[Problem] = []
    for each in typed:
        name, separator, day = each.rpartition("=")
        named = [person for person in signatories if same_words(person.name, name)]
        if not separator:
            problems.append(Problem("signed.no_day", values={"value": each}))
        elif not named:
            values = {"name": name.strip(), "known": known}
            problems.append(Problem("signed.nobody_called", values=values))
        else:
            try:
                signed_on = Date().parse(day)
            except InvalidValue as error:
                problems.append(Problem(error.code, values=error.values))
                continue
            if signed_on is None:
                problems.append(Problem("signed.no_day", values={"value": each}))
            else:
                # Somebody who signs for both sides signs both lines.
                found |= {person.id: signed_on for person in named}
    if problems:
        raise InputError(*problems)
    return found


VERBS = {"freeze": _freeze, "hand": _hand, "signed": _signed}
