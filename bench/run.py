"""Measures what the program costs beside what one would pick instead, and prints the ratios.

    uv run python bench/run.py --size 1000 10000 100000 --only lists,records
"""

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from measuring import HERE, Row

SUBJECTS = (
    "start", "lists", "filters", "records", "packets", "series", "exporting", "reading",
    "importing", "duplicates",
)
_WITHOUT_SIZE = ("packets", "series", "duplicates")
_DEFAULT_SIZES = (1_000, 10_000)


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; the rows go to results.json beside this file."""
    chosen = _words(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="partner-desk-bench-") as scratch:
        place = Path(chosen.keep or scratch)
        place.mkdir(parents=True, exist_ok=True)
        os.environ["XDG_CONFIG_HOME"] = str(place)
        found = list(_measured(chosen, place))
    for line in table(found):
        print(line)
    if chosen.write:
        _write(Path(chosen.write), found)
    return 0


def _words(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=list(_DEFAULT_SIZES),
                        help="organizations, or services to import (default: 1000 10000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default: 5)")
    parser.add_argument("--only", default=",".join(SUBJECTS),
                        help=f"subjects out of {','.join(SUBJECTS)}")
    parser.add_argument("--keep", help="a folder for the offices made, to be used again")
    parser.add_argument("--write", default=str(HERE / "results.json"),
                        help="where the numbers go; '' for nowhere")
    return parser.parse_args(arguments)


def _measured(chosen: argparse.Namespace, place: Path) -> Iterator[Row]:
    for subject in chosen.only.split(","):
        rows: Callable[[Path, int, int], Iterator[Row]] = import_module(subject).rows
        sizes = chosen.size[:1] if subject in _WITHOUT_SIZE else chosen.size
        for size in sizes:
            for row in rows(place, size, chosen.runs):
                print(_line(row), file=sys.stderr)
                yield row


_HEADINGS = ("work", "size", "ours", "reference", "ratio", "goal", "")


def table(found: Sequence[Row]) -> list[str]:
    """The rows as a table in Markdown."""
    lines = [_cells(_HEADINGS), _cells(["---"] * len(_HEADINGS))]
    return lines + [_line(row) for row in found]


def _line(row: Row) -> str:
    in_mb = row.work.endswith("in MB")
    shown = [f"{value:.0f} MB" if in_mb else _time(value) for value in (row.ours, row.theirs)]
    reached = {True: "reached", False: "**missed**", None: ""}[row.reached]
    remarks = ", ".join(filter(None, (reached, row.note)))
    return _cells([
        row.work, f"{row.size:,}", shown[0], f"{shown[1]} ({row.reference})",
        f"{row.ratio:.2f}x", row.goal, remarks,
    ])


def _time(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def _cells(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def machine() -> dict[str, Any]:
    """What was measured on, without its name."""
    return {
        "system": platform.system(), "processors": os.cpu_count(),
        "architecture": platform.machine(), "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("PySide6-Essentials", "SQLAlchemy", "reportlab")},
    }


def _write(path: Path, found: Sequence[Row]) -> None:
    """Keep the rows; those of other subjects and sizes measured before stay."""
    fresh = [
        {**{name: getattr(row, name) for name in Row.__dataclass_fields__},
         "ratio": round(row.ratio, 3)}
        for row in found
    ]
    old = json.loads(path.read_text(encoding="utf-8"))["rows"] if path.exists() else []
    measured = {(row["work"], row["size"]) for row in fresh}
    kept = [row for row in old if (row["work"], row["size"]) not in measured]
    whole = {"machine": machine(), "rows": sorted([*kept, *fresh], key=_order)}
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _order(row: dict[str, Any]) -> tuple[str, int]:
    return row["work"], row["size"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
