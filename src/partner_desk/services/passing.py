"""Statuses that follow from the calendar: terms that ended, renewals that began. Nothing renews."""

from datetime import date, timedelta

from partner_desk.model.agreements import Agreement
from partner_desk.model.history import Operation
from partner_desk.model.queries import Before, Condition, ListQuery, Not
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store


def follow(store: Store, today: date) -> int:
    """Bring statuses up to ``today`` in one change set; returns how many agreements changed.

    An active agreement whose last day has passed becomes expired. One whose renewal is active and
    has begun becomes superseded, whether its own term has ended or not. One that ends before it
    begins is left alone: that is a slip to put right, not an end. Undo takes all of it back.
    """
    with store.reading() as reader:
        count = len(due(reader, today))
    if not count:
        return 0
    with store.writing(Operation("agreement.followed", {"count": str(count)})) as work:
        # Asked anew: somebody else may have written between the two views of the office.
        return work.change_many(list(due(work, today)))


def due(reader: Reader, today: date) -> tuple[Agreement, ...]:
    """The agreements that ``follow`` changes, as they are afterwards."""
    superseded = {each.id: each for each in _superseded(reader, today)}
    expired = (each for each in _ended(reader, today) if each.id not in superseded)
    return (*superseded.values(), *expired)


def _ended(reader: Reader, today: date) -> list[Agreement]:
    past = Before("ends_on", today - timedelta(days=1))
    ids = reader.ids(ListQuery("agreement", where=(Condition("status", "active"), past)))
    found = [each for each in reader.get_many(Agreement, ids) if not _is_reversed(each)]
    for each in found:
        each.status = "expired"
    return found


def _is_reversed(agreement: Agreement) -> bool:
    starts_on, ends_on = agreement.starts_on, agreement.ends_on
    return starts_on is not None and ends_on is not None and ends_on < starts_on


def _superseded(reader: Reader, today: date) -> list[Agreement]:
    begun = (Condition("status", "active"), Not(Condition("renews_id", None)),
             Before("starts_on", today))
    renewals = reader.get_many(Agreement, reader.ids(ListQuery("agreement", where=begun)))
    renewed = reader.get_many(Agreement, sorted({each.renews_id or "" for each in renewals}))
    old = {each.id: each for each in renewed}
    found: dict[str, Agreement] = {}
    for renewal in renewals:
        each = old.get(renewal.renews_id or "")
        if each and each.deleted_at is None and each.status == "active" and _later(renewal, each):
            found[each.id] = each
    for each in found.values():
        each.status = "superseded"
    return list(found.values())


def _later(renewal: Agreement, old: Agreement) -> bool:
    """Whether a renewal begins after what it renews: no ring of renewals supersedes itself."""
    if renewal.id == old.id or renewal.starts_on is None:
        return False
    return old.starts_on is None or renewal.starts_on > old.starts_on
