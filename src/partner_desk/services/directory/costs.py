"""What a resource costs, from the words of people who wrote it down."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from partner_desk.model.queries import (
    After,
    AllOf,
    Among,
    AnyOf,
    Condition,
    Filter,
    Not,
    OneOf,
)
from partner_desk.store.reader import Reader

_FIELD = "fees_description"
_LABEL = re.compile(
    r"^(?:fees?|costs?|charges?|prices?|costos?|cuotas?)\s*[:=-]\s*", re.IGNORECASE
)
_WITHOUT = (
    r"(?:smok(?:e|ing)|tobacco|nicotine|vap(?:e|ing)|alcohol|liquor|drug|substance|methadone|"
    r"fragrance|scent|perfume|chemical|gluten|dairy|lactose|(?:pea)?nut|allergen|latex|violence|"
    r"weapon|gun|hate|bully(?:ing)?|stress|barrier|obstacle|distraction|crime|pet|pest|lead|hands|"
    r"toll)"
)
# What there is none of, whatever it costs. "Prescription drugs free" costs nothing.
_ELSEWHERE = re.compile(
    rf"\b{_WITHOUT}[\s‐‑–-]*free\b(?! of (?:charge|cost)\b)"
    rf"|\bfree (?:of|from) (?:\w+ ){{0,2}}?{_WITHOUT}s?\b|\bfeel free\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|never|no longer|isn.t|aren.t|no es|no son)\b"
    r"(?: (?!all|every|always|necessarily|only)\w+){0,2} (?:free|gratis|gratuit\w*)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"^(?:none|n/a)\b(?! (?:of|listed|stated|given|known|specified|provided)\b)"
    r"|\b(?:cost|fee|charge|tuition|rent)s?[ ‑-]free\b|(?<![‐‑-])\bfree\b(?: of charge)?"
    r"|\bno[ ‑-](?:cost|fee|charge)s?\b|\bwithout charge\b|\bgratis\b|\bgratuit\w*"
    r"|\b(?:sin|libre de) (?:costo|cargo)s?\b|\bentrada libre\b", re.IGNORECASE,
)
_GIFT = re.compile(
    r"\b(?:(?:voluntary|small|suggested|optional) ){0,3}(?:donation|contribution|donaci[oó]n)\w*"
    r"[^.;$%]*", re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"\b(?:for|to|para)\s+(?:all|any(?:one|body)|every(?:one|body)|(?:the )?public|families|"
    r"children|kids|youth|students|todos|familias)\b(?! (?:with|who|under|in|of|on|from)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"[$%£€]|\b(?:fees?|sliding|scale|insurance|medicaid|medicare|medical assistance|pay\w*|"
    r"costs?|charg\w+|tuition|dues|rent|premium|deposit|cuotas?|seguro|costos?)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:for|to|if|unless|except|excluding|otherwise|or|but|however|most|many|some|few|only|"
    r"eligible|var(?:y|ies|ied)|depend\w*|until|after|first|none|"
    r"not (?:all|every|always|necessarily)|para|si|excepto|salvo|algun\w*)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def said_of_cost(text: str) -> str:
    """What the words of a fee say: "free" for anybody, "some" of it or for some, "fee", or "".

    A gift that is asked for is no fee. Where nothing more than free is said of somebody or
    something ("None if eligible", "Most services are free"), it is not free for anybody who comes.
    """
    said = _LABEL.sub("", " ".join(text.split()))
    said = _DENIED.sub(" fee ", _ELSEWHERE.sub(" ", said))
    free = _FREE.search(said)
    rest = _GIFT.sub(" ", _ANYBODY.sub(" ", _FREE.sub(" ", said)))
    asked = _ASKED.search(rest)
    if free:
        return "some" if asked or _LIMITED.search(rest) else "free"
    if asked:
        return "fee"
    return "free" if _GIFT.search(said) else ""


def says_only_free(text: str) -> bool:
    """Whether words say that it costs nothing, and nothing more that anybody would miss."""
    rest = _FREE.sub(" ", _LABEL.sub("", " ".join(text.split())))
    return said_of_cost(text) == "free" and not any(map(str.isalnum, rest))


def of_cost(reader: Reader, cost: str) -> list[Filter]:
    """The filters for one of COSTS; none for "".

    "free" is free for anybody, "some_free" at least for some or in part, "fee" costs somebody
    something, "unknown" is the rest; all but "some_free" exclude each other. Words come before an
    amount of 0, which may be what older words said.
    """
    if not cost:
        return []
    texts = reader.occurring("service", _FIELD)
    free, some = _said(texts, "free"), _said(texts, "free", "some")
    silent = AllOf((_said(texts, "blank"), _priced(Condition("amount", Decimal()))))
    asked = _priced(After("amount", Decimal("0.01")))
    fee = AnyOf((_said(texts, "some", "fee"), asked))
    wanted: dict[str, Filter] = {
        "free": AllOf((AnyOf((free, silent)), Not(asked))),
        "some_free": AnyOf((some, silent)),
        "fee": fee,
        "unknown": Not(AnyOf((some, silent, fee))),
    }
    return [wanted[cost]] if cost in wanted else []


def _said(texts: Sequence[str], *kinds: str) -> Filter:
    """Resources whose words are of one of these kinds; "blank": there are none."""
    found = (each for each in texts
             if (said_of_cost(each) if each.strip() else "blank") in kinds)
    return OneOf(_FIELD, tuple(sorted(found)))


def _priced(amount: Filter) -> Filter:
    return Among("id", "cost_option", "service_id", (amount,))
