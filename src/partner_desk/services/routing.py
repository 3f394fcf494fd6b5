"""Where the paper is: the hands it goes through, one after the other, until it is filed."""

from datetime import date

from partner_desk.model.agreements import Agreement, RoutingStep, Signatory
from partner_desk.model.errors import EnvironmentProblem, InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.services.agreements import parties_in
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork


def steps(reader: Reader, agreement_id: str) -> list[RoutingStep]:
    """The hands the paper goes through, in order."""
    return reader.find(RoutingStep, agreement_id=agreement_id)


def holder(found: list[RoutingStep]) -> RoutingStep | None:
    """Who holds the paper: the first step that is reached and not done."""
    return next((each for each in found if each.reached_on and not each.done_on), None)


def following(found: list[RoutingStep]) -> RoutingStep | None:
    """Who gets the paper next: the first step that is neither reached nor done."""
    return next((each for each in found if not each.reached_on and not each.done_on), None)


def planned(reader: Reader, agreement: Agreement) -> list[RoutingStep]:
    """The steps of an agreement; where it has none the usual ones, not kept yet.

    All who sign, then the office files. Signatories come in their own order; the partner signs
    before the district, so that the district never signs a paper that comes back changed. Who is
    not named yet goes by the side they sign for.
    """
    found = steps(reader, agreement.id)
    if found:
        return found
    sides = parties_in(reader, agreement)
    names = {"district": sides.district, "partner": sides.partner}
    signing = sorted(
        reader.find(Signatory, agreement_id=agreement.id), key=lambda each: each.party != "partner"
    )
    hands = [(each.name.strip() or names.get(each.party, ""), "sign") for each in signing]
    hands.append((settings_in(reader).name, "file"))
    return [
        RoutingStep(agreement_id=agreement.id, position=place, holder=holder, task=task)
        for place, (holder, task) in enumerate(hands, 1)
    ]


def set_off(work: UnitOfWork, agreement: Agreement, today: date) -> None:
    """The paper leaves the office: the first step has it since ``today``, the others wait."""
    found = planned(work, agreement)
    if not steps(work, agreement.id):
        work.add_many(found)
    for place, each in enumerate(found):
        work.change(
            RoutingStep, each.id, reached_on=today if place == 0 else None, done_on=None
        )


def hand_on(store: Store, agreement_id: str, today: date) -> RoutingStep | None:
    """Who holds the paper is done with it, and the next one has it since ``today``.

    Returns who has it now, None when everybody is done. Raises InputError("routing.nobody") when
    nobody holds it and nobody waits for it, "routing.back_in_time" when it was reached later.
    """
    with store.reading() as reader:
        agreement = reader.get(Agreement, agreement_id)
        found = steps(reader, agreement_id)
    if agreement is None:
        raise EnvironmentProblem("record.gone", kind="agreement", id=agreement_id)
    has_it, next_one = holder(found), following(found)
    if has_it is None and next_one is None:
        raise InputError(Problem("routing.nobody", where="routing_step"))
    if has_it is not None and has_it.reached_on and has_it.reached_on > today:
        raise InputError(Problem("routing.back_in_time", "reached_on", where="routing_step"))
    to = next_one.holder if next_one else ""
    values = {"name": agreement.number or agreement.title, "to": to}
    with store.writing(Operation("routing.hand_on" if to else "routing.done", values)) as work:
        if has_it is not None:
            work.change(RoutingStep, has_it.id, done_on=today)
        if next_one is None:
            return None
        return work.change(RoutingStep, next_one.id, reached_on=today)
