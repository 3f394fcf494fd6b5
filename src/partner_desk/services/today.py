"""What the day asks for: what ends, who holds papers, work begun, and what was done last."""

from dataclasses import dataclass
from datetime import date

from partner_desk.model.agreements import Agreement
from partner_desk.model.evaluations import EvaluationForm, Response
from partner_desk.model.history import ChangeSet
from partner_desk.model.queries import Condition, ListQuery, OneOf
from partner_desk.services.chasing import Chase, chase_list
from partner_desk.services.directory.lists import unverified_count
from partner_desk.services.reminders import Reminder, reminders
from partner_desk.services.signing import missing_in
from partner_desk.store.reader import Reader
from partner_desk.store.store import Store

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something begun: an agreement in draft or in review, a response half keyed in."""

    kind: str
    id: str
    caption: str
    detail: str
    status: str
    missing: int = 0
    """How many things a draft still lacks before it can be signed."""


@dataclass(frozen=True, slots=True)
class Today:
    """The first page: what to do, and what was done.

    Of ``lapsing`` and ``chase`` only the first are shown; ``ending`` and ``out`` say how many
    there are in all.
    """

    lapsing: tuple[Reminder, ...]
    chase: tuple[Chase, ...]
    unfinished: tuple[Unfinished, ...]
    unverified: int
    recent: tuple[ChangeSet, ...]
    ending: int
    out: int


def today_list(store: Store, today: date) -> Today:
    """What to look at on ``today``, most urgent first."""
    with store.reading() as reader:
        ending, out = reminders(reader, today), chase_list(reader, today)
        return Today(
            lapsing=ending[:_SHOWN],
            chase=out[:_SHOWN],
            unfinished=(*_open_agreements(reader, today), *_open_responses(reader)),
            unverified=unverified_count(reader, today),
            recent=tuple(reader.change_sets(12)),
            ending=len(ending),
            out=len(out),
        )


def _open_agreements(reader: Reader, today: date) -> list[Unfinished]:
    wanted = OneOf("status", ("draft", "in_review"))
    ids = reader.ids(ListQuery("agreement", where=(wanted,), order="number"), _SHOWN)
    return [
        Unfinished(
            "agreement", each.id, each.caption, each.number, each.status,
            len(missing_in(reader, each, today)) if each.status == "draft" else 0,
        )
        for each in reader.get_many(Agreement, ids)
    ]


def _open_responses(reader: Reader) -> list[Unfinished]:
    ids = reader.ids(ListQuery("response", where=(Condition("complete", False),)), _SHOWN)
    found = []
    for each in reader.get_many(Response, ids):
        form = reader.get(EvaluationForm, each.form_id)
        if form:
            found.append(Unfinished("response", each.id, form.name, each.respondent, ""))
    return found
