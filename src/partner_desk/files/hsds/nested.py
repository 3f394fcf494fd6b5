"""JSON directories: full objects with others nested in them, lists, or tables by name.

Every object becomes a row of its table, with the ids of what it was nested in or what was nested
in it, so that from there on JSON and CSV are one.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from partner_desk.files.hsds.archive import SourceFile, refused
from partner_desk.files.hsds.encodings import encoding_of
from partner_desk.files.hsds.tables import NAMES, table_name

LARGEST = 256 * 1024**2
_KINDS_WITH_OBJECTS = (
    "organization", "program", "location", "service", "taxonomy_term", "taxonomy", "unit"
)
# What an object is that bears no name: members that only such objects have, most telling first.
_TELLING = (
    ("service_at_location", {"service", "location"}),
    ("service", {"service_at_locations"}),
    ("service", {"organization", "status"}),
    ("organization", {"organization_identifiers"}),
    ("organization", {"tax_status"}),
    ("location", {"location_type"}),
    ("taxonomy_term", {"taxonomy_detail"}),
    ("taxonomy_term", {"term_uri"}),
)


@dataclass(slots=True)
class JsonRow:
    """An object: its place in the list, the path to it inside its item, its plain members."""

    number: int
    prefix: str
    cells: dict[str, str]


@dataclass(slots=True)
class JsonTable:
    """Rows of one table; ``name`` as it stands in the file."""

    name: str
    rows: list[JsonRow] = field(default_factory=list)

    def header(self) -> tuple[str, ...]:
        """Every member that any object has, in order of first appearance."""
        return tuple(dict.fromkeys(name for row in self.rows for name in row.cells))


def read_json(file: SourceFile) -> list[JsonTable]:
    """The tables in a JSON file; none when it holds something else. Raises InputError."""
    if file.size > LARGEST:
        raise refused("json.too_large", file=file.name, size=file.size, limit=LARGEST)
    with file.open() as handle:
        text = handle.read().decode(encoding_of(file), "replace")
    try:
        content = _content(text)
        tables: dict[str, JsonTable] = {}
        for name, items, prefix in _lists(file.stem, content):
            for number, item in enumerate(items, 1):
                _flatten(tables, name, item, number, prefix)
    except json.JSONDecodeError as error:
        raise refused("json.damaged", file=file.name, line=error.lineno) from error
    except RecursionError as error:
        raise refused("json.damaged", file=file.name, line=1) from error
    for table in tables.values():
        _merge(table)
    return list(tables.values())


def _content(text: str) -> Any:
    """What the text says: one value, or the values of its lines where each line has one."""
    try:
        return json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or len(lines) < 2:
            raise
        try:
            return [json.loads(line, parse_int=str, parse_float=str) for line in lines]
        except json.JSONDecodeError:
            raise error from None


def _lists(stem: str, content: Any) -> Iterator[tuple[str, list[dict[str, Any]], str]]:
    """The lists of objects in a file, each with the name of its table and the path to it."""
    if isinstance(content, dict):
        if isinstance(content.get("contents"), list):
            content = content["contents"]
        elif any(_table(name) and _objects(value) for name, value in content.items()) and (
            "id" not in content
        ):
            for name, value in content.items():
                table = _table(name) or table_name(_without_ending(name))
                if table and _objects(value):
                    yield table, value, f"{table}."
            return
        else:
            content = [content]
    if _objects(content):
        name = _table(stem) or _told_by(content[0]) or _told_by_name(stem, content[0])
        if name:
            yield name, content, ""


def _table(name: str) -> str:
    plain = _without_ending(name.lower())
    return plain if plain in NAMES else ""


def _without_ending(name: str) -> str:
    return name.removesuffix(".csv").removesuffix(".json")


def _shape_name(name: str) -> str:
    """What the table is called whose list or file is called so."""
    return NAMES[name].name if name in NAMES else name


def _objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _told_by(item: dict[str, Any]) -> str:
    return next((name for name, members in _TELLING if members <= item.keys()), "")


def _told_by_name(stem: str, item: dict[str, Any]) -> str:
    """``organization_full``, ``taxonomy_term_list``: the longest table name it begins with."""
    if not {"id", "name"} <= item.keys():
        return ""
    fitting = [name for name in NAMES if stem.startswith(f"{name}_") or stem == name]
    return max(fitting, key=len, default="")


def _flatten(
    tables: dict[str, JsonTable], name: str, item: dict[str, Any], number: int, prefix: str
) -> None:
    row = JsonRow(number, prefix, {})
    shape = _shape_name(name)
    tables.setdefault(shape, JsonTable(name)).rows.append(row)
    for member, value in item.items():
        column = _whole(member).strip().lower()
        if isinstance(value, dict) and _table(column):
            child = dict(value)
            if shape in ("service", "organization") and column == "program":
                organization = item.get("organization") or {}
                _refer(child, "organization_id", item.get("organization_id"))
                _refer(child, "organization_id", organization.get("id"))
            _flatten(tables, column, child, number, f"{prefix}{member}.")
            target = "taxonomy" if column == "taxonomy_detail" else column
            if target in _KINDS_WITH_OBJECTS:
                row.cells.setdefault(f"{target}_id", _text(value.get("id")))
        elif _objects(value) and _table(column):
            _flatten_list(tables, shape, item, number, f"{prefix}{member}", column, value)
        else:
            row.cells[column] = _text(value)


def _flatten_list(
    tables: dict[str, JsonTable], shape: str, item: dict[str, Any], number: int, prefix: str,
    column: str, children: list[dict[str, Any]],
) -> None:
    for index, each in enumerate(children):
        child = dict(each)
        if NAMES[column].name == "metadata":
            _refer(child, "resource_id", item.get("id"))
            _refer(child, "resource_type", shape)
        elif NAMES[column].name == "attribute":
            _refer(child, "link_id", item.get("id"))
            _refer(child, "link_entity", shape)
            child["link_entity"] = shape
        else:
            _refer(child, f"{shape}_id", item.get("id"))
        _flatten(tables, column, child, number, f"{prefix}[{index}].")


def _refer(child: dict[str, Any], column: str, key: Any) -> None:
    if key and not child.get(column):
        child[column] = key


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _whole(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _whole(", ".join(value))
    return json.dumps(value, sort_keys=True) if value else ""


def _whole(text: str) -> str:
    """``text`` without halves of letters, which JSON can escape and nothing can keep."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()


def _merge(table: JsonTable) -> None:
    """Let all that is said of one object in several places be said in each of them.

    Places that contradict each other are left as they are, for the reader to refuse.
    """
    places: dict[str, list[JsonRow]] = defaultdict(list)
    for row in table.rows:
        if row.cells.get("id"):
            places[row.cells["id"]].append(row)
    for rows in places.values():
        first = rows[0]
        for row in rows[1:]:
            if all(first.cells.get(name, "") in ("", text) or not text
                   for name, text in row.cells.items()):
                first.cells |= {name: text for name, text in row.cells.items() if text}
                row.cells = first.cells
