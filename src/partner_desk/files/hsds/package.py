"""What a datapackage.json beside the tables says: which files are tables, and of which name."""

import json
from pathlib import PurePosixPath
from typing import Any

from partner_desk.files.hsds.tables import NAMES, table_name

DESCRIPTOR = "datapackage.json"
LARGEST_DESCRIPTOR = 16 * 1024**2


def listed_tables(data: bytes) -> dict[str, str]:
    """By path of each file, relative to the descriptor: the name of its table.

    Empty for what is no descriptor. Addresses in the web and paths that lead out are passed over;
    a table that a path names as the specification does is known by its path.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    resources = content.get("resources") if isinstance(content, dict) else None
    if not isinstance(resources, list):
        return {}
    return {
        path: _name(resource.get("name"), path)
        for resource in resources
        if isinstance(resource, dict)
        for path in _paths(resource.get("path"))
    }


def _paths(path: Any) -> list[str]:
    paths = path if isinstance(path, list) else [path]
    return [
        PurePosixPath(each).as_posix() for each in paths if isinstance(each, str) and _inside(each)
    ]


def _inside(path: str) -> bool:
    place = PurePosixPath(path)
    return bool(place.parts) and not (
        place.is_absolute() or ".." in place.parts or ":" in place.parts[0] or "\\" in path
    )


def _name(name: Any, path: str) -> str:
    stem = table_name(PurePosixPath(path).stem)
    given = table_name(name) if isinstance(name, str) else ""
    return given if given in NAMES or (given and stem not in NAMES) else stem
