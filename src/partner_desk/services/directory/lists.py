"""Lists of resources: which of them, what was typed, what they are narrowed by."""

from dataclasses import dataclass, field, replace
from datetime import date

from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.directory.filters import filters_of, unverified
from partner_desk.services.directory.narrowed import Narrowed as Narrowed
from partner_desk.services.office import settings_in
from partner_desk.store.reader import Reader

ACTIVE = Condition("status", "active")
CHOICES = ("active", "unverified", "all")
"""Lists to begin with: what is offered, the queue of what should be verified, everything."""


@dataclass(frozen=True, slots=True)
class ResourceList:
    """A list of resources as a person asked for it; ``choice`` is one of CHOICES."""

    choice: str = "active"
    search: str = ""
    narrowed: Narrowed = field(default_factory=Narrowed)

    def query(self, reader: Reader, today: date) -> ListQuery:
        """What to ask the store for on ``today``."""
        begun = chosen(self.choice, today, verify_days(reader))
        where = (*begun.where, *filters_of(reader, self.narrowed, today))
        return replace(begun, where=where, search=self.search)


def chosen(choice: str, today: date, days: int) -> ListQuery:
    """One of CHOICES; what somebody confirmed is trusted for so many ``days``."""
    if choice == "unverified":
        return ListQuery("service", where=(ACTIVE, unverified(today, days)), order="assured_date")
    return ListQuery("service", where=() if choice == "all" else (ACTIVE,))


def verify_days(reader: Reader) -> int:
    """For how many days this office trusts what somebody confirmed of a resource."""
    return int(settings_in(reader).verify_days or 365)


def unverified_count(reader: Reader, today: date) -> int:
    """How many active resources should be verified."""
    return reader.count(chosen("unverified", today, verify_days(reader)))
