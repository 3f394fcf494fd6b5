"""The name of a person and what the person is, told apart where one cell says both."""

import re
from typing import NamedTuple

from partner_desk.model.folding import fold
from partner_desk.services.sheets.addresses import state_letters

_ROLE_WORDS = (
    "director directora principal coordinator coordinador coordinadora manager president "
    "presidente presidenta vicepresident superintendent liaison administrator administrador "
    "administradora ceo coo cfo chair chairperson chairman supervisor supervisora officer lead "
    "specialist assistant associate secretary secretaria treasurer tesorero tesorera head founder "
    "owner teacher maestro maestra counselor consejero consejera nurse enfermera pastor "
    "reverend minister rabbi imam priest gerente encargado encargada jefe jefa trabajadora "
    "trabajador advocate navigator organizer recruiter registrar trainer intern volunteer "
    "executive interim acting deputy provost librarian staff member"
)
_DEGREE_WORDS = (
    "md phd edd dds dmd rn lpn np msw lcsw licsw lmhc lpc cpa esq jd mba mpa mph med "
    "psyd dvm ccc slp"
)
_ROLES, _DEGREES = frozenset(_ROLE_WORDS.split()), frozenset(_DEGREE_WORDS.split())
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_MOST_WORDS = 2


class Person(NamedTuple):
    """A name as it is spoken, and the role or degrees that stood behind it, "" for none."""

    name: str
    title: str = ""


def person(text: str) -> Person:
    """Who a text names: "Ruiz, Ana" is Ana Ruiz, "Ana Ruiz, Directora" has her role apart.

    A name is turned only where two plain words or fewer stand on either side of the comma; all
    else stays as it was typed. "Jr." is a part of the name.
    """
    first, *behind = [part.strip() for part in text.split(",")]
    titles: list[str] = []
    while behind and first and _is_title(behind[-1]):
        titles.insert(0, behind.pop())
    title = ", ".join(titles)
    if len(behind) == 1 and _is_plain(first) and _is_plain(behind[0]) and not (
        state_letters(behind[0]) and behind[0].isupper() and not first.isupper()
    ):
        return Person(f"{behind[0]} {first}", title)
    return Person(", ".join((first, *behind)) if titles else text, title)


def _is_title(part: str) -> bool:
    words = fold(part.replace(".", "")).split()
    return bool(words) and (
        any(word in _ROLES for word in words) or all(word in _DEGREES for word in words)
    )


def _is_plain(part: str) -> bool:
    """Whether a part is a family name or a first name and nothing else."""
    words = part.split()
    return 0 < len(words) <= _MOST_WORDS and all(map(_NAME_WORD.fullmatch, words)) and not any(
        fold(word.replace(".", "")) in _GENERATIONS for word in words
    ) and not _is_title(part)
