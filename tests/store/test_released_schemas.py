"""Office files of every schema that was ever released: brought up to date with nothing lost."""

import gzip
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from partner_desk.model.history import Author
from partner_desk.model.registry import ENTITIES
from partner_desk.services.opening import open_office
from partner_desk.store.integrity import check
from partner_desk.store.schema import CURRENT

_OFFICES = sorted((Path(__file__).parents[1] / "fixtures" / "offices").glob("*.pdoffice.gz"))


def _rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every kind, by table, as the file has it."""
    found = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = {name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
        for kind in [each.kind for each in ENTITIES] + ["change_set", "change", "blob"]:
            if kind in tables:
                rows = connection.execute(f'SELECT * FROM "{kind}" ORDER BY 1').fetchall()
                found[kind] = [dict(row) for row in rows]
    return found


def test_every_released_schema_has_its_office() -> None:
    released = [f"{number:04d}" for number in range(1, int(CURRENT))]
    assert [re.sub(r"\..*", "", each.name) for each in _OFFICES] == released


@pytest.mark.parametrize("packed", _OFFICES, ids=lambda path: path.name)
def test_an_office_of_an_older_program_is_opened_with_all_it_holds(
    packed: Path, tmp_path: Path
) -> None:
    path = tmp_path / "office.pdoffice"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    before = _rows(path)

    opened = open_office(path, Author("Ana", "laptop"), backups=tmp_path / "backups")
    try:
        assert "office.upgraded" in [each.code for each in opened.notices]
        assert check(opened.store).problems == ()
    finally:
        opened.close()

    after = _rows(path)
    for kind, rows in before.items():
        more = 1 if kind == "change_set" else 0  # the upgrade itself
        assert len(after[kind]) == len(rows) + more
        for old, new in zip(rows, after[kind], strict=False):
            changed = {name for name in old.keys() & new.keys() if old[name] != new[name]}
            assert changed == set(), (kind, changed)
