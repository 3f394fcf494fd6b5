"""The first rows of a sheet as they would be stored, before anything is compared."""

from collections.abc import Mapping

from partner_desk.files.sheets.look import Look
from partner_desk.model.registry import KINDS
from partner_desk.services.importing.preview import SeenField
from partner_desk.services.sheets.building import RecordBuilder
from partner_desk.services.sheets.read_row import CellNote
from partner_desk.services.sheets.row_reading import RowReader
from partner_desk.services.sheets.settled import Settled


def stored_fields(
    look: Look, settled: Settled, place: int, categories: Mapping[str, str]
) -> tuple[list[SeenField], list[CellNote]]:
    """What the sample row at ``place`` becomes, and what is to be said of its cells.

    ``categories`` are ids of those that the office has, as ``known_categories`` has them.
    """
    read = RowReader(settled, look.headings).read(look.sample[place])
    found: list[SeenField] = []
    counts: dict[str, int] = {}
    for each in RecordBuilder(settled.target, categories).records(read, "row", None):
        counts[each.kind] = counts.get(each.kind, 0) + 1
        declared = KINDS[each.kind].declarations
        for name, value in each.values.items():
            field = declared.get(name)
            if isinstance(value, str) and value and field and field.label and not field.target:
                found.append(SeenField(each.kind, name, "", value, counts[each.kind]))
        found += [SeenField(each.kind, f"extra.{heading}", "", value, counts[each.kind])
                  for heading, value in each.extra.items() if value]
    owner = read.text("organization", "name")
    if owner and settled.target in ("contact", "service"):
        found.append(SeenField("organization", "name", "", owner))
    return found, list(read.notes)
