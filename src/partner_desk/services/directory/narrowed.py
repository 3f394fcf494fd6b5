"""What a list of resources can be narrowed by."""

from dataclasses import dataclass, fields, replace
from datetime import date, time
from typing import Any

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week as schedules write them."""
PARTS_OF_DAY: dict[str, tuple[time, time]] = {
    "morning": (time(6), time(12)),
    "afternoon": (time(12), time(17)),
    "after_school": (time(14, 30), time(18)),
    "evening": (time(17), time(22)),
}
"""When each begins and ends; they may overlap."""
COSTS = ("free", "some_free", "fee", "unknown")
"""Free for anybody; at least for some or in part; with a fee for somebody; not known."""
USUAL_MILES = 2.0

GROUPS: dict[str, tuple[str, ...]] = {
    "categories": ("categories",),
    "ages": ("age_from", "age_to", "ages_stated"),
    "eligibility": ("eligibility",),
    "languages": ("languages",),
    "place": ("place",),
    "postal_codes": ("postal_codes",),
    "near": ("school_id", "miles"),
    "open": ("days", "part", "at"),
    "cost": ("cost",),
    "accessible": ("accessible",),
    "verified_since": ("verified_since",),
    "unverified_days": ("unverified_days",),
    "never_verified": ("never_verified",),
    "organization": ("organization_id",),
    "statuses": ("statuses",),
}
"""Conditions by name, each with the fields that say it together."""
_MODIFIERS = ("ages_stated", "miles")
"""Fields that say nothing without the others of their group."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a list of resources is narrowed by; what is empty narrows nothing.

    All conditions must fit; of the values within one, any. ``categories`` are ids, each with all
    under it. Ages are years: a resource that does not say for which ages it is may fit, unless
    ``ages_stated``. ``place`` are words of cities or neighborhoods, parted by commas or
    semicolons; ``postal_codes`` may be beginnings. ``school_id`` and ``miles``: a place of the
    resource stands within so many miles of the school. ``days`` are of DAYS, ``part`` is one of
    PARTS_OF_DAY, ``at`` a time of day: it is open then. ``cost`` is one of COSTS. ``accessible``:
    it is said how people with disabilities get in. ``unverified_days``: last verified longer ago
    than so many days, or never.
    """

    categories: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    ages_stated: bool = False
    eligibility: str = ""
    languages: tuple[str, ...] = ()
    place: str = ""
    postal_codes: tuple[str, ...] = ()
    school_id: str | None = None
    miles: float | None = None
    days: tuple[str, ...] = ()
    part: str = ""
    at: time | None = None
    cost: str = ""
    accessible: bool = False
    verified_since: date | None = None
    unverified_days: int | None = None
    never_verified: bool = False
    organization_id: str | None = None
    statuses: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the conditions there are, of GROUPS."""
        nothing = Narrowed()
        said = {each.name for each in fields(self) if each.name not in _MODIFIERS
                and getattr(self, each.name) != getattr(nothing, each.name)}
        return tuple(name for name, parts in GROUPS.items() if not said.isdisjoint(parts))

    def without(self, name: str) -> "Narrowed":
        """The same without the condition called ``name``."""
        nothing = Narrowed()
        empty: dict[str, Any] = {each: getattr(nothing, each) for each in GROUPS[name]}
        return replace(self, **empty)
