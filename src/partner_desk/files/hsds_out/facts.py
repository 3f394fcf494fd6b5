"""What HSDS 3.1 says of its tables, from the facts that come with the program."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from partner_desk.files.resources import resource_dir


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``type`` is string, number, date, time or datetime; ``reference`` a table."""

    name: str
    type: str = "string"
    format: str = ""
    enum: tuple[str, ...] = ()
    unique: bool = False
    reference: str = ""


@dataclass(frozen=True)
class Facts:
    """A table. ``nested`` names, by member of its JSON objects, the table and whether many."""

    name: str
    path: str
    columns: Mapping[str, Column]
    required: frozenset[str]
    nested: Mapping[str, tuple[str, bool]]

    @cached_property
    def in_form(self) -> tuple[Column, ...]:
        """The columns whose values are written in a form of their own: numbers, web addresses."""
        return tuple(
            each for each in self.columns.values()
            if each.type == "number" or each.format == "uri"
        )

    def member(self, table: str) -> str:
        """The member that holds rows of ``table``; one the specification lacks bears its name."""
        return next((name for name, (held, _) in self.nested.items() if held == table), table)


@cache
def tables() -> dict[str, Facts]:
    """The tables of the specification by name, in its order."""
    text = (resource_dir("hsds") / "3.1.json").read_text(encoding="utf-8")
    return {
        name: Facts(
            name,
            each["path"],
            {column: _column(column, what) for column, what in each["columns"].items()},
            frozenset(each["required"]),
            {member: (table, many) for member, (table, many) in each["nested"].items()},
        )
        for name, each in json.loads(text)["tables"].items()
    }


def facts_of(table: str) -> Facts:
    """What is said of a table; of one that the specification lacks, only that it is a table."""
    known = tables().get(table)
    return known or Facts(table, f"{table}.csv", {}, frozenset(), {})


def _column(name: str, what: dict[str, object]) -> Column:
    enum = what.get("enum", ())
    return Column(
        name,
        str(what["type"]),
        str(what.get("format", "")),
        tuple(map(str, enum)) if isinstance(enum, list) else (),
        bool(what.get("unique")),
        str(what.get("reference", "")),
    )
