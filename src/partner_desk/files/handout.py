"""The handout: a few resources for one family on one page, in type that is easy to read."""

from dataclasses import dataclass, replace
from datetime import date

from partner_desk.files.directory_entries import (
    PaperHead,
    Resource,
    cost,
    map_target,
    phone_target,
    shortened,
    shown_phone,
    shown_web,
    when,
)
from partner_desk.files.pdf.document import Heading, Letterhead, Paper, Spacer
from partner_desk.files.pdf.render import Pdf
from partner_desk.files.templates import written_date
from partner_desk.files.typeset.description import (
    Block,
    Card,
    Code,
    Fact,
    NoteLines,
    Typeset,
)
from partner_desk.files.typeset.drawings import MOST_IN_A_CODE
from partner_desk.files.typeset.engine import render
from partner_desk.files.typeset.saying import Saying, flat
from partner_desk.files.web_address import web_address
from partner_desk.model.errors import InputError, Problem
from partner_desk.model.texts import N_

_SIZES = ((18.0, 300), (16.0, 300), (15.0, 240), (14.0, 240), (14.0, 140), (14.0, 70),
          (13.0, 140), (12.0, 140), (12.0, 70), (14.0, 0), (13.0, 0), (12.0, 0))
"""Sizes of type in points with how long a description may be: large type before long words.

Without room for a description only name, hours, place and telephone are left.
"""


@dataclass(frozen=True, slots=True)
class Handout:
    """What a handout says; ``resources`` in the order in which they are to stand."""

    head: PaperHead
    day: date
    resources: tuple[Resource, ...]


def print_handout(handout: Handout, saying: Saying) -> Pdf:
    """The page, as large as it can be. Raises InputError("handout.too_long") with ``fits``."""
    for size, length in _SIZES:
        pdf = render(lay_out_handout(handout, saying, size, length))
        if pdf.pages == 1:
            return pdf
    values = {"count": len(handout.resources), "fits": _fitting(handout, saying)}
    raise InputError(Problem("handout.too_long", values=values))


def _fitting(handout: Handout, saying: Saying) -> int:
    """How many of the resources, from the first on, fit on a page in the smallest type."""
    size, length = _SIZES[-1]
    for count in range(len(handout.resources) - 1, 0, -1):
        fewer = replace(handout, resources=handout.resources[:count])
        if render(lay_out_handout(fewer, saying, size, length)).pages == 1:
            return count
    return 0


def lay_out_handout(handout: Handout, saying: Saying, size: float, length: int) -> Typeset:
    """The page to set, type ``size`` points large, descriptions no longer than ``length``."""
    head = handout.head
    title = saying.line(N_("Places that can help"))
    contact = [*head.letterhead[:2], head.phone]
    blocks: list[Block] = [
        Letterhead(head.office, tuple(dict.fromkeys(filter(None, contact))), head.logo),
        Heading(title, 1),
        *(_card(each, saying, length) for each in handout.resources),
        Spacer(2),
        NoteLines(saying.say(N_("Note")), 1),
    ]
    return Typeset(
        title=f"{title} \N{EN DASH} {head.office}",
        languages=saying.languages,
        author=head.office,
        blocks=tuple(blocks),
        paper=Paper.A4 if head.paper == "a4" else Paper.LETTER,
        size=size,
        foot=_foot(handout.day, saying),
        numbered=False,
        narrow=True,
    )


def _foot(day: date, saying: Saying) -> str:
    return flat(saying.of(lambda text, code: text(N_("Printed {0}. Call before you go.")).format(
        written_date(day, code))))


def _card(resource: Resource, saying: Saying, length: int) -> Card:
    phone = next((each for each in resource.phones if each.kind != "fax"), None)
    target = phone_target(phone) if phone else ""
    facts = [Fact(saying.say(N_("When")), when(resource, saying))]
    where = [each.address or each.name for each in resource.sites]
    facts += [Fact(saying.say(N_("Where")), each) for each in list(dict.fromkeys(where))[:2]]
    if length:
        facts.append(cost(resource, saying, 90))
    if not phone:
        facts.append(Fact(saying.say(N_("Web")), shown_web(resource.web),
                          target=web_address(resource.web)))
    text = resource.alert or resource.what
    return Card(
        title=resource.name,
        by=resource.organization if length and resource.organization != resource.name else "",
        text=shortened(text, length) if length else "",
        facts=tuple(each for each in facts if each.text),
        phone=shown_phone(phone, saying) if phone else "",
        phone_target=target,
        code=_code(resource, target, saying),
    )


def _code(resource: Resource, phone: str, saying: Saying) -> Code | None:
    """A code that dials, else one that shows the way, else one that opens the page."""
    place = next((found for each in resource.sites if (found := map_target(each))), "")
    chosen: tuple[tuple[str, str], ...] = (
        (phone, N_("Code that calls {0}")),
        (place, N_("Code that shows the way to {0}")),
        (web_address(resource.web), N_("Code that opens the page of {0}")),
    )
    for content, words in chosen:
        if content and len(content.encode()) <= MOST_IN_A_CODE:
            return Code(content, saying.line(words, resource.name))
    return None
