"""A directory as one JSON file: lists of objects with what belongs to them nested inside.

Lists bear the names of tables, so that it is read back as it was written. One object is written
at a time.
"""

import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from partner_desk.files.replacing import replacing

Object = Mapping[str, Any]


def write_document(path: Path, lists: Iterable[tuple[str, Iterable[Object]]]) -> None:
    """Write lists of objects by name. Raises EnvironmentProblem; ``path`` is whole or as before."""
    with replacing(path) as temporary, temporary.open("wb") as binary:
        text = io.TextIOWrapper(binary, "utf-8", newline="\n")
        text.write("{")
        for number, (name, objects) in enumerate(lists):
            text.write(f"{',' if number else ''}\n{json.dumps(name)}: [")
            for place, each in enumerate(objects):
                text.write(",\n" if place else "\n")
                text.write(json.dumps(each, ensure_ascii=False))
            text.write("\n]")
        text.write("\n}\n")
        text.flush()
        text.detach()
