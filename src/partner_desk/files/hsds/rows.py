"""What reading a directory gives: rows of files, and what each of them says."""

from collections.abc import Mapping
from typing import NamedTuple

Values = dict[str, "str | Through"]


class Through(NamedTuple):
    """A reference that is found by way of another: the organization of the place with ``key``."""

    kind: str
    key: str


class RawRecord(NamedTuple):
    """A record as a file says it.

    ``key`` is its id in the file. ``values`` holds, for every field the file has a column for, the
    text of the cell, or the key of the record it refers to; ``extra`` the other columns, blank ones
    too. ``soft`` records came from a list in
    one cell and may fail without their row; ``implied`` ones count only when no row has their key.
    """

    kind: str
    key: str
    values: Values
    extra: dict[str, str]
    soft: bool = False
    implied: bool = False


class SourceRow(NamedTuple):
    """One row of a file and the records it makes, the row's own record first.

    ``row`` is the number a spreadsheet shows (the header is 1), or the place in a JSON list,
    counted from 1. ``columns`` says which column a field was read from ("kind.field" for the
    records beside the first); ``prefix`` is the path to a nested JSON object.
    """

    file: str
    row: int
    records: tuple[RawRecord, ...]
    columns: Mapping[str, str]
    prefix: str = ""

    def column(self, record: RawRecord, field: str) -> str:
        """The column that ``field`` of one of this row's records was read from."""
        name = field if record is self.records[0] else f"{record.kind}.{field}"
        return self.prefix + self.columns.get(name, field)


class Refusal(NamedTuple):
    """A row that is not taken, or a cell that is put aside: where it stands, and why.

    ``kind`` is what the row would have been, or its table's name where the office keeps no such
    thing; ``key`` its id in the file, "" where it has none.
    """

    file: str
    row: int
    column: str
    code: str
    values: Mapping[str, object]
    kind: str
    key: str = ""


class RefusedRow(Exception):
    """A row cannot be read; ``column`` names where the trouble is, ``key`` the row's id."""

    def __init__(self, column: str, code: str, **values: object) -> None:
        super().__init__(column, code, values)
        self.column, self.code, self.values = column, code, values
        self.key = ""
