"""What the ids of a source stand for: cells that refer to records get the ids that go out."""

from collections.abc import Mapping
from enum import Enum

from partner_desk.files.hsds.going_out import referred_table
from partner_desk.files.hsds.tables import AS_GIVEN, KEPT, NAMES, WRITTEN
from partner_desk.files.hsds_out.facts import facts_of
from partner_desk.model.fields import Record
from partner_desk.model.identity import as_uuid
from partner_desk.model.origins import Imported, KeptRow
from partner_desk.model.registry import KINDS
from partner_desk.services.hsds_export.choice import ROOTS, Choice
from partner_desk.services.importing.source import record_id


class Fate(Enum):
    """What becomes of what a cell refers to."""

    GOES = "goes"
    STAYS = "stays"
    UNKNOWN = "unknown"


class References:
    """Looks up what cells of sources refer to."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._looked_up: dict[tuple[str, str], bool] = {}

    def extra(self, record: Record) -> Mapping[str, str]:
        """The other columns of a record, references as they go out.

        What refers to nothing stands beside its column; what refers to a record that stays is
        left out.
        """
        found = self._choice.extra(record)
        if not isinstance(record, Imported) or not any(map(_refers, found)):
            return found
        facts = facts_of(WRITTEN[record.kind].name)
        cells: dict[str, str] = {}
        for name, text in found.items():
            if not _refers(name) or name in record.declarations:
                cells[name] = text
                continue
            fate, _, mapped = self.resolved(record, name, text, found)
            column = facts.columns.get(name)
            if fate is Fate.GOES:
                cells[name] = mapped
            elif fate is Fate.UNKNOWN:
                is_loose = column is None or not column.reference
                cells[name if is_loose else name + AS_GIVEN] = text
        return cells

    def resolved(
        self, record: Imported, name: str, text: str, cells: Mapping[str, str]
    ) -> tuple[Fate, str, str]:
        """What the cell ``text`` of the column ``name`` refers to: fate, kind and id."""
        table = referred_table(name, cells)
        shape = NAMES.get(table)
        if shape is None or not text:
            return Fate.UNKNOWN, "", text
        if shape.kind == KEPT:
            return self._kept(record, shape.name, text)
        own = record_id(record.source_id or "", shape.kind, text)
        own = self._choice.survivor(shape.kind, own)
        if self._choice.goes(shape.kind, own):
            return Fate.GOES, shape.kind, own
        if shape.kind in ROOTS or shape.kind == "contact":
            return (Fate.STAYS if self._exists(shape.kind, own) else Fate.UNKNOWN), "", text
        if not self._exists(shape.kind, own):
            return Fate.UNKNOWN, "", text
        if self._part_goes(shape.kind, own):
            return Fate.GOES, shape.kind, own
        return Fate.STAYS, "", text

    def _part_goes(self, kind: str, id_: str) -> bool:
        """Whether what belongs to others goes out: with the first owner of it that does."""
        record = self._choice.reader.get(KINDS[kind], id_)
        if record is None or record.deleted_at or (kind, id_) in self._choice.without:
            return False
        owners = (
            (each.target, getattr(record, each.name) or "") for each in record.owner_fields()
        )
        return any(
            self._part_goes(target, owner) if target == "phone"
            else self._choice.goes(target, owner)
            for target, owner in owners
        )

    def _kept(self, record: Imported, table: str, text: str) -> tuple[Fate, str, str]:
        keys = (text, f"{table}/{text}") if as_uuid(text) else (f"{table}/{text}",)
        ids = [record_id(record.source_id or "", KEPT, key) for key in keys]
        own = next((each for each in ids if self._exists(KEPT, each)), "")
        if not own:
            return Fate.UNKNOWN, "", text
        stays = (KEPT, own) in self._choice.without
        return (Fate.STAYS if stays else Fate.GOES), "", out_id(text, own)

    def _exists(self, kind: str, id_: str) -> bool:
        if (kind, id_) not in self._looked_up:
            self._looked_up[kind, id_] = self._choice.reader.get(KINDS[kind], id_) is not None
        return self._looked_up[kind, id_]


def out_id(text: str, record_key: str) -> str:
    """The id under which a kept row goes out: its own where that is one of a kind."""
    return as_uuid(text) or record_key


def kept_id(row: KeptRow) -> str:
    """The same, of a row itself."""
    return out_id(row.extra.get("id", ""), row.id)


def _refers(name: str) -> bool:
    return name.endswith("_id")
