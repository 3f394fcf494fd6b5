"""What a record that would be new may be the same as, among what the office holds already."""

from partner_desk.model.organizations import Organization
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.duplicates import (
    DUPLICATE_KINDS,
    FIRST_LEVELS,
    Facts,
    Known,
    Likeness,
)
from partner_desk.services.importing.match import NEW, Matched
from partner_desk.services.importing.preview import ImportPreview, SeenRow
from partner_desk.services.importing.single_pass import Pass, RowGiver
from partner_desk.services.importing.source import SourceMatch
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork

_MOST = 5
_NAMED = ("organization", "school")
"""Kinds of which two hardly ever have one name by chance, in one office."""
_SAME_NAME = frozenset(("alike.same_name", "alike.names_written_otherwise"))
_OTHER_NUMBER = frozenset(("alike.other_ein", "alike.other_number"))
_AMONG = ";"


class AlikeFinder:
    """Finds records that the office holds; its index is made when it is first needed.

    With ``source_id`` records of that source are never found: one list says of its own rows that
    they are different, and for an office that holds nothing else no index is made.
    """

    def __init__(self, reader: Reader, kind: str, source_id: str = "") -> None:
        self._reader, self._kind = reader, kind
        self._known: Known | None = None
        self._of_source = (Condition("source_id", source_id),) if source_id else ()
        self._nothing = kind not in DUPLICATE_KINDS or not self._others()
        self._own: frozenset[str] = frozenset()

    def _others(self) -> int:
        """How many records there are that may be found."""
        held = self._reader.count(ListQuery(self._kind))
        if not held or not self._of_source:
            return held
        return held - self._reader.count(ListQuery(self._kind, where=self._of_source))

    @property
    def nothing(self) -> bool:
        """Whether there is nothing that anything could be the same as."""
        return self._nothing

    def like(self, facts: Facts, record_id: str) -> tuple[Likeness, ...]:
        """The likeliest of what something of these facts may be the same as.

        ``record_id`` is its own id, so that what somebody said of it counts; "" where a person
        decided already which it is, and may think again.
        """
        if self._nothing:
            return ()
        if self._known is None:
            self._build()
        assert self._known is not None
        found = self._known.likely(facts, record_id)
        return tuple(
            each for each in found
            if self._is_asked(each) and each.record_id not in self._own
        )[:_MOST]

    def _is_asked(self, found: Likeness) -> bool:
        """Likely ones, and what has the same name: a list may tell nothing else that agrees."""
        told = {each.code for each in found.reasons}
        is_named = self._kind in _NAMED and told & _SAME_NAME and not told & _OTHER_NUMBER
        return found.level in FIRST_LEVELS or bool(is_named)

    def _build(self) -> None:
        """Before anything of an import is written: it is not to be found like itself."""
        self._known = Known(self._reader, self._kind)
        if self._of_source:
            own = self._reader.ids(ListQuery(self._kind, where=self._of_source))
            self._own = frozenset(own)


def facts_of_organization(found: Organization) -> Facts:
    """What an organization itself tells, without telephones and places, which may be elsewhere."""
    others = tuple(each.strip() for each in found.alternate_name.split(_AMONG) if each.strip())
    return Facts(
        found.name, others, found.ein, emails=(found.email,) if found.email else (),
        websites=(found.website,) if found.website else (),
    )


class DirectoryPass(Pass):
    """One look over a directory that tells which new organizations the office may have already."""

    def __init__(
        self, reader: Reader, work: UnitOfWork | None, giver: RowGiver, match: SourceMatch,
        result: ImportPreview,
    ) -> None:
        super().__init__(reader, work, giver, match, result)
        # Once it is written nobody is asked any more.
        self._alike = None if work else AlikeFinder(reader, "organization", match.source.id)

    def take(self, outcome: Matched) -> None:
        """Count a row that is taken; show it where it may be the same as something."""
        super().take(outcome)
        own = outcome.row.records[0]
        if self._alike is None or self._alike.nothing or own.kind != "organization":
            return
        record = next((each.record for each in outcome.taken if each.state == NEW), None)
        if not isinstance(record, Organization):
            return
        alike = self._alike.like(facts_of_organization(record), record.id)
        if alike:
            self.result.rows.append(SeenRow(
                outcome.row.row, own.key, outcome.state, own.kind, record.name, alike=alike
            ))
