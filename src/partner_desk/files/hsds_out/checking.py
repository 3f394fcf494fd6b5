"""Rows against the specification: its facts as JSON Schemas, compiled once for each table."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from partner_desk.files.hsds_out.facts import Column, facts_of

Cell = str | int | float
Cells = dict[str, Cell]
_Accepts = Callable[[Any], Any]

URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_EMAIL = re.compile(r"(?!.*\.\..*@)[^@.\s][^@\s]*(?<!\.)@[^@\s]+\.[^@\s]+")
_TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?$"
_FORMATS: dict[str, Callable[[str], bool]] = {
    "uuid": lambda text: _UUID.fullmatch(text) is not None,
    "uri": lambda text: URI.fullmatch(text) is not None,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
}
_CODES = {"uuid": "hsds.no_uuid", "uri": "hsds.no_uri", "email": "hsds.no_email",
          "number": "hsds.no_number", "date": "hsds.no_date", "time": "hsds.no_time",
          "datetime": "hsds.no_moment",
          "date-time": "hsds.no_moment"}


class Trouble(NamedTuple):
    """A cell that the specification does not accept, and what fills the sentence about it."""

    column: str
    code: str
    values: Mapping[str, object]


class TableCheck:
    """Checks rows of one table. A cell that is not there is a member that is missing."""

    def __init__(self, table: str) -> None:
        self.facts = facts_of(table)
        self._row = _compiled(
            {
                "type": "object",
                "properties": {name: _schema(each) for name, each in self.facts.columns.items()},
                "required": sorted(self.facts.required),
            }
        )
        self._cells: dict[str, _Accepts] = {}

    def troubles(self, cells: Cells) -> list[Trouble]:
        """What the specification does not accept of this row, in the order of its columns."""
        if _accepted(self._row, cells):
            return []
        return [
            found
            for name, column in self.facts.columns.items()
            if (found := self._trouble(name, column, cells))
        ]

    def accepts(self, column: str, value: Cell) -> bool:
        """Whether a column takes this value; one that the specification lacks takes any."""
        known = self.facts.columns.get(column)
        return known is None or _accepted(self._cell(known), value)

    def _trouble(self, name: str, column: Column, cells: Cells) -> Trouble | None:
        if name not in cells:
            return Trouble(name, "hsds.missing", {}) if name in self.facts.required else None
        if _accepted(self._cell(column), cells[name]):
            return None
        if column.enum:
            known = ", ".join(column.enum)
            return Trouble(name, "hsds.not_listed", {"value": cells[name], "known": known})
        code = _CODES.get(column.format or column.type, "hsds.no_text")
        return Trouble(name, code, {"value": cells[name]})

    def _cell(self, column: Column) -> _Accepts:
        if column.name not in self._cells:
            self._cells[column.name] = _compiled(_schema(column))
        return self._cells[column.name]


@cache
def check_of(table: str) -> TableCheck:
    """The check for rows of ``table``."""
    return TableCheck(table)


def _schema(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "number" if column.type == "number" else "string"}
    if column.enum:
        found["enum"] = list(column.enum)
    elif column.type == "time":
        found["pattern"] = _TIME
    elif column.type in ("date", "datetime"):
        found["format"] = {"date": "date", "datetime": "date-time"}[column.type]
    elif column.format:
        found["format"] = column.format
    return found


def _compiled(schema: dict[str, Any]) -> _Accepts:
    import fastjsonschema

    dialect = "http://json-schema.org/draft-07/schema#"
    compiled: _Accepts = fastjsonschema.compile(
        {"$schema": dialect, **schema}, formats=_FORMATS, use_default=False
    )
    return compiled


def _accepted(accepts: _Accepts, value: object) -> bool:
    import fastjsonschema

    try:
        accepts(value)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True
