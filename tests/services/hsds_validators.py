"""The specification's own schemas as judges of what we write, by the jsonschema package."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_FORMATS = FormatChecker()
_PATTERNS = {
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+",
    "uuid": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "email": r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "date-time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)",
}
for _name, _pattern in _PATTERNS.items():
    _FORMATS.checks(_name)(
        lambda value, pattern=_pattern: not isinstance(value, str)
        or re.fullmatch(pattern, value) is not None
    )
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def errors_of_package(path: Path, specification: Path) -> list[str]:
    """What the specification's datapackage.json has against the tables of a zip."""
    package = json.loads((specification / "datapackage.json").read_text())
    found: list[str] = []
    ids: dict[str, set[str]] = {}
    with zipfile.ZipFile(path) as made:
        there = set(made.namelist())
        for resource in package["resources"]:
            if resource["path"] in there:
                rows = list(_rows(made, resource["path"]))
                ids[resource["name"]] = {row["id"] for row in rows}
                found += _table_errors(resource, rows)
        for resource in package["resources"]:
            if resource["path"] in there:
                found += _reference_errors(resource, list(_rows(made, resource["path"])), ids)
    return found


def _rows(made: zipfile.ZipFile, path: str) -> Iterator[dict[str, str]]:
    text = io.StringIO(made.read(path).decode(), newline="")
    for row in csv.DictReader(text):
        yield {name: cell for name, cell in row.items() if cell}


def _table_errors(resource: dict[str, Any], rows: list[dict[str, str]]) -> list[str]:
    fields = resource["schema"]["fields"]
    schema = {
        "type": "object",
        "properties": {each["name"]: _cell_schema(each) for each in fields},
        "required": [each["name"] for each in fields if each["constraints"].get("required")],
    }
    validator = Draft202012Validator(schema, format_checker=_FORMATS)
    found = [
        f"{resource['path']} {number}: {error.message}"
        for number, row in enumerate(rows, 2)
        for error in validator.iter_errors(_typed(row, fields))
    ]
    for each in fields:
        # One program for each organization is a slip of the specification.
        if each["constraints"].get("unique") and each["name"] != "organization_id":
            values = [row[each["name"]] for row in rows if each["name"] in row]
            if len(values) != len(set(values)):
                found.append(f"{resource['path']}: {each['name']} is not unique")
    return found


def _cell_schema(each: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "number" if each["type"] == "number" else "string"}
    if "enum" in each["constraints"]:
        schema["enum"] = each["constraints"]["enum"]
    formats = {"date": "date", "time": "time", "datetime": "date-time"}
    if each["type"] == "time":
        schema["pattern"] = r"^\d\d:\d\d:\d\d$"
    elif name := each.get("format") or formats.get(each["type"]):
        schema["format"] = name
    return schema


def _typed(row: dict[str, str], fields: list[dict[str, Any]]) -> dict[str, Any]:
    numbers = {each["name"] for each in fields if each["type"] == "number"}
    return {
        name: float(cell) if name in numbers and _NUMBER.fullmatch(cell) else cell
        for name, cell in row.items()
    }


def _reference_errors(
    resource: dict[str, Any], rows: list[dict[str, str]], ids: dict[str, set[str]]
) -> list[str]:
    return [
        f"{resource['path']} {number}: {key['fields']} leads nowhere"
        for key in resource["schema"].get("foreignKeys", ())
        for number, row in enumerate(rows, 2)
        if row.get(key["fields"]) and row[key["fields"]] not in ids.get(
            key["reference"]["resource"], set()
        )
    ]


def errors_of_document(path: Path, specification: Path) -> list[str]:
    """What the specification's JSON Schemas have against the objects of a document."""
    registry: Registry[Any] = Registry()
    schemas: dict[str, Any] = {}
    for each in (specification / "schema").glob("*.json"):
        schemas[each.name] = json.loads(each.read_text())
        resource = Resource.from_contents(schemas[each.name], default_specification=DRAFT202012)
        registry = registry.with_resource(each.name, resource)
    lists = {json.loads(text)["path"].removesuffix(".csv"): name for name, text in (
        (name, json.dumps(schema)) for name, schema in schemas.items()
    )}
    found: list[str] = []
    for name, objects in json.loads(path.read_text()).items():
        if name not in lists:
            continue
        validator = Draft202012Validator(
            {"$ref": lists[name]}, registry=registry, format_checker=_FORMATS
        )
        found += [
            f"{name}[{place}]: {list(error.path)} {error.message}"
            for place, each in enumerate(objects)
            for error in validator.iter_errors(each)
        ]
    return found
