"""Who may sign: rules for the district, contacts marked as signing for the partner."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from partner_desk.model.agreements import (
    INSTRUMENTS,
    Agreement,
    FinancialResponsibility,
    Signatory,
)
from partner_desk.model.contacts import Contact
from partner_desk.model.district_pays import district_pays
from partner_desk.model.errors import Problem
from partner_desk.model.folding import same_words
from partner_desk.model.library import SigningAuthority
from partner_desk.model.partners import Partnership
from partner_desk.services.snapshots import Snapshot, rows_of
from partner_desk.store.reader import Reader

_COUNTED = ("out_for_signature", "active")
"""Amendments of these states add to what the district answers for."""


def _signed_for(
    reader: Reader, agreement: Agreement, own: Sequence[FinancialResponsibility]
) -> Decimal:
    """The dollars that the district answers for, with ``own`` rows of the agreement.

    An amendment counts with the agreement it amends and what else was added to it, or a limit
    could be passed in small steps.
    """
    together: list[str] = []
    if agreement.amends_id:
        others = reader.find(Agreement, amends_id=agreement.amends_id)
        together = [agreement.amends_id, *(each.id for each in others if each.status in _COUNTED
                                            and each.id != agreement.id)]
    rows = reader.find_by(FinancialResponsibility, "agreement_id", together)
    return district_pays([*own, *rows]) or Decimal()


def refusals(
    reader: Reader, agreement: Agreement, today: date, paper: Snapshot | None = None
) -> list[Problem]:
    """Why signatories of an agreement may not sign it on ``today``.

    ``paper`` is what went out: its kind of agreement and its amounts are signed then, whatever
    came since. Without it what the agreement says now is judged.

    Nothing is refused for the district while the office has no rule, and for the partner while
    none of its contacts is marked as signing. Codes: sign.no_authority (name=),
    sign.other_instrument (name=, instrument=), sign.over_limit (name=, limit=, amount=),
    sign.authority_not_now (name=), sign.contact_may_not (name=, known=).
    """
    signatories = [each for each in reader.find(Signatory, agreement_id=agreement.id)
                   if each.name.strip()]
    kind = FinancialResponsibility
    rows = rows_of(paper, kind) if paper else reader.find(kind, agreement_id=agreement.id)
    instrument = str(paper["agreement"].get("instrument", "")) if paper else agreement.instrument
    amount = _signed_for(reader, agreement, rows)
    rules = reader.find(SigningAuthority)
    found = [
        refusal
        for each in signatories
        if each.party == "district" and rules
        if (refusal := _refusal(each.name, rules, instrument, amount, today))
    ]
    return found + _partner_refusals(reader, agreement, signatories)


def _refusal(
    name: str,
    rules: Sequence[SigningAuthority],
    instrument: str,
    amount: Decimal,
    today: date,
) -> Problem | None:
    """Why ``name`` may not sign; None when one of the rules lets that person."""
    own = [each for each in rules if same_words(each.name, name)]
    if not own:
        return _problem("sign.no_authority", name)
    fitting = [each for each in own if each.instrument in ("", instrument)]
    if not fitting:
        return _problem("sign.other_instrument", name, instrument=_label(instrument))
    current = [each for each in fitting if _holds(each, today)]
    if not current:
        return _problem("sign.authority_not_now", name)
    limits = [each.up_to for each in current]
    highest = max((each for each in limits if each is not None), default=Decimal())
    if None in limits or amount <= highest:
        return None
    return _problem("sign.over_limit", name, limit=highest, amount=amount)


def _partner_refusals(
    reader: Reader, agreement: Agreement, signatories: Sequence[Signatory]
) -> list[Problem]:
    partnership = reader.get(Partnership, agreement.partnership_id)
    if partnership is None or partnership.organization_id is None:
        return []
    contacts = reader.find(Contact, organization_id=partnership.organization_id)
    signing = [each.name for each in contacts if each.may_sign]
    if not signing:
        return []
    return [
        _problem("sign.contact_may_not", each.name, known=", ".join(signing))
        for each in signatories
        if each.party == "partner" and not any(same_words(each.name, name) for name in signing)
    ]


def _holds(rule: SigningAuthority, today: date) -> bool:
    begun = rule.begins_on is None or rule.begins_on <= today
    return begun and (rule.ends_on is None or today <= rule.ends_on)


def _label(instrument: str) -> str:
    """What a kind of agreement is called, untranslated."""
    return next((each.label for each in INSTRUMENTS if each.value == instrument), instrument)


def _problem(code: str, name: str, **values: object) -> Problem:
    return Problem(code, values={"name": name, **values}, where="signatory")
