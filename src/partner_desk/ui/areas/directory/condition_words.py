"""Conditions of a list of resources in words: on buttons, at the head of papers and workbooks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from partner_desk.files.catalogue import LANGUAGES, Catalogue
from partner_desk.model.categories import Category
from partner_desk.model.organizations import Organization
from partner_desk.model.partners import School
from partner_desk.model.resources import SERVICE_STATES
from partner_desk.services.categories import name_in
from partner_desk.services.directory.languages import SPANISH, called
from partner_desk.services.directory.lists import Narrowed, ResourceList
from partner_desk.services.directory.narrowed import USUAL_MILES
from partner_desk.ui.components.showing import shown_date, shown_time

if TYPE_CHECKING:
    from partner_desk.store.reader import Reader

T = TypeVar("T")

_GONE = "–"


class Speaker(Protocol):
    """Who says conditions: the desk in the language of the screen, ``InLanguage`` in another."""

    @property
    def catalogue(self) -> Catalogue:
        """The words of the language."""

    def text(self, source: str) -> str:
        """``source`` in that language."""

    def read(self, work: "Callable[[Reader], T]") -> T:
        """What ``work`` finds in the office."""


@dataclass(frozen=True)
class InLanguage:
    """Says in the language of ``catalogue`` what ``desk`` reads: paper may speak another."""

    desk: Speaker
    catalogue: Catalogue

    def text(self, source: str) -> str:
        """``source`` in that language."""
        return self.catalogue.text(source)

    def read(self, work: "Callable[[Reader], T]") -> T:
        """What ``work`` finds in the office."""
        return self.desk.read(work)


def day_names(desk: Speaker) -> dict[str, str]:
    """The days of the week by the two letters of schedules."""
    return {
        "MO": desk.text("Monday"), "TU": desk.text("Tuesday"), "WE": desk.text("Wednesday"),
        "TH": desk.text("Thursday"), "FR": desk.text("Friday"), "SA": desk.text("Saturday"),
        "SU": desk.text("Sunday"),
    }


def part_names(desk: Speaker) -> dict[str, str]:
    """The parts of a day by their keys."""
    return {
        "morning": desk.text("in the morning"), "afternoon": desk.text("in the afternoon"),
        "after_school": desk.text("after school"), "evening": desk.text("in the evening"),
    }


def cost_names(desk: Speaker) -> dict[str, str]:
    """What is known of the cost, by key."""
    return {
        "free": desk.text("Free of charge"), "some_free": desk.text("Free at least for some"),
        "fee": desk.text("With a fee"), "unknown": desk.text("Cost not known"),
    }


def list_words(desk: Speaker, wanted: ResourceList) -> str:
    """All that a list is narrowed by in a line; "" where it is not."""
    words = [condition_words(desk, wanted.narrowed, each) for each in wanted.narrowed.names]
    if wanted.search.strip():
        words.insert(0, desk.text("“{0}”").format(wanted.search.strip()))
    return ", ".join(words)


def list_words_by_language(desk: Speaker, wanted: ResourceList) -> dict[str, str]:
    """The same in every language that paper speaks, by code."""
    return {code: list_words(InLanguage(desk, Catalogue(code)), wanted) for code in LANGUAGES}


def condition_words(desk: Speaker, narrowed: Narrowed, name: str) -> str:
    """One condition, by its name in ``Narrowed.names``."""
    return desk.read(lambda reader: _WORDS[name](desk, reader, narrowed))


def languages_words(desk: Speaker, languages: Sequence[str]) -> str:
    """Languages as people say them; Spanish by two names is one language."""
    names = called(languages)
    return desk.text("In Spanish") if names == [SPANISH] else ", ".join(map(desk.text, names))


def _categories(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    found = reader.get_many(Category, narrowed.categories)
    names = (name_in(each, desk.catalogue.language) for each in found)
    return ", ".join(names) or _GONE


def _ages(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    first, last = narrowed.age_from, narrowed.age_to
    if first is None:
        words = desk.text("Up to age {0}").format(last)
    elif last is None:
        words = desk.text("From age {0}").format(first)
    elif first == last:
        words = desk.text("Age {0}").format(first)
    else:
        words = desk.text("Ages {0} to {1}").format(first, last)
    return desk.text("{0}, as they say").format(words) if narrowed.ages_stated else words


def _near(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    school = reader.get(School, narrowed.school_id)
    name = school.name if school else _GONE
    if school is not None and (school.latitude is None or school.longitude is None):
        return desk.text("Near {0}, whose place is not known").format(name)
    miles = narrowed.miles or USUAL_MILES
    return desk.text("Within {0} miles of {1}").format(f"{miles:g}", name)


def _open(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    names = day_names(desk)
    days = ", ".join(names.get(each, each) for each in narrowed.days)
    times = [days] if days else []
    if narrowed.part:
        times.append(part_names(desk).get(narrowed.part, narrowed.part))
    if narrowed.at is not None:
        times.append(desk.text("at {0}").format(shown_time(narrowed.at)))
    return desk.text("Open: {0}").format(" ".join(times))


def _organization(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    found = reader.get(Organization, narrowed.organization_id)
    return found.name if found else _GONE


def _statuses(desk: Speaker, reader: "Reader", narrowed: Narrowed) -> str:
    labels = {each.value: desk.text(each.label) for each in SERVICE_STATES}
    return ", ".join(labels.get(each, each) for each in narrowed.statuses)



_Words = Callable[[Speaker, "Reader", Narrowed], str]
_WORDS: dict[str, _Words] = {
    "categories": _categories,
    "ages": _ages,
    "eligibility": lambda desk, reader, narrowed: desk.text("For: {0}").format(
        narrowed.eligibility),
    "languages": lambda desk, reader, narrowed: languages_words(desk, narrowed.languages),
    "place": lambda desk, reader, narrowed: desk.text("In {0}").format(narrowed.place),
    "postal_codes": lambda desk, reader, narrowed: desk.text("ZIP {0}").format(
        ", ".join(narrowed.postal_codes)),
    "near": _near,
    "open": _open,
    "cost": lambda desk, reader, narrowed: cost_names(desk).get(narrowed.cost, narrowed.cost),
    "accessible": lambda desk, reader, narrowed: desk.text("Accessibility described"),
    "verified_since": lambda desk, reader, narrowed: desk.text("Verified since {0}").format(
        shown_date(narrowed.verified_since)),
    "unverified_days": lambda desk, reader, narrowed: desk.text(
        "Not verified for {0} days").format(narrowed.unverified_days),
    "never_verified": lambda desk, reader, narrowed: desk.text("Never verified"),
    "organization": _organization,
    "statuses": _statuses,
}
"""How each condition of ``Narrowed`` is said."""
