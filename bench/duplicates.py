"""Finding duplicates, against rapidfuzz comparing every name with every name.

The reference is run in an environment of its own: it needs numpy, which the program does not.
"""

import csv
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from directories import words
from measuring import HERE, Row, in_process, report, seconds

GOAL = 2.0
_NEW, _HELD = 500, 5_000
_LABELLED = Path("dedupe-chicago-early-childhood", "csv_example_messy_input.csv")


def rows(place: Path, size: int, runs: int) -> Iterator[Row]:
    """500 new records against 5,000, and all of the labelled list where it is."""
    del place, size
    yield _row("duplicates: 500 new against 5,000", "new", _HELD, runs)
    if _data().is_file():
        yield _row("duplicates: all of the labelled list", "labelled", len(_labelled()), runs)
    else:
        print(f"no labelled list in {_data()}; set PARTNER_DESK_DATA", file=sys.stderr)


def _row(work: str, what: str, size: int, runs: int) -> Row:
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(in_process([Path(__file__).name, what])["seconds"])
        theirs.append(_reference(what))
    ours, other = sorted(mine)[runs // 2], sorted(theirs)[runs // 2]
    return Row(work, "rapidfuzz cdist of the names", size, ours, other, f"<= {GOAL}x",
               ours <= GOAL * other, runs)


def _data() -> Path:
    beside = HERE.parents[1] / "shared" / "data"
    return Path(os.environ.get("PARTNER_DESK_DATA") or beside) / _LABELLED


def _labelled() -> list[dict[str, str]]:
    with _data().open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _names(what: str) -> tuple[Sequence[str], Sequence[str]]:
    """The names that come, and those that are held; the same for both sides."""
    if what == "labelled":
        names = [row["Site name"] for row in _labelled()]
        return names, names
    chance = random.Random(7)
    held = [f"{words(chance.randrange(10**6), 3).title()} {n % 97}" for n in range(_HELD)]
    return [f"{chance.choice(held)} Inc." for _ in range(_NEW)], held


def _ours(what: str) -> None:
    from partner_desk.services.duplicates import Facts, Known, Place, groups

    coming, held = _names(what)
    if what == "labelled":
        facts = [
            Facts(row["Site name"], phones=(row["Phone"],),
                  addresses=(Place(row["Address"], "", row["Zip"]),))
            for row in _labelled()
        ]
    else:
        facts = [
            Facts(name, phones=(f"773-555-{n:04}",), addresses=(Place(f"{n} Oak Street"),))
            for n, name in enumerate(held)
        ]

    def work() -> None:
        known = Known.empty("organization")
        known.fill((str(number), each) for number, each in enumerate(facts))
        if what == "labelled":
            groups(known)
            return
        for number, name in enumerate(coming):
            known.likely(Facts(name, phones=(f"773-555-{number:04}",)))

    report(seconds=seconds(work))


_CDIST = """
import json, sys, time
from rapidfuzz import process
coming, held = json.load(sys.stdin)
start = time.perf_counter()
process.cdist(coming, held)
print(time.perf_counter() - start)
"""


def _reference(what: str) -> float:
    import json

    done = subprocess.run(
        ["uv", "run", "--no-project", "--with", "numpy", "--with",
         f"rapidfuzz=={version('rapidfuzz')}", "python", "-c", _CDIST],
        input=json.dumps(_names(what)), capture_output=True, text=True, check=True,
    )
    return float(done.stdout)


if __name__ == "__main__":
    _ours(sys.argv[1])
