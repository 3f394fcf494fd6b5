"""A directory as a tabular data package: a CSV file for each table in one zip, and what they are.

The same rows make the same bytes: no time of day goes into the file. Cells are what they are, for
programs to read: one that begins with = or + is not changed, as it would be in a sheet for people.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from partner_desk.files.hsds_out.checking import Cells
from partner_desk.files.hsds_out.facts import Facts, facts_of
from partner_desk.files.replacing import replacing

DESCRIPTOR = "datapackage.json"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_AT_HOME = {("service", "assurer_email")}
_TYPES = {"number": "number", "date": "date", "time": "time", "datetime": "datetime"}


@contextmanager
def package(path: Path, name: str) -> Iterator["PackageWriter"]:
    """A writer for the package called ``name`` at ``path``, which is whole at the end or as before.

    Raises EnvironmentProblem.
    """
    with (
        replacing(path) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        writer = PackageWriter(archive)
        yield writer
        writer.describe(name)


class PackageWriter:
    """Writes tables one after the other, and at last what they are."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._zip = archive
        self._resources: list[dict[str, object]] = []

    def table(self, name: str, columns: Sequence[str], rows: Iterable[Cells]) -> None:
        """Write a table of these columns; cells that a row lacks are blank."""
        facts = facts_of(name)
        with self._zip.open(_info(facts.path), "w", force_zip64=True) as binary:
            text = io.TextIOWrapper(binary, "utf-8", newline="")
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(columns)
            for cells in rows:
                writer.writerow([cells.get(column, "") for column in columns])
            text.flush()
            text.detach()
        self._resources.append(_resource(facts, columns))

    def describe(self, name: str) -> None:
        """Say which tables there are."""
        content = {
            "name": "human_services_data", "title": name,
            "profile": "tabular-data-package", "resources": self._resources,
        }
        data = json.dumps(content, ensure_ascii=False, indent=1).encode()
        self._zip.writestr(_info(DESCRIPTOR), data, compresslevel=6)


def in_order(facts: Facts, found: Iterable[str]) -> tuple[str, ...]:
    """The specification's columns of a table, then the others by name.

    Without those that never go out: blank, they would empty a field where this is read again.
    """
    known = [
        name for name, each in facts.columns.items()
        if each.reference != "contact" and (facts.name, name) not in _AT_HOME
    ]
    return (*known, *sorted(set(found) - facts.columns.keys()))


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def _resource(facts: Facts, columns: Sequence[str]) -> dict[str, object]:
    fields = [_field(facts, each) for each in columns]
    schema: dict[str, object] = {"fields": fields, "primaryKey": "id"}
    keys = [
        {"fields": each, "reference": {"resource": column.reference, "fields": "id"}}
        for each in columns
        if (column := facts.columns.get(each)) and column.reference not in ("", "contact")
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": facts.name, "path": facts.path, "profile": "tabular-data-resource",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema,
    }


def _field(facts: Facts, name: str) -> Mapping[str, object]:
    column = facts.columns.get(name)
    if column is None:
        return {"name": name, "type": "string"}
    found: dict[str, object] = {"name": name, "type": _TYPES.get(column.type, "string")}
    if column.format in ("uuid", "uri", "email"):
        found["format"] = column.format
    constraints: dict[str, object] = {}
    if name in facts.required:
        constraints["required"] = True
    if column.unique and not column.reference:
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if constraints:
        found["constraints"] = constraints
    return found
