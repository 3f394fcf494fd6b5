"""Directories of any size to import: a real one repeated with shifted ids, else an invented one."""

import csv
import os
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

_REAL = "hsds-baltimore-ohana"
_SERVICES_IN_REAL = 1_876
_KEYS = {"id", "organization_id", "location_id", "service_id", "contact_id", "program_id"}
_TABLES = (
    "organizations", "locations", "services", "contacts", "phones", "addresses", "mail_addresses",
)
Table = tuple[str, list[str], Iterator[list[str]]]


def data_folder() -> Path | None:
    """The folder of the real directory, where somebody has it."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("PARTNER_DESK_DATA") or beside) / _REAL
    return folder if folder.is_dir() else None


def directory(services: int, folder: Path) -> Path:
    """A folder of HSDS 1.x CSV files with about ``services`` services, made where it is not."""
    target = folder / f"directory-{services}"
    if not target.exists():
        target.mkdir(parents=True)
        real = data_folder()
        tables = _repeated(real, services) if real else _invented(services)
        for name, header, rows in tables:
            with (target / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
                writer = csv.writer(handle)
                writer.writerow(header)
                writer.writerows(rows)
    return target


def _repeated(folder: Path, services: int) -> Iterator[Table]:
    copies = max(1, round(services / _SERVICES_IN_REAL))
    csv.field_size_limit(sys.maxsize)
    for name in _TABLES:
        header, rows = _read(folder / f"{name}.csv")
        yield name, header, _shifted(header, rows, copies)
    yield "taxonomy", *_taxonomy(folder)


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle)
    return header, rows


def _taxonomy(folder: Path) -> tuple[list[str], Iterator[list[str]]]:
    header, rows = _read(folder / "taxonomy.csv")
    return header, iter(rows)


def _shifted(header: list[str], rows: list[list[str]], copies: int) -> Iterator[list[str]]:
    keys = [index for index, name in enumerate(header) if name in _KEYS]
    title = header.index("name") if "name" in header else None
    for copy in range(copies):
        for row in rows:
            shifted = list(row)
            for index in keys:
                if shifted[index]:
                    shifted[index] += f"{copy:03d}"
            if copy and title is not None:
                shifted[title] = f"{shifted[title].strip()} {copy}"
            yield shifted


_WORDS = (
    "river", "food", "health", "family", "youth", "garden", "school", "arts", "legal", "housing",
    "bridge", "market", "reading", "music", "care", "work", "home", "street", "north", "harbor",
    "lao", "español", "clinic", "night", "science", "repair", "sports", "elder", "child", "safe",
)


_SYLLABLES = ("ka", "ri", "so", "ten", "mal", "ve", "lu", "dor", "pin", "ash", "gre", "bo")
_VOCABULARY = 30_000
_FIRST_RANK = 60
"""How common the words above are; as "food" in a real directory, in one of twenty entries."""


def words(number: int, count: int) -> str:
    """``count`` words that ``number`` leads to, always the same; few are common, most are rare."""
    found = []
    state = number * 2_654_435_761 + 97
    for _ in range(count):
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 64)
        found.append(_word(int(_VOCABULARY ** ((state >> 33) / (1 << 31)))))
    return " ".join(found)


@cache
def _word(rank: int) -> str:
    if _FIRST_RANK <= rank < _FIRST_RANK + len(_WORDS):
        return _WORDS[rank - _FIRST_RANK]
    made = ""
    while rank:
        rank, place = divmod(rank, len(_SYLLABLES))
        made += _SYLLABLES[place]
    return made


def _invented(services: int) -> Iterator[Table]:
    organizations = max(1, services * 2 // 5)
    yield "organizations", ["id", "name", "description", "email", "website"], (
        [f"o{n}", f"{words(n, 3).title()} {n}", words(n + 1, 40), f"o{n}@example.org", ""]
        for n in range(organizations)
    )
    yield "locations", ["id", "organization_id", "name", "description", "latitude", "longitude"], (
        [f"l{n}", f"o{n % organizations}", f"Place {n}", words(n + 2, 60), "39.3", "-76.6"]
        for n in range(services * 4 // 5)
    )
    places = services * 4 // 5
    yield "services", ["id", "location_id", "name", "description", "status"], (
        [f"s{n}", f"l{n % places}", words(n, 3).title(), words(n + 3, 110), "active"]
        for n in range(services)
    )
    yield "phones", ["id", "organization_id", "number", "number_type"], (
        [f"p{n}", f"o{n % organizations}", f"(410) 555-{n % 10_000:04d}", "voice"]
        for n in range(services * 4)
    )
    yield "addresses", ["id", "location_id", "address_1", "city", "state_province"], (
        [f"a{n}", f"l{n}", f"{n} {words(n, 1).title()} St", "Baltimore", "MD"]
        for n in range(places)
    )
    yield "taxonomy", ["id", "name", "parent_id"], islice(
        ([f"t{n}", words(n, 2).title(), ""] for n in range(500)), 500
    )
