"""Write down what our programs need to know of HSDS 3.1: tables, columns, types, references.

    python tools/hsds_facts.py FOLDER    with the specification's datapackage.json and schema/

The facts are ours to ship; the specification's texts are not copied.
"""

import json
import sys
from pathlib import Path
from typing import Any

FACTS = Path(__file__).resolve().parent.parent / "resources" / "hsds" / "3.1.json"


def main() -> int:
    FACTS.write_text(written(facts(Path(sys.argv[1]))), encoding="utf-8")
    return 0


def written(found: dict[str, Any]) -> str:
    """The facts as they lie in the resources: a line for each column."""
    tables = []
    for name, table in found["tables"].items():
        parts = [f'"path": {json.dumps(table["path"])}']
        parts += [f'"{each}": {json.dumps(table[each])}' for each in ("required", "nested")]
        columns = ",\n   ".join(
            f"{json.dumps(column)}: {json.dumps(what)}"
            for column, what in table["columns"].items()
        )
        parts.append(f'"columns": {{\n   {columns}\n  }}')
        tables.append(f'{json.dumps(name)}: {{\n  ' + ",\n  ".join(parts) + "\n }")
    body = ",\n ".join(tables)
    return f'{{"version": {json.dumps(found["version"])}, "tables": {{\n {body}\n}}}}\n'


def facts(folder: Path) -> dict[str, Any]:
    """What the specification's files say, table by table in the order of its package."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        schema = json.loads(
            (folder / "schema" / f"{resource['name']}.json").read_text(encoding="utf-8")
        )
        tables[resource["name"]] = _table(resource, schema)
    return {"version": "3.1", "tables": tables}


def _table(resource: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    references = {
        each["fields"]: each["reference"]["resource"]
        for each in resource["schema"].get("foreignKeys", ())
    }
    columns, nested = {}, {}
    for name, what in schema["properties"].items():
        target = what.get("$ref") or what.get("items", {}).get("$ref")
        if target:
            nested[name] = [target.removesuffix(".json"), "items" in what]
        else:
            columns[name] = _column(what, references.get(name, ""))
    required = [*schema.get("required", ()), *schema.get("tabular_required", ())]
    return {
        "path": resource["path"],
        "required": [each for each in columns if each in required],
        "nested": nested,
        "columns": columns,
    }


def _column(what: dict[str, Any], reference: str) -> dict[str, Any]:
    found: dict[str, Any] = {"type": what.get("datapackage_type", what["type"])}
    if "format" in what and found["type"] == "string":
        found["format"] = what["format"]
    if "enum" in what:
        found["enum"] = what["enum"]
    if what.get("constraints", {}).get("unique"):
        found["unique"] = True
    if reference:
        found["reference"] = reference
    return found


if __name__ == "__main__":
    raise SystemExit(main())
