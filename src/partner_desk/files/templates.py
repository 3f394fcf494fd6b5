"""Placeholders in the words of templates and clauses, and what fills them on paper.

The words that ship are samples, which a district's counsel should review.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from partner_desk.files.resources import resource_dir

PLACEHOLDERS = (
    "district", "partner", "office", "number", "amended_number", "starts_on", "ends_on",
    "school", "schools", "amount",
)
"""The names that may stand in braces in a template's title, purpose and clauses."""

_PLACEHOLDER = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")
_WORDS_IN_BRACES = re.compile(r"\{([^{}\n]{0,60}?[^\W\d_][^{}\n]{0,60}?)\}")

Values = Mapping[str, str | None]
"""What placeholders stand for, as the paper is to have it; see ``written_date``, ``series``."""

Wording = Mapping[str, str]
"""One text by language code."""


def filled(text: str, language: str, values: Values) -> str:
    """``text`` with its placeholders filled for a paper in ``language``.

    What is not known yet (None, "" or not among ``values``) becomes a line to write upon. Other
    words in braces stay as they are. The values are put in once and never read as placeholders
    themselves, so that a partner may be called ``{district}``.
    """
    blank = _wording("blank", language)
    return _PLACEHOLDER.sub(lambda match: values.get(match[1]) or blank, text)


def placeholders_in(text: str) -> tuple[str, ...]:
    """The placeholders of ``text``, each once, in the order in which they first stand there."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(text)))


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """What stands in braces and is no placeholder, such as ``patner``: it would be printed so."""
    found = _WORDS_IN_BRACES.findall(text)
    return tuple(dict.fromkeys(each for each in found if each not in PLACEHOLDERS))


def named_schools(names: Sequence[str], language: str) -> str:
    """``names`` as one enumeration; when there are none, the schools of the district."""
    return series(names, language) if names else _wording("no_schools", language)


def sample_notice(language: str) -> str:
    """That the words of a template are a sample, which counsel should review."""
    return _wording("sample_notice", language)


def written_date(day: date, language: str) -> str:
    """``day`` as running text has it: "July 1, 2026", "1 de julio de 2026"."""
    months = _words()["months"][language]
    pattern = _wording("date", language)
    return pattern.format(month=months[day.month - 1], day=day.day, year=day.year)


def series(names: Sequence[str], language: str) -> str:
    """``names`` as one enumeration: "A", "A and B", "A, B, and C"."""
    if len(names) < 2:
        return "".join(names)
    first, last = ", ".join(names[:-1]), names[-1]
    return _wording("pair" if len(names) == 2 else "series", language).format(
        first=first, last=last
    )


def _wording(name: str, language: str) -> str:
    text: str = _words()[name][language]
    return text


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (resource_dir("templates") / "wording.json").read_text(encoding="utf-8")
    )
    return found
