"""All tables of a public directory in the order in which they are written."""

from collections.abc import Iterator

from partner_desk.files.hsds.tables import AS_GIVEN, WRITTEN
from partner_desk.files.hsds_out.checking import Trouble
from partner_desk.files.hsds_out.facts import facts_of, tables
from partner_desk.files.hsds_out.rows import OutRow
from partner_desk.services.hsds_export.choice import Choice
from partner_desk.services.hsds_export.kept import KeptRows
from partner_desk.services.hsds_export.rows import ORDER, Rows

_KINDS = {WRITTEN[kind].name: kind for kind in ORDER}


class Tables:
    """The tables of what was chosen, each as a stream of rows."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.rows = Rows(choice)
        self.kept = KeptRows(choice, self.rows.references)
        self._kept_tables = self.kept.tables()

    def names(self) -> list[str]:
        """The tables there may be: the specification's, then the others."""
        known = list(tables())
        others = {*_KINDS, *self._kept_tables}.difference(known)
        return [*known, *sorted(others)]

    def of(self, table: str) -> Iterator[OutRow]:
        """The rows of a table, in an order that their ids alone decide."""
        return _distinct(table, self._of(table))

    def kept_of(self, table: str) -> Iterator[OutRow]:
        """The rows of a table that stand for no record of the office."""
        if table == "taxonomy":
            found = [*self.rows.schemes(), *self._kept(table)]
            yield from sorted(found, key=lambda row: str(row.cells["id"]))
        else:
            yield from self._kept(table)

    def _of(self, table: str) -> Iterator[OutRow]:
        if table in _KINDS:
            yield from self.rows.of(_KINDS[table])
        yield from self.kept_of(table)

    def _kept(self, table: str) -> Iterator[OutRow]:
        return self.kept.of(table) if table in self._kept_tables else iter(())


def _distinct(table: str, rows: Iterator[OutRow]) -> Iterator[OutRow]:
    """The same rows; a value that has to be the only one of its kind and is not, goes beside.

    That programs of one organization may be but one is a slip of the specification.
    """
    columns = [
        name for name, each in facts_of(table).columns.items()
        if each.unique and name != "id" and not each.reference
    ]
    seen: dict[str, set[object]] = {name: set() for name in columns}
    kept_ids: set[object] = set()
    for row in rows:
        for name in columns:
            if name not in row.cells:
                continue
            if row.cells[name] in seen[name]:
                row.cells[name + AS_GIVEN] = row.cells.pop(name)
                row.repaired.append((name, "hsds.put_beside"))
            else:
                seen[name].add(row.cells[name])
        if row.kind == "kept_row":
            if row.cells["id"] in kept_ids:
                row.troubles.append(Trouble("id", "hsds.repeated", {"value": row.cells["id"]}))
            kept_ids.add(row.cells["id"])
        yield row
