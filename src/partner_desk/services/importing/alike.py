"""What a record that would be new may be the same as, among what the office holds already."""

from collections.abc import Iterator, Mapping

from partner_desk.files.hsds import Directory, RawRecord, Refusal, SourceRow
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.duplicates import (
    DUPLICATE_KINDS,
    FIRST_LEVELS,
    Facts,
    Known,
    Likeness,
)
from partner_desk.services.importing.deciding import Joined
from partner_desk.services.importing.match import NEW, Matched, Taken
from partner_desk.services.importing.preview import AS_NEW, LEFT_OUT, ImportPreview, SeenRow
from partner_desk.services.importing.seen import seen_fields
from partner_desk.services.importing.single_pass import IsCancelled, Pass, Report
from partner_desk.services.importing.source import SourceMatch, record_id
from partner_desk.services.importing.undoubling import HeldParts, addresses_told
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork

_MOST = 5
_NAMED = ("organization", "school")
"""Kinds of which two hardly ever have one name by chance, in one office."""
_SAME_NAME = frozenset(("alike.same_name", "alike.names_written_otherwise"))
_OTHER_NUMBER = frozenset(("alike.other_ein", "alike.other_number"))
_AMONG = ";"
_ASKED = "organization"
"""The kind of rows of a directory about which something can be decided."""


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


def facts_told(said: Mapping[str, object]) -> Facts:
    """What a list tells of an organization, without telephones and places, maybe elsewhere."""
    texts = {name: text for name, text in said.items() if isinstance(text, str) and text}
    others = texts.get("alternate_name", "").split(_AMONG)
    return Facts(
        texts.get("name", ""), tuple(each.strip() for each in others if each.strip()),
        texts.get("ein", ""),
        emails=(texts["email"],) if "email" in texts else (),
        websites=(texts["website"],) if "website" in texts else (),
    )


class DirectoryPass(Pass):
    """One look over a directory; tells which organizations of it the office may have already.

    ``decisions`` say by the key of their rows (see ``SeenRow``) what a person decided of them.
    """

    def __init__(
        self, reader: Reader, work: UnitOfWork | None, directory: Directory, match: SourceMatch,
        result: ImportPreview,
    ) -> None:
        super().__init__(reader, work, directory, match, result)
        self._work, self._directory = work, directory
        self._source_id = match.source.id
        self._alike = AlikeFinder(reader, _ASKED, match.source.id)
        self._joined = Joined(reader, self.matcher, match.source.id)
        self._parts = HeldParts(reader, self.matcher, match.source.id, self._joined)
        self._decisions = {
            key: decision for key, decision in result.decisions.items()
            if decision and (decision in (AS_NEW, LEFT_OUT) or self._join(key, decision))
        }

        # Its places come before their addresses, by which they are told.
        led = set(self._decisions.values()) - {AS_NEW, LEFT_OUT}
        self._addresses = addresses_told(directory) if led else {}

    def _join(self, key: str, decision: str) -> bool:
        kind, _, its_key = key.partition(":")
        return kind == _ASKED and self._joined.join(kind, its_key, decision)

    def run(self, report: Report, cancelled: IsCancelled) -> ImportPreview:
        """Go through all rows; returns what became of them."""
        result = super().run(report, cancelled)
        result.notes.extend(self._directory.notes)
        if self._work is not None:
            self._joined.write(self._work)
        return result

    def _taken_rows(self) -> Iterator[SourceRow]:
        for row in super()._taken_rows():
            own = row.records[0]
            if own.kind == _ASKED and self._decided(own) == LEFT_OUT:
                refusal = Refusal(row.file, row.row, "", "row.left_out", {}, own.kind, own.key)
                self.matcher.note_refused(refusal)
                self.refuse(refusal)
                self._ask(row, "refused", refusals=(refusal,))
                continue
            if self._addresses:
                self._parts.settle_places(row, self._addresses)
            yield self._parts.settled(row)

    def take(self, outcome: Matched) -> None:
        """Count a row that is taken; show it where it may be the same as something."""
        super().take(outcome)
        own = outcome.row.records[0]
        if own.kind == _ASKED and (outcome.state == NEW or self._decided(own)):
            self._ask(outcome.row, outcome.state, outcome.taken)

    def _ask(
        self, row: SourceRow, state: str, taken: tuple[Taken, ...] = (),
        refusals: tuple[Refusal, ...] = (),
    ) -> None:
        """Show a row about which something can be decided, or was."""
        own = row.records[0]
        decision = self._decided(own)
        # Once it is written nobody is asked any more.
        if self._work is not None or (self._alike.nothing and not decision):
            return
        # Whoever decided may think again, and sees all there was to choose from.
        own_id = "" if decision else record_id(self._source_id, own.kind, own.key)
        alike = self._alike.like(facts_told(own.values), own_id)
        if alike or decision:
            self.result.rows.append(SeenRow(
                row.row, _key(own), state, own.kind, str(own.values.get("name", "")),
                seen_fields(taken, own.kind) if decision else (), refusals, alike=alike,
                decision=decision, file=row.file,
            ))

    def _decided(self, own: RawRecord) -> str:
        return self._decisions.get(_key(own), "") if self._decisions else ""


def _key(own: RawRecord) -> str:
    return f"{own.kind}:{own.key}"
