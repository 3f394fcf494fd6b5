"""The rows of the first page: what each thing to do is called, and how urgent it is."""

from partner_desk.model.agreements import ROUTING_TASKS, STATUSES
from partner_desk.model.choices import Option
from partner_desk.model.history import ChangeSet
from partner_desk.services.chasing import Chase
from partner_desk.services.reminders import Reminder
from partner_desk.services.today import Unfinished
from partner_desk.ui.components.rows import Row
from partner_desk.ui.components.showing import shown_date, shown_moment, shown_time
from partner_desk.ui.desk import Desk
from partner_desk.ui.look.badges import tone_of
from partner_desk.ui.sentences import capitalised, operation_sentence

_URGENT, _SOON = 7, 30
_LARGE = ("import", "sample")


def ending_row(desk: Desk, found: Reminder) -> Row:
    """An agreement or paper that ends; that its renewal is begun makes it less urgent."""
    ends = desk.text("ends {0}") if found.days >= 0 else desk.text("ended {0}")
    renewal = desk.text("renewal {0} is begun").format(found.renewal) if found.renewal else ""
    # In the order of weight: what does not fit is cut off at the end.
    words = _joined(found.number, renewal, found.partner, ends.format(shown_date(found.ends_on)))
    tone = "error" if found.days <= _URGENT else "warning" if found.days <= _SOON else "neutral"
    return Row(
        found.title, words, badge=_left(desk, found.days),
        icon="document" if found.kind == "paper" else "agreements",
        tone="info" if found.renewal and found.days >= 0 else tone, data=found.place,
    )


def _left(desk: Desk, days: int) -> str:
    if days < 0:
        return desk.plural("Ended {0} day ago", "Ended {0} days ago", -days)
    if days == 0:
        return desk.text("Ends today")
    return desk.plural("{0} day left", "{0} days left", days)


def chase_row(desk: Desk, found: Chase) -> Row:
    """A paper that is out: who has it, since when, and how to reach them."""
    task = _label(ROUTING_TASKS, found.task, desk)
    holder = _joined(found.holder, task) or desk.text("The office")
    since = desk.text("since {0}").format(shown_date(found.since)) if found.since else ""
    words = _joined(found.title, found.number, since, found.phone or found.email)
    badge = _held(desk, found.days) if found.since else ""
    if found.overdue:
        badge = desk.plural("Ask: {0} day", "Ask: {0} days", found.days)
    tone = "warning" if found.overdue else "neutral"
    return Row(
        holder, words, "contact", badge=badge, tone=tone, data=("agreement", found.agreement_id)
    )


def _held(desk: Desk, days: int) -> str:
    return desk.plural("{0} day", "{0} days", days) if days else desk.text("Since today")


def unfinished_row(desk: Desk, found: Unfinished) -> Row:
    """Something begun, with what is missing where that can be counted."""
    if found.kind == "agreement":
        badge, tone = _label(STATUSES, found.status, desk), tone_of(found.status)
    else:
        badge, tone = desk.text("Half keyed in"), "info"
    missing = (
        desk.plural("{0} thing missing", "{0} things missing", found.missing)
        if found.missing else ""
    )
    words = _joined(found.detail, missing)
    return Row(found.caption, words, badge=badge, tone=tone, data=(found.kind, found.id))


def recent_row(desk: Desk, found: ChangeSet) -> Row:
    """What was done, when and by whom; nothing to open where it touched too much."""
    local = found.at.astimezone()
    same_day = local.date() == desk.today()
    at = shown_time(local.time()) if same_day else shown_moment(found.at)
    sentence = capitalised(operation_sentence(found, desk.text))
    large = found.code.partition(".")[0] in _LARGE
    return Row(
        sentence, _joined(at, found.who, found.computer),
        data=("", "") if large else ("change_set", found.id),
    )


def _label(choices: tuple[Option, ...], value: str, desk: Desk) -> str:
    label = next((each.label for each in choices if each.value == value), "")
    return desk.text(label)


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))
