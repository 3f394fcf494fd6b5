"""What a person decided: from now on a key of a list stands for a record of another origin."""

from partner_desk.model.identity import derived_id
from partner_desk.model.office import Alias
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.match import Matcher
from partner_desk.services.importing.source import record_id
from partner_desk.store.reader import Reader
from partner_desk.store.unit_of_work import UnitOfWork


class Joined:
    """Keys that stand for records the office has, kept so that the same list finds them again."""

    def __init__(self, reader: Reader, matcher: Matcher, source_id: str) -> None:
        self._reader, self._matcher, self._source_id = reader, matcher, source_id
        self._kept: dict[tuple[str, str], str] = {}

    def join(self, kind: str, key: str, wanted_id: str) -> bool:
        """Let ``key`` stand for the record with this id; False where there is none by now."""
        wanted_id = self._matcher.aliases.get(wanted_id, wanted_id)
        own_id = record_id(self._source_id, kind, key)
        wanted = self._reader.get(KINDS[kind], wanted_id)
        if wanted is None or wanted.deleted_at is not None or wanted.id == own_id:
            return False
        self._lead(kind, own_id, wanted_id)
        return True

    def join_part(self, kind: str, key: str, held_id: str) -> None:
        """The same for a part of a record, which was just found."""
        self._lead(kind, record_id(self._source_id, kind, key), held_id)

    def _lead(self, kind: str, own_id: str, kept_id: str) -> None:
        if self._matcher.aliases.get(own_id) != kept_id:
            self._matcher.aliases[own_id] = kept_id
            self._kept[kind, own_id] = kept_id

    def write(self, work: UnitOfWork) -> None:
        """Keep them for the next time."""
        work.add_many([
            Alias(id=derived_id("alias", kind, own_id), of_kind=kind, loser_id=own_id,
                  survivor_id=kept_id)
            for (kind, own_id), kept_id in self._kept.items()
        ])
