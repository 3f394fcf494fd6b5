"""What ends soon: agreements in force and compliance papers, and whether a renewal is begun."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from partner_desk.model.agreements import Agreement
from partner_desk.model.dates import days_of
from partner_desk.model.partners import STAGES_OVER, Partnership
from partner_desk.model.queries import After, Before, Condition, ListQuery, OneOf
from partner_desk.services.compliance import lapsing_papers
from partner_desk.services.office import settings_in
from partner_desk.services.partner_names import partner_names, partnerships_of
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.agreement_papers import ReminderRow
    from partner_desk.files.pdf.render import Pdf

Text = Callable[[str], str]

IN_FORCE = ("active", "out_for_signature")
"""Statuses of which the end of the term is reminded of."""
LAPSED_DAYS = 365
"""How long an agreement that expired without a renewal is still reminded of."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """An agreement (``kind`` "agreement") or compliance paper ("paper") that ends.

    ``number`` is that of the agreement, "" for a paper of the partner. ``days`` are those left,
    below 0 when it has ended. ``band`` is the smallest of the office's reminder days that is
    reached, 0 when it has ended. ``place`` is kind and id of the record at which it is dealt with.
    ``renewal`` is the number of the agreement that renews it, "" when none is begun.
    """

    kind: str
    record_id: str
    number: str
    title: str
    partner: str
    ends_on: date
    days: int
    band: int
    place: tuple[str, str]
    renewal: str = ""


def reminders(reader: Reader, today: date) -> tuple[Reminder, ...]:
    """All that ends within the office's reminder days or has ended, the most urgent first.

    An agreement whose renewal is in force already is left out: there is nothing to do. One that
    expired stays for a year, unless its partnership is over or has a later agreement in force.
    """
    bands = days_of(settings_in(reader).reminder_days)
    if not bands:
        return ()
    found = [*_agreements(reader, today, bands), *_papers(reader, today, bands)]
    found.sort(key=lambda each: (each.ends_on, each.number, each.title, each.record_id))
    return tuple(found)


def band_of(days: int, bands: Iterable[int]) -> int:
    """The smallest of ``bands`` that is reached when ``days`` are left; 0 after the end."""
    return 0 if days < 0 else min((each for each in bands if days <= each), default=0)


def renewals_of(reader: Reader, agreements: Iterable[Agreement]) -> dict[str, list[Agreement]]:
    """The live agreements that renew these, by the id of the renewed one; the newest last."""
    found: dict[str, list[Agreement]] = {}
    for each in reader.find_by(Agreement, "renews_id", [each.id for each in agreements]):
        if each.renews_id and each.renews_id != each.id and each.status != "terminated":
            found.setdefault(each.renews_id, []).append(each)
    for renewals in found.values():
        renewals.sort(key=lambda each: (each.status == "active", each.number, each.id))
    return found


def called(renewal: Agreement | None) -> str:
    """How a renewal is named: by its number, or its title while it has none."""
    return (renewal.number or renewal.caption) if renewal else ""


def _agreements(reader: Reader, today: date, bands: tuple[int, ...]) -> list[Reminder]:
    until = Before("ends_on", today + timedelta(days=max(bands)))
    lately = After("ends_on", today - timedelta(days=LAPSED_DAYS))
    ids = reader.ids(ListQuery("agreement", where=(OneOf("status", IN_FORCE), until)))
    ids += reader.ids(
        ListQuery("agreement", where=(Condition("status", "expired"), until, lately))
    )
    ending = _unanswered(reader, reader.get_many(Agreement, ids))
    renewals = renewals_of(reader, ending)
    names = partner_names(reader, ending)
    found = []
    for each in ending:
        renewal = next(reversed(renewals.get(each.id, [])), None)
        if each.ends_on is None or (renewal and renewal.status == "active"):
            continue
        days = (each.ends_on - today).days
        found.append(Reminder(
            "agreement", each.id, each.number, each.caption, names[each.id], each.ends_on, days,
            band_of(days, bands), ("agreement", each.id), called(renewal),
        ))
    return found


def _unanswered(reader: Reader, ending: list[Agreement]) -> list[Agreement]:
    """Without those that expired and need no renewal: a later one is in force, or all is over."""
    expired = [each for each in ending if each.status == "expired"]
    partnerships = partnerships_of(reader, expired)
    latest: dict[str, date] = {}
    for each in reader.find_by(Agreement, "partnership_id", sorted(partnerships)):
        if each.status in IN_FORCE and each.starts_on and each.partnership_id:
            known = latest.get(each.partnership_id, each.starts_on)
            latest[each.partnership_id] = max(known, each.starts_on)
    return [
        each for each in ending
        if each.status != "expired" or not (
            _is_over(partnerships.get(each.partnership_id or ""))
            or (each.ends_on and latest.get(each.partnership_id or "", date.min) > each.ends_on)
        )
    ]


def _is_over(partnership: Partnership | None) -> bool:
    return partnership is None or partnership.stage in STAGES_OVER


def _papers(reader: Reader, today: date, bands: tuple[int, ...]) -> list[Reminder]:
    return [
        Reminder(
            "paper", each.paper.id, each.agreement_number, each.name, each.organization,
            each.expires_on, each.days, band_of(each.days, bands),
            ("agreement", each.agreement_id) if each.agreement_id
            else ("organization", each.organization_id),
        )
        for each in lapsing_papers(reader, today, max(bands))
    ]


def print_reminders(store: Store, today: date, text: Text) -> "Pdf":
    """The reminder list as PDF; ``text`` belongs to the language of the office."""
    from partner_desk.files.agreement_papers import ReminderPaper, lay_out_reminders
    from partner_desk.files.pdf.render import render
    from partner_desk.services.office_paper import office_paper

    with store.reading() as reader:
        rows = tuple(_row(each) for each in reminders(reader, today))
        paper = ReminderPaper(office_paper(reader), today, rows)
    return render(lay_out_reminders(paper, text))


def _row(reminder: Reminder) -> "ReminderRow":
    from partner_desk.files.agreement_papers import ReminderRow

    return ReminderRow(
        reminder.ends_on, reminder.days, reminder.band, reminder.kind == "paper",
        reminder.number, reminder.title, reminder.partner, reminder.renewal,
    )


