"""What a resource costs, as people write it, where that is certain: "Free", "$120", "$116-$145"."""

import re
from functools import lru_cache
from typing import NamedTuple

_AMOUNT = r"\$\s?(\d{1,3}(?:,\d{3})+|\d{1,6})(\.\d\d)?"
_FREE = re.compile(
    r"(?:free(?: of charge)?|no (?:cost|charge|fee)|without charge|gratis|gratuit[oa]|"
    r"sin (?:costo|cargo)|\$\s?0(?:\.00)?)[\s.!]*", re.IGNORECASE,
)
_PER = (
    r"\s*(?:/|per|each|a|por|al|a la)\s*(?:week|wk|day|session|month|mo|class|hour|hr|year|yr|"
    r"season|semester|child|person|camper|student|family|semana|dia|día|mes|clase|hora|año|"
    r"niño|niña|persona|familia)\b\.?"
)
_ONE = re.compile(rf"{_AMOUNT}({_PER})?", re.IGNORECASE)
_BARE = re.compile(r"(\d{1,5})(\.\d\d)?")
_RANGE = re.compile(rf"{_AMOUNT}\s*(?:-|–|—|to|a)\s*\$?\s?\d[\d,]*(?:\.\d\d)?(?:{_PER})?",
                    re.IGNORECASE)
_LABELLED = re.compile(rf"([^$\d:][^$:]{{0,60}}):\s*({_AMOUNT}(?:{_PER})?)", re.IGNORECASE)


class FoundCost(NamedTuple):
    """What it costs for whom: ``amount`` in dollars, ``words`` where it alone would not do."""

    option: str
    amount: str
    words: str = ""


@lru_cache(maxsize=2_000)
def costs_in(text: str) -> tuple[FoundCost, ...]:
    """The costs that a text says, none where it is not certain; of a range the least."""
    said = " ".join(text.split())
    if _FREE.fullmatch(said):
        return (FoundCost("", "0"),)
    if (match := _ONE.fullmatch(said)) or (match := _BARE.fullmatch(said)):
        amount = _plain(match[1], match[2])
        if float(amount) == 0:
            return ()
        return (FoundCost("", amount, said if match.re is _ONE and match[3] else ""),)
    if match := _RANGE.fullmatch(said):
        return (FoundCost("", _plain(match[1], match[2]), said),)
    lines = [_LABELLED.fullmatch(" ".join(line.split())) for line in text.splitlines()
             if line.strip()]
    found = [
        FoundCost(line[1].strip(), _plain(line[3], line[4]),
                  "" if line[2].endswith(line[4] or line[3]) else line[2])
        for line in lines if line
    ]
    whole = len(found) == len(lines) and len({each.option for each in found}) == len(found)
    return tuple(found) if whole else ()


def _plain(whole: str, cents: str | None) -> str:
    return whole.replace(",", "") + (cents or "")
