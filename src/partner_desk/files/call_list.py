"""The call list: what to ask about each resource, with boxes to tick and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from partner_desk.files.directory_entries import (
    PaperHead,
    Resource,
    cost,
    shown_phone,
    shown_web,
    when,
    where,
)
from partner_desk.files.pdf.document import Heading, Paper, Paragraph, Voice
from partner_desk.files.templates import written_date
from partner_desk.files.typeset.description import Block, Fact, Form, Typeset, Words
from partner_desk.files.typeset.saying import Saying, flat
from partner_desk.model.folding import fold
from partner_desk.model.texts import N_

_ASKED = (
    N_("Still offered"), N_("Phone right"), N_("Address right"), N_("Hours right"),
    N_("Cost right"), N_("Who can use it right"), N_("How to apply right"),
)
_WRITTEN = (N_("Spoke with"), N_("Date"), N_("Changes"))


@dataclass(frozen=True, slots=True)
class CallList:
    """Resources to verify by telephone."""

    head: PaperHead
    day: date
    resources: tuple[Resource, ...]


def lay_out_calls(calls: CallList, saying: Saying) -> Typeset:
    """The list to set, by organization, so that one call asks about all it offers."""
    title = saying.line(N_("Calls to verify the directory"))
    blocks: list[Block] = [
        Heading(title, 1),
        Paragraph(saying.line(N_("Mark what is right; write down what is not. Resources: {0:,}."),
                              len(calls.resources)), Voice.QUIET),
    ]
    ordered = sorted(calls.resources, key=lambda each: (
        fold(each.organization), each.organization_id, fold(each.name), each.id))
    for _, resources in groupby(ordered, key=lambda each: each.organization_id):
        blocks += _organization(list(resources), saying)
    return Typeset(
        title=f"{title} \N{EN DASH} {calls.head.office}",
        languages=saying.languages,
        author=calls.head.office,
        blocks=tuple(blocks),
        paper=Paper.A4 if calls.head.paper == "a4" else Paper.LETTER,
        size=10.0,
        running=calls.head.office,
        foot=flat(saying.of(lambda _, code: written_date(calls.day, code))),
    )


def _organization(resources: Sequence[Resource], saying: Saying) -> list[Block]:
    name = resources[0].organization or saying.line(N_("(no name)"))
    return [Heading(name, 2), *(_form(each, saying) for each in resources)]


def _form(resource: Resource, saying: Saying) -> Form:
    known = [
        *(Fact(saying.say(N_("Phone")), shown_phone(each, saying), True)
          for each in resource.phones if each.kind != "fax"),
        *(Fact(saying.say(N_("Where")), where(each)) for each in resource.sites),
        Fact(saying.say(N_("When")), when(resource, saying)),
        cost(resource, saying),
        Fact(saying.say(N_("Who")), resource.who),
        Fact(saying.say(N_("Web")), shown_web(resource.web)),
        Fact(saying.say(N_("Verified")), _verified(resource, saying)),
    ]
    return Form(
        resource.name,
        tuple(each for each in known if each.text),
        tuple(saying.say(each) for each in _ASKED),
        tuple(saying.say(each) for each in _WRITTEN),
    )


def _verified(resource: Resource, saying: Saying) -> Words:
    day = resource.verified_on
    if day is None:
        return saying.say(N_("never"))
    return saying.of(lambda _, code: written_date(day, code))
