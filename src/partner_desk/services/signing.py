"""Before an agreement is signed, what it still lacks; afterwards, that it was."""

from collections.abc import Mapping, Sequence
from datetime import date

from partner_desk.model.agreements import (
    Agreement,
    AgreementService,
    Clause,
    FinancialResponsibility,
    Outcome,
    Revision,
    RoutingStep,
    Signatory,
)
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.fields import Needed, Record
from partner_desk.model.history import Operation
from partner_desk.services import authority, compliance, routing
from partner_desk.services.agreements import existing, live, parties_in
from partner_desk.services.office import settings_in
from partner_desk.services.packet_checks import unfilled_in
from partner_desk.services.revisions import content_of, revisions
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def missing_for_signature(store: Store, agreement_id: str, today: date) -> list[Problem]:
    """What an agreement still lacks before it can go out; ``where`` names the tab or record.

    Of one row or clause of several, ``values`` tells the id as ``record_id``.
    """
    with store.reading() as reader:
        return missing_in(reader, existing(reader, agreement_id), today)


def missing_in(reader: Reader, agreement: Agreement, today: date) -> list[Problem]:
    """What an agreement still lacks, in a view of the office that is open already."""
    found = _unfilled(agreement, "")
    organization = parties_in(reader, agreement).organization
    if organization:
        found += _unfilled(organization, "partner")
    found += _unclear_number(reader, agreement)
    if not settings_in(reader).district:
        found.append(Problem("sign.no_district", "district", where="office"))
    found += _missing_rows(reader, agreement)
    found += _missing_amounts(reader, agreement)
    if agreement.starts_on and agreement.ends_on and agreement.ends_on < agreement.starts_on:
        found.append(Problem("sign.term_reversed", "ends_on"))
    # A place that nothing is known for yet is a line to write on; a misspelt one would be printed.
    found += [each for each in unfilled_in(reader, agreement)
              if each.code == "sign.placeholder_unknown"]
    return found + compliance.missing_papers(reader, agreement, today)


def refused(reader: Reader, agreement: Agreement, day: date) -> list[Problem]:
    """Who may not sign on ``day`` and why, as ``authority.refusals``: while a paper is out, of it.

    Raises EnvironmentProblem("revision.damaged") where that cannot be read.
    """
    out = _newest(reader, agreement) if agreement.status == "out_for_signature" else None
    return authority.refusals(reader, agreement, day, content_of(reader, out) if out else None)


def _unclear_number(reader: Reader, agreement: Agreement) -> list[Problem]:
    """The number on every page brings a scan home: it has to be nobody else's.

    One without a number gets it when it is sent out.
    """
    if not agreement.number:
        return []
    alike = reader.find(Agreement, number=agreement.number)
    values = {"number": agreement.number}
    return [Problem("sign.number_taken", "number", {**values, "title": each.title})
            for each in alike if each.id != agreement.id]


def _missing_rows(reader: Reader, agreement: Agreement) -> list[Problem]:
    wanted: tuple[tuple[type[Record], str], ...] = (
        (AgreementService, "sign.no_services"),
        (Outcome, "sign.no_outcomes"),
        (FinancialResponsibility, "sign.no_financial"),
        (Clause, "sign.no_clauses"),
    )
    if agreement.instrument == "amendment":  # It says what changes; the rest stays as it was.
        wanted = wanted[-1:]
    found = [
        Problem(code, where=entity.kind)
        for entity, code in wanted
        if not reader.find(entity, agreement_id=agreement.id)
    ]
    return found + _unsigned_sides(_signing(reader, agreement))


def _missing_amounts(reader: Reader, agreement: Agreement) -> list[Problem]:
    """Money that no total and no limit knows of; what is given in kind may have no worth."""
    rows = reader.find(FinancialResponsibility, agreement_id=agreement.id)
    return [
        Problem("sign.no_amount", "amount", {"item": each.item, "record_id": each.id}, each.kind)
        for each in rows if each.amount is None and not each.in_kind
    ]


def _unsigned_sides(signatories: Sequence[Signatory]) -> list[Problem]:
    sides = {each.party for each in signatories}
    return [Problem("sign.no_signatory", values={"party": party}, where="signatory")
            for party in ("partner", "district") if party not in sides]


def _unfilled(record: Record, where: str) -> list[Problem]:
    return [
        Problem("field.needed_to_sign", each.name, {"field": each.label}, where)
        for each in record.declarations.values()
        if each.needed is Needed.FOR_SIGNATURE and getattr(record, each.name) == each.type.empty
    ]


def confirm(
    store: Store, agreement_id: str, signed: Mapping[str, date], today: date
) -> Agreement:
    """A person saw the signatures: ``signed`` gives the day by the id of each signatory.

    When everybody who signs has, the agreement is active, signed on the last of those days, and
    the paper has come to rest. Raises InputError: sign.no_authority and the like for a signer who
    had no authority on that day, sign.in_future, sign.before_sent (the paper went out later),
    sign.no_signatory for a side that nobody is named to sign for, sign.not_out for an agreement
    that did not go out; nothing is kept then.
    """
    with store.reading() as reader:
        agreement, signatories = _to_confirm(reader, agreement_id, signed, today)
    code = "agreement.signed" if _all_signed(signatories, signed) else "agreement.signatures"
    with store.writing(Operation(code, {"name": agreement.number or agreement.title})) as work:
        # Asked anew: somebody else may confirm the other signature, or send out the next revision.
        agreement, signatories = _to_confirm(work, agreement_id, signed, today)
        for each in signatories:
            if each.id in signed:
                work.change(Signatory, each.id, signed_on=signed[each.id])
        if not _all_signed(signatories, signed):
            return agreement
        days = [each.signed_on for each in _signing(work, agreement) if each.signed_on]
        for step in routing.steps(work, agreement.id):
            work.change(RoutingStep, step.id, reached_on=step.reached_on or today,
                        done_on=step.done_on or today)
        return work.change(Agreement, agreement.id, status="active", signed_on=max(days))


def _to_confirm(
    reader: Reader, agreement_id: str, signed: Mapping[str, date], today: date
) -> tuple[Agreement, list[Signatory]]:
    """The agreement and who signs it; raises InputError with all that speaks against it."""
    agreement = live(reader, agreement_id)
    signatories = _signing(reader, agreement)
    problems = _confirmable(reader, agreement, signatories, signed, today)
    if problems:
        raise InputError(*problems)
    return agreement, signatories


def _all_signed(signatories: Sequence[Signatory], signed: Mapping[str, date]) -> bool:
    return all(each.signed_on or each.id in signed for each in signatories)


def _signing(reader: Reader, agreement: Agreement) -> list[Signatory]:
    return [each for each in reader.find(Signatory, agreement_id=agreement.id)
            if each.name.strip()]


def _confirmable(
    reader: Reader,
    agreement: Agreement,
    signatories: Sequence[Signatory],
    signed: Mapping[str, date],
    today: date,
) -> list[Problem]:
    if agreement.status != "out_for_signature" or not signed:
        values = {"name": agreement.number or agreement.title}
        return [Problem("sign.not_out", values=values)]
    newest = _newest(reader, agreement)
    sent = newest.frozen_on if newest else None
    found = _unsigned_sides(signatories)
    for each in signatories:
        day = signed.get(each.id)
        if day is None:
            continue
        if day > today:
            found.append(Problem("sign.in_future", "signed_on", {"name": each.name}))
        elif sent is not None and day < sent:
            found.append(Problem("sign.before_sent", "signed_on",
                                 {"name": each.name, "sent": sent}))
        found += [problem for problem in refused(reader, agreement, day)
                  if problem.values.get("name") == each.name]
    return found


def _newest(reader: Reader, agreement: Agreement) -> Revision | None:
    return next(iter(revisions(reader, agreement.id)), None)
