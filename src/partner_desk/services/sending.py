"""Sending out: what an agreement says is printed, frozen as a revision, and set on its way."""

from datetime import date
from typing import TYPE_CHECKING

from partner_desk.model.agreements import Agreement, Revision, Signatory
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.history import Operation
from partner_desk.services import authority, drafting, routing, signing
from partner_desk.services.agreements import live
from partner_desk.services.revisions import Catalogues, Working, working
from partner_desk.services.snapshots import dump, snapshot
from partner_desk.store.store import Store
from partner_desk.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from partner_desk.files.pdf.render import Pdf


def freeze(
    store: Store,
    agreement_id: str,
    today: date,
    catalogues: Catalogues,
    reason: str = "",
    papers_later: bool = False,
) -> Revision:
    """Print the packet, keep its bytes and what it says, and send it out for signature.

    ``papers_later`` sends it out although compliance papers are missing; nothing else that is
    missing can be passed over.

    Nothing is frozen twice: an agreement that says what its newest revision says gets that one
    back, out for signature again. Raises InputError with all that is missing, with each signatory
    who has no authority and each exhibit that cannot be printed; "sign.in_force" and "sign.over"
    for an agreement that has been signed already; "revision.changed_meanwhile" when somebody else
    changed it while it was printed; EnvironmentProblem("record.gone").
    """
    with store.reading() as reader:
        agreement = live(reader, agreement_id)
        _require_unsigned(agreement)
        lacking = [each for each in signing.missing_in(reader, agreement, today)
                   if not (papers_later and each.where == "paper")]
        lacking += authority.refusals(reader, agreement, today)
        at = working(reader, agreement)
    if lacking:
        raise InputError(*lacking)
    if at.frozen is not None and not at.changed:
        return _send_again(store, agreement, at.frozen, today)
    agreement = _numbered(store, agreement, today)
    with store.reading() as reader:
        content = dump(snapshot(reader, agreement))
    pdf = _printed(store, agreement, at.number, catalogues)
    values = {"name": agreement.number or agreement.title, "revision": str(at.number)}
    with store.writing(Operation("revision.freeze", values)) as work:
        _require_as_printed(work, agreement, at, content)
        routing.set_off(work, agreement, today)
        _unsign(work, agreement)
        work.change(Agreement, agreement.id, status="out_for_signature")
        return work.add(Revision(
            agreement_id=agreement.id,
            number=at.number,
            frozen_on=today,
            paper_language=agreement.paper_language or agreement.language,
            pages=pdf.pages,
            reason=reason.strip(),
            sha256=work.keep_blob(pdf.data),
            content=work.keep_blob(content),
        ))


def _require_unsigned(agreement: Agreement) -> None:
    """What is in force goes on by an amendment, what is over by a renewal."""
    if agreement.status not in ("draft", "in_review", "out_for_signature"):
        code = "sign.in_force" if agreement.status == "active" else "sign.over"
        raise InputError(Problem(code, values={"name": agreement.number or agreement.title}))


def _require_as_printed(
    work: UnitOfWork, agreement: Agreement, at: Working, content: bytes
) -> None:
    """While it was printed somebody else may have changed it, or sent it out."""
    now = live(work, agreement.id)
    if working(work, now) != at or dump(snapshot(work, now)) != content:
        raise InputError(Problem("revision.changed_meanwhile"))


def _numbered(store: Store, agreement: Agreement, today: date) -> Agreement:
    """The agreement with a number, without which its pages would not find home."""
    if agreement.number:
        return agreement
    with store.writing(Operation("agreement.number", {"name": agreement.title})) as work:
        return work.change(Agreement, agreement.id, number=drafting.next_number(work, today))


def _unsign(work: UnitOfWork, agreement: Agreement) -> None:
    """Who signed an earlier paper has not signed this one."""
    for each in work.find(Signatory, agreement_id=agreement.id):
        work.change(Signatory, each.id, signed_on=None)
    work.change(Agreement, agreement.id, signed_on=None)


def _send_again(store: Store, agreement: Agreement, revision: Revision, today: date) -> Revision:
    """The same paper begins its way anew; one that is on it stays."""
    if agreement.status == "out_for_signature":
        return revision
    values = {"name": agreement.number or agreement.title, "revision": str(revision.number)}
    with store.writing(Operation("revision.send_again", values)) as work:
        routing.set_off(work, agreement, today)
        work.change(Agreement, agreement.id, status="out_for_signature")
    return revision


def _printed(store: Store, agreement: Agreement, number: int, catalogues: Catalogues) -> "Pdf":
    """The packet; raises InputError for exhibits that it would have to go out without."""
    from partner_desk.services import packets

    printed = packets.render_revision(
        store, agreement.id, "", number, catalogues, draft=False
    )
    if printed.problems:
        raise InputError(*printed.problems)
    return printed.pdf
