"""From records to rows of HSDS 3.1: columns, values in its forms, what it does not take beside."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from partner_desk.files.hsds.tables import AS_GIVEN, FORMER_ID, WRITTEN, column_of
from partner_desk.files.hsds_out.checking import (
    URI,
    Cell,
    Cells,
    TableCheck,
    Trouble,
    check_of,
)
from partner_desk.files.hsds_out.facts import Facts, facts_of
from partner_desk.files.web_address import web_address
from partner_desk.model.categories import ServiceCategory
from partner_desk.model.fields import Field, Record
from partner_desk.model.registry import KINDS
from partner_desk.model.values import Reference

Refer = Callable[[str, str], bool]
"""Whether the record of a kind with an id goes out as well."""
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_PART = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]*[1-9]")
_EIN = "ein"
"""Not on forms that go out, but on every list of non-profits: it tells namesakes apart."""
_REPEATED = ("organization", "program", "taxonomy_term", "taxonomy")
"""Tables that ask for a description; where the office has none the name stands there again."""


@dataclass(slots=True)
class OutRow:
    """A row: its cells without blank ones, and the record it says.

    ``shown`` is the kind and id of the record to look at when something is wrong; ``troubles`` is
    what the specification does not accept of it, ``repaired`` the columns whose values were
    changed or put beside, each with the code of how.
    """

    table: str
    cells: Cells
    kind: str
    id: str
    caption: str = ""
    shown: tuple[str, str] = ("", "")
    troubles: list[Trouble] = field(default_factory=list)
    repaired: list[tuple[str, str]] = field(default_factory=list)


class RowMaker:
    """Makes the rows of one kind of records."""

    def __init__(self, kind: str) -> None:
        self.shape = WRITTEN[kind]
        self.facts = facts_of(self.shape.name)
        self.check = check_of(self.shape.name)
        entity = KINDS[kind]
        going = [each for each in entity.declarations.values() if _goes_out(each)]
        self._fields = [
            (each.name, column_of(self.shape, each.name, self.facts.columns), each.target)
            for each in going
        ]
        self._stays = entity.declarations.keys() - {each.name for each in going}
        self._read = entity.declarations.keys() | self.shape.columns.keys()
        self._read |= self.shape.parts.keys()

    def row(self, record: Record, extra: Mapping[str, str], refer: Refer) -> OutRow:
        """The row of a record; ``extra`` are the columns of its source that may go out."""
        cells: Cells = {"id": record.id}
        for name, column, target in self._fields:
            value = getattr(record, name)
            if value is None or value == "" or value == ():
                continue
            if not target:
                cells[column] = _cell(value)
            elif refer(target, value):
                cells[column] = value
        if isinstance(record, ServiceCategory) and record.service_id:
            cells.pop("service_id", None)
            cells |= {"link_id": record.service_id, "link_entity": "service"}
        out = OutRow(self.shape.name, cells, record.kind, record.id, record.caption)
        for name, text in extra.items():
            if name not in self._stays:
                self._add(cells, name, text)
        finish(out, self.check)
        return out

    def _add(self, cells: Cells, name: str, text: str) -> None:
        """A cell of the source. What the reader takes for a field was put aside when read."""
        if name == "id":
            cells[FORMER_ID] = text
            return
        column = self.facts.columns.get(name)
        plain = column is not None and not column.reference and name not in cells
        cells[name if plain or name not in self._read else name + AS_GIVEN] = text


@cache
def maker(kind: str) -> RowMaker:
    """The maker of rows of ``kind``."""
    return RowMaker(kind)


def finish(row: OutRow, check: TableCheck) -> None:
    """Bring a row's cells into the specification's forms and note what it does not accept.

    What is needed and does not fit stays, as a trouble; what is not needed goes beside.
    """
    cells, facts = row.cells, check.facts
    if not facts.nested.keys().isdisjoint(cells):
        for name in cells.keys() & facts.nested.keys():
            cells[name + AS_GIVEN] = cells.pop(name)  # In JSON that is the name of a list.
    _in_form(row, facts)
    if row.table in _REPEATED and "description" not in cells and "name" in cells:
        cells["description"] = cells["name"]
        row.repaired.append(("description", "hsds.name_repeated"))
    if row.table == "address" and "address_1" not in cells and "city" in cells:
        cells["address_1"] = cells["city"]
        row.repaired.append(("address_1", "hsds.town_repeated"))
    for trouble in check.troubles(cells):
        name = trouble.column
        if name in facts.required:
            row.troubles.append(trouble)
        else:
            cells[name + AS_GIVEN] = str(cells.pop(name))
            row.repaired.append((name, "hsds.put_beside"))


def _in_form(row: OutRow, facts: Facts) -> None:
    """Numbers as numbers, web addresses whole."""
    cells = row.cells
    for column in facts.in_form:
        name, value = column.name, cells.get(column.name)
        if not isinstance(value, str):
            continue
        if column.type == "number":
            cells[name] = _number(value)
        elif not URI.fullmatch(value) and _is_address(value):
            cells[name] = web_address(value)
            row.repaired.append((name, "hsds.address_completed"))


def _is_address(text: str) -> bool:
    """Whether this is a web address at all, and no words about one."""
    return "." in text and not any(each.isspace() for each in text)


def _number(text: str) -> Cell:
    """A number written as numbers are; any other text as it is."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _PART.fullmatch(text) and str(float(text)) == text else text


def _goes_out(each: Field) -> bool:
    if each.target in ("source", "contact"):
        return False
    return isinstance(each.type, Reference) or (
        not each.internal and (each.public or each.name == _EIN)
    )


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else str(value)
