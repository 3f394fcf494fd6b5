"""What papers say of a resource: plain values, and the labelled lines made of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from partner_desk.files.hours_in_words import Hours, hours_in_words
from partner_desk.files.pdf.document import Twin
from partner_desk.files.templates import written_date
from partner_desk.files.typeset.description import Fact, Words
from partner_desk.files.typeset.saying import Saying
from partner_desk.files.web_address import web_address
from partner_desk.model.texts import N_

_EXTENSION = re.compile(r"(?<=[\d\s.,;])(?:extension|ext|x)\.?\s*(?=\d)|#", re.IGNORECASE)
_KEYS = dict(zip(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "012345678922233344455566677778889999", strict=True,
))
"""Letters stand on keys too, as in (800) 370-LEAD."""
_SHORT = (3, 7)
"""How long numbers are that are dialled as they are: 211, 988, and those without area."""
_SHORTEST_ABROAD = 8
_END = (". ", "! ", "? ", "。", "؟ ", "۔ ", "။", "។")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a resource is: ``position`` is latitude and longitude where they are known."""

    name: str
    address: str
    transport: str = ""
    accessibility: str = ""
    position: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone number; ``kind`` is one of PHONE_TYPES."""

    number: str
    extension: str = ""
    kind: str = "voice"


@dataclass(frozen=True, slots=True)
class Resource:
    """Everything public of an active resource, as papers have it.

    ``cost`` is in the words of whoever wrote it; "" where ``is_free`` says all there is.
    """

    id: str
    name: str
    organization_id: str
    organization: str
    what: str = ""
    alert: str = ""
    who: str = ""
    ages: tuple[int | None, int | None] = (None, None)
    hours: tuple[Hours, ...] = ()
    sites: tuple[Site, ...] = ()
    phones: tuple[Line, ...] = ()
    web: str = ""
    email: str = ""
    cost: str = ""
    languages: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    apply: str = ""
    verified_on: date | None = None
    categories: tuple[str, ...] = ()
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class PaperHead:
    """Whose paper it is; ``paper`` is "letter" or "a4"."""

    office: str
    district: str = ""
    letterhead: tuple[str, ...] = ()
    phone: str = ""
    website: str = ""
    logo: bytes | None = None
    paper: str = "letter"


def facts(resource: Resource, saying: Saying) -> tuple[Fact, ...]:
    """The lines of an entry in full, those that have something to say."""
    lines = [
        *_who(resource, saying),
        Fact(saying.say(N_("When")), when(resource, saying)),
        *(Fact(saying.say(N_("Where")), where(each), target=map_target(each))
          for each in resource.sites),
        *_phones(resource.phones, saying),
        Fact(saying.say(N_("Web")), shown_web(resource.web),
             target=web_address(resource.web)),
        Fact(saying.say(N_("Email")), resource.email, target=_mail(resource.email)),
        cost(resource, saying),
        Fact(saying.say(N_("Languages")), ", ".join(resource.languages)),
        Fact(saying.say(N_("Getting there")), _each(site.transport for site in resource.sites)),
        Fact(saying.say(N_("Accessibility")),
             _each(site.accessibility for site in resource.sites)),
        Fact(saying.say(N_("Bring")), "; ".join(resource.bring)),
        Fact(saying.say(N_("How to apply")), resource.apply),
    ]
    return tuple(each for each in lines if each.text)


def cost(resource: Resource, saying: Saying, limit: int = 0) -> Fact:
    """The line of what it costs; what was written is shortened to ``limit``, 0 for none."""
    said = shortened(resource.cost, limit) if limit else resource.cost
    return Fact(saying.say(N_("Cost")), saying.say(N_("Free")) if resource.is_free else said)


def verified(resource: Resource, saying: Saying) -> Words:
    """When somebody last made sure of it all; "" when nobody did."""
    day = resource.verified_on
    if day is None:
        return ""
    return saying.of(
        lambda text, language: text(N_("Verified {0}")).format(written_date(day, language))
    )


def when(resource: Resource, saying: Saying) -> Words:
    """The opening hours in words; "" when none are known."""
    return saying.of(lambda text, _: "; ".join(hours_in_words(resource.hours, text)))


def where(site: Site) -> str:
    """The name of a place and its address."""
    return ", ".join(dict.fromkeys(part for part in (site.name, site.address) if part))


def map_target(site: Site) -> str:
    """What a telephone opens as a map; "" when the place is not known."""
    if site.position:
        asked = f"?q={quote(site.address)}" if site.address else ""
        return f"geo:{site.position[0]:.6f},{site.position[1]:.6f}{asked}"
    return f"geo:0,0?q={quote(site.address)}" if site.address else ""


def phone_target(line: Line) -> str:
    """What a telephone dials; "" for what it cannot: half a number would ring somebody else."""
    main, *inside = _EXTENSION.split(line.number, maxsplit=1)
    digits = "" if line.kind == "fax" else _dialled(main)
    if not digits:
        return ""
    extension = "".join(filter(str.isdigit, line.extension or "".join(inside)))
    return f"tel:{digits}" + (f";ext={extension}" if extension else "")


def _dialled(number: str) -> str:
    keys = "".join(_KEYS.get(each, "") for each in number.upper())
    plain = "".join(each for each in number if each in "0123456789")
    if number.strip().startswith("+") and keys == plain and len(plain) >= _SHORTEST_ABROAD:
        return f"+{plain}"
    if len(keys) == 11 and keys.startswith("1"):
        return f"+{keys}"
    if len(keys) == 10 and keys[0] not in "01":
        return f"+1{keys}"
    return plain if keys == plain and len(plain) in _SHORT else ""


def shown_phone(line: Line, saying: Saying) -> Words:
    """The number with its extension."""
    if not line.extension:
        return line.number
    return saying.say(N_("{0} ext. {1}"), line.number, line.extension)


def shown_web(address: str) -> str:
    """A web address as people write it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def shortened(text: str, limit: int) -> str:
    """``text`` in one paragraph, ended after a sentence or a word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit + 1]
    end = max(cut.rfind(mark) for mark in _END)
    if end >= limit // 2:
        return cut[: end + 1].rstrip()
    word = cut.rfind(" ")
    return cut[: word if word > limit // 2 else limit].rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}"


def _who(resource: Resource, saying: Saying) -> list[Fact]:
    """Who can use it, in the words of whoever wrote it, and the ages."""
    label, who = saying.say(N_("Who")), " ".join(resource.who.split())
    ages = _ages(resource, saying)
    if isinstance(ages, Twin):
        # What somebody wrote is in one language only: it is not said twice beside the ages.
        return [Fact(label, who), Fact(saying.say(N_("Ages")) if who else label, ages)]
    told = who.removesuffix(".") if ages else who
    return [Fact(label, "; ".join(str(each) for each in (told, ages) if each))]


def _ages(resource: Resource, saying: Saying) -> Words:
    low, high = resource.ages
    if low is not None and high is not None:
        return saying.say(N_("ages {0} to {1}"), low, high)
    if low is not None:
        return saying.say(N_("from age {0}"), low)
    return saying.say(N_("up to age {0}"), high) if high is not None else ""


_LABELS = {
    "fax": N_("Fax"), "tty": N_("Text telephone"), "text": N_("Text messages"),
}


def _phones(lines: Sequence[Line], saying: Saying) -> list[Fact]:
    return [
        Fact(saying.say(_LABELS.get(each.kind, N_("Phone"))), shown_phone(each, saying),
             each.kind != "fax", phone_target(each))
        for each in lines
    ]


def _mail(address: str) -> str:
    return f"mailto:{address}" if address else ""


def _each(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))
