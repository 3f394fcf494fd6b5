"""Who holds the papers that are out for signature, since when, and how to reach them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from partner_desk.model.agreements import ROUTING_TASKS, Agreement, Revision, RoutingStep
from partner_desk.model.contacts import Contact, PhoneNumber
from partner_desk.model.folding import fold
from partner_desk.model.office import Coordinator
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.office import settings_in
from partner_desk.services.partner_names import partner_names, partnerships_of
from partner_desk.services.routing import holder as holder_of
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

if TYPE_CHECKING:
    from partner_desk.files.agreement_papers import ChaseRow
    from partner_desk.files.pdf.render import Pdf

Text = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Left:
    """A step that is not done: ``task`` is one of ROUTING_TASKS, ``holder`` a name."""

    task: str
    holder: str


@dataclass(frozen=True, slots=True)
class Chase:
    """An agreement that is out for signature, and where its paper lies.

    ``holder`` is "" when it lies in the office: no step is reached, or all are done. ``since`` is
    None when nothing says since when; ``days`` is 0 then. ``overdue`` says that it has been held
    for longer than the office's ``chase_days``. ``left`` are the steps that are not done, the
    present one first.
    """

    agreement_id: str
    number: str
    title: str
    partner: str
    holder: str
    task: str
    since: date | None
    days: int
    overdue: bool
    phone: str
    email: str
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    phone: str
    email: str


def chase_list(reader: Reader, today: date) -> tuple[Chase, ...]:
    """All agreements that are out for signature, the longest held first."""
    ids = reader.ids(ListQuery("agreement", where=(Condition("status", "out_for_signature"),)))
    out = reader.get_many(Agreement, ids)
    steps = _by_agreement(reader.find_by(RoutingStep, "agreement_id", ids))
    sent = _sent_on(reader, ids)
    names, people = partner_names(reader, out), _people(reader, out)
    allowed = settings_in(reader).chase_days
    found = [
        _chase(each, steps[each.id], sent.get(each.id), names[each.id], people[each.id],
               today, allowed)
        for each in out
    ]
    return tuple(sorted(found, key=lambda each: (-each.days, each.number, each.agreement_id)))


def _chase(
    agreement: Agreement,
    steps: list[RoutingStep],
    sent_on: date | None,
    partner: str,
    people: dict[str, _Reach],
    today: date,
    allowed: int,
) -> Chase:
    has_it = holder_of(steps)
    done = [each.done_on for each in steps if each.done_on]
    since = has_it.reached_on if has_it else max(done, default=sent_on)
    # A date in the future is a slip of the pen; nobody has held a paper for -3 days.
    days = max((today - since).days, 0) if since else 0
    holder = has_it.holder if has_it else ""
    reach = people.get(fold(holder), _Reach("", "")) if holder else _Reach("", "")
    open_steps = [each for each in steps if not each.done_on and each is not has_it]
    return Chase(
        agreement.id, agreement.number, agreement.caption, partner, holder,
        has_it.task if has_it else "", since, days, days > allowed, reach.phone, reach.email,
        tuple(Left(each.task, each.holder) for each in ([has_it] if has_it else []) + open_steps),
    )


def _by_agreement(steps: Iterable[RoutingStep]) -> dict[str, list[RoutingStep]]:
    found: dict[str, list[RoutingStep]] = defaultdict(list)
    for each in sorted(steps, key=lambda each: (each.position, each.id)):
        found[each.agreement_id or ""].append(each)
    return found


def _sent_on(reader: Reader, ids: list[str]) -> dict[str, date]:
    """When the newest revision of each agreement was sent out."""
    found: dict[str, date] = {}
    for each in reader.find_by(Revision, "agreement_id", ids):
        if each.agreement_id and each.frozen_on:
            known = found.get(each.agreement_id, each.frozen_on)
            found[each.agreement_id] = max(known, each.frozen_on)
    return found


def _people(reader: Reader, agreements: list[Agreement]) -> dict[str, dict[str, _Reach]]:
    """Who may hold the paper of each agreement, by folded name: its contacts and the office's."""
    own = {fold(each.name): _Reach(each.phone, each.email) for each in reader.find(Coordinator)}
    partnerships = partnerships_of(reader, agreements)
    wanted = {each.organization_id for each in partnerships.values() if each.organization_id}
    contacts = reader.find_by(Contact, "organization_id", sorted(wanted))
    phones = _phones(reader, [each.id for each in contacts])
    partners: dict[str, dict[str, _Reach]] = defaultdict(dict)
    for each in contacts:
        reach = _Reach(phones.get(each.id, ""), each.email)
        partners[each.organization_id or ""][fold(each.name)] = reach
    found: dict[str, dict[str, _Reach]] = {}
    for agreement in agreements:
        partnership = partnerships.get(agreement.partnership_id or "")
        organization = partnership.organization_id if partnership else None
        found[agreement.id] = {**own, **partners.get(organization or "", {})}
    return found


def _phones(reader: Reader, contact_ids: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in sorted(
        reader.find_by(PhoneNumber, "contact_id", contact_ids), key=lambda each: each.id
    ):
        found.setdefault(each.contact_id or "", each.number)
    return found


def print_chase(store: Store, today: date, text: Text) -> "Pdf":
    """The chase list as PDF; ``text`` belongs to the language of the office."""
    from partner_desk.files.agreement_papers import ChasePaper, lay_out_chase
    from partner_desk.files.pdf.render import render
    from partner_desk.services.office_paper import office_paper

    with store.reading() as reader:
        office = settings_in(reader)
        rows = tuple(_row(each, office.name, text) for each in chase_list(reader, today))
        paper = ChasePaper(office_paper(reader), today, office.chase_days, rows)
    return render(lay_out_chase(paper, text))


def _row(chase: Chase, office: str, text: Text) -> "ChaseRow":
    from partner_desk.files.agreement_papers import ChaseRow, step_left

    labels = {each.value: text(each.label) for each in ROUTING_TASKS}
    return ChaseRow(
        chase.number, chase.title, chase.partner, chase.holder or office,
        tuple(filter(None, (chase.phone, chase.email))), chase.since, chase.days, chase.overdue,
        tuple(step_left(labels.get(each.task, each.task), each.holder) for each in chase.left),
    )
