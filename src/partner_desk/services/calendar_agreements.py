"""The ends of agreements for other calendars.

What an event says stems from several records. The number of the last change set that touched one
of them is its SEQUENCE: it grows with every change and is the same in every export between two.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from partner_desk.files.calendar import Ending
from partner_desk.model.agreements import Agreement
from partner_desk.model.history import CREATED
from partner_desk.model.office import OFFICE_ID
from partner_desk.services.change_stamps import (
    History,
    Stamp,
    ids_also_deleted,
    newest,
    stamps,
)
from partner_desk.services.partner_names import partner_names, partnerships_of
from partner_desk.services.reminders import IN_FORCE, called, renewals_of
from partner_desk.store.reader import Reader

SHOWN = ("number", "title", "status", "ends_on", "deleted_at", "partnership_id", "renews_id")
"""Fields of an agreement that show in its event or in that of the one that it renews."""
SHOWN_AROUND = (
    "name", "organization_id", "stage", "deleted_at", "reminder_days", "language"
)
"""Fields that show of a partnership, a partner and the office."""


@dataclass(slots=True)
class _Past:
    """What an agreement has been so far; ``renewed_by`` are all that ever renewed it."""

    days: list[date] = field(default_factory=list)
    was_in_force: bool = False
    renewed_by: list[str] = field(default_factory=list)


def agreement_endings(reader: Reader, mark: str) -> list[Ending]:
    """One for each agreement that is or ever was in force; ``mark`` is the office's."""
    history = reader.history(ids_also_deleted(reader, Agreement))
    pasts = _pasts(history)
    ever = [each for each, past in pasts.items() if past.was_in_force and past.days]
    known = reader.get_many(Agreement, ever)
    changed = {**stamps(history, SHOWN), **_around(reader, known)}
    partnerships = partnerships_of(reader, known)
    names, renewals = partner_names(reader, known), renewals_of(reader, known)
    found = []
    for each in known:
        past = pasts[each.id]
        link = partnerships.get(each.partnership_id or "")
        around = [link.id, link.organization_id] if link else []
        stamp = newest(changed, [each.id, *past.renewed_by, *around, OFFICE_ID])
        if stamp is None:
            continue
        renewal = next(reversed(renewals.get(each.id, [])), None)
        found.append(Ending(
            f"agreement-{each.id}@{mark}.partner-desk", each.ends_on or past.days[0], False,
            each.number, each.caption, names[each.id], called(renewal), *stamp,
            _is_over(each, renewal),
        ))
    return found


def _pasts(history: History) -> dict[str, _Past]:
    """What the history tells of each agreement; ``days`` with the newest first."""
    found: dict[str, _Past] = {}
    for _, changes in history:
        for each in changes:
            past = found.setdefault(each.record_id, _Past())
            for name, value in _values(each.field, each.before, each.after):
                if name == "ends_on":
                    past.days.append(date.fromisoformat(value))
                elif name == "status":
                    past.was_in_force |= value in IN_FORCE
                elif name == "renews_id":
                    found.setdefault(value, _Past()).renewed_by.append(each.record_id)
    return found


def _values(name: str, before: Any, after: Any) -> Iterable[tuple[str, Any]]:
    if name == CREATED:
        return [(key, value) for key, value in (after or {}).items() if value]
    return [(name, value) for value in (after, before) if value]


def _is_over(agreement: Agreement, renewal: Agreement | None) -> bool:
    """Whether nobody need be reminded of the end any more."""
    return (
        agreement.deleted_at is not None
        or agreement.ends_on is None
        or agreement.status not in (*IN_FORCE, "expired")
        or (renewal is not None and renewal.status == "active")
    )


def _around(reader: Reader, agreements: list[Agreement]) -> dict[str, Stamp]:
    """The last changes of the partnerships, partners and the office, as far as events show them."""
    links = partnerships_of(reader, agreements).values()
    partners = {each.organization_id for each in links if each.organization_id}
    ids = [OFFICE_ID, *(each.id for each in links), *partners]
    return stamps(reader.history(ids), SHOWN_AROUND)
