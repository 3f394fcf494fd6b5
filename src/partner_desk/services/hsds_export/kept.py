"""Rows of foreign tables on their way back out, with the ids of what they refer to."""

from collections.abc import Iterator

from partner_desk.files.hsds.tables import AS_GIVEN
from partner_desk.files.hsds_out.checking import Cells, Trouble, check_of
from partner_desk.files.hsds_out.facts import facts_of
from partner_desk.files.hsds_out.rows import OutRow, finish
from partner_desk.model.origins import KeptRow
from partner_desk.model.queries import Condition, ListQuery
from partner_desk.services.hsds_export.choice import Choice, pages
from partner_desk.services.hsds_export.references import Fate, References, kept_id


class KeptRows:
    """The rows of tables that the office has no kind for."""

    def __init__(self, choice: Choice, references: References) -> None:
        self._choice = choice
        self._references = references

    def tables(self) -> list[str]:
        """The tables that have such rows, in their order."""
        return sorted(self._choice.reader.values(ListQuery("kept_row"), "table_name"))

    def of(self, table: str) -> Iterator[OutRow]:
        """The rows of a table by their ids; one that hangs on what stays home stays too."""
        reader = self._choice.reader
        where = (Condition("table_name", table),)
        order = [
            (kept_id(each), each.id)
            for page in pages(reader.ids(ListQuery("kept_row", where=where)))
            for each in reader.get_many(KeptRow, page)
            if (each.kind, each.id) not in self._choice.without
        ]
        for page in pages([record_id for _, record_id in sorted(order)]):
            for kept in reader.get_many(KeptRow, page):
                row = self._row(table, kept)
                if row is not None:
                    yield row

    def _row(self, table: str, kept: KeptRow) -> OutRow | None:
        cells: Cells = {"id": kept_id(kept)}
        row = OutRow(table, cells, kept.kind, kept.id, kept.caption)
        facts, extra = facts_of(table), self._choice.extra(kept)
        lost: list[Trouble] = []
        for name, text in extra.items():
            if not name.endswith("_id") or name in cells:
                cells.setdefault(name, text)
                continue
            fate, kind, mapped = self._references.resolved(kept, name, text, extra)
            if fate is Fate.STAYS:
                return None
            column = facts.columns.get(name)
            if fate is Fate.GOES:
                cells[name] = mapped
                if kind and not row.shown[0]:
                    row.shown = kind, mapped
            elif column is None or not column.reference or name in facts.required:
                cells[name] = text
                if column is not None and column.reference:
                    lost.append(Trouble(name, "hsds.refers_to_nothing", {"value": text}))
            else:
                cells[name + AS_GIVEN] = text
        finish(row, check_of(table))
        known = {each.column for each in row.troubles}
        row.troubles += [each for each in lost if each.column not in known]
        return row
