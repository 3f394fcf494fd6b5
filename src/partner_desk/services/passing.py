"""Statuses that follow from the calendar: terms that ended, renewals that began. Nothing renews."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from partner_desk.model.agreements import Agreement
from partner_desk.model.history import CREATED, Operation
from partner_desk.model.queries import Before, Condition, ListQuery, Not
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_CODE = "agreement.followed"
_TERM = ("starts_on", "ends_on")
_RENEWAL = (CREATED, "status", "starts_on", "renews_id", "deleted_at")
"""Fields that are reason to supersede what an agreement renews."""


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
    with store.writing(Operation(_CODE, {"count": str(count)})) as work:
        # Asked anew: somebody else may have written between the two views of the office.
        return work.change_many(list(due(work, today)))


def due(reader: Reader, today: date) -> tuple[Agreement, ...]:
    """The agreements that ``follow`` changes, as they are afterwards.

    What the calendar set and a person took back, by Undo or by hand, stays taken back until the
    term is another one, or its renewal is.
    """
    superseded = _superseded(reader, today)
    left_alone = _taken_back(reader, "superseded", superseded)
    renewed = [each for each in _active(reader, superseded) if each.id not in left_alone]
    for each in renewed:
        each.status = "superseded"
    # One that was not to be superseded is not to expire instead.
    ended = [each for each in _ended(reader, today) if each.id not in superseded]
    left_alone = _taken_back(reader, "expired", {each.id: [] for each in ended})
    ended = [each for each in ended if each.id not in left_alone]
    for each in ended:
        each.status = "expired"
    return (*renewed, *ended)


def _ended(reader: Reader, today: date) -> list[Agreement]:
    past = Before("ends_on", today - timedelta(days=1))
    ids = reader.ids(ListQuery("agreement", where=(Condition("status", "active"), past)))
    return [each for each in reader.get_many(Agreement, ids) if not _is_reversed(each)]


def _is_reversed(agreement: Agreement) -> bool:
    starts_on, ends_on = agreement.starts_on, agreement.ends_on
    return starts_on is not None and ends_on is not None and ends_on < starts_on


def _superseded(reader: Reader, today: date) -> dict[str, list[Agreement]]:
    """The renewals that have begun, by the id of the agreement in force that they renew."""
    begun = (Condition("status", "active"), Not(Condition("renews_id", None)),
             Before("starts_on", today))
    renewals = reader.get_many(Agreement, reader.ids(ListQuery("agreement", where=begun)))
    olds = {each.id: each for each in _active(reader, {each.renews_id or "" for each in renewals})}
    found: dict[str, list[Agreement]] = {}
    for renewal in renewals:
        old = olds.get(renewal.renews_id or "")
        if old and _later(renewal, old):
            found.setdefault(old.id, []).append(renewal)
    return found


def _active(reader: Reader, ids: Iterable[str]) -> list[Agreement]:
    return [each for each in reader.get_many(Agreement, sorted(ids))
            if each.deleted_at is None and each.status == "active"]


def _later(renewal: Agreement, old: Agreement) -> bool:
    """Whether a renewal begins after what it renews: no ring of renewals supersedes itself."""
    if renewal.id == old.id or renewal.starts_on is None:
        return False
    return old.starts_on is None or renewal.starts_on > old.starts_on


def _taken_back(
    reader: Reader, status: str, renewals: Mapping[str, Sequence[Agreement]]
) -> set[str]:
    """Which of these agreements the calendar gave ``status`` before, for the same reasons.

    Reasons are their own terms and, by their ids, what renews them. They are not given it now, so
    somebody took it back. Undo of what the calendar did is no new reason, though it changes the
    status of a renewal.
    """
    renewed = {each.id: old for old, found in renewals.items() for each in found}
    said: set[str] = set()
    by_calendar: set[str | None] = set()
    for change_set, changes in reversed(reader.history([*renewals, *renewed])):
        if change_set.code == _CODE or change_set.undoes in by_calendar:
            by_calendar.add(change_set.id)
            said |= {each.record_id for each in changes if each.record_id in renewals
                     and (each.field, each.after) == ("status", status)}
            continue
        for each in changes:
            if each.record_id in renewals and each.field in _TERM:
                said.discard(each.record_id)
            if each.record_id in renewed and each.field in _RENEWAL:
                said.discard(renewed[each.record_id])
    return said
